// summary/<form>.json, as INTERFACE lays it down.

#include <nlohmann/json.hpp>

#include "report/figures.hpp"
#include "report/reports.hpp"

namespace huizong {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
Json rate_or_null(const std::optional<Decimal>& rate) { return rate ? Json(to_fixed_text(*rate, 2)) : Json(nullptr); }

std::string_view to_word(RowLevel level) {
  switch (level) {
    case RowLevel::province: return "province";
    case RowLevel::city: return "city";
    case RowLevel::county: return "county";
    case RowLevel::record: break;
  }
  return "record";
}

Json to_json(const SummaryColumn& column) {
  return {{"path", column.path}, {"unit", text_or_null(column.unit)}, {"growth_unit", text_or_null(column.growth_unit)}};
}

Json to_value(const SummaryColumn& column, const SummaryCell& cell, RowLevel level) {
  if (cell.value) return to_figure_text(column, cell.value);
  return level == RowLevel::record ? text_or_null(cell.text) : Json(nullptr);
}

struct RowParts {
  Json values = Json::object(), base = Json::object(), growth = Json::object(), comparable = Json::object();
  Json contribution = Json::object(), notes = Json::object();
};

RowParts to_parts(const std::vector<SummaryColumn>& columns, const SummaryRow& row, Lang lang) {
  RowParts parts;
  for (std::size_t i = 0; i < columns.size() && i < row.cells.size(); ++i) {
    const SummaryColumn& column = columns[i];
    const SummaryCell& cell = row.cells[i];
    parts.values[column.path] = to_value(column, cell, row.level);
    if (is_additive_column(column)) parts.base[column.path] = cell.base ? Json(to_text(*cell.base)) : Json(nullptr);
    if (is_growing_column(column)) {
      parts.growth[column.path] = rate_or_null(cell.growth);
      parts.comparable[column.path] = rate_or_null(cell.growth_comparable);
      parts.contribution[column.path] = rate_or_null(cell.contribution);
    }
    if (!cell.notes.empty()) parts.notes[column.path] = to_notes_text(cell, lang);
  }
  return parts;
}

Json to_json(const std::vector<SummaryColumn>& columns, const SummaryRow& row, Lang lang) {
  RowParts parts = to_parts(columns, row, lang);
  return {{"level", to_word(row.level)},
          {"region", text_or_null(row.region)},
          {"name", text_or_null(row.name)},
          {"key", text_or_null(row.key)},
          {"values", std::move(parts.values)},
          {"base", std::move(parts.base)},
          {"growth", std::move(parts.growth)},
          {"growth_comparable", std::move(parts.comparable)},
          {"contribution", std::move(parts.contribution)},
          {"coverage", {{"expected", row.coverage.expected}, {"counted", row.coverage.counted}}},
          {"notes", std::move(parts.notes)},
          {"returns", row.returns},
          {"pending", row.pending},
          {"held_out", row.held_out}};
}

std::string dump(const Json& json) { return json.dump(1, ' ', false, Json::error_handler_t::replace); }

/// As a member two levels down; no line break of a text stands unescaped in JSON.
void append_indented(std::string& out, const std::string& text) {
  out += "  ";
  for (const char c : text) {
    out += c;
    if (c == '\n') out += "  ";
  }
}

}  // namespace

std::string to_summary_json(const Summary& summary, Lang lang) {
  Json columns = Json::array();
  for (const SummaryColumn& column : summary.columns) columns.push_back(to_json(column));
  std::string out = dump({{"form", summary.form},
                          {"period", to_text(summary.period)},
                          {"base_period", to_text(summary.base_period)},
                          {"columns", std::move(columns)},
                          {"rows", Json::array()}});
  if (!summary.rows.empty()) {
    // Row by row: the tree of a roster of 200,000 rows would be several times its text.
    out.resize(out.rfind(']'));
    for (std::size_t i = 0; i < summary.rows.size(); ++i) {
      out += i == 0 ? "\n" : ",\n";
      append_indented(out, dump(to_json(summary.columns, summary.rows[i], lang)));
    }
    out += "\n ]\n}";
  }
  return out + "\n";
}

}  // namespace huizong
