"""One file: run the program on it, and compare what it prints with what the readers see."""

import json
import os
from dataclasses import asdict
from multiprocessing import Pool

from . import truth
from .alike import Terms
from .compare import Sheet, compare, to_sheets
from .kinds import counts_from_1904
from .launch import Launcher
from .pages import lay_out, on_one_sheet
from .readers import READERS

SECONDS = 10
PEAK_KIB = 1 << 20


class Worker:
    """What one process of the pool holds on to."""
    launcher = None
    program = None
    cache = None


def start_worker(program, cache):
    Worker.launcher, Worker.program, Worker.cache = Launcher(), program, cache


def read_output(path):
    """Our sheets. *Errors*: ValueError where a line is no JSON or a cell comes twice."""
    sheets = {}
    with open(path, encoding="utf-8", errors="surrogatepass") as lines:
        for line in lines:
            cell = json.loads(line)
            cells = sheets.setdefault(cell["sheet"], {})
            if cell["ref"] in cells:
                raise ValueError(f"{cell['sheet']}!{cell['ref']} comes twice")
            cells[cell["ref"]] = (cell["type"], cell["value"])
    return [Sheet(name, cells) for name, cells in sheets.items()]


def to_answer(sheets):
    return {"sheets": [{"name": sheet.name, "cells": [(ref, *cell) for ref, cell in sheet.cells.items()]} for sheet in sheets]}


def run_program(path):
    """A run that came too late is tried once more: the machine may have been busy."""
    run = Worker.launcher.run([Worker.program, "--lang", "en", "cells", path], SECONDS)
    return Worker.launcher.run([Worker.program, "--lang", "en", "cells", path], SECONDS) if run.late else run


def state_of(run):
    if run.late:
        return "hung"
    if run.crashed:
        return "crashed"
    return "read" if run.status == 0 else "refused"


def reason_of(run):
    """The first line that the program says, without its own name."""
    line = next(iter(run.errors.strip().splitlines()), "")
    return line.split(": ", 1)[-1] if line.startswith("huizong: ") else line


def judge_cells(result, run, file):
    """Adds the comparison where the readers opened the file; a refused file has lost every cell of the truth."""
    books = [truth.load(Worker.cache, reader, file) for reader in READERS[file.kind]]
    result["reader_errors"] = [book["error"] for book in books if "error" in book]
    if result["reader_errors"]:
        return
    if file.kind == "html":
        books = [on_one_sheet(books[0]), lay_out(*books)]
    try:
        ours = read_output(run.output) if result["state"] == "read" else []
        if file.kind == "html":
            ours = to_sheets(on_one_sheet(to_answer(ours)))
    except ValueError as error:
        result["state"], result["reason"], ours = "crashed", f"output: {error}", []
    try:
        tally = compare(ours, books, Terms(file.kind, counts_from_1904(file.path, file.kind)))
    except Exception as error:  # a cell of a form that nobody foresaw must not end a long run
        result["reader_errors"] = [f"the comparison failed: {type(error).__name__}: {error}"]
        return
    result["tally"] = asdict(tally)
    result["equal"] = tally.equal and result["state"] == "read"


def judge(file):
    """What became of one file, as a plain dict that --json writes."""
    run = run_program(file.path)
    result = {"collection": file.collection, "file": file.name, "kind": file.kind, "sha256": file.sha256,
              "size_bytes": file.size_bytes, "state": state_of(run), "status": run.status, "reason": reason_of(run),
              "seconds": round(run.seconds, 3), "peak_kib": run.peak_kib, "over_memory": run.peak_kib > PEAK_KIB}
    if file.kind in READERS:
        judge_cells(result, run, file)
    return result


def judge_all(files, program, cache, jobs):
    """Results in the order of `files`. The same content under the same extension is run once; the biggest first, so that no long
    one comes last."""
    groups = {}
    for index, file in enumerate(files):
        groups.setdefault((file.sha256, file.path.suffix), []).append(index)
    order = sorted(groups.values(), key=lambda group: -files[group[0]].size_bytes)
    results = [None] * len(files)
    with Pool(jobs, start_worker, (os.fspath(program), cache)) as pool:
        for group, result in zip(order, pool.imap(judge, [files[group[0]] for group in order], chunksize=4)):
            for index in group:
                results[index] = {**result, "collection": files[index].collection, "file": files[index].name}
    return results
