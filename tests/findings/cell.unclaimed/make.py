"""A side calculation right of the table, in a column without a label."""

from gallery import base_table, write_book


def add_figure(sheet):
    sheet["X6"] = 365


write_book("广灵县2024年.xlsx", base_table(), change=add_figure)
