#include "rollup/cells.hpp"

#include <algorithm>
#include <functional>

#include "base/text.hpp"

namespace huizong {
namespace {

using Cells = std::vector<SummaryCell>;

struct Sum {
  std::optional<Decimal> value;
  int lacking = 0;  ///< records that have the column and no figure in it
  int records = 0;

  void add(const Value& one) {
    if (one.kind == ValueKind::not_applicable) return;
    ++records;
    if (one.has_number()) value = value.value_or(0) + one.number;
    else ++lacking;
  }
};

/// Profit has words of its own where its sign changes; the forms know it by its label only.
bool is_profit(const Field& field) { return contains(join(field.path, "/"), "利润"); }

class RowMaker {
 public:
  RowMaker(const FormSpec& form, const RowContent& content, const Cells& whole)
      : form_(form), content_(content), whole_(whole) {}

  Cells make() {
    cells_.resize(form_.fields.size());
    for (std::size_t i = 0; i < cells_.size(); ++i) make(i);
    for (std::size_t i = 0; i < cells_.size(); ++i) copy_growth(i);
    return std::move(cells_);
  }

 private:
  void make(std::size_t at) {
    const Field& field = form_.fields[at];
    if (is_additive(field.additivity)) return make_sum(at);
    if (field.growth_of >= 0) return;
    if (field.mean || (field.numerator >= 0 && field.denominator >= 0)) return make_rate(at);
    if (content_.is_record) make_plain(at);
  }

  /// Do some of the returns count in another word than the others (户, 户次)?
  bool mixes_units(std::size_t at) const {
    const Field& field = form_.fields[at];
    if (field.unit_also.empty()) return false;
    std::size_t other = 0;
    for (const RecordPair& pair : content_.now) {
      const Submission& filed = *pair.now->standing->submission;
      const std::string path = to_path(form_, field, filed.data.period);
      other += std::any_of(filed.findings.begin(), filed.findings.end(),
                           [&path](const Finding& f) { return f.rule == "units-mixed" && f.column == path; });
    }
    return other > 0 && other < content_.now.size();
  }

  void make_sum(std::size_t at) {
    const int field = static_cast<int>(at);
    const int prior = prior_field(form_, field);
    SummaryCell& cell = cells_[at];
    Sum now, base, both_now, both_base;
    for (const RecordPair& pair : content_.now) {
      const Value& value = value_at(*pair.now->record, field);
      now.add(value);
      if (prior >= 0) base.add(value_at(*pair.now->record, prior));
      const Value& before = prior >= 0 ? value_at(*pair.now->record, prior)
                            : pair.base ? value_at(*pair.base->record, field) : value_at(Record{}, -1);
      if (!value.has_number() || !before.has_number()) continue;
      both_now.add(value);
      both_base.add(before);
    }
    for (const CountedRecord* entry : content_.base) {
      if (prior < 0) base.add(value_at(*entry->record, field));
    }
    cell.value = now.value;
    cell.base = base.value;
    if (!content_.is_record && now.lacking > 0) {
      cell.notes.push_back(
          {"note.missing-left-out", {{"missing", std::to_string(now.lacking)}, {"total", std::to_string(now.records)}}});
    }
    if (!content_.is_record && now.value && form_.fields[at].additivity == Additivity::distinct) {
      cell.notes.push_back({"note.distinct-not-deduplicated", {}});
    }
    const bool profit = is_profit(form_.fields[at]);
    if (!content_.is_record && mixes_units(at)) cell.notes.push_back({"note.mixed-units", {}});
    put_growth(cell, to_growth(now.value, base.value, profit), to_growth(both_now.value, both_base.value, profit));
    // Nobody there is a zero; somebody there without a figure is not: what it moved cannot be told.
    const bool unknown = (now.records > 0 && !now.value) || (base.records > 0 && !base.value);
    if (!unknown) cell.contribution = to_contribution(now.value, base.value, whole_.empty() ? base.value : whole_[at].base);
  }

