// One return by itself: its cells, its keys, its totals, and the rules that read no other period.

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_set>

#include "base/text.hpp"
#include "check/check.hpp"
#include "check/check_summing_row.hpp"
#include "check/check_total.hpp"
#include "check/magnitude.hpp"
#include "check/rule_facts.hpp"

namespace huizong {
namespace {

bool is_key(const FormSpec& form, int field) {
  return std::find(form.key.begin(), form.key.end(), field) != form.key.end();
}

bool is_listed(const Field& field, const std::string& text) {
  const std::string folded = fold_label(text);
  return std::any_of(field.allowed.begin(), field.allowed.end(), [&](const auto& a) { return fold_label(a) == folded; });
}

/// What stands there, and what the column asks for: a whole number, from 0, to 100.
Args bounds_args(const Field& field, const Decimal& number) {
  Args args{{"value", to_text(number)}, {"kind", field.type == FieldType::integer ? "word.kind.whole" : "word.kind.number"}};
  if (field.minimum) args.emplace_back("least", to_text(*field.minimum));
  if (field.maximum) args.emplace_back("most", to_text(*field.maximum));
  if (field.minimum && field.maximum) args.emplace_back("range", "word.range-of");
  else if (field.minimum || field.maximum) args.emplace_back("range", field.minimum ? "word.range-from" : "word.range-to");
  return args;
}

bool is_within_bounds(const Field& field, const Decimal& number) {
  return !(field.minimum && number < *field.minimum) && !(field.maximum && number > *field.maximum) &&
         !(field.type == FieldType::integer && !number.is_whole());
}

class CellCheck {
 public:
  CellCheck(const ReturnPlace& place, std::vector<Finding>& findings) : place_(place), findings_(findings) {}

  void check(const Record& record) {
    for (std::size_t i = 0; i < place_.form.fields.size(); ++i) check(record, static_cast<int>(i));
  }

 private:
  void check(const Record& record, int at) {
    const Field& field = place_.form.fields[static_cast<std::size_t>(at)];
    const Value& value = value_of(record, at);
    if (field.section) return record.block.empty() ? check_section(record, at) : void();
    const bool asked = field.needs_value || (place_.form.key_else.empty() && is_key(place_.form, at));
    if (value.kind == ValueKind::missing && asked) return add(record, at, "cell.required", {});
    if (field.type == FieldType::ordinal) return;
    if (value.has_number() && !is_within_bounds(field, value.number)) {
      return add(record, at, "cell.out-of-range", bounds_args(field, value.number));
    }
    if (value.kind == ValueKind::text && !field.allowed.empty() && !is_listed(field, value.text)) {
      add(record, at, "cell.not-in-list", {{"value", value.text}, {"expected", join(field.allowed, "、")}});
    }
  }

  /// *Errors*: section-missing, M; section-too-long, V.
  void check_section(const Record& record, int at) {
    const Field& field = place_.form.fields[static_cast<std::size_t>(at)];
    const Value& value = value_of(record, at);
    if (value.kind != ValueKind::text) {
      if (!field.needs_value) return;
      const char* why = value.kind == ValueKind::missing ? "why.section-empty" : "why.section-absent";
      return lay(record, at, finding_of(place_, "section-missing", Severity::mandatory, Scope::whole_return, {{"why", why}}));
    }
    const std::size_t written = count_as_written(value.text);
    if (field.most_characters <= 0 || written <= static_cast<std::size_t>(field.most_characters)) return;
    lay(record, at, finding_of(place_, "section-too-long", Severity::verify, Scope::cell,
                               {{"value", std::to_string(written)}, {"limit", std::to_string(field.most_characters)}}));
  }

  void add(const Record& record, int at, std::string_view rule, Args args) {
    lay(record, at, finding_of(place_, rule, std::move(args)));
  }

  void lay(const Record& record, int at, Finding finding) {
    lay_at(finding, record);
    lay_at(finding, place_, at, value_of(record, at));
    finding.args.emplace(finding.args.begin(), "column", finding.column);
    settle_scope(finding, place_.form);
    findings_.push_back(std::move(finding));
  }

