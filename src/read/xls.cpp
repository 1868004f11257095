#include "read/xls.hpp"

#include <memory>
#include <optional>

#include "package/compound.hpp"
#include "package/refuse.hpp"
#include "read/xls_cells.hpp"
#include "read/xls_globals.hpp"
#include "read/xls_layout.hpp"
#include "read/xls_strings.hpp"

namespace huizong {
namespace {

/// One open stream: what its sheets share.
class XlsReader {
 public:
  XlsReader(const StreamBytes& stream, const ReadLimits& limits, CellSink& sink)
      : stream_(stream), limits_(limits), sink_(sink) {}

  void read();

 private:
  void read_sheets();
  void read_sheet(const XlsSheetEntry& sheet, std::size_t number);
  XlsLayout scan(std::size_t offset, Biff version);
  void read_single_sheet(const XlsGlobals& globals, std::size_t offset, const std::string& name);
  void read_workspace();
  bool is_bof_at(std::size_t offset) const;
  void mend_offsets();
  const XlsStrings& strings();

  const StreamBytes& stream_;
  const ReadLimits& limits_;
  CellSink& sink_;
  XlsGlobals globals_;
  std::unique_ptr<XlsStrings> strings_;
  std::size_t scanned_ = 0;  ///< bytes of all sheets so far
};

void XlsReader::read() {
  globals_ = read_xls_globals(stream_, 0);
  switch (globals_.kind) {
    case BofKind::globals:
      return read_sheets();
    case BofKind::worksheet:
      return read_single_sheet(globals_, 0, "Sheet1");
    case BofKind::workspace4:
      return read_workspace();
    case BofKind::other:
      refuse_unreadable("why.no-worksheet");
  }
}

void XlsReader::read_sheets() {
  if (globals_.sheets.empty()) refuse_unreadable("why.no-sheet");
  mend_offsets();
  for (std::size_t i = 0; i < globals_.sheets.size(); ++i) read_sheet(globals_.sheets[i], i);
}

void XlsReader::read_sheet(const XlsSheetEntry& sheet, std::size_t number) {
  BiffRecord record;
  RecordCursor cursor(stream_, sheet.offset);
  if (!cursor.next(record) || !is_bof(record.id) || record.data.size() < 4) {
    if (!sheet.worksheet) return;
    refuse_unreadable("why.xls-damaged");
  }
  const Bof bof = parse_bof(record);
  if (bof.kind != BofKind::worksheet) return;
  if (!sink_.begin_sheet({sheet.name, sheet.hidden, globals_.date1904})) return;
  const XlsLayout layout = scan(sheet.offset, globals_.version);
  send_xls_sheet({stream_, globals_, strings(), number}, layout, sink_);
}

void XlsReader::read_single_sheet(const XlsGlobals& globals, std::size_t offset, const std::string& name) {
  if (!sink_.begin_sheet({name, false, globals.date1904})) return;
  const XlsLayout layout = scan(offset, globals.version);
  send_xls_sheet({stream_, globals, strings(), 0}, layout, sink_);
}

/// A workbook of Excel 4: its sheets stand inside, each behind a header with its name and with all that it needs.
/// *Source*: OpenOffice.org's documentation, 4.1.2 and 5.93.
void XlsReader::read_workspace() {
  RecordCursor cursor(stream_, 0);
  BiffRecord record;
  std::string name;
  std::size_t count = 0;
  cursor.next(record);
  while (cursor.next(record) && record.id != xls::eof) {
    if (record.id == xls::sheethdr4 && record.data.size() > 4) {
      name.clear();
      const std::string_view bytes = record.data.substr(5, get8(record.data.data() + 4));
      if (!globals_.page.append(bytes, name)) refuse_unreadable("why.encoding");
    } else if (is_bof(record.id)) {
      const std::size_t offset = record.offset;
      const BofKind kind = parse_bof(record).kind;
      if (!skip_substream(cursor)) refuse_unreadable("why.xls-cut-off");
      if (kind != BofKind::worksheet) continue;
      if (++count > xls_most_sheets) refuse_hostile("why.too-many-sheets");
      XlsGlobals own = read_xls_globals(stream_, offset);
      if (own.page.number() == 0) own.page = CodePage(globals_.page.number());
      read_single_sheet(own, offset, name);
    }
  }
}

/// Sheets stand side by side. Where their bytes are more than the stream has, many of them are one, to keep us busy.
XlsLayout XlsReader::scan(std::size_t offset, Biff version) {
  XlsLayout layout = scan_xls_sheet(stream_, offset, version);
  scanned_ += layout.end - offset;
  if (scanned_ > stream_.size()) refuse_hostile("why.sheets-overlap");
  return layout;
}

bool XlsReader::is_bof_at(std::size_t offset) const {
  BiffRecord record;
  RecordCursor cursor(stream_, offset);
  return cursor.next(record) && is_bof(record.id) && record.data.size() >= 4;
}

/// Some programs write wrong offsets. The substreams stand in the order of the sheets; where there are as many of them,
/// each is known all the same.
void XlsReader::mend_offsets() {
  bool whole = true;
  for (const XlsSheetEntry& sheet : globals_.sheets) whole = whole && (!sheet.worksheet || is_bof_at(sheet.offset));
  if (whole) return;
  std::vector<std::size_t> offsets;
  RecordCursor cursor(stream_, globals_.end);
  BiffRecord record;
  while (cursor.next(record)) {
    if (!is_bof(record.id)) continue;
    offsets.push_back(record.offset);
    if (!skip_substream(cursor)) break;
  }
  if (offsets.size() != globals_.sheets.size()) refuse_unreadable("why.xls-damaged");
  for (std::size_t i = 0; i < offsets.size(); ++i) globals_.sheets[i].offset = offsets[i];
}

/// Read at the first sheet that somebody wants.
const XlsStrings& XlsReader::strings() {
  if (!strings_) {
    strings_ = globals_.strings ? std::make_unique<XlsStrings>(stream_, *globals_.strings, limits_.string_bytes, globals_.formats)
                                : std::make_unique<XlsStrings>();
  }
  return *strings_;
}

}  // namespace

void read_xls(std::string_view bytes, std::string_view, const ReadLimits& limits, CellSink& sink) {
  if (!is_compound(bytes)) return XlsReader(StreamBytes(bytes), limits, sink).read();
  CompoundFile file(bytes);
  const CompoundEntry* entry = file.find("Workbook");
  if (!entry) entry = file.find("Book");  // Excel 5 and 95; a file for all of them has both
  if (!entry) refuse_unreadable("why.no-workbook");
  const StreamBytes stream = file.read(*entry);
  XlsReader(stream, limits, sink).read();
}

}  // namespace huizong
