"""Runs a program and says how long it took and how much memory it held at its peak."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

# Linux counts what a process held before exec in its peak. So the program is forked from an interpreter that holds next to
# nothing, not from this one.
CHILD = """
import os, sys, time
report, out = sys.argv[1], sys.argv[2]
start = time.monotonic()
pid = os.fork()
if pid == 0:
    fd = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    os.dup2(fd, 1)
    os.dup2(fd, 2)
    try:
        os.execvp(sys.argv[3], sys.argv[3:])
    except OSError as error:
        os.write(2, str(error).encode())
        os._exit(127)
_, status, usage = os.wait4(pid, 0)
wall = time.monotonic() - start
with open(report, "w") as file:
    file.write('{"seconds": %r, "cpu_seconds": %r, "peak_kib": %d, "status": %d}' % (
        wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, os.waitstatus_to_exitcode(status)))
"""


class BenchError(Exception):
    """The measurement would not mean what it says."""


@dataclass
class Cost:
    """What one run took. *Units*: as named; peak is the resident set."""
    seconds: float
    cpu_seconds: float
    peak_kib: int
    status: int
    output: str


def measure(command, folder, env=None):
    """Runs `command` once; its output goes through files in `folder`. *Errors*: BenchError where it cannot be started."""
    report, out = Path(folder) / "cost.json", Path(folder) / "output.txt"
    os.sync()  # what was written before is not to be paid for now
    subprocess.run([sys.executable, "-I", "-S", "-c", CHILD, str(report), str(out), *map(str, command)],
                   env={**os.environ, **(env or {})}, check=True)
    cost = Cost(**json.loads(report.read_text()), output=out.read_text(encoding="utf-8", errors="replace"))
    if cost.status == 127:
        raise BenchError(f"cannot start {command[0]}: {cost.output.strip()}")
    return cost
