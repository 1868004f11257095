#include "read/docx.hpp"

#include <algorithm>

#include "package/refuse.hpp"
#include "package/relations.hpp"
#include "package/xml.hpp"
#include "package/zip.hpp"
#include "read/docx_body.hpp"

namespace huizong {
namespace {

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

/// Styles by their built-in names: ids are what each language's Word makes of them.
std::unordered_set<std::string> find_contents_styles(const ZipDirectory& zip, std::string_view document, InflateBudget& budget) {
  std::unordered_set<std::string> ids;
  const auto relations = read_relations(zip, document, budget);
  const Relation* styles = find_relation_of_kind(relations, "styles");
  const ZipEntry* entry = styles == nullptr ? nullptr : zip.find(styles->part);
  if (entry == nullptr) return ids;
  const PartBytes bytes = inflate_part(*entry, budget);
  std::string own, id;
  XmlScanner xml(to_utf8_part(bytes.view(), own));
  for (XmlToken token = xml.next(); token != XmlToken::end; token = xml.next()) {
    if (token != XmlToken::start) continue;
    if (xml.name() == "style") id = decode_xml(find_local_attribute(xml.attributes(), "styleId").value_or(""));
    if (xml.name() != "name") continue;
    const std::string name = lower(decode_xml(find_local_attribute(xml.attributes(), "val").value_or("")));
    if (name.starts_with("toc ") || name == "toc heading") ids.insert(id);
  }
  return ids;
}

}  // namespace

void read_docx(std::string_view bytes, std::string_view, const ReadLimits& limits, CellSink& sink) {
  const ZipDirectory zip(bytes, limits.entries);
  // The whole text is held at once: what bounds the texts of a workbook bounds it.
  InflateBudget budget(std::min(limits.part_bytes, limits.string_bytes));
  const auto relations = read_relations(zip, "", budget);
  const Relation* office = find_relation_of_kind(relations, "officeDocument");
  const std::string part = office != nullptr ? office->part : "word/document.xml";
  const ZipEntry* entry = zip.find(part);
  if (entry == nullptr) refuse_unreadable("why.part-missing", part);
  const auto styles = find_contents_styles(zip, part, budget);
  const PartBytes document = inflate_part(*entry, budget);
  std::string own;
  read_docx_body(to_utf8_part(document.view(), own), styles, sink);
}

}  // namespace huizong
