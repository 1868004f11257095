"""Compares a program's cells with those on which two readers agree. Pure: no file is read, no process started."""

from collections import Counter
from dataclasses import dataclass, field

from .alike import like_one, like_truth, readers_agree

TELL_DATES = ("xlsx", "xls")  # kinds of which the first reader tells dates from numbers
SHOWN = 5  # differing cells that a finding names


@dataclass
class Sheet:
    """*Shape*: `cells` by reference, (type, value) each."""
    name: str
    cells: dict


@dataclass
class Tally:
    """What comparing one file came to. *Units*: cells, but for `sheets_renamed`.

    `lost`: in the truth, not in ours; `wrong`: differing from the truth; `extra`: ours, and no reader's; `disputed`: the
    readers differ, so there is no truth; `odd`: disputed, and ours is like neither; `date_kind`: the same number, a date to
    one and none to the other.
    """
    truth: int = 0
    lost: int = 0
    wrong: int = 0
    extra: int = 0
    disputed: int = 0
    odd: int = 0
    date_kind: int = 0
    sheets_renamed: int = 0
    examples: list = field(default_factory=list)

    @property
    def equal(self):
        return not (self.lost or self.wrong or self.extra)

    def note(self, what, sheet, ref, ours, truth):
        if sum(example["what"] == what for example in self.examples) < SHOWN:
            self.examples.append({"what": what, "sheet": sheet, "ref": ref, "ours": ours, "truth": truth})


def to_sheets(book):
    """The sheets of a reader's answer. A second sheet of one name is told apart by a mark; of a repeated cell the last counts."""
    seen, sheets = Counter(), []
    for sheet in book["sheets"]:
        seen[sheet["name"]] += 1
        mark = f" ({seen[sheet['name']]})" if seen[sheet["name"]] > 1 else ""
        sheets.append(Sheet(sheet["name"] + mark, {ref: (kind, value) for ref, kind, value in sheet["cells"]}))
    return sheets


def pair(left, right, by_name):
    """Pairs sheets by name, then those that are left and hold cells in their order, if they are as many on both sides.

    *Shape*: [(left or None, right or None), …]. A sheet without cells needs no partner.
    """
    names = {sheet.name: sheet for sheet in right} if by_name else {}
    pairs = [(sheet, names.pop(sheet.name)) for sheet in left if sheet.name in names]
    met = {id(sheet) for both in pairs for sheet in both}
    rest_left = [sheet for sheet in left if id(sheet) not in met and sheet.cells]
    rest_right = [sheet for sheet in right if id(sheet) not in met and sheet.cells]
    if len(rest_left) == len(rest_right):
        return pairs + list(zip(rest_left, rest_right))
    return pairs + [(sheet, None) for sheet in rest_left] + [(None, sheet) for sheet in rest_right]


def compare_cell(tally, terms, sheet, ref, ours, readers):
    """Judges one cell; `readers` holds one or two cells, None where a reader has none."""
    if not any(readers):
        tally.extra += 1
        tally.note("extra", sheet, ref, ours, None)
    elif all(readers) and (len(readers) == 1 or readers_agree(*readers, terms)):
        compare_with_truth(tally, terms, sheet, ref, ours, readers)
    else:
        tally.disputed += 1
        tally.note("disputed", sheet, ref, ours, readers)
        if not like_one(ours, readers, terms):
            tally.odd += 1
            tally.note("odd", sheet, ref, ours, readers)


def compare_with_truth(tally, terms, sheet, ref, ours, readers):
    truth = readers[0]
    tally.truth += 1
    if ours is None:
        tally.lost += 1
        tally.note("lost", sheet, ref, None, truth)
    elif not like_truth(ours, readers, terms):
        tally.wrong += 1
        tally.note("wrong", sheet, ref, ours, truth)
    elif terms.kind in TELL_DATES and ours[0] != truth[0] and "d" in (ours[0], truth[0]):
        tally.date_kind += 1
        tally.note("date kind", sheet, ref, ours, truth)


def compare_sheets(tally, terms, ours, readers):
    """`readers`: a Sheet or None each."""
    name = next(sheet.name for sheet in (*readers, ours) if sheet)
    sets = [sheet.cells if sheet else {} for sheet in readers]
    cells = ours.cells if ours else {}
    for ref in dict.fromkeys(ref for one in (*sets, cells) for ref in one):
        compare_cell(tally, terms, name, ref, cells.get(ref), [one.get(ref) for one in sets])


@dataclass
class Slot:
    """One sheet as the readers have it: a Sheet or None for each of them."""
    readers: tuple

    @property
    def name(self):
        return next(sheet.name for sheet in self.readers if sheet)

    @property
    def cells(self):
        return next((sheet.cells for sheet in self.readers if sheet and sheet.cells), {})


def compare(ours, books, terms):
    """The Tally of our sheets against the answers of the readers, one or two. A kind without sheet names is paired in order."""
    by_name = terms.kind not in ("csv", "html")
    tally = Tally()
    readers = [to_sheets(book) for book in books]
    pairs = pair(*readers, by_name) if len(readers) == 2 else [(sheet,) for sheet in readers[0]]
    for slot, sheet in pair([Slot(both) for both in pairs], ours, by_name):
        if by_name and slot and sheet and slot.name != sheet.name:
            tally.sheets_renamed += 1
            tally.note("sheet name", slot.name, "", ("s", sheet.name), ("s", slot.name))
        compare_sheets(tally, terms, sheet, slot.readers if slot else (None,) * len(readers))
    return tally
