#!/usr/bin/python3
"""Rosters and ledgers of 20,000 rows: every row is read, rules that look at all rows stay quick, and memory stays bounded."""

import argparse
import resource
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
sys.path.insert(0, str(HERE.parents[1] / "tools"))
import make_big_lists  # noqa: E402
from samples import lists  # noqa: E402
from workspace import MEMORY_TIMES, NOW, Report, load, make_workspace, run, temporary_folder  # noqa: E402

ROWS = 20000
FORMS = {"jiangsu": ["activity-list"], "beijing": ["tenant-roster", "activity-ledger"]}
MOST_SECONDS = 120  # some machines are slow; a rule that goes through all rows for each row would take far longer
MOST_BYTES = 900 << 20


def write_inbox(pack, workspace):
    """The pack's long lists; gives their sheets by form."""
    made = {}
    for one in lists.returns():
        if one.pack == pack and one.form in FORMS[pack]:
            make_big_lists.write(one, ROWS, workspace / "inbox" / one.path)
            made[one.form] = one
    return made


def check_summary(report, workspace, one, column, figure):
    """The province's figure is the sum of the rows, reckoned here from the rows that were written."""
    period = one.path.split("/")[0]
    summary = load(workspace / "reports" / period / "summary" / f"{one.form}.json")
    at = [label.split("|")[-1].replace("\n", "") for label in one.header].index(column)
    wanted = sum(row[at] for row in make_big_lists.rows_of(one, ROWS))
    report.equal(summary["rows"][0]["values"][figure], str(wanted), f"{one.form}: {figure} of the province")
    report.equal(sum(row["level"] == "record" for row in summary["rows"]), ROWS, f"{one.form}: rows of records")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, required=True)
    program = parser.parse_args().program.resolve()
    report = Report("nights/long_lists")
    figures = {"activity-list": ("参加企业数", "参加企业数"), "tenant-roster": ("职工人数", "职工人数"), "activity-ledger": ("参与人数", "参与人数")}
    with temporary_folder() as folder:
        for pack in FORMS:
            workspace = make_workspace(folder / pack, pack)
            made = write_inbox(pack, workspace)
            start = time.monotonic()
            told = run(program, "--workspace", workspace, "run", "--now", NOW, timeout=600)
            report.expect(told.returncode == 0, f"{pack}: exit {told.returncode}: {told.stderr[-600:]}")
            report.expect(time.monotonic() - start < MOST_SECONDS, f"{pack}: took {time.monotonic() - start:.0f} s")
            for form, one in made.items():
                check_summary(report, workspace, one, *figures[form])
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss << 10
    report.expect(most < MOST_BYTES * MEMORY_TIMES, f"took {most >> 20} MiB")
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
