"""Samples with a few cells changed: what the cases of tests/rules are made of."""

import io
import os
import re
import zipfile

import openpyxl
from openpyxl.utils import column_index_from_string
from workspace import SAMPLES

FILED = 1723255200  # 2024-08-10T10:00:00+08:00


def clean_sample(pack, form):
    """The file of the clean return, and its place below the inbox."""
    folder = SAMPLES / "forms" / pack / form / "clean"
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    if len(files) != 1:
        raise SystemExit(f"{folder}: one file should be there, and there are {len(files)}")
    return files[0], files[0].relative_to(folder).as_posix()


def write_patched(inbox, pack, form, patch):
    """Writes the patched return below `inbox`; gives its place there."""
    source, place = clean_sample(pack, form)
    place = patch.get("path") or place
    target = inbox / place
    target.parent.mkdir(parents=True, exist_ok=True)
    if place.endswith(".docx"):
        target.write_bytes(patched_document(source.read_bytes(), patch))
        os.utime(target, (FILED, FILED))
        return place
    book = openpyxl.load_workbook(source)
    sheet = book.active
    if "copies" in patch:
        copy_rows(sheet, **patch["copies"])
    for row in sorted(patch.get("without") or [], reverse=True):
        move_rows(sheet, row + 1, -1)
    for cell, value in (patch.get("cells") or {}).items():
        put(sheet[cell], value)
    book.save(target)
    os.utime(target, (FILED, FILED))
    return place


def patched_document(data, patch):
    """Of a Word document: row `of` of the `table`-th table `times` times more (both count from 1)."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = parts["word/document.xml"].decode("utf-8")
    if "copies" in patch:
        tables = list(re.finditer(r"<w:tbl>.*?</w:tbl>", text, re.S))
        wanted = tables[patch["copies"]["table"] - 1]
        rows = re.findall(r"<w:tr>.*?</w:tr>", wanted.group(), re.S)
        rows += [rows[patch["copies"]["of"] - 1]] * patch["copies"]["times"]
        text = text[:wanted.start()] + "<w:tbl>" + "".join(rows) + "</w:tbl>" + text[wanted.end():]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, text.encode("utf-8") if name == "word/document.xml" else part)
    return out.getvalue()


def copy_rows(sheet, of, times, number=()):
    """Row `of` once more and again below itself; the columns of `number` get 2, 3, … behind their text."""
    cells = [sheet.cell(of, column).value for column in range(1, sheet.max_column + 1)]
    move_rows(sheet, of + 1, times)
    marked = {column_index_from_string(letter) for letter in ([number] if isinstance(number, str) else number)}
    for time in range(times):
        for column, value in enumerate(cells, 1):
            put(sheet.cell(of + 1 + time, column), f"{value}{time + 2}" if column in marked else value)


def move_rows(sheet, first, by):
    """Rows from `first` on move; merged cells below move along."""
    last, width = sheet.max_row, sheet.max_column
    moved = [span for span in list(sheet.merged_cells.ranges) if span.min_row >= first]
    for span in moved:
        sheet.unmerge_cells(str(span))
    rows = [[sheet.cell(row, column).value for column in range(1, width + 1)] for row in range(first, last + 1)]
    for row in range(min(first, first + by), last + 1):
        for column in range(1, width + 1):
            put(sheet.cell(row, column), None)
    for offset, values in enumerate(rows):
        for column, value in enumerate(values, 1):
            put(sheet.cell(first + by + offset, column), value)
    for span in moved:
        span.shift(row_shift=by)
        sheet.merge_cells(str(span))


def put(cell, value):
    """A cell's own look (of a date, of a percentage) would stay behind and change what a number means."""
    cell.number_format = "General"
    cell.value = value
