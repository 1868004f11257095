#!/usr/bin/python3
"""Every verdict form against an example worked by hand.

tests/verdicts/<pack>-<form>/
  case.yaml     the period, the time of the run, and the returns: patches on the clean samples (tests/support/patched.py)
  expected.tsv  the verdict tables of that night, written by hand with the arithmetic beside them: subject, condition ids,
                verdict, figures (；between readings, — where one cannot be told), the threshold, and the cells that it
                rests on as form!cells. An empty cell of the last three columns is not compared; "nil" means that nothing
                is there. Lines with # are remarks.
Every condition of every subject must be told. The book is read back, too: it shows each verdict of the JSON.
"""

import argparse
import sys
from pathlib import Path

import openpyxl
import yaml

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from patched import write_patched  # noqa: E402
from workspace import ROOT, Report, load, make_workspace, run, temporary_folder, tree_of  # noqa: E402

WORDS = {"pass": "符合", "fail": "不符合", "undecided": "无法判定", "person": "待人工判定", "not-applicable": "不适用", "value": "指标值"}


def expected_rows(folder):
    """(subject, id) to (verdict, figures, at_least, rests)."""
    rows = {}
    for number, line in enumerate((folder / "expected.tsv").read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) < 3 or len(cells) > 6:
            raise SystemExit(f"{folder.name}/expected.tsv:{number}: three to six columns are wanted")
        subject, ids, verdict = cells[:3]
        for one in ids.split():
            if (subject, one) in rows:
                raise SystemExit(f"{folder.name}/expected.tsv:{number}: {subject} {one} stands twice")
            rows[subject, one] = (verdict, *(cells[3:] + [""] * 3)[:3])
    return rows


def rests_of(condition):
    return " ".join(f"{rest['form']}!{'、'.join(rest['cells'])}" for rest in condition["rests_on"])


def compare(report, name, subject, condition, wanted):
    verdict, figures, at_least, rests = wanted
    what = f"{name}: {subject}: {condition['id']}"
    report.equal(condition["verdict"], verdict, what)
    shown = "；".join("—" if figure is None else figure for figure in condition["figures"]) or "nil"
    for told, hand, part in ((shown, figures, "figures"), (condition["at_least"] or "nil", at_least, "at_least"),
                             (rests_of(condition) or "nil", rests, "rests_on")):
        if hand:
            report.equal(told, hand, f"{what}: {part}")
    if verdict in ("undecided", "person"):
        report.expect(condition["reason"], f"{what}: gives no reason")


def check_book(report, name, path, subjects):
    """The verdicts of the first sheet, in their order."""
    book = openpyxl.load_workbook(path)
    shown = [row[5] for row in book.worksheets[0].iter_rows(min_row=2, values_only=True) if isinstance(row[0], (int, float))]
    report.equal(shown, [WORDS[c["verdict"]] for s in subjects for c in s["conditions"]], f"{name}: verdicts of the book")
    counted = {row[2]: row[3] for row in book.worksheets[1].iter_rows(min_row=3, values_only=True)}
    report.equal(counted, {s["name"]: sum(c["verdict"] == "pass" for c in s["conditions"]) for s in subjects}, f"{name}: passes of the overview")


def night(program, workspace, case):
    told = run(program, "--workspace", workspace, "run", "--now", case["now"])
    if told.returncode not in (0, 1):
        raise SystemExit(f"run: exit {told.returncode}: {told.stderr[:800]}")


def write_inbox(workspace, pack, case):
    for patch in case["returns"]:
        place = write_patched(workspace / "inbox", pack, patch["form"], patch)
        if not (workspace / "inbox" / place).exists():
            raise SystemExit(f"{place} was not written")


def check_case(report, program, folder):
    pack, _, form = folder.name.partition("-")
    case = yaml.safe_load((folder / "case.yaml").read_text(encoding="utf-8"))
    with temporary_folder() as place:
        workspace = make_workspace(place / "one", pack)
        write_inbox(workspace, pack, case)
        night(program, workspace, case)
        verdicts = workspace / "reports" / str(case["period"]) / "verdicts"
        told = load(verdicts / f"{form}.json")
        wanted = expected_rows(folder)
        seen = set()
        for subject in told["subjects"]:
            for condition in subject["conditions"]:
                key = (subject["name"], condition["id"])
                seen.add(key)
                if report.expect(key in wanted, f"{folder.name}: {key} is not in expected.tsv ({condition['verdict']})"):
                    compare(report, folder.name, subject["name"], condition, wanted[key])
        report.equal(sorted(wanted.keys() - seen), [], f"{folder.name}: told nowhere")
        check_book(report, folder.name, verdicts / f"{form}.xlsx", told["subjects"])
        again = make_workspace(place / "two", pack)
        write_inbox(again, pack, case)
        night(program, again, case)
        report.expect(tree_of(verdicts) == tree_of(again / "reports" / str(case["period"]) / "verdicts"), f"{folder.name}: a second night writes other bytes")


def verdict_forms():
    forms = set()
    for path in (ROOT / "schemas").glob("*/*.yaml"):
        if "\nlayout: conditions\n" in path.read_text(encoding="utf-8"):
            forms.add(f"{path.parent.name}-{path.stem}")
    return forms


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--program", required=True, type=Path)
    options.add_argument("cases", nargs="*")
    chosen = options.parse_args()
    report = Report("verdicts")
    folders = sorted(path.parent for path in HERE.glob("*/case.yaml"))
    report.equal(sorted(folder.name for folder in folders), sorted(verdict_forms()), "a case for every verdict form")
    for folder in folders:
        if not chosen.cases or folder.name in chosen.cases:
            check_case(report, chosen.program.resolve(), folder)
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
