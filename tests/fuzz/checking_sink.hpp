#pragma once
// What every reader owes to every sink, whatever the bytes were. A broken promise ends the fuzz target.

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "model/workbook.hpp"

namespace huizong::fuzz {

[[noreturn]] inline void broken(const char* promise) {
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

inline void require(bool kept, const char* promise) {
  if (!kept) broken(promise);
}

/// By the table of well-formed byte sequences, and so not by the program's own check. *Source*: Unicode 15, table 3-7.
inline bool is_utf8(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  for (std::size_t i = 0; i < text.size();) {
    const unsigned a = byte(i), b = byte(i + 1);
    const unsigned size = a < 0x80 ? 1 : a < 0xC2 ? 0 : a < 0xE0 ? 2 : a < 0xF0 ? 3 : a < 0xF5 ? 4 : 0;
    if (size == 0) return false;
    if (size > 1) {
      const unsigned least = a == 0xE0 ? 0xA0 : a == 0xF0 ? 0x90 : 0x80, most = a == 0xED ? 0x9F : a == 0xF4 ? 0x8F : 0xBF;
      if (b < least || b > most) return false;
    }
    for (unsigned k = 2; k < size; ++k) {
      if ((byte(i + k) & 0xC0) != 0x80) return false;
    }
    i += size;
  }
  return true;
}

/// As xsd:double writes it, without INF and NaN: [+-] digits [. digits] [e [+-] digits].
inline bool is_number(std::string_view text) {
  std::size_t at = 0, digits = 0;
  const auto sign = [&] { at += at < text.size() && (text[at] == '+' || text[at] == '-'); };
  const auto run = [&] {
    const std::size_t from = at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    return at - from;
  };
  sign();
  digits = run();
  if (at < text.size() && text[at] == '.') ++at, digits += run();
  if (digits == 0) return false;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    sign();
    if (run() == 0) return false;
  }
  return at == text.size();
}

/// Holds the promises of CellSink and Cell, and writes down what it was sent, so that two readings can be compared.
class CheckingSink : public CellSink {
 public:
  explicit CheckingSink(std::uint32_t most_rows = 1'048'576) : most_rows_(most_rows) {}

  bool begin_sheet(const SheetHead& head) override {
    require(!open_, "a sheet begins when the one before has ended");
    require(is_utf8(head.name), "a sheet's name is UTF-8");
    open_ = sheets_++ != declined;
    next_row_ = 0;
    if (open_) seen += "=" + head.name + "\n";
    return open_;
  }

  void row(std::uint32_t row, RowHiding hiding, std::span<const Cell> cells) override {
    require(open_, "rows come inside a sheet");
    require(row >= next_row_, "rows ascend");
    require(row < most_rows_, "a row lies within the sheet");
    require(!cells.empty(), "a row without cells is not sent");
    next_row_ = row + 1;
    seen += std::to_string(row) + "h" + std::to_string(static_cast<int>(hiding));
    std::uint32_t next_column = 0;
    for (const Cell& cell : cells) {
      require(cell.column >= next_column, "columns ascend");
      require(cell.column < 16'384, "a column lies within the sheet");
      next_column = cell.column + 1;
      check(cell);
      note(cell);
    }
    seen += '\n';
  }

  void end_sheet(const SheetTail& tail) override {
    require(open_, "only a sheet that has begun ends");
    open_ = false;
    for (const CellRange& merge : tail.merges) {
      require(merge.first.row <= merge.last.row && merge.first.column <= merge.last.column, "a merge is a rectangle");
      require(merge.last.row < 1'048'576 && merge.last.column < 16'384, "a merge lies within the sheet");
    }
    std::uint32_t next = 0;
    for (const std::uint32_t column : tail.hidden_columns) {
      require(column >= next && column < 16'384, "hidden columns ascend within the sheet");
      next = column + 1;
    }
    seen += "m" + std::to_string(tail.merges.size()) + "c" + std::to_string(tail.hidden_columns.size()) + "\n";
  }

  /// After a reading that was not refused.
  void finish() const { require(!open_, "every sheet that begins ends"); }

  std::string seen;
  int declined = -1;  ///< number of the sheet that is not wanted

 private:
  static void check(const Cell& cell) {
    require(is_utf8(cell.text), "text is UTF-8");
    require(cell.no_result == (cell.kind == CellKind::empty), "only a formula without a result is sent empty");
    require(!cell.no_result || cell.formula, "only a formula is without a result");
    switch (cell.kind) {
      case CellKind::empty:
        break;
      case CellKind::number:
      case CellKind::date:
        require(cell.text.empty() ? std::isfinite(cell.number) : is_number(cell.text), "a number is a number");
        break;
      case CellKind::text:
      case CellKind::error:
        require(!cell.text.empty(), "text is not empty");
        break;
      case CellKind::boolean:
        require(cell.number == 0 || cell.number == 1, "a boolean is 0 or 1");
        break;
    }
  }

  void note(const Cell& cell) {
    std::array<char, 64> head;
    const int size = std::snprintf(head.data(), head.size(), " %u/%d%d%d:%.17g:", cell.column, static_cast<int>(cell.kind),
                                   cell.formula, static_cast<int>(cell.look), cell.number);
    seen.append(head.data(), static_cast<std::size_t>(size)).append(cell.text);
  }

  std::uint32_t most_rows_;
  bool open_ = false;
  int sheets_ = 0;
  std::uint32_t next_row_ = 0;
};

}  // namespace huizong::fuzz
