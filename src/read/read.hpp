#pragma once
// Bytes to cells: the content is sniffed before the extension is believed; one file a format.

#include <string_view>
#include <vector>

#include "model/finding.hpp"
#include "model/workbook.hpp"

namespace huizong {

/// What a file turned out to be. `unknown` is no spreadsheet that we know.
enum class Format {
  xlsx, csv, xls, ods, xlsb, pdf, image, docx, encrypted, html, spreadsheetml,
  pptx, ofd, rtf, numbers, zip, rar, sevenzip, gzip, dbase, lotus, sylk, dif, shortcut, mail, unknown
};

/// Limits held by a running budget, never by declared sizes.
struct ReadLimits {
  std::size_t file_bytes = 200u << 20;
  std::size_t part_bytes = 2ull << 30;
  std::size_t string_bytes = 512u << 20;
  std::size_t entries = 10000;
  unsigned threads = 1;  ///< that one file may use
  /// Cells that a file tells only by a repeat count (ods); a long text counts as several. Room for a million rows of
  /// thirty equal cells.
  std::size_t repeated_cells = 32u << 20;
};

/// What a file is, by its content before its name. Never refuses: what is broken is for the format's reader to say.
Format sniff_format(std::string_view bytes, std::string_view file_name, const ReadLimits& limits = {});

/// Sends every cell of a workbook into `sink`.
/// *Errors*: Error(input) whose message id is a rule of the program: file.unreadable (cut off, no workbook; arg `why`
/// is a message id why.*), file.encrypted, file.too-large, file.hostile, file.unsupported (arg `format`: what it is).
/// Cells that were sent before the error must not be used. A sheet that the sink declines gets no end_sheet either.
void read_workbook(std::string_view bytes, std::string_view file_name, const ReadLimits& limits, CellSink& sink);

/// The whole workbook as grids: for small files and for `cells`.
Workbook read_whole_workbook(std::string_view bytes, std::string_view file_name, const ReadLimits& limits);

}  // namespace huizong
