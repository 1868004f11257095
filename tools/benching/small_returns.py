"""Many small returns of three sheets: one workbook of openpyxl, brought to the shape that Excel and WPS write (shared
strings, no t="n"), and copied with other figures in every copy."""

import io
import random
import re
import zipfile
from html import unescape

import openpyxl
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from .list_rows import Counts
from .list_xlsx import HEAD, RELS, SHEET_TYPE, StringTable, write_part

SHEETS = ["基地情况表", "服务活动表", "资金使用表"]
TITLES = ["基地名称", "入驻企业数", "从业人员数", "营业收入", "上缴税金", "投资额", "服务场次", "建筑面积", "认定时间", "备注"]
UNITS = ["甲", "个", "人", "万元", "万元", "万元", "场次", "平方米", "—", "—"]
KINDS = "t n n n n n n n d t".split()
ROWS = 30
REPORTER = "某某县中小企业局"
CLOCK = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z")
TEXT_CELL = re.compile(r'(<c r="[A-Z]+\d+"(?: s="\d+")?) t="inlineStr"><is><t>([^<]*)</t></is></c>')
NUMBER_CELL = re.compile(r'(<c r="[A-Z]+\d+" s="\d+"><v>)(\d+\.?\d*)(</v>)')


def fill_sheet(sheet, counts):
    thin = Side(style="thin")
    border = Border(left=thin, right=thin, top=thin, bottom=thin)

    def put(row, column, value, number_format="General"):
        cell = sheet.cell(row, column, value)
        cell.border, cell.number_format = border, number_format
        if isinstance(value, str):
            counts.add_text(value)
        elif value is not None:
            counts.cells += 1
            counts.dates += number_format == "yyyy-mm-dd"
            counts.numbers += number_format != "yyyy-mm-dd"
        return cell

    put(1, 1, f"小型微型企业创业基地{sheet.title}").font = Font(name="方正小标宋简体", size=18, bold=True)
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(TITLES))
    put(2, 1, f"填报单位：{REPORTER}")
    put(2, 8, "填报日期：2024年7月15日")
    for column, (title, unit) in enumerate(zip(TITLES, UNITS), 1):
        cell = put(3, column, title)
        cell.alignment, cell.fill = Alignment(horizontal="center", wrap_text=True), PatternFill("solid", fgColor="DDEBF7")
        put(4, column, unit)
    for row in range(5, 5 + ROWS):
        for column, kind in enumerate(KINDS, 1):
            if kind == "t":
                put(row, column, f"第{row}创业基地" if column == 1 else "按季度平均" if row % 4 == 0 else None)
            elif kind == "d":
                put(row, column, 45000 + row if row % 3 else None, "yyyy-mm-dd")
            else:
                value = row * 31 + column if column in (2, 3, 7) else row * 97.25 + column
                put(row, column, None if (row + column) % 11 == 0 else value, "0" if column in (2, 3, 7) else "0.00")
    put(5 + ROWS, 1, "单位负责人：")
    put(5 + ROWS, 4, "填表人：")
    put(5 + ROWS, 8, "联系电话：")
    sheet.column_dimensions["A"].width = 24


def share_strings(parts):
    """openpyxl writes text into the cells; Excel writes it once, into a part of its own."""
    strings = StringTable()
    for name in [name for name in parts if name.startswith("xl/worksheets/sheet")]:
        text = TEXT_CELL.sub(lambda cell: f'{cell[1]} t="s"><v>{strings.use(unescape(cell[2]))}</v></c>', parts[name])
        parts[name] = HEAD + text.replace(' t="n"></c>', "/>").replace(' t="n"', "")
    parts["xl/sharedStrings.xml"] = strings.to_xml()
    relation = f'<Relationship Type="{RELS}/sharedStrings" Target="sharedStrings.xml" Id="rId99"/></Relationships>'
    kind = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{SHEET_TYPE}.sharedStrings+xml"/></Types>'
    for name, end, more in (("xl/_rels/workbook.xml.rels", "</Relationships>", relation), ("[Content_Types].xml", "</Types>", kind)):
        parts[name] = parts[name].replace(end, more)
    return parts


def make_template():
    """The workbook as {part: bytes}, and what a reader finds in it."""
    book, counts = openpyxl.Workbook(), Counts()
    book.remove(book.active)
    for name in SHEETS:
        fill_sheet(book.create_sheet(name), counts)
    file = io.BytesIO()
    book.save(file)
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    parts["docProps/core.xml"] = CLOCK.sub("2024-08-14T02:00:00Z", parts["docProps/core.xml"])
    return (parts if "xl/sharedStrings.xml" in parts else share_strings(parts)), counts


def change_number(rng, text):
    if "." in text:
        return f"{rng.random() * 90_000:.2f}"
    # A date keeps to the century.
    return str(int(text) + rng.randrange(300)) if int(text) > 45_000 else str(rng.randrange(5_000))


def write_small_returns(folder, count, seed=20240814):
    """`count` files below `folder`. Gives (files, Counts of all)."""
    template, counts = make_template()
    rng = random.Random(seed)
    files, names_bytes = [], 0
    for at in range(count):
        reporter = f"第{at + 1}县中小企业局"
        names_bytes += len(SHEETS) * (len(reporter.encode()) - len(REPORTER.encode()))
        path = folder / f"{at + 1:03}.xlsx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for name, text in template.items():
                if name.startswith("xl/worksheets/sheet"):
                    text = NUMBER_CELL.sub(lambda found: found[1] + change_number(rng, found[2]) + found[3], text)
                write_part(archive, name, text.replace(REPORTER, reporter))
        files.append(path)
    return files, Counts(counts.cells * count, counts.numbers * count, counts.dates * count,
                         counts.text_bytes * count + names_bytes)
