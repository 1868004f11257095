#include "bind/bind_index.hpp"

namespace huizong {

std::shared_ptr<const BindIndex> make_bind_index(const Catalogue& catalogue, const Pack& pack, const std::string& province,
                                                 const std::string& only_form) {
  auto index = std::make_shared<BindIndex>(BindIndex{Places(catalogue.regions, province), {}, {}});
  for (const FormSpec& form : pack.forms) {
    if (only_form.empty() || form.id == only_form) index->forms.push_back(to_known_form(form));
  }
  for (const KnownForm& known : index->forms) {
    if (known.form->layout == Layout::list) index->list_labels.insert(known.labels.segments.begin(), known.labels.segments.end());
  }
  return index;
}

}  // namespace huizong
