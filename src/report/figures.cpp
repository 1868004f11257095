#include "report/figures.hpp"

#include <vector>

#include "base/text.hpp"
#include "report/messages.hpp"

namespace huizong {
namespace {

constexpr std::string_view points = "百分点";

std::string_view leaf_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

}  // namespace

bool is_additive_column(const SummaryColumn& column) { return !column.growth_unit.empty() && column.growth_unit != points; }
bool is_growing_column(const SummaryColumn& column) { return !column.growth_unit.empty(); }

bool is_printed_growth(const SummaryColumn& column) {
  return column.growth_unit.empty() && leaf_of(column.path).starts_with("同比增长");
}

std::string to_figure_text(const SummaryColumn& column, const std::optional<Decimal>& value) {
  if (!value) return {};
  return is_printed_growth(column) ? to_fixed_text(*value, 2) : to_text(*value);
}

std::string to_notes_text(const SummaryCell& cell, Lang lang) {
  std::vector<std::string> notes;
  for (const Message& note : cell.notes) notes.push_back(say(note, lang));
  return join(notes, lang == Lang::zh ? "；" : "; ");
}

}  // namespace huizong
