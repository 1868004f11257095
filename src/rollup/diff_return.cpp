// Two returns of one form, cell by cell.

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "rollup/diff_cells.hpp"
#include "rollup/gather.hpp"
#include "rollup/growth.hpp"

namespace huizong {
namespace {

struct Match {
  const Record* a = nullptr;
  const Record* b = nullptr;
};

/// By key; a key that stands twice is matched in order.
void match(const std::vector<Record>& a, const std::vector<Record>& b, std::vector<Match>& matches) {
  std::map<std::string, std::vector<std::size_t>> by_key;
  const auto key_of = [](const Record& record) { return record.block + "\x1f" + record.key; };
  for (const Record& record : a) {
    by_key[key_of(record)].push_back(matches.size());
    matches.push_back({&record, nullptr});
  }
  for (const Record& record : b) {
    auto& open = by_key[key_of(record)];
    if (open.empty()) {
      matches.push_back({nullptr, &record});
    } else {
      matches[open.front()].b = &record;
      open.erase(open.begin());
    }
  }
}

std::vector<Match> match(const Return& a, const Return& b) {
  std::vector<Match> matches;
  match(a.records, b.records, matches);
  match(a.block_records, b.block_records, matches);
  return matches;
}

bool is_empty(const Value& value) { return value.kind == ValueKind::missing || value.kind == ValueKind::not_applicable; }

/// As it stands in the cell; figures have none.
std::string shown(const Value& value) {
  if (is_empty(value) || value.has_number()) return {};
  return value.kind == ValueKind::date ? to_text(value.date) : std::string(trim(value.text));
}

bool same(const Value& a, const Value& b) {
  if (is_empty(a) || is_empty(b)) return is_empty(a) && is_empty(b);
  if (a.has_number() || b.has_number()) return a.has_number() && b.has_number() && a.number == b.number;
  if (a.kind == ValueKind::boolean && b.kind == ValueKind::boolean) return a.number == b.number;
  if (a.kind == ValueKind::date && b.kind == ValueKind::date) return a.date == b.date;
  return a.kind == b.kind && shown(a) == shown(b);
}

std::string to_ref(const Record* record, const Value& value) {
  return record == nullptr || value.kind == ValueKind::not_applicable ? std::string() : to_a1(value.cell);
}

std::optional<Decimal> sum_of(const Return& data, int field) {
  std::optional<Decimal> sum;
  for (const Record& record : data.records) {
    const Value& value = value_at(record, field);
    if (value.has_number()) sum = sum.value_or(0) + value.number;
  }
  return sum;
}

DiffCell to_cell(const FormSpec& form, const Return& a, const Return& b, const Match& one, int at) {
  static const Record none;
  const Field& field = form.fields[static_cast<std::size_t>(at)];
  const Value& before = value_at(one.a ? *one.a : none, at);
  const Value& after = value_at(one.b ? *one.b : none, at);
  DiffCell cell;
  cell.path = to_path(form, field, b.period);
  if (before.has_number()) cell.a = before.number;
  if (after.has_number()) cell.b = after.number;
  cell.text_a = shown(before);
  cell.text_b = shown(after);
  cell.cell_a = to_ref(one.a, before);
  cell.cell_b = to_ref(one.b, after);
  const bool additive = is_additive(field.additivity);
  put_change(cell, additive, additive ? sum_of(a, at) : std::nullopt);
  return cell;
}

DiffRow to_row(const FormSpec& form, const Return& a, const Return& b, const Match& one) {
  static const Record none;
  const Record& named = one.b ? *one.b : *one.a;
  const std::string& region = named.region.empty() ? (one.b ? b : a).region : named.region;
  DiffRow row{form.id, region, named.name, named.name, one.a ? one.b ? "changed" : "removed" : "added", {}};
  for (std::size_t i = 0; i < form.fields.size(); ++i) {
    const int at = static_cast<int>(i);
    // A row that moved is numbered anew: that is no change of the record.
    if (form.fields[i].type == FieldType::ordinal) continue;
    if (same(value_at(one.a ? *one.a : none, at), value_at(one.b ? *one.b : none, at))) continue;
    row.cells.push_back(to_cell(form, a, b, one, at));
  }
  order_cells(row);
  return row;
}

}  // namespace

void put_change(DiffCell& cell, bool additive, const std::optional<Decimal>& whole) {
  if (cell.a == cell.b || (!additive && (!cell.a || !cell.b))) return;
  cell.delta = cell.b.value_or(0) - cell.a.value_or(0);
  if (!additive) return;
  cell.growth = to_growth(cell.b, cell.a, false).rate;
  cell.contribution = to_contribution(cell.b, cell.a, whole);
}

void order_cells(DiffRow& row) {
  std::stable_sort(row.cells.begin(), row.cells.end(), [](const DiffCell& a, const DiffCell& b) {
    if (a.contribution.has_value() != b.contribution.has_value()) return a.contribution.has_value();
    return a.contribution && abs(*a.contribution) > abs(*b.contribution);
  });
}

std::vector<DiffRow> compare_returns(const FormSpec& form, const Return& a, const Return& b) {
  std::vector<DiffRow> rows;
  for (const Match& one : match(a, b)) {
    DiffRow row = to_row(form, a, b, one);
    if (!row.cells.empty() || row.change != "changed") rows.push_back(std::move(row));
  }
  order_by_contribution(rows);
  return rows;
}

}  // namespace huizong
