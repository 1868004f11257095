#include "bind/join.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <unordered_map>
#include <unordered_set>

#include "bind/chars.hpp"

namespace huizong {
namespace {

bool is_one_return(const Return& a, const Return& b) {
  return a.form == b.form && a.period == b.period && a.region == b.region && a.reporter == b.reporter;
}

bool is_same(const Value& a, const Value& b) {
  return a.kind == b.kind && a.number == b.number && (a.has_number() || a.text == b.text);
}

bool are_same(std::span<const Record> a, std::span<const Record> b) {
  const auto same = [](const Record& x, const Record& y) {
    return x.block == y.block && std::equal(x.values.begin(), x.values.end(), y.values.begin(), y.values.end(), is_same);
  };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

/// Records of one table: [first, last).
struct Range {
  std::uint32_t first = 0, last = 0;
};

/// The table whose figures `other` repeats, of those joined so far; -1: none.
int find_copied(const Return& data, const std::vector<Range>& tables, const Return& other) {
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const std::span<const Record> records(data.records.data() + tables[i].first, tables[i].last - tables[i].first);
    const bool nil = records.empty() && data.nil_report != other.nil_report;
    if (!nil && are_same(records, other.records) && are_same(data.block_records, other.block_records)) return static_cast<int>(i);
  }
  return -1;
}

/// Without a key, records that are called alike are told apart by #2, #3 behind the name.
std::string without_ordinal(const std::string& key) {
  const std::size_t at = key.rfind('#');
  const bool numbered = at != std::string::npos && at + 1 < key.size() && key.find_first_not_of("0123456789", at + 1) == std::string::npos;
  return numbered ? key.substr(0, at) : key;
}

void number_anew(Return& data, std::size_t from, std::vector<Finding>& findings) {
  std::unordered_map<std::string, std::uint32_t> named;
  std::map<std::string, std::string> changed;
  for (std::size_t i = 0; i < data.records.size(); ++i) {
    std::string& key = data.records[i].key;
    const std::string plain = without_ordinal(key);
    const std::uint32_t before = named[plain]++;
    const std::string now = before > 0 || plain.empty() ? plain + "#" + std::to_string(before + 1) : plain;
    if (i >= from && now != key) changed[key] = now;
    key = now;
  }
  for (Finding& finding : findings) {
    if (const auto found = changed.find(finding.key); found != changed.end()) finding.key = found->second;
  }
}

/// In how many columns a total is the sum of the records [first, last).
int count_agreeing(const FiledTotal& total, const std::vector<Record>& records, std::uint32_t first, std::uint32_t last) {
  int agreeing = 0;
  for (std::size_t column = 0; column < total.values.size(); ++column) {
    if (!total.values[column].has_number()) continue;
    Decimal sum = 0;
    for (std::uint32_t i = first; i < last; ++i) {
      const Value& value = records[i].values[column];
      if (value.has_number()) sum += value.number;
    }
    agreeing += sum == total.values[column].number ? 1 : 0;
  }
  return agreeing;
}

/// The totals of each table: of its own rows, or of all.
void settle_totals(Return& data, const std::vector<std::size_t>& tables, const std::vector<Range>& rows) {
  const auto all = static_cast<std::uint32_t>(data.records.size());
  for (std::size_t i = 0; i < data.totals.size(); ++i) {
    FiledTotal& total = data.totals[i];
    const Range& own = rows[tables[i]];
    if (!total.grand) continue;
    total.grand = count_agreeing(total, data.records, 0, all) > count_agreeing(total, data.records, own.first, own.last);
    total.first_record = total.grand ? 0 : own.first;
    total.last_record = total.grand ? all : own.last;
  }
}

/// What is said of the period and the reporter is said once.
bool is_said(const std::vector<Finding>& findings, const Finding& finding) {
  if (finding.cell || !(starts_with(finding.rule, "period.") || starts_with(finding.rule, "reporter."))) return false;
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.rule == finding.rule && f.args == finding.args; });
}

void lay_to(Finding& finding, const Return& data) {
  finding.form = data.form;
  finding.period = data.period.year == 0 ? "" : to_text(data.period);
  finding.region = data.region;
  finding.reporter = data.reporter;
  finding.sheet = data.sheet;
}

/// Records called alike may be two people or two activities; a table of which half are called as those before may be an
/// old copy, and would count twice.
void tell_called_alike(const BoundReturn& to, BoundReturn& from, const FormSpec& form, const std::string& file) {
  std::unordered_set<std::string> names;
  for (const Record& record : to.data.records) names.insert(without_ordinal(record.key));
  const auto is_known = [&](const Record& record) { return !record.name.empty() && names.count(without_ordinal(record.key)) != 0; };
  const auto known = static_cast<std::size_t>(std::count_if(from.data.records.begin(), from.data.records.end(), is_known));
  if (known == 0 || known * 2 < from.data.records.size()) return;
  const auto named = static_cast<std::size_t>(form.naming().front());
  for (const Record& record : from.data.records) {
    if (!is_known(record)) continue;
    Finding finding = make_finding("row.duplicate-key", {{"key", record.name}});
    finding.severity = Severity::verify;
    finding.scope = Scope::row;
    finding.file = file;
    lay_to(finding, from.data);
    finding.cell = record.values[named].cell;
    finding.key = record.key;
    from.findings.push_back(std::move(finding));
  }
}

