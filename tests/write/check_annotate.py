"""Annotates workbooks from four writers and reads the copies with openpyxl and LibreOffice.

Usage: check_annotate.py ANNOTATE_PROGRAM SAMPLE_BOOK_PROGRAM
"""
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
import zipfile

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

RED, YELLOW, BLUE = "FFFF9999", "FFFFFF99", "FFDDEBF7"
failures = []


def expect(what, seen, wanted):
    if seen != wanted:
        failures.append(f"{what}: {seen!r}, expected {wanted!r}")


def run(program, source, target, *marks, name="审核意见"):
    arguments = [part for mark in marks for part in mark]
    return subprocess.run([program, source, target, name, *arguments], capture_output=True, text=True)


def make_with_openpyxl(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "表1 & <甲>"
    sheet["A1"], sheet["A2"], sheet["B2"], sheet["C2"] = "题", 1.5, "=A2*2", "文"
    sheet["A2"].font = Font(bold=True)
    sheet["A2"].number_format = "0.00%"
    sheet["C2"].fill = PatternFill("solid", fgColor="FF00FF00")
    sheet["C2"].comment = Comment("原有批注", "某人")
    sheet.merge_cells("A1:C1")
    sheet["E9"] = "末"
    other = book.create_sheet("表2")
    other["A1"] = "不动"
    other["A1"].hyperlink = "https://example.org/"
    book.save(path)


def values(path):
    book = openpyxl.load_workbook(path)
    return {(s.title, c.coordinate): c.value for s in book for row in s.iter_rows() for c in row if c.value is not None}


def fill(cell):
    return cell.fill.fgColor.rgb if cell.fill.fill_type == "solid" else None


def check_untouched(original, copy, changed):
    with zipfile.ZipFile(original) as one, zipfile.ZipFile(copy) as two:
        expect("checksums", two.testzip(), None)
        expect("clock", {entry.date_time for entry in two.infolist()}, {(1980, 1, 1, 0, 0, 0)})
        expect("order", two.namelist()[:len(one.namelist())], one.namelist())
        for name in one.namelist():
            if one.read(name) != two.read(name):
                expect(f"{name} of {os.path.basename(original)} changed", name in changed, True)
        for name in two.namelist():
            if name.endswith((".xml", ".rels", ".vml")):
                xml.etree.ElementTree.fromstring(two.read(name))


def check_openpyxl_book(program, folder):
    source, copy = os.path.join(folder, "a.xlsx"), os.path.join(folder, "a 退回.xlsx")
    make_with_openpyxl(source)
    sheet_name = "表1 & <甲>"
    marks = [(sheet_name, "A2", "V", "偏大 <3"), (sheet_name, "A2", "M", "应为整数"), (sheet_name, "C2", "V", "请核实"),
             (sheet_name, "B1", "I", "标题 & 说明"), (sheet_name, "G5", "M", "=缺 _x0041_"), (sheet_name, "-", "M", "缺表"),
             ("没有的表", "A1", "M", "x")]
    expect("run", run(program, source, copy, *marks).returncode, 0)
    check_untouched(source, copy, {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
                                   "xl/worksheets/sheet1.xml", "xl/comments/comment1.xml",
                                   "xl/drawings/commentsDrawing1.vml", "xl/worksheets/_rels/sheet1.xml.rels"})
    before, after = values(source), values(copy)
    expect("values", {k: v for k, v in after.items() if k[0] != "审核意见"}, before)
    book = openpyxl.load_workbook(copy)
    sheet = book[sheet_name]
    expect("sheets", book.sheetnames, [sheet_name, "表2", "审核意见"])
    fills = [fill(sheet[cell]) for cell in ("A2", "C2", "A1", "G5", "B2")]
    expect("fills", fills, [RED, YELLOW, BLUE, RED, None])
    expect("look kept", (sheet["A2"].font.b, sheet["A2"].number_format), (True, "0.00%"))
    expect("comment", sheet["A2"].comment.text, "偏大 <3\n应为整数")
    expect("author", sheet["A2"].comment.author, "审核意见")
    expect("merged comment", sheet["C2"].comment.text, "原有批注\n请核实")
    expect("corner", sheet["A1"].comment.text, "标题 & 说明")
    remarks = book["审核意见"]
    expect("remarks", [[c.value for c in row] for row in remarks.iter_rows()],
           [["单元格", "审核意见"]] + [[mark[1], mark[3] if mark[3] != "=缺 _x0041_" else remarks["B6"].value] for mark in marks])
    expect("head", (remarks["A1"].font.b, remarks["A2"].alignment.wrap_text, remarks.freeze_panes), (True, True, "A2"))
    with zipfile.ZipFile(copy) as package:
        expect("escape", "=缺 _x005F_x0041_" in package.read("xl/worksheets/sheetRemark1.xml").decode(), True)
    again = os.path.join(folder, "again.xlsx")
    run(program, source, again, *marks)
    with open(copy, "rb") as one, open(again, "rb") as two:
        expect("same bytes", one.read() == two.read(), True)
    check_second_round(program, folder, copy, sheet_name)
    return copy


def check_second_round(program, folder, copy, sheet_name):
    """A returned file comes back with its remarks in it, and is sent back again."""
    second = os.path.join(folder, "second.xlsx")
    expect("second run", run(program, copy, second, (sheet_name, "G5", "V", "还缺"), (sheet_name, "H6", "V", "新")).returncode, 0)
    book = openpyxl.load_workbook(second)
    expect("second sheet", book.sheetnames[-2:], ["审核意见", "审核意见 (2)"])
    expect("second comment", book[sheet_name]["G5"].comment.text.endswith("\n还缺"), True)
    expect("new comment", book[sheet_name]["H6"].comment.text, "新")
    with zipfile.ZipFile(second) as package:
        boxes = [package.read(n).decode() for n in package.namelist() if n.endswith(".vml")]
    ids = [part.split('"')[0] for text in boxes for part in text.split('id="_x0000_s')[1:]]
    expect("box ids", (len(boxes), len(ids), len(set(ids))), (1, 5, 5))


def check_sample_book(program, sample, folder):
    source, copy = os.path.join(folder, "b.xlsx"), os.path.join(folder, "b2.xlsx")
    subprocess.run([sample, source], check=True)
    expect("sample", run(program, source, copy, ("汇总表", "A2", "M", "一"), ("依据", "A3", "V", "二")).returncode, 0)
    book, original = openpyxl.load_workbook(copy), openpyxl.load_workbook(source)
    expect("sample comments", (book["汇总表"]["A2"].comment.text, book["依据"]["A3"].comment.text), ("见说明\n第二行\n一", "二"))
    expect("sample fills", (fill(book["汇总表"]["A2"]), fill(book["依据"]["A3"])), (RED, YELLOW))
    for kind in ("data_validations", "auto_filter", "print_title_rows", "freeze_panes", "merged_cells"):
        expect(kind, str(getattr(book["汇总表"], kind)), str(getattr(original["汇总表"], kind)))
    expect("charts", len(book["汇总表"]._charts), 1)
    return copy


def check_bare(program, folder):
    """No styles, no numbers on rows and cells, prefixed names: as some converters write."""
    source, copy = os.path.join(folder, "bare.xlsx"), os.path.join(folder, "bare2.xlsx")
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package_relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    with zipfile.ZipFile(source, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", f"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.xml" ContentType="{types}sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{types}worksheet+xml"/></Types>""")
        package.writestr("_rels/.rels", f"""<Relationships xmlns="{package_relations}">
<Relationship Id="a" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""")
        package.writestr("xl/_rels/workbook.xml.rels", f"""<Relationships xmlns="{package_relations}">
<Relationship Id="s" Type="{office}/worksheet" Target="worksheets/Sheet1.xml"/></Relationships>""")
        package.writestr("xl/workbook.xml", f"""<x:workbook xmlns:x="{main}" xmlns:q="{office}"><x:sheets>
<x:sheet name="甲" sheetId="7" q:id="s"/></x:sheets></x:workbook>""")
        package.writestr("xl/worksheets/sheet1.xml", f"""<x:worksheet xmlns:x="{main}"><x:sheetData>
<x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>
<x:row><x:c><x:v>3</x:v></x:c></x:row></x:sheetData><x:pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/></x:worksheet>""")
    result = run(program, source, copy, ("甲", "B1", "M", "一"), ("甲", "A2", "V", "二"), ("甲", "C4", "I", "三"))
    expect("bare", (result.returncode, result.stdout), (0, ""))
    with zipfile.ZipFile(copy) as package:
        root = xml.etree.ElementTree.fromstring(package.read("xl/worksheets/sheet1.xml"))
        styled = [(c.get("r"), "".join(c.itertext()), c.get("s")) for c in root.iter(f"{{{main}}}c")]
        expect("bare cells", styled, [(None, "1", None), (None, "2", "1"), (None, "3", "2"), ("C4", "", "3")])
        expect("order of parts", [c.tag.split("}")[1] for c in root], ["sheetData", "pageMargins", "legacyDrawing"])
        names = [n for n in package.namelist() if n.lower() == "xl/worksheets/sheet1.xml"]
        expect("one sheet part", names, ["xl/worksheets/sheet1.xml"])
        styles = xml.etree.ElementTree.fromstring(package.read("xl/styles.xml"))
        expect("styles", [c.tag.split("}")[1] for c in styles], ["fonts", "fills", "borders", "cellXfs"])
    return copy


def check_refusals(program, folder):
    broken = os.path.join(folder, "broken.xlsx")
    for content, name in ((b"PK\x03\x04 no zip", "file.unreadable"), (b"", "file.unreadable")):
        with open(broken, "wb") as file:
            file.write(content)
        result = run(program, broken, os.path.join(folder, "never.xlsx"))
        expect(f"refusal of {content!r}", (result.returncode, result.stdout.strip()), (3, name))
    expect("nothing written", os.path.exists(os.path.join(folder, "never.xlsx")), False)


def check_with_office(program, folder, copies):
    """An office program opens each copy, keeps cells and comments, and its own files can be annotated too."""
    office = shutil.which("soffice")
    if office is None:
        return
    out = os.path.join(folder, "office")
    command = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx", "--outdir", out]
    subprocess.run(command + copies, check=True, capture_output=True)
    for copy in copies:
        one, two = openpyxl.load_workbook(copy), openpyxl.load_workbook(os.path.join(out, os.path.basename(copy)))
        # openpyxl does not find the bare book's sheet, whose name is written in two cases.
        bare = copy.endswith("bare2.xlsx")
        expect("office sheets", two.sheetnames, ["甲", "审核意见"] if bare else one.sheetnames)
        if bare:
            expect("office bare", [(two["甲"][c].value, two["甲"][c].comment.text, fill(two["甲"][c])) for c in ("B1", "A2", "C4")],
                   [(2, "一", RED), (3, "二", YELLOW), (None, "三", BLUE)])
        for sheet in one:
            for row in sheet.iter_rows():
                for cell in row:
                    twin = two[sheet.title][cell.coordinate]
                    where = f"{os.path.basename(copy)} {sheet.title}!{cell.coordinate}"
                    if cell.value is not None and cell.data_type == "s" and "_x" not in cell.value:
                        expect(f"office value {where}", twin.value, cell.value)
                    if cell.comment is not None:
                        expect(f"office comment {where}", twin.comment and twin.comment.text, cell.comment.text)
                        expect(f"office fill {where}", fill(twin), fill(cell))
    theirs = os.path.join(out, os.path.basename(copies[0]))
    again = os.path.join(folder, "theirs.xlsx")
    name = openpyxl.load_workbook(theirs).sheetnames[0]
    expect("theirs", run(program, theirs, again, (name, "A2", "V", "再"), (name, "K20", "M", "新")).returncode, 0)
    book = openpyxl.load_workbook(again)
    expect("theirs comment", book[name]["A2"].comment.text.endswith("\n再"), True)
    expect("theirs new", (book[name]["K20"].comment.text, fill(book[name]["K20"])), ("新", RED))


def main(program, sample):
    with tempfile.TemporaryDirectory() as folder:
        copies = [check_openpyxl_book(program, folder), check_sample_book(program, sample, folder), check_bare(program, folder)]
        check_refusals(program, folder)
        check_with_office(program, folder, copies)
    for failure in failures:
        print(failure)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
