"""Clean county returns of the Shanxi sample, taken apart so that a copy with other names and figures is a matter of joining text."""

import re
import zipfile
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import openpyxl

from .regions import LETTERS

NAMES = ("{}双创基地基本情况表", "{}-基地情况表", "{}{year}年双创基地基本情况表", "附件10 {}（{year}）")
COUNTY = re.compile(r"(?:附件10 )?([\u4e00-\u9fff]{1,5}?[县区市])(?:双创|-基地|\d{4}年|（)")


@dataclass
class Template:
    """A workbook's parts: (zip entry, pieces). Of a sheet's pieces every second is a figure; other parts are one piece."""
    city: str
    county: str
    name: str
    parts: list


def read_planted(readme):
    """Files of the Shanxi sample in which samples/README.md tells of something planted."""
    rows = (line.split(" | ") for line in readme.read_text(encoding="utf-8").splitlines() if line.startswith("| shanxi"))
    return {row[3] for row in rows}


def is_counting_row(values):
    """The row under the header that numbers the columns: 甲, 1, 2, 3, …"""
    numbers = [value for value in values if isinstance(value, (int, float))]
    return len(numbers) > 9 and numbers == list(range(1, len(numbers) + 1))


def figure_cells(sheet):
    """References of the numeric cells that may be multiplied; none where the sheet is no table of the form."""
    spared, below = None, 0
    cells = set()
    for row in sheet.iter_rows():
        labels = ["".join(str(cell.value or "").split()) for cell in row]
        if "序号" in labels:
            spared = {labels.index("序号")}
        if spared is not None and "注册时间" in labels:
            spared.add(labels.index("注册时间"))
            below = row[0].row
        if not below or row[0].row == below or is_counting_row([cell.value for cell in row]):
            continue
        cells |= {cell.coordinate for at, cell in enumerate(row)
                  if at not in spared and isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool)}
    return cells


def split_figures(xml, cells):
    """Text of a sheet, cut before and after each figure."""
    pieces, end = [], 0
    for found in re.finditer(r'<c r="([A-Z]+\d+)"[^>]*>(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)?<v>([^<]*)</v>', xml):
        if found[1] in cells:
            pieces += [xml[end:found.start(2)], found[2]]
            end = found.end(2)
    return [*pieces, xml[end:]]


def escape(text):
    """Text as character references, the way some writers put all Chinese."""
    return "".join(f"&#{ord(letter)};" for letter in text)


def load_template(path):
    """A template, or nothing where the workbook is no plain county return."""
    named = COUNTY.match(path.stem)
    if not named:
        return None
    city, county = path.parent.name, named[1]
    book = openpyxl.load_workbook(path, data_only=True)
    cells = [figure_cells(sheet) for sheet in book.worksheets]
    text = "".join(str(value) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for value in row)
    stems = [name[:-1] for name in (city, county) if len(name) > 2]
    left = text.replace(city, "").replace(county, "")
    if not cells[0] or len(county) < 3 or LETTERS & set(text) or any(stem in left for stem in stems):
        return None  # names that would stay behind, or none to replace
    parts = []
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            data = archive.read(info)
            if info.filename == "xl/worksheets/sheet1.xml":
                parts.append((info, split_figures(data.decode("utf-8"), cells[0])))
            elif info.filename.startswith("xl/worksheets/sheet") or info.filename in ("xl/workbook.xml", "xl/sharedStrings.xml"):
                parts.append((info, [data.decode("utf-8")]))
            else:
                parts.append((info, data))
    found = sum(len(pieces) // 2 for _, pieces in parts if isinstance(pieces, list))
    return Template(city, county, path.name, parts) if found == len(cells[0]) else None


def load_templates(sample):
    """(year 2024, year 2023) pairs of the same county, both without a planted fault and alone in their year."""
    inbox = sample / "inbox"
    planted = read_planted(sample.parent / "README.md")
    by_county = {}
    for path in sorted(inbox.glob("202[34]/*/*.xlsx")):
        named = COUNTY.match(path.stem)
        if named and path.stat().st_size:
            by_county.setdefault((path.parent.name, named[1]), []).append(path)
    pairs = []
    for paths in by_county.values():
        if len(paths) != 2 or any(str(path.relative_to(inbox)) in planted for path in paths):
            continue
        base, now = (load_template(path) for path in paths)
        if base and now:
            pairs.append((now, base))
    return pairs


def times(figure, factor):
    """A stored double times `factor`, as a writer of fifteen digits would put it."""
    return f"{Decimal(format(float(figure), '.15g')) * factor:f}"


def write_copy(template, county, factor, path: Path):
    """Writes the workbook under another county's names, its figures times `factor`."""
    names = [(old, new) for was, new_name in ((template.city, county.city), (template.county, county.name))
             for old, new in ((was, new_name), (escape(was), escape(new_name)))]
    with zipfile.ZipFile(path, "w") as archive:
        for info, pieces in template.parts:
            data = pieces
            if isinstance(pieces, list):
                data = "".join(times(piece, factor) if at % 2 else piece for at, piece in enumerate(pieces))
                for old, new in names:
                    data = data.replace(old, new)
            entry = zipfile.ZipInfo(info.filename, info.date_time)
            entry.compress_type = info.compress_type
            archive.writestr(entry, data)
