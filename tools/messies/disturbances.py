"""The disturbances, in the order in which they are applied: one explicit table."""

from dataclasses import dataclass
from typing import Callable

from . import header, heads, rows, sheets, units, values
from .writers import FORMATS

LIST, ALL = ("list",), ("list", "bands", "card")
CARDS = ("bands", "card")
BOOKS = ("xlsx", "xls", "lo-xlsx", "lo-xls", "lo-ods")
PLACED = tuple(name for name in FORMATS if name != "lo-html")  # LibreOffice's html begins at the first cell that is not empty
STORED = ("xlsx",)  # the only writer that stores a formula as it is told
ANY = None


@dataclass(frozen=True)
class Disturbance:
    name: str
    stage: str  # list: before the sheet is drawn; cell: on its figures, too; sheet: on what is drawn; file
    apply: Callable
    layouts: tuple = ALL
    formats: tuple = ANY
    apart: tuple = ()  # names that it cannot go with


TABLE = (
    Disturbance("annex-line", "list", heads.annex_line, LIST),
    Disturbance("title-split", "list", heads.title_split, LIST, apart=("title-spaced", "head-order")),
    Disturbance("title-spaced", "list", heads.title_spaced, LIST),
    Disturbance("line-spelled", "list", units.line_spelled, LIST, apart=("line-yuan", "line-missing")),
    Disturbance("line-yuan", "list", units.line_yuan, LIST, apart=("label-yuan", "yuan-under-wan", "line-missing", "unit-in-label", "missing-column")),
    Disturbance("label-yuan", "list", units.label_yuan, LIST, apart=("duplicate-key", "yuan-under-wan", "line-missing", "unit-in-label", "missing-column", "alias")),
    Disturbance("label-yuan-printed", "list", units.label_yuan_printed, LIST, apart=("yuan-under-wan", "missing-column")),
    Disturbance("yuan-under-wan", "list", units.yuan_under_wan, LIST, apart=("missing-column", "zero", "nil", "missing-marks")),
    Disturbance("line-missing", "list", units.line_missing, LIST, apart=("unit-in-label",)),
    Disturbance("head-order", "list", heads.head_order, LIST),
    Disturbance("reporter-beside", "list", heads.reporter_beside, LIST, apart=("unit-beside",)),
    Disturbance("reporter-short", "list", heads.reporter_short, LIST, apart=("reporter-missing",)),
    Disturbance("unit-beside", "list", heads.unit_beside, LIST, apart=("line-missing",)),
    Disturbance("reporter-missing", "list", heads.reporter_missing, LIST, apart=("unit-beside", "reporter-beside")),
    Disturbance("head-marks", "list", heads.head_marks, LIST),
    Disturbance("head-blank", "list", heads.head_blank, LIST),
    Disturbance("notes-below", "list", heads.notes_below, LIST),
    Disturbance("signatures", "list", heads.signatures, LIST),
    Disturbance("alias", "list", header.alias, LIST),
    Disturbance("years-bare", "list", header.years_bare, LIST),
    Disturbance("missing-column", "list", header.missing_column, LIST, apart=("wrong-total",)),
    Disturbance("column-moved", "list", header.column_moved, LIST),
    Disturbance("group-moved", "list", header.group_moved, LIST, apart=("column-moved",)),
    Disturbance("extra-column", "list", header.extra_column, LIST),
    Disturbance("unit-in-label", "list", header.unit_in_label, LIST),
    Disturbance("unit-off-label", "list", header.unit_off_label, LIST, apart=("unit-in-label",)),
    Disturbance("brackets-half", "list", header.brackets_half, LIST),
    Disturbance("brackets-full", "list", header.brackets_full, LIST, apart=("brackets-half",)),
    Disturbance("percent-full", "list", header.percent_full, LIST),
    Disturbance("label-breaks", "list", header.label_breaks, LIST),
    Disturbance("label-spaces", "list", header.label_spaces, LIST, apart=("label-breaks",)),
    Disturbance("header-bare", "list", header.header_bare, LIST, apart=("column-moved",)),
    Disturbance("header-repeated", "list", header.header_repeated, LIST, apart=("header-bare",)),
    Disturbance("numbering-row", "list", header.numbering_row, LIST),
    Disturbance("serial-gone", "list", header.serial_gone, LIST, apart=("no-serials", "empty-serials")),
    Disturbance("extra-in-group", "list", header.extra_in_group, LIST, apart=("extra-column", "column-moved", "header-bare")),
    Disturbance("label-drift", "list", header.label_drift, LIST, apart=("alias", "missing-column")),
    Disturbance("header-flat", "list", header.header_flat, LIST, apart=("header-bare", "header-repeated", "years-bare", "extra-in-group", "label-drift", "missing-column", "label-yuan")),
    Disturbance("title-block", "list", heads.title_block, LIST, apart=("title-split", "head-order", "unit-beside", "reporter-beside")),
    Disturbance("instruction-line", "list", heads.instruction_line, LIST, apart=("line-yuan",)),  # it speaks of 万元
    Disturbance("unit-row", "list", header.unit_row, LIST, apart=("numbering-row", "line-yuan", "label-yuan", "label-yuan-printed", "yuan-under-wan")),
    Disturbance("label-numbers", "list", header.label_numbers, LIST, apart=("label-breaks", "label-spaces", "label-drift")),
    Disturbance("serial-label", "list", header.serial_label, LIST, apart=("serial-gone",)),
    Disturbance("front-column", "list", header.front_column, LIST, apart=("serial-gone", "serial-label", "total-top", "total-bottom", "subtotals", "of-which", "total-label-inside", "other-row", "empty-serials", "no-serials")),
    Disturbance("spacer-column", "list", header.spacer_column, LIST, apart=("header-bare", "unit-row")),
    Disturbance("column-numbers", "list", header.column_numbers, LIST, apart=("label-numbers", "unit-in-label", "serial-label", "label-drift", "years-bare")),
    Disturbance("label-halves", "list", header.label_halves, LIST, apart=("alias", "label-breaks", "label-spaces", "label-drift", "label-numbers", "unit-in-label", "label-yuan", "header-bare", "header-repeated", "header-flat", "extra-in-group", "column-numbers", "missing-column")),
    Disturbance("super-header", "list", header.super_header, LIST, apart=("header-again",)),
    Disturbance("duplicate-key", "list", rows.duplicate_key, LIST),
    Disturbance("total-bottom", "list", rows.total_bottom, LIST),
    Disturbance("total-top", "list", rows.total_top, LIST, apart=("total-bottom",)),
    Disturbance("total-absent", "list", rows.total_absent, LIST, apart=("total-top", "wrong-total")),
    Disturbance("wrong-total", "list", rows.wrong_total, LIST, apart=("duplicate-key", "yuan-under-wan", "label-yuan")),
    Disturbance("subtotals", "list", rows.subtotals, LIST, apart=("duplicate-key",)),
    Disturbance("of-which", "list", rows.of_which, LIST, apart=("subtotals",)),
    Disturbance("total-label-inside", "list", rows.total_label_inside, LIST, apart=("total-bottom", "total-top", "total-absent", "subtotals", "serial-gone")),
    Disturbance("other-row", "list", rows.other_row, LIST, apart=("serial-gone",)),
    Disturbance("unknown-row", "list", rows.unknown_row, LIST, apart=("no-serials", "serial-gone", "serial-label", "front-column", "missing-column", "column-moved", "header-flat", "subtotals", "wrong-total", "total-top", "total-bottom", "total-label-inside")),
    Disturbance("note-amid", "list", rows.note_amid, LIST, apart=("no-serials", "serial-gone", "serial-label", "front-column", "duplicate-key", "header-again", "unknown-row", "total-top", "subtotals")),
    Disturbance("page-lines", "list", rows.page_lines, LIST),
    Disturbance("merged-down", "list", rows.merged_down, LIST, (*BOOKS, "html-utf8", "html-gb18030"), apart=("header-again", "blank-rows", "group-title", "page-lines", "fillers", "hidden-row", "duplicate-key", "text-spaces", "date-spelling", "date-broken", "date-months", "subtotals", "yes-no")),
    Disturbance("empty-serials", "list", rows.empty_serials, LIST),
    Disturbance("fillers", "list", rows.fillers, LIST),
    Disturbance("no-serials", "list", rows.no_serials, LIST),
    Disturbance("group-title", "list", rows.group_title, LIST),
    Disturbance("header-again", "list", rows.header_again, LIST),
    Disturbance("blank-rows", "list", rows.blank_rows, LIST),
    Disturbance("hidden-row", "list", rows.hidden_row, LIST, BOOKS),
    Disturbance("hidden-column", "list", rows.hidden_column, LIST, BOOKS),
    Disturbance("digits-lost", "cell", values.digits_lost, apart=("duplicate-key",)),  # whose code is lost is no longer known as the same
    Disturbance("as-text", "cell", values.as_text),
    Disturbance("full-width", "cell", values.full_width),
    Disturbance("separators", "cell", values.separators),
    Disturbance("with-unit", "cell", values.with_unit),
    Disturbance("ten-thousands", "cell", values.ten_thousands),
    Disturbance("hundred-millions", "cell", values.hundred_millions),
    Disturbance("yuan-in-cell", "cell", values.yuan_in_cell),
    Disturbance("thin-spaces", "cell", values.thin_spaces),
    Disturbance("minus-signs", "cell", values.minus_signs),
    Disturbance("with-remark", "cell", values.with_remark),
    Disturbance("number-look", "cell", values.number_look, ALL, ("xlsx", "lo-xls", "lo-xlsx", "lo-ods")),
    Disturbance("date-look", "cell", values.date_look, ALL, ("xlsx", "lo-xls", "lo-xlsx", "lo-ods")),
    Disturbance("date-odd", "cell", values.date_odd),
    Disturbance("true-false", "cell", values.true_false, ALL, ("xlsx", "xls", "lo-xls", "lo-xlsx", "lo-ods")),
    Disturbance("percent-text", "cell", values.percent_text),
    Disturbance("percent-format", "cell", values.percent_format),
    Disturbance("currency", "cell", values.currency),
    Disturbance("noise", "cell", values.noise, ALL, ("xlsx", "xls", "lo-ods", "lo-xls", "lo-xlsx")),
    Disturbance("missing-marks", "cell", values.missing_marks),
    Disturbance("zero", "cell", values.zero),
    Disturbance("nil", "cell", values.nil),
    Disturbance("estimate", "cell", values.estimate),
    Disturbance("words", "cell", values.words),
    Disturbance("ditto", "cell", values.ditto),
    Disturbance("shown-otherwise", "cell", values.shown_otherwise, ALL, ("xlsx", "lo-xls", "lo-xlsx")),
    Disturbance("two-numbers", "cell", values.two_numbers),
    Disturbance("broken-number", "cell", values.broken_number),
    Disturbance("bare-wan", "cell", values.bare_wan),
    Disturbance("wrong-unit", "cell", values.wrong_unit),
    Disturbance("error-value", "cell", values.error_value, ALL, ("xlsx", "csv-utf8", "csv-bare", "csv-gb18030", "html-utf8", "html-gb18030", "lo-xls")),
    Disturbance("brackets-negative", "cell", values.brackets_negative),
    Disturbance("date-spelling", "cell", values.date_spelling),
    Disturbance("date-months", "cell", values.date_months),
    Disturbance("date-broken", "cell", values.date_broken),
    Disturbance("text-spaces", "cell", values.text_spaces),
    Disturbance("inside-numbers", "cell", values.inside_numbers, ("card",)),
    Disturbance("yes-no", "cell", values.yes_no),
    Disturbance("ticks", "cell", values.ticks),
    Disturbance("formula", "cell", values.formula),
    Disturbance("no-result", "cell", values.no_result, ALL, STORED),
    Disturbance("stale-formula", "cell", values.stale_formula, ALL, STORED),
    Disturbance("labels-spaced", "sheet", sheets.labels_spaced, ("card",)),
    Disturbance("labels-half-width", "sheet", sheets.labels_half_width, CARDS),
    Disturbance("unmerged", "sheet", sheets.unmerged, CARDS),
    Disturbance("hidden-cells", "sheet", sheets.hidden_cells, CARDS, BOOKS),
    Disturbance("side-sum", "sheet", sheets.side_sum, LIST),
    Disturbance("remark-aside", "sheet", sheets.remark_aside, LIST),
    Disturbance("blank-form", "sheet", sheets.blank_form, LIST, BOOKS),
    Disturbance("begun-at-b3", "sheet", sheets.begun_at_b3, ALL, PLACED),
    Disturbance("rows-above", "sheet", sheets.rows_above, ALL, PLACED, apart=("begun-at-b3",)),
    Disturbance("empty-sheets", "sheet", sheets.empty_sheets, ALL, BOOKS),
    Disturbance("instructions", "sheet", sheets.instructions, ALL, BOOKS),
    Disturbance("scratch-sheet", "sheet", sheets.scratch_sheet, ALL, BOOKS, apart=("empty-sheets",)),
    Disturbance("sheet-name", "sheet", sheets.sheet_name, ALL, BOOKS),
    Disturbance("card-colons", "sheet", sheets.card_colons, ("card",)),
    Disturbance("card-notes", "sheet", sheets.card_notes, CARDS),
    Disturbance("rows-between", "sheet", sheets.rows_between, ("card",)),
    Disturbance("label-torn", "sheet", sheets.label_torn, ("card",), apart=("unmerged", "card-colons", "rows-between", "labels-spaced")),
    Disturbance("rows-numbered", "sheet", sheets.rows_numbered, ("card",), apart=("unmerged", "begun-at-b3", "rows-between", "label-torn")),
    Disturbance("remark-column", "sheet", sheets.remark_column, ("card",), apart=("unmerged",)),
    Disturbance("annex-gone", "sheet", sheets.annex_gone, CARDS, PLACED),
    Disturbance("dates-from-1904", "sheet", sheets.dates_from_1904, ALL, ("xlsx", "lo-xls", "lo-ods"), apart=("date-spelling",)),
    Disturbance("final-copy", "file", sheets.final_copy),
    Disturbance("swapped-extension", "file", sheets.swapped_extension),
    Disturbance("capital-extension", "file", sheets.capital_extension, apart=("swapped-extension",)),
    Disturbance("truncated", "file", sheets.truncated, ALL, ("xlsx", "xls"), apart=("swapped-extension",)),
)
# What seldom finds something to disturb is tried more often; what makes a file unreadable, less.
WEIGHTS = {"truncated": 0.3, **dict.fromkeys(
    ("line-yuan", "ticks", "percent-text", "percent-full", "percent-format", "unit-off-label", "digits-lost", "yes-no", "duplicate-key", "alias",
     "reporter-beside", "reporter-short", "subtotals", "of-which", "total-absent", "years-bare", "line-spelled", "yuan-under-wan", "label-yuan",
     "label-yuan-printed", "wrong-total", "brackets-negative", "hundred-millions", "yuan-in-cell", "no-result", "stale-formula", "header-flat",
     "title-block", "extra-in-group", "blank-form", "minus-signs", "merged-down", "total-label-inside"), 5)}


def fits(one, case, chosen):
    if case.layout not in one.layouts or (one.formats is not None and case.format not in one.formats):
        return False
    return not any(other.name in one.apart or one.name in other.apart for other in chosen)
