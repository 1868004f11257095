#include "base/code_page.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace huizong {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

struct PageName {
  unsigned number;
  const char* name;
};

/// Pages that iconv knows under another name than CP and their number.
/// *Source*: Microsoft, Code Page Identifiers.
constexpr PageName names[] = {
    {874, "CP874"},        {936, "GBK"},
    {949, "UHC"},          {950, "CP950"},
    {1200, "UTF-16LE"},    {1201, "UTF-16BE"},
    {1361, "JOHAB"},       {10000, "MACINTOSH"},
    {10001, "SJIS"},       {10002, "BIG5"},
    {10003, "EUC-KR"},     {10007, "MAC-CYRILLIC"},
    {10008, "EUC-CN"},     {10029, "MAC-CENTRALEUROPE"},
    {20127, "ASCII"},      {28591, "ISO-8859-1"},
    {28592, "ISO-8859-2"}, {28605, "ISO-8859-15"},
    {32768, "MACINTOSH"},  {32769, "CP1252"},
    {51936, "EUC-CN"},     {52936, "EUC-CN"},
    {54936, "GB18030"},    {65001, "UTF-8"},
};

iconv_t open_page(unsigned number) {
  const auto found =
      std::find_if(std::begin(names), std::end(names), [&](const PageName& row) { return row.number == number; });
  const std::string name = found != std::end(names) ? found->name : "CP" + std::to_string(number);
  return iconv_open("UTF-8", name.c_str());
}

const iconv_t no_converter = reinterpret_cast<iconv_t>(-1);

/// What Windows makes of a byte that the standard leaves open: the euro sign of the Chinese page, and the control
/// characters of the Western ones.
std::string_view windows_extra(unsigned page, unsigned char byte, std::array<char, 2>& room) {
  if (page == 936 && byte == 0x80) return "\xE2\x82\xAC";
  const bool is_western = (page >= 1250 && page <= 1258) || page == 32769;
  if (!is_western || byte < 0x80 || byte > 0x9F) return {};
  room = {'\xC2', static_cast<char>(byte)};
  return {room.data(), 2};
}

}  // namespace

struct CodePage::Converter {
  explicit Converter(unsigned number) : handle(open_page(number)) {}
  ~Converter() {
    if (handle != no_converter) iconv_close(handle);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  iconv_t handle;
};

CodePage::CodePage(unsigned number) : number_(number) {}
CodePage::~CodePage() = default;
CodePage::CodePage(CodePage&&) noexcept = default;
CodePage& CodePage::operator=(CodePage&&) noexcept = default;

const CodePage::Converter& CodePage::converter() const {
  if (!converter_) converter_ = std::make_unique<Converter>(number_);
  return *converter_;
}

bool CodePage::is_known() const { return converter().handle != no_converter; }

bool CodePage::append(std::string_view bytes, std::string& out) const {
  if (number_ != 1200 && number_ != 1201 && is_ascii(bytes)) {
    out += bytes;
    return true;
  }
  if (!is_known()) return false;
  convert(bytes, out);
  return true;
}

bool CodePage::can_decode(std::string_view bytes) const {
  std::string out;
  return is_known() && convert(bytes, out);
}

/// True where no byte had to be replaced. One turn of the loop takes at least one byte.
bool CodePage::convert(std::string_view bytes, std::string& out) const {
  const iconv_t handle = converter().handle;
  iconv(handle, nullptr, nullptr, nullptr, nullptr);  // back to its first state
  bool whole = true;
  std::array<char, 512> room;
  char* in = const_cast<char*>(bytes.data());  // iconv's signature; it does not write there
  std::size_t in_left = bytes.size();
  while (in_left > 0) {
    char* to = room.data();
    std::size_t to_left = room.size();
    const std::size_t converted = iconv(handle, &in, &in_left, &to, &to_left);
    out.append(room.data(), room.size() - to_left);
    if (converted != static_cast<std::size_t>(-1) || to_left < 16) continue;  // all done, or the room is full
    std::array<char, 2> extra_room;
    const std::string_view extra = windows_extra(number_, static_cast<unsigned char>(*in), extra_room);
    out += extra.empty() ? replacement : extra;
    whole = whole && !extra.empty();
    ++in;
    --in_left;
  }
  return whole;
}

bool is_ascii(std::string_view bytes) {
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t eight;
    std::memcpy(&eight, bytes.data() + at, 8);
    if (eight & 0x8080808080808080u) return false;
  }
  return std::all_of(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace huizong
