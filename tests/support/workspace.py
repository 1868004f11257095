"""Workspaces for the end-to-end tests: copies of samples with their times, runs of the program, its JSON."""

import contextlib
import datetime
import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
MEMORY_TIMES = 3 if os.environ.get("HUIZONG_SANITIZED") else 1  # a bound of memory, times this: sanitizers keep what is freed
NOW = "2024-09-01T02:00:00+08:00"  # where a test does not care what time it is


def now_of(pack):
    """The time at which the sample of a pack is meant to be run."""
    return (SAMPLES / pack / "now").read_text(encoding="utf-8").strip()


def set_times(inbox, table):
    """Gives the files of an inbox the times of mtimes.tsv."""
    for line in table.read_text(encoding="utf-8").splitlines():
        name, time = line.split("\t")
        seconds = int(datetime.datetime.fromisoformat(time).timestamp())
        os.utime(inbox / name, (seconds, seconds))


def settle_at_once(workspace):
    """Two looks without a pause between them: the tests write no file while the program runs, unless they say so."""
    set_settle(workspace, 0)


def set_settle(workspace, seconds):
    config = workspace / "huizong.yaml"
    text = config.read_text(encoding="utf-8")
    if re.search(r"^  settle:", text, re.M):
        text = re.sub(r"^  settle:.*$", f"  settle: {seconds}", text, flags=re.M)
    else:
        text += f"\nintake:\n  settle: {seconds}\n"
    config.write_text(text, encoding="utf-8")


def copy_sample(pack, target):
    """A copy of samples/<pack> as `target`, with its times and without a pause between the looks."""
    shutil.copytree(SAMPLES / pack, target)
    set_times(target / "inbox", target / "mtimes.tsv")
    settle_at_once(target)
    return target


def make_workspace(target, pack="shanxi", lang="zh"):
    """An empty workspace. Written here rather than by `init`, so that a fault of `init` fails only the tests of `init`."""
    provinces = {"shanxi": "140000", "heilongjiang": "230000", "qinghai": "630000", "beijing": "110000",
                 "jiangsu": "320000"}
    (target / "inbox").mkdir(parents=True)
    (target / "huizong.yaml").write_text(
        f'pack: {pack}\nprovince: "{provinces[pack]}"\nlanguage: {lang}\nzone: "+08:00"\nintake:\n  settle: 0\n',
        encoding="utf-8")
    return target


@contextlib.contextmanager
def temporary_folder():
    with tempfile.TemporaryDirectory(prefix="huizong-test-") as folder:
        yield Path(folder).resolve()


def environment(**changes):
    """The environment of a test: one language, no colours, no data but the program's own."""
    env = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "HUIZONG_")) and key != "NO_COLOR"}
    env.update(LANG="C.UTF-8", TERM="dumb", USER="tester", **changes)
    return env


def run(program, *arguments, cwd=None, env=None, timeout=300):
    """Runs the program; the result has returncode, stdout and stderr as text."""
    return subprocess.run([str(program), *map(str, arguments)], cwd=cwd, env=env or environment(), timeout=timeout,
                          capture_output=True, text=True, encoding="utf-8", errors="replace", stdin=subprocess.DEVNULL)


def load(path):
    return json.loads(Path(path).read_text(encoding="utf-8"))


def findings_of(workspace):
    """All findings of the reports of all periods, then those that stand in inbox.json."""
    found = []
    for path in sorted((workspace / "reports").glob("*/findings.json")):
        found += load(path)["findings"]
    for file in load(workspace / "reports" / "inbox.json")["files"]:
        found += file["findings"]
    return found


def tree_of(folder):
    """Every file below a folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def dump_of(database):
    """A database as sorted text."""
    import sqlite3
    with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        return sorted(connection.iterdump())


def state_of(workspace):
    """What two equal nights must agree on: reports, annotated returns, originals, and the database as sorted text."""
    state = {}
    for part in ("reports", "returned", "archive/files"):
        folder = workspace / part
        for name, data in (tree_of(folder) if folder.exists() else {}).items():
            state[f"{part}/{name}"] = data
    database = workspace / "archive" / "huizong.db"
    state["archive/huizong.db"] = dump_of(database) if database.exists() else []
    return state


def differences(before, after):
    """Names of what differs between two states, each with what happened to it."""
    lines = []
    for name in sorted(before.keys() | after.keys()):
        if name not in after:
            lines.append(f"gone: {name}")
        elif name not in before:
            lines.append(f"new: {name}")
        elif before[name] != after[name]:
            lines.append(f"changed: {name}{first_change(before[name], after[name])}")
    return lines


def first_change(a, b):
    if isinstance(a, list):
        only_a, only_b = sorted(set(a) - set(b))[:2], sorted(set(b) - set(a))[:2]
        return "".join(f"\n    - {line[:200]}" for line in only_a) + "".join(f"\n    + {line[:200]}" for line in only_b)
    at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    return f" at byte {at}: {a[max(0, at - 30):at + 30]!r} / {b[max(0, at - 30):at + 30]!r}"


class Report:
    """Collects what differs; `end` prints it and gives the exit status."""

    def __init__(self, name):
        self.name = name
        self.faults = []
        self.checks = 0

    def expect(self, holds, what):
        self.checks += 1
        if not holds:
            self.faults.append(what)
            print(f"FAILED {self.name}: {what}", flush=True)
        return holds

    def equal(self, got, wanted, what):
        return self.expect(got == wanted, f"{what}: is {got!r}, should be {wanted!r}")

    def end(self):
        print(f"{self.name}: {self.checks} checks, {len(self.faults)} failed")
        return 1 if self.faults or not self.checks else 0
