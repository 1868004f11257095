#!/usr/bin/python3
"""A figure that strays into any empty cell of a return is never passed over in silence.

Of each form's clean sample copies are made, half of them as csv, with one figure planted in an empty cell, anywhere in the sheet or
just outside it, seeded. `check --ledger` must list that cell as a figure or total that it read, or say something about it: a V or M finding at the
cell or in its row, or cell.unclaimed in its column. A column whose header is planted with a word of its own is no part of this.
"""

import argparse
import csv
import json
import random
import re
import sys
from pathlib import Path

import openpyxl

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from workspace import Report, SAMPLES, run, temporary_folder  # noqa: E402

FORMS = SAMPLES / "forms"
FIGURES = (987, 98.7, "987家", "9.87万元")


def write_csv(sheet, target):
    with target.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(["" if cell.value is None else cell.value for cell in row] for row in sheet.iter_rows())


def plant(source, target, rng):
    """Writes a copy with one figure more; the cell and the figure."""
    book = openpyxl.load_workbook(source)
    sheet = book.worksheets[0]
    rows = sheet.iter_rows(1, sheet.max_row + 3, 1, sheet.max_column + 2)
    empty = [cell for row in rows for cell in row if cell.value is None and type(cell).__name__ != "MergedCell"]
    cell = rng.choice(empty)
    cell.value = rng.choice(FIGURES)
    target.parent.mkdir(parents=True)
    if target.suffix == ".csv":
        write_csv(sheet, target)
    else:
        book.save(target)
    return cell.coordinate, cell.value


def parts(cell):
    return re.match(r"([A-Z]+)(\d+)", cell).groups()


def is_told(cell, findings):
    column, row = parts(cell)
    places = [(parts(f["cell"]), f["rule"]) for f in findings if f["cell"] and f["severity"] in "MV"]
    return any(r == row or (c == column and rule == "cell.unclaimed") for (c, r), rule in places)


def check_form(report, program, source, folder, copies, rng):
    pack, form = source.relative_to(FORMS).parts[:2]
    planted = {}
    for index in range(copies):
        target = folder / pack / form / str(index) / Path(*source.relative_to(FORMS).parts[3:])
        target = target.with_suffix(".csv") if index % 2 else target
        planted[str(target)] = plant(source, target, rng)
    files = json.loads(run(program, "check", *planted, "--pack", pack, "--ledger", "--json").stdout)["files"]
    for path, (cell, figure) in planted.items():
        mine = [file for file in files if file["file"] == path]
        uses = [entry for file in mine for entry in file["ledger"] if entry["cell"] == cell]
        if not any(file["ledger"] for file in mine) and path.endswith(".csv"):
            continue  # a card without its merges may be no form
        if not report.equal(len(uses), 1, f"{pack}/{form} {cell}: entries of the ledger"):
            continue
        read = uses[0]["use"] in ("figure", "total")
        told = is_told(cell, [finding for file in mine for finding in file["findings"]])
        report.expect(read or told, f"{pack}/{form} {cell} {figure!r}: {uses[0]['use']} ({uses[0]['reason']}), and nothing is said")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=Path)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--copies", type=int, default=4, help="of each form")
    args = parser.parse_args()
    report, rng = Report("ledger.planted"), random.Random(args.seed)
    with temporary_folder() as folder:
        for source in sorted(FORMS.glob("*/*/clean/**/*.xlsx")):
            check_form(report, args.program.resolve(), source, folder, args.copies, rng)
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
