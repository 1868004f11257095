#include "bind/passed_over.hpp"

#include "base/text.hpp"
#include "bind/form_evidence.hpp"

namespace huizong {
namespace {

constexpr std::size_t most_missing = 5;  ///< labels that a message names

/// 填表说明 by name or by first words; else only that no header was found.
const char* why_ignored(const SourceSheet& sheet) {
  std::string words = sheet.head.name;
  if (!sheet.grid.rows().empty()) words += shown_text(sheet.grid.cells(sheet.grid.rows()[0])[0]);
  const bool explains = contains(words, "说明") || contains(words, "须知") || contains(words, "指标解释");
  return explains ? "why.instructions" : "why.no-header";
}

/// The form that the sheet comes nearest to, and the first labels that it lacks.
Args to_args(const FormEvidence& evidence) {
  Args args{{"candidates", shown_title(*evidence.form)}};
  if (evidence.transposed || evidence.missing.empty()) return args;
  std::vector<std::string> missing = evidence.missing;
  const bool more = missing.size() > most_missing;
  if (more) missing.resize(most_missing - 1);
  args.emplace_back("missing", join(missing, "、") + (more ? "……" : ""));
  return args;
}

}  // namespace

Finding sheet_finding(std::string_view rule, Args args, const std::string& sheet, const std::string& file) {
  Finding finding = make_finding(rule, std::move(args));
  finding.file = file;
  finding.sheet = sheet;
  return finding;
}

void pass_over(const SourceSheet& sheet, const SheetText& text, const BindIndex& index, const std::string& file, PassedOver& passed) {
  const std::string& name = sheet.head.name;
  const std::string why = why_ignored(sheet);
  Args args{{"value", name}, {"why", why}};
  const bool nothing = why == "why.instructions" || text.rows().empty();
  const auto nearest = nothing ? std::nullopt : find_nearest(index.forms, text, name, file);
  if (!nearest) return passed.ignored.push_back(sheet_finding("sheet.ignored", std::move(args), name, file));
  Args evidence = to_args(*nearest);
  const bool meant = nearest->transposed || (nearest->named && nearest->found() >= 2);
  if (nearest->transposed) evidence.emplace_back("why", "why.transposed");
  if (meant) return passed.refused.push_back(sheet_finding("file.unrecognised", std::move(evidence), name, file));
  if (passed.nearest.empty()) passed.nearest = evidence;
  args.insert(args.end(), evidence.begin(), evidence.end());
  passed.ignored.push_back(sheet_finding("sheet.ignored", std::move(args), name, file));
}

void tell_doubtful(const SourceSheet& sheet, const std::vector<DoubtfulTable>& tables, const BindContext& context, PassedOver& passed) {
  for (const DoubtfulTable& table : tables) {
    std::vector<std::string> titles;
    for (const std::string& id : table.forms) titles.push_back(shown_title(*context.pack.form(id)));
    passed.refused.push_back(sheet_finding("file.ambiguous-form", {{"candidates", join(titles, "、")}}, sheet.head.name, context.file));
    passed.refused.back().cell = table.at;
  }
}

}  // namespace huizong
