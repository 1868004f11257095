"""Runs a program under limits and says what became of it: status, time, peak of memory."""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

# Linux counts what a process held before exec in its peak. So programs are forked from an interpreter that holds next to
# nothing, not from the one that holds the cells of the readers.
CHILD = """
import json, os, resource, select, signal, sys, time
for line in sys.stdin:
    task = json.loads(line)
    start = time.monotonic()
    pid = os.fork()
    if pid == 0:
        for fd, name in ((1, task["out"]), (2, task["err"])):
            os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), fd)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        resource.setrlimit(resource.RLIMIT_AS, (task["bytes"], task["bytes"]))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        try:
            os.execv(task["argv"][0], task["argv"])
        finally:
            os._exit(127)
    watch = os.pidfd_open(pid)
    late = not select.select([watch], [], [], task["seconds"])[0]
    if late:
        os.kill(pid, signal.SIGKILL)
    _, status, usage = os.wait4(pid, 0)
    os.close(watch)
    print(json.dumps({"status": os.waitstatus_to_exitcode(status), "late": late, "seconds": time.monotonic() - start,
                      "cpu_seconds": usage.ru_utime + usage.ru_stime, "peak_kib": usage.ru_maxrss}), flush=True)
"""
ADDRESS_BYTES = 4 << 30  # a run away is stopped there; what is promised is measured as the resident peak


@dataclass
class Run:
    """*Units*: as named. `status` is negative for a signal; `late`: killed at the time limit."""
    status: int
    late: bool
    seconds: float
    cpu_seconds: float
    peak_kib: int
    output: Path
    errors: str

    @property
    def crashed(self):
        return not self.late and (self.status < 0 or self.status >= 126)


class Launcher:
    """Owns the small interpreter that forks the programs, and the folder their output goes to."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="fidelity-run-")
        self.process = subprocess.Popen([sys.executable, "-I", "-S", "-c", CHILD], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)

    def run(self, argv, seconds):
        """Runs once; the output stands in a file until the next run."""
        out, err = Path(self.folder.name, "out"), Path(self.folder.name, "err")
        task = {"argv": [os.fspath(word) for word in argv], "out": str(out), "err": str(err), "seconds": seconds,
                "bytes": ADDRESS_BYTES}
        self.process.stdin.write(json.dumps(task) + "\n")
        self.process.stdin.flush()
        return Run(**json.loads(self.process.stdout.readline()), output=out,
                   errors=err.read_text(encoding="utf-8", errors="replace"))

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.folder.cleanup()
