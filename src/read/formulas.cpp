#include "read/formulas.hpp"

#include <algorithm>
#include <charconv>

#include "base/error.hpp"
#include "package/inflate.hpp"
#include "package/xml.hpp"
#include "package/zip.hpp"
#include "read/sniff_magic.hpp"
#include "read/text_encoding.hpp"
#include "read/xls_formulas.hpp"
#include "read/xlsx.hpp"

namespace huizong {
namespace {

constexpr std::size_t most_bytes = 64u << 20;       ///< of a small sheet's file, unfolded
constexpr std::uint64_t most_places = 1u << 20;     ///< rows and columns that a repeat count may pass over

/// A count in an attribute; 1 where it is none.
std::uint64_t to_count(std::string_view text) {
  std::uint64_t count = 1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  return error == std::errc() && end == text.data() + text.size() ? std::min(count, most_places) : 1;
}

std::string_view local_attribute(const XmlScanner& xml, std::string_view local) {
  return find_local_attribute(xml.attributes(), local).value_or("");
}

void add(SheetFormulas& found, std::uint64_t row, std::uint64_t column, std::string text) {
  const CellRef at{static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column)};
  found.cells.push_back({at, at, static_cast<std::uint32_t>(found.texts.size())});
  found.texts.push_back(std::move(text));
}

/// *Source*: OpenDocument 1.2 part 1, 19.642 (table:formula); part 2, 5.2. Older programs write other syntaxes: left out.
SheetFormulas read_ods_formulas(std::string_view content, const std::string& sheet) {
  SheetFormulas found;
  found.dialect = FormulaDialect::opendocument;
  XmlScanner xml(content);
  bool inside = false;
  int table_depth = 0;
  std::uint64_t row = 0, next_row = 0, column = 0;
  for (XmlToken token = xml.next(); token != XmlToken::end; token = xml.next()) {
    if (token == XmlToken::finish && inside && xml.depth() < table_depth) return found;
    if (token != XmlToken::start) continue;
    if (local_attribute(xml, "precision-as-shown") == "true") return {};
    if (xml.name() == "table" && !inside && decode_xml(local_attribute(xml, "name")) == sheet) {
      inside = !xml.self_closed();
      table_depth = xml.depth();
    } else if (inside && xml.name() == "table-row") {
      row = next_row;
      next_row = row + to_count(local_attribute(xml, "number-rows-repeated"));
      column = 0;
    } else if (inside && (xml.name() == "table-cell" || xml.name() == "covered-table-cell")) {
      const std::uint64_t repeat = to_count(local_attribute(xml, "number-columns-repeated"));
      const std::string formula = decode_xml(local_attribute(xml, "formula"));
      constexpr std::string_view open = "of:=";
      const bool once = repeat == 1 && next_row == row + 1;
      if (once && formula.starts_with(open)) add(found, row, column, formula.substr(open.size()));
      column += repeat;
    }
  }
  return found;
}

SheetFormulas read_ods_formulas_of(std::string_view bytes, const ReadLimits& limits, const std::string& sheet) {
  if (!is_zip(bytes)) {
    std::string own;
    return read_ods_formulas(to_utf8_document(bytes, own), sheet);
  }
  const ZipDirectory zip(bytes, limits.entries);
  InflateBudget budget(std::min(limits.part_bytes, most_bytes));
  const ZipEntry* content = zip.find("content.xml");
  if (!content) return {};
  const PartBytes part = inflate_part(*content, budget);
  std::string own;
  return read_ods_formulas(to_utf8_part(part.view(), own), sheet);
}

/// *Source*: Microsoft, XML Spreadsheet Reference (ss:Formula, in R1C1).
SheetFormulas read_spreadsheetml_formulas(std::string_view bytes, const std::string& sheet) {
  SheetFormulas found;
  found.dialect = FormulaDialect::r1c1;
  std::string own;
  XmlScanner xml(to_utf8_document(bytes, own));
  bool inside = false;
  std::uint64_t row = 0, next_row = 0, column = 0;
  for (XmlToken token = xml.next(); token != XmlToken::end; token = xml.next()) {
    if (token != XmlToken::start) continue;
    if (xml.name() == "PrecisionAsDisplayed") return {};
    const std::string_view index = local_attribute(xml, "Index");
    if (xml.name() == "Worksheet") {
      inside = decode_xml(local_attribute(xml, "Name")) == sheet;
      next_row = 0;
    } else if (inside && xml.name() == "Row") {
      row = index.empty() ? next_row : to_count(index) - 1;
      const std::string_view span = local_attribute(xml, "Span");
      next_row = row + 1 + (span.empty() ? 0 : to_count(span));
      column = 0;
    } else if (inside && xml.name() == "Cell") {
      if (!index.empty()) column = to_count(index) - 1;
      const std::string formula = decode_xml(local_attribute(xml, "Formula"));
      const bool array = !local_attribute(xml, "ArrayRange").empty();
      if (formula.starts_with("=") && !array) add(found, row, column, formula.substr(1));
      const std::string_view across = local_attribute(xml, "MergeAcross");
      column += 1 + (across.empty() ? 0 : to_count(across));
    }
  }
  return found;
}

}  // namespace

SheetFormulas read_formulas(std::string_view bytes, std::string_view file_name, const ReadLimits& limits, const std::string& sheet) {
  ReadLimits small = limits;
  small.part_bytes = std::min(limits.part_bytes, most_bytes);
  try {
    switch (sniff_format(bytes, file_name, limits)) {
      case Format::xlsx: return read_xlsx_formulas(bytes, small, sheet);
      case Format::ods: return read_ods_formulas_of(bytes, small, sheet);
      case Format::xls: return read_xls_formulas(bytes, sheet);
      case Format::spreadsheetml: return read_spreadsheetml_formulas(bytes, sheet);
      default: return {};
    }
  } catch (const Error&) {  // the first look has said what is wrong with the file
    return {};
  }
}

}  // namespace huizong
