#include "read/ods.hpp"

#include <string>
#include <unordered_set>

#include "base/text.hpp"
#include "package/refuse.hpp"
#include "package/zip.hpp"
#include "read/ods_table.hpp"
#include "read/text_encoding.hpp"

namespace huizong {
namespace {

std::string_view local_attribute(const XmlScanner& xml, std::string_view local) {
  return find_local_attribute(xml.attributes(), local).value_or("");
}

/// What stands in the body tells which program of the family wrote it.
[[noreturn]] void refuse_kind(std::string_view body_child) {
  if (body_child == "text") refuse_unsupported("odt");
  if (body_child == "presentation") refuse_unsupported("odp");
  refuse_unsupported("opendocument");
}

/// LibreOffice keeps what it last saw in other files in tables of their own, called 'file:///…'#$Sheet: they are no
/// sheets of this workbook, whose names cannot begin with an apostrophe.
bool is_copy_of_other_file(std::string_view name) {
  return name.starts_with("'") && name.find("'#") != std::string_view::npos;
}

/// *Source*: OpenDocument 1.2 part 1, 20.378 and 20.379.
bool is_line_through(std::string_view attributes) {
  for (const std::string_view name : {"text-line-through-style", "text-line-through-type"}) {
    if (find_local_attribute(attributes, name).value_or("none") != "none") return true;
  }
  return false;
}

/// Walks the one XML document that holds it all: styles, settings, tables, in this order.
class OdsReader {
 public:
  OdsReader(PartWindow& window, const ReadLimits& limits, CellSink& sink)
      : window_(window), sink_(sink), xml_(window.view()), context_{false, {}, limits.repeated_cells} {}

  void read();

 private:
  void open_element(int ancestors);
  void read_table();

  PartWindow& window_;
  CellSink& sink_;
  XmlScanner xml_;
  OdsContext context_;
  std::string style_;  ///< the open or last style
  bool is_table_style_ = false;
  std::unordered_set<std::string> hidden_styles_;
  bool is_document_ = false;
  bool in_body_ = false;
  bool has_spreadsheet_ = false;
};

void OdsReader::read() {
  while (true) {
    const XmlToken token = next_token(xml_, window_);
    if (token == XmlToken::end) break;
    if (token == XmlToken::start) open_element(xml_.depth() - (xml_.self_closed() ? 0 : 1));
  }
  if (!is_document_ || xml_.depth() != 0) refuse_unreadable("why.xml-cut-off", window_.part());
  if (!has_spreadsheet_) refuse_unreadable("why.no-workbook");
}

void OdsReader::open_element(int ancestors) {
  const std::string_view name = xml_.name();
  if (ancestors == 0) {
    if (name != "document-content" && name != "document") refuse_unreadable("why.no-workbook");
    is_document_ = true;
  } else if (ancestors == 1) {
    in_body_ = name == "body";
  } else if (ancestors == 2 && in_body_) {
    if (name != "spreadsheet") refuse_kind(name);
    has_spreadsheet_ = true;
  } else if (ancestors == 3 && has_spreadsheet_) {
    if (name == "table") read_table();  // deeper ones are links, changes and tables in cells
  } else if (name == "style") {
    is_table_style_ = local_attribute(xml_, "family") == "table";
    style_ = local_attribute(xml_, "name");
  } else if (name == "table-properties" && local_attribute(xml_, "display") == "false") {
    if (is_table_style_) hidden_styles_.insert(style_);
  } else if (name == "text-properties" && !style_.empty() && is_line_through(xml_.attributes())) {
    context_.struck.insert(style_);
  } else if (name == "null-date") {
    context_.date1904 = local_attribute(xml_, "date-value").starts_with("1904-01-01");
  }
}

void OdsReader::read_table() {
  const SheetHead head{decode_xml(local_attribute(xml_, "name")),
                       hidden_styles_.contains(std::string(local_attribute(xml_, "style-name"))), context_.date1904};
  if (!is_valid_utf8(head.name)) refuse_unreadable("why.xml-encoding");
  if (!is_copy_of_other_file(head.name) && sink_.begin_sheet(head)) {
    read_ods_table(xml_, window_, context_, sink_);
  } else {
    skip_flowing(xml_, window_);
  }
}

/// OpenOffice 2 named the DTD of its manifest. To name one is harmless; what declares entities in it is left to the
/// scanner to refuse.
std::string_view behind_plain_doctype(std::string_view xml) {
  const std::size_t at = xml.find("<!DOCTYPE");
  const std::size_t end = at == std::string_view::npos ? at : xml.find_first_of("[>", at);
  return end == std::string_view::npos || xml[end] == '[' ? xml : xml.substr(end + 1);
}

/// Is the content itself encrypted? Macros may be, in a workbook that everybody can read.
bool is_encrypted(const ZipDirectory& zip, InflateBudget& budget) {
  const ZipEntry* entry = zip.find("META-INF/manifest.xml");
  if (!entry) return false;
  const PartBytes bytes = inflate_part(*entry, budget);
  std::string own;
  XmlScanner xml(behind_plain_doctype(to_utf8_part(bytes.view(), own)));
  bool is_content = false;
  for (XmlToken token = xml.next(); token != XmlToken::end; token = xml.next()) {
    if (token != XmlToken::start) continue;
    if (xml.name() == "file-entry") {
      const std::string_view path = local_attribute(xml, "full-path");
      is_content = path == "content.xml" || path == "encrypted-package";
    }
    if (is_content && xml.name() == "encryption-data") return true;
  }
  return false;
}

/// Templates are called …spreadsheet-template; a package without a mimetype may be anything.
void check_mimetype(const ZipDirectory& zip, InflateBudget& budget) {
  const ZipEntry* entry = zip.find("mimetype");
  if (!entry) return;
  const PartBytes bytes = inflate_part(*entry, budget);
  std::string_view type = bytes.view();
  if (type.starts_with("application/vnd.sun.xml.")) refuse_unsupported("sxc");
  constexpr std::string_view family = "application/vnd.oasis.opendocument.";
  if (!type.starts_with(family)) return;
  type.remove_prefix(family.size());
  if (!type.starts_with("spreadsheet")) refuse_kind(type.substr(0, type.find_first_of("-\r\n ")));
}

}  // namespace

void read_ods(std::string_view bytes, std::string_view, const ReadLimits& limits, CellSink& sink) {
  if (!is_zip(bytes)) {
    std::string own;
    PartWindow window(to_utf8_document(bytes, own));
    OdsReader(window, limits, sink).read();
    return;
  }
  const ZipDirectory zip(bytes, limits.entries);
  InflateBudget budget(limits.part_bytes);
  if (is_encrypted(zip, budget)) refuse_encrypted();
  check_mimetype(zip, budget);
  const ZipEntry* content = zip.find("content.xml");
  if (!content) refuse_unreadable("why.part-missing", "content.xml");
  PartWindow window(*content, budget);
  OdsReader(window, limits, sink).read();
}

}  // namespace huizong
