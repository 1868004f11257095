// findings.json, inbox.json and check --json: everything that carries findings.

#include <nlohmann/json.hpp>

#include "report/messages.hpp"
#include "report/reports.hpp"

namespace huizong {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json to_json(const Finding& finding, const Catalogue& catalogue, Lang lang) {
  return {{"id", finding.id},
          {"severity", to_letter(finding.severity)},
          {"scope", to_word(finding.scope)},
          {"rule", finding.rule},
          {"form", text_or_null(finding.form)},
          {"region", text_or_null(finding.region)},
          {"reporter", text_or_null(finding.reporter)},
          {"file", text_or_null(finding.file)},
          {"sheet", text_or_null(finding.sheet)},
          {"cell", finding.cell ? Json(to_a1(*finding.cell)) : Json(nullptr)},
          {"column", text_or_null(finding.column)},
          {"key", text_or_null(finding.key)},
          {"message", message_of(finding, catalogue, lang)},
          {"mend", text_or_null(mend_of(finding, catalogue, lang))},
          {"state", to_word(finding.state)},
          {"accepted_note", text_or_null(finding.accepted_note)}};
}

Json to_json(const std::vector<Finding>& findings, const Catalogue& catalogue, Lang lang) {
  Json json = Json::array();
  for (const Finding& finding : findings) json.push_back(to_json(finding, catalogue, lang));
  return json;
}

Json to_json(const InboxReturn& data) {
  return {{"form", text_or_null(data.form)},     {"period", text_or_null(data.period)},
          {"region", text_or_null(data.region)}, {"reporter", text_or_null(data.reporter)},
          {"sheet", text_or_null(data.sheet)},   {"bucket", to_word(data.bucket)},
          {"submission", text_or_null(data.submission)}};
}

Json to_json(const LedgerValue& value) {
  if (const bool* yes = std::get_if<bool>(&value)) return *yes;
  const std::string* text = std::get_if<std::string>(&value);
  return text == nullptr ? Json(nullptr) : Json(*text);
}

Json to_json(const LedgerEntry& entry) {
  Json json = {{"sheet", entry.sheet},
               {"cell", to_a1(entry.cell)},
               {"use", to_word(entry.use)},
               {"column", text_or_null(entry.figure.column)},
               {"key", text_or_null(entry.key)},
               {"value", to_json(entry.figure.value)},
               {"raw", entry.raw},
               {"reason", text_or_null(entry.reason)}};
  if (entry.more.empty()) return json;
  json["more"] = Json::array();
  for (const LedgerFigure& figure : entry.more) {
    json["more"].push_back(Json{{"column", figure.column}, {"value", to_json(figure.value)}});
  }
  return json;
}

std::string dump(const Json& json) { return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n"; }

/// Puts the ledgers where their empty lists stand, a line a cell: the tree of a long list would be many times its text.
std::string with_ledgers(const std::string& text, const std::vector<CheckEntry>& entries) {
  static constexpr std::string_view place = "\n   \"ledger\": []";  // no line break of a text stands unescaped in JSON
  std::string out;
  std::size_t done = 0;
  for (const CheckEntry& entry : entries) {
    if (!entry.ledger) continue;
    const std::size_t at = text.find(place, done) + place.size() - 1;
    out.append(text, done, at - done);
    for (const LedgerEntry& cell : *entry.ledger) {
      out += &cell == &entry.ledger->front() ? "\n    " : ",\n    ";
      out += to_json(cell).dump(-1, ' ', false, Json::error_handler_t::replace);
    }
    if (!entry.ledger->empty()) out += "\n   ";
    done = at;
  }
  out.append(text, done);
  return out;
}

}  // namespace

std::string to_findings_json(const Period& period, const std::vector<Finding>& findings, const Catalogue& catalogue,
                             Lang lang) {
  return dump({{"period", to_text(period)}, {"findings", to_json(findings, catalogue, lang)}});
}

std::string to_inbox_json(const std::vector<InboxFile>& files, const Catalogue& catalogue, Lang lang) {
  Json list = Json::array();
  for (const InboxFile& file : files) {
    Json returns = Json::array();
    for (const InboxReturn& data : file.returns) returns.push_back(to_json(data));
    list.push_back(Json{{"file", file.file},
                        {"bucket", to_word(file.bucket)},
                        {"size", file.size_bytes},
                        {"sha256", text_or_null(file.sha256)},
                        {"returns", std::move(returns)},
                        {"findings", to_json(file.findings, catalogue, lang)}});
  }
  Json json = Json::object();
  json["files"] = std::move(list);
  return dump(json);
}

std::string to_check_json(const std::vector<CheckEntry>& entries, const Catalogue& catalogue, Lang lang) {
  Json list = Json::array();
  for (const CheckEntry& entry : entries) {
    list.push_back(Json{{"file", entry.file},
                        {"form", text_or_null(entry.form)},
                        {"period", text_or_null(entry.period)},
                        {"region", text_or_null(entry.region)},
                        {"reporter", text_or_null(entry.reporter)},
                        {"sheet", text_or_null(entry.sheet)},
                        {"state", entry.state},
                        {"findings", to_json(entry.findings, catalogue, lang)}});
    if (entry.ledger) list.back()["ledger"] = Json::array();
  }
  Json json = Json::object();
  json["files"] = std::move(list);
  return with_ledgers(dump(json), entries);
}

}  // namespace huizong