  const ReturnPlace& place_;
  std::vector<Finding>& findings_;
};

/// The records of each key that stands more than once, by key.
std::map<std::string_view, std::vector<const Record*>> find_twins(const std::vector<Record>& records) {
  std::unordered_set<std::string_view> seen;
  seen.reserve(records.size());
  std::map<std::string_view, std::vector<const Record*>> twins;
  for (const Record& record : records) {
    if (!record.key.empty() && !seen.insert(record.key).second) twins[record.key];
  }
  for (const Record& record : records) {
    if (twins.empty()) break;
    if (const auto found = twins.find(record.key); found != twins.end()) found->second.push_back(&record);
  }
  return twins;
}

/// One finding a key, at its second place. The records of all places are named by row: which one is right, nobody can tell.
void check_keys(const ReturnPlace& place, std::vector<Finding>& findings) {
  for (const auto& [key, records] : find_twins(place.data.records)) {
    std::vector<std::string> rows;
    for (const Record* record : records) {
      rows.push_back((record->sheet.empty() ? "" : record->sheet + "!") + std::to_string(record->row + 1));
    }
    Finding finding = finding_of(place, "row.duplicate-key", {{"key", records[1]->name}, {"rows", join(rows, "、")}});
    lay_at(finding, *records[1]);
    if (!place.form.key.empty()) {
      const int field = place.form.key.front();
      lay_at(finding, place, field, value_of(*records[1], field));
    }
    settle_scope(finding, place.form);
    findings.push_back(std::move(finding));
  }
}

void check_rules(const ReturnPlace& place, std::vector<Finding>& findings) {
  RuleRun run(place, {});
  for (const Rule& rule : place.form.rules) {
    if (!reads_elsewhere(place.form, rule)) run.apply(rule, findings);
  }
  run.close(findings);
}

/// A finding of scope row names its record; one of a duplicate key means every record of that key.
void hold_out(Return& data, const std::vector<Finding>& findings) {
  std::unordered_set<std::uint32_t> rows;
  std::set<std::pair<std::string_view, std::uint32_t>> rows_elsewhere;  // of a list over several sheets
  std::unordered_set<std::string_view> twin_names, twin_keys;
  bool any = false;
  for (const Finding& finding : findings) {
    if (finding.severity != Severity::mandatory || finding.scope != Scope::row) continue;
    any = true;
    if (finding.cell && finding.sheet == data.sheet) rows.insert(finding.cell->row);
    if (finding.cell && finding.sheet != data.sheet) rows_elsewhere.insert({finding.sheet, finding.cell->row});
    if (finding.rule == "row.duplicate-key") twin_names.insert(finding.key);
  }
  if (!twin_names.empty()) {
    for (const auto& [key, records] : find_twins(data.records)) {
      if (twin_names.count(records[1]->name) != 0) twin_keys.insert(key);
    }
  }
  const bool only_one = data.records.size() == 1;  // bands: its cells stand in many rows
  const auto is_named = [&](const Record& record) {
    return record.sheet.empty() ? rows.count(record.row) != 0 : rows_elsewhere.count({record.sheet, record.row}) != 0;
  };
  for (Record& record : data.records) {
    if (any && (only_one || is_named(record) || twin_keys.count(record.key) != 0)) record.held_out = true;
  }
}

}  // namespace

void settle_mandatory(const FormSpec& form, Return& data, std::vector<Finding>& findings) {
  for (Finding& finding : findings) {
    if (finding.scope == Scope::cell || finding.scope == Scope::row) settle_scope(finding, form);
  }
  hold_out(data, findings);
}

void join_stale_totals(std::vector<Finding>& findings) {
  std::map<CellRef, std::string> stale;  // what the formula gives now
  for (const Finding& finding : findings) {
    if (finding.rule != "cell.stale-formula" || !finding.cell) continue;
    for (const auto& [name, value] : finding.args) {
      if (name == "expected") stale[*finding.cell] = value;
    }
  }
  std::set<CellRef> joined;
  for (Finding& finding : findings) {
    if (finding.rule != "total.mismatch" || !finding.cell || stale.count(*finding.cell) == 0) continue;
    finding.args.emplace_back("stale", stale[*finding.cell]);
    joined.insert(*finding.cell);
  }
  std::erase_if(findings, [&](const Finding& f) { return f.rule == "cell.stale-formula" && f.cell && joined.count(*f.cell) != 0; });
}

std::vector<Finding> check_return(const FormSpec& form, Return& data, const std::string& file) {
  std::vector<Finding> findings;
  const ReturnPlace place{form, data, file};
  CellCheck cells(place, findings);
  for (const Record& record : data.records) cells.check(record);
  for (const Record& row : data.block_records) cells.check(row);
  check_keys(place, findings);
  check_totals(place, findings);
  check_summing_row(place, findings);
  check_per_head(place, findings);
  check_rules(place, findings);
  hold_out(data, findings);
  return findings;
}

}  // namespace huizong
