#pragma once
// Who claims a cell: what the cells of headers and lines were read as, and figures that nobody claims.

#include "bind/draft.hpp"
#include "bind/header.hpp"
#include "bind/lines.hpp"
#include "bind/sheet_text.hpp"

namespace huizong {

/// A number, or a text that would be read as one: 12, 12家, 3.5万元, 85%. In csv all cells are texts.
bool is_figure(const TextCell& cell);

/// Marks the labels of a list's header. `only_known`: in a card, where other labels stand beside the table.
/// *Errors*: reports cell.unclaimed for figures in its rows that head no column, but for a card, which tells its own.
void claim_header(const SheetText& text, const Header& header, Draft& draft, bool only_known = false);

void tell_unclaimed(const TextCell& cell, Draft& draft);

/// Marks all cells of a row.
void mark_row(std::span<const TextCell> row, CellUse use, std::string_view reason, Draft& draft);

enum class LinesAre { above, below };
/// Marks the cells of the lines around a table. *Errors*: reports cell.unclaimed, one a row, for a figure that is no part
/// of a title, a date, a telephone number or a line with a label.
void claim_lines(const Lines& lines, LinesAre place, Draft& draft);

}  // namespace huizong
