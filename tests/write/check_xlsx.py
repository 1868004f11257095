"""Reads the sample workbook back with openpyxl and by part: what huizong wrote must be there for another program.

Usage: check_xlsx.py SAMPLE_BOOK_PROGRAM
"""
import datetime
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
import zipfile

import openpyxl

failures = []


def expect(what, seen, wanted):
    if seen != wanted:
        failures.append(f"{what}: {seen!r}, expected {wanted!r}")


def check_values(path):
    sheet = openpyxl.load_workbook(path, data_only=True)["汇总表"]
    wanted = {
        "A1": '农业产业化 <汇总> & "表"', "B1": None, "A2": 1234.5, "B2": -0.1, "C2": True,
        "D2": datetime.datetime(2024, 7, 31), "E2": "2024-07", "A3": 1234.4, "B3": "是",
        "A4": "1234567890123456.78", "B4": 123456789012345, "C4": 12000000000000000000, "E4": "  两边有空格 ",
        "A5": 7, "B5": "网站", "C5": None, "D5": 9.95, "A6": 2469, "A9": "一格",
    }
    for cell, value in wanted.items():
        expect(f"value {cell}", sheet[cell].value, value)
    expect("type of a flag", sheet["C2"].data_type, "b")
    expect("blank result", sheet["C3"].value in (None, ""), True)
    formulas = openpyxl.load_workbook(path)["汇总表"]
    for cell, text in {"A3": "=SUM(A2:B2)", "B3": '=IF(A2>0,"是","否")', "C3": '=A100&""', "A6": "=A2*2"}.items():
        expect(f"formula {cell}", formulas[cell].value, text)


def check_looks(sheet):
    expect("font", (sheet["A1"].font.name, sheet["A1"].font.sz, sheet["A1"].font.b), ("宋体", 16, True))
    expect("plain font", sheet["C2"].font.name, "宋体")
    expect("centred", sheet["A1"].alignment.horizontal, "center")
    body = sheet["A2"]
    expect("format", body.number_format, "#,##0.00")
    expect("fill", body.fill.fgColor.rgb, "FFFFF2CC")
    expect("border", body.border.left.style, "thin")
    expect("ink", body.font.color.rgb, "FFC00000")
    expect("unlocked", body.protection.locked, False)
    expect("locked", sheet["C2"].protection.locked, True)
    expect("date format", sheet["D2"].number_format, "yyyy-mm-dd")
    expect("long figure", (sheet["A4"].number_format, sheet["A4"].alignment.horizontal), ("@", "right"))
    expect("border inside a merge", sheet["B7"].border.right.style, "thin")


def check_layout(sheet):
    expect("merges", sorted(str(r) for r in sheet.merged_cells.ranges), ["A1:E1", "A6:B7"])
    expect("freeze", sheet.freeze_panes, "B3")
    expect("filter", sheet.auto_filter.ref, "A2:E5")
    expect("height", (sheet.row_dimensions[1].height, sheet.row_dimensions[3].height), (30, 22.5))
    expect("width A", round(sheet.column_dimensions["A"].width), 19)
    # 7 + 1 + 2 + 1 + 7 for the longest text, two to spare, and what the format adds for the padding
    expect("automatic width", round(sheet.column_dimensions["D"].width, 2), 20.71)
    expect("paper", (sheet.page_setup.paperSize, sheet.page_setup.orientation), (8, "landscape"))
    expect("fit", (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight), (True, 0))
    expect("repeat", sheet.print_title_rows.replace("$", ""), "1:2")
    expect("footer", sheet.oddFooter.center.text, "第 &P 页 共 &N 页")
    expect("protection", sheet.protection.sheet, True)
    expect("note", sheet["A2"].comment.text, "见说明\n第二行")
    expect("inner link", sheet["A5"].hyperlink.location, "'依据'!A5")
    expect("outer link", sheet["B5"].hyperlink.target, "https://example.org/?a=1&b=2")
    expect("charts", len(sheet._charts), 1)


def check_rules(sheet):
    rules = {str(v.sqref): v for v in sheet.data_validations.dataValidation}
    expect("list", (rules["A11:A20"].type, rules["A11:A20"].formula1), ("list", '"国家级,省""级"",市级"'))
    expect("prompt", (rules["A11:A20"].promptTitle, rules["A11:A20"].prompt), ("选择", "请选级别"))
    expect("error", (rules["A11:A20"].errorTitle, rules["A11:A20"].error), ("不对", "只能选"))
    expect("named list", (rules["B11:B20"].formula1, rules["B11:B20"].errorStyle), ("县名", "warning"))
    whole = rules["C11:C20"]
    expect("whole", (whole.type, whole.operator, whole.formula1), ("whole", "greaterThanOrEqual", "0"))
    decimal = rules["D11:D20"]
    expect("decimal", (decimal.type, decimal.formula1, decimal.formula2), ("decimal", "-0.05", "100"))
    expect("long prompt", decimal.prompt, "p" * 254 + "…")
    expect("custom", (rules["E11:E20"].type, rules["E11:E20"].formula1), ("custom", "E11=ROUND(E11,2)"))
    expect("any number", rules["F11:F20"].type, "decimal")
    [(where, [rule])] = [(str(k.sqref), v) for k, v in sheet.conditional_formatting._cf_rules.items()]
    expect("conditional", (where, rule.formula, rule.dxf.fill.bgColor.rgb), ("C11:C20", ["$C11<0"], "FFFFC7CE"))


def check_parts(path):
    with zipfile.ZipFile(path) as package:
        expect("zip", package.testzip(), None)
        expect("clock of entries", {entry.date_time for entry in package.infolist()}, {(1980, 1, 1, 0, 0, 0)})
        for name in package.namelist():
            xml.etree.ElementTree.fromstring(package.read(name))
        core = package.read("docProps/core.xml").decode()
        expect("clock", core.count("1980-01-01T00:00:00Z"), 2)
        strings = package.read("xl/sharedStrings.xml").decode()
        expect("escape", "_x005F_x0041_ 与 _x00g1_" in strings, True)


def main(program):
    with tempfile.TemporaryDirectory() as folder:
        path, again = os.path.join(folder, "样本.xlsx"), os.path.join(folder, "again.xlsx")
        subprocess.run([program, path], check=True)
        subprocess.run([program, again], check=True, env=dict(os.environ, TZ="America/New_York"))
        with open(path, "rb") as one, open(again, "rb") as two:
            expect("same bytes", one.read() == two.read(), True)
        expect("nothing left beside", sorted(os.listdir(folder)), ["again.xlsx", "样本.xlsx"])
        check_parts(path)
        check_values(path)
        book = openpyxl.load_workbook(path)
        expect("sheets", book.sheetnames, ["隐藏", "汇总表", "依据"])
        expect("hidden", [s.sheet_state for s in book], ["hidden", "visible", "visible"])
        expect("active", book.active.title, "汇总表")
        expect("title", book.properties.title, "样本")
        expect("name", book.defined_names["县名"].attr_text, "依据!$A$1:$A$5")
        check_looks(book["汇总表"])
        check_layout(book["汇总表"])
        check_rules(book["汇总表"])
    for failure in failures:
        print(failure)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