  RateParts parts_of(std::size_t at, const Record& record) const {
    const Field& field = form_.fields[at];
    if (field.mean) {
      const Value& own = value_at(record, static_cast<int>(at));
      if (!own.has_number()) return {};
      if (field.weighted_by < 0) return {own.number, 1, true};
      const Value& weight = value_at(record, field.weighted_by);
      return weight.has_number() ? RateParts{own.number * weight.number, weight.number, true} : RateParts{};
    }
    const Value& top = value_at(record, field.numerator);
    const Value& bottom = value_at(record, field.denominator);
    if (!top.has_number() || !bottom.has_number()) return {};
    return {top.number, bottom.number, true};
  }

  static void add(RateParts& sum, const RateParts& one) {
    if (!one.any) return;
    sum = {sum.top + one.top, sum.bottom + one.bottom, true};
  }

  void make_rate(std::size_t at) {
    const Field& field = form_.fields[at];
    SummaryCell& cell = cells_[at];
    RateParts now, base, both_now, both_base;
    for (const RecordPair& pair : content_.now) {
      const RateParts one = parts_of(at, *pair.now->record);
      const RateParts before = pair.base ? parts_of(at, *pair.base->record) : RateParts{};
      add(now, one);
      if (!one.any || !before.any) continue;
      add(both_now, one);
      add(both_base, before);
    }
    for (const CountedRecord* entry : content_.base) add(base, parts_of(at, *entry->record));
    const Decimal scale = field.unit == "%" && !field.mean ? 100 : 1;
    cell.value = to_rate(now, scale, field.places);
    put_growth(cell, to_rate_change(now, base, scale), to_rate_change(both_now, both_base, scale));
    if (!cell.value && content_.is_record) make_plain(at);  // a rate without its parts, as it was filed
  }

  void put_growth(SummaryCell& cell, Growth nominal, Growth comparable) const {
    cell.growth = nominal.rate;
    cell.growth_comparable = comparable.rate;
    // The period is there and the record too, only not the figure.
    if (nominal.note && nominal.note->id == "note.no-base" && !content_.base.empty())
      nominal.note->id = "note.no-base-figure";
    if (nominal.note) cell.notes.push_back(std::move(*nominal.note));
    if (nominal.rate && form_.different_applicants && !content_.is_record) {
      cell.notes.push_back({"note.different-applicants", {}});
    }
  }

  void make_plain(std::size_t at) {
    const Value& value = value_at(*content_.now.front().now->record, static_cast<int>(at));
    SummaryCell& cell = cells_[at];
    if (value.kind == ValueKind::date) cell.text = to_text(value.date);
    else if (value.has_number() && form_.fields[at].additivity != Additivity::text) cell.value = value.number;
    else if (value.kind != ValueKind::missing && value.kind != ValueKind::not_applicable) cell.text = value.text;
  }

  /// A printed 同比增长（%） shows the growth that was computed, in every row, with the reason where there is none.
  void copy_growth(std::size_t at) {
    const int of = form_.fields[at].growth_of;
    if (of < 0) return;
    const SummaryCell& partner = cells_[static_cast<std::size_t>(of)];
    cells_[at].value = partner.growth;
    for (const Message& note : partner.notes) {
      if (note.id != "note.missing-left-out" && note.id != "note.distinct-not-deduplicated")
        cells_[at].notes.push_back(note);
    }
  }

  const FormSpec& form_;
  const RowContent& content_;
  const Cells& whole_;
  Cells cells_;
};

}  // namespace

int prior_field(const FormSpec& form, int field) {
  HeaderPath wanted = form.fields[static_cast<std::size_t>(field)].path;
  bool has_year = false;
  for (std::string& segment : wanted) {
    has_year = has_year || contains(segment, "{year}");
    segment = replace_all(segment, "{year}", "{year-1}");
  }
  for (std::size_t i = 0; has_year && i < form.fields.size(); ++i) {
    if (form.fields[i].path == wanted) return static_cast<int>(i);
  }
  return -1;
}

std::vector<SummaryCell> to_cells(const FormSpec& form, const RowContent& content, const std::vector<SummaryCell>& whole) {
  return RowMaker(form, content, whole).make();
}

}  // namespace huizong
