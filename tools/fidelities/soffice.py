"""LibreOffice as a reader: many files in one run, one csv a sheet, raw values instead of shown ones."""

import csv
import os
import re
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from .peers.csv_cells import column_name

BATCH = 25
# Tokens: comma, double quote, UTF-8, from line 1, no column formats, language of the system, all text quoted, special numbers,
# not as shown, no formulas, spaces kept, every sheet into a file of its own.
FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1"
WRITTEN = re.compile(r"^Writing sheet .* -> (.*)$", re.M)
IMPORTS = {"html": ["--infilter=HTML (StarCalc)"]}  # else a page opens as a text document
BATCH_SECONDS = 180
SUFFIXES = {"ods": ".ods", "fods": ".fods", "xml": ".xml", "html": ".html"}


def run_soffice(folder, names, kind, seconds):
    """Paths of the csv files that were written, in the order of the sheets. A run that takes longer is killed with all it started."""
    command = ["nice", "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", *IMPORTS.get(kind, []),
               "--convert-to", FILTER, "--outdir", f"{folder}/out", *names]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8",
                               errors="replace", start_new_session=True, env={**os.environ, "TZ": "UTC", "LC_ALL": "C.UTF-8"})
    try:
        return WRITTEN.findall(process.communicate(timeout=seconds)[0])
    except subprocess.TimeoutExpired as late:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return WRITTEN.findall((late.stdout or b"").decode("utf-8", "replace"))[:-1]


def read_csv(path):
    with open(path, encoding="utf-8", errors="replace", newline="") as file:
        return [(f"{column_name(column)}{row + 1}", "t", text) for row, fields in enumerate(csv.reader(file))
                for column, text in enumerate(fields) if text]


def read_batch(requests, seconds):
    """Books or errors of `requests`, (path, kind) each and all of one kind, in their order."""
    csv.field_size_limit(1 << 30)
    with tempfile.TemporaryDirectory(prefix="fidelity-") as folder:
        names = [f"{index}{SUFFIXES[kind]}" for index, (_, kind) in enumerate(requests)]
        for name, (path, _) in zip(names, requests):
            shutil.copyfile(path, Path(folder, name))
        written = run_soffice(folder, names, requests[0][1], seconds)
        answers = []
        for name in names:
            stem = f"{folder}/out/{Path(name).stem}-"
            sheets = [{"name": file[len(stem):-len(".csv")], "cells": read_csv(file)}
                      for file in written if file.startswith(stem) and os.path.exists(file)]
            answers.append({"sheets": sheets} if sheets else {"error": "LibreOffice wrote nothing"})
    return answers


def read_all(requests, seconds):
    """As read_batch, in batches of one kind; a file that came to nothing in company is tried again alone, for `seconds`."""
    for kind in SUFFIXES:
        some = [request for request in requests if request[1] == kind]
        for start in range(0, len(some), BATCH):
            part = some[start:start + BATCH]
            for request, answer in zip(part, read_batch(part, BATCH_SECONDS)):
                if "error" in answer and len(part) > 1:
                    answer = read_batch([request], seconds)[0]
                yield request, answer
