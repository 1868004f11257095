#include "read/read.hpp"

#include <algorithm>
#include <iterator>

#include "package/refuse.hpp"
#include "read/formats.hpp"

namespace huizong {
namespace {

/// Keeps every sheet whole.
class WholeWorkbook : public CellSink {
 public:
  bool begin_sheet(const SheetHead& head) override {
    workbook.sheets.emplace_back().head = head;
    return true;
  }
  void row(std::uint32_t row, RowHiding hiding, std::span<const Cell> cells) override {
    workbook.sheets.back().grid.add_row(row, hiding, cells);
  }
  void end_sheet(const SheetTail& tail) override { workbook.sheets.back().tail = tail; }

  Workbook workbook;
};

}  // namespace

void read_workbook(std::string_view bytes, std::string_view file_name, const ReadLimits& limits, CellSink& sink) {
  if (bytes.empty()) refuse_unreadable("why.empty");
  if (bytes.size() > limits.file_bytes) refuse_too_large(limits.file_bytes);
  const Format format = sniff_format(bytes, file_name, limits);
  if (format == Format::encrypted) refuse_encrypted();
  const auto row =
      std::find_if(std::begin(formats), std::end(formats), [&](const FormatRow& r) { return r.format == format; });
  if (row == std::end(formats)) refuse_unreadable("why.no-workbook");
  if (!row->read) refuse_unsupported(row->name);
  row->read(bytes, file_name, limits, sink);
}

Workbook read_whole_workbook(std::string_view bytes, std::string_view file_name, const ReadLimits& limits) {
  WholeWorkbook sink;
  read_workbook(bytes, file_name, limits, sink);
  return std::move(sink.workbook);
}

}  // namespace huizong
