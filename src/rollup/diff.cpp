// Two periods' summaries of one form, row by row; and the order of a comparison.

#include <algorithm>
#include <map>
#include <tuple>

#include "rollup/diff_cells.hpp"
#include "rollup/roll_up.hpp"

namespace huizong {
namespace {

constexpr std::size_t city_digits = 4;  // of a region's code

struct Match {
  const SummaryRow* a = nullptr;
  const SummaryRow* b = nullptr;
};

/// Record rows where either summary has them, else cities, else the counties that a municipality has in their place.
std::vector<const SummaryRow*> rows_of(const Summary& summary, RowLevel level) {
  std::vector<const SummaryRow*> rows;
  for (const SummaryRow& row : summary.rows) {
    if (row.level == level) rows.push_back(&row);
  }
  return rows;
}

RowLevel level_to_compare(const Summary& a, const Summary& b) {
  for (const RowLevel level : {RowLevel::record, RowLevel::city}) {
    if (!rows_of(a, level).empty() || !rows_of(b, level).empty()) return level;
  }
  return RowLevel::county;
}

/// By region and key; then what is left by key within the city, since a county's base may come from its city's table.
std::vector<Match> match(const std::vector<const SummaryRow*>& a, const std::vector<const SummaryRow*>& b) {
  std::vector<Match> matches;
  std::map<std::pair<std::string, std::string>, std::size_t> exact;
  for (const SummaryRow* row : a) {
    exact.emplace(std::pair(row->region, row->key), matches.size());
    matches.push_back({row, nullptr});
  }
  std::vector<const SummaryRow*> left;
  for (const SummaryRow* row : b) {
    const auto found = exact.find({row->region, row->key});
    if (found != exact.end() && matches[found->second].b == nullptr) matches[found->second].b = row;
    else left.push_back(row);
  }
  for (const SummaryRow* row : left) {
    const auto near = std::find_if(matches.begin(), matches.end(), [row](const Match& m) {
      return m.b == nullptr && !row->key.empty() && m.a->key == row->key &&
             m.a->region.substr(0, city_digits) == row->region.substr(0, city_digits);
    });
    if (near != matches.end()) near->b = row;
    else matches.push_back({nullptr, row});
  }
  return matches;
}

/// Columns of `b` with their place in `a`: by position, since a path may hold the year; by path where the forms differ.
std::vector<std::pair<int, int>> columns_of(const Summary& a, const Summary& b) {
  std::vector<std::pair<int, int>> columns;
  for (std::size_t i = 0; i < b.columns.size(); ++i) {
    int in_a = static_cast<int>(i);
    if (a.columns.size() != b.columns.size()) {
      const auto found = std::find_if(a.columns.begin(), a.columns.end(),
                                      [&](const SummaryColumn& c) { return c.path == b.columns[i].path; });
      if (found == a.columns.end()) continue;
      in_a = static_cast<int>(found - a.columns.begin());
    }
    columns.emplace_back(in_a, static_cast<int>(i));
  }
  return columns;
}

/// 序号 is given anew in each summary: it is no figure of the record.
bool is_ordinal(const std::string& path) { return path == "序号" || path.ends_with("/序号"); }

const SummaryCell* cell_of(const SummaryRow* row, int column) {
  const auto at = static_cast<std::size_t>(column);
  return row == nullptr || at >= row->cells.size() ? nullptr : &row->cells[at];
}

DiffCell to_cell(const SummaryColumn& column, const SummaryCell* a, const SummaryCell* b,
                 const std::optional<Decimal>& whole) {
  DiffCell cell;
  cell.path = column.path;
  if (a != nullptr) cell.a = a->value, cell.text_a = a->text;
  if (b != nullptr) cell.b = b->value, cell.text_b = b->text;
  put_change(cell, column.growth_unit == "%", whole);
  return cell;
}

Decimal weight_of(const DiffRow& row) {
  Decimal weight = 0;
  for (const DiffCell& cell : row.cells) weight = std::max(weight, abs(cell.contribution.value_or(0)));
  return weight;
}

}  // namespace

std::vector<DiffRow> compare_summaries(const Summary& a, const Summary& b) {
  const RowLevel level = level_to_compare(a, b);
  const auto columns = columns_of(a, b);
  const SummaryRow* whole = a.rows.empty() || a.rows[0].level != RowLevel::province ? nullptr : &a.rows[0];
  std::vector<DiffRow> rows;
  for (const Match& one : match(rows_of(a, level), rows_of(b, level))) {
    const SummaryRow& named = one.b ? *one.b : *one.a;
    DiffRow row{b.form, named.region, named.key, named.name, one.a ? one.b ? "changed" : "removed" : "added", {}};
    for (const auto& [in_a, in_b] : columns) {
      const SummaryColumn& column = b.columns[static_cast<std::size_t>(in_b)];
      if (is_ordinal(column.path)) continue;
      const SummaryCell* total = cell_of(whole, in_a);
      DiffCell cell = to_cell(column, cell_of(one.a, in_a), cell_of(one.b, in_b), total ? total->value : std::nullopt);
      if (cell.a != cell.b || cell.text_a != cell.text_b) row.cells.push_back(std::move(cell));
    }
    order_cells(row);
    if (!row.cells.empty() || row.change != "changed") rows.push_back(std::move(row));
  }
  order_by_contribution(rows);
  return rows;
}

void order_by_contribution(std::vector<DiffRow>& rows) {
  std::stable_sort(rows.begin(), rows.end(), [](const DiffRow& a, const DiffRow& b) {
    const Decimal left = weight_of(a), right = weight_of(b);
    if (left != right) return left > right;
    return std::tie(a.region, a.key) < std::tie(b.region, b.key);
  });
}

}  // namespace huizong
