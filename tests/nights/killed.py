#!/usr/bin/python3
"""A night killed at any moment, and run again at the same --now, leaves what an undisturbed night leaves."""

import argparse
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from workspace import (Report, copy_sample, differences, environment, now_of, run, state_of, temporary_folder)  # noqa: E402

PACK = "shanxi"
MOMENTS = 20


def start(program, workspace):
    command = [program, "--workspace", workspace, "--quiet", "run", "--jobs", "1", "--now", now_of(PACK)]
    return subprocess.Popen(command, env=environment(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                            stderr=subprocess.DEVNULL)


def kill_after(program, workspace, seconds):
    """True where the program was still at work."""
    process = start(program, workspace)
    try:
        process.wait(seconds)
        return False
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return True


def leftovers(workspace):
    """Temporary names that the second run should have cleared away."""
    known = {"reports", "returned", "archive", "inbox", "huizong.yaml", "mtimes.tsv", "now"}
    return sorted(path.name for path in workspace.iterdir() if path.name not in known)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, required=True)
    args = parser.parse_args()
    program = args.program.resolve()
    report = Report("nights/killed")
    with temporary_folder() as folder:
        untouched = copy_sample(PACK, folder / "untouched")
        durations = []
        for name in ("first", "second", "third"):  # the shortest: a slow one would put the last moments behind the end
            whole = folder / name
            shutil.copytree(untouched, whole)
            begin = time.monotonic()
            start(program, whole).wait()
            durations.append(time.monotonic() - begin)
        duration = min(durations)
        wanted = state_of(whole)
        report.expect(len(wanted) > 5, "the undisturbed night wrote its reports")
        killed = 0
        for moment in range(MOMENTS):
            workspace = folder / f"killed-{moment}"
            shutil.copytree(untouched, workspace)
            seconds = duration * (moment + 0.5) / MOMENTS
            killed += kill_after(program, workspace, seconds)
            again = run(program, "--workspace", workspace, "--quiet", "run", "--now", now_of(PACK))
            report.equal(again.returncode, 1, f"killed after {seconds:.2f}s: exit status of the next run {again.stderr[-300:]}")
            for line in differences(wanted, state_of(workspace)):
                report.expect(False, f"killed after {seconds:.2f}s: {line}")
            report.equal(leftovers(workspace), [], f"killed after {seconds:.2f}s: what lies about in the workspace")
            shutil.rmtree(workspace)
        report.expect(killed >= MOMENTS // 3, f"only {killed} of {MOMENTS} runs were still at work when killed")
        print(f"nights/killed: a night takes {duration:.2f}s; {killed} of {MOMENTS} were killed at work")
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
