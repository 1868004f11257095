#include "read/xls_globals.hpp"

#include <algorithm>

#include "package/refuse.hpp"
#include "read/xls_text.hpp"

namespace huizong {
namespace {

using namespace std::string_view_literals;

constexpr std::uint8_t state_bits = 0x03, name_of_filter = 0x0D;
constexpr std::uint16_t name_is_builtin = 0x0020;
constexpr std::size_t name_head_bytes = 14;

std::string read_sheet_name(Biff version, std::string_view bytes, const CodePage& page) {
  if (version == Biff::v8) {
    if (bytes.size() < 2) return {};
    const bool wide = bytes[1] & 1;
    const std::size_t length = std::min<std::size_t>(get8(bytes.data()), (bytes.size() - 2) / (wide ? 2 : 1));
    std::string room(length * 3 + 4, '\0');
    Utf8Writer writer(room.data());
    if (wide)
      writer.put_utf16(bytes.data() + 2, length);
    else
      writer.put_latin1(bytes.data() + 2, length);
    room.resize(static_cast<std::size_t>(writer.finish() - room.data()));
    return room;
  }
  std::string name;
  const std::string_view text = bytes.empty() ? bytes : bytes.substr(1, get8(bytes.data()));
  if (!page.append(text, name)) refuse_unreadable("why.encoding");
  return name;
}

/// The area in the formula of a name that is one area of one sheet.
std::optional<CellRange> read_area(Biff version, std::string_view formula) {
  const std::size_t head = version == Biff::v8 ? 3 : 15, size = version == Biff::v8 ? 11 : 21;
  constexpr std::uint8_t area_3d = 0x3B;
  if (formula.size() < size || (get8(formula.data()) & 0x1F) != (area_3d & 0x1F)) return std::nullopt;
  const char* at = formula.data() + head;
  const bool wide = version == Biff::v8;
  const std::uint32_t first = wide ? get16(at + 4) & 0x3FFF : get8(at + 4);
  const std::uint32_t last = wide ? get16(at + 6) & 0x3FFF : get8(at + 5);
  return CellRange{{get16(at), first}, {get16(at + 2), last}};
}

class GlobalsReader {
 public:
  explicit GlobalsReader(const StreamBytes& stream) : stream_(stream) {}
  XlsGlobals read(std::size_t offset);

 private:
  void take(const BiffRecord& record);
  void take_sheet(const BiffRecord& record);
  void take_name(const BiffRecord& record);

  const StreamBytes& stream_;
  XlsGlobals found_;
};

XlsGlobals GlobalsReader::read(std::size_t offset) {
  RecordCursor cursor(stream_, offset);
  BiffRecord record;
  if (!cursor.next(record) || !is_bof(record.id)) refuse_unreadable("why.xls-damaged");
  const Bof bof = parse_bof(record);
  found_.version = bof.version;
  found_.kind = bof.kind;
  int depth = 0;  // of charts inside a sheet
  while (true) {
    found_.end = cursor.offset();
    if (!cursor.next(record)) refuse_unreadable("why.xls-cut-off");
    const bool starts_sheet = is_bof(record.id) && bof.kind == BofKind::globals;
    if (starts_sheet) break;  // the globals lack their end
    if (is_bof(record.id)) ++depth;
    if (record.id == xls::eof && depth-- == 0) {
      found_.end = cursor.offset();
      break;
    }
    if (depth == 0) take(record);
  }
  found_.formats.finish(found_.version);
  return std::move(found_);
}

void GlobalsReader::take(const BiffRecord& record) {
  const char* data = record.data.data();
  switch (record.id) {
    case xls::filepass:
      refuse_encrypted();
    case xls::codepage:
      if (record.data.size() >= 2 && found_.page.number() == 0) found_.page = CodePage(get16(data));
      break;
    case xls::date1904:
      found_.date1904 = record.data.size() >= 2 && get16(data) == 1;
      break;
    case xls::format2:
    case xls::format:
      found_.formats.take_format(found_.version, record, stream_, found_.page);
      break;
    case xls::xf2:
    case xls::xf3:
    case xls::xf4:
    case xls::xf5:
      found_.formats.take_xf(found_.version, record);
      break;
    case xls::font:
      found_.formats.take_font(found_.version, record);
      break;
    case xls::boundsheet:
      if (found_.version >= Biff::v5) take_sheet(record);
      break;
    case xls::name:
      if (found_.version >= Biff::v5) take_name(record);
      break;
    case xls::sst:
      if (!found_.strings) found_.strings = record.offset;
      break;
    default:
      break;
  }
}

void GlobalsReader::take_sheet(const BiffRecord& record) {
  if (record.data.size() < 7) refuse_unreadable("why.xls-damaged");
  if (found_.sheets.size() >= xls_most_sheets) refuse_hostile("why.too-many-sheets");
  const char* data = record.data.data();
  XlsSheetEntry sheet;
  sheet.offset = get32(data);
  sheet.hidden = (get8(data + 4) & state_bits) != 0;
  sheet.worksheet = get8(data + 5) == 0;
  sheet.name = read_sheet_name(found_.version, record.data.substr(6), found_.page);
  found_.sheets.push_back(std::move(sheet));
}

/// *Source*: MS-XLS 2.4.150 Lbl.
void GlobalsReader::take_name(const BiffRecord& record) {
  if (record.data.size() < name_head_bytes) return;
  const char* data = record.data.data();
  const std::size_t length = get8(data + 3), formula_bytes = get16(data + 4), sheet = get16(data + 8);
  const bool has_options = found_.version == Biff::v8;
  if (sheet == 0 || record.data.size() < name_head_bytes + (has_options ? 1 : 0) + length) return;
  const bool wide = has_options && (record.data[name_head_bytes] & 1);
  const std::size_t text_at = name_head_bytes + (has_options ? 1 : 0), text_bytes = length * (wide ? 2 : 1);
  const std::string_view text = record.data.substr(text_at, text_bytes);
  const bool is_builtin = (get16(data) & name_is_builtin) && !text.empty() && get8(text.data()) == name_of_filter;
  const bool is_spelt = !wide && text.ends_with("_FilterDatabase"sv);
  if ((!is_builtin && !is_spelt) || record.data.size() < text_at + text_bytes) return;
  const auto range = read_area(found_.version, record.data.substr(text_at + text_bytes, formula_bytes));
  if (range) found_.filters.try_emplace(sheet - 1, *range);
}

}  // namespace

XlsGlobals read_xls_globals(const StreamBytes& stream, std::size_t offset) {
  return GlobalsReader(stream).read(offset);
}

}  // namespace huizong
