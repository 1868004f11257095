"""A workbook as plain cells that know where they first stood, so that an edit carries its own map from old places to new."""

from copy import copy
from dataclasses import dataclass, field

import openpyxl
from openpyxl.utils import get_column_letter


@dataclass
class Cell:
    value: object
    format: str = "General"
    origin: tuple = None  # (row, column) before the edit; None: the edit made it
    touched: bool = False  # the edit changed what stands here


@dataclass
class Sheet:
    name: str
    cells: dict = field(default_factory=dict)  # (row, column), from 1, to Cell
    merges: list = field(default_factory=list)  # (row, column, last row, last column)
    hidden_rows: set = field(default_factory=set)
    hidden_columns: set = field(default_factory=set)

    def last_row(self):
        return max((row for row, _ in self.cells), default=0)

    def last_column(self):
        return max((column for _, column in self.cells), default=0)

    def row(self, row):
        return {column: cell for (at, column), cell in sorted(self.cells.items()) if at == row}

    def at(self, row, column):
        return self.cells.get((row, column))

    def copy(self):
        cells = {at: copy(cell) for at, cell in self.cells.items()}
        return Sheet(self.name, cells, list(self.merges), set(self.hidden_rows), set(self.hidden_columns))

    def move(self, place):
        """Every cell to place(row, column); where that is None it goes. Merges follow their corners, or are undone."""
        self.cells = {new: cell for at, cell in self.cells.items() if (new := place(*at)) is not None}
        merges = []
        for top, left, bottom, right in self.merges:
            rows = [r[0] for row in range(top, bottom + 1) if (r := place(row, left)) is not None]
            columns = [c[1] for column in range(left, right + 1) if (c := place(top, column)) is not None]
            if not rows or not columns:
                corner = [place(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]
                corner = [one for one in corner if one is not None]
                rows, columns = [r for r, _ in corner], [c for _, c in corner]
            if rows and columns and (len(set(rows)) > 1 or len(set(columns)) > 1):
                merges.append((min(rows), min(columns), max(rows), max(columns)))
        self.merges = merges


def name_of(row, column):
    return f"{get_column_letter(column)}{row}"


def load(path):
    """A list of sheets; of formulas, their stored results."""
    book = openpyxl.load_workbook(path, data_only=True)
    sheets = []
    for page in book.worksheets:
        sheet = Sheet(page.title)
        for line in page.iter_rows():
            for cell in line:
                if cell.value is not None:
                    sheet.cells[cell.row, cell.column] = Cell(cell.value, cell.number_format, (cell.row, cell.column))
        sheet.merges = [(m.min_row, m.min_col, m.max_row, m.max_col) for m in page.merged_cells.ranges]
        sheet.hidden_rows = {row for row, look in page.row_dimensions.items() if look.hidden}
        sheets.append(sheet)
    return sheets


def save(sheets, path):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        for (row, column), cell in sorted(sheet.cells.items()):
            written = page.cell(row, column)
            written.value = cell.value
            if cell.format != "General":
                written.number_format = cell.format
        for top, left, bottom, right in sheet.merges:
            page.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
        for row in sheet.hidden_rows:
            page.row_dimensions[row].hidden = True
        for column in sheet.hidden_columns:
            page.column_dimensions[get_column_letter(column)].hidden = True
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
