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
import yaml

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


def old_books(out):
    """Workbooks of xlwt, a bare stream of Excel 2, and one in BIFF5 by hand."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("表1")
    date, percent = xlwt.easyxf(num_format_str="yyyy-mm-dd"), xlwt.easyxf(num_format_str="0.00%")
    for r in range(4):
        for c, value in enumerate(["县 " + str(r), r * 1.5, r, True]):
            sheet.write(r, c, value)
        sheet.write(r, 4, datetime.date(2024, 7, 31), date)
        sheet.write(r, 5, 0.85, percent)
        sheet.write(r, 6, xlwt.Formula("B1*2"))
        sheet.write(r, 7, xlwt.Formula('"a"&A1'))
    sheet.write_merge(5, 6, 0, 3, "合并")
    sheet.write_rich_text(7, 0, ["rich", ("text", xlwt.easyfont("bold on"))])
    sheet.row(2).hidden = True
    sheet.col(4).hidden = True
    book.add_sheet("空").visibility = 1
    buffer = io.BytesIO()
    book.save(buffer)
    add(out, "xls", "xlwt", buffer.getvalue())
    record = lambda kind, data: struct.pack("<HH", kind, len(data)) + data
    body = record(0x0200, struct.pack("<HHHHH", 0, 2, 0, 3, 0)) + record(0x0203, struct.pack("<HHHd", 0, 0, 0, 1.5))
    body += record(0x0204, struct.pack("<HHHH", 0, 1, 0, 4) + "甲乙".encode("gbk")) + record(0x027E, struct.pack("<HHHI", 1, 0, 0, 0x40000002))
    body += record(0x00BD, struct.pack("<HHHIHIH", 1, 1, 0, 6, 0, 10, 2)) + record(0x0205, struct.pack("<HHHBB", 2, 0, 0, 7, 1))
    body += record(0x0006, struct.pack("<HHHdHIH", 2, 1, 0, 3.0, 0, 0, 0)) + record(0x00E5, struct.pack("<HHHHH", 1, 0, 1, 0, 2))
    end = record(0x0A, b"")
    sheet_bof, book_bof = record(0x0809, struct.pack("<HHHH", 0x500, 0x10, 0, 0)), record(0x0809, struct.pack("<HHHH", 0x500, 5, 0, 0))
    page = record(0x42, struct.pack("<H", 936))
    head = lambda at: book_bof + page + record(0x85, struct.pack("<IHB", at, 0, 3) + b"abc") + end
    add(out, "xls", "biff5", head(len(head(0))) + sheet_bof + body + end)
    two = record(0x0009, struct.pack("<HH", 2, 0x10)) + record(0x0003, struct.pack("<HHBBBd", 0, 0, 0, 0, 0, 1.5))
    two += record(0x0004, struct.pack("<HHBBBB", 0, 1, 0, 0, 0, 2) + b"ab") + record(0x0002, struct.pack("<HHBBBH", 1, 0, 0, 0, 0, 7)) + end
    add(out, "xls", "biff2", two)
    add(out, "xls", "biff3", two.replace(b"\x09\0\4\0\2\0", b"\x09\2\4\0\3\0"))
    add(out, "xls", "xlwt-stream", book.get_biff_data())
    data = buffer.getvalue()
    for name, at in (("fat-cycle", 512), ("directory", 0x30), ("sector-size", 0x1E), ("mini-limit", 0x38), ("difat", 0x44)):
        add(out, "xls", name, data[:at] + struct.pack("<I", 1) + data[at + 4 :])


ODS_TABLE = """<table:table table:name="表1" table:style-name="t1"><table:table-column table:number-columns-repeated="3"/>
<table:table-row><table:table-cell office:value-type="string"><text:p>名称 <text:span>甲</text:span><text:s text:c="2"/></text:p><text:p>乙</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="1.5" table:number-columns-repeated="3"/></table:table-row>
<table:table-row table:number-rows-repeated="2" table:visibility="filter"><table:table-cell office:value-type="date" office:date-value="2024-07-31"/>
<table:covered-table-cell/><table:table-cell office:value-type="percentage" office:value="0.5" table:number-columns-spanned="2" table:number-rows-spanned="1"/></table:table-row>
<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
<table:table-row><table:table-cell office:value-type="boolean" office:boolean-value="true" table:formula="of:=TRUE()"><office:annotation><text:p>注</text:p></office:annotation></table:table-cell>
<table:table-cell office:value-type="time" office:time-value="PT12H30M00.5S"/><table:table-cell calcext:value-type="error" office:value-type="string" office:string-value=""><text:p>#N/A</text:p></table:table-cell></table:table-row>
</table:table>"""


def documents(out):
    """OpenDocument, flat and packed."""
    style = '<office:automatic-styles><style:style style:name="t1" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>'
    body = f"{style}<office:body><office:spreadsheet><table:null-date table:date-value=\"1904-01-01\"/>{ODS_TABLE}" \
        '<table:database-ranges><table:database-range table:target-range-address="表1.A1:表1.C9" table:display-filter-buttons="true"/>' \
        "</table:database-ranges></office:spreadsheet></office:body>"
    flat, content = f"<office:document>{body}</office:document>", f"<office:document-content>{body}</office:document-content>"
    mimetype = ("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    add(out, "ods", "flat", flat)
    add(out, "ods", "content", content)
    add(out, "ods", "wide", flat.encode("utf-16"))
    add(out, "ods", "packed", pack([mimetype, ("content.xml", content), ("META-INF/manifest.xml", "<manifest/>")], zipfile.ZIP_STORED))
    entry = '<manifest><file-entry full-path="content.xml"><encryption-data/></file-entry></manifest>'
    add(out, "ods", "encrypted", pack([mimetype, ("META-INF/manifest.xml", entry)], zipfile.ZIP_STORED))
    add(out, "ods", "repeats", flat.replace('repeated="3"', 'repeated="16384"').replace('repeated="2"', 'repeated="1000000"'))


def spreadsheetml(out):
    """XML Spreadsheet 2003."""
    head = '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" ' \
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">'
    styles = '<Styles><Style ss:ID="d"><NumberFormat ss:Format="yyyy\\-mm"/></Style><Style ss:ID="p" ss:Parent="d"><NumberFormat ss:Format="Percent"/></Style></Styles>'
    rows = '<Column ss:Index="2" ss:Hidden="1" ss:Span="1"/><Row><Cell><Data ss:Type="String">名称</Data></Cell><Cell ss:Index="4" ss:StyleID="p">' \
        '<Data ss:Type="Number">0.5</Data></Cell></Row><Row ss:Index="4" ss:Hidden="1"><Cell ss:MergeAcross="2" ss:MergeDown="1" ss:StyleID="d">' \
        '<Data ss:Type="DateTime">2024-07-31T00:00:00.000</Data></Cell></Row><Row><Cell ss:Formula="=1"><Data ss:Type="Error">#DIV/0!</Data><Comment><ss:Data>' \
        '<B>注</B></ss:Data></Comment></Cell><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><Font>a</Font>b&#10;</ss:Data></Cell>' \
        '<Cell><Data ss:Type="Boolean">1</Data></Cell></Row>'
    tail = '</Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>' \
        '<AutoFilter x:Range="R1C1:R9C3" xmlns="urn:schemas-microsoft-com:office:excel"/></Worksheet></Workbook>'
    text = f'{head}<ExcelWorkbook><Date1904/></ExcelWorkbook>{styles}<Worksheet ss:Name="表1"><Table ss:ExpandedRowCount="9">{rows}{tail}'
    add(out, "xml", "plain", text)
    add(out, "xml", "prefixed", re.sub(r"<(/?)(?=[A-Z])", r"<\1ss:", text))
    add(out, "xml", "gbk", text.replace('version="1.0"', 'version="1.0" encoding="gb2312"', 1).encode("gbk"))
    add(out, "xml", "wide", text.encode("utf-16"))
    add(out, "xml", "doctype", "<!DOCTYPE a>" + text)


def pages(out):
    """Web pages with tables."""
    page = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv=Content-Type content="text/html; charset={0}"><style>.d{{mso-number-format:"yyyy-mm"}}' \
        "</style><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>表1</x:Name></x:ExcelWorksheet></x:ExcelWorksheets>" \
        "</x:ExcelWorkbook></xml><![endif]--></head><body><table border=1><caption>表</caption><tr><th colspan=2>名称<br>甲</th><td rowspan=3 x:num=\"1.5\">1.50</td></tr>" \
        "<tr style='display:none'><td class=d x:num>45504<td>&nbsp;乙 &amp; 丙<p>丁</p></tr><tr><td x:str='007'>007</td><td style='mso-number-format:\"\\@\"'>1,234.5</table>" \
        "<table><tr><td><table><tr><td>内</td></tr></table></td></tr></table></body></html>"
    add(out, "html", "plain", page.format("utf-8"))
    add(out, "html", "gbk", page.format("gb2312").encode("gbk"))
    add(out, "html", "wide", page.format("utf-16").encode("utf-16"))
    part = page.format("gb2312").encode("gbk").replace(b"=", b"=3D").replace(b"><", b">=\r\n<")
    add(out, "html", "archive", b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Location: file:///a.htm\r\n'
        b'Content-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset="gb2312"\r\n\r\n' + part + b"\r\n--b--\r\n")
    add(out, "html", "spans", "<table><tr>" + "<td rowspan=65534 colspan=1000>a" * 20 + "<tr><td>b</table>")
    add(out, "html", "deep", "<table><tr><td>" * 40 + "x" + "</td></tr></table>" * 40)


def outlines(out):
    """Word documents: those of the samples, packed and as their one part, and one with what changes and merges leave."""
    for i, path in enumerate(sorted((ROOT / "samples" / "forms").glob("**/*.docx"))):
        add(out, "docx", f"sample-{i}", path.read_bytes())
        with zipfile.ZipFile(path) as package:
            add(out, "docx", f"part-{i}", package.read("word/document.xml"))
    run = "<w:r><w:t>{0}</w:t></w:r>"
    table = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><w:p>' + run.format("甲") + \
        "</w:p></w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>"
    body = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run.format("一、") + "<w:del><w:r><w:delText>1</w:delText></w:r></w:del><w:ins>" + \
        run.format("2") + "</w:ins><w:moveFrom>" + run.format("旧") + "</w:moveFrom><w:hyperlink>" + run.format("网") + "</w:hyperlink></w:p>" + table + \
        "<w:sdt><w:sdtContent><w:p>" + run.format("目录") + "</w:p></w:sdtContent></w:sdt>"
    add(out, "docx", "changes", f'<w:document xmlns:w="w" xmlns:mc="m"><w:body>{body}</w:body></w:document>')


def rules(out):
    """The rules of the schemas, their columns renamed to those of the target, and every word of the language once."""
    words = ["a <= b", "a = base.a + b within 0.02", "count(rows where a > own.a) = 1", "sum(b over list where t = own.t) / count(list) > 3",
             "all(not blank(t) and y over list where a in (1, 2))", "distinct(t over rows) = mean(b over rows)", "t in codes.t and t not in gone.t",
             "lookup(t, list.t, list.b) = card.b", "matches(t, '[A-Z\\d]{15}|甲.*')", "length(t) <= 400 and check_code(t)", "ends_with(t, '平台')",
             "years_between(d, period_end) >= 3", "d > date('2024-01') and month(d) = 6", "if(y, a, b) = round(b / 3, 2)", "d >= above.d",
             "exists(rows where count(list where a = rows.a) > 1)", "min(a, b, 1) = max(abs(-a), 2)", "not contains(t, '''')", "[户数] != 1.5"]
    for i, text in enumerate(words):
        add(out, "rule", f"word-{i}", text)
        add(out, "rule", f"where-{i}", text + "\n" + words[i - 1])
    seen = set()
    for path in sorted((ROOT / "schemas").glob("*/*.yaml")):
        for rule in yaml.safe_load(path.read_text(encoding="utf-8")).get("rules") or []:
            parts = [str(rule[key]) for key in ("check", "where") if key in rule]
            text = "\n".join(re.sub(r"\b(?!where|over|within|period)[a-z_]{4,}\b(?![(.'])", "a", part) for part in parts)
            if text not in seen:
                seen.add(text)
                add(out, "rule", f"{path.parent.name}-{len(seen)}", text)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    out = Path(sys.argv[1])
    shutil.rmtree(out, ignore_errors=True)
    for make in (packages, lying_archives, sheets, texts, old_books, documents, spreadsheetml, pages, outlines, rules):
        make(out)


if __name__ == "__main__":
    main()
