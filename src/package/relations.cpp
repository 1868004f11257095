#include "package/relations.hpp"

#include <algorithm>
#include <charconv>

#include "package/refuse.hpp"
#include "package/xml.hpp"

namespace huizong {
namespace {

std::string relations_part(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  const std::size_t folder = slash == std::string_view::npos ? 0 : slash + 1;
  return std::string(part.substr(0, folder)) + "_rels/" + std::string(part.substr(folder)) + ".rels";
}

struct RawRelation {
  std::string_view id, type, target, mode;
};

/// One walk over the attributes; of two with one name the first counts.
RawRelation to_raw(std::string_view attributes) {
  RawRelation raw;
  XmlAttribute attribute;
  while (take_attribute(attributes, attribute)) {
    std::string_view* place = attribute.name == "Id"           ? &raw.id
                              : attribute.name == "Type"       ? &raw.type
                              : attribute.name == "Target"     ? &raw.target
                              : attribute.name == "TargetMode" ? &raw.mode
                                                               : nullptr;
    if (place && !place->data()) *place = attribute.value;
  }
  return raw;
}

std::string unescape_percent(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned code = 0;
    const char* digits = text.data() + i + 1;
    const bool escaped =
        text[i] == '%' && text.size() - i > 2 && std::from_chars(digits, digits + 2, code, 16).ptr == digits + 2;
    out += escaped ? static_cast<char>(code) : text[i] == '\\' ? '/' : text[i];
    if (escaped) i += 2;
  }
  return out;
}

/// Nothing in it that is not what it looks like: no escapes, no steps that lead elsewhere or nowhere.
bool is_plain_path(std::string_view path) {
  char before = '/';
  for (const char c : path) {
    if (c == '%' || c == '\\' || (before == '/' && (c == '/' || c == '.'))) return false;
    before = c;
  }
  return before != '/';
}

}  // namespace

std::string resolve_target(std::string_view source_part, std::string_view target) {
  if (const bool absolute = target.starts_with('/'); is_plain_path(target.substr(absolute))) {
    const std::size_t folder = absolute ? 0 : source_part.rfind('/') + 1;  // 0 where it stands in none
    if (folder == 0 || is_plain_path(source_part)) return std::string(source_part.substr(0, folder)).append(target.substr(absolute));
  }
  const std::string clean = unescape_percent(target);
  const bool absolute = !clean.empty() && clean.front() == '/';
  const std::size_t slash = source_part.rfind('/');
  std::string path = absolute || slash == std::string_view::npos ? "" : std::string(source_part.substr(0, slash + 1));
  path += clean;
  std::vector<std::string_view> steps;
  for (std::size_t from = 0; from <= path.size();) {
    const std::size_t to = std::min(path.find('/', from), path.size());
    const std::string_view step = std::string_view(path).substr(from, to - from);
    from = to + 1;
    if (step.empty() || step == ".") continue;
    if (step != "..") {
      steps.push_back(step);
    } else if (steps.empty()) {
      refuse_hostile("why.path-trick");
    } else {
      steps.pop_back();
    }
  }
  std::string part;
  for (const std::string_view step : steps) part.append(part.empty() ? "" : "/").append(step);
  return part;
}

std::vector<Relation> read_relations(const ZipDirectory& zip, std::string_view part, InflateBudget& budget) {
  std::vector<Relation> relations;
  const ZipEntry* entry = zip.find(relations_part(part));
  if (!entry) return relations;
  const PartBytes bytes = inflate_part(*entry, budget);
  std::string own;
  XmlScanner xml(to_utf8_part(bytes.view(), own));
  for (XmlToken token = xml.next(); token != XmlToken::end; token = xml.next()) {
    if (token != XmlToken::start || xml.name() != "Relationship") continue;
    const RawRelation raw = to_raw(xml.attributes());
    if (raw.mode == "External") continue;
    const std::string_view kind = raw.type.substr(raw.type.rfind('/') + 1);
    const std::string decoded = needs_decoding(raw.target) ? decode_xml(raw.target) : std::string();
    relations.push_back({decode_xml(raw.id), std::string(kind), resolve_target(part, decoded.empty() ? raw.target : decoded)});
  }
  return relations;
}

const Relation* find_relation(const std::vector<Relation>& relations, std::string_view id) {
  const auto at = std::find_if(relations.begin(), relations.end(), [&](const Relation& r) { return r.id == id; });
  return at == relations.end() ? nullptr : &*at;
}

const Relation* find_relation_of_kind(const std::vector<Relation>& relations, std::string_view kind) {
  const auto at = std::find_if(relations.begin(), relations.end(), [&](const Relation& r) { return r.kind == kind; });
  return at == relations.end() ? nullptr : &*at;
}

}  // namespace huizong
