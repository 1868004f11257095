"""How a list return looks: the ways in which real returns differ from the blank form."""

from dataclasses import dataclass, field
from decimal import Decimal

from .book import Grid, a1


@dataclass(frozen=True)
class Column:
    """One column of a list form; `group` is the merged header above it, empty where there is none."""

    group: str
    label: str
    kind: str  # flow, stock, firms, ratio, number, text
    unit: str = ""

    @property
    def path(self):
        return f"{self.group}/{self.label}" if self.group else self.label

    @property
    def adds(self):
        return self.kind in ("flow", "stock", "firms")


@dataclass
class Shape:
    """One look. The default is the blank form as printed."""

    origin: tuple = (1, 1)
    heads: list = field(default_factory=list)  # lines above the table, in order
    blank_after_heads: bool = False
    header: str = "merged"  # merged, bare (group only in its first cell), repeated (group over each column)
    broken: bool = False  # line breaks and spaces inside labels
    unit_in_label: str = ""  # "", full, half
    aliases: dict = field(default_factory=dict)  # path -> (group, label) printed instead
    move: tuple = ()  # (path, path it comes before)
    drop: tuple = ()  # paths left out
    remark: bool = False
    numbering: bool = False
    blank_rows: bool = False
    total: str = ""  # "", bottom, top
    total_label: str = "合计"
    formula: bool = False
    notes: list = field(default_factory=list)


def _printed(column, shape):
    group, label = shape.aliases.get(column.path, (column.group, column.label))
    if shape.broken and len(label) > 5:
        half = len(label) // 2
        label = label[:half] + "\n" + label[half:]
    elif shape.broken and len(label) == 4:
        label = label[:2] + "  " + label[2:]
    if shape.unit_in_label and column.unit and column.adds:
        left, right = ("（", "）") if shape.unit_in_label == "full" else ("(", ")")
        label = f"{label}{left}{column.unit}{right}"
    return group, label


def _ordered(columns, shape):
    kept = [column for column in columns if column.path not in shape.drop]
    if shape.move:
        moved = next(column for column in kept if column.path == shape.move[0])
        kept.remove(moved)
        kept.insert(next(i for i, column in enumerate(kept) if column.path == shape.move[1]), moved)
    if shape.remark:
        kept.append(Column("", "备注", "text"))
    return kept


def _header(grid, columns, shape, top, left):
    run_start = left
    printed = [_printed(column, shape) for column in columns]
    for index, (group, label) in enumerate(printed):
        col = left + index
        if not group:
            grid.put(top, col, label, head=True)
            if shape.header == "merged":
                grid.merge(top, col, top + 1, col)
            continue
        first = index == 0 or printed[index - 1][0] != group
        if first:
            run_start = col
        if first or shape.header == "repeated":
            grid.put(top, col, group, head=True)
        last = index + 1 == len(printed) or printed[index + 1][0] != group
        if last and shape.header == "merged":
            grid.merge(top, run_start, top, col)
        grid.put(top + 1, col, label, head=True)


def _total_row(grid, columns, shape, row, left, blocks, label):
    grid.put(row, left, label)
    for index, column in enumerate(columns):
        if not column.adds:
            continue
        col = left + index
        if shape.formula:
            spans = ",".join(f"{a1(first, col)}:{a1(last, col)}" for first, last in blocks)
            grid.put(row, col, f"=SUM({spans})")
            continue
        figures = [grid.cells.get((at, col)) for first, last in blocks for at in range(first, last + 1)]
        total = sum((Decimal(str(x)) for x in figures if isinstance(x, (int, float))), Decimal(0))
        grid.put(row, col, number(total))


def number(value):
    """The Python number a spreadsheet cell takes for a Decimal."""
    return int(value) if value == value.to_integral_value() else float(value)


def draw(columns, records, shape, name="Sheet1", blocks=None):
    """Draws a list return.

    `records` are dicts by column path; `blocks` are (label, count) for a 小计 after each run of so many records.
    Hands back the grid and a map from (record index, path) and ("total", path) to (row, column).
    """
    grid = Grid(name)
    row, left = shape.origin
    columns = _ordered(columns, shape)
    for line in shape.heads:
        grid.put(row, left, line, head=line == shape.heads[0])
        if shape.header == "merged":
            grid.merge(row, left, row, left + len(columns) - 1)
        row += 1
    row += 1 if shape.blank_after_heads else 0
    _header(grid, columns, shape, row, left)
    row += 2
    if shape.numbering:
        for index in range(len(columns)):
            grid.put(row, left + index, "甲" if index == 0 else index)
        row += 1
    where = {}
    top_total = row
    row += 1 if shape.total == "top" else 0
    ends = {}
    if blocks:
        count = 0
        for label, size in blocks:
            count += size
            ends[count - 1] = label
    spans, block_start = [], row
    for index, record in enumerate(records):
        for offset, column in enumerate(columns):
            where[index, column.path] = (row, left + offset)
            value = index + 1 if column.label == "序号" else record.get(column.path)
            grid.put(row, left + offset, number(value) if isinstance(value, Decimal) else value)
        row += 1
        if index in ends:
            spans.append((block_start, row - 1))
            _total_row(grid, columns, shape, row, left, [spans[-1]], ends[index])
            row += 1
            block_start = row
        elif shape.blank_rows and index == 0:
            row += 1
    if not blocks:
        spans = [(block_start, row - 1)]
    if shape.total:
        at = top_total if shape.total == "top" else row
        _total_row(grid, columns, shape, at, left, spans, shape.total_label)
        for offset, column in enumerate(columns):
            where["total", column.path] = (at, left + offset)
        row += 1 if shape.total == "bottom" else 0
    for line in shape.notes:
        grid.put(row, left, line)
        row += 1
    return grid, where
