#include "bind/column_units.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "bind/chars.hpp"

namespace huizong {
namespace {

using Named = UnitLine::Named;

constexpr std::size_t most_kept = 512;  ///< headers

bool is_counted(const Measure& unit) { return unit.kind == UnitKind::count || unit.kind == UnitKind::people; }

/// Can the unit of the line be meant for a column of this one? A line cannot say which counting word goes with which column;
/// 万人 goes with 人 alone.
bool may_speak_for(const Measure& unit, const Measure& wanted) {
  if (unit.kind == UnitKind::foreign) return wanted.kind == UnitKind::money;
  if (unit.kind != wanted.kind) return false;
  if (!is_counted(wanted) || unit.name == wanted.name) return true;
  std::string_view times = unit.name;
  if (!ends_with(times, wanted.name)) return false;
  times.remove_suffix(wanted.name.size());
  return ends_with(times, "万") || ends_with(times, "亿");
}

bool are_equal(const Measure& a, const Measure& b) {
  return a.kind == b.kind && a.numerator * b.denominator == b.numerator * a.denominator;
}

/// What a unit line says of a column: nothing, one unit, or two that contradict each other.
struct Said {
  const Named* unit = nullptr;
  const Named* other = nullptr;
};

/// Does a column of the form count in this unit?
bool is_of_form(const Measure& unit, const FormSpec& form) {
  return std::any_of(form.fields.begin(), form.fields.end(), [&](const Field& field) {
    const auto own = field.unit.empty() ? std::nullopt : find_unit(field.unit);
    return own && are_equal(*own, unit);
  });
}

/// Where one line lists several of a kind that are all the form's, its own is meant for each column. Two lines must agree.
Said in_line(const std::optional<UnitLine>& line, const Measure& wanted, const FormSpec& form) {
  if (!line) return {};
  const Named* first = nullptr;
  const Named* own = nullptr;
  for (const Named& named : line->units) {
    if (!may_speak_for(named.unit, wanted)) continue;
    if (first == nullptr) first = &named;
    if (own == nullptr && are_equal(named.unit, wanted)) own = &named;
  }
  const Named* unit = own != nullptr ? own : first;
  if (unit == nullptr) return {};
  const auto other = std::find_if(line->units.begin(), line->units.end(), [&](const Named& named) {
    if (are_equal(named.unit, unit->unit) || !may_speak_for(named.unit, wanted)) return false;
    return own == nullptr || named.at != unit->at || !is_of_form(named.unit, form);
  });
  return {unit, other != line->units.end() ? &*other : nullptr};
}

/// What a column's labels say: the unit of the column's kind; `other` where two of them differ, or none is of its kind.
struct Printed {
  std::optional<Measure> unit, other;
};

Printed in_label(const LabelUnit& label, const Measure& wanted) {
  Printed printed;
  if (label.unit.empty()) return printed;
  for (Measure& unit : find_units(label.unit)) {
    if (unit.kind != wanted.kind && !same_kind(unit, wanted)) {
      if (!printed.unit) printed.other = std::move(unit);
      continue;
    }
    if (printed.unit && !are_equal(*printed.unit, unit)) return {printed.unit, std::move(unit)};
    if (!printed.unit) printed.other.reset();
    printed.unit = std::move(unit);
  }
  return printed;
}

void tell_mixed(const LabelUnit& label, const Measure& printed, const Measure& wanted, Draft& draft) {
  Finding mixed;
  mixed.rule = "units-mixed";
  mixed.severity = Severity::verify;
  mixed.scope = Scope::cell;
  mixed.args = {{"from", printed.name}, {"to", wanted.name}};
  mixed.cell = label.at;
  draft.pending.push_back({std::move(mixed), label.field, -1});
}

/// Columns that one unit line converts: it is told once, with their names.
struct Conversion {
  Measure from, to;
  std::vector<std::string> columns;
};

void tell_converted(const Measure& from, const Measure& to, int field, CellRef at, const std::string& columns, Draft& draft) {
  Args args{{"from", from.name}, {"to", to.name}};
  if (!columns.empty()) args.emplace_back("columns", columns);
  Finding& finding = draft.add("unit.converted", std::move(args), field, at);
  if (to.kind == UnitKind::money) finding.severity = Severity::verify;
}

}  // namespace

std::vector<ColumnUnit> decide_units(const std::vector<LabelUnit>& labels, const std::optional<UnitLine>& line, Draft& draft) {
  std::vector<ColumnUnit> units(draft.form->fields.size());
  for (std::size_t i = 0; i < units.size(); ++i) units[i].declared = draft.form->fields[i].unit;
  std::map<std::pair<CellRef, std::string>, Conversion> by_line;
  std::set<CellRef> told;  // lines that contradict: one finding each
  std::vector<std::string_view> settled;  // units of fields for which the line says the same: columns share a few
  for (const LabelUnit& label : labels) {
    const Field& field = draft.form->fields[static_cast<std::size_t>(label.field)];
    if (label.unit.empty() && std::find(settled.begin(), settled.end(), field.unit) != settled.end()) continue;
    const auto wanted = find_unit(field.unit);
    if (!wanted) continue;
    const auto conflict = [&](const Measure& from, const Measure& to) {
      draft.add("unit.conflict", {{"from", from.name}, {"to", to.name}}, label.field, label.at);
    };
    const Printed printed = in_label(label, *wanted);
    if (printed.other) {
      conflict(*printed.other, printed.unit ? *printed.unit : *wanted);
      continue;
    }
    if (printed.unit && printed.unit->name != wanted->name &&
        std::find(field.unit_also.begin(), field.unit_also.end(), printed.unit->name) != field.unit_also.end()) {
      tell_mixed(label, *printed.unit, *wanted, draft);
    }
    const Said said = in_line(line, *wanted, *draft.form);
    const Measure* listed = said.unit != nullptr ? &said.unit->unit : nullptr;
    if (printed.unit && listed && !is_counted(*wanted) && !are_equal(*printed.unit, *listed)) {
      conflict(*printed.unit, *listed);
      continue;
    }
    // A column's own label decides between the units of one line, but not between two lines.
    const bool are_two = said.other != nullptr && (!printed.unit || said.other->at != said.unit->at);
    if (listed && (are_two || (!printed.unit && listed->kind != wanted->kind))) {
      const Named& at = said.other != nullptr ? *said.other : *said.unit;
      const Measure& against = said.other != nullptr ? said.unit->unit : *wanted;
      if (told.insert(at.at).second) draft.add("unit.conflict", {{"from", at.unit.name}, {"to", against.name}}, -1, at.at);
      continue;
    }
    const bool unknown = line && line->unread && field.is_money();
    if (!printed.unit && !listed && (field.unit_expected || unknown)) draft.add("unit.missing", {{"unit", wanted->name}}, label.field, label.at);
    const Measure& declared = printed.unit ? *printed.unit : listed ? *listed : *wanted;
    const Factor factor = factor_between(declared, *wanted);
    if (factor.is_one() && listed && label.unit.empty()) settled.push_back(field.unit);
    if (factor.is_one()) continue;
    ColumnUnit& unit = units[static_cast<std::size_t>(label.field)];
    unit.declared = declared.name;
    unit.factor = factor;
    if (printed.unit) {
      tell_converted(declared, *wanted, label.field, label.at, {}, draft);
    } else {
      Conversion& one = by_line.try_emplace({said.unit->at, declared.name}, Conversion{declared, *wanted, {}}).first->second;
      one.columns.push_back(field.path.back());
    }
  }
  for (const auto& [place, one] : by_line) tell_converted(one.from, one.to, -1, place.first, join(one.columns, "、"), draft);
  return units;
}

std::vector<ColumnUnit> UnitBook::decide(const std::shared_ptr<const Header>& header, const std::vector<LabelUnit>& labels,
                                         const std::optional<UnitLine>& line, Draft& draft) {
  const auto known = entries_.find(header.get());
  if (known != entries_.end() && known->second.form == draft.form && known->second.line == line) return known->second.units;
  const std::size_t before = draft.pending.size();
  std::vector<ColumnUnit> units = decide_units(labels, line, draft);
  if (draft.pending.size() != before) return units;  // what is to be told is told each time
  if (entries_.size() >= most_kept) entries_.clear();
  entries_[header.get()] = {header, draft.form, line, units};
  return units;
}

void check_foot_units(const Lines& foot, const std::vector<LabelUnit>& labels, const std::vector<ColumnUnit>& units, Draft& draft) {
  const auto line = find_unit_line(foot, BareUnits::are_cells);
  if (!line) return;
  for (const LabelUnit& label : labels) {
    const auto declared = find_unit(units[static_cast<std::size_t>(label.field)].declared);
    if (!declared || is_counted(*declared)) continue;
    const Said said = in_line(line, *declared, *draft.form);
    if (said.unit == nullptr || are_equal(said.unit->unit, *declared)) continue;
    draft.add("unit.conflict", {{"from", said.unit->unit.name}, {"to", declared->name}}, -1, said.unit->at);
    return;
  }
}

}  // namespace huizong
