#include "bind/card_labels.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "bind/chars.hpp"

namespace huizong {
namespace {

void add_inside(const std::string& printed, int segment, bool needs_colon, CardLabels& labels) {
  Label label = to_label(printed);
  // As it stands, too: 创新创业 is one word with 创业创新 only where a whole label is compared.
  for (const std::string& text : {label.text, fold_label(printed)}) {
    InsideLabel inside{to_u32(text), segment, needs_colon};
    while (!inside.text.empty() && inside.text.back() == U':') inside.text.pop_back();
    const bool known = std::any_of(labels.inside.begin(), labels.inside.end(), [&](const InsideLabel& other) {
      return other.text == inside.text && other.needs_colon == needs_colon;
    });
    if (inside.text.empty() || known) continue;
    labels.inside_begins[inside.text[0] & 0xFFFF] = true;
    labels.inside.push_back(std::move(inside));
    if (!needs_colon) labels.open.push_back(to_utf8(labels.inside.back().text));
  }
}

int number_segment(const std::string& text, bool above, CardLabels& labels) {
  const auto [found, fresh] = labels.segments.emplace(text, static_cast<int>(labels.names.size()));
  if (fresh) {
    labels.names.push_back(text);
    labels.sections.push_back(false);
  }
  if (above) labels.sections[static_cast<std::size_t>(found->second)] = true;
  return found->second;
}

/// The labels of what stands in no block and under no heading.
void take_paths(const FormSpec& form, CardLabels& labels) {
  for (LabelPath& path : to_form_labels(form).paths) {  // field by field
    const auto index = static_cast<std::size_t>(path.field);
    labels.first_path.resize(index + 1, labels.paths.size());
    if (form.fields[index].block < 0 && !form.fields[index].section) labels.paths.push_back(std::move(path));
  }
  labels.first_path.resize(form.fields.size() + 1, labels.paths.size());
}

}  // namespace

CardLabels to_card_labels(const FormSpec& form) {
  CardLabels labels;
  take_paths(form, labels);
  const auto add = [&](const LabelPath& path, const HeaderPath& printed) {
    const bool needs_colon = form.fields[static_cast<std::size_t>(path.field)].place != ValuePlace::inside;
    std::pair<int, int> ends{-1, -1};
    for (std::size_t i = 0; i < path.path.size(); ++i) {
      const bool above = i + 1 < path.path.size();
      ends = {number_segment(path.path[i], above, labels), ends.first};
      add_inside(printed[i], ends.first, needs_colon || above, labels);
      if (path.path[i].find("y0") != std::string::npos || path.path[i].find("y1") != std::string::npos) labels.has_years = true;
    }
    labels.ends.push_back(ends);
  };
  std::vector<std::size_t> alias(form.fields.size(), 0);
  for (const LabelPath& path : labels.paths) {
    const Field& field = form.fields[static_cast<std::size_t>(path.field)];
    add(path, path.own ? field.path : field.aliases[alias[static_cast<std::size_t>(path.field)]++].path);
  }
  for (std::size_t i = 0; i < form.own_fields(); ++i) {
    std::string text = to_label(form.fields[i].path.back()).text;
    std::u32string characters = to_u32(text);
    labels.last.push_back({std::move(text), std::move(characters)});
  }
  labels.headings = to_headings(form);
  for (const Block& block : form.blocks) number_segment(to_label(block.title).text, true, labels);
  labels.in_order = labels.names;
  std::sort(labels.in_order.begin(), labels.in_order.end());
  std::stable_sort(labels.inside.begin(), labels.inside.end(), [](const InsideLabel& a, const InsideLabel& b) {
    return a.text[0] != b.text[0] ? a.text[0] < b.text[0] : a.text.size() > b.text.size();
  });
  return labels;
}

}  // namespace huizong
