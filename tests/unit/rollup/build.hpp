#pragma once
// Forms, returns and regions built by hand for the tests of rollup.

#include <deque>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "rollup/roll_up.hpp"

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

/// 0 序号, 1 名称 (key), 2 收入 万元 +, 3 利润 万元 +, 4 利润率 % = 3 / 2, 5 机构 个 D, 6 同比 % of 2.
inline FormSpec base_form() {
  FormSpec form;
  form.id = "base-situation";
  form.pack = "shanxi";
  form.fields = {field("ordinal", {"序号"}, FieldType::ordinal, Additivity::none),
                 field("name", {"名称"}, FieldType::text, Additivity::text),
                 field("revenue", {"收入"}, FieldType::number, Additivity::flow, "万元"),
                 field("profit", {"利润"}, FieldType::number, Additivity::flow, "万元"),
                 field("margin", {"利润率"}, FieldType::number, Additivity::ratio, "%"),
                 field("partners", {"机构"}, FieldType::integer, Additivity::distinct, "个"),
                 field("revenue_growth", {"同比"}, FieldType::number, Additivity::ratio, "%")};
  form.fields[4].numerator = 3;
  form.fields[4].denominator = 2;
  form.fields[4].places = 1;
  form.fields[6].growth_of = 2;
  form.key = {1};
  form.reporter.levels = {Level::county, Level::zone};
  form.reporter.entity = true;
  form.summary_id = "base-summary";
  return form;
}

inline Pack pack_of(const FormSpec& form) {
  FormSpec table = form;  // 附件11: the same records, from counties and cities
  table.id = "base-summary";
  table.records_of = form.id;
  table.reporter.levels = {Level::county, Level::zone, Level::city};
  Pack pack;
  pack.id = "shanxi";
  pack.province = "140000";
  pack.forms = {form, table};
  return pack;
}

inline Value figure(const std::string& written) {
  Value v;
  if (written.empty()) return v;
  v.kind = written == "无" ? ValueKind::nil : ValueKind::figure;
  if (v.kind == ValueKind::figure) v.number = num(written);
  v.text = written;
  return v;
}

inline Value text(const std::string& words) {
  Value v;
  v.kind = words.empty() ? ValueKind::missing : ValueKind::text;
  v.text = words;
  return v;
}

inline Record record(const std::string& name, const std::string& revenue, const std::string& profit,
                     const std::string& partners) {
  Record r;
  r.name = name;
  r.key = fold_label(name);
  r.values = {figure("7"), text(name), figure(revenue), figure(profit), figure(""), figure(partners), figure("99")};
  return r;
}

/// 山西: 大同 (平城, which took over from 城区 in 2018; 云冈), 忻州 (忻府, 定襄, a zone), 吕梁 without counties.
inline RegionTree tree() {
  RegionTree regions;
  regions.add({"140000", "山西省", "", Level::province, 1981, 0, {}, false, {}});
  regions.add({"140200", "大同市", "140000", Level::city, 1981, 0, {}, false, {}});
  regions.add({"140202", "城区", "140200", Level::county, 1981, 2018, {{"140213", 2018}}, false, {}});
  regions.add({"140213", "平城区", "140200", Level::county, 2018, 0, {}, false, {}});
  regions.add({"140214", "云冈区", "140200", Level::county, 2018, 0, {}, false, {}});
  regions.add({"140900", "忻州市", "140000", Level::city, 2000, 0, {}, false, {}});
  regions.add({"140902", "忻府区", "140900", Level::county, 2000, 0, {}, false, {}});
  regions.add({"140921", "定襄县", "140900", Level::county, 1981, 0, {}, false, {}});
  regions.add({"140900-jkq", "忻州经济开发区", "140900", Level::zone, 2000, 0, {}, false, {}});
  regions.add({"141100", "吕梁市", "140000", Level::city, 2003, 0, {}, false, {}});
  regions.index();
  return regions;
}

inline Moment at(const std::string& text) { return *parse_moment(text); }

inline Submission submission(const std::string& id, const std::string& region, const std::string& reporter, Period period,
                             std::vector<Record> records) {
  Submission s;
  s.id = id;
  s.file = id + ".xlsx";
  s.sha256 = "sha-" + id;
  s.received = at("2024-08-01T02:00:00+08:00");
  s.data.pack = "shanxi";
  s.data.form = "base-situation";
  s.data.period = period;
  s.data.region = region;
  s.data.reporter = reporter;
  s.data.records = std::move(records);
  for (Record& r : s.data.records) r.region = region;
  return s;
}

inline Standing counted(const Submission& s) {
  Standing standing;
  standing.submission = &s;
  standing.version = 1;
  standing.newest = standing.counted = true;
  return standing;
}

/// A period and the one before, rolled up.
struct Sums {
  FormSpec form = base_form();
  Pack pack = pack_of(form);
  RegionTree regions = tree();
  Period period{2024, 1, 12};
  std::vector<std::string> exempt;
  std::deque<Submission> now, base;

  Summary roll() {
    RollUpInput input{pack, form, regions, "140000", period, {}, {}, exempt};
    for (const Submission& s : now) input.now.push_back(counted(s));
    for (const Submission& s : base) input.base.push_back(counted(s));
    return roll_up(input);
  }
};

inline const SummaryRow& row_of(const Summary& summary, const std::string& region, const std::string& key = "") {
  static const SummaryRow none;
  for (const SummaryRow& row : summary.rows) {
    if (row.region == region && row.key == key) return row;
  }
  return none;
}

inline std::string show(const std::optional<Decimal>& value) { return value ? to_text(*value) : "null"; }

inline std::string notes(const SummaryCell& cell) {
  std::string all;
  for (const Message& note : cell.notes) {
    all += (all.empty() ? "" : " ") + note.id.substr(5);
    for (const auto& [name, value] : note.args) all += "," + name + "=" + value;
  }
  return all;
}

/// Rows as `level region key`, in order.
inline std::string outline(const Summary& summary) {
  std::string all;
  for (const SummaryRow& row : summary.rows) {
    all += "pctr"[static_cast<int>(row.level)] + (":" + row.region) + (row.key.empty() ? "" : "/" + row.key) + " ";
  }
  return all;
}

}  // namespace huizong::test
