"""The clean workbooks that edits start from, and what huizong reads in them before any edit."""

import json
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl.utils.cell import coordinate_from_string, column_index_from_string

from declared import serial_columns

from .book import load

ROOT = Path(__file__).resolve().parent.parent.parent
PACKS = ("beijing", "heilongjiang", "jiangsu", "qinghai", "shanxi")


@dataclass
class Figure:
    column: str
    value: object  # a decimal string, an ISO date, a text, true or false; None: missing
    key: str
    raw: str


@dataclass
class Reading:
    """What one run of the program says of one file."""

    state: str = ""  # the worst of its returns
    returns: list = field(default_factory=list)  # (form, period, region, reporter)
    figures: dict = field(default_factory=dict)  # (sheet, row, column) to a list of Figure
    totals: dict = field(default_factory=dict)
    labels: dict = field(default_factory=dict)  # to the reason
    findings: list = field(default_factory=list)
    failure: str = ""


@dataclass
class Source:
    pack: str
    path: Path  # below its root, with the folders that name place and period
    sheets: list
    before: Reading


def to_place(sheet, reference):
    letters, row = coordinate_from_string(reference)
    return sheet, row, column_index_from_string(letters)


def read(program, folder, path, pack):
    call = [str(program), "check", str(path), "--pack", pack, "--ledger", "--json", "--lang", "zh"]
    done = subprocess.run(call, cwd=folder, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        return Reading(failure=f"exit {done.returncode}: {done.stderr.strip()[:300]}")
    reading = Reading()
    order = ["accepted", "pending", "returned", "unrecognised", "refused"]
    for entry in json.loads(done.stdout)["files"]:
        reading.state = max(reading.state, entry["state"], key=lambda s: order.index(s) if s else -1)
        if entry["form"]:
            reading.returns.append((entry["form"], entry["period"], entry["region"], entry["reporter"]))
        reading.findings += entry["findings"]
        take_ledger(entry.get("ledger", []), reading, serial_columns(pack))
    return reading


def take_ledger(ledger, reading, serial):
    for line in ledger:
        at = to_place(line["sheet"], line["cell"])
        if line["use"] == "label":
            reading.labels[at] = line["reason"]
        if line["use"] not in ("figure", "total"):
            continue
        into = reading.figures if line["use"] == "figure" else reading.totals
        for one in [line, *line.get("more", [])]:
            if one["column"] in serial:
                continue
            into.setdefault(at, []).append(Figure(one["column"], one["value"], line["key"], line["raw"]))


def find_files():
    """(pack, root, path below it) of every workbook that may be clean."""
    for pack in PACKS:
        for form in sorted((ROOT / "samples/forms" / pack).iterdir()):
            for path in sorted((form / "clean").rglob("*.xlsx")):
                yield pack, form / "clean", path.relative_to(form / "clean")
        inbox = ROOT / "samples" / pack / "inbox"
        for path in sorted(inbox.rglob("*.xlsx")) if inbox.is_dir() else []:
            if not re.match(r"[~.]", path.name):
                yield pack, inbox, path.relative_to(inbox)


def load_sources(program, names):
    sources = []
    for pack, root, path in names:
        try:
            sheets = load(root / path)
        except Exception:  # a planted fault: not a workbook
            continue
        before = read(program, root, path, pack)
        clean = not before.failure and before.figures and not any(f["severity"] == "M" for f in before.findings)
        if clean and len({s.name for s in sheets}) == len(sheets):
            sources.append(Source(pack, path, sheets, before))
    return sources
