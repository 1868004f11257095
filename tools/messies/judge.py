"""Holds what huizong says about a case against its truth."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from declared import fold
from samples.book import a1

from .disturbances import BOOKS

RIGHT, REPORTED, WRONG, NEEDLESS = "right", "reported", "silently wrong", "without need"
ROW_RULES = ("row.", "record.")
COLUMN_RULES = ("header.", "unit.", "total.")


@dataclass
class Verdict:
    case: object
    kind: str
    cell: str = ""
    column: str = ""
    expected: object = None
    got: object = None
    why: str = ""


class Judge:
    """One case. `told`: what huizong says about its file."""

    def __init__(self, case, told):
        self.case, self.told = case, told
        self.computed = {title for field in case.schema.get("fields", []) if field.get("column") == "computed"
                         for title in [field.get("title")]}
        self.places = {cell: a1(*place) for place, cell in case.sheet.cells.items()}
        self.findings = [f for f in told.findings if f["severity"] in "MV" and self._is_here(f)]
        self.needless = [f for f in self.findings if not any(self._explains(cost, f) for cost in case.costs)]
        self.file_told = any(cost.file and any(self._explains(cost, f) for f in self.findings) for cost in case.costs)
        self.refused = not told.figures

    def verdicts(self):
        out, seen = [], set()
        for cell in self.case.cells():
            for truth in cell.truths:
                if truth.kind != "total" and (truth.value is not None or cell.value is not None):
                    out.append(self._of_figure(cell, truth))
        out += self._from_nowhere()
        out += [Verdict(self.case, WRONG, c.column, c.column, c.name, None, "untold") for c in self.case.costs
                if c.when == "must" and not c.file and not self.file_told and not self._met(c)]
        for finding in self.needless:
            covered = any(v.kind == NEEDLESS and v.why == self._say(finding) for v in out)
            if not covered and self._say(finding) not in seen:
                out.append(Verdict(self.case, NEEDLESS, finding["cell"] or "", finding["column"] or "", None, None, self._say(finding)))
            seen.add(self._say(finding))
        return out

    def _is_here(self, finding):
        return not finding["sheet"] or self.case.format not in BOOKS or finding["sheet"] == self.case.sheet.name

    def _say(self, finding):
        return f"{finding['severity']} {finding['rule']} {finding['cell'] or ''}: {finding['message']}"

    # Where findings lie.

    def _covers(self, finding, cell, column):
        place, rule = self.places.get(cell), finding["rule"]
        if finding["cell"]:
            if finding["cell"] == place:
                return True
            if rule.startswith(ROW_RULES) and place and _row(finding["cell"]) == _row(place):
                return True
            return rule.startswith(COLUMN_RULES) and finding["column"] == column
        return bool(finding["column"]) and finding["column"] == column

    def _explains(self, cost, finding):
        if finding["rule"] not in cost.rules and "*" not in cost.rules:
            return False
        if cost.file:
            return not finding["cell"]
        if cost.whole and ((not finding["cell"] and not finding["column"]) or finding["rule"] in cost.rules):
            return True
        if cost.column and finding["column"] == cost.column:
            return True
        return any(self._covers(finding, cell, truth.column) for cell in cost.cells for truth in cell.truths) or any(
            finding["cell"] and finding["cell"] == self.places.get(cell) for cell in cost.cells)

    def _met(self, cost):
        """A must is met by any finding at its place."""
        if cost.whole and any(f["rule"] in cost.rules for f in self.findings):
            return True
        if any(f["rule"] == "header.missing-column" and f["column"] in cost.but for f in self.findings):
            return True
        if cost.column and any(f["column"] == cost.column for f in self.findings):
            return True
        cells = [cell for cell in cost.cells if cell in self.places]
        if not cells and cost.cells:
            return True  # the cell was not drawn
        return bool(cells) and all(any(self._covers(f, cell, t.column) if (t := cell.truth) else f["cell"] == self.places[cell]
                                       for f in self.findings) for cell in cells)

    # Figures.

    def _of_figure(self, cell, truth):
        verdict = Verdict(self.case, RIGHT, self.places.get(cell, "?"), truth.column, truth.value)
        entries = self._entries(verdict.cell)
        verdict.got = [(e["column"], e["key"], e["value"]) for e in entries]
        covering = [f for f in self.findings if self._covers(f, cell, truth.column)]
        needless = [f for f in covering if f in self.needless]
        if any(cost.when == "must" and cell in cost.cells and self._met(cost) for cost in self.case.costs):
            verdict.kind = REPORTED
        elif needless:
            verdict.kind, verdict.why = NEEDLESS, self._say(needless[0])
        elif not self._is_right(cell, truth, entries):
            self._blame(verdict, covering)
        return verdict

    def _blame(self, verdict, covering):
        whole = any(cost.whole and any(self._explains(cost, f) and not f["cell"] for f in self.findings) for cost in self.case.costs)
        if covering or self.file_told or whole:
            verdict.kind = REPORTED
            return
        refusal = [f for f in self.needless if f["scope"] == "file"] if self.refused else []
        verdict.kind = NEEDLESS if refusal else WRONG
        verdict.why = self._say(refusal[0]) if refusal else ""

    def _entries(self, place):
        """Figures at a place; a computed column stands where it was made of, and is no figure of the sheet."""
        here = [(self.case.sheet.name, place)] if self.case.format in BOOKS else [at for at in self.told.figures if at[1] == place]
        return [e for at in here for e in self.told.figures.get(at, []) if e["column"] not in self.computed]

    def _is_right(self, cell, truth, entries):
        mine = [e for e in entries if fold(e["column"]) == fold(truth.column)]
        if cell.value is None and truth.value is not None and not entries:
            return True  # shown from above: the ledger has no line for it
        if truth.value is None:
            return all(e["value"] is None for e in (mine if len(cell.truths) > 1 else entries))
        if len(mine) != 1 or len(entries) != len(cell.truths):
            return False
        if truth.keys and not any(fold(key) in fold(str(mine[0]["key"])) for key in truth.keys):
            return False
        return is_same(truth, mine[0]["value"])

    def _from_nowhere(self):
        cells = {a1(*place): cell for place, cell in self.case.sheet.cells.items()}
        for (sheet, place), entries in self.told.figures.items():
            cell = cells.get(place) if self.case.format not in BOOKS or sheet == self.case.sheet.name else None
            if cell is not None and (cell.truths or cell.role == "serial" or (self.case.layout == "card" and cell.role == "label")):
                continue
            if all(e["value"] is None or e["column"] in self.computed for e in entries) or (cell is None and self.case.layout == "card"):
                continue
            told = any(f["cell"] == place or (f["scope"] == "row" and f["cell"] and _row(f["cell"]) == _row(place)) for f in self.findings)
            got = [(e["column"], e["key"], e["value"]) for e in entries]
            yield Verdict(self.case, REPORTED if told else WRONG, place, entries[0]["column"], None, got, "from nowhere")


def _row(place):
    return re.sub(r"\D", "", place)


def is_same(truth, got):
    if got is None:
        return False
    if truth.kind in ("integer", "number", "tick"):
        try:
            return Decimal(str(got)) == truth.value
        except InvalidOperation:
            return False
    if truth.kind == "boolean":
        return str(got).lower() in (("true", "1", "是") if truth.value else ("false", "0", "否"))
    return fold(str(got)) == fold(str(truth.value))
