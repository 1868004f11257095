"""A second sheet that is no form."""

from gallery import base_table, write_book


def add_sheet(sheet):
    other = sheet.parent.create_sheet("填表说明")
    other["A1"] = "一、金额保留两位小数。"


write_book("广灵县2024年.xlsx", base_table(), change=add_sheet)
