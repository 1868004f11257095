#!/usr/bin/python3
"""Makes rosters and ledgers of many rows, to see that long lists are read without holding them: an inbox of one return a form.

Forms: beijing tenant-roster, activity-ledger, service-ledger, satisfaction-survey; shanxi tenant-list; qinghai served-firms;
jiangsu activity-list. The rows are those of the clean samples again and again, numbered, so that no key stands twice.
"""

import argparse
import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from samples import lists
from samples.credit_codes import credit_code

NUMBERED = {"tenant-roster": 1, "activity-ledger": 1, "service-ledger": 1, "satisfaction-survey": 1, "tenant-list": 0,
            "served-firms": 1, "activity-list": 3}
CODES = {"tenant-list": 1}  # a code of its own for each: a column is a key


def rows_of(one, count):
    """`count` rows out of the sample's; the ordinal counts on, the name carries the number."""
    ordinal = one.header[0] == "序号"
    for index in range(count):
        row = list(one.rows[index % len(one.rows)])
        if ordinal:
            row[0] = index + 1
        row[NUMBERED[one.form]] = f"{row[NUMBERED[one.form]]}{index + 1}"
        if one.form in CODES:
            row[CODES[one.form]] = credit_code(f"91140{index:09d}MA")
        yield row


def write(one, count, target):
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Sheet1")
    for line in one.head:
        sheet.append([line])
    paths = [label.split("|") for label in one.header]
    if max(map(len, paths)) > 1:
        sheet.append([path[0] for path in paths])
        sheet.append([path[1] if len(path) > 1 else None for path in paths])
    else:
        sheet.append([path[0] for path in paths])
    for row in rows_of(one, count):
        sheet.append([to_cell(sheet, value) for value in row])
    target.parent.mkdir(parents=True, exist_ok=True)
    book.save(target)


def to_cell(sheet, value):
    if not isinstance(value, datetime.date):
        return value
    cell = WriteOnlyCell(sheet, value)
    cell.number_format = "yyyy/m/d"
    return cell


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=20000)
    parser.add_argument("--pack", choices=["beijing", "shanxi", "qinghai", "jiangsu"], help="all where none is named")
    parser.add_argument("--out", type=Path, required=True, help="gets a folder a pack")
    args = parser.parse_args()
    for one in lists.returns():
        if one.form in NUMBERED and args.pack in (None, one.pack):
            target = args.out / one.pack / one.path
            write(one, args.rows, target)
            print(target)


if __name__ == "__main__":
    main()
