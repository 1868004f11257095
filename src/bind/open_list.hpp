#pragma once
// A list whose rows are being read: those of a small sheet at once, those of a long one as they come.

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "bind/bind_table.hpp"
#include "bind/list_reader.hpp"

namespace huizong {

/// Members refer to each other: it stays where it is. *Lifetime*: refers to the desk, and to what lies on it.
class OpenList {
 public:
  /// Reads the rows that the sheet holds.
  OpenList(const Desk& desk, SheetTable table);
  OpenList(const OpenList&) = delete;
  OpenList& operator=(const OpenList&) = delete;

  /// Whose rows have all been read: of a small sheet, or with another table below it.
  bool is_read() const { return desk_.sheet.whole || area_.last_row != ~0u; }
  void row(std::uint32_t row, RowHiding hiding, std::span<const Cell> cells);
  /// Of a long sheet the merges come last: do they say what the header was read as?
  void confirm_header();
  /// By which a further sheet is seen to go on with it.
  const FormSpec& form() const { return *match_.known->form; }
  const std::shared_ptr<const Header>& header() const { return match_.header; }
  /// The return. Call once, after the last row.
  BoundReturn close();

 private:
  void open(const std::vector<CellRange>& unread);
  void read_held();
  void tell_empty();

  const Desk& desk_;
  SheetArea area_;
  FormMatch match_;
  SheetText text_;
  Lines head_;
  Draft draft_;
  std::vector<LabelUnit> labels_;
  std::vector<ColumnUnit> units_;
  std::unique_ptr<ListReader> reader_;
};

}  // namespace huizong
