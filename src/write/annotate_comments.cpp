#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "write/annotate_parts.hpp"
#include "write/cell_text.hpp"

namespace huizong {
namespace {

constexpr const char* comments_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
constexpr const char* vml_type = "application/vnd.openxmlformats-officedocument.vmlDrawing";
constexpr const char* shape_name = "_x0000_s";
constexpr std::string_view vml_spaces =
    " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
    " xmlns:x=\"urn:schemas-microsoft-com:office:excel\"";
constexpr std::string_view box_type =
    "<v:shapetype{0} id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">"
    "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";
constexpr std::string_view empty_vml =
    "<xml{0}><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout></xml>";

int author_index(pugi::xml_node root, const std::string& author) {
  pugi::xml_node authors = ensure_child(root, "authors", {"commentList", "extLst"});
  int index = 0;
  for (pugi::xml_node known : authors.children()) {
    if (known.type() != pugi::node_element) continue;
    if (known.text().get() == author) return index;
    ++index;
  }
  append_child(authors, "author").text().set(author.c_str());
  return index;
}

void append_run(pugi::xml_node text, const std::string& words) {
  pugi::xml_node run = append_child(text, "r");
  pugi::xml_node look = append_child(run, "rPr");
  set(append_child(look, "sz"), "val", "9");
  set(append_child(look, "rFont"), "val", "宋体");
  set_text(append_child(run, "t"), words);
}

/// Adds the comments; gives the cells that had none before and need a box.
std::vector<CellRef> write_comments(pugi::xml_node root, const CellRemarks& remarks, const std::string& author) {
  const int by = author_index(root, author);
  pugi::xml_node list = ensure_child(root, "commentList", {"extLst"});
  std::map<std::string, pugi::xml_node> known;
  for (pugi::xml_node comment : list.children()) known[comment.attribute("ref").value()] = comment;
  std::vector<CellRef> fresh;
  for (const auto& [at, remark] : remarks) {
    const std::string words = to_cell_text(remark.text);
    if (const auto found = known.find(to_a1(at)); found != known.end()) {
      append_run(ensure_child(found->second, "text", {"commentPr"}), "\n" + words);
      continue;
    }
    pugi::xml_node comment = append_child(list, "comment");
    set(comment, "ref", to_a1(at));
    set(comment, "authorId", std::to_string(by));
    append_run(append_child(comment, "text"), words);
    fresh.push_back(at);
  }
  return fresh;
}

std::string to_box(CellRef at, unsigned long id, std::size_t lines, std::string_view spaces) {
  return fmt::format(
      "<v:shape{9} id=\"{0}{1}\" type=\"#_x0000_t202\" style=\"position:absolute;margin-left:60pt;margin-top:2pt;"
      "width:220pt;height:{2}pt;z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">"
      "<v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>"
      "<v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox>"
      "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>"
      "<x:Anchor>{3}, 15, {4}, 2, {5}, 31, {6}, 1</x:Anchor><x:AutoFill>False</x:AutoFill>"
      "<x:Row>{7}</x:Row><x:Column>{8}</x:Column></x:ClientData></v:shape>",
      shape_name, id, 15 + 15 * lines, at.column + 1, at.row, at.column + 4, at.row + 1 + lines, at.row, at.column,
      spaces);
}

/// The first id above all that stand in the drawing.
unsigned long next_shape_id(const std::string& vml) {
  unsigned long highest = 1024;
  for (std::size_t at = vml.find(shape_name); at != std::string::npos; at = vml.find(shape_name, at + 1)) {
    const std::string digits = vml.substr(at + std::string_view(shape_name).size(), 9);
    if (!digits.empty() && digits[0] >= '0' && digits[0] <= '9') highest = std::max(highest, std::stoul(digits));
  }
  return highest + 1;
}

/// As text, since office programs write drawings that are no well-formed XML.
std::string with_boxes(std::string vml, const std::vector<CellRef>& cells, const CellRemarks& remarks) {
  unsigned long id = next_shape_id(vml);
  // Most writers declare the prefixes once, at the root; some on every element.
  const std::string root = vml.substr(0, vml.find('>', vml.find("<xml")));
  const bool declared = contains(root, "xmlns:v=") && contains(root, "xmlns:o=") && contains(root, "xmlns:x=");
  const std::string_view spaces = declared ? "" : vml_spaces;
  std::string boxes;
  if (!contains(vml, "\"_x0000_t202\"")) boxes += fmt::format(box_type, spaces);
  for (const CellRef at : cells) {
    std::size_t lines = 1;
    for (const std::string& line : split(remarks.at(at).text, '\n')) lines += 1 + display_width(line) / 36;
    boxes += to_box(at, id++, std::min<std::size_t>(lines, 30), spaces);
  }
  const std::size_t end = vml.rfind("</xml>");
  if (end == std::string::npos) return with_boxes(fmt::format(empty_vml, vml_spaces), cells, remarks);
  return vml.insert(end, boxes);
}

std::string find_comments(PackagePatch& package, const std::string& sheet_part, const std::string& relation_types) {
  const std::vector<Relation> relations = package.relations(sheet_part);
  const Relation* known = find_relation_of_kind(relations, "comments");
  if (known != nullptr && package.has(known->part)) return known->part;
  const std::string space = namespace_of(package.open(sheet_part).document_element());
  const std::string part = package.free_name("xl/commentsRemark", ".xml");
  package.put(part, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"" + space +
                        "\"><authors/><commentList/></comments>");
  package.set_type(part, comments_type);
  package.relate(sheet_part, relation_types + "comments", part);
  return part;
}

std::string find_drawing(PackagePatch& package, const std::string& sheet_part, const std::string& relation_types) {
  pugi::xml_node worksheet = package.open(sheet_part).document_element();
  const std::vector<Relation> relations = package.relations(sheet_part);
  pugi::xml_node link = find_child(worksheet, "legacyDrawing");
  const Relation* known = link ? find_relation(relations, prefixed_attribute(link, "id")) : nullptr;
  if (known != nullptr && package.has(known->part)) return known->part;
  if (link) worksheet.remove_child(link);
  const std::string part = package.free_name("xl/drawings/vmlDrawingRemark", ".vml");
  package.put(part, fmt::format(empty_vml, vml_spaces));
  package.set_default_type("vml", vml_type);
  link = ensure_child(worksheet, "legacyDrawing",
                      {"legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
                       "tableParts", "extLst"});
  set(link, "xmlns:r", relation_types.substr(0, relation_types.size() - 1));
  set(link, "r:id", package.relate(sheet_part, relation_types + "vmlDrawing", part));
  return part;
}

}  // namespace

void add_comments(PackagePatch& package, const std::string& sheet_part, const CellRemarks& remarks,
                  const std::string& author, const std::string& relation_types) {
  const std::string comments = find_comments(package, sheet_part, relation_types);
  const std::vector<CellRef> fresh = write_comments(package.open(comments).document_element(), remarks, author);
  if (fresh.empty()) return;
  const std::string drawing = find_drawing(package, sheet_part, relation_types);
  package.put(drawing, with_boxes(package.text(drawing), fresh, remarks));
}

}  // namespace huizong
