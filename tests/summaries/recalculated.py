#!/usr/bin/python3
"""Each summary workbook, recalculated by LibreOffice: no formula changes the result that the program stored with it.

So that recalculation is known to happen, a copy with one wrong stored result goes along, and must be seen to change.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from workspace import Report, copy_sample, now_of, run, temporary_folder  # noqa: E402

PACKS = ("shanxi", "heilongjiang", "qinghai")
# 0: recalculate always on loading.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def recalculate(books, folder):
    """Converted copies of workbooks, by the name of the original. One start of LibreOffice, in a profile of its own."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    out = folder / "recalculated"
    subprocess.run(["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
                    "--outdir", out, *books], check=True, capture_output=True, timeout=600, env={**os.environ, "HOME": str(folder)})
    return {book.name: out / book.name for book in books}


def results_of(path, formulas):
    """Stored results of the cells that hold formulas in the original, by sheet and cell."""
    book = openpyxl.load_workbook(path, data_only=True)
    return {(sheet, cell): book[sheet][cell].value for sheet, cell in formulas}


def formulas_of(path):
    book = openpyxl.load_workbook(path)
    return [(sheet.title, cell.coordinate) for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def same(a, b):
    if isinstance(a, (int, float)) and isinstance(b, (int, float)) and not isinstance(a, bool):
        return f"{a:.15g}" == f"{b:.15g}"
    return a == b


def changes(original, recalculated):
    formulas = formulas_of(original)
    before, after = results_of(original, formulas), results_of(recalculated, formulas)
    return len(formulas), [f"{sheet}!{cell}: stored {before[sheet, cell]!r}, recalculated {after[sheet, cell]!r}"
                           for sheet, cell in formulas if not same(before[sheet, cell], after[sheet, cell])]


def plant(original, target):
    """A copy whose first numeric formula result is one more than it should be; the cell."""
    with zipfile.ZipFile(original) as book, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        planted = None
        for name in book.namelist():
            data = book.read(name)
            if name == "xl/worksheets/sheet1.xml":
                found = re.search(rb'(<c r="([A-Z]+[0-9]+)"[^>]*><f>[^<]*</f><v>)(-?[0-9.]+)(</v>)', data)
                planted = found[2].decode()
                data = data[:found.start(3)] + str(float(found[3]) + 1).encode() + data[found.end(3):]
            copy.writestr(name, data)
    return planted


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, required=True)
    program = parser.parse_args().program.resolve()
    report = Report("summaries/recalculated")
    with temporary_folder() as folder:
        books = []
        for pack in PACKS:
            workspace = copy_sample(pack, folder / pack)
            run(program, "--workspace", workspace, "--quiet", "run", "--now", now_of(pack))
            for book in sorted((workspace / "reports").glob("*/summary/*.xlsx")):
                books.append(folder / f"{pack}-{book.parent.parent.name}-{book.name}")
                shutil.copy(book, books[-1])
        if not report.expect(len(books) >= 6, f"two summaries a sample: {[book.name for book in books]}"):
            return report.end()
        wrong = folder / f"planted-{books[-1].name}"
        cell = plant(books[-1], wrong)
        recalculated = recalculate([*books, wrong], folder)
        total = 0
        for book in books:
            count, changed = changes(book, recalculated[book.name])
            total += count
            report.expect(count > 0, f"{book.name} holds formulas")
            report.expect(not changed, f"{book.name}: {len(changed)} of {count} formulas change: " + "; ".join(changed[:5]))
        _, changed = changes(wrong, recalculated[wrong.name])
        report.expect(any(f"!{cell}: " in line for line in changed), f"the wrong result planted in {cell} is not seen: {changed[:3]}")
        print(f"summaries/recalculated: {len(books)} books, {total} formulas")
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
