// Verdicts in index.html.

#include <algorithm>

#include "report/messages.hpp"
#include "report/reports.hpp"
#include "report/verdict_words.hpp"

namespace huizong {

PageSection to_verdicts_section(const VerdictForm& form, const Period& period, const std::vector<VerdictTable>& tables, Lang lang) {
  PageTable table;
  table.caption = say("verdict.section-count", {{"value", std::to_string(tables.size())}, {"form", form.form.id}}, lang);
  table.head = {say("word.region", {}, lang), say("verdict.subject", {}, lang)};
  for (const Judgement judgement : counted_judgements) table.head.push_back(judgement_in_words(judgement, lang));
  for (const VerdictTable& one : tables) {
    std::vector<PageCell> row{{one.region, Ink::muted, false, ""}, {one.subject, Ink::normal, false, ""}};
    for (const Judgement judgement : counted_judgements) {
      const auto count = std::ranges::count(one.rows, judgement, &VerdictRow::judgement);
      row.push_back({std::to_string(count), count == 0 ? Ink::muted : ink_of(judgement), true, ""});
    }
    table.rows.push_back(std::move(row));
  }
  PageSection section{"verdicts-" + form.form.id, with_years(form.form.title, period), {}};
  section.blocks.emplace_back(std::move(table));
  return section;
}

}  // namespace huizong
