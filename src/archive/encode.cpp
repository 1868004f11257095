#include "archive/encode.hpp"

#include <charconv>

#include "base/error.hpp"
#include "base/text.hpp"

namespace huizong {
namespace {

constexpr std::string_view kind_letters = "-fn/!#dtb";  // by ValueKind

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '\t') out += "\\t";
    else if (c == '\n') out += "\\n";
    else if (c == '\\') out += "\\\\";
    else out += c;
  }
}

std::string unescaped(std::string_view text) {
  if (text.find('\\') == std::string_view::npos) return std::string(text);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) { out += text[i]; continue; }
    const char next = text[++i];
    out += next == 't' ? '\t' : next == 'n' ? '\n' : next;
  }
  return out;
}

[[noreturn]] void refuse(std::string_view text) {
  throw Error(ErrorKind::archive, "error.archive-damaged",
              {{"file", "huizong.db"}, {"why", "why.bad-row"}, {"text", std::string(text.substr(0, 60))}});
}

/// Cuts the next member off `rest`.
std::string_view next(std::string_view& rest, char separator) {
  const std::size_t end = rest.find(separator);
  const std::string_view part = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  return part;
}

Decimal decode_number(std::string_view text) {
  const auto number = parse_decimal(text);
  if (!number) refuse(text);
  return *number;
}

std::string encode_date(const Date& date) { return to_text(date); }

}  // namespace

std::string encode_values(const Values& values) {
  std::string out;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Value& value = values[i];
    if (value.kind == ValueKind::missing && value.cell == CellRef{} && value.text.empty()) continue;
    out += std::to_string(i);
    out += '\t';
    out += kind_letters[static_cast<std::size_t>(value.kind)];
    out += '\t';
    out += to_a1(value.cell);
    out += '\t';
    if (value.kind == ValueKind::date) out += encode_date(value.date);
    else if (value.has_number() || value.kind == ValueKind::boolean) out += to_text(value.number);
    out += '\t';
    if (value.unit_step != Decimal(1)) out += to_text(value.unit_step);
    out += '\t';
    append_escaped(out, value.text);
    out += '\n';
  }
  return out;
}

Values decode_values(std::string_view text, std::size_t fields) {
  Values values(fields);
  while (!text.empty()) {
    std::string_view line = next(text, '\n');
    const std::string_view index = next(line, '\t');
    std::size_t field = 0;
    std::from_chars(index.data(), index.data() + index.size(), field);
    const std::string_view kind = next(line, '\t');
    const std::size_t letter = kind.size() == 1 ? kind_letters.find(kind[0]) : std::string_view::npos;
    const auto cell = parse_a1(next(line, '\t'));
    if (field >= fields || letter == std::string_view::npos || !cell) refuse(index);
    Value& value = values[field];
    value.kind = static_cast<ValueKind>(letter);
    value.cell = *cell;
    const std::string_view number = next(line, '\t');
    if (value.kind == ValueKind::date) {
      const auto date = parse_date(number);
      if (!date) refuse(number);
      value.date = *date;
    } else if (!number.empty()) {
      value.number = decode_number(number);
    }
    if (const std::string_view step = next(line, '\t'); !step.empty()) value.unit_step = decode_number(step);
    value.text = unescaped(line);
  }
  return values;
}

std::string encode_args(const Args& args) {
  std::string out;
  for (const auto& [name, value] : args) {
    out += name + "\t";
    append_escaped(out, value);
    out += '\n';
  }
  return out;
}

Args decode_args(std::string_view text) {
  Args args;
  while (!text.empty()) {
    std::string_view line = next(text, '\n');
    const std::string_view name = next(line, '\t');
    args.emplace_back(std::string(name), unescaped(line));
  }
  return args;
}

std::string encode_list(const std::vector<std::string>& list) {
  std::string out;
  for (const std::string& item : list) {
    append_escaped(out, item);
    out += '\n';
  }
  return out;
}

std::vector<std::string> decode_list(std::string_view text) {
  std::vector<std::string> list;
  while (!text.empty()) list.push_back(unescaped(next(text, '\n')));
  return list;
}

std::string encode_finding(const Finding& f) {
  Args members{{"id", f.id}, {"severity", std::string(to_letter(f.severity))}, {"scope", std::string(to_word(f.scope))},
               {"rule", f.rule}, {"form", f.form}, {"period", f.period}, {"region", f.region}, {"reporter", f.reporter}, {"file", f.file}, {"sheet", f.sheet}, {"cell", f.cell ? to_a1(*f.cell) : ""},
               {"column", f.column}, {"key", f.key}, {"state", std::string(to_word(f.state))},
               {"args", encode_args(f.args)}};
  std::erase_if(members, [](const auto& member) { return member.second.empty(); });
  return encode_args(members);
}

Finding decode_finding(std::string_view text) {
  Finding f;
  for (auto& [name, value] : decode_args(text)) {
    if (name == "id") f.id = value;
    else if (name == "severity") f.severity = parse_severity(value).value_or(Severity::mandatory);
    else if (name == "scope") f.scope = value == "file" ? Scope::file : value == "return" ? Scope::whole_return : value == "row" ? Scope::row : Scope::cell;
    else if (name == "rule") f.rule = value;
    else if (name == "form") f.form = value;
    else if (name == "period") f.period = value;
    else if (name == "region") f.region = value;
    else if (name == "reporter") f.reporter = value;
    else if (name == "file") f.file = value;
    else if (name == "sheet") f.sheet = value;
    else if (name == "cell") f.cell = parse_a1(value);
    else if (name == "column") f.column = value;
    else if (name == "key") f.key = value;
    else if (name == "state") f.state = value == "undecided" ? FindingState::undecided : value == "accepted" ? FindingState::accepted : FindingState::open;
    else if (name == "args") f.args = decode_args(value);
  }
  return f;
}

}  // namespace huizong
