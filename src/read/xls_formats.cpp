#include "read/xls_formats.hpp"

#include <optional>
#include <string>

#include "package/refuse.hpp"
#include "read/xls_text.hpp"

namespace huizong {
namespace {

constexpr std::uint8_t default_charset = 1;
constexpr std::size_t xls_most_looks = 65'536;  // whoever refers to them has 16 bits for it

/// Excel 2 has no fractions in its table, so that its dates stand two places before those of the later ones.
NumberLook look_of_old_builtin(Biff version, unsigned format) {
  return look_of_builtin(version == Biff::v2 && format >= 12 ? format + 2 : format);
}

/// Where the FONT record stands that is called by this index: 4 is none.
std::optional<std::size_t> place_of_font(std::size_t font) {
  if (font == 4) return std::nullopt;
  return font > 4 ? font - 1 : font;
}

/// How a font shows its text. *Source*: MS-XLS 2.4.122 Font: fStrikeOut, sss.
RunLook look_of_record(Biff version, std::string_view font) {
  constexpr std::uint16_t struck_out = 0x8;
  if (font.size() >= 4 && (get16(font.data() + 2) & struck_out) != 0) return RunLook::struck;
  const std::uint16_t script = version >= Biff::v5 && font.size() >= 10 ? get16(font.data() + 8) : 0;
  return script == 1 ? RunLook::raised : script == 2 ? RunLook::lowered : RunLook::plain;
}

/// The format code of a FORMAT record, as far as it goes: some programs count one character too many. Bytes in an
/// unknown page stay as they are: ASCII decides on the look of a code.
std::string read_code(Biff version, const BiffRecord& record, const StreamBytes& stream, const CodePage& page) {
  const std::string_view data = record.data;
  if (version == Biff::v8) {
    if (data.size() < 4) refuse_unreadable("why.xls-damaged");
    ContinuedData text(stream, record, 4);
    const std::size_t length = get16(data.data() + 2);
    std::string room(length * 3 + 4, '\0');
    Utf8Writer writer(room.data());
    read_unicode(text, length, writer);
    room.resize(static_cast<std::size_t>(writer.finish() - room.data()));
    return room;
  }
  const std::size_t head = version >= Biff::v4 ? 2 : 0;
  if (data.size() <= head) refuse_unreadable("why.xls-damaged");
  const std::string_view bytes = data.substr(head + 1, get8(data.data() + head));
  std::string code;
  return page.append(bytes, code) ? code : std::string(bytes);
}

}  // namespace

void XlsFormats::take_format(Biff version, const BiffRecord& record, const StreamBytes& stream, const CodePage& page) {
  const bool has_index = version >= Biff::v5 && record.data.size() >= 2;
  const unsigned index = has_index ? get16(record.data.data()) : next_format_++;
  if (index < xls_most_looks) formats_[index] = look_of_code(read_code(version, record, stream, page));
}

void XlsFormats::take_xf(Biff version, const BiffRecord& record) {
  if (cells_.size() >= xls_most_looks) return;
  const char* data = record.data.data();
  XlsCellFormat cell;
  if (version >= Biff::v5 && record.data.size() >= 4) {
    cell = {get16(data), get16(data + 2)};
  } else if (version == Biff::v2 && record.data.size() >= 3) {
    cell = {get8(data), static_cast<std::uint16_t>(get8(data + 2) & 0x3F)};
  } else if (version < Biff::v5 && record.data.size() >= 2) {
    cell = {get8(data), get8(data + 1)};
  }
  cells_.push_back(cell);
}

void XlsFormats::take_font(Biff version, const BiffRecord& record) {
  if (font_looks_.size() < xls_most_looks) font_looks_.push_back(version >= Biff::v3 ? look_of_record(version, record.data) : RunLook::plain);
  const bool has_charset = version >= Biff::v5 && record.data.size() > 12;
  if (charsets_.size() < xls_most_looks)
    charsets_.push_back(has_charset ? get8(record.data.data() + 12) : default_charset);
}

void XlsFormats::finish(Biff version) {
  for (const XlsCellFormat& cell : cells_) {
    const bool strikes = look_of_font(cell.font) == RunLook::struck;
    looks_.push_back(strikes ? NumberLook::otherwise : look_of_format(version, cell.format));
    if (!strikes) continue;
    strikes_.resize(looks_.size());
    strikes_.back() = true;
  }
}

RunLook XlsFormats::look_of_font(std::size_t font) const {
  const auto place = place_of_font(font);
  return place && *place < font_looks_.size() ? font_looks_[*place] : RunLook::plain;
}

NumberLook XlsFormats::look_of_format(Biff version, unsigned format) const {
  const auto own = formats_.find(format);
  return own != formats_.end() ? own->second : look_of_old_builtin(version, format);
}

std::uint8_t XlsFormats::charset(std::size_t xf) const {
  if (xf >= cells_.size()) return default_charset;
  const auto place = place_of_font(cells_[xf].font);
  return place && *place < charsets_.size() ? charsets_[*place] : default_charset;
}

}  // namespace huizong
