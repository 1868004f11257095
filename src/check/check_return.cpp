// One return by itself: its cells, its keys, its totals, and the rules that read no other period. Checks look at the records in one walk,
// and report one after the other.

#include "check/check.hpp"
#include "check/check_cells.hpp"
#include "check/check_copies.hpp"
#include "check/check_keys.hpp"
#include "check/check_per_head.hpp"
#include "check/check_summing_row.hpp"
#include "check/check_total.hpp"
#include "check/hold_out.hpp"
#include "check/rule_run.hpp"
#include "check/walk.hpp"

namespace huizong {
namespace {

std::vector<const Rule*> own_rules(const FormSpec& form) {
  std::vector<const Rule*> rules;
  for (const Rule& rule : form.rules) {
    if (!reads_elsewhere(form, rule)) rules.push_back(&rule);
  }
  return rules;
}

}  // namespace

std::vector<Finding> check_return(const FormSpec& form, Return& data, const std::string& file) {
  std::vector<Finding> findings;
  const ReturnPlace place{form, data, file};
  CellCheck cells(place);
  KeyCheck keys(place);
  SummingRowCheck sums(place);
  PerHeadCheck heads(place);
  RuleRun rules(place, {}, own_rules(form));
  walk(data, [&](std::span<const Record> records) {
    cells.look(records);
    keys.look(records);
    sums.look(records);
    heads.look(records);
    rules.look(records);
  });
  cells.report(findings);
  keys.report(findings);
  check_copies(place, findings);
  check_totals(place, findings);
  sums.report(findings);
  heads.report(findings);
  rules.report(findings);
  hold_out(data, findings);
  return findings;
}

}  // namespace huizong
