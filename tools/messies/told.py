"""What huizong says about files: the findings of `check --json`, many files a call, and the figures that a night archives."""

import json
import shutil
import sqlite3
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from . import schemas

BATCH = 100
ARCHIVED = {"f": lambda number, text: number, "n": lambda number, text: number or "0", "d": lambda number, text: number,
            "t": lambda number, text: text, "b": lambda number, text: number == "1"}


@dataclass
class Told:
    """One file: its entries' states, findings, and figures by (sheet, cell)."""

    states: list = field(default_factory=list)
    findings: list = field(default_factory=list)
    figures: dict = field(default_factory=dict)  # (sheet, cell) -> [entry, …]: a cell may hold several


def ask(program, pack, paths, folder):
    """By path, as given: relative to `folder`."""
    out = {path: Told() for path in paths}
    for start in range(0, len(paths), BATCH):
        entries = json.loads(_call([program, "check", "--pack", pack, "--json", *paths[start : start + BATCH]], folder))["files"]
        for entry in entries:
            out[entry["file"]].states.append(entry["state"])
            out[entry["file"]].findings += entry["findings"]
    _add_figures(program, pack, paths, folder, out)
    return out


def _call(command, folder):
    done = subprocess.run([str(part) for part in command], cwd=folder, capture_output=True, timeout=600)
    if done.returncode not in (0, 1):
        raise SystemExit(f"messy: huizong ended with {done.returncode}: {done.stderr.decode()[:500]}")
    return done.stdout


def _add_figures(program, pack, paths, folder, out):
    """A workspace a pack, thrown away: its archive holds every figure with its cell."""
    workspace = Path(folder) / f".night-{pack}"
    shutil.rmtree(workspace, ignore_errors=True)
    _call([program, "init", workspace, "--pack", pack], folder)
    for path in paths:
        target = workspace / "inbox" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(Path(folder) / path, target)
    _call([program, "--workspace", workspace, "run", "--now", "2026-01-01T00:00:00+08:00"], folder)
    with sqlite3.connect(workspace / "archive" / "huizong.db") as archive:
        found = archive.execute("SELECT id, file, sheet, form, period FROM submission").fetchall()
        for submission, file, sheet, form, period in found:
            columns = schemas.columns(pack, form, int(period[:4]))
            for key, name, figures in archive.execute("SELECT key, name, figures FROM record WHERE submission = ?", (submission,)):
                for line in figures.splitlines():
                    _add_figure(out[file], sheet, f"{name}|{key}", columns, line)
    shutil.rmtree(workspace)


def _add_figure(told, sheet, key, columns, line):
    index, kind, cell, number, _, text = line.split("\t", 5)
    if kind == "/" or (text == "" and (kind == "-" or number in ("", "0"))):
        return  # no cell of the sheet
    value = ARCHIVED[kind](number, text) if kind in ARCHIVED else None
    told.figures.setdefault((sheet, cell), []).append({"column": columns[int(index)], "key": key, "value": value})
