#include "read/xlsx_styles.hpp"

#include <charconv>
#include <string>
#include <unordered_map>

#include "package/xml.hpp"

namespace huizong {
namespace {

unsigned number_at(const XmlScanner& xml, std::string_view name) {
  const std::string_view text = xml.attribute(name).value_or("");
  unsigned value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}
unsigned format_id(const XmlScanner& xml) { return number_at(xml, "numFmtId"); }

}  // namespace

bool is_strike(const XmlScanner& xml) {
  if (xml.name() != "strike") return false;
  const std::string_view value = xml.attribute("val").value_or("1");
  return value != "0" && value != "false";
}

XlsxStyles read_styles(const ZipEntry& entry, InflateBudget& budget) {
  const PartBytes bytes = inflate_part(entry, budget);
  std::string own;
  XmlScanner xml(to_utf8_part(bytes.view(), own));
  std::unordered_map<unsigned, NumberLook> custom;
  XlsxStyles styles;
  std::vector<bool> struck;  // by font
  bool in_formats = false, in_fonts = false, in_cells = false;
  for (XmlToken token = xml.next(); token != XmlToken::end; token = xml.next()) {
    if (token == XmlToken::text) continue;
    const bool opens = token == XmlToken::start && !xml.self_closed();
    if (xml.name() == "numFmts") in_formats = opens;
    if (xml.name() == "fonts") in_fonts = opens;
    if (xml.name() == "cellXfs") {
      if (!opens) break;  // what stands behind says nothing of numbers
      in_cells = true;
    }
    if (token != XmlToken::start) continue;
    if (in_formats && xml.name() == "numFmt")
      custom[format_id(xml)] = look_of_code(decode_xml(xml.attribute("formatCode").value_or("")));
    if (in_fonts && xml.name() == "font") struck.push_back(false);
    if (in_fonts && !struck.empty() && is_strike(xml)) struck.back() = true;
    if (in_cells && xml.name() == "xf") {
      const unsigned id = format_id(xml), font = number_at(xml, "fontId");
      const auto own_code = custom.find(id);
      styles.looks.push_back(own_code != custom.end() ? own_code->second : look_of_builtin(id));
      if (font >= struck.size() || !struck[font]) continue;
      styles.looks.back() = NumberLook::otherwise;
      styles.struck.resize(styles.looks.size());
      styles.struck.back() = true;
    }
  }
  return styles;
}

}  // namespace huizong
