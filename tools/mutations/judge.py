"""Holds what is read after an edit against what an honest reader sees. What is neither right nor reported is an exception."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from declared import money_columns, sum_columns

from .book import name_of
from .edits_cells import to_words
from .sources import to_place

ABOUT_ALL = ("file.", "header.", "reporter.", "period.", "unit.", "sheet.")


@dataclass
class Exception_:
    where: str
    expected: str
    got: str


class Reports:
    """The findings that the edit brought about, and what they are about."""

    def __init__(self, source, reading, sheet):
        old = Counter(self._name(f) for f in source.before.findings)
        self.new = []
        for finding in reading.findings:
            if finding["severity"] not in ("M", "V"):
                continue
            name = self._name(finding)
            if old[name] > 0:
                old[name] -= 1
                continue
            self.new.append(finding)
        places = [to_place(f["sheet"], f["cell"])[1:] for f in self.new if f["cell"] and f["sheet"] == sheet]
        self.cells, self.rows, self.columns = set(places), {r for r, _ in places}, {c for _, c in places}
        self.paths = {f["column"] for f in self.new if f["column"]}
        self.keys = {f["key"] for f in self.new if f["key"]}
        # A return that was sent back does not count, whichever of its cells was told first.
        self.about_all = any(f["rule"].startswith(ABOUT_ALL) or not f["cell"] or (f["severity"] == "M" and f["scope"] in ("return", "file")) for f in self.new)

    @staticmethod
    def _name(finding):
        return finding["rule"], finding["column"], finding["key"]

    def tell(self, at, column, key, structural):
        row, letter = at
        return row in self.rows or letter in self.columns or column in self.paths or (key and key in self.keys) or \
            (structural and self.about_all)


def judge(source, edit, reading):
    if reading.failure:
        return [Exception_("program", "an answer", reading.failure)]
    reports = Reports(source, reading, edit.sheet.name)
    out = judge_returns(source, edit, reading, reports)
    wanted = expected_figures(source, edit)
    got = {(at[1], at[2]): figures for at, figures in reading.figures.items() if at[0] == edit.sheet.name}
    for at, figures in wanted.items():
        found = {f.column: f.value for f in got.get(at, [])}
        for column, key, values in figures:
            value = found.get(column)
            if value in values or (value is None and column not in found and None in values):
                continue
            if reports.tell(at, column, key, edit.structural):
                continue
            out.append(Exception_(f"{name_of(*at)} {column}", " or ".join(sorted(map(str, values))) or "a finding", str(value) if column in found else f"no such figure ({ {c: v for c, v in found.items()} })"))
    for at, figures in got.items():
        known = {column for column, _, _ in wanted.get(at, [])}
        for figure in figures:
            if figure.column in known or figure.value is None or reports.tell(at, figure.column, figure.key, edit.structural):
                continue
            out.append(Exception_(f"{name_of(*at)} {figure.column}", "no figure", str(figure.value)))
    return out + judge_totals(source, edit, reading, reports)


def expected_figures(source, edit):
    """Where, in which column, of which record, and which values are right."""
    wanted = {}
    money = money_columns(source.pack)
    place_of = {cell.origin: at for at, cell in edit.sheet.cells.items() if cell.origin}
    places = list(place_of.items()) + [(origin, at) for at, origin in edit.copies.items()]
    for origin, at in places:
        for figure in source.before.figures.get((edit.sheet.name, *origin), []):
            values = edit.figures.get(origin, {}).get(figure.column, {figure.value})
            if edit.factor and figure.column in money and figure.value is not None:
                values = {to_words(Decimal(figure.value) * edit.factor)}
            column = edit.columns.get(figure.column, figure.column)
            if years := edit.columns.get(""):
                column = column.replace(*years)
            wanted.setdefault(at, []).append((column, figure.key, values))
    return wanted


def judge_returns(source, edit, reading, reports):
    """The same forms, periods, regions and reporters, but where the edit means others or a finding says why."""
    if any(f["severity"] == "M" and (f["rule"].startswith(("file.", "period.", "reporter."))) for f in reports.new) and (edit.structural or edit.head):
        return []
    told = any(f["rule"].startswith(("period.", "reporter.")) for f in reading.findings if f not in source.before.findings)
    if edit.head and told:
        return []
    before = [(form, edit.period or period, region, reporter) for form, period, region, reporter in source.before.returns]
    if sorted(map(str, before)) == sorted(map(str, reading.returns)):
        return []
    if any(f["severity"] == "M" for f in reports.new):
        return []
    # Who files may be said by a cell that the edit changed; a finding there tells it.
    if any(at in reports.cells for at, cell in edit.sheet.cells.items() if cell.origin in edit.figures):
        return []
    said = {str(cell.value).strip() for cell in edit.sheet.cells.values() if cell.origin in edit.figures}
    if sorted(map(str, ([*one[:3], ""] for one in before))) == sorted(map(str, ([*one[:3], ""] for one in reading.returns))) and \
            all(one[3] in said for one in reading.returns):
        return []
    return [Exception_("return", str(before), str(reading.returns))]


def judge_totals(source, edit, reading, reports):
    """A single total row must be the sum of what counts below or above it, or be reported."""
    rows = {(sheet, row) for sheet, row, _ in reading.totals}
    if len(rows) != 1 or len(reading.returns) != 1:
        return []
    out = []
    sums = sum_columns(source.pack, reading.returns[0][0])
    for at, totals in reading.totals.items():
        for total in totals:
            if total.column not in sums or total.value is None:
                continue
            parts = [Decimal(f.value) for one in reading.figures.values() for f in one if f.column == total.column and f.value is not None]
            step = Decimal(1).scaleb(Decimal(total.value).as_tuple().exponent)
            records = len({one[:2] for one in reading.figures})
            if abs(sum(parts) - Decimal(total.value)) <= step / 2 * records:
                continue
            if any(f["rule"] == "total.mismatch" for f in reading.findings) or reports.tell(at[1:], total.column, None, edit.structural):
                continue
            out.append(Exception_(f"{name_of(*at[1:])} total of {total.column}", str(sum(parts)), total.value))
    return out
