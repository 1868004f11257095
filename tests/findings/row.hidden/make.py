"""A record in a row that is hidden."""

from gallery import base_table, write_book


def hide(sheet):
    sheet.row_dimensions[7].hidden = True


write_book("广灵县2024年.xlsx", base_table(), change=hide)
