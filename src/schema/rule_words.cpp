#include "schema/rule_words.hpp"

#include <algorithm>
#include <array>

namespace huizong {
namespace {

constexpr std::array<RuleWords, 12> between{{{Op::add, {" + ", " + "}},
                                             {Op::subtract, {" − ", " − "}},
                                             {Op::multiply, {" × ", " × "}},
                                             {Op::divide, {" ÷ ", " ÷ "}},
                                             {Op::equal, {" 等于 ", " equals "}},
                                             {Op::not_equal, {" 不等于 ", " differs from "}},
                                             {Op::less, {" 小于 ", " is less than "}},
                                             {Op::less_equal, {" 不大于 ", " is at most "}},
                                             {Op::greater, {" 大于 ", " is more than "}},
                                             {Op::greater_equal, {" 不小于 ", " is at least "}},
                                             {Op::logical_and, {"，且 ", ", and "}},
                                             {Op::logical_or, {"，或 ", ", or "}}}};

/// Days are not large or small, but early or late.
constexpr std::array<RuleWords, 4> between_days{{{Op::less, {" 早于 ", " is before "}},
                                                 {Op::less_equal, {" 不晚于 ", " is not after "}},
                                                 {Op::greater, {" 晚于 ", " is after "}},
                                                 {Op::greater_equal, {" 不早于 ", " is not before "}}}};

constexpr std::array<RuleWords, 28> around{
    {{Op::negate, {"−{0}", "−{0}"}},
     {Op::logical_not, {"并非（{0}）", "not ({0})"}},
     {Op::if_else, {"（若 {0}，则 {1}，否则 {2}）", "(if {0} then {1}, else {2})"}},
     {Op::sum, {"（{0}）之和", "the sum of ({0})"}},
     {Op::minimum, {"（{0}）中最小者", "the least of ({0})"}},
     {Op::maximum, {"（{0}）中最大者", "the greatest of ({0})"}},
     {Op::absolute, {"（{0}）的绝对值", "the absolute value of ({0})"}},
     {Op::round, {"{0} 四舍五入到 {1} 位小数", "{0} rounded to {1} decimals"}},
     {Op::blank, {"{0} 为空", "{0} is blank"}, {"{0} 已填", "{0} is filled in"}},
     {Op::one_of, {"{0} 为 {1} 之一", "{0} is one of {1}"}, {"{0} 不是 {1} 之一", "{0} is none of {1}"}},
     {Op::starts_with, {"{0} 以{1}开头", "{0} begins with {1}"}, {"{0} 不以{1}开头", "{0} does not begin with {1}"}},
     {Op::ends_with, {"{0} 以{1}结尾", "{0} ends in {1}"}, {"{0} 不以{1}结尾", "{0} does not end in {1}"}},
     {Op::contains, {"{0} 含有{1}", "{0} contains {1}"}, {"{0} 不含{1}", "{0} does not contain {1}"}},
     {Op::matches, {"{0} 的写法合于 {1}", "{0} is written as {1}"}, {"{0} 的写法不合于 {1}", "{0} is not written as {1}"}},
     {Op::length, {"{0} 的字数", "the length of {0}"}},
     {Op::amount, {"{0} 中以 {1} 计的数", "the figure in {1} that stands in {0}"}},
     {Op::by_person, {"由人判定", "a person judges"}},
     {Op::not_asked, {"没有报表填报", "no form asks"}},
     {Op::check_code,
      {"{0} 是校验无误的18位统一社会信用代码", "{0} is an 18-character unified social credit code with its check character"},
      {"{0} 不是校验无误的18位统一社会信用代码",
       "{0} is no 18-character unified social credit code with its check character"}},
     {Op::year, {"{0} 的年份", "the year of {0}"}},
     {Op::month, {"{0} 的月份", "the month of {0}"}},
     {Op::years_between, {"从 {0} 到 {1} 的整年数", "the full years from {0} to {1}"}},
     {Op::months_between, {"从 {0} 到 {1} 的整月数", "the full months from {0} to {1}"}},
     {Op::days_between, {"从 {0} 到 {1} 的天数", "the days from {0} to {1}"}},
     {Op::years_after, {"{0} 满{1}年之日", "the day {1} years after {0}"}},
     {Op::months_after, {"{0} 满{1}个月之日", "the day {1} months after {0}"}},
     {Op::days_after, {"{0} 后第{1}日", "the day {1} days after {0}"}},
     {Op::column, {"{0} 为“是”", "{0} is 是"}, {"{0} 为“否”", "{0} is 否"}}}};

/// {0} is the set, {1} the value.
constexpr std::array<RuleWords, 8> over_all{
    {{Op::count, {"{0}行数", "the number of rows of {0}"}},
     {Op::exists, {"{0}有数据行", "{0} has rows"}, {"{0}没有数据行", "{0} has no rows"}},
     {Op::sum_over, {"{0}各行 {1} 之和", "the sum of {1} over the rows of {0}"}},
     {Op::minimum_over, {"{0}各行 {1} 的最小值", "the least {1} in the rows of {0}"}},
     {Op::maximum_over, {"{0}各行 {1} 的最大值", "the greatest {1} in the rows of {0}"}},
     {Op::mean_over, {"{0}各行 {1} 的平均值", "the mean of {1} over the rows of {0}"}},
     {Op::distinct, {"{0}各行 {1} 的不重复个数", "the number of different {1} in {0}"}},
     {Op::all, {"{0}每一行：{1}", "in every row of {0}: {1}"}, {"{0}并非每一行：{1}", "not in every row of {0}: {1}"}}}};

/// {0} is the set, {1} the value, {2} the condition.
constexpr std::array<RuleWords, 8> over_some{
    {{Op::count, {"{0}中“{2}”的行数", "the number of rows of {0} where {2}"}},
     {Op::exists, {"{0}中有“{2}”的行", "{0} has a row where {2}"}, {"{0}中没有“{2}”的行", "{0} has no row where {2}"}},
     {Op::sum_over, {"{0}中“{2}”各行 {1} 之和", "the sum of {1} over the rows of {0} where {2}"}},
     {Op::minimum_over, {"{0}中“{2}”各行 {1} 的最小值", "the least {1} in the rows of {0} where {2}"}},
     {Op::maximum_over, {"{0}中“{2}”各行 {1} 的最大值", "the greatest {1} in the rows of {0} where {2}"}},
     {Op::mean_over, {"{0}中“{2}”各行 {1} 的平均值", "the mean of {1} over the rows of {0} where {2}"}},
     {Op::distinct, {"{0}中“{2}”各行 {1} 的不重复个数", "the number of different {1} in the rows of {0} where {2}"}},
     {Op::all,
      {"{0}中“{2}”的每一行：{1}", "in every row of {0} where {2}: {1}"},
      {"{0}中“{2}”的行并非每一行：{1}", "not in every row of {0} where {2}: {1}"}}}};

template <typename Table>
const RuleWords* find(const Table& table, Op op) {
  const auto found = std::find_if(table.begin(), table.end(), [op](const RuleWords& w) { return w.op == op; });
  return found == table.end() ? nullptr : found;
}

}  // namespace

const RuleWords* words_between(Op op) { return find(between, op); }
const RuleWords* words_between_days(Op op) {
  const RuleWords* words = find(between_days, op);
  return words == nullptr ? find(between, op) : words;
}
const RuleWords* words_around(Op op) { return find(around, op); }
const RuleWords* words_over(Op op, bool with_where) { return with_where ? find(over_some, op) : find(over_all, op); }

Bilingual words_of(When when) {
  switch (when) {
    case When::now: break;
    case When::base: return {"上年同期", "last year's "};
    case When::year_end: return {"上年末", "last year-end's "};
    case When::first_half: return {"上半年", "the first half's "};
    case When::previous: return {"上期", "the previous period's "};
    case When::above: return {"上一行", "the row above's "};
  }
  return {};
}

std::string fill(std::string_view pattern, const std::vector<std::string>& parts) {
  std::string text;
  while (!pattern.empty()) {
    const bool slot = pattern.size() > 2 && pattern[0] == '{' && pattern[2] == '}' && pattern[1] >= '0' && pattern[1] <= '9';
    const std::size_t part = slot ? static_cast<std::size_t>(pattern[1] - '0') : 0;
    if (slot && part < parts.size()) text += parts[part];
    if (!slot) text += pattern[0];
    pattern.remove_prefix(slot ? 3 : 1);
  }
  return text;
}

}  // namespace huizong
