// The records that read/xls_plain leaves. No allocation a cell: shared strings are views, other texts live as long as their row.
#include "read/xls_cells.hpp"

#include <algorithm>
#include <map>

#include "package/arena.hpp"
#include "package/refuse.hpp"
#include "read/run_text.hpp"
#include "read/xls_plain.hpp"
#include "read/xls_text.hpp"
#include "read/xls_values.hpp"

namespace huizong {
namespace {

constexpr std::size_t most_places = 65'536 * 256;      // as many as a sheet has cells
constexpr std::size_t value_at = 6, old_value_at = 7;  // Excel 2 gives a cell three bytes of look, the others an XF

class SheetCells {
 public:
  SheetCells(const XlsContext& context, const XlsLayout& layout, CellSink& sink)
      : context_(context), layout_(layout), sink_(sink), stream_(context.stream), row_(context.globals, layout, context.sheet, sink),
        plain_(context.strings, context.globals.formats, row_) {}

  void send();

 private:
  void send_in_order();
  void send_sorted();
  void take(const BiffRecord& record);
  void take_one_of_mulrk(const BiffRecord& record, std::uint32_t column);
  void take_boolerr(const BiffRecord& record, std::size_t at);
  void take_label(const BiffRecord& record);
  void take_formula(const BiffRecord& record);
  void take_result_text(const BiffRecord& record, Cell& cell);
  Cell& add(const BiffRecord& record, std::size_t least_size);
  NumberLook look_of(const BiffRecord& record) const;
  void add_number(const BiffRecord& record, std::size_t least_size, double value);
  void set_text(std::string_view text, std::size_t xf, Cell& cell);
  std::string_view decode(std::string_view bytes, std::size_t xf);

