#include "read/read.hpp"

#include <algorithm>
#include <iterator>

#include "package/refuse.hpp"
#include "read/formats.hpp"

namespace huizong {
namespace {

/// Stands before the sink that was given. One text may be shown by many cells (shared strings, repeats): what takes a few
/// bytes in the file would fill the memory of whoever keeps the cells.
class TextBudget : public CellSink {
 public:
  TextBudget(CellSink& sink, std::size_t most_bytes) : sink_(sink), most_(most_bytes) {}

  bool begin_sheet(const SheetHead& head) override {
    constexpr std::size_t longest_name = 4096;  // Excel allows 31 characters, others more
    if (head.name.size() > longest_name) refuse_hostile("why.text-too-long");
    return sink_.begin_sheet(head);
  }
  void row(std::uint32_t row, RowHiding hiding, std::span<const Cell> cells) override {
    constexpr std::size_t usual = 1024;  // a power of two: an unusual size sets a bit above it
    std::size_t bits = 0;
    for (const Cell& cell : cells) bits |= cell.text.size();
    if (bits >= usual) take_long_texts(cells, usual);
    sink_.row(row, hiding, cells);
  }
  void end_sheet(const SheetTail& tail) override { sink_.end_sheet(tail); }

 private:
  void take_long_texts(std::span<const Cell> cells, std::size_t usual) {
    for (const Cell& cell : cells) {
      if (cell.text.size() < usual) continue;
      used_ += cell.text.size();
      if (used_ > most_) refuse_too_large(most_);
    }
  }

  CellSink& sink_;
  std::size_t most_;
  std::size_t used_ = 0;
};

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
  TextBudget guarded(sink, limits.string_bytes);
  row->read(bytes, file_name, limits, guarded);
}

Workbook read_whole_workbook(std::string_view bytes, std::string_view file_name, const ReadLimits& limits) {
  WholeWorkbook sink;
  read_workbook(bytes, file_name, limits, sink);
  return std::move(sink.workbook);
}

}  // namespace huizong
