// Finds the files of the packs, and puts packs and regions together.

#include "schema/load.hpp"

#include <algorithm>
#include <boost/filesystem.hpp>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "base/hash.hpp"
#include "schema/form_parse.hpp"
#include "schema/regions.hpp"

namespace huizong {
namespace {

namespace fs = boost::filesystem;

constexpr std::string_view region_file = "regions/areacodes.csv";

/// Path below a data folder (`shanxi/pack.yaml`) to the file that counts: the first folder that has it.
using Files = std::map<std::string, Path>;

void find_files(const Path& folder, Files& files) {
  boost::system::error_code none;
  if (!fs::is_directory(folder, none)) return;
  for (const fs::directory_entry& pack : fs::directory_iterator(folder)) {
    if (!fs::is_directory(pack.path(), none)) continue;
    for (const fs::directory_entry& file : fs::directory_iterator(pack.path())) {
      const std::string name = file.path().filename().string();
      const std::string below = pack.path().filename().string() + "/" + name;
      const bool wanted = below == region_file || file.path().extension() == ".yaml";
      if (wanted && name[0] != '.' && fs::is_regular_file(file.path(), none)) files.emplace(below, file.path());
    }
  }
}

/// A schema file that was read, and its tree.
struct Document {
  std::string text;
  Source source;
  YamlNode root;
};

Document& open_document(std::map<std::string, Document>& documents, const std::string& key, const Path& path,
                        std::vector<Message>* faults) {
  Document& document = documents[key];
  document.text = read_file(path);
  document.source.text = document.text;
  document.source.file = path.string();
  document.source.faults = faults;
  document.root = parse_yaml(document.source);
  return document;
}

FormLookup lookup_in(const std::vector<FormSpec>& forms) {
  return [&forms](std::string_view id) -> const FormSpec* {
    const auto found = std::find_if(forms.begin(), forms.end(), [id](const FormSpec& f) { return f.id == id; });
    return found == forms.end() ? nullptr : &*found;
  };
}

CodesLookup lookup_in(const std::vector<CodeList>& lists) {
  return [&lists](std::string_view id) -> const CodeList* {
    const auto found = std::find_if(lists.begin(), lists.end(), [id](const CodeList& l) { return l.id == id; });
    return found == lists.end() ? nullptr : &*found;
  };
}

using Documents = std::map<std::string, Document>;

/// A form that somebody files.
bool is_form(const YamlNode& root) { return !is_code_list(root) && !is_verdict_form(root); }

void read_code_lists(const Documents& documents, Pack& pack) {
  for (const auto& [name, document] : documents) {
    if (!is_code_list(document.root)) continue;
    CodeList list = read_code_list(document.source, document.root);
    if (lookup_in(pack.code_lists)(list.id) != nullptr)
      refuse(document.source, document.root.at, "why.duplicate-form", {{"what", list.id}});
    pack.code_lists.push_back(std::move(list));
  }
}

/// Reads the forms among `documents`; those that take another's columns come after it, and all rules after all columns.
void read_forms(const Documents& documents, Pack& pack) {
  std::vector<FormSpec>& forms = pack.forms;
  std::vector<const Document*> read;
  for (const bool dependent : {false, true}) {
    for (const auto& [name, document] : documents) {
      if (!is_form(document.root) || fields_of(document.root).empty() == dependent) continue;
      FormSpec form = read_form(document.source, document.root, lookup_in(forms));
      if (lookup_in(forms)(form.id) != nullptr || lookup_in(pack.code_lists)(form.id) != nullptr)
        refuse(document.source, document.root.at, "why.duplicate-form", {{"what", form.id}});
      forms.push_back(std::move(form));
      read.push_back(&document);
    }
  }
  for (std::size_t i = 0; i < forms.size(); ++i) {
    read_form_rules(read[i]->source, read[i]->root, lookup_in(forms), lookup_in(pack.code_lists), pack.lists, forms[i]);
  }
}

void read_verdict_forms(const Documents& documents, Pack& pack) {
  for (const auto& [name, document] : documents) {
    if (!is_verdict_form(document.root)) continue;
    VerdictForm form = read_verdict_form(document.source, document.root, lookup_in(pack.forms), lookup_in(pack.code_lists), pack.lists);
    if (lookup_in(pack.forms)(form.form.id) != nullptr || pack.verdict_form(form.form.id) != nullptr)
      refuse(document.source, document.root.at, "why.duplicate-form", {{"what", form.form.id}});
    form.form.pack = pack.id;
    pack.verdict_forms.push_back(std::move(form));
  }
}

/// Words of one form that name another one of the pack.
void check_references(const Documents& documents, const Pack& pack) {
  for (const auto& [name, document] : documents) {
    for (std::size_t i = 0; i < document.root.keys.size(); ++i) {
      if (document.root.keys[i].text != "recordsOf") continue;
      const YamlNode& of = document.root.items[i];
      if (pack.form(of.text) == nullptr) refuse(document.source, of.at, "why.unknown-form", {{"what", of.text}});
    }
  }
}

Pack load_pack(const Files& files, const std::string& folder) {
  std::map<std::string, Document> documents;
  std::optional<Pack> pack;
  for (const auto& [below, path] : files) {
    if (!below.starts_with(folder + "/") || !below.ends_with(".yaml")) continue;
    Document& document = open_document(documents, below, path, nullptr);
    if (below != folder + "/pack.yaml") continue;
    pack = read_pack(document.source, document.root);
    if (pack->id != folder) refuse(document.source, document.root.at, "why.id-not-folder", {{"what", pack->id}});
    documents.erase(below);
  }
  if (!pack) throw Error(ErrorKind::schema, "error.pack-without-file", {{"pack", folder}});
  read_code_lists(documents, *pack);
  read_forms(documents, *pack);
  for (FormSpec& form : pack->forms) form.pack = pack->id;
  read_verdict_forms(documents, *pack);
  check_references(documents, *pack);
  return std::move(*pack);
}

/// Regions, zones and short names into one tree.
RegionTree build_tree(std::vector<Region> regions, const std::vector<Pack>& packs) {
  std::map<std::string, std::size_t> by_code;
  for (std::size_t i = 0; i < regions.size(); ++i) by_code.emplace(regions[i].code, i);
  const auto need = [&](const std::string& pack, const std::string& code) {
    const auto found = by_code.find(code);
    if (found == by_code.end()) throw Error(ErrorKind::schema, "error.pack-region", {{"pack", pack}, {"code", code}});
    return found->second;
  };
  std::vector<Region> zones;
  for (const Pack& pack : packs) {
    need(pack.id, pack.province);
    for (const auto& [name, code] : pack.short_names) regions[need(pack.id, code)].other_names.push_back(name);
    for (const Region& zone : pack.zones) {
      need(pack.id, zone.parent);
      zones.push_back(zone);
    }
  }
  RegionTree tree;
  for (Region& region : regions) tree.add(std::move(region));
  for (Region& zone : zones) tree.add(std::move(zone));
  tree.index();
  return tree;
}

std::set<std::string> pack_folders(const Files& files) {
  std::set<std::string> folders;
  for (const auto& [below, path] : files) {
    if (below != region_file) folders.insert(below.substr(0, below.find('/')));
  }
  return folders;
}

/// Names and contents, so that a moved word is seen as well as a changed one.
std::string fingerprint_of(const Files& files) {
  std::string all;
  for (const auto& [below, path] : files) all += below + " " + sha256(read_file(path)) + "\n";
  return sha256(all);
}

/// What the other files of a folder declare, as far as they can be read: their own faults are theirs.
Pack read_neighbours(const Path& file, Documents& documents) {
  Pack pack;
  const Path folder = file.parent_path().empty() ? Path(".") : file.parent_path();
  for (const fs::directory_entry& other : fs::directory_iterator(folder)) {
    if (other.path().extension() != ".yaml" || other.path().filename() == file.filename()) continue;
    const std::string key = other.path().string();
    try {
      const Document& document = open_document(documents, key, other.path(), nullptr);
      if (other.path().filename() == "pack.yaml") pack.lists = read_pack(document.source, document.root).lists;
      else if (is_code_list(document.root)) pack.code_lists.push_back(read_code_list(document.source, document.root));
    } catch (const Error&) {
      documents.erase(key);
    }
  }
  for (const bool dependent : {false, true}) {
    for (const auto& [name, document] : documents) {
      if (!is_form(document.root) || fields_of(document.root).empty() == dependent) continue;
      try {
        pack.forms.push_back(read_form(document.source, document.root, lookup_in(pack.forms)));
      } catch (const Error&) {
      }
    }
  }
  return pack;
}

/// One file; its neighbours are read for what it takes from them. `faults` receives those after which reading goes on.
std::vector<LintNote> lint_file(const Path& file, const Date& today, std::vector<Message>& faults) {
  Documents documents, neighbours;
  Document& document = open_document(documents, file.string(), file, &faults);
  document.source.today = today;
  if (file.filename() == "pack.yaml") {
    read_pack(document.source, document.root);
    return {};
  }
  if (is_code_list(document.root)) return notes_of(read_code_list(document.source, document.root));
  const Pack pack = read_neighbours(file, neighbours);
  if (is_verdict_form(document.root)) {
    read_verdict_form(document.source, document.root, lookup_in(pack.forms), lookup_in(pack.code_lists), pack.lists);
    return {};
  }
  FormSpec form = read_form(document.source, document.root, lookup_in(pack.forms));
  read_form_rules(document.source, document.root, lookup_in(pack.forms), lookup_in(pack.code_lists), pack.lists, form);
  return notes_of(form);
}

}  // namespace

Catalogue load_catalogue(const std::vector<Path>& schema_folders, std::string_view only_pack) {
  Files files;
  for (const Path& folder : schema_folders) find_files(folder, files);
  const std::set<std::string> folders = pack_folders(files);
  if (!only_pack.empty()) {
    if (!folders.contains(std::string(only_pack))) {
      std::string known;
      for (const std::string& folder : folders) known += (known.empty() ? "" : ", ") + folder;
      throw Error(ErrorKind::config, "error.unknown-pack", {{"pack", std::string(only_pack)}, {"known", known}});
    }
    std::erase_if(files, [&](const auto& file) {
      return file.first != region_file && !file.first.starts_with(std::string(only_pack) + "/");
    });
  }
  const auto regions = files.find(std::string(region_file));
  if (regions == files.end()) throw Error(ErrorKind::schema, "error.no-regions", {{"file", std::string(region_file)}});
  Catalogue catalogue;
  for (const std::string& folder : pack_folders(files)) catalogue.packs.push_back(load_pack(files, folder));
  catalogue.regions = build_tree(parse_regions(read_file(regions->second)), catalogue.packs);
  catalogue.fingerprint = fingerprint_of(files);
  return catalogue;
}

LintResult lint_files(const std::vector<Path>& files, const Date& today) {
  LintResult result;
  for (const Path& file : files) {
    std::vector<Message> faults;
    std::vector<LintNote> notes;
    try {
      notes = lint_file(file, today, faults);
    } catch (const Error& error) {
      faults.push_back(error.message());
    }
    if (!faults.empty()) notes.clear();  // of a form that is half read nothing can be told
    for (LintNote& note : notes) note.pack = file.parent_path().filename().string();
    result.faults.insert(result.faults.end(), faults.begin(), faults.end());
    result.notes.insert(result.notes.end(), notes.begin(), notes.end());
  }
  std::stable_sort(result.notes.begin(), result.notes.end(),
                   [](const LintNote& a, const LintNote& b) { return std::tie(a.pack, a.form) < std::tie(b.pack, b.form); });
  return result;
}

}  // namespace huizong
