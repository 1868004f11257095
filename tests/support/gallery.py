"""What the make.py of the gallery share: the blank return of base-situation with two records, as an xlsx by openpyxl."""

import re
import zipfile

import openpyxl

GROUPS = {1: "序号", 2: "基本情况", 10: "运营情况", 13: "合作服务机构情况", 14: "年服务中小企业户数", 15: "组织开展的服务活动",
          16: "孵化成果", 21: "获得政府支持资金金额"}
LABELS = ["", "基地名称", "项目运营单位名称", "注册时间", "是否独立法人", "基地服务人员数", "已入驻企业数", "吸纳就业人员数", "建筑面积",
          "营业收入", "上缴税金", "当年完成投资额", "合作机构数量", "", "服务场次", "孵化成功企业数", "参加创客大赛企业数",
          "培育小升规企业数", "培育专精特新企业数", "培育高新技术企业数", ""]
MERGES = ["A1:U1", "A2:U2", "A3:U3", "A4:A5", "B4:I4", "J4:L4", "N4:N5", "P4:T4", "U4:U5"]


def base_table():
    """Rows of 广灵县's return for 2024: three lines, two header rows, records in rows 6 and 7."""
    return [["2024年省级小微企业双创基地基本情况表"], ["填报单位（盖章）：大同市广灵县工业和信息化局"], ["单位：万元、平方米、人、户、个、场"],
            [GROUPS.get(column, "") for column in range(1, 22)], list(LABELS),
            [1, "大同市广灵县星火双创基地", "广灵县星火企业孵化有限公司", "2015-06-01", "是", 12, 40, 260, 8000, 520.5, 18.2, 300, 8, 90,
             12, 5, 3, 2, 1, 1, 20],
            [2, "大同市广灵县云谷双创基地", "广灵县云谷园区运营有限公司", "2018年3月", "是", 9, 30, 180, 6000, 380, 12.5, 150, 6, 70, 10,
             4, 2, 1, 1, 2, 15]]


def write_book(path, table, change=None):
    """Writes rows to the first sheet with the printed form's merges; `change` gets the sheet before it is saved."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "附件10"
    for row, cells in enumerate(table, 1):
        for column, value in enumerate(cells, 1):
            if value != "":
                sheet.cell(row, column, value)
    for span in MERGES:
        sheet.merge_cells(span)
    if change:
        change(sheet)
    book.save(path)


def store_results(path, results):
    """Puts stored results (a map from cell to number) beside the formulas that openpyxl writes without them."""
    with zipfile.ZipFile(path) as package:
        parts = [(name, package.read(name)) for name in package.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts:
            if name == "xl/worksheets/sheet1.xml":
                text = data.decode("utf-8")
                for cell, value in results.items():
                    text, found = re.subn(rf'(<c r="{cell}"[^>]*><f>[^<]*</f>)<v ?/?>(</v>)?', rf"\g<1><v>{value}</v>", text)
                    assert found == 1, f"{cell}: no formula without a result"
                data = text.encode("utf-8")
            package.writestr(name, data)
