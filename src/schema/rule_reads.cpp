// What a rule reads, for those who have to fetch it and to tell it.

#include <algorithm>
#include <set>

#include "schema/rule.hpp"

namespace huizong {
namespace {

template <typename Visit>
void walk(const Expression& e, const Visit& visit) {
  visit(e);
  for (const Expression& operand : e.operands) walk(operand, visit);
}

template <typename Visit>
void walk(const Rule& rule, const Visit& visit) {
  walk(rule.check, visit);
  if (rule.where) walk(*rule.where, visit);
}

bool is_same(const Expression& a, const Expression& b) {
  return a.op == b.op && a.column == b.column && a.when == b.when && a.frame == b.frame && a.source == b.source &&
         a.result == b.result && a.number == b.number && a.text == b.text && a.date == b.date &&
         std::equal(a.operands.begin(), a.operands.end(), b.operands.begin(), b.operands.end(), is_same);
}

bool is_told(const Expression& e) {
  if (e.op == Op::column) return e.frame == Expression::one_record;
  if (e.op == Op::length) return true;
  return e.type != ValueType::condition && (is_over_rows(e.op) || e.op == Op::lookup);
}

void collect_told(const Expression& e, std::vector<const Expression*>& told) {
  if (is_told(e)) {
    if (std::none_of(told.begin(), told.end(), [&e](const Expression* t) { return is_same(*t, e); })) told.push_back(&e);
    return;
  }
  if (is_over_rows(e.op)) return;
  for (const Expression& operand : e.operands) collect_told(operand, told);
}

}  // namespace

std::vector<std::pair<int, When>> columns_of(const Rule& rule) {
  std::vector<std::pair<int, When>> found;
  walk(rule, [&found](const Expression& e) {
    const std::pair<int, When> column{e.column, e.when};
    if (e.op != Op::column || e.frame != 0) return;
    if (std::find(found.begin(), found.end(), column) == found.end()) found.push_back(column);
  });
  return found;
}

std::vector<const Expression*> told_of(const Rule& rule) {
  std::vector<const Expression*> told;
  collect_told(rule.check, told);
  if (rule.where) collect_told(*rule.where, told);
  return told;
}

bool reads_record(const Rule& rule) { return !columns_of(rule).empty(); }

bool reads_rows(const Rule& rule) {
  bool rows = false;
  walk(rule, [&rows](const Expression& e) {
    const bool set = is_over_rows(e.op) || e.op == Op::in_rows || e.op == Op::lookup || e.op == Op::filed;
    rows = rows || set || (e.op == Op::column && e.frame == Expression::one_record);
  });
  return rows;
}

bool reads_earlier_period(const Rule& rule) {
  bool earlier = false;
  walk(rule, [&earlier](const Expression& e) { earlier = earlier || (e.when != When::now && e.when != When::above); });
  return earlier;
}

std::vector<int> sources_of(const Rule& rule) {
  std::set<int> sources;
  walk(rule, [&sources](const Expression& e) {
    if (e.source > 0) sources.insert(e.source);
  });
  return {sources.begin(), sources.end()};
}

}  // namespace huizong