  const XlsContext& context_;
  const XlsLayout& layout_;
  CellSink& sink_;
  const StreamBytes& stream_;
  XlsRow row_;
  PlainCellRecords plain_;
  std::map<unsigned, CodePage> pages_;  ///< of fonts that are not of the workbook's page
};

void SheetCells::send() {
  if (layout_.ordered)
    send_in_order();
  else
    send_sorted();
  row_.finish();
  sink_.end_sheet(layout_.tail);
}

void SheetCells::send_in_order() {
  RecordCursor cursor(stream_, layout_.begin);
  BiffRecord record;
  while (true) {
    plain_.take(cursor, layout_.end);
    if (cursor.offset() >= layout_.end || !cursor.next(record)) return;
    if (is_bof(record.id))
      skip_substream(cursor);
    else
      take(record);
  }
}

/// Sorts the cells by place, and those of one place by where they stand in the stream.
void SheetCells::send_sorted() {
  if (layout_.cells > most_places) refuse_hostile("why.too-many-cells");
  std::vector<std::uint64_t> places;  // row, column, offset of the record
  places.reserve(layout_.cells);
  RecordCursor cursor(stream_, layout_.begin);
  BiffRecord record;
  while (cursor.offset() < layout_.end && cursor.next(record)) {
    if (is_bof(record.id)) skip_substream(cursor);
    const CellSpan span = span_of(record);
    for (std::uint32_t i = 0; i < span.count; ++i)
      places.push_back(std::uint64_t{span.row << 16 | (span.first + i)} << 32 | record.offset);
  }
  std::sort(places.begin(), places.end());
  for (std::size_t i = 0; i < places.size(); ++i) {
    const bool replaced = i + 1 < places.size() && places[i + 1] >> 32 == places[i] >> 32;
    if (replaced) continue;
    cursor.seek(places[i] & 0xFFFFFFFFu);
    if (!cursor.next(record)) continue;
    if (record.id == xls::mulrk)
      take_one_of_mulrk(record, places[i] >> 32 & 0xFFFF);
    else
      take(record);
  }
}

void SheetCells::take(const BiffRecord& record) {
  if (plain_.take(record)) return;
  const char* data = record.data.data();
  switch (record.id) {
    case xls::labelsst:
    case xls::number:
    case xls::rk:
      refuse_unreadable("why.xls-damaged");  // shorter than its value
    case xls::number2:
      return add_number(record, old_value_at + 8, record.data.size() < 15 ? 0 : get_double(data + old_value_at));
    case xls::integer2:
      return add_number(record, old_value_at + 2, record.data.size() < 9 ? 0 : get16(data + old_value_at));
    case xls::boolerr:
      return take_boolerr(record, value_at);
    case xls::boolerr2:
      return take_boolerr(record, old_value_at);
    case xls::label:
    case xls::label2:
    case xls::rstring:
      return take_label(record);
    case xls::formula:
    case xls::formula3:
    case xls::formula4:
      return take_formula(record);
    default:
      return;
  }
}

Cell& SheetCells::add(const BiffRecord& record, std::size_t least_size) {
  if (record.data.size() < least_size) refuse_unreadable("why.xls-damaged");
  return row_.add(get16(record.data.data()), get16(record.data.data() + 2));
}

/// Excel 2 writes the XF in six bits, 63 for one that does not fit, and the number format beside it.
NumberLook SheetCells::look_of(const BiffRecord& record) const {
  const XlsFormats& formats = context_.globals.formats;
  const bool is_old = record.id < 0x0010 && (record.id != xls::formula || context_.globals.version == Biff::v2);
  if (!is_old) return formats.look(get16(record.data.data() + 4));
  const unsigned xf = get8(record.data.data() + 4) & 0x3F, format = get8(record.data.data() + 5) & 0x3F;
  return xf < 0x3F && xf < formats.size() ? formats.look(xf) : formats.look_of_format(context_.globals.version, format);
}

void SheetCells::add_number(const BiffRecord& record, std::size_t least_size, double value) {
  Cell& cell = add(record, least_size);
  set_xls_number(value, look_of(record), cell);
}

void SheetCells::take_one_of_mulrk(const BiffRecord& record, std::uint32_t column) {
  const CellSpan span = span_of(record);
  const char* at = record.data.data() + 4 + 6 * (column - span.first);
  set_xls_number(to_number(get32(at + 2)), context_.globals.formats.look(get16(at)), row_.add(span.row, column));
}

void SheetCells::take_boolerr(const BiffRecord& record, std::size_t at) {
  Cell& cell = add(record, at + 2);
  const std::uint8_t value = get8(record.data.data() + at);
  const bool is_error = record.data[at + 1] != 0;
  cell.kind = is_error ? CellKind::error : CellKind::boolean;
  if (is_error)
    cell.text = to_error_text(value);
  else
    cell.number = value != 0 ? 1 : 0;
}

/// Empty text is no cell, even where a formula gave it.
void SheetCells::set_text(std::string_view text, std::size_t xf, Cell& cell) {
  cell.kind = CellKind::text;
  cell.text = context_.globals.formats.strikes(xf) ? row_.arena().keep(to_run_text(text, RunLook::struck)) : text;
  if (text.empty()) row_.drop_last();
}

void SheetCells::take_label(const BiffRecord& record) {
  const bool is_old = record.id == xls::label2, is_wide = context_.globals.version == Biff::v8;
  const std::size_t at = is_old ? old_value_at : value_at, head = is_old && !is_wide ? 1 : 2;
  Cell& cell = add(record, at + head);
  const char* data = record.data.data();
  const std::size_t length = head == 1 ? get8(data + at) : get16(data + at);
  const std::size_t xf = is_old ? get8(data + 4) & 0x3F : get16(data + 4);
  if (is_wide) {
    ContinuedData text(stream_, record, at + head);
    return set_text(keep_unicode(text, length, row_.arena()), xf, cell);
  }
  const std::string_view bytes = record.data.substr(at + head, length);
  if (bytes.size() < length) refuse_unreadable("why.xls-damaged");
  set_text(decode(bytes, xf), xf, cell);
}

void SheetCells::take_formula(const BiffRecord& record) {
  const bool is_old = context_.globals.version == Biff::v2;
  const std::size_t at = is_old ? old_value_at : value_at;
  Cell& cell = add(record, at + 8);
  cell.formula = true;
  const char* value = record.data.data() + at;
  if (get16(value + 6) != 0xFFFF) return set_xls_number(get_double(value), look_of(record), cell);
  switch (get8(value)) {
    case 0:
      return take_result_text(record, cell);
    case 1:
      cell.kind = CellKind::boolean;
      cell.number = value[2] != 0 ? 1 : 0;
      return;
    case 2:
      cell.kind = CellKind::error;
      cell.text = to_error_text(get8(value + 2));
      return;
    case 3:
      if (layout_.calculated) return set_text("", 0, cell);
      cell.no_result = true;  // whoever wrote this sheet left the calculating to Excel
      return;
    default:
      refuse_unreadable("why.xls-damaged");
  }
}

/// The STRING record behind a formula; between them stand those that the formula shares.
void SheetCells::take_result_text(const BiffRecord& formula, Cell& cell) {
  RecordCursor cursor(stream_, formula.end());
  BiffRecord record;
  bool found = false;
  while (!found && cursor.offset() < layout_.end && cursor.next(record)) {
    const std::uint16_t id = record.id;
    found = id == xls::string || id == xls::string2;
    const bool is_shared = id == xls::shrfmla || id == xls::array || id == xls::array2 || id == xls::table ||
                           id == xls::table2 || id == xls::table2b || id == xls::continued;
    if (!found && !is_shared) break;
  }
  const std::size_t head = context_.globals.version == Biff::v2 ? 1 : 2;
  if (!found || record.data.size() < head) {
    cell.no_result = true;
    return;
  }
  const std::size_t length = head == 1 ? get8(record.data.data()) : get16(record.data.data());
  if (context_.globals.version == Biff::v8) {
    ContinuedData text(stream_, record, head);
    return set_text(keep_unicode(text, length, row_.arena()), get16(formula.data.data() + 4), cell);
  }
  const std::string_view bytes = record.data.substr(head, length);
  if (bytes.size() < length) refuse_unreadable("why.xls-damaged");
  set_text(decode(bytes, get16(formula.data.data() + 4)), get16(formula.data.data() + 4), cell);
}

/// In a workbook of one code page a text may stand in a font of another script. The font counts where the bytes are
/// text of its page.
std::string_view SheetCells::decode(std::string_view bytes, std::size_t xf) {
  if (is_ascii(bytes)) return bytes;
  const XlsGlobals& globals = context_.globals;
  const unsigned number = page_of_charset(globals.formats.charset(xf));
  if (number != 0 && number != globals.page.number()) {
    const CodePage& page = pages_.try_emplace(number, number).first->second;
    if (page.can_decode(bytes)) return keep_bytes(bytes, page, row_.arena());
  }
  return keep_bytes(bytes, globals.page, row_.arena());
}

}  // namespace

void send_xls_sheet(const XlsContext& context, const XlsLayout& layout, CellSink& sink) {
  SheetCells(context, layout, sink).send();
}

}  // namespace huizong
