// pack.yaml: a province's pack, its zones and short names.

#include <string>

#include "schema/form_parse.hpp"
#include "schema/load.hpp"

namespace huizong {
namespace {

bool is_digits(std::string_view text, std::size_t count) {
  return text.size() == count && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string read_code(const Source& source, const YamlNode& node) {
  const std::string code = to_string(source, node);
  if (!is_digits(code, 6)) refuse(source, node.at, "why.not-a-code", {{"what", code}});
  return code;
}

Region read_zone(const Source& source, const YamlNode& node) {
  const MapReader map(source, node, {"id", "city", "name", "contained", "otherNames", "since"});
  const std::string city = read_code(source, map.need("city"));
  Region zone;
  zone.code = city + "-" + to_string(source, map.need("id"));
  zone.name = to_string(source, map.need("name"));
  zone.parent = city;
  zone.level = Level::zone;
  zone.since = map.whole("since");
  zone.contained = to_flag(source, map.need("contained"));
  zone.other_names = map.texts("otherNames");
  return zone;
}

/// The id of a pack or form is also a folder's or file's name.
std::string read_id(const Source& source, const YamlNode& node) {
  const std::string id = to_string(source, node);
  for (char c : id) {
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
      refuse(source, node.at, "why.bad-id", {{"what", id}});
    }
  }
  if (id.empty()) refuse(source, node.at, "why.empty-value");
  return id;
}

}  // namespace

Pack read_pack(const Source& source, const YamlNode& root) {
  const MapReader map(source, root, {"id", "title", "province", "zones", "shortNames", "lists"});
  Pack pack;
  pack.id = read_id(source, map.need("id"));
  pack.title = to_string(source, map.need("title"));
  pack.province = read_code(source, map.need("province"));
  if (const YamlNode* zones = map.find("zones")) {
    for (const YamlNode& node : to_list(source, *zones)) {
      attempt(source, [&] { pack.zones.push_back(read_zone(source, node)); });
    }
  }
  if (const YamlNode* names = map.find("shortNames")) {
    for (const YamlNode& node : to_list(source, *names)) {
      attempt(source, [&] {
        const MapReader name(source, node, {"name", "code"});
        pack.short_names.emplace_back(to_string(source, name.need("name")), read_code(source, name.need("code")));
      });
    }
  }
  if (const YamlNode* lists = map.find("lists")) pack.lists = to_names(source, *lists);
  return pack;
}

Pack parse_pack(std::string_view yaml, std::string_view file_name) {
  Source source;
  source.text = yaml;
  source.file = std::string(file_name);
  return read_pack(source, parse_yaml(source));
}

}  // namespace huizong
