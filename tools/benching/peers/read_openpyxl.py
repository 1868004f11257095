#!/usr/bin/python3
"""Counts cells with openpyxl's read-only mode. Usage: read_openpyxl.py FILE... | @LIST"""

from datetime import date, datetime, time

import openpyxl
from tell import tell


def count_file(path, found):
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows(values_only=True):
            for value in row:
                if value is None:
                    continue
                found["cells"] += 1
                if isinstance(value, str):
                    found["text_bytes"] += len(value.encode())
                elif isinstance(value, (datetime, date, time)):
                    found["dates"] += 1
                else:
                    found["numbers"] += 1
    book.close()


tell(count_file)
