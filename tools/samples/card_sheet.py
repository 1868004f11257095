"""Cards as sheets: rows of cells that span columns and rows, laid out as a table on paper is."""

from dataclasses import dataclass, field

from .book import Grid


@dataclass
class Span:
    """A cell over several columns, and rows; faults find it by its name."""

    value: object
    columns: int = 1
    rows: int = 1
    name: str = ""


def named(name, value, columns=1, rows=1):
    return Span(value, columns, rows, name)


@dataclass
class Card:
    """One sheet: lines above, merged over the width; rows of cells; lines below."""

    pack: str
    form: str
    path: str  # below the inbox
    width: int
    rows: list
    head: list = field(default_factory=list)
    foot: list = field(default_factory=list)
    faults: dict = field(default_factory=dict)  # name of a cell -> what stands there in the faulty one


def draw(card, faults=None):
    """The sheet as printed, with other values in the cells that `faults` names."""
    grid, faults = Grid("Sheet1"), dict(faults or {})
    row = 1
    for line in card.head:
        grid.put(row, 1, line, head=row == 1)
        grid.merge(row, 1, row, card.width)
        row += 1
    taken = set()
    for cells in card.rows:
        _put_row(grid, row, cells, taken, card.width, faults)
        row += 1
    if faults:
        raise ValueError(f"{card.form}: no cells are called {', '.join(faults)}")
    for line in card.foot:
        grid.put(row, 1, line)
        grid.merge(row, 1, row, card.width)
        row += 1
    return grid


def _put_row(grid, row, cells, taken, width, faults):
    column = 1
    for cell in cells:
        span = cell if isinstance(cell, Span) else Span(cell)
        while (row, column) in taken:
            column += 1
        last = column + span.columns - 1
        if last > width:
            raise ValueError(f"row {row} is wider than {width} columns")
        grid.put(row, column, faults.pop(span.name, span.value))
        grid.merge(row, column, row + span.rows - 1, last)
        taken.update((r, c) for r in range(row, row + span.rows) for c in range(column, last + 1))
        column = last + 1
