"""Sheets as plain grids, and their way into xlsx and csv files that are the same bytes every time."""

import csv
import io
import zipfile
from dataclasses import dataclass, field
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

FIXED_STAMP = (2024, 1, 1, 0, 0, 0)
CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    '<dcterms:created xsi:type="dcterms:W3CDTF">2024-01-01T00:00:00Z</dcterms:created></cp:coreProperties>'
)


def a1(row, col):
    """A1 name of a one-based row and column."""
    return f"{get_column_letter(col)}{row}"


@dataclass
class Grid:
    """One sheet: values by one-based (row, column), merged ranges as four numbers, hidden rows."""

    name: str = "Sheet1"
    cells: dict = field(default_factory=dict)
    merges: list = field(default_factory=list)
    hidden: set = field(default_factory=set)
    heads: set = field(default_factory=set)

    def put(self, row, col, value, head=False):
        if value is not None:
            self.cells[row, col] = value
            if head:
                self.heads.add((row, col))

    def merge(self, top, left, bottom, right):
        if (top, left) != (bottom, right):
            self.merges.append((top, left, bottom, right))


def _fill(sheet, grid):
    centre = Alignment(horizontal="center", vertical="center", wrap_text=True)
    bold = Font(bold=True)
    for (row, col), value in sorted(grid.cells.items()):
        cell = sheet.cell(row, col, value)
        if isinstance(value, (date, datetime)):
            cell.number_format = "yyyy/m/d"
        if (row, col) in grid.heads:
            cell.alignment = centre
            cell.font = bold
    for top, left, bottom, right in grid.merges:
        sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    for row in grid.hidden:
        sheet.row_dimensions[row].hidden = True


def repack(data):
    """The same package without a clock in it: fixed entry times, fixed core properties."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for info in source.infolist():
            text = CORE.encode() if info.filename == "docProps/core.xml" else source.read(info)
            entry = zipfile.ZipInfo(info.filename, FIXED_STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, text)
    return out.getvalue()


def xlsx_bytes(grids):
    """One workbook of these grids, in order."""
    book = Workbook()
    book.remove(book.active)
    for grid in grids:
        _fill(book.create_sheet(grid.name), grid)
    out = io.BytesIO()
    book.save(out)
    return repack(out.getvalue())


def csv_bytes(grid, encoding):
    """The grid as comma separated text; merged cells leave blanks as a spreadsheet's export does."""
    last_row = max(row for row, _ in grid.cells)
    last_col = max(col for _, col in grid.cells)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in range(1, last_row + 1):
        writer.writerow([_plain(grid.cells.get((row, col))) for col in range(1, last_col + 1)])
    return out.getvalue().encode(encoding)


def _plain(value):
    if value is None:
        return ""
    if isinstance(value, (date, datetime)):
        return f"{value.year}/{value.month}/{value.day}"
    return str(value)
