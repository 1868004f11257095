#!/usr/bin/python3
"""`check --ledger`: every non-empty cell of a recognised sheet is listed once, and no figure is passed over in silence.

Over all files of samples/forms, and the first sheets of its clean lists and bands also as csv, html and xls:
- the ledger holds exactly the cells that `cells` prints for the sheets of the file's returns, each once, in its order;
- each entry has a known use; a figure has a column; what has no value has a reason;
- `raw` is the text that `cells` prints, for texts;
- a cell that looks like a figure and is ignored is a finding: cell.unclaimed at its cell, in its row or in its column, or
  header.unknown-column, header.ambiguous or row.ignored about its column or row — or its reason says what it is.
"""

import argparse
import csv
import html
import json
import re
import sys
from pathlib import Path

import openpyxl
import xlwt

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from workspace import Report, SAMPLES, run, temporary_folder  # noqa: E402

USES = {"figure", "total", "label", "ignored"}
# What a figure may be without anybody being alarmed.
UNDERSTOOD = {"numbering-row", "repeated-header", "note", "signature", "date", "serial", "empty-line", "unknown-column",
              "ambiguous-column", "filler", "of-which", "comparison", "page-line"}
LISTS = {"tenant-list", "base-situation", "key-services", "platform-operation", "tenant-roster", "activity-list"}
FIGURE = re.compile(r"^[+-]?[\d,]*\.?\d+(e[+-]?\d+)?\s*(%|万|亿|元|万元|亿元|家|户|人|个|项|次|件|场|平方米|㎡|亩)*$", re.I)


def cells_of(program, path):
    """(sheet, ref) -> (type, value), in the order of `cells`."""
    result = run(program, "cells", path)
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    return {(line["sheet"], line["ref"]): (line["type"], line["value"]) for line in lines}


def column_of(cell):
    return re.match(r"[A-Z]+", cell).group()


def check_entry(report, name, entry, seen):
    at = f"{name} {entry['sheet']}!{entry['cell']}"
    report.expect(entry["use"] in USES, f"{at}: use {entry['use']!r}")
    if entry["use"] == "figure":
        report.expect(entry["column"], f"{at}: a figure without a column")
    if entry["use"] in ("figure", "total"):
        report.expect(entry["value"] is not None or entry["reason"], f"{at}: neither value nor reason")
    else:
        report.expect(entry["value"] is None and entry["reason"], f"{at}: {entry['use']} with value {entry['value']!r}, reason {entry['reason']!r}")
    kind, value = seen.get((entry["sheet"], entry["cell"]), (None, None))
    if kind == "s":
        report.equal(entry["raw"], value, f"{at}: raw")


def check_silence(report, name, file, entries):
    """No ignored figure without a finding, or a reason that says what it is."""
    places = [f["cell"] for f in file["findings"] if f["cell"]]
    rows = {re.sub(r"[A-Z]+", "", cell) for cell in places}
    columns = {column_of(f["cell"]) for f in file["findings"] if f["cell"] and f["rule"] == "cell.unclaimed"}
    for entry in entries:
        if entry["use"] != "ignored" or entry["reason"] in UNDERSTOOD or not FIGURE.match(entry["raw"].strip()):
            continue
        if entry["reason"] == "total-row":
            continue  # how many records there are
        told = re.sub(r"[A-Z]+", "", entry["cell"]) in rows or column_of(entry["cell"]) in columns
        report.expect(told, f"{name} {entry['cell']} {entry['raw']!r} ({entry['reason']}) is nobody's, and nothing is said")


def check_file(report, program, path, pack, name):
    result = run(program, "check", path, "--pack", pack, "--ledger", "--json")
    files = json.loads(result.stdout)["files"]
    entries = [entry for file in files for entry in file["ledger"]]
    seen = cells_of(program, path)
    sheets = {entry["sheet"] for entry in entries}
    listed = [(entry["sheet"], entry["cell"]) for entry in entries]
    report.equal(len(listed), len(set(listed)), f"{name}: cells listed and cells listed once")
    wanted = [place for place in seen if place[0] in sheets]
    report.equal(sorted(listed), sorted(wanted), f"{name}: cells of the ledger")
    for file in files:
        mine = [place for place in wanted if place in {(e["sheet"], e["cell"]) for e in file["ledger"]}]
        report.equal([(e["sheet"], e["cell"]) for e in file["ledger"]], mine, f"{name}: order")
        check_silence(report, name, file, file["ledger"])
    for entry in entries:
        check_entry(report, name, entry, seen)
    return len(entries), {file["form"] for file in files if file["ledger"]}


def rows_of(path):
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def write_csv(rows, target):
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(["" if value is None else value for value in row] for row in rows)


def write_html(rows, target):
    lines = "".join("<tr>" + "".join(f"<td>{'' if v is None else html.escape(str(v))}</td>" for v in row) + "</tr>\n" for row in rows)
    target.write_text(f'<html><meta charset="utf-8"><table>\n{lines}</table></html>', encoding="utf-8")


def write_xls(rows, target):
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet1")
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if value is not None:
                sheet.write(r, c, value if isinstance(value, (int, float, str)) else str(value))
    book.save(str(target))


FORMATS = {"csv": write_csv, "html": write_html, "xls": write_xls}


def check_formats(report, program, folder):
    """The same return in other formats, without merges."""
    for source in sorted((SAMPLES / "forms").glob("*/*/clean/**/*.xlsx")):
        pack, form = source.relative_to(SAMPLES / "forms").parts[:2]
        rows = rows_of(source)
        for extension, write in FORMATS.items():
            target = (folder / pack / form / Path(*source.relative_to(SAMPLES / "forms").parts[3:])).with_suffix("." + extension)
            target.parent.mkdir(parents=True, exist_ok=True)
            write(rows, target)
            count, forms = check_file(report, program, target, pack, f"{pack}/{form}.{extension}")
            # A card needs its merges; a list and bands do not.
            if form in LISTS:
                report.equal(forms, {form}, f"{pack}/{form}.{extension}: forms")
                report.expect(count, f"{pack}/{form}.{extension}: an empty ledger")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=Path)
    args = parser.parse_args()
    program = args.program.resolve()
    report = Report("ledger")
    cells, forms = 0, set()
    files = sorted(path for path in (SAMPLES / "forms").rglob("*") if path.is_file())
    for path in files:
        pack = path.relative_to(SAMPLES / "forms").parts[0]
        count, found = check_file(report, program, path, pack, path.relative_to(SAMPLES).as_posix())
        cells += count
        forms |= {f"{pack}/{form}" for form in found}
        report.expect(count, f"{path.name}: an empty ledger")
    wanted = {"/".join(path.relative_to(SAMPLES / "forms").parts[:2]) for path in files}
    report.equal(sorted(forms), sorted(wanted), "forms")
    with temporary_folder() as folder:
        check_formats(report, program, folder)
    print(f"{len(files)} files, {cells} cells")
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
