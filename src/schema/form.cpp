#include "schema/form.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace huizong {

int FormSpec::field(std::string_view name) const {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].name == name) return static_cast<int>(i);
  }
  return -1;
}

std::size_t FormSpec::own_fields() const {
  return blocks.empty() ? fields.size() : static_cast<std::size_t>(blocks.front().fields.front());
}

int block_of(const FormSpec& form, const Rule& rule) {
  int block = -1;
  for (const auto& [column, when] : columns_of(rule)) block = std::max(block, form.fields[static_cast<std::size_t>(column)].block);
  return block;
}

std::vector<int> FormSpec::naming() const {
  if (key.empty()) return name_by;
  std::vector<int> columns = key;
  columns.insert(columns.end(), key_else.begin(), key_else.end());
  return columns;
}

std::string with_years(std::string_view text, const Period& period) {
  std::string concrete = replace_all(std::string(text), "{year}", std::to_string(period.year));
  return replace_all(std::move(concrete), "{year-1}", std::to_string(period.year - 1));
}

std::string to_labels(const FormSpec& form, const std::vector<int>& columns) {
  std::vector<std::string> labels;
  for (int column : columns) {
    const HeaderPath& path = form.fields[static_cast<std::size_t>(column)].path;
    const bool shared = std::count_if(columns.begin(), columns.end(), [&](int other) {
                          return form.fields[static_cast<std::size_t>(other)].path.back() == path.back();
                        }) > 1;
    labels.push_back((shared && path.size() > 1 ? path[path.size() - 2] + "/" : "") + path.back());
  }
  return join(labels, "、");
}

std::string to_path(const FormSpec&, const Field& field, const Period& period) {
  return with_years(join(field.path, "/"), period);
}

const FormSpec* Pack::form(std::string_view wanted) const {
  for (const FormSpec& f : forms) {
    if (f.id == wanted) return &f;
  }
  return nullptr;
}

const FormSpec* Pack::record_form(std::string_view wanted) const {
  const FormSpec* f = form(wanted);
  return f == nullptr || f->records_of.empty() ? f : form(f->records_of);
}

const Pack* Catalogue::pack(std::string_view wanted) const {
  for (const Pack& p : packs) {
    if (p.id == wanted) return &p;
  }
  return nullptr;
}

}  // namespace huizong
