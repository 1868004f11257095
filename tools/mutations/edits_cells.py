"""Edits of single cells: retyped, decorated, changed, swapped, emptied."""

import datetime
import re
from decimal import Decimal, InvalidOperation

from openpyxl.utils import get_column_letter

from declared import kinds

from .book import name_of
from .edit import Edit

NUMBER = re.compile(r"-?\d+(\.\d+)?$")
MISSING = {"", "/", "—", "暂无", "-", "无"}


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def to_decimal(value):
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


def to_words(value):
    """As the program prints a decimal: no exponent, no trailing zeros."""
    text = format(Decimal(str(value)), "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def is_plain(figure, cell):
    """A number whose figure is what the cell holds: no unit between them."""
    return is_number(cell.value) and isinstance(figure.value, str) and NUMBER.match(figure.value or "") and \
        to_decimal(figure.value) == Decimal(repr(cell.value) if isinstance(cell.value, int) else str(cell.value))


def _retyped(shop, kind, test, make, right=None):
    """One cell with another content; `right`: None where the figure stays, else the values that are right (empty: a report)."""
    at = shop.pick(shop.plain_figures(test))
    if at is None:
        return None
    sheet = shop.copy()
    cell = sheet.cells[at]
    made = make(cell.value)
    if made is None:
        return None
    before = cell.value
    cell.value, cell.touched = made[0], True
    if len(made) > 1:
        cell.format = made[1]
    edit = Edit(kind, f"{name_of(*at)}: {before!r} to {cell.value!r}", sheet)
    if right is not None:
        figure = shop.figures[at][0]
        edit.figures[at] = {figure.column: right(figure, cell.value)}
    return edit


def number_to_text(shop):
    def make(value):
        plain = to_words(value)
        whole, _, places = plain.lstrip("-").partition(".")
        sign = "-" if plain.startswith("-") else ""
        grouped = f"{sign}{int(whole):,}" + (f".{places}" if places else "")
        wide = plain.translate(str.maketrans("0123456789.-", "０１２３４５６７８９．－"))
        return (shop.random.choice([plain, grouped, wide, f" {plain} ", f"{plain}　"]),)

    return _retyped(shop, "number to text", is_plain, make)


def text_to_number(shop):
    def make(value):
        text = str(value).strip()
        if not re.fullmatch(r"\d{1,15}", text) or text.startswith("0") and text != "0":
            return None
        return (int(text),)

    return _retyped(shop, "text to number", lambda f, c: isinstance(c.value, str) and re.fullmatch(r"[1-9]\d{0,14}", c.value.strip()), make)


def date_to_text(shop):
    def make(value):
        day = value
        return (shop.random.choice([f"{day.year}年{day.month}月{day.day}日", f"{day.year}/{day.month}/{day.day}", f"{day.year}-{day.month:02}-{day.day:02}",
                                    f"{day.year}.{day.month}.{day.day}", f"{day.year}{day.month:02}{day.day:02}"]),)

    return _retyped(shop, "date to text", lambda f, c: isinstance(c.value, (datetime.date, datetime.datetime)), make)


def text_to_date(shop):
    def make(value):
        year, month, day = map(int, re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value).groups())
        return (datetime.date(year, month, day), "yyyy-mm-dd")

    return _retyped(shop, "text to date", lambda f, c: isinstance(c.value, str) and f.value == c.value and re.fullmatch(r"\d{4}-\d\d-\d\d", c.value), make)


def change_digit(shop):
    def make(value):
        text = to_words(value)
        at = shop.random.choice([i for i, c in enumerate(text) if c.isdigit()])
        digit = shop.random.choice([d for d in "0123456789" if d != text[at]])
        changed = text[:at] + digit + text[at + 1:]
        return (float(changed) if "." in changed else int(changed),)

    return _retyped(shop, "change a digit", is_plain, make, lambda figure, value: {to_words(value)})


def double_digit(shop):
    """1,234 typed as 12,234 or as 123: a digit twice, or one left out."""
    def make(value):
        text = to_words(value)
        at = shop.random.choice([i for i, c in enumerate(text) if c.isdigit()])
        changed = text[:at] + text[at] * shop.random.choice([0, 2]) + text[at + 1:]
        if not NUMBER.match(changed):
            return None
        return (float(changed) if "." in changed else int(changed),)

    return _retyped(shop, "double or drop a digit", is_plain, make, lambda figure, value: {to_words(value)})


def negate(shop):
    return _retyped(shop, "negate", lambda f, c: is_plain(f, c) and c.value != 0, lambda v: (-v,), lambda figure, value: {to_words(value)})


def times_ten_thousand(shop):
    return _retyped(shop, "figure in 元", lambda f, c: is_plain(f, c) and c.value != 0, lambda v: (float(Decimal(str(v)) * 10000),),
                    lambda figure, value: {to_words(value)})


