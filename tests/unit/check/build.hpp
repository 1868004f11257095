#pragma once
// Forms and returns built by hand for the tests of checks.

#include <string>
#include <vector>

#include "base/text.hpp"
#include "check/check.hpp"

namespace huizong::test {

inline Decimal num(const std::string& text) { return *parse_decimal(text); }

inline Field field(const std::string& name, HeaderPath path, FieldType type, Additivity additivity,
                   const std::string& unit = "") {
  Field f;
  f.name = name;
  f.path = std::move(path);
  f.type = type;
  f.additivity = additivity;
  f.unit = unit;
  return f;
}

inline Expression column(int at, When when = When::now) {
  Expression e;
  e.op = Op::column;
  e.column = at;
  e.when = when;
  return e;
}

inline Rule at_most(const std::string& id, Severity severity, Expression a, Expression b) {
  Rule rule;
  rule.id = id;
  rule.severity = severity;
  rule.column = a.column;
  rule.check.op = Op::less_equal;
  rule.check.operands = {std::move(a), std::move(b)};
  return rule;
}

/// 0 序号, 1 名称 (key), 2 单位, 3 收入/金额 万元 +, 4 收入/同比 ÷ of 3, 5 户数 户 S, 6 机构 个 D.
inline FormSpec base_form() {
  FormSpec form;
  form.id = "base-situation";
  form.pack = "shanxi";
  form.fields = {field("ordinal", {"序号"}, FieldType::ordinal, Additivity::none),
                 field("name", {"名称"}, FieldType::text, Additivity::text),
                 field("unit", {"单位"}, FieldType::text, Additivity::text),
                 field("revenue", {"收入", "金额"}, FieldType::number, Additivity::flow, "万元"),
                 field("revenue_growth", {"收入", "同比"}, FieldType::number, Additivity::ratio, "%"),
                 field("tenants", {"户数"}, FieldType::integer, Additivity::stock, "户"),
                 field("partners", {"机构"}, FieldType::integer, Additivity::distinct, "个")};
  form.fields[4].growth_of = 3;
  form.fields[5].minimum = 0;
  form.key = {1};
  form.rename_by = {2};
  form.reporter.levels = {Level::county, Level::zone};
  form.levels_differ = "levels-differ";
  return form;
}

inline Value missing() { return {}; }
inline Value text(const std::string& words) {
  Value v;
  v.kind = words.empty() ? ValueKind::missing : ValueKind::text;
  v.text = words;
  return v;
}
inline Value figure(const std::string& written) {
  Value v;
  if (written.empty() || written == "—") return v;
  v.kind = ValueKind::figure;
  v.number = num(written);
  v.text = written;
  return v;
}

/// A record of base_form in sheet row `row` (zero-based), figures as they were written, cells in columns A to G.
inline Record record(std::uint32_t row, const std::string& name, const std::string& unit, const std::string& revenue,
                     const std::string& growth, const std::string& tenants, const std::string& partners) {
  Record r;
  r.name = name;
  r.key = fold_label(name);
  r.row = row;
  r.values = {figure("1"), text(name), text(unit), figure(revenue), figure(growth), figure(tenants), figure(partners)};
  for (std::uint32_t i = 0; i < r.values.size(); ++i) r.values[i].cell = {row, i};
  return r;
}

inline Submission submission(const std::string& id, const std::string& region, const std::string& reporter, Period period,
                             std::vector<Record> records) {
  Submission s;
  s.id = id;
  s.file = id + ".xlsx";
  s.data.pack = "shanxi";
  s.data.form = "base-situation";
  s.data.period = period;
  s.data.region = region;
  s.data.reporter = reporter;
  s.data.sheet = "Sheet1";
  s.data.records = std::move(records);
  for (Record& r : s.data.records) r.region = region;
  return s;
}

/// 山西 with 忻州 (忻府, 定襄) and 大同 (平城, which took over from 城区 in 2018).
inline RegionTree tree() {
  RegionTree regions;
  regions.add({"140000", "山西省", "", Level::province, 1981, 0, {}, false, {}});
  regions.add({"140200", "大同市", "140000", Level::city, 1981, 0, {}, false, {}});
  regions.add({"140202", "城区", "140200", Level::county, 1981, 2018, {{"140213", 2018}}, false, {}});
  regions.add({"140213", "平城区", "140200", Level::county, 2018, 0, {}, false, {}});
  regions.add({"140900", "忻州市", "140000", Level::city, 2000, 0, {}, false, {}});
  regions.add({"140902", "忻府区", "140900", Level::county, 2000, 0, {}, false, {}});
  regions.add({"140921", "定襄县", "140900", Level::county, 1981, 0, {}, false, {}});
  regions.index();
  return regions;
}

inline std::vector<const Finding*> of_rule(const std::vector<Finding>& findings, const std::string& rule) {
  std::vector<const Finding*> some;
  for (const Finding& f : findings) {
    if (f.rule == rule) some.push_back(&f);
  }
  return some;
}

inline std::string arg(const Finding& finding, const std::string& name) {
  for (const auto& [key, value] : finding.args) {
    if (key == name) return value;
  }
  return "(none)";
}

inline std::string cell(const Finding& finding) { return finding.cell ? to_a1(*finding.cell) : ""; }

/// Everything found about `now`, seen against the returns of the base period (which also serve as every other earlier one).
struct Seen {
  RegionTree regions = tree();
  FormSpec form = base_form();
  Period period{2024, 1, 12};
  std::vector<Submission> now, base;
  std::vector<std::pair<std::size_t, std::size_t>> successions;  // newer, older: indexes into now + others
  std::vector<Submission> others;                                // versions that do not count

  std::unordered_map<std::string, std::vector<Finding>> check() {
    std::vector<const Submission*> current, earlier;
    for (const Submission& s : now) current.push_back(&s);
    for (const Submission& s : base) earlier.push_back(&s);
    const auto one = [&](std::size_t at) { return at < now.size() ? &now[at] : &others[at - now.size()]; };
    std::vector<Succession> pairs;
    for (const auto& [newer, older] : successions) pairs.push_back({one(newer), one(older)});
    return check_period({form, regions, period, current,
                         [&earlier](When when) { return earlier.empty() || when == When::now ? nullptr : &earlier; },
                         pairs});
  }
};

}  // namespace huizong::test
