"""Cases on disk: the truth of each as one line of JSON, so that it stays what it is when the generator changes."""

import json
from decimal import Decimal

import declared
from samples.book import a1

from .cards import to_place
from .model import Case, Cell, Cost, Sheet, Truth


def to_json(case, file):
    """The line of a case. Only cells that a judge asks for are in it."""
    places = {cell: a1(*place) for place, cell in case.sheet.cells.items()}
    cells = {place: _cell(cell) for cell, place in places.items() if cell.truths or cell.role == "serial" or _claimed(case, cell)}
    costs = [{"name": c.name, "rules": sorted(c.rules), "when": c.when, "cells": sorted(places[cell] for cell in c.cells if cell in places),
              "column": c.column, "whole": c.whole, "file": c.file} for c in case.costs]
    labels = sorted(place for cell, place in places.items() if case.layout == "card" and cell.role == "label" and place not in cells)
    return json.dumps({"file": file, "seed": case.seed, "pack": case.pack, "form": case.form, "layout": case.layout, "format": case.format,
                       "sheet": case.sheet.name, "applied": case.applied, "costs": costs, "cells": cells, "labels": labels}, ensure_ascii=False, separators=(",", ":"))


def from_json(line):
    """A case that can be judged, and its file."""
    data = json.loads(line)
    case = Case(data["seed"], data["pack"], data["form"], data["layout"], data["file"], data["format"],
                schema=declared.load(data["pack"], data["form"]), applied=data["applied"])
    case.sheet = Sheet(data["sheet"])
    for place in data["labels"]:
        case.sheet.cells[to_place(place)] = Cell("", "label")
    for place, cell in data["cells"].items():
        truths = [Truth(column, kind, _value(kind, value), tuple(keys)) for column, kind, value, keys in cell.get("truths", [])]
        case.sheet.cells[to_place(place)] = Cell(None if cell.get("empty") else "", cell["role"], truths)
    for cost in data["costs"]:
        cells = [case.sheet.cells[to_place(place)] for place in cost["cells"]]
        case.costs.append(Cost(cost["name"], frozenset(cost["rules"]), cost["when"], cells, cost["column"], cost["whole"], cost["file"]))
    return case, data["file"]


def _claimed(case, cell):
    return any(cell in cost.cells for cost in case.costs)


def _cell(cell):
    out = {"role": cell.role}
    if cell.truths:
        out["truths"] = [[t.column, t.kind, t.value if t.value is None or isinstance(t.value, bool) else str(t.value), list(t.keys)] for t in cell.truths]
    if cell.value is None:
        out["empty"] = True
    return out


def _value(kind, value):
    return Decimal(value) if kind in ("integer", "number", "tick") and value is not None else value
