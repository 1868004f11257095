"""What xlrd sees in an xls file of any BIFF version; a date as its serial, of type d."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import xlrd  # noqa: E402
from serve import serve  # noqa: E402

KINDS = {xlrd.XL_CELL_TEXT: "s", xlrd.XL_CELL_NUMBER: "n", xlrd.XL_CELL_DATE: "d", xlrd.XL_CELL_BOOLEAN: "b",
         xlrd.XL_CELL_ERROR: "e"}


def to_value(kind, value):
    if kind == "b":
        return bool(value)
    return xlrd.error_text_from_code.get(value, f"#?{value}") if kind == "e" else value


def sheet_cells(sheet):
    cells = []
    for row in range(sheet.nrows):
        for column, (kind, value) in enumerate(zip(sheet.row_types(row), sheet.row_values(row))):
            if kind in KINDS and value != "":
                cells.append((xlrd.colname(column) + str(row + 1), KINDS[kind], to_value(KINDS[kind], value)))
    return cells


def read(path):
    with open(os.devnull, "w") as log:
        book = xlrd.open_workbook(path, logfile=log, ragged_rows=True)
        return [(sheet.name, sheet_cells(sheet)) for sheet in book.sheets()]


if __name__ == "__main__":
    serve(read)
