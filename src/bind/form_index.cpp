#include "bind/form_index.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "bind/chars.hpp"

namespace huizong {
namespace {

/// Is a field one of those whose share decides whether a sheet is the form?
bool counts(const FormSpec& form, const Field& field) {
  return form.is_card() ? field.required || field.section : field.required;
}

bool has_year(const std::string& label) { return contains(label, "y0") || contains(label, "y1"); }

}  // namespace

/// How many of each form's wanted fields were seen, each counted once.
class FormIndex::Tally {
 public:
  explicit Tally(const FormIndex& index) : starts_(index.starts_), seen_(index.starts_.back()), found_(index.forms_.size()) {}

  void add(const Uses& uses) {
    for (const FieldUse& use : uses) {
      char& seen = seen_[starts_[use.form] + use.field];
      if (seen == 0) ++found_[use.form];
      seen = 1;
    }
  }

  std::size_t found(std::size_t form) const { return found_[form]; }

 private:
  const std::vector<std::size_t>& starts_;  ///< of a form's fields in seen_
  std::vector<char> seen_;
  std::vector<std::size_t> found_;
};

FormIndex::FormIndex(const std::vector<KnownForm>& forms) : forms_(forms) {
  for (std::uint32_t i = 0; i < forms.size(); ++i) {
    const KnownForm& known = forms[i];
    add_wanted(*known.form);
    add_fronts(known);
    if (known.form->is_card()) {
      add_card(i, known);
      continue;
    }
    for (const LabelPath& path : known.labels.paths) add_path(i, static_cast<std::uint32_t>(path.field), path.path.back());
  }
  has_number_labels_ = std::any_of(by_label_.begin(), by_label_.end(), [](const auto& one) { return begins_number(one.first); });
}

void FormIndex::add_wanted(const FormSpec& form) {
  std::vector<bool> wanted(form.fields.size());
  std::size_t count = 0;
  for (std::size_t i = 0; i < wanted.size() && form.layout != Layout::bands; ++i) wanted[i] = counts(form, form.fields[i]);
  for (const Band& band : form.bands) {
    for (const int field : band.fields) wanted[static_cast<std::size_t>(field)] = form.layout == Layout::bands;
  }
  for (const bool one : wanted) count += one ? 1 : 0;
  starts_.push_back(starts_.back() + wanted.size());
  wanted_.push_back(std::move(wanted));
  wanted_count_.push_back(count);
}

bool FormIndex::is_wanted(std::uint32_t form, std::uint32_t field) const { return wanted_[form][field]; }

void FormIndex::add_path(std::uint32_t form, std::uint32_t field, const std::string& label) {
  if (!is_wanted(form, field)) return;
  Uses& uses = has_year(label) ? always_ : by_label_[label];
  uses.push_back({form, field});
}

void FormIndex::add_card(std::uint32_t form, const KnownForm& known) {
  std::unordered_map<std::string, Uses> fields;  // of a segment
  for (const LabelPath& path : known.card.paths) {
    const auto field = static_cast<std::uint32_t>(path.field);
    add_path(form, field, path.path.back());
    if (is_wanted(form, field)) fields[path.path.back()].push_back({form, field});
  }
  for (const InsideLabel& label : known.card.inside) {
    const std::string& segment = known.card.names[static_cast<std::size_t>(label.segment)];
    const auto found = fields.find(segment);
    if (found == fields.end() || has_year(segment)) continue;
    inside_.add(to_utf8(label.text), static_cast<std::uint32_t>(inside_uses_.size()));
    inside_uses_.push_back(found->second);
  }
  for (std::size_t i = 0; i < known.blocks.size(); ++i) {
    const std::vector<int>& own = known.form->blocks[i].fields;
    for (const LabelPath& path : known.blocks[i].labels.paths) {
      add_path(form, static_cast<std::uint32_t>(own[static_cast<std::size_t>(path.field)]), path.path.back());
    }
  }
  for (const auto& [title, at] : known.card.headings.titles) {
    heading_fronts_.add(title);
    by_heading_[title].push_back({form, static_cast<std::uint32_t>(known.card.headings.fields[at])});
  }
}

void FormIndex::add_fronts(const KnownForm& known) {
  for (const std::string& label : known.labels.segments) fronts_.add(label);
  for (const KnownBlock& block : known.blocks) {
    for (const std::string& label : block.labels.segments) fronts_.add(label);
  }
  for (const std::string& label : known.card.names) fronts_.add(label);
  for (const std::string& label : known.card.open) fronts_.add_open(label);
}

std::vector<FieldUse> FormIndex::find_uses(const Words& words) const {
  Uses uses;
  const auto add = [&uses](const Uses& more) {
    for (const FieldUse& use : more) {
      if (std::find(uses.begin(), uses.end(), use) == uses.end()) uses.push_back(use);
    }
  };
  if (const auto found = by_label_.find(words.label.text); found != by_label_.end()) add(found->second);
  const std::string_view folded = words.title.folded;
  for (std::size_t at = 0; at < folded.size(); at += character_size(folded.substr(at))) {
    inside_.find_at(folded, at, [&](std::uint32_t id, std::size_t) { add(inside_uses_[id]); });
  }
  return uses;
}

void FormIndex::tally_cell(const TextCell& cell, Tally& tally) const {
  if (cell.is_number()) {
    const auto found = has_number_labels_ ? by_label_.find(cell.shown()) : by_label_.end();
    if (found != by_label_.end()) tally.add(found->second);
    return;
  }
  if (!cell.may_be_label) return;
  const Words& words = cell.words();
  if (words.uses) tally.add(*words.uses);
  else tally.add(find_uses(words));
}

void FormIndex::tally_heading(std::span<const TextCell> row, Tally& tally) const {
  if (row.size() != 1 || !heading_fronts_.may_begin(row[0].text)) return;
  const auto heading = to_heading_text(row);
  if (!heading) return;
  for (const std::string* text : {&heading->whole, &heading->front}) {
    if (const auto found = by_heading_.find(*text); found != by_heading_.end()) tally.add(found->second);
  }
}

std::vector<FormIndex::Candidate> FormIndex::find(const SheetText& text, bool cards, double enough) const {
  Tally tally(*this);
  tally.add(always_);
  for (const auto& [row, cells] : text.rows()) {
    for (const TextCell& cell : cells) tally_cell(cell, tally);
    if (!by_heading_.empty()) tally_heading(cells, tally);
  }
  std::vector<Candidate> found;
  for (std::size_t i = 0; i < forms_.size(); ++i) {
    if (wanted_count_[i] == 0 || (forms_[i].form->is_card() && !cards)) continue;
    const double most = static_cast<double>(tally.found(i)) / static_cast<double>(wanted_count_[i]);
    if (most >= enough) found.push_back({&forms_[i], most, tally.found(i)});
  }
  std::stable_sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) { return a.most > b.most; });
  return found;
}

}  // namespace huizong
