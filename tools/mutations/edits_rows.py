"""Edits of rows and columns: deleted, inserted, shifted, hidden, doubled, swapped, merged."""

from copy import copy

from openpyxl.utils import get_column_letter

from declared import kinds

from .edit import Edit


def delete_row(shop):
    sheet, row = shop.copy(), shop.random.randint(1, shop.sheet.last_row())
    sheet.move(lambda r, c: None if r == row else (r - (r > row), c))
    return Edit("delete a row", f"row {row}", sheet, structural=True, head=True)


def delete_record(shop):
    sheet, row = shop.copy(), shop.pick(shop.figure_rows)
    sheet.move(lambda r, c: None if r == row else (r - (r > row), c))
    return Edit("delete a row of figures", f"row {row}", sheet, structural=True)


def insert_blank_row(shop):
    sheet, row = shop.copy(), shop.random.randint(1, shop.sheet.last_row())
    sheet.move(lambda r, c: (r + (r >= row), c))
    return Edit("insert a blank row", f"above row {row}", sheet, structural=True)


def insert_note_row(shop):
    sheet, row = shop.copy(), shop.pick(shop.figure_rows)
    sheet.move(lambda r, c: (r + (r >= row), c))
    sheet.cells[row, 1] = _new(shop.pick(["以下为续表", "（本页完）", "（以下为新增）"]))
    return Edit("insert a remark", f"row {row}: {sheet.cells[row, 1].value}", sheet, structural=True)


def shift_columns(shop):
    sheet, column = shop.copy(), shop.random.randint(1, shop.sheet.last_column())
    sheet.move(lambda r, c: (r, c + (c >= column)))
    return Edit("shift columns to the right", f"from {get_column_letter(column)}", sheet, structural=True)


def shift_rows_of_column(shop):
    """One column slips down by a row, its label stays: a paste that missed. Each figure stands at its neighbour's record."""
    column = shop.pick(shop.figure_columns)
    first = shop.figure_rows[0]
    sheet = shop.copy()
    if not shop.is_list() or len(shop.figure_rows) < 2:
        return None
    moved = {at: cell for at, cell in sheet.cells.items() if at[1] == column and at[0] >= first}
    for at in moved:
        del sheet.cells[at]
    for (row, c), cell in moved.items():
        sheet.cells[row + 1, c] = cell
    sheet.merges = [m for m in sheet.merges if not (m[0] >= first and m[1] <= column <= m[3])]
    return Edit("shift one column down", f"{get_column_letter(column)} from row {first}", sheet, structural=True, figures=_anywhere(shop, moved))


def _anywhere(shop, moved):
    """What falls out of the records is no longer theirs: gone, or reported. Of numbers the total would tell."""
    below = {row + 1 for row, _ in moved} - set(shop.figure_rows)
    out = {}
    for row, column in moved:
        figures = shop.figures.get((row, column), [])
        growth = figures and "同比" in figures[0].column  # of a total nobody checks it
        if row + 1 in below and figures and (growth or "number" not in kinds(shop.source.pack).get(figures[0].column, set())):
            out[row, column] = {figures[0].column: {None, figures[0].value}}
    return out


def shift_one_column(shop):
    """The cells of one column, label and all, move to a place behind the table."""
    sheet, column = shop.copy(), shop.pick(shop.figure_columns)
    if not shop.is_list():
        return None
    last = sheet.last_column()
    order = [c for c in range(1, last + 1) if c != column] + [column]
    place = {c: i + 1 for i, c in enumerate(order)}
    sheet.move(lambda r, c: (r, place[c]))
    return Edit("move a column to the end", get_column_letter(column), sheet, structural=True)


def delete_column(shop):
    sheet, column = shop.copy(), shop.random.randint(1, shop.sheet.last_column())
    sheet.move(lambda r, c: None if c == column else (r, c - (c > column)))
    return Edit("delete a column", get_column_letter(column), sheet, structural=True, head=True)


def hide_row(shop):
    sheet, row = shop.copy(), shop.random.randint(1, shop.sheet.last_row())
    sheet.hidden_rows.add(row)
    return Edit("hide a row", f"row {row}", sheet)


def hide_column(shop):
    sheet, column = shop.copy(), shop.random.randint(1, shop.sheet.last_column())
    sheet.hidden_columns.add(column)
    return Edit("hide a column", get_column_letter(column), sheet)


def double_row(shop):
    """A record twice, one below the other: the figures of the second are the edit's own."""
    sheet, row = shop.copy(), shop.pick(shop.figure_rows)
    if not shop.is_list():
        return None
    sheet.move(lambda r, c: (r + (r > row), c))
    copies = {}
    for column, cell in list(sheet.row(row).items()):
        sheet.cells[row + 1, column] = copy(cell)
        sheet.cells[row + 1, column].origin = None
        copies[row + 1, column] = cell.origin
    return Edit("double a row", f"row {row}", sheet, copies=copies, structural=True)


def swap_rows(shop):
    rows = sorted({row for row, _ in shop.sheet.cells})
    if len(rows) < 2 or not shop.is_list():  # among cards and bands labels would change their figures
        return None
    one, other = shop.random.sample(rows, 2)
    return _swapped(shop, one, other, "swap two rows")


def swap_records(shop):
    rows = shop.figure_rows + shop.total_rows
    if len(rows) < 2 or not shop.is_list():
        return None
    one, other = shop.random.sample(rows, 2)
    return _swapped(shop, one, other, "swap two rows of figures")


def _swapped(shop, one, other, kind):
    sheet = shop.copy()
    place = {one: other, other: one}
    sheet.merges = [m for m in sheet.merges if not any(m[0] <= row <= m[2] for row in (one, other))]
    merges = list(sheet.merges)
    sheet.move(lambda r, c: (place.get(r, r), c))
    sheet.merges = merges
    return Edit(kind, f"rows {one} and {other}", sheet, structural=True, head=True)


def merge_cells(shop):
    """Two neighbours merged, as a spreadsheet does it: what stood in the second is gone."""
    sheet = shop.copy()
    row, column = shop.pick(sorted(sheet.cells))
    down = shop.random.random() < 0.5
    bottom, right = (row + 1, column) if down else (row, column + 1)
    if any(m[0] <= r <= m[2] and m[1] <= c <= m[3] for m in sheet.merges for r, c in ((row, column), (bottom, right))):
        return None
    sheet.cells.pop((bottom, right), None)
    sheet.merges.append((row, column, bottom, right))
    return Edit("merge two cells", f"{get_column_letter(column)}{row}:{get_column_letter(right)}{bottom}", sheet, structural=True, head=True)


def unmerge(shop):
    sheet = shop.copy()
    if not sheet.merges:
        return None
    gone = shop.pick(sheet.merges)
    sheet.merges.remove(gone)
    return Edit("undo a merge", f"{get_column_letter(gone[1])}{gone[0]}", sheet, structural=True)


def unmerge_all(shop):
    sheet = shop.copy()
    if not sheet.merges:
        return None
    sheet.merges = []
    return Edit("undo all merges", "", sheet, structural=True)


def _new(value):
    from .book import Cell
    return Cell(value)


EDITS = [delete_row, delete_record, insert_blank_row, insert_note_row, shift_columns, shift_rows_of_column, shift_one_column, delete_column,
         hide_row, hide_column, double_row, swap_rows, swap_records, merge_cells, unmerge, unmerge_all]
