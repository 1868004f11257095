#!/usr/bin/python3
"""Makes the seeds of the fuzz targets: small files that honest programs write, parts of the samples, and some that lie.

    tests/fuzz/make_seeds.py OUT     OUT/<target>/<seed>; the same bytes each time
"""

import datetime
import io
import re
import shutil
import struct
import sys
import zipfile
from pathlib import Path

import openpyxl
import xlwt

ROOT = Path(__file__).resolve().parent.parent.parent
LARGEST_SEED = 24 * 1024  # larger ones slow the search down more than they teach it


def add(out, target, name, data):
    """Writes one seed; text as UTF-8."""
    data = data.encode() if isinstance(data, str) else data
    folder = out / target
    folder.mkdir(parents=True, exist_ok=True)
    if len(data) <= LARGEST_SEED:
        (folder / name).write_bytes(data)


def pack(parts, method=zipfile.ZIP_DEFLATED):
    """A zip archive of (name, text or bytes), with one fixed time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts:
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            info.compress_type = method
            archive.writestr(info, data)
    return buffer.getvalue()


def repack(data, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return pack([(name, archive.read(name)) for name in archive.namelist()], method)


def small_book():
    """A book of openpyxl with each kind of cell, a merge, hidden rows and columns, and a filter."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "表1"
    sheet.append(["名称", "金额（万元）", "日期", "率", "真", "公式"])
    for i in range(6):
        sheet.append([f"县 {i}\n乙", i * 1.5, datetime.date(2024, 7, 31), 0.85, i % 2 == 0, f"=B{i + 2}*2"])
        sheet.cell(i + 2, 4).number_format = "0.00%"
    sheet.merge_cells("A8:C9")
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["E"].hidden = True
    sheet.auto_filter.ref = "A1:F7"
    book.create_sheet("空").sheet_state = "hidden"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def sample_books():
    """One sample of each pack, the smallest."""
    for pack_folder in sorted((ROOT / "samples").iterdir()):
        books = [p for p in pack_folder.rglob("*.xlsx") if not p.name.startswith("~$") and p.stat().st_size > 2000]
        if books:
            yield pack_folder.name, min(books, key=lambda p: (p.stat().st_size, str(p))).read_bytes()


def packages(out):
    """Archives and their parts: targets zip, sheet, strings."""
    for name, data in [("openpyxl", small_book()), *sample_books()]:
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
        except zipfile.BadZipFile:
            continue  # a sample that is no workbook on purpose
        add(out, "zip", name, repack(data))
        add(out, "zip", name + "-stored", repack(data, zipfile.ZIP_STORED))
        for part in archive.namelist():
            if part.startswith("xl/worksheets/sheet"):
                add(out, "sheet", f"{name}-{Path(part).name}", archive.read(part))
            elif part in ("xl/sharedStrings.xml", "xl/styles.xml"):
                add(out, "strings", f"{name}-{Path(part).name}", archive.read(part))


def lying_archives(out):
    """Archives that two programs would read in two ways."""
    sound = pack([("xl/workbook.xml", "<workbook/>"), ("a/b.xml", "<a>" + "x" * 300 + "</a>")])
    end = sound.rindex(b"PK\5\6")
    directory = sound.index(b"PK\1\2")
    wide = struct.pack("<4sQHHIIQQQQ", b"PK\6\6", 44, 45, 45, 0, 0, 2, 2, end - directory, directory)
    wide += struct.pack("<4sIQI", b"PK\6\7", 0, end, 1)
    add(out, "zip", "zip64", sound[:end] + wide + sound[end : end + 8] + b"\xff" * 12 + sound[end + 20 :])
    add(out, "zip", "comment", sound[:-2] + b"\x1a\0note PK\5\6 that is no record")
    add(out, "zip", "trailing", sound + b"\0" * 40)
    add(out, "zip", "cut", sound[:end])
    add(out, "zip", "overlap", sound[:directory] + sound[directory:end].replace(struct.pack("<I", directory), b"\0\0\0\0") + sound[end:])
    described = bytearray(sound)
    described[6] |= 8
    described[14:26] = bytes(12)
    described[directory + 8] |= 8
    add(out, "zip", "descriptor", bytes(described))
    add(out, "zip", "names", pack([("..\\a", "1"), ("/b", "2"), ("C:c", "3"), ("X", "4"), ("x", "5")]))


def sheets(out):
    """Sheets in all the ways in which they may be written."""
    head, end = "<worksheet><sheetData>", "</sheetData></worksheet>"
    rows = {
        "plain": '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>45504</v></c><c r="C1" t="s"><v>1</v></c></row>',
        "implied": "<row><c><v>1</v></c><c/><c t='b'><v>1</v></c></row><row/><row><c t='e'><v>#DIV/0!</v></c></row>",
        "rich": '<row r="3" hidden="1"><c r="B3" t="inlineStr"><is><r><t>甲</t></r><rPh sb="0" eb="1"><t>x</t></rPh><r><t>乙</t></r></is></c></row>',
        "decoded": '<row r="1"><c r="A1" t="str"><f>A2</f><v>&lt;&#20013;_x000D_<![CDATA[<]]></v></c><c r="B1" t="str"><f/><v/></c></row>',
        "dates": '<row r="1"><c r="A1" t="d"><v>2024-07-31T12:30:00.5Z</v></c><c r="B1" t="d"><v>12:30</v></c><c r="C1" s="2"><v>-8.5E-1</v></c></row>',
        "backward": '<row r="1"><c r="C1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        "corner": '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    }
    for name, row in rows.items():
        add(out, "sheet", name, head + row + end)
        add(out, "sheet", name + "-prefixed", re.sub(r"<(/?)(?=[a-z])", r"<\1x:", head + row + end))
    tail = '<autoFilter ref="A1:B9"/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    cols = '<cols><col min="2" max="3" hidden="1"/><col min="1" max="99999" hidden="true"/></cols>'
    add(out, "sheet", "tail", f"<worksheet><dimension ref='A1:ZZ9'/>{cols}<sheetData/>{tail}</worksheet>")
    add(out, "sheet", "wide", (head + rows["plain"] + end).encode("utf-16"))
    add(out, "sheet", "doctype", '<!DOCTYPE a [<!ENTITY b "c">]>' + head + end)
    add(out, "strings", "all", '<sst count="9"><si><t>a</t></si><si/><si><r><t>b</t></r><r><t xml:space="preserve"> c</t></r></si>'
        "<si><t>_x4E2D_&amp;</t><rPh><t>z</t></rPh></si></sst>")
    add(out, "strings", "styles", '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-804]yyyy&quot;年&quot;m\\月;@"/></numFmts>'
        '<cellXfs><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="22"/></cellXfs></styleSheet>')


def texts(out):
    """Delimited text in its encodings."""
    text = '名称,金额,备注\r\n"甲,乙",1.5,"一""二\n三"\r\n丙,,\r\n'
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "gb18030"):
        add(out, "csv", encoding, text.encode(encoding))
    add(out, "csv", "tabs", text.replace(",", "\t"))
    add(out, "csv", "semicolons", text.replace(",", ";"))
    add(out, "csv", "open-quote", 'a,b\n"c,d\n')
    add(out, "csv", "markup", "<html><table><tr><td>1</td></tr></table></html>")
    for path in sorted((ROOT / "samples").rglob("*.csv"))[:3]:
        add(out, "csv", "sample-" + str(path.stat().st_size), path.read_bytes())


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    out = Path(sys.argv[1])
    shutil.rmtree(out, ignore_errors=True)
    for make in (packages, lying_archives, sheets, texts):
        make(out)


if __name__ == "__main__":
    main()
