#pragma once
// BIFF workbooks for tests, written record by record.

#include <bit>
#include <string>
#include <string_view>
#include <vector>

#include "package/compound_builder.hpp"
#include "read/xlsx_builder.hpp"

namespace huizong::test {

inline std::string le(std::uint64_t value, int width) {
  std::string out;
  put(out, value, width);
  return out;
}
inline std::string le_double(double value) { return le(std::bit_cast<std::uint64_t>(value), 8); }
inline std::string record(std::uint16_t id, const std::string& data) { return le(id, 2) + le(data.size(), 2) + data; }

inline std::string utf16(std::u16string_view text) {
  std::string out;
  for (const char16_t unit : text) put(out, unit, 2);
  return out;
}
/// A Unicode string with a length of 16 bits: its characters in one byte each, or in two.
inline std::string narrow(std::string_view latin1) { return le(latin1.size(), 2) + '\0' + std::string(latin1); }
inline std::string wide(std::u16string_view text) { return le(text.size(), 2) + '\x01' + utf16(text); }

/// Row, column and XF, as cell records from Excel 3 on begin.
inline std::string at(unsigned row, unsigned column, unsigned xf = 0) { return le(row, 2) + le(column, 2) + le(xf, 2); }
/// As Excel 2 does: the XF and the number format share three bytes.
inline std::string at2(unsigned row, unsigned column, unsigned xf = 0, unsigned format = 0) {
  return le(row, 2) + le(column, 2) + le(xf, 1) + le(format, 1) + '\0';
}

inline std::string number(unsigned row, unsigned column, double value, unsigned xf = 0) {
  return record(0x0203, at(row, column, xf) + le_double(value));
}
inline std::string shared(unsigned row, unsigned column, unsigned index) {
  return record(0x00FD, at(row, column) + le(index, 4));
}
inline std::string row_record(unsigned row, unsigned flags) {
  return record(0x0208, le(row, 2) + le(0, 2) + le(256, 2) + le(255, 2) + le(0, 4) + le(flags, 2) + le(15, 2));
}

inline const std::string eof_record = record(0x000A, "");

inline std::string bof_record(int version, unsigned kind) {
  switch (version) {
    case 2:
      return record(0x0009, le(2, 2) + le(kind, 2));
    case 3:
      return record(0x0209, le(0, 2) + le(kind, 2) + le(0, 2));
    case 4:
      return record(0x0409, le(0, 2) + le(kind, 2) + le(0, 2));
    case 5:
      return record(0x0809, le(0x0500, 2) + le(kind, 2) + le(0, 4));
    default:
      return record(0x0809, le(0x0600, 2) + le(kind, 2) + le(0, 8) + le(0, 4));
  }
}

struct XlsSheet {
  std::string records = {};      ///< between BOF and EOF
  std::u16string name = u"表1";  ///< up to Excel 95: `name_bytes`
  std::string name_bytes = "Sheet1";
  unsigned state = 0;
  unsigned type = 0;       ///< in the list of sheets
  unsigned kind = 0x0010;  ///< of its BOF
  int offset_error = 0;    ///< added to the true offset
};

struct Xls {
  std::string globals = {};  ///< records in front of the list of sheets
  std::vector<XlsSheet> sheets = {{}};
  int version = 8;
  std::string behind = {};  ///< records behind the list: SST, names
};

inline std::string sheet_entry(const XlsSheet& sheet, int version, std::size_t offset) {
  std::string data = le(offset, 4) + le(sheet.state, 1) + le(sheet.type, 1);
  data += version == 8 ? le(sheet.name.size(), 1) + '\x01' + utf16(sheet.name)
                       : le(sheet.name_bytes.size(), 1) + sheet.name_bytes;
  return record(0x0085, data);
}

/// The stream of a workbook of Excel 5 or later.
inline std::string build_stream(const Xls& book) {
  const std::string head = bof_record(book.version, 0x0005) + book.globals;
  std::size_t at = head.size() + book.behind.size() + eof_record.size();
  for (const XlsSheet& sheet : book.sheets) at += sheet_entry(sheet, book.version, 0).size();
  std::string list, body;
  for (const XlsSheet& sheet : book.sheets) {
    const std::size_t offset = at + body.size();
    list += sheet_entry(sheet, book.version, offset + static_cast<std::size_t>(sheet.offset_error));
    body += bof_record(book.version, sheet.kind) + sheet.records + eof_record;
  }
  return head + list + book.behind + eof_record + body;
}

inline std::string in_compound(const std::string& stream, const std::string& name = "Workbook") {
  return build_compound({{name, stream}}).bytes;
}
inline std::string build_xls(const Xls& book) {
  return in_compound(build_stream(book), book.version == 8 ? "Workbook" : "Book");
}

/// One sheet of Excel 2, 3 or 4: a stream without a compound file.
inline std::string bare_sheet(int version, const std::string& records) {
  return bof_record(version, 0x0010) + records + eof_record;
}

inline std::string cells_in(const Xls& book) { return cells_of(build_xls(book), "a.xls"); }
/// The cells of one sheet of Excel 97.
inline std::string cells_in_sheet(const std::string& records, const std::string& globals = "",
                                  const std::string& behind = "") {
  return cells_in(Xls{globals, {{records}}, 8, behind});
}

}  // namespace huizong::test
