#include "app/schemas.hpp"

#include <algorithm>
#include <boost/filesystem/operations.hpp>

#include "app/workspace.hpp"
#include "base/error.hpp"

namespace huizong {
namespace fs = boost::filesystem;

Catalogue load_schemas(const std::string& workspace) {
  const auto root = find_workspace(workspace);
  return load_catalogue(schema_folders(root), root ? open_workspace(root->string()).config.pack : "");
}

LintResult lint_schemas(const std::string& workspace, const std::vector<std::string>& files) {
  std::vector<Path> paths(files.begin(), files.end());
  for (const Path& path : paths) {
    if (!fs::is_regular_file(path)) throw Error(ErrorKind::usage, "error.no-file", {{"path", path.string()}});
  }
  if (paths.empty()) {
    for (const Path& folder : schema_folders(find_workspace(workspace))) {
      for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == ".yaml") paths.push_back(entry.path());
      }
    }
    std::sort(paths.begin(), paths.end());
  }
  constexpr int zone_minutes = 480;
  return lint_files(paths, to_date(to_now("", zone_minutes)));
}

const CodeList* find_code_list(const Catalogue& catalogue, const std::string& id) {
  for (const Pack& pack : catalogue.packs) {
    for (const CodeList& list : pack.code_lists) {
      if (id == list.id || id == pack.id + "/" + list.id) return &list;
    }
  }
  return nullptr;
}

const VerdictForm* find_verdict_form(const Catalogue& catalogue, const std::string& id) {
  for (const Pack& pack : catalogue.packs) {
    for (const VerdictForm& form : pack.verdict_forms) {
      if (id == form.form.id || id == pack.id + "/" + form.form.id) return &form;
    }
  }
  return nullptr;
}

const FormSpec& find_form(const Catalogue& catalogue, const std::string& id) {
  const FormSpec* found = nullptr;
  for (const Pack& pack : catalogue.packs) {
    const std::string local = id.starts_with(pack.id + "/") ? id.substr(pack.id.size() + 1) : id;
    const FormSpec* form = pack.form(local);
    if (!form) continue;
    if (found) throw Error(ErrorKind::usage, "error.ambiguous-form", {{"value", id}, {"candidates", found->pack + "/" + id + "、" + form->pack + "/" + id}});
    found = form;
  }
  if (!found) throw Error(ErrorKind::usage, "error.no-form", {{"value", id}});
  return *found;
}

}  // namespace huizong
