#pragma once
// An OPC package that is changed in a few parts and keeps all others as they are. Private to write/.

#include <map>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "package/inflate.hpp"
#include "package/relations.hpp"
#include "package/zip.hpp"

namespace huizong {

class PackagePatch {
 public:
  /// *Errors*: as ZipDirectory.
  explicit PackagePatch(std::string_view bytes);

  bool has(std::string_view part) const;
  /// The tree of a part, to be read or changed; a part that was opened is written anew.
  /// *Errors*: file.unreadable why.xml-malformed for a part that is no XML, or is not there.
  pugi::xml_document& open(const std::string& part);
  /// Text of a part that need not be well formed (VML).
  std::string text(const std::string& part);
  void put(const std::string& part, std::string bytes);

  std::vector<Relation> relations(const std::string& part);
  /// Adds a relation and gives its id.
  std::string relate(const std::string& source, const std::string& type, const std::string& target);
  /// The first of stem1.ext, stem2.ext, … that is free.
  std::string free_name(const std::string& stem, const std::string& extension) const;
  void set_type(const std::string& part, const std::string& content_type);
  void set_default_type(const std::string& extension, const std::string& content_type);

  /// The whole package; parts keep their order, new ones follow.
  std::string save();

 private:
  std::string name_of(const std::string& part) const;

  ZipDirectory zip_;
  InflateBudget budget_;
  std::map<std::string, std::unique_ptr<pugi::xml_document>> trees_;
  std::map<std::string, std::string> texts_;
};

/// Name without its prefix, and the prefix with its colon ("" where there is none).
std::string_view local_name(pugi::xml_node node);
std::string prefix_of(pugi::xml_node node);
/// The namespace of a root element, as declared on it.
std::string namespace_of(pugi::xml_node root);
/// First child of that local name.
pugi::xml_node find_child(pugi::xml_node parent, std::string_view local);
/// The child of that local name; a new one, with the parent's prefix, is put before the first of `followers`.
pugi::xml_node ensure_child(pugi::xml_node parent, std::string_view local,
                            std::initializer_list<std::string_view> followers);
/// A new last child with the parent's prefix.
pugi::xml_node append_child(pugi::xml_node parent, std::string_view local);
/// Sets an attribute, adding it where it is new.
void set(pugi::xml_node node, const char* name, const std::string& value);
/// Value of an attribute that has that local name and any prefix: r:id.
std::string prefixed_attribute(pugi::xml_node node, std::string_view local);
/// Text that keeps its spaces.
void set_text(pugi::xml_node node, const std::string& text);

}  // namespace huizong
