#!/usr/bin/python3
"""The same return in every format that offices save gives the same figures and the same findings.

    tests/samples/formats.py --program HUIZONG

Two returns of the sample province, one clean and one with faults, are saved by LibreOffice as xlsx, xls, ods, fods, csv and
html, by openpyxl as xlsx, and as XML Spreadsheet 2003 by a writer of the test's own (LibreOffice's wants more than its Calc); `check --json` and `cells` of each copy are held against those of the original. What a
format cannot hold is left out of the comparison: csv and html have one sheet, whose name is the file's.
"""

import argparse
import datetime
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import openpyxl

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLES = [
    ("shanxi", "2024/大同市/广灵县2024年双创基地基本情况表.xlsx"),
    ("shanxi", "2024/阳泉市/平定县双创基地基本情况表.xlsx"),
    ("heilongjiang", None),
]
FILTERS = {
    "xlsx": "xlsx:Calc MS Excel 2007 XML",
    "xls": "xls:MS Excel 97",
    "ods": "ods",
    "fods": "fods",
    "html": "html:HTML (StarCalc)",
    "csv": "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false",
}
LINE_BREAK = {"\n": "&#10;"}
# The sheet's name is lost, and with it the place of a finding in the book, not in the sheet.
NAMELESS = {"csv", "html"}


def find_sample(pack, name):
    inbox = ROOT / "samples" / pack / "inbox"
    return inbox / name if name else next(p for p in sorted(inbox.rglob("*.xlsx")) if not p.name.startswith("~"))


def save_all(originals, kind, folder, profile):
    """One run of LibreOffice for all originals: its start costs more than its work."""
    target = folder / kind
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", FILTERS[kind], "--outdir", str(target), *map(str, originals)],
        check=True, capture_output=True, timeout=300)
    made = [target / f"{original.stem}.{kind}" for original in originals]
    if not all(path.is_file() for path in made):
        raise SystemExit(f"formats: LibreOffice did not save everything as {kind}")
    return made


def save_by_openpyxl(original, folder):
    target = folder / "openpyxl"
    target.mkdir()
    path = target / original.name
    openpyxl.load_workbook(original, data_only=True).save(path)
    return path


def to_data(value):
    """The type and the text of a <Data> element."""
    if isinstance(value, bool):
        return "Boolean", str(int(value))
    if isinstance(value, (int, float)):
        return "Number", repr(value)
    if isinstance(value, datetime.datetime):
        return "DateTime", value.isoformat()
    return "String", str(value)


def save_by_hand(original, folder):
    """XML Spreadsheet 2003, as Excel writes it: ss:Index where cells are left out, spans for merges."""
    lines = ['<?xml version="1.0"?>', '<?mso-application progid="Excel.Sheet"?>',
             '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">']
    for sheet in openpyxl.load_workbook(original, data_only=True):
        lines.append(f"<Worksheet ss:Name={quoteattr(sheet.title)}><Table>")
        spans = {merge.coord.split(":")[0]: merge for merge in sheet.merged_cells.ranges}
        for row in sheet.iter_rows():
            hidden = ' ss:Hidden="1"' if sheet.row_dimensions[row[0].row].hidden else ""
            lines.append(f'<Row ss:Index="{row[0].row}"{hidden}>')
            for cell in row:
                merge = spans.get(cell.coordinate)
                if cell.value is None and merge is None:
                    continue
                span = "" if merge is None else f' ss:MergeAcross="{merge.max_col - merge.min_col}" ss:MergeDown="{merge.max_row - merge.min_row}"'
                kind, text = to_data(cell.value)
                data = "" if cell.value is None else f'<Data ss:Type="{kind}">{escape(text, LINE_BREAK)}</Data>'
                lines.append(f'<Cell ss:Index="{cell.column}"{span}>{data}</Cell>')
            lines.append("</Row>")
        lines.append("</Table></Worksheet>")
    target = folder / "xml"
    target.mkdir()
    path = target / (original.stem + ".xml")
    path.write_text("\n".join(lines + ["</Workbook>"]), encoding="utf-8")
    return path


def check(program, pack, path, place):
    """The return and its findings, as far as they do not name the file."""
    # Reporter and period may stand in the folders and the name: each copy lies where the original lay.
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(path, place)
    done = subprocess.run([program, "check", str(place.name), "--pack", pack, "--json"], cwd=place.parent, capture_output=True, text=True, timeout=60)
    if done.returncode not in (0, 1):
        raise SystemExit(f"formats: check of {path.name} gave {done.returncode}: {done.stderr[-300:]}")
    returns = []
    for entry in json.loads(done.stdout)["files"]:
        findings = sorted((f["rule"], f["severity"], f["cell"] or "", f["column"] or "", f["key"] or "") for f in entry["findings"])
        returns.append((entry["form"], entry["period"], entry["region"], entry["reporter"], entry["state"], findings))
    return returns


def figures(program, path):
    """Cells by place; a number as the double it is, wherever a format keeps types."""
    done = subprocess.run([program, "cells", str(path)], capture_output=True, text=True, timeout=60)
    cells = {}
    for line in done.stdout.splitlines():
        cell = json.loads(line)
        value = cell["value"]
        try:
            value = float(value)
        except (TypeError, ValueError):
            value = str(value).replace("\xa0", " ").strip()
        cells[(cell["sheet"], cell["ref"])] = value
    return cells


def first_sheet(cells):
    sheets = list(dict.fromkeys(sheet for sheet, _ in cells))
    return {ref: value for (sheet, ref), value in cells.items() if sheets and sheet == sheets[0]}


def compare(program, pack, original, copies, folder):
    faults = []
    expected = check(program, pack, original, folder / "as" / "xlsx" / original.name)
    expected_cells = first_sheet(figures(program, original))
    if len(expected) != 1 or len(expected_cells) < 20:
        faults.append(f"{original.name} itself is no return: {expected}")
    for kind, path in copies:
        found = check(program, pack, path, folder / "as" / kind / (original.stem + path.suffix))
        if found != expected:
            faults.append(f"{original.name} as {kind}: check gives {found}, should be {expected}")
        cells = first_sheet(figures(program, path))
        if kind not in NAMELESS and cells != expected_cells:
            refs = [ref for ref in sorted(expected_cells.keys() | cells.keys()) if cells.get(ref) != expected_cells.get(ref)]
            told = ", ".join(f"{ref}: {cells.get(ref)!r}, should be {expected_cells.get(ref)!r}" for ref in refs[:5])
            faults.append(f"{original.name} as {kind}: {len(refs)} cells differ: {told}")
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, required=True)
    program = str(parser.parse_args().program.resolve())
    checks, faults = 0, []
    with tempfile.TemporaryDirectory(prefix="huizong-formats-") as name:
        originals = [find_sample(pack, sample) for pack, sample in SAMPLES]
        saved = {kind: save_all(originals, kind, Path(name) / "office", Path(name) / "profile") for kind in FILTERS}
        for number, (pack, _) in enumerate(SAMPLES):
            folder = Path(name) / str(number)
            folder.mkdir()
            copies = [("openpyxl", save_by_openpyxl(originals[number], folder)), ("xml", save_by_hand(originals[number], folder))]
            copies += [(kind, paths[number]) for kind, paths in saved.items()]
            checks += len(copies)
            faults += compare(program, pack, originals[number], copies, folder)
    for fault in faults:
        print("FAILED", fault)
    print(f"formats: {checks} copies, {len(faults)} faults")
    return 1 if faults or checks == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
