#include "bind/form_evidence.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "base/text.hpp"
#include "bind/chars.hpp"

namespace huizong {
namespace {

constexpr std::size_t longest_title = 60;

/// All labels that a sheet may hold, by the columns in which they stand.
using Seen = std::unordered_map<std::string, std::unordered_set<std::uint32_t>>;

Seen find_labels(const SheetText& text) {
  Seen seen;
  for (const auto& [row, cells] : text.rows()) {
    for (const TextCell& cell : cells) {
      if (cell.kind == CellKind::text) seen[cell.label().text].insert(cell.at().column);
    }
  }
  return seen;
}

/// The columns in which one of a field's leaves stands; nullptr: nowhere.
const std::unordered_set<std::uint32_t>* find_field(const Seen& seen, const FormLabels& labels, int field) {
  for (const LabelPath& path : labels.paths) {
    if (path.field != field) continue;
    if (const auto found = seen.find(path.path.back()); found != seen.end()) return &found->second;
  }
  return nullptr;
}

FormEvidence weigh(const KnownForm& known, const Seen& seen) {
  FormEvidence evidence;
  evidence.form = known.form;
  std::map<std::uint32_t, std::size_t> by_column;
  for (std::size_t i = 0; i < known.form->fields.size(); ++i) {
    const Field& field = known.form->fields[i];
    const bool wanted = known.form->layout == Layout::bands ? !field.computed.is : field.required || field.section;
    if (!wanted) continue;
    ++evidence.wanted;
    const auto* columns = find_field(seen, known.labels, static_cast<int>(i));
    if (columns == nullptr) {
      evidence.missing.push_back(field.path.back());
      continue;
    }
    for (const std::uint32_t column : *columns) ++by_column[column];
  }
  const auto most = std::max_element(by_column.begin(), by_column.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  // In a header each label has a column of its own.
  evidence.transposed = known.form->layout == Layout::list && most != by_column.end() && most->second >= 3 && 2 * most->second >= evidence.wanted;
  return evidence;
}

bool is_named(const FormSpec& form, const SheetText& text, const std::string& sheet, const std::string& file) {
  if (names_form(form, sheet) || names_form(form, file.substr(file.rfind('/') + 1))) return true;
  return std::any_of(text.rows().begin(), text.rows().end(), [&](const TextRow& row) {
    return row.cells.size() <= 2 && count_characters(row.cells.front().text) <= longest_title && names_form(form, row.cells.front().text);
  });
}

/// The better of two: named, then the greater share of labels, then more of them.
bool is_nearer(const FormEvidence& a, const FormEvidence& b) {
  if (a.transposed != b.transposed) return a.transposed;
  if (a.named != b.named) return a.named;
  const std::size_t left = a.found() * b.wanted, right = b.found() * a.wanted;
  return left != right ? left > right : a.found() > b.found();
}

}  // namespace

std::optional<FormEvidence> find_nearest(const std::vector<KnownForm>& forms, const SheetText& text, const std::string& sheet,
                                         const std::string& file) {
  const Seen seen = find_labels(text);
  std::optional<FormEvidence> nearest;
  for (const KnownForm& known : forms) {
    FormEvidence evidence = weigh(known, seen);
    if (evidence.wanted == 0) continue;
    evidence.named = is_named(*known.form, text, sheet, file);
    if (!evidence.named && evidence.found() < 2) continue;
    if (!nearest || is_nearer(evidence, *nearest)) nearest = std::move(evidence);
  }
  return nearest;
}

}  // namespace huizong
