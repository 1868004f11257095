#pragma once
// Which base or platform filed a return that is about what is its own: its tenants, staff, activities.

#include <string>
#include <string_view>
#include <vector>

#include "bind/file_place.hpp"
#include "bind/form_names.hpp"
#include "bind/word_trie.hpp"
#include "schema/form.hpp"

namespace huizong {

/// Does a text name a body that can file: 北京首冶新元科技发展有限公司, 云谷双创基地? An office of the government does not.
bool is_entity_name(std::string_view text);

/// The bodies that the reporter line, the deepest folder that names one, and the file's name name; empty where none.
struct NamedBodies {
  std::string line, folder, file;
};
NamedBodies find_bodies(const FormNames& names, const std::string& line, const FilePlace& file);

/// Are they two bodies of one kind, two companies or two bases, of which neither name is short for the other? A base and the
/// company that runs it may be called as they like.
bool are_other_bodies(std::string_view one, std::string_view other);

/// The names on a form's list of reporters, folded once for all files. *Shape*: ids are rows of the list.
struct ListedNames {
  WordTrie<char> words;
};
ListedNames to_listed_names(const FormSpec& form);

/// A row of the list whose name stands in the reporter line, in a folder or in the file's name.
struct NamedRow {
  std::uint32_t row = 0;
  bool in_line = false;
};

/// The rows that are named: in the line first, then in folders, the deepest first, then in the file's name; a row as often
/// as it is named.
std::vector<NamedRow> find_listed_names(const ListedNames& names, const std::string& line, const FilePlace& file);

}  // namespace huizong
