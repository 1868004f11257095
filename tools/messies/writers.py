"""A case as a file: xlsx by openpyxl, xls by xlwt, csv and html as text; what goes through LibreOffice is an xlsx first."""

import csv
import datetime
import io
import re
import zipfile
from decimal import Decimal
from xml.sax.saxutils import escape

import xlwt
from openpyxl import Workbook

from samples.book import a1, repack

from .model import Formula, Look, Percent

FORMATS = ("xlsx", "xls", "csv-utf8", "csv-gb18030", "html-utf8", "html-gb18030", "lo-xlsx", "lo-xls", "lo-ods", "lo-csv", "lo-html")
ERRORS = {"#DIV/0!", "#REF!", "#N/A", "#VALUE!", "#NAME?"}


def kind_of(form_format):
    """The kind of file: xlsx, xls, ods, csv, html."""
    return form_format.removeprefix("lo-").split("-")[0]


def write(case):
    """The bytes of the file, or of the xlsx that LibreOffice is to convert."""
    if case.format == "xls":
        return xls_bytes(case)
    if case.format.startswith("csv"):
        return csv_bytes(case, case.format)
    if case.format.startswith("html"):
        return html_bytes(case, case.format)
    return xlsx_bytes(case)


def _sheets(case):
    return [*case.before, case.sheet, *case.after]


def _number(value):
    return int(value) if value == value.to_integral_value() else float(value)


def xlsx_bytes(case):
    book = Workbook()
    book.remove(book.active)
    results = {}
    for index, sheet in enumerate(_sheets(case), 1):
        page = book.create_sheet(sheet.name)
        for (row, column), cell in sorted(sheet.cells.items(), key=lambda item: item[0]):
            _put_xlsx(page.cell(row, column), cell.value, results, (index, a1(row, column)))
        for top, left, bottom, right in sheet.merges:
            page.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
        for row in sheet.hidden_rows:
            page.row_dimensions[row].hidden = True
        for column in sheet.hidden_columns:
            page.column_dimensions[re.sub(r"\d", "", a1(1, column))].hidden = True
    out = io.BytesIO()
    book.save(out)
    data = repack(out.getvalue())
    return _with_results(data, results) if results else data


def _put_xlsx(target, value, results, place):
    if value is None:
        return
    if isinstance(value, Look):
        value, look = value.value, value.format
    else:
        look = None
    if isinstance(value, Decimal):
        value = _number(value)
    if isinstance(value, Formula):
        target.value = value.text
        if value.result is not None:
            results[place] = value.result
    elif isinstance(value, Percent):
        target.value, target.number_format = _number(value.value), "0.00%"
    else:
        target.value = value
        if isinstance(value, str) and value not in ERRORS:
            target.data_type = "s"  # =, and nothing else, would begin a formula
        if isinstance(value, datetime.date):
            target.number_format = "yyyy-mm-dd"  # LibreOffice shows others by its own locale
    if look:
        target.number_format = look


def _with_results(data, results):
    """Stores the results of formulas, which openpyxl leaves out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for info in source.infolist():
            text = source.read(info)
            match = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", info.filename)
            if match:
                text = text.decode()
                for (index, name), result in results.items():
                    if index == int(match[1]):
                        text = re.sub(rf'(<c r="{name}"[^>]*><f>[^<]*</f>)<v\s*/>', rf"\g<1><v>{_number(result)}</v>", text)
                        text = re.sub(rf'(<c r="{name}"[^>]*><f>[^<]*</f>)<v></v>', rf"\g<1><v>{_number(result)}</v>", text)
                text = text.encode()
            target.writestr(info, text)
    return out.getvalue()


def xls_bytes(case):
    book = xlwt.Workbook()
    day, percent = xlwt.easyxf(num_format_str="yyyy/m/d"), xlwt.easyxf(num_format_str="0.00%")
    for sheet in _sheets(case):
        page = book.add_sheet(sheet.name, cell_overwrite_ok=True)
        merged = {(t, l): (t, l, b, r) for t, l, b, r in sheet.merges}
        for (row, column), cell in sorted(sheet.cells.items(), key=lambda item: item[0]):
            value, style = cell.value, None
            if value is None:
                continue
            if isinstance(value, Decimal):
                value = _number(value)
            elif isinstance(value, Formula):
                value = _number(value.result)
            elif isinstance(value, Percent):
                value, style = _number(value.value), percent
            elif isinstance(value, datetime.date):
                style = day
            if (row, column) in merged:
                top, left, bottom, right = merged.pop((row, column))
                page.write_merge(top - 1, bottom - 1, left - 1, right - 1, value, *([style] if style else []))
            else:
                page.write(row - 1, column - 1, value, *([style] if style else []))
        for top, left, bottom, right in merged.values():
            page.merge(top - 1, bottom - 1, left - 1, right - 1)
        for row in sheet.hidden_rows:
            page.row(row - 1).hidden = True
        for column in sheet.hidden_columns:
            page.col(column - 1).hidden = True
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def shown(value):
    """What a cell shows, for formats that hold texts alone."""
    if value is None:
        return ""
    if isinstance(value, Formula):
        return shown(value.result)
    if isinstance(value, Percent):
        return f"{value.value * 100:.2f}%"
    if isinstance(value, datetime.date):
        return f"{value.year}/{value.month}/{value.day}"
    if isinstance(value, Decimal):
        return str(_number(value))
    return str(value)


def csv_bytes(case, form_format):
    rows, columns = case.sheet.size()
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in range(1, rows + 1):
        cells = (case.sheet.cells.get((row, column)) for column in range(1, columns + 1))
        writer.writerow([shown(cell.value) if cell else "" for cell in cells])
    return out.getvalue().encode("utf-8-sig" if form_format == "csv-utf8" else "gb18030")


def html_bytes(case, form_format):
    encoding = "utf-8" if form_format == "html-utf8" else "gb18030"
    spans = {(t, l): (b - t + 1, r - l + 1) for t, l, b, r in case.sheet.merges}
    under = {(r, c) for t, l, b, e in case.sheet.merges for r in range(t, b + 1) for c in range(l, e + 1)} - set(spans)
    rows, columns = case.sheet.size()
    lines = [f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={encoding}"></head><body><table border="1">']
    for row in range(1, rows + 1):
        cells = []
        for column in range(1, columns + 1):
            if (row, column) in under:
                continue
            height, width = spans.get((row, column), (1, 1))
            span = (f' rowspan="{height}"' if height > 1 else "") + (f' colspan="{width}"' if width > 1 else "")
            cell = case.sheet.cells.get((row, column))
            cells.append(f"<td{span}>{_markup(shown(cell.value) if cell else '')}</td>")
        lines.append("<tr>" + "".join(cells) + "</tr>")
    return ("\n".join(lines) + "\n</table></body></html>\n").encode(encoding)


def _markup(text):
    return escape(text).replace("\n", "<br>").replace("\u00a0", "&nbsp;")
