"""Web pages in one layout, so that the cells of their readers can be compared.

SheetJS makes a sheet of every table, LibreOffice and huizong put all of a page on one; LibreOffice shows the text between
tables too. So a page is one sheet here whose rows are those with text, and LibreOffice's rows are matched to SheetJS's by what
stands in them, in their order.
"""

import re

from .alike import folded_text
from .peers.csv_cells import column_name

REF = re.compile(r"([A-Z]+)(\d+)$")


def column_index(name):
    index = 0
    for letter in name:
        index = 26 * index + ord(letter) - 64
    return index - 1


def rows_of(sheet):
    """*Shape*: [{column: (kind, value)}, …], rows with text, top to bottom. Cells of white space alone are none: a page fills
    with them what it wants to show empty."""
    rows = {}
    for ref, kind, value in sheet["cells"]:
        if kind not in "st" or folded_text(value):
            column, row = REF.match(ref).groups()
            rows.setdefault(int(row), {})[column_index(column)] = (kind, value)
    return [dict(sorted(rows[row].items())) for row in sorted(rows)]


def page_rows(book):
    return [row for sheet in book["sheets"] for row in rows_of(sheet)]


def to_book(rows):
    """One sheet without a name."""
    cells = [(f"{column_name(column)}{index + 1}", *cell) for index, row in enumerate(rows) for column, cell in row.items()]
    return {"sheets": [{"name": "", "cells": cells}]}


def row_text(row):
    return [folded_text(str(value)) for _, value in row.values()]


def find_row(wanted, texts, start):
    """The first row from `start` with the same texts, or else with the same first text; None where there is none."""
    same = (index for index in range(start, len(texts)) if texts[index] == wanted)
    alike = (index for index in range(start, len(texts)) if texts[index][0] == wanted[0])
    return next(same, next(alike, None))


def shifted(row, model):
    """`row` with its first cell in the column of the first of `model`."""
    by = min(model) - min(row)
    return {column + by: cell for column, cell in row.items()}


def lay_out(model, page):
    """`page` with its rows where `model` has the like; what `model` lacks is left out."""
    rows, at, placed = page_rows(page), 0, []
    texts = [row_text(row) for row in rows]
    for row in page_rows(model):
        found = find_row(row_text(row), texts, at)
        placed.append({} if found is None else shifted(rows[found], row))
        at = at if found is None else found + 1
    return to_book(placed)


def on_one_sheet(book):
    return to_book(page_rows(book))
