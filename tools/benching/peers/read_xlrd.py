#!/usr/bin/python3
"""Counts cells with xlrd. Usage: read_xlrd.py FILE... | @LIST"""

import xlrd
from tell import tell


def count_file(path, found):
    book = xlrd.open_workbook(path)
    for sheet in book.sheets():
        for row in range(sheet.nrows):
            for kind, value in zip(sheet.row_types(row), sheet.row_values(row)):
                if kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
                    continue
                found["cells"] += 1
                if kind == xlrd.XL_CELL_TEXT:
                    found["text_bytes"] += len(value.encode())
                elif kind == xlrd.XL_CELL_DATE:
                    found["dates"] += 1
                else:
                    found["numbers"] += 1


tell(count_file)
