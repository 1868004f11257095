#pragma once
// Workbooks for tests: the parts as text, in a zip archive without compression.

#include <string>
#include <vector>

#include "package/zip_builder.hpp"
#include "read/cells.hpp"

namespace huizong::test {

/// The parts of a workbook; what is left empty is not written.
struct Xlsx {
  std::string rows = {};               ///< inside <sheetData>
  std::string before = {};             ///< before <sheetData>: cols
  std::string behind = {};             ///< behind it: mergeCells
  std::string sheet = {};              ///< the whole sheet part instead
  std::string strings = {};            ///< inside <sst>
  std::string styles = {};             ///< inside <styleSheet>
  std::string workbook_properties = {};
  std::string state = {};              ///< of the sheet
  std::vector<ZipFile> more = {};
};

inline std::string sheet_xml(const Xlsx& x) {
  if (!x.sheet.empty()) return x.sheet;
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet>" + x.before + "<sheetData>" + x.rows + "</sheetData>" +
         x.behind + "</worksheet>";
}

inline std::string relation(std::string_view id, std::string_view kind, std::string_view target) {
  return "<Relationship Id=\"" + std::string(id) + "\" Type=\"http://x/relationships/" + std::string(kind) +
         "\" Target=\"" + std::string(target) + "\"/>";
}

inline std::vector<ZipFile> xlsx_parts(const Xlsx& x) {
  std::vector<ZipFile> parts = {
      {"_rels/.rels", "<Relationships>" + relation("r1", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
      {"xl/workbook.xml", "<workbook>" + x.workbook_properties + "<sheets><sheet name=\"表&amp;1\" sheetId=\"1\" " + x.state +
                              " r:id=\"r1\"/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels", "<Relationships>" + relation("r1", "worksheet", "worksheets/sheet1.xml") +
                                         relation("r2", "sharedStrings", "sharedStrings.xml") +
                                         relation("r3", "styles", "styles.xml") + "</Relationships>"},
      {"xl/worksheets/sheet1.xml", sheet_xml(x)}};
  if (!x.strings.empty()) parts.push_back({"xl/sharedStrings.xml", "<sst>" + x.strings + "</sst>"});
  if (!x.styles.empty()) parts.push_back({"xl/styles.xml", "<styleSheet>" + x.styles + "</styleSheet>"});
  parts.insert(parts.end(), x.more.begin(), x.more.end());
  return parts;
}

inline std::string build_xlsx(const Xlsx& x) { return build_zip(xlsx_parts(x)); }

/// The cells in short, as `cells` sees them: `A1 s "text"; B2 n 1.5`.
inline std::string cells_of(const std::string& bytes, std::string_view file_name = "a.xlsx") {
  std::string all;
  print_cells(bytes, file_name, {}, "", [&](std::string_view line) {
    const std::size_t ref = line.find("\"ref\":\"") + 7, type = line.find("\"type\":\"") + 8, value = line.find("\"value\":") + 8;
    if (!all.empty()) all += "; ";
    all += std::string(line.substr(ref, line.find('"', ref) - ref)) + " " + line[type] + " ";
    all += line.substr(value, line.size() - value - 1);
  });
  return all;
}

inline std::string cells_in(const Xlsx& x) { return cells_of(build_xlsx(x)); }

inline Workbook read_all(const std::string& bytes, std::string_view file_name = "a.xlsx") {
  return read_whole_workbook(bytes, file_name, {});
}

inline std::string refused(const std::string& bytes, std::string_view file_name = "a.xlsx", const ReadLimits& limits = {}) {
  return refusal([&] { read_whole_workbook(bytes, file_name, limits); });
}

}  // namespace huizong::test
