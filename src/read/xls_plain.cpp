#include "read/xls_plain.hpp"

#include <algorithm>
#include <array>

#include "model/sheet_bounds.hpp"
#include "package/refuse.hpp"
#include "read/run_text.hpp"
#include "read/xls_values.hpp"

namespace huizong {
namespace {

constexpr std::ptrdiff_t head = 4, value_at = 6;  // of a record; of the value behind row, column and XF

/// The head of a record: its number and its size.
constexpr std::uint32_t start_of(xls::Id id, std::uint32_t size) { return id | size << 16; }
constexpr std::uint32_t shared_start = start_of(xls::labelsst, 10), rk_start = start_of(xls::rk, 10),
                        number_start = start_of(xls::number, 14);
constexpr std::ptrdiff_t longest_plain = head + 14;

/// Records of one cell whose row and column come first, and that say nothing of the sheet but where they stand.
constexpr auto single_cells = [] {
  std::array<bool, 0x280> table{};
  for (const unsigned id : {xls::blank, xls::labelsst, xls::number, xls::rk}) table[id] = true;
  return table;
}();

}  // namespace

void order_plain_cells(RecordCursor& cursor, CellOrder& order) {
  const char* p = cursor.at();
  const char* end = cursor.piece_end();
  CellOrder found = order;
  while (end - p >= head + value_at) {
    const unsigned id = get16(p);
    const std::ptrdiff_t size = get16(p + 2);
    if (size < value_at || end - p < size + head) break;
    const std::uint32_t column = get16(p + 6);
    std::uint32_t count = 1;
    if (id == xls::mulrk) {
      count = get16(p + head + size - 2) - column + 1;
      if (size - value_at != std::ptrdiff_t{count} * 6) break;
    } else if (id >= single_cells.size() || !single_cells[id]) {
      break;
    }
    if (column + count > most_columns) break;
    found.take(get16(p + 4), column, count);
    p += size + head;
  }
  order = found;
  cursor.move_to(p);
}

inline void PlainCellRecords::take_shared(const char* data) {
  const std::uint32_t index = get32(data + value_at);
  if (index >= strings_.size()) refuse_unreadable("why.string-index");
  const std::string_view text = strings_[index];
  if (text.empty()) return;  // no cell
  Cell& cell = row_.add(get16(data), get16(data + 2));
  cell.kind = CellKind::text;
  cell.text = formats_.strikes(get16(data + 4)) ? row_.arena().keep(to_run_text(text, RunLook::struck)) : text;
}

inline void PlainCellRecords::take_number(const char* data, double value) {
  set_xls_number(value, formats_.look(get16(data + 4)), row_.add(get16(data), get16(data + 2)));
}

void PlainCellRecords::take_numbers(const char* data, std::size_t size) {
  const std::size_t count = (size - value_at) / 6;
  std::uint32_t column = get16(data + 2);
  Cell* cell = row_.add_run(get16(data), count);
  const char* at = data + 4;
  for (const Cell* end = cell + count; cell != end; ++cell, at += 6) {
    *cell = Cell{};
    cell->column = column++;
    set_xls_number(to_number(get32(at + 2)), formats_.look(get16(at)), *cell);
  }
}

bool PlainCellRecords::take(const BiffRecord& record) {
  const char* data = record.data.data();
  const std::size_t size = record.data.size();
  if (record.id == xls::mulrk) return take_numbers(data, size), true;
  if (record.id == xls::labelsst && size >= 10) return take_shared(data), true;
  if (record.id == xls::rk && size >= 10) return take_number(data, to_number(get32(data + value_at))), true;
  if (record.id == xls::number && size >= 14) return take_number(data, get_double(data + value_at)), true;
  return record.id == xls::row || record.id == xls::blank || record.id == xls::mulblank;
}

/// As above, where the records have the sizes that everybody writes. Both sorts of number are read, and one is chosen: which
/// comes next in a row with gaps nobody can foretell.
void PlainCellRecords::take(RecordCursor& cursor, std::size_t end) {
  const char* p = cursor.at();
  const std::size_t left = end - std::min(end, cursor.offset());
  const char* stop = p + std::min(left, static_cast<std::size_t>(cursor.piece_end() - p));
  while (stop - p >= longest_plain) {
    const std::uint32_t start = get32(p);
    if (start == shared_start) {
      take_shared(p + head);
      p += head + 10;
    } else if (start == number_start) {
      take_number(p + head, get_double(p + head + value_at));
      p += head + 14;
    } else if (start == rk_start) {
      take_number(p + head, to_number(get32(p + head + value_at)));
      p += head + 10;
    } else {
      const std::ptrdiff_t size = start >> 16;
      if (stop - p < head + size || !take({static_cast<std::uint16_t>(start), {p + head, static_cast<std::size_t>(size)}})) break;
      p += head + size;
    }
  }
  cursor.move_to(p);
}

}  // namespace huizong
