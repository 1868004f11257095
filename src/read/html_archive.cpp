#include "read/html_archive.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/ascii.hpp"
#include "package/refuse.hpp"
#include "read/html_scanner.hpp"

namespace huizong {
namespace {

/// The next line with its line end, taken off the front.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end == std::string_view::npos ? end : end + 1);
  text.remove_prefix(line.size());
  return line;
}

struct Header {
  std::string location, type, encoding;
};

/// Up to the empty line, which is taken off as well. Lines that begin with a space go on with the one before.
Header take_header(std::string_view& text) {
  Header header;
  std::string* value = nullptr;
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    if (trim_spaces(line).empty()) break;
    if (line.front() == ' ' || line.front() == '\t') {
      if (value) *value += " " + std::string(trim_spaces(line));
      continue;
    }
    const std::size_t colon = line.find(':');
    const std::string name = to_lower(trim_spaces(line.substr(0, colon)));
    value = name == "content-location" ? &header.location : name == "content-type" ? &header.type
            : name == "content-transfer-encoding" ? &header.encoding : nullptr;
    if (value && colon != std::string_view::npos) *value = trim_spaces(line.substr(colon + 1));
  }
  return header;
}

/// text/html; charset="gb2312": a parameter of a value.
std::string parameter_of(std::string_view value, std::string_view name) {
  const std::string lower = to_lower(value), wanted = std::string(name) + "=";
  const std::size_t at = lower.find(wanted);
  if (at == std::string::npos) return {};
  std::string_view rest = value.substr(at + wanted.size());
  if (rest.starts_with('"')) return std::string(rest.substr(1, rest.find('"', 1) - 1));
  return std::string(trim_spaces(rest.substr(0, rest.find(';'))));
}

int hex_of(char c) {
  return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string from_quoted_printable(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '=') {
      out += text[i];
      continue;
    }
    const int high = i + 1 < text.size() ? hex_of(text[i + 1]) : -1, low = i + 2 < text.size() ? hex_of(text[i + 2]) : -1;
    if (high >= 0 && low >= 0) {
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else if (const std::size_t end = text.find_first_not_of(" \t\r", i + 1); end != std::string_view::npos && text[end] == '\n') {
      i = end;  // a line that goes on
    } else {
      out += '=';
    }
  }
  return out;
}

std::string from_base64(std::string_view text) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::array<std::int8_t, 256> values;
  values.fill(-1);
  for (std::size_t i = 0; i < digits.size(); ++i) values[static_cast<unsigned char>(digits[i])] = static_cast<std::int8_t>(i);
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=') break;
    const int value = values[static_cast<unsigned char>(c)];
    if (value < 0) continue;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    if ((count += 6) < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> count & 0xFF);
  }
  return out;
}

/// To the line of the next boundary, which is taken off; `is_last` where it closes the message.
std::string_view take_body(std::string_view& text, std::string_view boundary, bool& is_last) {
  const std::string_view from = text;
  const std::string mark = "--" + std::string(boundary);
  while (!text.empty()) {
    const std::size_t at = from.size() - text.size();
    const std::string_view line = take_line(text);
    if (!line.starts_with(mark)) continue;
    const std::string_view behind = trim_spaces(line.substr(mark.size()));
    if (!behind.empty() && behind != "--") continue;
    is_last = behind == "--";
    return from.substr(0, at);
  }
  refuse_unreadable("why.html-archive");
}

}  // namespace

bool is_web_archive(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, bytes.find('\n'));
  const std::size_t colon = head.find(':');
  const bool is_header = colon != std::string_view::npos && colon > 0 && head.find_first_of("<, \t") > colon;
  return is_header && contains_ignoring_case(bytes.substr(0, 8192), "content-type:");
}

std::vector<ArchivePart> read_archive_parts(std::string_view bytes) {
  const Header whole = take_header(bytes);
  const std::string boundary = parameter_of(whole.type, "boundary");
  if (boundary.empty()) refuse_unreadable("why.html-archive");
  std::vector<ArchivePart> parts;
  bool is_last = false;
  take_body(bytes, boundary, is_last);
  while (!is_last) {
    const Header header = take_header(bytes);
    const std::string_view body = take_body(bytes, boundary, is_last);
    const std::string type = to_lower(trim_spaces(std::string_view(header.type).substr(0, header.type.find(';'))));
    if (type != "text/html" && type != "text/css") continue;
    const std::string encoding = to_lower(header.encoding);
    parts.push_back({header.location.substr(header.location.find_last_of("/\\") + 1), type,
                     parameter_of(header.type, "charset"),
                     encoding == "quoted-printable" ? from_quoted_printable(body)
                     : encoding == "base64"         ? from_base64(body)
                                                    : std::string(body)});
  }
  return parts;
}

}  // namespace huizong
