"""A list's lines, columns and rows as cells of a sheet, the way offices draw them."""

from decimal import Decimal, ROUND_HALF_UP

from .model import Cell, Sheet

ADDS = ("flow", "stock", "distinct")


def draw(case):
    """Draws the case's list into `case.sheet`."""
    sheet = Sheet()
    row = _put_lines(sheet, case.head, 1, len(case.columns))
    row = _put_header(sheet, case.columns, case.header_mode, row)
    if case.numbering:
        for index, text in enumerate(case.numbering, 1):
            sheet.put(row, index, Cell(text, "label"))
        row += 1
    at = {}
    for one in case.rows:
        at[one] = row
        _put_row(sheet, case, one, row)
        if one.hidden:
            sheet.hidden_rows.add(row)
        row += header_depth(case.columns) if one.kind == "header" else 1
    _put_lines(sheet, case.foot, row, 0)
    for index, column in enumerate(case.columns, 1):
        if column.hidden:
            sheet.hidden_columns.add(index)
    for first, second, column in case.merged_down:
        place = case.columns.index(column) + 1
        second.cells[column].value = None
        sheet.cells[at[second], place] = second.cells[column]
        sheet.merge(at[first], place, at[second], place)
    case.sheet = sheet


def header_depth(columns):
    return 2 if any(column.group for column in columns) else 1


def _put_lines(sheet, lines, row, width):
    for line in lines:
        if line.kind == "spread":  # two parts at the two ends of one row
            sheet.put(row, 1, Cell(line.parts[0], "reporter"))
            sheet.put(row, max(width - 1, 2), Cell(line.parts[1], "unit"))
        else:
            for offset, part in enumerate(line.parts):
                sheet.put(row, 1 + offset, Cell(part, line.kind))
            if width > 1 and len(line.parts) == 1 and line.kind != "blank":
                sheet.merge(row, 1, row, width)
        row += 1
    return row


def _put_header(sheet, columns, mode, row):
    depth = header_depth(columns)
    start = 1
    for index, column in enumerate(columns, 1):
        if not column.group:
            sheet.put(row, index, Cell(column.label, "label"))
            if mode == "merged":
                sheet.merge(row, index, row + depth - 1, index)
            continue
        first = index == 1 or columns[index - 2].group != column.group
        if first:
            start = index
        if first or mode == "repeated":
            sheet.put(row, index, Cell(column.group, "label"))
        last = index == len(columns) or columns[index].group != column.group
        if last and mode == "merged":
            sheet.merge(row, start, row, index)
        sheet.put(row + 1, index, Cell(column.label, "label"))
    return row + depth


def _put_row(sheet, case, one, row):
    if one.kind == "header":
        _put_header(sheet, case.columns, case.header_mode, row)
    elif one.kind in ("line", "filler"):
        sheet.put(row, 1, Cell(one.text, one.kind))
    elif one.kind == "serial":
        sheet.put(row, 1, Cell(Decimal(one.text), "serial"))
    elif one.kind in ("total", "subtotal", "of-which"):
        _put_total(sheet, case, one, row)
    elif one.kind == "mean":
        _put_mean(sheet, case, one, row)
    elif one.kind == "served":
        _put_served(sheet, case, one, row)
    else:
        if one.kind == "other":
            sheet.put(row, 1, Cell(one.text, "other"))
        for index, column in enumerate(case.columns, 1):
            cell = one.cells.get(column)
            if cell is not None and cell.value is not None:
                sheet.put(row, index, cell)


def printed_sum(column, records):
    """What a clerk's 合计 says: the true figures, in the unit that is printed."""
    truths = [record.cells[column].truth for record in records if column in record.cells and record.cells[column].truth]
    values = [truth.value if truth.meant is None else truth.meant for truth in truths]
    return sum((v for v in values if isinstance(v, Decimal)), Decimal(0)) * column.factor


def _put_total(sheet, case, one, row):
    label = case.columns.index(one.at) + 1 if one.at else 1
    sheet.put(row, label, Cell(one.text, "total-label"))
    for index, column in enumerate(case.columns, 1):
        if index == label or column.rollup not in ADDS or column.kind not in ("integer", "number", "tick"):
            continue
        cell = one.cells.setdefault(column, Cell(None, "total"))
        if cell.value is None:
            cell.value = printed_sum(column, one.over or case.records())
        sheet.put(row, index, cell)


def _put_mean(sheet, case, one, row):
    sheet.put(row, 1, Cell(one.text, "total-label"))
    for index, column in enumerate(case.columns, 1):
        if column.rollup == "mean":
            values = [record.cells[column].truth.value for record in one.over or case.records()]
            known = [value for value in values if isinstance(value, Decimal)]
            if known:
                mean = (sum(known) / len(known)).quantize(Decimal("0.01"), ROUND_HALF_UP)
                sheet.put(row, index, Cell(mean, "total"))


def _put_served(sheet, case, one, row):
    yes, no = (sum(1 for record in case.records() for column, cell in record.cells.items() if column.field.get("name") == name and cell.truth.value)
               for name in ("satisfied", "unsatisfied"))
    rate = (Decimal(100 * yes) / max(yes + no, 1)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    sheet.put(row, 1, Cell(f"上一年度共服务企业   {len(case.records())}   家", "total"))
    sheet.put(row, 6, Cell(f"总体满意率  {rate.normalize():f}  %", "total"))
