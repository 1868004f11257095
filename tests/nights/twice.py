#!/usr/bin/python3
"""The same night twice changes nothing: reports, annotated returns, originals and the database stay as they are."""

import argparse
import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from workspace import Report, copy_sample, differences, now_of, run, state_of, temporary_folder  # noqa: E402


def night(program, workspace, pack, *options):
    return run(program, "--workspace", workspace, "run", "--now", now_of(pack), *options)


def check_pack(report, program, pack, folder):
    one = copy_sample(pack, folder / f"{pack}-one")
    first = night(program, one, pack, "--jobs", "1")
    if not report.expect(first.returncode in (0, 1), f"{pack}: exit {first.returncode}: {first.stderr[-500:]}"):
        return
    before = state_of(one)
    report.expect(len(before) > 5, f"{pack}: the night wrote its reports")
    second = night(program, one, pack)
    report.equal(second.returncode, first.returncode, f"{pack}: exit status of the second run")
    for line in differences(before, state_of(one)):
        report.expect(False, f"{pack}, run again: {line}")
    # Another copy, elsewhere, with more threads, in another language of the terminal: the same bytes.
    other = copy_sample(pack, folder / "elsewhere" / f"{pack}-other")
    night(program, other, pack, "--jobs", "4", "--lang", "en")
    for line in differences(before, state_of(other)):
        report.expect(False, f"{pack}, in another folder with four threads: {line}")
    # A dry run changes nothing, in an untouched workspace as in a used one.
    fresh = copy_sample(pack, folder / f"{pack}-dry")
    names = sorted(os.listdir(fresh))
    night(program, fresh, pack, "--dry-run")
    report.equal(sorted(os.listdir(fresh)), names, f"{pack}: what stands in the workspace after --dry-run")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, required=True)
    args = parser.parse_args()
    report = Report("nights/twice")
    with temporary_folder() as folder:
        for pack in ("shanxi", "heilongjiang", "qinghai"):
            check_pack(report, args.program.resolve(), pack, folder)
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
