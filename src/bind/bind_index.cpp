#include "bind/bind_index.hpp"

namespace huizong {
namespace {

std::vector<KnownForm> to_known_forms(const Pack& pack, const std::string& only_form) {
  std::vector<KnownForm> forms;
  for (const FormSpec& form : pack.forms) {
    if (only_form.empty() || form.id == only_form) forms.push_back(to_known_form(form));
  }
  return forms;
}

}  // namespace

BindIndex::BindIndex(const Catalogue& catalogue, const Pack& pack, const std::string& province, const std::string& only_form)
    : places(catalogue.regions, province), forms(to_known_forms(pack, only_form)), form_index(forms), memories(form_index) {
  for (const KnownForm& known : forms) {
    if (known.form->layout == Layout::list) list_labels.insert(known.labels.segments.begin(), known.labels.segments.end());
  }
}

std::shared_ptr<const BindIndex> make_bind_index(const Catalogue& catalogue, const Pack& pack, const std::string& province,
                                                 const std::string& only_form) {
  return std::make_shared<const BindIndex>(catalogue, pack, province, only_form);
}

}  // namespace huizong
