#pragma once
// OpenDocument spreadsheets for tests: the table as text, in a package or flat.

#include <string>
#include <vector>

#include "read/xlsx_builder.hpp"

namespace huizong::test {

struct Ods {
  std::string rows = {};      ///< inside <table:table>
  std::string before = {};    ///< in <office:spreadsheet>, before the table
  std::string behind = {};    ///< behind it
  std::string styles = {};    ///< inside <office:automatic-styles>
  std::string table = {};     ///< more attributes of the table
  std::string body = "office:spreadsheet";
};

inline std::string ods_document(const Ods& o, const std::string& root) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + root +
         " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"><office:automatic-styles>" + o.styles +
         "</office:automatic-styles><office:body><" + o.body + ">" + o.before + "<table:table table:name=\"表&amp;1\" " +
         o.table + ">" + o.rows + "</table:table>" + o.behind + "</" + o.body + "></office:body></" + root + ">";
}

inline const std::string ods_mimetype = "application/vnd.oasis.opendocument.spreadsheet";

inline std::vector<ZipFile> ods_parts(const std::string& content, const std::string& manifest = "<manifest/>",
                                      const std::string& mimetype = ods_mimetype) {
  return {{"mimetype", mimetype}, {"content.xml", content}, {"META-INF/manifest.xml", manifest}};
}

inline std::string build_ods(const Ods& o) { return build_zip(ods_parts(ods_document(o, "office:document-content"))); }
inline std::string build_fods(const Ods& o) { return ods_document(o, "office:document"); }

inline std::string ods_row(const std::string& cells, const std::string& attributes = "") {
  return "<table:table-row " + attributes + ">" + cells + "</table:table-row>";
}

/// <table:table-cell attributes>inside</table:table-cell>
inline std::string ods_cell(const std::string& attributes, const std::string& inside = "") {
  return "<table:table-cell " + attributes + ">" + inside + "</table:table-cell>";
}

inline std::string ods_number(const std::string& value, const std::string& more = "") {
  return ods_cell("office:value-type=\"float\" office:value=\"" + value + "\" " + more, "<text:p>" + value + "</text:p>");
}

inline std::string ods_text(const std::string& inside, const std::string& more = "") {
  return ods_cell("office:value-type=\"string\" " + more, "<text:p>" + inside + "</text:p>");
}

/// What `cells` says of one row of such cells; the package and the flat document must say the same.
inline std::string cells_in_ods(const Ods& o) {
  const std::string packed = cells_of(build_ods(o), "a.ods");
  CHECK(cells_of(build_fods(o), "a.fods") == packed);
  return packed;
}

}  // namespace huizong::test
