#!/usr/bin/python3
"""A night over a sample: every planted fault is found where samples/README.md says, and nothing else is laid to anybody."""

import argparse
import collections
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from workspace import (ROOT, Report, copy_sample, findings_of, load, now_of, run, temporary_folder, tree_of)  # noqa: E402

FILE_BUCKETS = {"accepted", "pending", "returned", "superseded", "duplicate", "withdrawn", "unrecognised", "unreadable",
                "unfinished", "passed-over"}
FROM_BAD_TO_GOOD = ["unreadable", "unrecognised", "returned", "unfinished", "pending", "accepted", "duplicate", "superseded",
                    "withdrawn", "passed-over"]


def planted_faults(pack):
    """Rows of the table: rule, severity, file, cell ('' where the fault is about more than a cell)."""
    rows = []
    for line in (ROOT / "samples" / "README.md").read_text(encoding="utf-8").splitlines():
        parts = [part.strip() for part in line.strip().strip("|").split("|")]
        if line.startswith("|") and parts[0] == pack:
            rows.append((parts[1], parts[2], parts[3], "" if parts[4] == "—" else parts[4]))
    return rows


def to_row(finding):
    return (finding["rule"], finding["severity"], finding["file"], finding["cell"] or "")


def check_findings(report, pack, workspace):
    found = collections.Counter(to_row(finding) for finding in findings_of(workspace))
    planted = collections.Counter(planted_faults(pack))
    report.expect(bool(planted), "the table of planted faults has rows")
    for row, count in planted.items():
        report.expect(found[row] == count, f"planted {' '.join(row)}: found {found[row]} times, should be {count}")
    for row, count in sorted(found.items()):
        if row[1] != "I":
            report.expect(planted[row] >= count, f"not planted: {' '.join(row)} ({count} times)")


def check_buckets(report, workspace, before):
    files = load(workspace / "reports" / "inbox.json")["files"]
    names = collections.Counter(file["file"] for file in files)
    report.equal(sorted(names.elements()), sorted(before), "files in inbox.json, each once")
    for file in files:
        report.expect(file["bucket"] in FILE_BUCKETS, f"{file['file']}: bucket {file['bucket']}")
        worst = [FROM_BAD_TO_GOOD.index(one["bucket"]) for one in file["returns"]]
        if worst:
            report.equal(file["bucket"], FROM_BAD_TO_GOOD[min(worst)], f"{file['file']}: the worst bucket of its returns")
    return collections.Counter(file["bucket"] for file in files)


def check_counts(report, workspace, result, buckets, before):
    """The counts of run --json, of inbox.json and of what lies in the inbox say the same."""
    import json
    told = json.loads(result.stdout)
    report.equal(told["files"], len(before), "run --json: files")
    report.equal(told["buckets"], dict(buckets), "run --json: buckets")
    report.equal(sum(buckets.values()), len(before), "the buckets add up to the files of the inbox")
    for path in sorted((workspace / "reports").glob("*/status.json")):
        period = path.parent.name
        units = [unit for unit in load(path)["units"] if unit["file"]]
        in_inbox = {(one["form"], one["reporter"]) for file in load(workspace / "reports" / "inbox.json")["files"]
                    for one in file["returns"] if one["period"] == period and one["reporter"]}
        report.equal({(unit["form"], unit["reporter"]) for unit in units}, in_inbox, f"{period}: units with a file in status.json")


def check_returned(report, workspace):
    """Every file that was sent back has its annotated copy under its region, and nobody else has."""
    files = load(workspace / "reports" / "inbox.json")["files"]
    wanted = set()
    for file in files:
        for one in file["returns"] if file["bucket"] == "returned" else []:
            wanted.add((one["region"] or "unknown", Path(file["file"]).stem))
    found = {(path.parent.name, path.name.split(".")[0]) for path in (workspace / "returned").rglob("*.xlsx")}
    report.equal(found, wanted, "annotated copies in returned/, by region and name")


def check_ids(report, workspace):
    ids = collections.Counter(finding["id"] for finding in findings_of(workspace))
    report.expect(all(count == 1 for count in ids.values()), f"ids that stand twice: {[i for i in ids if ids[i] > 1]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("pack", choices=["shanxi", "heilongjiang", "qinghai"])
    args = parser.parse_args()
    report = Report(f"samples/{args.pack}")
    with temporary_folder() as folder:
        workspace = copy_sample(args.pack, folder / args.pack)
        before = tree_of(workspace / "inbox")
        times = {name: (workspace / "inbox" / name).stat().st_mtime_ns for name in before}
        result = run(args.program.resolve(), "--workspace", workspace, "run", "--now", now_of(args.pack), "--json")
        if not report.equal(result.returncode, 1, f"exit status of run, which said {result.stderr[-600:]}"):
            return report.end()
        check_findings(report, args.pack, workspace)
        buckets = check_buckets(report, workspace, before)
        check_counts(report, workspace, result, buckets, before)
        check_returned(report, workspace)
        check_ids(report, workspace)
        report.expect(tree_of(workspace / "inbox") == before, "the inbox is as it was, byte for byte")
        report.equal({name: (workspace / "inbox" / name).stat().st_mtime_ns for name in before}, times, "times in the inbox")
        oracle = subprocess.run(["/usr/bin/python3", ROOT / "tools" / "check_summary.py", workspace, "--show", "40"],
                                capture_output=True, text=True, encoding="utf-8")
        report.expect(oracle.returncode == 0, f"summaries recomputed by other means: {oracle.stdout[-6000:]}{oracle.stderr[-2000:]}")
        print(oracle.stdout.strip().splitlines()[-1] if oracle.stdout.strip() else "")
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
