"""One edit of a sheet, with what an honest reader should see afterwards."""

from dataclasses import dataclass, field


@dataclass
class Edit:
    kind: str
    says: str
    sheet: object  # the sheet afterwards
    # Where the edit means another figure: origin to {column: set of values that are right}; an empty set: only a report is.
    figures: dict = field(default_factory=dict)
    # Where the edit moves figures to other columns: column to the column that is meant now.
    columns: dict = field(default_factory=dict)
    copies: dict = field(default_factory=dict)  # place afterwards to the origin whose figures stand there again
    structural: bool = False  # rows, columns or labels: a finding about the return reports it
    period: str = None  # that is right now; None: as before
    head: bool = False  # title, reporter or unit line: reporter and period may follow with their finding
    factor: object = None  # of all figures whose column is of money


class Workshop:
    """What the edits may ask about a source: which cells are figures, header and total, in which rows and columns."""

    def __init__(self, source, random):
        self.random = random
        self.source = source
        self.before = source.before
        filled = sorted({sheet for sheet, _, _ in self.before.figures})
        self.name = random.choice(filled)
        self.sheet = next(s for s in source.sheets if s.name == self.name)
        self.figures = {(r, c): f for (s, r, c), f in self.before.figures.items() if s == self.name}
        self.totals = {(r, c): f for (s, r, c), f in self.before.totals.items() if s == self.name}
        self.labels = {(r, c): reason for (s, r, c), reason in self.before.labels.items() if s == self.name}
        self.figure_rows = sorted({r for r, _ in self.figures})
        self.total_rows = sorted({r for r, _ in self.totals})
        self.figure_columns = sorted({c for _, c in self.figures})

    def is_list(self):
        """More figures than labels beside them: one header above, a record a row."""
        first = self.figure_rows[0]
        beside = sum(1 for (row, _), why in self.labels.items() if row >= first and why in ("label", "header", "band-name"))
        return beside == 0

    def copy(self):
        return self.sheet.copy()

    def pick(self, items):
        items = list(items)
        return self.random.choice(items) if items else None

    def plain_figures(self, test=lambda figure, cell: True):
        """Cells that hold one figure and nothing else."""
        for at, figures in sorted(self.figures.items()):
            cell = self.sheet.at(*at)
            if len(figures) == 1 and figures[0].value is not None and cell is not None and test(figures[0], cell):
                yield at

    def header_cells(self):
        return sorted(at for at, why in self.labels.items() if why in ("header", "label"))

    def leaf_of(self, column):
        """The lowest label above the figures of a column."""
        rows = [r for (r, c), why in self.labels.items() if c == column and why == "header" and r < self.figure_rows[0]]
        return (max(rows), column) if rows else None
