#!/usr/bin/python3
"""What an office programmer would write: adds up the columns of all returns with openpyxl. No checks, no archive, no reports.

Usage: plain_script.py LIST   LIST: a file with a workbook's path a line. Prints the sums by city and of the province.
"""

import sys
from decimal import Decimal
from pathlib import Path

import openpyxl

COLUMNS = ["基地服务人员数", "已入驻企业数", "吸纳就业人员数", "建筑面积", "营业收入", "上缴税金", "当年完成投资额", "合作机构数量",
           "年服务中小企业户数", "服务场次", "孵化成功企业数", "参加创客大赛企业数", "培育小升规企业数", "培育专精特新企业数",
           "培育高新技术企业数", "获得政府支持资金金额"]
OTHER_NAMES = {"吸纳就业人数": "吸纳就业人员数", "合作服务机构数量": "合作机构数量", "服务次数": "服务场次",
               "组织开展的服务活动": "服务场次", "获得政府资金支持金额": "获得政府支持资金金额"}


def clean(value):
    """A label without blanks and without its unit."""
    text = "".join(str(value or "").split())
    text = text.split("(")[0].split("（")[0]
    return OTHER_NAMES.get(text, text)


def add_up(path, sums):
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    book.close()
    places = {}
    in_table = False
    for row in rows:
        labels = [clean(value) for value in row]
        found = {label: at for at, label in enumerate(labels) if label in COLUMNS}
        if found:
            places.update(found)
            in_table = in_table or "营业收入" in found
            name_at = labels.index("基地名称") if "基地名称" in labels else 1
            continue
        if not in_table or len(row) <= name_at or not row[name_at] or labels[0] in ("甲", "合计", "总计"):
            continue
        for label, at in places.items():
            if isinstance(row[at], (int, float)):
                sums[label] = sums.get(label, Decimal(0)) + Decimal(str(row[at]))


def main():
    province, cities = {}, {}
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        add_up(line, cities.setdefault(Path(line).parent.name, {}))
    for sums in cities.values():
        for label, value in sums.items():
            province[label] = province.get(label, Decimal(0)) + value
    for city, sums in [*sorted(cities.items()), ("全省", province)]:
        print(city, *[f"{label}={sums.get(label, Decimal(0)):.2f}" for label in COLUMNS], sep="\t")


if __name__ == "__main__":
    main()
