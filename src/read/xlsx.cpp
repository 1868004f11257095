#include "read/xlsx.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "package/refuse.hpp"
#include "package/relations.hpp"
#include "package/xml.hpp"
#include "read/xlsx_formulas.hpp"
#include "read/xlsx_sheet.hpp"

namespace huizong {
namespace {

struct SheetEntry {
  std::string name;
  std::string relation;
  bool hidden = false;
};

struct WorkbookPart {
  std::vector<SheetEntry> sheets;
  bool date1904 = false;
  bool as_displayed = false;  ///< formulas reckon with what their cells show
};

const ZipEntry& need_part(const ZipDirectory& zip, std::string_view part) {
  const ZipEntry* entry = zip.find(part);
  if (!entry) refuse_unreadable("why.part-missing", part);
  return *entry;
}

/// The part that is the workbook; the usual name where the package does not say.
std::string find_workbook_part(const ZipDirectory& zip, InflateBudget& budget) {
  const auto relations = read_relations(zip, "", budget);
  const Relation* office = find_relation_of_kind(relations, "officeDocument");
  return office ? office->part : "xl/workbook.xml";
}

WorkbookPart read_workbook_part(const ZipEntry& entry, InflateBudget& budget) {
  const PartBytes bytes = inflate_part(entry, budget);
  std::string own;
  XmlScanner xml(to_utf8_part(bytes.view(), own));
  WorkbookPart workbook;
  bool has_root = false;
  for (XmlToken token = xml.next(); token != XmlToken::end; token = xml.next()) {
    if (token != XmlToken::start) continue;
    has_root = true;
    if (xml.name() == "workbookPr") {
      const std::string_view date1904 = xml.attribute("date1904").value_or("0");
      workbook.date1904 = date1904 == "1" || date1904 == "true";
    } else if (xml.name() == "calcPr") {
      workbook.as_displayed = xml.attribute("fullPrecision").value_or("1") == "0";
    } else if (xml.name() == "sheet") {
      const std::string_view state = xml.attribute("state").value_or("visible");
      workbook.sheets.push_back({decode_xml(xml.attribute("name").value_or("")),
                                 decode_xml(xml.prefixed_attribute("id").value_or("")), state != "visible"});
    }
  }
  if (!has_root || xml.depth() != 0) refuse_unreadable("why.xml-cut-off", entry.name);
  return workbook;
}

/// The one open package: what its sheets share.
class XlsxReader {
 public:
  XlsxReader(std::string_view bytes, const ReadLimits& limits)
      : zip_(bytes, limits.entries), limits_(limits), budget_(limits.part_bytes), second_look_(limits.part_bytes) {}

  void read(CellSink& sink);
  SheetFormulas formulas(const std::string& sheet);

 private:
  void open();
  const ZipEntry* find_sheet_part(const SheetEntry& sheet);
  void read_one_sheet(const ZipEntry& part, CellSink& sink);
  const SharedStrings& strings();
  std::vector<CellRange> find_filters(const ZipEntry& sheet);

  ZipDirectory zip_;
  const ReadLimits& limits_;
  InflateBudget budget_;
  InflateBudget second_look_;  ///< for parts that are read once more, because of their filters
  WorkbookPart workbook_;
  std::vector<Relation> relations_;
  std::unordered_map<std::string_view, const Relation*> by_id_;  ///< into relations_
  std::unordered_set<const ZipEntry*> read_parts_;               ///< sheets already met
  XlsxStyles styles_;
  std::unique_ptr<SharedStrings> strings_;
};

void XlsxReader::open() {
  const std::string part = find_workbook_part(zip_, budget_);
  workbook_ = read_workbook_part(need_part(zip_, part), budget_);
  relations_ = read_relations(zip_, part, budget_);
  for (const Relation& relation : relations_) by_id_.try_emplace(relation.id, &relation);
}

void XlsxReader::read(CellSink& sink) {
  open();
  const Relation* styles = find_relation_of_kind(relations_, "styles");
  if (const ZipEntry* entry = styles ? zip_.find(styles->part) : nullptr) styles_ = read_styles(*entry, budget_);
  for (const SheetEntry& sheet : workbook_.sheets) {
    const ZipEntry* entry = find_sheet_part(sheet);
    if (entry && sink.begin_sheet({sheet.name, sheet.hidden, workbook_.date1904})) read_one_sheet(*entry, sink);
  }
}

SheetFormulas XlsxReader::formulas(const std::string& wanted) {
  open();
  for (const SheetEntry& sheet : workbook_.sheets) {
    const ZipEntry* entry = sheet.name == wanted ? find_sheet_part(sheet) : nullptr;
    if (entry && !workbook_.as_displayed) return read_sheet_formulas(inflate_part(*entry, budget_).view());
  }
  return {};
}

/// nullptr for a sheet without cells: a chart or a dialog on a sheet of its own, an old module of macros (r:id="").
const ZipEntry* XlsxReader::find_sheet_part(const SheetEntry& sheet) {
  if (sheet.relation.empty()) return nullptr;
  const auto relation = by_id_.find(sheet.relation);
  if (relation == by_id_.end()) refuse_unreadable("why.part-missing", sheet.name);
  if (relation->second->kind != "worksheet") return nullptr;
  const ZipEntry& entry = need_part(zip_, relation->second->part);
  // A small file could unfold into endless sheets, were one part many of them.
  if (!read_parts_.insert(&entry).second) refuse_hostile("why.sheets-overlap");
  return &entry;
}

void XlsxReader::read_one_sheet(const ZipEntry& part, CellSink& sink) {
  PartWindow window(part, budget_, limits_.threads);  // first: its thread works while the strings are read
  const SheetContext context{{strings(), styles_.looks, workbook_.date1904, styles_.struck.empty() ? nullptr : &styles_.struck}, [&] { return find_filters(part); }};
  read_sheet(window, context, sink);
}

/// Read at the first sheet that somebody wants. Optional: a workbook of numbers has none.
const SharedStrings& XlsxReader::strings() {
  if (strings_) return *strings_;
  const Relation* relation = find_relation_of_kind(relations_, "sharedStrings");
  const ZipEntry* entry = relation ? zip_.find(relation->part) : nullptr;
  if (!entry) return *(strings_ = std::make_unique<SharedStrings>());
  InflateBudget budget(std::min(limits_.string_bytes, budget_.left()));
  const std::size_t before = budget.left();
  strings_ = std::make_unique<SharedStrings>(*entry, budget);
  budget_.take(before - budget.left());
  return *strings_;
}

/// The sheet's own filter and those of its tables. A second look at the parts, so it has a budget of its own.
std::vector<CellRange> XlsxReader::find_filters(const ZipEntry& sheet) {
  InflateBudget& budget = second_look_;
  PartWindow window(sheet, budget);
  std::vector<CellRange> ranges = read_filters(window);
  for (const Relation& relation : read_relations(zip_, sheet.name, budget)) {
    const ZipEntry* entry = relation.kind == "table" ? zip_.find(relation.part) : nullptr;
    if (!entry) continue;
    PartWindow table(*entry, budget);
    const auto more = read_filters(table);
    ranges.insert(ranges.end(), more.begin(), more.end());
  }
  return ranges;
}

}  // namespace

void read_xlsx(std::string_view bytes, std::string_view, const ReadLimits& limits, CellSink& sink) {
  XlsxReader(bytes, limits).read(sink);
}

SheetFormulas read_xlsx_formulas(std::string_view bytes, const ReadLimits& limits, const std::string& sheet) {
  return XlsxReader(bytes, limits).formulas(sheet);
}

}  // namespace huizong
