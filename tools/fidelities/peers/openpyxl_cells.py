"""What openpyxl sees in an xlsx file: stored values; a date as its serial, of type d."""

import io
import re
import sys
import warnings
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import openpyxl  # noqa: E402
from openpyxl.cell.text import Text  # noqa: E402
from openpyxl.reader import excel  # noqa: E402
from openpyxl.utils import get_column_letter  # noqa: E402
from openpyxl.utils.datetime import to_excel  # noqa: E402
from openpyxl.worksheet import _reader  # noqa: E402
from openpyxl.xml.constants import SHEET_MAIN_NS  # noqa: E402
from openpyxl.xml.functions import iterparse  # noqa: E402
from serve import serve  # noqa: E402

STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescape(text):
    return ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)


def read_strings(source):
    """As openpyxl reads them, but for `_x005F_`, of which it keeps the underscore only: what follows would then be unescaped."""
    strings = []
    for _, node in iterparse(source):
        if node.tag == f"{{{SHEET_MAIN_NS}}}si":
            strings.append(Text.from_tree(node).content)
            node.clear()
    return strings


# Where the reader of sheets would turn a serial into a datetime it keeps the number.
_reader.from_excel = lambda value, *_, **__: value
excel.read_string_table = read_strings


def map_strict(data):
    """The file with the namespaces of ISO 29500 Strict replaced by the transitional ones, which alone openpyxl knows."""
    source = zipfile.ZipFile(io.BytesIO(data))
    parts = {info.filename: source.read(info) for info in source.infolist() if info.filename.endswith((".xml", ".rels"))}
    if not any(b"purl.oclc.org/ooxml" in part for part in parts.values()):
        return data
    mapped = io.BytesIO()
    with zipfile.ZipFile(mapped, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target:
        for info in source.infolist():
            part = parts.get(info.filename)
            part = source.read(info) if part is None else STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", part)
            target.writestr(info.filename, part)
    return mapped.getvalue()


def to_cell(cell, epoch):
    value, kind = cell["value"], cell["data_type"]
    ref = f"{get_column_letter(cell['column'])}{cell['row']}"
    if isinstance(value, bool):
        return ref, "b", value
    if isinstance(value, str):
        return ref, "e" if kind == "e" else "s", unescape(value)
    if isinstance(value, (int, float)):
        return ref, "d" if kind == "d" else "n", float(value)
    return ref, "d", to_excel(value, epoch)  # t="d": written as a date


def sheet_cells(book, sheet):
    with book._archive.open(sheet._worksheet_path) as source:
        parser = _reader.WorkSheetParser(source, sheet._shared_strings, data_only=True, epoch=book.epoch,
                                         date_formats=book._date_formats)
        return [to_cell(cell, book.epoch) for _, row in parser.parse() for cell in row if cell["value"] not in (None, "")]


def read(path):
    data = map_strict(Path(path).read_bytes())
    # Read-only: merged cells keep what is stored below them, and no drawing is looked at.
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    return [(sheet.title, sheet_cells(book, sheet)) for sheet in book.worksheets]


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    serve(read)
