"""Edits of labels: header, title, unit line, reporter line, the word for a total."""

import re
from decimal import Decimal

from .book import name_of
from .edit import Edit


def _labels(shop, *reasons):
    return sorted(at for at, why in shop.labels.items() if why in reasons and shop.sheet.at(*at) is not None)


def blank_label(shop):
    at = shop.pick(_labels(shop, "header", "label", "band-name"))
    if at is None:
        return None
    sheet = shop.copy()
    before = sheet.cells.pop(at).value
    return Edit("blank a label", f"{name_of(*at)}: {before!r}", sheet, structural=True)


def garble_label(shop):
    at = shop.pick(_labels(shop, "header", "label"))
    if at is None:
        return None
    sheet = shop.copy()
    before = str(sheet.cells[at].value)
    i = shop.random.randrange(len(before))
    sheet.cells[at].value = before[:i] + before[i + 1:]
    return Edit("drop a letter of a label", f"{name_of(*at)}: {before!r} to {sheet.cells[at].value!r}", sheet, structural=True)


def swap_labels(shop):
    """Two leaves of the header change places: the figures below belong to the other column now."""
    if not shop.is_list():
        return None
    columns = [c for c in shop.figure_columns if shop.leaf_of(c)]
    if len(columns) < 2:
        return None
    one, other = shop.random.sample(columns, 2)
    a, b = shop.leaf_of(one), shop.leaf_of(other)
    sheet = shop.copy()
    if sheet.cells[a].value == sheet.cells[b].value:
        return None
    sheet.cells[a].value, sheet.cells[b].value = sheet.cells[b].value, sheet.cells[a].value
    names = {}
    for column in (one, other):
        names[column] = {f[0].column for at, f in shop.figures.items() if at[1] == column}
        if len(names[column]) != 1:
            return None
    (x,), (y,) = names[one], names[other]
    edit = Edit("swap two labels", f"{name_of(*a)} and {name_of(*b)}: {x} and {y}", sheet, structural=True)
    edit.columns = {x: y, y: x}
    return edit


def change_title_year(shop):
    at = shop.pick([at for at in _labels(shop, "title", "period-line") if re.search(r"20\d\d", str(shop.sheet.cells[at].value))])
    if at is None:
        return None
    sheet = shop.copy()
    before = str(sheet.cells[at].value)
    old = int(re.search(r"20\d\d", before).group())
    new = old + shop.random.choice([-1, 1, -2])
    sheet.cells[at].value = before.replace(str(old), str(new), 1)
    periods = {period for _, period, _, _ in shop.before.returns}
    edit = Edit("change the title's year", f"{name_of(*at)}: {before!r} to {new}", sheet, structural=True, head=True)
    if len(periods) == 1 and (period := next(iter(periods))):
        edit.period = period.replace(str(old), str(new))
        edit.columns = {"": (str(old), str(new))}
    return edit


def clear_title(shop):
    at = shop.pick(_labels(shop, "title"))
    if at is None:
        return None
    sheet = shop.copy()
    before = sheet.cells.pop(at).value
    return Edit("clear the title", f"{before!r}", sheet, structural=True, head=True)


def change_unit_line(shop):
    at = shop.pick([at for at in _labels(shop, "unit-line") if "万元" in str(shop.sheet.cells[at].value)])
    if at is None:
        return None
    sheet = shop.copy()
    unit, factor = shop.random.choice([("元", Decimal("0.0001")), ("亿元", Decimal(10000)), ("千元", Decimal("0.1"))])
    sheet.cells[at].value = str(sheet.cells[at].value).replace("万元", unit, 1)
    return Edit("change the unit line", f"万元 to {unit}", sheet, structural=True, factor=factor)


def clear_unit_line(shop):
    at = shop.pick(_labels(shop, "unit-line"))
    if at is None:
        return None
    sheet = shop.copy()
    before = sheet.cells.pop(at).value
    return Edit("clear the unit line", f"{before!r}", sheet, structural=True, head=True)


def clear_reporter(shop):
    at = shop.pick(_labels(shop, "reporter-line"))
    if at is None:
        return None
    sheet = shop.copy()
    before = sheet.cells.pop(at).value
    return Edit("clear the reporter line", f"{before!r}", sheet, structural=True, head=True)


def clear_total_label(shop):
    at = shop.pick(_labels(shop, "total-label"))
    if at is None:
        return None
    sheet = shop.copy()
    before = sheet.cells.pop(at).value
    return Edit("clear the word for a total", f"{name_of(*at)}: {before!r}", sheet)


def label_over_figure(shop):
    """A label of the header typed over a figure."""
    if not shop.is_list():
        return None
    at = shop.pick(shop.plain_figures())
    label = shop.pick(_labels(shop, "header", "label"))
    if at is None or label is None:
        return None
    sheet = shop.copy()
    sheet.cells[at].value = sheet.cells[label].value
    figure = shop.figures[at][0]
    text = str(sheet.cells[label].value)
    from .edits_cells import fits
    from .sources import Figure
    right = fits(shop.source.pack, figure, Figure(figure.column, text, "", text), text)
    return Edit("a label over a figure", f"{name_of(*at)}: {text!r}", sheet, figures={at: {figure.column: right}})


EDITS = [blank_label, blank_label, garble_label, swap_labels, swap_labels, change_title_year, clear_title, change_unit_line, clear_unit_line, clear_reporter,
         clear_total_label, label_over_figure]
