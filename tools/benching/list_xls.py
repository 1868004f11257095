"""The same long list as BIFF8, through xlwt."""

import xlwt

from .list_rows import BLANK, COLUMNS, Counts, KINDS, ListRows

FORMATS = {"n": "General", "t": "@", "d": "YYYY-MM-DD", "p": "0.00%"}


def write_list_xls(path, count):
    """*Errors*: ValueError beyond the 65,536 rows of the format. Gives the Counts."""
    counts = Counts()
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("企业名录")
    looks = {kind: xlwt.easyxf(num_format_str=form) for kind, form in FORMATS.items()}
    for column, title in enumerate(COLUMNS):
        counts.add_text(title)
        sheet.write(0, column, title, xlwt.easyxf("font: bold on") if column == 0 else looks["t"])
    for number, row in enumerate(ListRows(count).rows(), 1):
        counts.add_row(row)
        cells = sheet.row(number)
        for column, (kind, value) in enumerate(zip(KINDS, row)):
            if value is BLANK:
                cells.set_cell_blank(column, looks[kind])
            elif value is not None:
                cells.write(column, value, looks[kind])
        if number % 1000 == 0:
            sheet.flush_row_data()
    book.save(str(path))
    return counts
