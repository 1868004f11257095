#include "read/xls_layout.hpp"

#include <algorithm>

#include "model/sheet_bounds.hpp"
#include "package/refuse.hpp"
#include "read/xls_plain.hpp"
#include "read/xls_values.hpp"

namespace huizong {
namespace {

constexpr std::uint16_t row_hidden = 0x0020, column_hidden = 0x0001, default_rows_hidden = 0x0002;

void take_row(const BiffRecord& record, XlsLayout& layout) {
  const char* data = record.data.data();
  if (record.data.size() < 8) return;
  const std::uint32_t row = get16(data);
  layout.written_rows[row] = true;
  // Excel 2 has no mark for hidden rows: their height is 0.
  const bool hidden =
      record.id == xls::row2 ? get16(data + 6) == 0 : record.data.size() >= 14 && (get16(data + 12) & row_hidden);
  layout.hidden_rows[row] = hidden;
}

void hide_columns(std::uint32_t first, std::uint32_t last, XlsLayout& layout) {
  for (std::uint32_t c = first; c < layout.hidden_columns.size() && c <= last; ++c) layout.hidden_columns[c] = true;
}

void take_columns(const BiffRecord& record, XlsLayout& layout) {
  const char* data = record.data.data();
  if (record.id == xls::colwidth2 && record.data.size() >= 4) {
    if (get16(data + 2) == 0) hide_columns(get8(data), get8(data + 1), layout);
  } else if (record.id == xls::colinfo && record.data.size() >= 10) {
    const bool hidden = (get16(data + 8) & column_hidden) || get16(data + 4) == 0;
    if (hidden) hide_columns(get16(data), get16(data + 2), layout);
  }
}

void take_merges(const BiffRecord& record, XlsLayout& layout) {
  if (record.data.size() < 2) return;
  const std::size_t count = std::min<std::size_t>(get16(record.data.data()), (record.data.size() - 2) / 8);
  for (std::size_t i = 0; i < count; ++i) {
    const char* at = record.data.data() + 2 + 8 * i;
    const CellRange range{{get16(at), get16(at + 4)}, {get16(at + 2), get16(at + 6)}};
    const bool is_range = range.first.row <= range.last.row && range.first.column <= range.last.column;
    if (is_range && range.last.column < most_columns) layout.tail.merges.push_back(range);
  }
}

/// A record that is no cell, and that the sheet's look depends on.
void take_other(const BiffRecord& record, Biff version, XlsLayout& layout) {
  switch (record.id) {
    case xls::row:
    case xls::row2:
      return take_row(record, layout);
    case xls::colinfo:
    case xls::colwidth2:
      return take_columns(record, layout);
    case xls::mergedcells:
      return take_merges(record, layout);
    case xls::filtermode:
      layout.filters_on = true;
      return;
    case xls::defaultrowheight:
      layout.hides_unwritten = record.data.size() >= 4 && (get16(record.data.data()) & default_rows_hidden);
      return;
    case xls::filepass:
      if (version < Biff::v5) refuse_encrypted();
      return;
    default:
      return;
  }
}

}  // namespace

CellSpan span_of(const BiffRecord& record) {
  switch (record.id) {
    case xls::blank:
    case xls::blank2:
    case xls::boolerr:
    case xls::boolerr2:
    case xls::formula:
    case xls::formula3:
    case xls::formula4:
    case xls::integer2:
    case xls::label:
    case xls::label2:
    case xls::labelsst:
    case xls::number:
    case xls::number2:
    case xls::rk:
    case xls::rstring:
    case xls::mulblank:
    case xls::mulrk:
      break;
    default:
      return {};
  }
  if (record.data.size() < 6) refuse_unreadable("why.xls-damaged");
  CellSpan span{get16(record.data.data()), get16(record.data.data() + 2), 1};
  if (record.id == xls::mulrk || record.id == xls::mulblank) {
    const std::uint32_t size = record.id == xls::mulrk ? 6 : 2;
    const std::uint32_t last = get16(record.data.data() + record.data.size() - 2);
    span.count = static_cast<std::uint32_t>(record.data.size() - 6) / size;
    if (last - span.first + 1 != span.count) refuse_unreadable("why.xls-damaged");
  }
  if (span.first + span.count > most_columns) refuse_unreadable("why.bad-reference");
  return span;
}

bool skip_substream(RecordCursor& cursor) {
  BiffRecord record;
  for (std::size_t depth = 1; depth > 0;) {
    if (!cursor.next(record)) return false;
    if (is_bof(record.id)) ++depth;
    if (record.id == xls::eof) --depth;
  }
  return true;
}

XlsLayout scan_xls_sheet(const StreamBytes& stream, std::size_t offset, Biff version) {
  RecordCursor cursor(stream, offset);
  BiffRecord record;
  XlsLayout layout;
  if (!cursor.next(record) || !is_bof(record.id)) refuse_unreadable("why.xls-damaged");
  layout.begin = cursor.offset();
  CellOrder order;
  while (true) {
    order_plain_cells(cursor, order);
    if (!cursor.next(record)) refuse_unreadable("why.xls-cut-off");
    if (record.id == xls::eof) break;
    if (const CellSpan span = span_of(record); span.count != 0) {
      order.take(span.row, span.first, span.count);
      if (record.id == xls::formula && version >= Biff::v5 && is_uncalculated(record.data)) layout.calculated = false;
    } else if (is_bof(record.id)) {
      if (!skip_substream(cursor)) refuse_unreadable("why.xls-cut-off");
    } else {
      take_other(record, version, layout);
    }
  }
  layout.end = record.offset;
  layout.ordered = order.ordered;
  layout.cells = order.cells;
  for (std::uint32_t c = 0; c < layout.hidden_columns.size(); ++c) {
    if (layout.hidden_columns[c]) layout.tail.hidden_columns.push_back(c);
  }
  return layout;
}

}  // namespace huizong
