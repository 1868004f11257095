"""Files to plain grids and cell contents to figures, by openpyxl, csv and decimal."""

import csv
import io
import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal

import openpyxl

MISSING = {"", "-", "—", "－", "/", "暂无", "——"}
UNITS = "户|家|人|次|个|场|条|平方米|万元|元|%|人次|家次|户次"


def fold(text):
    """Text as labels and names are compared: one width, one kind of quote, no white space."""
    text = unicodedata.normalize("NFKC", str(text))
    text = re.sub(r"[“”\"‘’']", "", text)
    return re.sub(r"\s+", "", text)


def grids(path):
    """Every sheet of a file as a dict from (row, column), one-based, to its value."""
    if path.suffix.lower() == ".csv":
        return [_csv_grid(path.read_bytes())]
    book = openpyxl.load_workbook(path, data_only=True)
    return [{(cell.row, cell.column): cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None}
            for sheet in book.worksheets]


def _csv_grid(data):
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030")
    rows = csv.reader(io.StringIO(text))
    return {(r, c): value for r, row in enumerate(rows, 1) for c, value in enumerate(row, 1) if value != ""}


def figure(raw, money_in_yuan=False):
    """A Decimal, or None where the figure is missing; a ValueError where it is neither."""
    if raw is None:
        return None
    if isinstance(raw, (int, float)) and not isinstance(raw, bool):
        value, own_unit = Decimal(format(raw, ".15g")), ""
    else:
        text = fold(raw)
        if text in MISSING:
            return None
        if text in ("无", "零"):
            return Decimal(0)
        found = re.fullmatch(rf"(-?[\d,]+(?:\.\d+)?)({UNITS})?", text)
        if not found:
            raise ValueError(f"no figure: {raw!r}")
        value, own_unit = Decimal(found[1].replace(",", "")), found[2] or ""
    if own_unit == "元" or (money_in_yuan and own_unit != "万元"):
        value /= 10000
    return value


def text_of(raw):
    """Text as it would be printed; a date becomes None, for its form is not compared."""
    if raw is None or isinstance(raw, (date, datetime)):
        return None
    return str(raw).strip()
