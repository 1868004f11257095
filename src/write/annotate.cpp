#include "write/annotate.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "package/refuse.hpp"
#include "write/annotate_parts.hpp"
#include "write/cell_text.hpp"

namespace huizong {
namespace {

constexpr const char* sheet_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
constexpr const char* styles_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
constexpr const char* usual_relation_types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::size_t longest_sheet_name = 31;

/// The places that everything hangs on, and the words of this document: Transitional or Strict, with or without prefix.
struct Workbook {
  std::string part;
  pugi::xml_node sheets;
  std::vector<Relation> relations;
  std::string main_namespace;
  std::string relation_types = usual_relation_types;
};

Workbook find_workbook(PackagePatch& package) {
  Workbook book;
  const std::vector<Relation> top = package.relations("");
  const Relation* document = find_relation_of_kind(top, "officeDocument");
  book.part = document == nullptr ? "xl/workbook.xml" : document->part;
  const pugi::xml_node root = package.open(book.part).document_element();
  book.sheets = find_child(root, "sheets");
  if (!book.sheets) refuse_unreadable("why.xml-malformed", book.part);
  book.relations = package.relations(book.part);
  book.main_namespace = namespace_of(root);
  if (contains(book.main_namespace, "purl.oclc.org")) {
    book.relation_types = "http://purl.oclc.org/ooxml/officeDocument/relationships/";
  }
  return book;
}

/// The style part; a workbook without one gets an empty one, which StylePatch fills.
pugi::xml_document& open_styles(PackagePatch& package, const Workbook& book) {
  const Relation* known = find_relation_of_kind(book.relations, "styles");
  if (known != nullptr && package.has(known->part)) return package.open(known->part);
  // Its usual name: some readers look for no other.
  const char* usual = "xl/styles.xml";
  const std::string part = package.has(usual) ? package.free_name("xl/stylesRemark", ".xml") : usual;
  package.put(part, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<styleSheet xmlns=\"" +
                        book.main_namespace +
                        "\"><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"宋体\"/></font></fonts>"
                        "<borders count=\"1\"><border/></borders></styleSheet>");
  package.set_type(part, styles_type);
  package.relate(book.part, book.relation_types + "styles", part);
  return package.open(part);
}

std::map<std::string, CellRemarks> group_by_sheet(const std::vector<FindingMark>& marks) {
  std::map<std::string, CellRemarks> sheets;
  for (const FindingMark& mark : marks) {
    if (!mark.cell) continue;
    const auto [known, added] = sheets[mark.sheet].try_emplace(*mark.cell, CellRemark{mark.text, mark.severity});
    if (added) continue;
    known->second.text += "\n" + mark.text;
    known->second.severity = std::min(known->second.severity, mark.severity);
  }
  return sheets;
}

void annotate_sheet(PackagePatch& package, const Workbook& book, const std::string& part, const CellRemarks& remarks,
                    const std::string& author, StylePatch& styles) {
  const pugi::xml_node worksheet = package.open(part).document_element();
  if (!find_child(worksheet, "sheetData")) return;  // a sheet of a chart alone
  const CellRemarks moved = move_to_corners(worksheet, remarks);
  mark_cells(worksheet, moved, styles);
  add_comments(package, part, moved, author, book.relation_types);
}

/// Names of sheets are equal in either case, and at most 31 characters long.
std::string free_sheet_name(const Workbook& book, const std::string& wanted) {
  for (int number = 1;; ++number) {
    const std::string end = number == 1 ? "" : " (" + std::to_string(number) + ")";
    const std::string name = cut_text(wanted, longest_sheet_name - end.size()) + end;
    const bool taken = std::any_of(book.sheets.begin(), book.sheets.end(), [&](pugi::xml_node sheet) {
      return fold_label(sheet.attribute("name").value()) == fold_label(name);
    });
    if (!taken) return name;
  }
}

void add_remark_sheet(PackagePatch& package, const Workbook& book, const RemarkSheet& remarks, StylePatch& styles) {
  unsigned id = 0;
  for (pugi::xml_node sheet : book.sheets.children()) id = std::max(id, sheet.attribute("sheetId").as_uint(0));
  const std::string part = package.free_name("xl/worksheets/sheetRemark", ".xml");
  const std::string name = free_sheet_name(book, remarks.name);
  package.put(part, to_remark_sheet(remarks, book.main_namespace, styles));
  package.set_type(part, sheet_type);
  pugi::xml_node sheet = append_child(book.sheets, "sheet");
  set(sheet, "name", name);
  set(sheet, "sheetId", std::to_string(id + 1));
  set(sheet, "xmlns:r", book.relation_types.substr(0, book.relation_types.size() - 1));
  set(sheet, "r:id", package.relate(book.part, book.relation_types + "worksheet", part));
}

}  // namespace

void annotate_xlsx(std::string_view original_bytes, const std::vector<FindingMark>& marks, const RemarkSheet& remarks,
                   const Path& target) {
  PackagePatch package(original_bytes);
  const Workbook book = find_workbook(package);
  StylePatch styles(open_styles(package, book));
  const std::map<std::string, CellRemarks> sheets = group_by_sheet(marks);
  for (pugi::xml_node sheet : book.sheets.children()) {
    const auto found = sheets.find(sheet.attribute("name").value());
    const Relation* relation = find_relation(book.relations, prefixed_attribute(sheet, "id"));
    if (found == sheets.end() || relation == nullptr || !package.has(relation->part)) continue;
    annotate_sheet(package, book, relation->part, found->second, remarks.name, styles);
  }
  add_remark_sheet(package, book, remarks, styles);
  write_file_unsynced(target, package.save());
}

}  // namespace huizong
