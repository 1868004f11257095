#!/usr/bin/python3
"""The header of each summary workbook is the printed form's: labels, their places and merges, against tables made by hand.

tests/summaries/reference/<form>.tsv: row and column of a label's first cell, counted from the header's first cell, how many
columns and rows it spans, and its wording; where the source prints a column in two wordings, both, with | between. A unit that the program adds at a label's end, （万元）, is no difference. What stands
right of the printed columns (growth, remarks) is not looked at, nor are rows below the header.
"""

import argparse
import csv
import sys
from pathlib import Path

import openpyxl

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from workspace import Report, copy_sample, now_of, run, temporary_folder  # noqa: E402

FORMS = {"shanxi": "base-summary", "heilongjiang": "key-services", "qinghai": "platform-operation"}


def reference_of(form):
    lines = (HERE / "reference" / f"{form}.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {(int(row["row"]), int(row["column"])): (int(row["columns"]), int(row["rows"]), row["label"]) for row in rows}


def header_of(sheet, first_label, rows, columns):
    """Labels of the header that begins with `first_label`, by place within it, up to the size of the printed one."""
    start = next((row for row in range(1, 12) if sheet.cell(row, 1).value == first_label), None)
    if not start:
        return {}
    spans = {(m.min_row, m.min_col): (m.max_col - m.min_col + 1, m.max_row - m.min_row + 1) for m in sheet.merged_cells.ranges}
    found = {}
    for row in range(rows):
        for column in range(1, columns + 1):
            value = sheet.cell(start + row, column).value
            if isinstance(value, str) and value not in ("", "—") and not value.startswith("="):
                across, down = spans.get((start + row, column), (1, 1))
                found[row + 1, column] = (across, down, value.replace("\n", "").removesuffix("（万元）"))
    return found


def agree(found, wanted):
    """Same span, and a label that the source prints for the column."""
    return bool(found and wanted) and found[:2] == wanted[:2] and found[2] in wanted[2].split("|")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, required=True)
    program = parser.parse_args().program.resolve()
    report = Report("summaries/printed_form")
    with temporary_folder() as folder:
        for pack, form in FORMS.items():
            workspace = copy_sample(pack, folder / pack)
            run(program, "--workspace", workspace, "--quiet", "run", "--now", now_of(pack))
            wanted = reference_of(form)
            rows = max(row + down - 1 for (row, _), (_, down, _) in wanted.items())
            columns = max(column + across - 1 for (_, column), (across, _, _) in wanted.items())
            books = sorted((workspace / "reports").glob(f"*/summary/{form}.xlsx"))
            report.equal(len(books), 2, f"{form}: summaries of the sample")
            for book in books:
                sheet = openpyxl.load_workbook(book).worksheets[0]
                found = header_of(sheet, wanted[1, 1][2], rows, columns)
                name = f"{form} {book.parent.parent.name}"
                report.expect(found, f"{name}: has a header that begins with {wanted[1, 1][2]}")
                for place in sorted(wanted.keys() | found.keys()):
                    report.expect(agree(found.get(place), wanted.get(place)), f"{name}: header row {place[0]}, column {place[1]}: is "
                                  f"{found.get(place)}, should be {wanted.get(place)}")
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
