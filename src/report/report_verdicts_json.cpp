// verdicts/<form>.json

#include <nlohmann/json.hpp>

#include "report/reports.hpp"
#include "report/verdict_words.hpp"

namespace huizong {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json to_json(const Resting& resting) {
  Json cells = Json::array();
  for (const CellRange& range : resting.cells) cells.push_back(to_words(range));
  return {{"form", resting.form},     {"file", resting.file},          {"sheet", resting.sheet},
          {"column", resting.column}, {"cells", std::move(cells)},     {"count", resting.count},
          {"value", resting.count == 1 ? text_or_null(resting.value) : Json(nullptr)}};
}

Json to_json(const VerdictRow& row, const Condition& condition, Lang lang) {
  Json figures = Json::array(), rests = Json::array();
  for (const std::string& figure : row.figures) figures.push_back(figure == "—" ? Json(nullptr) : Json(figure));
  for (const Resting& resting : row.rests_on) rests.push_back(to_json(resting));
  return {{"id", condition.id},
          {"clause", text_or_null(condition.clause)},
          {"condition", condition.title},
          {"verdict", to_word(row.judgement)},
          {"at_least", text_or_null(row.threshold)},
          {"figures", std::move(figures)},
          {"unit", text_or_null(condition.unit)},
          {"reason", text_or_null(reason_in_words(row, condition, lang))},
          {"rests_on", std::move(rests)}};
}

}  // namespace

std::string to_verdicts_json(const VerdictForm& form, const Period& period, const std::vector<VerdictTable>& tables, Lang lang) {
  Json subjects = Json::array();
  for (const VerdictTable& table : tables) {
    Json conditions = Json::array();
    for (std::size_t i = 0; i < table.rows.size(); ++i) conditions.push_back(to_json(table.rows[i], form.conditions[i], lang));
    subjects.push_back({{"region", text_or_null(table.region)}, {"name", table.subject}, {"conditions", std::move(conditions)}});
  }
  const Json json{{"form", form.form.id}, {"period", to_text(period)}, {"subjects", std::move(subjects)}};
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace huizong