def append_words(shop):
    """Words behind a figure that make it an estimate, a range or two figures: never a figure."""
    def make(value):
        plain = to_words(value)
        return (shop.random.choice([f"约{plain}", f"{plain}左右", f"{plain}多", f"{plain}-{plain}9", f"{plain}/{plain}", f"{plain}（含{plain}）", f"{plain}?", f"{plain}、{plain}",
                                    f"{plain}+{plain}", f"> {plain}", f"{plain}以上", f"不足{plain}", f"{plain} {plain}"]),)

    return _retyped(shop, "spoil a number", is_plain, make, lambda figure, value: set())


def empty_cell(shop):
    return _retyped(shop, "empty a cell", lambda f, c: True, lambda v: (None,), lambda figure, value: {None})


def error_value(shop):
    return _retyped(shop, "error value", is_plain, lambda v: (shop.random.choice(["#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?"]),), lambda figure, value: {None})


def percent_format(shop):
    return _retyped(shop, "percent format", is_plain, lambda v: (v, "0.00%"), lambda figure, value: {to_words(Decimal(str(value)) * 100)} if "%" in figure.column else set())


def date_format(shop):
    return _retyped(shop, "date format on a number", lambda f, c: is_plain(f, c) and 1 <= c.value < 60000, lambda v: (v, "yyyy-mm-dd"), lambda figure, value: set())


def missing_word(shop):
    word = shop.random.choice(["/", "—", "暂无"])
    return _retyped(shop, "missing word", is_plain, lambda v: (word,), lambda figure, value: {None})


def cell_error_bool(shop):
    return _retyped(shop, "truth value for a number", is_plain, lambda v: (True,), lambda figure, value: set())


def swap_cells(shop):
    """Two cells of different columns: each figure stands in the other's column, where it fits there."""
    cells = list(shop.plain_figures(lambda figure, cell: "：" not in str(cell.value)))
    if len(cells) < 2:
        return None
    one, other = shop.random.sample(cells, 2)
    if one[1] == other[1] and shop.is_list():
        return None
    sheet = shop.copy()
    first, second = sheet.cells[one], sheet.cells[other]
    if first.value == second.value:
        return None
    # What is in a cell changes place; the place keeps its origin.
    first.value, second.value, first.format, second.format = second.value, first.value, second.format, first.format
    edit = Edit("swap two cells", f"{name_of(*one)} and {name_of(*other)}", sheet)
    for at, source in ((one, other), (other, one)):
        here, there = shop.figures[at][0], shop.figures[source][0]
        edit.figures[at] = {here.column: fits(shop.source.pack, here, there, sheet.cells[at].value)}
    return edit


def fits(pack, here, there, value):
    """What another cell's content may be in this column; an empty set: it must be reported."""
    if isinstance(here.value, bool):
        return {True} if value == "是" else {False} if value == "否" else set()
    kind = kinds(pack).get(here.column, set())
    if kind == {"number"}:
        return {to_words(value)} if is_number(value) or NUMBER.match(str(value)) else set()
    if kind == {"date"}:
        return {there.value} if isinstance(value, (datetime.date, datetime.datetime)) or re.match(r"\d{4}\D", str(value)) else set()
    return {str(there.value), there.raw, " ".join(str(value).split())} - {"None"}


def duplicate_cell(shop):
    """A cell copied over another of its column: drag-fill by mistake."""
    at = shop.pick(shop.plain_figures(is_plain))
    if at is None or not shop.is_list():
        return None
    others = [one for one in shop.plain_figures(is_plain) if one[1] == at[1] and one != at]
    source = shop.pick(others)
    if source is None:
        return None
    sheet = shop.copy()
    sheet.cells[at].value = sheet.cells[source].value
    return Edit("copy a cell over another", f"{name_of(*source)} to {name_of(*at)}", sheet,
                figures={at: {shop.figures[at][0].column: {shop.figures[source][0].value}}})


def stray_number(shop):
    """A number where nothing stood, beside or below the table: nobody's figure, and no figure."""
    sheet = shop.copy()
    row = shop.pick(shop.figure_rows)
    column = sheet.last_column() + shop.random.randint(1, 3)
    if shop.random.random() < 0.3:
        row = sheet.last_row() + shop.random.randint(1, 3)
    from .book import Cell
    sheet.cells[row, column] = Cell(shop.random.randint(100, 99999))
    return Edit("stray number", f"{get_column_letter(column)}{row}", sheet)


EDITS = [number_to_text, text_to_number, date_to_text, text_to_date, change_digit, double_digit, negate, times_ten_thousand, append_words, empty_cell, error_value,
         percent_format, date_format, missing_word, cell_error_bool, swap_cells, swap_cells, swap_cells, duplicate_cell, stray_number]
