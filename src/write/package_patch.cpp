#include "write/package_patch.hpp"

#include <algorithm>
#include <limits>

#include "package/refuse.hpp"
#include "write/zip_writer.hpp"

namespace huizong {
namespace {

constexpr std::size_t most_entries = 20000;
constexpr std::size_t most_inflated_bytes = std::size_t{1} << 30;
constexpr const char* types_part = "[Content_Types].xml";
constexpr const char* relations_namespace = "http://schemas.openxmlformats.org/package/2006/relationships";

// Everything is kept, white space too: what is not changed must come out as it went in.
constexpr unsigned parse_options = (pugi::parse_full | pugi::parse_ws_pcdata) & ~pugi::parse_doctype;

std::string relations_part(const std::string& source) {
  const std::size_t slash = source.rfind('/');
  const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
  return source.substr(0, name) + "_rels/" + source.substr(name) + ".rels";
}

std::string to_bytes(pugi::xml_document& tree) {
  struct Writer : pugi::xml_writer {
    std::string out;
    void write(const void* data, std::size_t size) override { out.append(static_cast<const char*>(data), size); }
  } writer;
  pugi::xml_node declaration = tree.first_child();
  if (declaration.type() == pugi::node_declaration) set(declaration, "encoding", "UTF-8");
  tree.save(writer, "", pugi::format_raw, pugi::encoding_utf8);
  return std::move(writer.out);
}

}  // namespace

PackagePatch::PackagePatch(std::string_view bytes) : zip_(bytes, most_entries), budget_(most_inflated_bytes) {}

bool PackagePatch::has(std::string_view part) const {
  const std::string name(part);
  return zip_.find(part) != nullptr || trees_.contains(name) || texts_.contains(name);
}

// Relations may write a name in another case than the archive does.
std::string PackagePatch::name_of(const std::string& part) const {
  const ZipEntry* entry = zip_.find(part);
  return entry == nullptr ? part : entry->name;
}

std::string PackagePatch::text(const std::string& named) {
  const std::string part = name_of(named);
  if (const auto known = texts_.find(part); known != texts_.end()) return known->second;
  const ZipEntry* entry = zip_.find(part);
  if (entry == nullptr) refuse_unreadable("why.xml-malformed", part);
  return std::string(inflate_part(*entry, budget_).view());
}

pugi::xml_document& PackagePatch::open(const std::string& named) {
  const std::string part = name_of(named);
  std::unique_ptr<pugi::xml_document>& tree = trees_[part];
  if (tree) return *tree;
  auto fresh = std::make_unique<pugi::xml_document>();
  const std::string bytes = text(part);
  if (!fresh->load_buffer(bytes.data(), bytes.size(), parse_options)) refuse_unreadable("why.xml-malformed", part);
  tree = std::move(fresh);
  texts_.erase(part);
  return *tree;
}

void PackagePatch::put(const std::string& part, std::string bytes) { texts_[name_of(part)] = std::move(bytes); }

// From the original: relations added here are of no interest to those who ask.
std::vector<Relation> PackagePatch::relations(const std::string& part) { return read_relations(zip_, part, budget_); }

std::string PackagePatch::relate(const std::string& source, const std::string& type, const std::string& target) {
  const std::string part = relations_part(source);
  if (!has(part)) {
    put(part, std::string("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"") +
                  relations_namespace + "\"/>");
  }
  pugi::xml_node root = open(part).document_element();
  std::string id;
  for (int number = 1; id.empty() || root.find_child_by_attribute("Id", id.c_str()); ++number) {
    id = "rIdRemark" + std::to_string(number);
  }
  pugi::xml_node relation = append_child(root, "Relationship");
  set(relation, "Id", id);
  set(relation, "Type", type);
  set(relation, "Target", "/" + target);
  return id;
}

std::string PackagePatch::free_name(const std::string& stem, const std::string& extension) const {
  for (int number = 1;; ++number) {
    std::string name = stem + std::to_string(number) + extension;
    if (!has(name)) return name;
  }
}

void PackagePatch::set_type(const std::string& part, const std::string& content_type) {
  pugi::xml_node type = append_child(open(types_part).document_element(), "Override");
  set(type, "PartName", "/" + part);
  set(type, "ContentType", content_type);
}

void PackagePatch::set_default_type(const std::string& extension, const std::string& content_type) {
  pugi::xml_node root = open(types_part).document_element();
  for (pugi::xml_node child : root.children()) {
    if (local_name(child) == "Default" && child.attribute("Extension").value() == extension) return;
  }
  pugi::xml_node type = root.prepend_child((prefix_of(root) + "Default").c_str());
  set(type, "Extension", extension);
  set(type, "ContentType", content_type);
}

std::string PackagePatch::save() {
  for (auto& [part, tree] : trees_) {
    if (tree) texts_[part] = to_bytes(*tree);
  }
  ZipWriter writer;
  for (const ZipEntry& entry : zip_.entries()) {
    const auto changed = texts_.find(entry.name);
    if (changed == texts_.end()) {
      writer.add_raw(entry);
      continue;
    }
    writer.add(entry.name, changed->second);
    texts_.erase(changed);
  }
  for (const auto& [part, bytes] : texts_) writer.add(part, bytes);
  return writer.finish();
}

std::string_view local_name(pugi::xml_node node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string prefix_of(pugi::xml_node node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return std::string(colon == std::string_view::npos ? "" : name.substr(0, colon + 1));
}

std::string namespace_of(pugi::xml_node node) {
  const std::string prefix = prefix_of(node);
  const std::string name = prefix.empty() ? "xmlns" : "xmlns:" + prefix.substr(0, prefix.size() - 1);
  return node.attribute(name.c_str()).value();
}

pugi::xml_node find_child(pugi::xml_node parent, std::string_view local) {
  return parent.find_child([&](pugi::xml_node child) { return local_name(child) == local; });
}

pugi::xml_node append_child(pugi::xml_node parent, std::string_view local) {
  return parent.append_child((prefix_of(parent) + std::string(local)).c_str());
}

pugi::xml_node ensure_child(pugi::xml_node parent, std::string_view local,
                            std::initializer_list<std::string_view> followers) {
  if (const pugi::xml_node known = find_child(parent, local)) return known;
  const std::string name = prefix_of(parent) + std::string(local);
  for (pugi::xml_node child : parent.children()) {
    if (std::find(followers.begin(), followers.end(), local_name(child)) != followers.end()) {
      return parent.insert_child_before(name.c_str(), child);
    }
  }
  return parent.append_child(name.c_str());
}

void set(pugi::xml_node node, const char* name, const std::string& value) {
  pugi::xml_attribute attribute = node.attribute(name);
  if (!attribute) attribute = node.append_attribute(name);
  attribute.set_value(value.c_str());
}

std::string prefixed_attribute(pugi::xml_node node, std::string_view local) {
  for (pugi::xml_attribute attribute : node.attributes()) {
    const std::string_view name = attribute.name();
    const std::size_t colon = name.find(':');
    if (colon != std::string_view::npos && name.substr(colon + 1) == local) return attribute.value();
  }
  return "";
}

void set_text(pugi::xml_node node, const std::string& text) {
  set(node, "xml:space", "preserve");
  node.text().set(text.c_str());
}

}  // namespace huizong
