#include "check/total_suspects.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "check/suspects.hpp"
#include "check/written.hpp"

namespace huizong {
namespace {

constexpr std::size_t most_named = 3;  // rows of which the name is told

Term to_term(const Value& value, bool hidden) {
  return {value.has_number() ? value.number : Decimal(0), value.kind == ValueKind::figure && value.unit_step == Decimal(1), hidden,
          value.kind == ValueKind::missing};
}

/// Its rounding is a reason of its own only where the terms are written more exactly.
Decimal slack_of(const Value& filed, const std::vector<Term>& terms) {
  const bool finer = std::any_of(terms.begin(), terms.end(), [&](const Term& t) { return t.number.scale() > filed.number.scale(); });
  return finer ? half_unit(filed) : Decimal(0);
}

Disagreement start(const Field& field, const Value& filed) {
  Disagreement about;
  about.filed = filed.number;
  about.as_typed = filed.unit_step == Decimal(1);
  about.whole = field.type == FieldType::integer;
  about.money = field.is_money();
  about.minimum = field.minimum;
  about.maximum = field.maximum;
  return about;
}

/// The subtotals that stand among the rows of a total.
std::vector<const FiledTotal*> subtotals_of(const Return& data, const FiledTotal& total) {
  std::vector<const FiledTotal*> parts;
  for (const FiledTotal& other : data.totals) {
    const bool within = other.first_record >= total.first_record && other.last_record <= total.last_record;
    if (total.grand && !other.grand && other.block == total.block && within) parts.push_back(&other);
  }
  return parts;
}

/// One suspicion as messages take it apart: kind, rows, names, label, value, expected, columns, split by tabs.
struct Told {
  std::string_view kind;
  std::string rows, names, label, value, expected;
  std::size_t columns = 1;
};

std::string pack(const Told& told) {
  return join({std::string(told.kind), told.rows, replace_all(told.names, "\t", " "), replace_all(told.label, "\t", " "), told.value,
               told.expected, told.columns > 1 ? std::to_string(told.columns) : ""},
              "\t");
}

/// 7、9, or 13–15 where they follow each other.
std::string to_rows(const std::vector<std::uint32_t>& rows) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < rows.size();) {
    std::size_t last = i;
    while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1) ++last;
    const std::string first = std::to_string(rows[i] + 1);
    if (last > i + 1) parts.push_back(first + "–" + std::to_string(rows[last] + 1));
    else for (std::size_t k = i; k <= last; ++k) parts.push_back(std::to_string(rows[k] + 1));
    i = last + 1;
  }
  return join(parts, "、");
}

class TotalSuspects {
 public:
  TotalSuspects(const ReturnPlace& place, const FiledTotal& total)
      : place_(place), total_(total), subtotals_(subtotals_of(place.data, total)) {}

  void add(const Mismatch& mismatch) {
    const auto at = static_cast<std::size_t>(mismatch.field);
    Disagreement about = start(place_.form.fields[at], total_.values[at]);
    const auto& records = records_of(place_.data, total_);
    const std::size_t last = std::min<std::size_t>(total_.last_record, records.size());
    for (std::size_t i = total_.first_record; i < last; ++i) about.terms.push_back(to_term(value_of(records[i], mismatch.field), records[i].hidden));
    for (const FiledTotal* part : subtotals_) {
      const Value& value = part->values[at];
      about.subtotals.push_back(value.has_number() ? value.number : Decimal(0));
    }
    about.slack = slack_of(total_.values[at], about.terms);
    columns_.push_back({mismatch, std::move(about), {}});
    columns_.back().found = find_suspects(columns_.back().about);
  }

  void tell(std::vector<Finding>& findings) const {
    const std::vector<Shared> shared = find_shared();
    for (const Column& column : columns_) {
      std::vector<std::string> told;
      std::size_t best = 0;
      for (const Shared& one : shared) {
        if (one.columns < best || !explains(column.about, one.by)) continue;
        if (one.columns > best) told.clear();
        best = one.columns;
        told.push_back(pack(describe(column, one.by, one.columns)));
      }
      for (const Suspicion& one : column.found) {
        if (best == 0) told.push_back(pack(describe(column, one, 1)));
      }
      if (!told.empty() && told.size() <= most_suspects) findings[column.mismatch.finding].args.emplace_back("suspects", join(told, "\n"));
    }
  }

 private:
  struct Column {
    Mismatch mismatch;
    Disagreement about;
    std::vector<Suspicion> found;
  };
  struct Shared {
    Suspicion by;
    std::size_t columns;
  };

