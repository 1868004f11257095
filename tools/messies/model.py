"""A return in memory: what stands in its cells, and what each figure truly is.

A disturbance changes both together: the cells as a clerk would, the truth only where the meaning changes, and it says what it
should cost. Writers see cells alone, the judge sees truths and costs alone.
"""

from dataclasses import dataclass, field
from decimal import Decimal

import declared

MUST, MAY = "must", "may"


@dataclass(eq=False)
class Truth:
    """What a cell holds: a figure of one column. `value` is a Decimal, an ISO date, a text, a bool, or None for a missing one."""

    column: str
    kind: str  # integer, number, tick, date, boolean, string
    value: object
    keys: tuple = ()  # what the record may be called; nothing where the form has one record, or names none
    field: dict = field(default_factory=dict)  # the column's declaration
    meant: Decimal = None  # what a total still counts, where the cell no longer says it

    @property
    def unit(self):
        return self.field.get("unit") or self.field.get("unitExpected") or ""

    @property
    def adds(self):
        return self.field.get("rollup") in ("flow", "stock", "distinct")

    @property
    def required(self):
        return self.field.get("constraints", {}).get("required", False)


@dataclass(frozen=True)
class Formula:
    """A formula; `result` is what the file stores beside it, None for nothing."""

    text: str
    result: object = None


@dataclass(frozen=True)
class Look:
    """A number or date under a number format of its own."""

    value: object
    format: str


@dataclass(frozen=True)
class Percent:
    """A number that its format shows as a percentage: 0.85 shown as 85%."""

    value: Decimal


@dataclass(eq=False)
class Cell:
    value: object = None  # None, Decimal, int, float, str, bool, datetime.date, Formula, Percent
    role: str = ""  # label, title, reporter, unit, figure, total, serial, extra, note
    truths: list = field(default_factory=list)
    touched: str = ""  # the disturbance that retyped it: one cell is retyped once

    @property
    def truth(self):
        return self.truths[0] if len(self.truths) == 1 else None


@dataclass(eq=False)
class Column:
    """A column of a list. Extra columns and serial numbers have no path."""

    path: str
    group: str
    label: str
    kind: str
    unit: str = ""
    rollup: str = ""
    field: dict = field(default_factory=dict)
    needed: bool = False  # absent, it is header.missing-column
    hidden: bool = False
    factor: Decimal = Decimal(1)  # what is printed, over what is true


@dataclass(eq=False)
class Row:
    kind: str  # record, total, subtotal, blank, filler, serial, header, line
    cells: dict = field(default_factory=dict)  # by Column
    text: str = ""  # label of a total, text of a line
    over: list = field(default_factory=list)  # the records that a total adds up
    hidden: bool = False
    at: object = None  # the column of a total's label, where that is not the first


@dataclass(eq=False)
class Line:
    """A line above or below the table. `parts` stand in cells beside each other."""

    kind: str  # title, annex, reporter, unit, period, blank, note
    parts: list


@dataclass(eq=False)
class Cost:
    """What a disturbance should cost. `cells` that a V or M finding of one of `rules` must (or may) cover, a column, or the file."""

    name: str
    rules: frozenset
    when: str
    cells: list = field(default_factory=list)
    column: str = ""
    whole: bool = False  # the return as a whole: a finding without a cell will do
    file: bool = False  # the file cannot be read, or stands for two things
    but: tuple = ()  # columns: where one of them is told to be missing, nothing else can be told


@dataclass(eq=False)
class Sheet:
    name: str = "Sheet1"
    cells: dict = field(default_factory=dict)  # (row, column), one-based -> Cell
    merges: list = field(default_factory=list)
    hidden_rows: set = field(default_factory=set)
    hidden_columns: set = field(default_factory=set)

    def put(self, row, column, cell):
        self.cells[row, column] = cell

    def merge(self, top, left, bottom, right):
        if (top, left) != (bottom, right):
            self.merges.append((top, left, bottom, right))

    def shift(self, rows, columns):
        self.cells = {(r + rows, c + columns): cell for (r, c), cell in self.cells.items()}
        self.merges = [(t + rows, l + columns, b + rows, e + columns) for t, l, b, e in self.merges]
        self.hidden_rows = {r + rows for r in self.hidden_rows}
        self.hidden_columns = {c + columns for c in self.hidden_columns}

    def size(self):
        return max((r for r, _ in self.cells), default=0), max((c for _, c in self.cells), default=0)


@dataclass(eq=False)
class Case:
    """One file in the making."""

    seed: int
    pack: str
    form: str
    layout: str  # list, bands, card
    path: str  # folders and stem below the inbox, without an extension
    format: str
    columns: list = field(default_factory=list)
    head: list = field(default_factory=list)
    rows: list = field(default_factory=list)
    foot: list = field(default_factory=list)
    header_mode: str = "merged"
    super_header: str = ""  # one label over the whole header
    numbering: list = field(default_factory=list)  # a row of column numbers, or of units
    merged_down: list = field(default_factory=list)  # (record, the next one, column)
    sheet: Sheet = None
    before: list = field(default_factory=list)  # sheets before and after the return
    after: list = field(default_factory=list)
    extension: str = ""  # what the file is called, where that is not its format
    epoch_1904: bool = False  # dates count from 1904
    damage: str = ""  # what happens to the bytes
    applied: list = field(default_factory=list)
    costs: list = field(default_factory=list)
    schema: dict = field(default_factory=dict)

    def records(self):
        return [row for row in self.rows if row.kind == "record"]

    def naming(self):
        """The columns that name the records: without them a row is none for certain."""
        return tuple(column.path for column in self.columns if column.field.get("name") in declared.names(self.schema))

    def cells(self):
        if self.sheet is not None:
            return list(self.sheet.cells.values())
        return [cell for row in self.rows for cell in row.cells.values()]

    def figures(self, *kinds):
        """Cells with one figure that nobody has retyped, of these kinds, in the order of the sheet."""
        return [c for c in self.cells() if c.truth and not c.touched and (not kinds or c.truth.kind in kinds) and c.role == "figure"]

    def cost(self, name, rules, when, **where):
        self.costs.append(Cost(name, frozenset(rules.split()), when, **where))
