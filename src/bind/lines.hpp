#pragma once
// The lines above and below a table: 填报单位：…    单位：万元、人    填报时间：…

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "bind/sheet_text.hpp"
#include "bind/text_memo.hpp"
#include "bind/unit.hpp"
#include "schema/form.hpp"

namespace huizong {

/// A label with what stands behind its colon, or in the next cell.
struct Pair {
  std::string label;  ///< folded
  std::string value;  ///< tidied; may be empty
  CellRef at;
};

struct Lines {
  std::vector<TextCell> cells;
  std::vector<Pair> pairs;
  std::vector<int> pair_of;  ///< by cell: the first pair that stands in it, or whose value it is; -1: none
  void add(std::span<const TextCell> row, const std::vector<std::string>& reporter_labels);
};

/// The labels of a form's reporter line, folded, without brackets.
std::vector<std::string> to_reporter_labels(const FormSpec& form);
bool is_reporter_label(std::string_view label, const std::vector<std::string>& reporter_labels);
bool is_filing_label(const std::string& label);
/// 填表人, 联系电话, 单位, 注 and the like; `label` folded.
bool is_line_label(std::string_view label);
/// A line that ends the table: 注：, 填表人：, 联系电话： and the like.
bool is_note(std::string_view text);

/// The units that stand above a table, in one line or in several: 单位：万元、人, 金额单位：元, 以万元为单位.
struct UnitLine {
  struct Named {
    Measure unit;
    CellRef at;
    bool operator==(const Named&) const = default;
  };
  std::vector<Named> units;
  bool unread = false;  ///< a unit is named that nobody knows: 单位：亿, 单位：W
  bool operator==(const UnitLine&) const = default;
};
/// What a text lists of units. `torn`: also 亿 or 万 without a unit.
struct ListedUnits {
  std::vector<Measure> units;
  bool torn = false;
};
/// Does a unit alone in its cell (万元, at the right end of the title's row) speak for the table?
enum class BareUnits { count, are_cells };
std::optional<UnitLine> find_unit_line(const Lines& lines, BareUnits bare, TextMemo<ListedUnits>* memo = nullptr);
/// May a unit be named in a cell, or behind it? Nothing that find_unit_line takes, but units alone, is left out. `folded`: its text.
bool may_name_unit(std::string_view folded);
std::optional<Date> find_filing_date(const Lines& lines);

}  // namespace huizong