  /// Rows that explain more than one column, among those that are told of some column.
  std::vector<Shared> find_shared() const {
    std::vector<Shared> shared;
    for (const Column& column : columns_) {
      if (column.found.size() > most_suspects) continue;
      for (const Suspicion& one : column.found) {
        const bool known = std::any_of(shared.begin(), shared.end(), [&](const Shared& s) { return s.by == one; });
        if (!one.of_rows() || known) continue;
        const auto count = std::count_if(columns_.begin(), columns_.end(), [&](const Column& c) { return explains(c.about, one); });
        if (count > 1) shared.push_back({one, static_cast<std::size_t>(count)});
      }
    }
    return shared;
  }

  Told describe(const Column& column, const Suspicion& one, std::size_t columns) const {
    Told told{to_word(one.kind), {}, {}, {}, {}, to_text(one.expected), columns};
    if (one.of_rows()) told.expected.clear();
    std::vector<std::uint32_t> rows;
    std::vector<std::string> names, values;
    const auto& records = records_of(place_.data, total_);
    for (const std::size_t at : one.terms) {
      const bool part = one.kind == SuspectKind::subtotal_in;
      rows.push_back(part ? subtotals_[at]->row : records[total_.first_record + at].row);
      if (!part && !records[total_.first_record + at].name.empty()) names.push_back(records[total_.first_record + at].name);
      if (!part) values.push_back(to_text(column.about.terms[at].number));
    }
    told.rows = to_rows(rows);
    if (names.size() <= most_named) told.names = join(names, "、");
    if (values.size() <= most_named) told.value = join(values, "、");
    if (one.terms.empty()) told.value = to_text(column.about.filed);
    if (one.terms.empty()) told.label = total_.grand ? "合计" : "小计";
    return told;
  }

  const ReturnPlace& place_;
  const FiledTotal& total_;
  std::vector<const FiledTotal*> subtotals_;
  std::vector<Column> columns_;
};

/// The columns that an expression adds up, each once and nothing else; empty where it is no such sum.
std::vector<int> columns_added(const Expression& e) {
  if (e.op == Op::column) return e.when == When::now && e.frame == 0 && e.source == 0 ? std::vector<int>{e.column} : std::vector<int>{};
  if (e.op != Op::add && e.op != Op::sum) return {};
  std::vector<int> all;
  for (const Expression& operand : e.operands) {
    const std::vector<int> some = columns_added(operand);
    if (some.empty()) return {};
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

/// Of `whole = part + part` either way round: the whole first; empty for a rule of another kind.
std::vector<int> whole_and_parts(const Rule& rule) {
  if (rule.check.op != Op::equal) return {};
  std::vector<int> left = columns_added(rule.check.operands[0]), right = columns_added(rule.check.operands[1]);
  if (right.size() == 1) std::swap(left, right);
  if (left.size() != 1 || right.size() < 2) return {};
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

}  // namespace

void tell_suspects(const ReturnPlace& place, const FiledTotal& total, const std::vector<Mismatch>& mismatches, std::vector<Finding>& findings) {
  TotalSuspects suspects(place, total);
  for (const Mismatch& mismatch : mismatches) suspects.add(mismatch);
  suspects.tell(findings);
}

void tell_suspects(const ReturnPlace& place, const Rule& rule, const Record& record, Finding& finding) {
  const std::vector<int> columns = whole_and_parts(rule);
  if (columns.empty()) return;
  const auto field = [&place](int at) -> const Field& { return place.form.fields[static_cast<std::size_t>(at)]; };
  const Value& whole = value_of(record, columns[0]);
  Disagreement about = start(field(columns[0]), whole);
  about.ordered = false;
  for (std::size_t i = 1; i < columns.size(); ++i) about.terms.push_back(to_term(value_of(record, columns[i]), false));
  about.slack = slack_of(whole, about.terms);
  const std::vector<Suspicion> found = find_suspects(about);
  if (found.empty() || found.size() > most_suspects) return;
  std::vector<std::string> told;
  for (const Suspicion& one : found) {
    std::vector<std::string> labels, values;
    for (const std::size_t at : one.terms) {
      labels.push_back(with_years(field(columns[at + 1]).path.back(), place.data.period));
      values.push_back(to_text(about.terms[at].number));
    }
    const std::string whole_label = with_years(field(columns[0]).path.back(), place.data.period);
    told.push_back(pack({to_word(one.kind), {}, {}, one.terms.empty() ? whole_label : join(labels, "、"),
                         one.terms.empty() ? to_text(whole.number) : join(values, "、"), one.of_rows() ? "" : to_text(one.expected), 1}));
  }
  finding.args.emplace_back("sum", to_text(about.sum()));
  finding.args.emplace_back("suspects", join(told, "\n"));
}

}  // namespace huizong
