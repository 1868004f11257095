// status.json and diff --format json.

#include <nlohmann/json.hpp>

#include "report/reports.hpp"

namespace huizong {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
Json rate_or_null(const std::optional<Decimal>& rate) { return rate ? Json(to_fixed_text(*rate, 2)) : Json(nullptr); }

Json figure_or_text(const std::optional<Decimal>& value, const std::string& text) {
  return value ? Json(to_text(*value)) : text_or_null(text);
}

Json to_json(const Unit& unit) {
  return {{"form", unit.form},
          {"region", text_or_null(unit.region)},
          {"name", text_or_null(unit.name)},
          {"reporter", text_or_null(unit.reporter)},
          {"state", to_word(unit.state)},
          {"late", unit.late ? Json(*unit.late) : Json(nullptr)},
          {"version", unit.version == 0 ? Json(nullptr) : Json(unit.version)},
          {"received", text_or_null(unit.received)},
          {"file", text_or_null(unit.file)},
          {"records", unit.records},
          {"findings", {{"M", unit.findings.mandatory}, {"V", unit.findings.verify}, {"I", unit.findings.info}}}};
}

Json to_json(const DiffCell& cell) {
  return {{"a", figure_or_text(cell.a, cell.text_a)},
          {"b", figure_or_text(cell.b, cell.text_b)},
          {"delta", cell.delta ? Json(to_text(*cell.delta)) : Json(nullptr)},
          {"growth", rate_or_null(cell.growth)},
          {"contribution", rate_or_null(cell.contribution)}};
}

Json to_json(const DiffRow& row) {
  Json columns = Json::object();
  for (const DiffCell& cell : row.cells) columns[cell.path] = to_json(cell);
  return {{"form", row.form}, {"region", text_or_null(row.region)}, {"key", text_or_null(row.key)},
          {"change", row.change}, {"columns", std::move(columns)}};
}

std::string dump(const Json& json) { return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace

std::string to_status_json(const Status& status) {
  Json units = Json::array();
  for (const Unit& unit : status.units) units.push_back(to_json(unit));
  return dump({{"period", to_text(status.period)}, {"units", std::move(units)}});
}

std::string to_diff_json(const Diff& diff) {
  Json rows = Json::array();
  for (const DiffRow& row : diff.rows) rows.push_back(to_json(row));
  return dump({{"a", diff.a}, {"b", diff.b}, {"rows", std::move(rows)}});
}

}  // namespace huizong