/// What all figures of a column were multiplied with; nothing where it differs, or there is none.
std::optional<Decimal> common_step(const std::vector<Record>& records, std::size_t column) {
  std::optional<Decimal> step;
  for (const Record& record : records) {
    const Value& value = record.values[column];
    if (value.kind != ValueKind::figure || value.text.empty()) continue;
    if (step && *step != value.unit_step) return std::nullopt;
    step = value.unit_step;
  }
  return step;
}

std::string arg_of(const Finding& finding, std::string_view name) {
  const auto found = std::find_if(finding.args.begin(), finding.args.end(), [&](const auto& arg) { return arg.first == name; });
  return found == finding.args.end() ? "" : found->second;
}

/// A unit line on one page alone: 元 there, and the form's own unit on the page that goes on. The same unit is meant, most likely.
void tell_other_units(const BoundReturn& to, BoundReturn& from, const FormSpec& form, const std::string& file) {
  const auto named = [&](const Field& field) {
    for (const std::vector<Finding>* findings : std::initializer_list<const std::vector<Finding>*>{&to.findings, &from.findings}) {
      for (const Finding& finding : *findings) {
        if (finding.rule == "unit.converted" && arg_of(finding, "to") == field.unit) return arg_of(finding, "from");
      }
    }
    return std::string();
  };
  for (std::size_t i = 0; i < form.fields.size(); ++i) {
    const auto before = common_step(to.data.records, i), here = common_step(from.data.records, i);
    const std::string unit = before && here && *before != *here ? named(form.fields[i]) : "";
    if (unit.empty()) continue;
    Finding finding = make_finding("unit.conflict", {{"from", unit}, {"to", form.fields[i].unit}});
    finding.file = file;
    lay_to(finding, from.data);
    finding.column = to_path(form, form.fields[i], from.data.period);
    finding.cell = from.data.records.front().values[i].cell;
    from.findings.push_back(std::move(finding));
  }
}

void append(BoundReturn& to, BoundReturn&& from, const FormSpec& form, const std::string& file, std::vector<std::size_t>& tables, std::vector<Range>& rows) {
  const bool other_sheet = from.data.sheet != to.data.sheet;
  if (form.key.empty() && !form.name_by.empty()) tell_called_alike(to, from, form, file);
  tell_other_units(to, from, form, file);
  const auto before = static_cast<std::uint32_t>(to.data.records.size());
  for (Record& record : from.data.records) {
    if (other_sheet) record.sheet = from.data.sheet;
    to.data.records.push_back(std::move(record));
  }
  for (FiledTotal& total : from.data.totals) {
    if (other_sheet) total.sheet = from.data.sheet;
    total.first_record += before;
    total.last_record += before;
    to.data.totals.push_back(std::move(total));
    tables.push_back(rows.size());
  }
  for (CellMark& mark : from.marks) {
    if (other_sheet) mark.sheet = from.data.sheet;
    to.marks.push_back(std::move(mark));
  }
  rows.push_back({before, static_cast<std::uint32_t>(to.data.records.size())});
  for (std::size_t i = 0; i < to.data.present.size(); ++i) to.data.present[i] = to.data.present[i] || from.data.present[i];
  to.data.nil_report = to.data.records.empty() && (to.data.nil_report || from.data.nil_report);
  if (form.key.empty()) number_anew(to.data, before, from.findings);
  for (Finding& finding : from.findings) {
    if (!is_said(to.findings, finding)) to.findings.push_back(std::move(finding));
  }
}

Finding same_as(const BoundReturn& first, const Range& table, const BoundReturn& second, const std::string& file) {
  const bool elsewhere = table.first < table.last && !first.data.records[table.first].sheet.empty();
  const std::string& sheet = elsewhere ? first.data.records[table.first].sheet : first.data.sheet;
  Finding finding = make_finding("sheet.ignored", {{"value", second.data.sheet}, {"same", sheet}});
  finding.file = file;
  finding.sheet = second.data.sheet;
  return finding;
}

/// Two cards of one reporter that say different things.
Finding contradiction(const BoundReturn& first, const BoundReturn& second, const std::string& file) {
  Finding finding = make_finding("row.duplicate-key", {{"key", first.data.reporter}});
  if (second.data.sheet != first.data.sheet) finding.args.emplace_back("names", second.data.sheet);
  finding.file = file;
  finding.scope = Scope::whole_return;
  lay_to(finding, first.data);
  return finding;
}

}  // namespace

std::vector<Finding> join_returns(std::vector<BoundReturn>& bound, const BindContext& context) {
  std::vector<Finding> said;
  for (std::size_t i = 0; i < bound.size(); ++i) {
    const FormSpec& form = *context.pack.form(bound[i].data.form);
    std::vector<std::size_t> tables(bound[i].data.totals.size(), 0);
    std::vector<Range> rows{{0, static_cast<std::uint32_t>(bound[i].data.records.size())}};
    for (std::size_t k = i + 1; k < bound.size();) {
      BoundReturn& other = bound[k];
      if (!is_one_return(bound[i].data, other.data)) {
        ++k;
        continue;
      }
      const int copied = find_copied(bound[i].data, rows, other.data);
      if (copied >= 0) {
        said.push_back(same_as(bound[i], rows[static_cast<std::size_t>(copied)], other, context.file));
      } else if (form.layout == Layout::list) {
        append(bound[i], std::move(other), form, context.file, tables, rows);
      } else {
        bound[i].findings.push_back(contradiction(bound[i], other, context.file));
      }
      bound.erase(bound.begin() + static_cast<std::ptrdiff_t>(k));
    }
    if (rows.size() > 1) settle_totals(bound[i].data, tables, rows);
  }
  return said;
}

}  // namespace huizong
