// What a form says in data about its columns: what money a head may be; and what the document leaves unclear: columns that
// overlap, thresholds as printed.

#include <algorithm>
#include <string>

#include "schema/form_parse.hpp"

namespace huizong {
namespace {

Overlap read_overlap(const Source& source, const YamlNode& node, const FormSpec& form) {
  const MapReader map(source, node, {"columns", "reading"});
  Overlap overlap;
  overlap.columns = to_columns(source, map.need("columns"), form);
  if (overlap.columns.size() < 2) refuse(source, map.need("columns").at, "why.empty-value");
  if (const YamlNode* reading = map.find("reading")) overlap.reading = to_sentence_pair(source, *reading);
  return overlap;
}

/// `from` and `to` are in the step, `above` and `below` are not.
Step read_step(const Source& source, const YamlNode& node) {
  const MapReader map(source, node, {"from", "above", "to", "below", "value"});
  Step step;
  if (map.find("from") != nullptr) step.least = map.whole("from");
  if (map.find("above") != nullptr) step.least = map.whole("above") + 1;
  if (map.find("to") != nullptr) step.greatest = map.whole("to");
  if (map.find("below") != nullptr) step.greatest = map.whole("below") - 1;
  step.value = to_whole(source, map.need("value"));
  return step;
}

StepTable read_step_table(const Source& source, const YamlNode& node, const FormSpec& form) {
  const MapReader map(source, node, {"of", "title", "rows", "reading"});
  StepTable table;
  table.column = to_column(source, map.need("of"), form);
  table.title = to_string(source, map.need("title"));
  for (const YamlNode& row : to_list(source, map.need("rows"))) {
    const Step step = read_step(source, row);
    const bool rises = table.steps.empty() || (table.steps.back().greatest && (!step.greatest || *step.greatest > *table.steps.back().greatest));
    if (!rises || (step.least && step.greatest && *step.least > *step.greatest)) refuse(source, row.at, "why.step-order");
    table.steps.push_back(step);
  }
  if (const YamlNode* reading = map.find("reading")) table.reading = to_sentence_pair(source, *reading);
  return table;
}

PerHead read_one_per_head(const Source& source, const YamlNode& node, const FormSpec& form) {
  const MapReader map(source, node, {"money", "heads", "least", "most"});
  PerHead bounds;
  bounds.money = to_column(source, map.need("money"), form);
  bounds.heads = to_column(source, map.need("heads"), form);
  bounds.least = to_number(source, map.need("least"));
  bounds.most = to_number(source, map.need("most"));
  const Field& money = form.fields[static_cast<std::size_t>(bounds.money)];
  const Field& heads = form.fields[static_cast<std::size_t>(bounds.heads)];
  const bool together = heads.block == money.block || heads.block < 0;
  if (!money.is_money() || heads.is_money() || !is_additive(heads.additivity) || !together) {
    refuse(source, map.need("money").at, "why.per-head-columns");
  }
  const bool rises = bounds.least > Decimal(0) && bounds.least < bounds.most;
  if (!form.magnitude || !rises || bounds.most > bounds.least * *form.magnitude) refuse(source, map.need("most").at, "why.per-head-bounds");
  return bounds;
}

bool is_sum(Op op) { return op == Op::add || op == Op::subtract || op == Op::negate || op == Op::sum; }

/// The columns of its own record that one sum adds up.
void take_addends(const Expression& e, std::vector<int>& columns) {
  if (e.op == Op::column && e.frame == 0 && e.source == 0) columns.push_back(e.column);
  if (!is_sum(e.op)) return;
  for (const Expression& operand : e.operands) take_addends(operand, columns);
}

/// Every sum in a tree below a comparison for equality.
void take_sums(const Expression& e, bool equal, std::vector<std::vector<int>>& sums) {
  equal = equal || e.op == Op::equal || e.op == Op::not_equal;
  if (equal && is_sum(e.op)) {
    sums.emplace_back();
    take_addends(e, sums.back());
  }
  for (const Expression& operand : e.operands) take_sums(operand, equal, sums);
}

/// Are two columns of the overlap among these?
bool adds(const Overlap& overlap, const std::vector<int>& columns) {
  return std::count_if(overlap.columns.begin(), overlap.columns.end(), [&](int column) {
           return std::find(columns.begin(), columns.end(), column) != columns.end();
         }) > 1;
}

}  // namespace

void read_per_head(const Source& source, const YamlNode& list, FormSpec& form) {
  for (const YamlNode& node : to_list(source, list)) {
    attempt(source, [&] { form.per_head.push_back(read_one_per_head(source, node, form)); });
  }
}

void read_overlaps(const Source& source, const YamlNode& list, FormSpec& form) {
  for (const YamlNode& node : to_list(source, list)) {
    attempt(source, [&] { form.overlaps.push_back(read_overlap(source, node, form)); });
  }
}

void read_steps(const Source& source, const YamlNode& list, FormSpec& form) {
  for (const YamlNode& node : to_list(source, list)) {
    attempt(source, [&] { form.steps.push_back(read_step_table(source, node, form)); });
  }
}

void check_overlaps(const Source& source, YamlPlace at, const FormSpec& form) {
  for (const Overlap& overlap : form.overlaps) {
    const auto check = [&](const std::string& what, const std::vector<int>& columns) {
      if (adds(overlap, columns)) refuse(source, at, "why.overlap-added", {{"what", what}, {"columns", to_labels(form, overlap.columns)}});
    };
    for (const Field& field : form.fields) check(field.name, field.computed.sum_of);
    for (const Rule& rule : form.rules) {
      std::vector<std::vector<int>> sums;
      take_sums(rule.check, false, sums);
      for (const auto& columns : sums) check(rule.id, columns);
    }
  }
}

}  // namespace huizong
