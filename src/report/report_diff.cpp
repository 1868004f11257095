// A comparison for the terminal: first what moved the whole most, then every difference, largest first.

#include <algorithm>

#include "base/text.hpp"
#include "report/messages.hpp"
#include "report/reports.hpp"
#include "report/text_table.hpp"

namespace huizong {
namespace {

/// The figure or text, with its cell where a comparison of returns knows it.
std::string figure_text(const std::optional<Decimal>& value, const std::string& text, const std::string& cell) {
  const std::string shown = value ? to_text(*value) : text.empty() ? "—" : cut_to_width(text, 24);
  return cell.empty() ? shown : shown + " [" + cell + "]";
}
std::string rate_text(const std::optional<Decimal>& rate) { return rate ? to_fixed_text(*rate, 2) : "—"; }
std::string delta_text(const std::optional<Decimal>& delta) {
  if (!delta) return "—";
  return (*delta > Decimal(0) ? "+" : "") + to_text(*delta);
}

struct Difference {
  const DiffRow* row;
  const DiffCell* cell;
};

Decimal weight(const Difference& difference) { return difference.cell->contribution ? abs(*difference.cell->contribution) : Decimal(-1); }

std::vector<Difference> by_weight(const Diff& diff) {
  std::vector<Difference> all;
  for (const DiffRow& row : diff.rows) {
    for (const DiffCell& cell : row.cells) all.push_back({&row, &cell});
  }
  std::ranges::stable_sort(all, [](const Difference& a, const Difference& b) { return weight(a) > weight(b); });
  return all;
}

std::string name_of(const DiffRow& row) { return !row.name.empty() ? row.name : !row.key.empty() ? row.key : row.region; }

std::string headline(const Difference& difference, Lang lang) {
  const DiffCell& cell = *difference.cell;
  return say("report.moved-most",
             {{"column", cell.path}, {"from", figure_text(cell.a, cell.text_a, cell.cell_a)}, {"to", figure_text(cell.b, cell.text_b, cell.cell_b)},
              {"delta", delta_text(cell.delta)}, {"name", name_of(*difference.row)}},
             lang);
}

}  // namespace

std::string to_diff_text(const Diff& diff, Lang lang, bool color) {
  if (diff.rows.empty()) return say("report.no-difference", {{"from", diff.a}, {"to", diff.b}}, lang) + "\n";
  const std::vector<Difference> all = by_weight(diff);
  std::string out = say("report.diff-title", {{"from", diff.a}, {"to", diff.b}, {"total", std::to_string(std::max(all.size(), diff.rows.size()))}}, lang) + "\n";
  if (!all.empty() && weight(all.front()) > Decimal(0)) out += headline(all.front(), lang) + "\n";
  TextTable table;
  for (std::string_view id : {"change", "region", "name", "column"}) table.columns.push_back({say("word." + std::string(id), {}, lang), false});
  table.columns.push_back({diff.a, true});
  table.columns.push_back({diff.b, true});
  for (std::string_view id : {"delta", "growth", "contribution"}) table.columns.push_back({say("word." + std::string(id), {}, lang), true});
  table.columns[7].head += "%";
  for (auto* column : {&table.columns[4], &table.columns[5]}) column->head = cut_to_width(column->head, 24);
  const auto add = [&](const DiffRow& row, std::vector<std::string> rest) {
    std::vector<std::string> texts{say("word.change." + row.change, {}, lang), row.region, cut_to_width(name_of(row), 36)};
    texts.insert(texts.end(), rest.begin(), rest.end());
    table.rows.push_back(std::move(texts));
    table.colors.push_back(row.change == "added" ? "32" : row.change == "removed" ? "31" : "");
  };
  for (const auto& [row, cell] : all) {
    add(*row, {cell->path, figure_text(cell->a, cell->text_a, cell->cell_a), figure_text(cell->b, cell->text_b, cell->cell_b), delta_text(cell->delta),
               rate_text(cell->growth), rate_text(cell->contribution)});
  }
  for (const DiffRow& row : diff.rows) {
    if (row.cells.empty()) add(row, {});
  }
  return out + "\n" + to_text(table, color);
}

}  // namespace huizong
