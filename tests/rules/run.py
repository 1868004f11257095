#!/usr/bin/python3
"""Every rule of every schema fires where it should, in the words a clerk gets, and keeps still just inside its bound.

tests/rules/<pack>/<form>/<rule>.yaml is a list of cases, each a patch on the form's clean sample
(samples/forms/<pack>/<form>/clean):
  fires   {cells: {N7: 12}}       and maybe
            copies: {of: 5, times: 20, number: [B]}   row 5 again and again below itself, numbered in some columns
            without: [6]                              rows taken out
            path: 2024/…/x.xlsx                       another place in the inbox
            with: [{form, path, cells, …}, …]         returns that lie beside it: other forms, earlier periods
            beside: [rule, …]                         other rules of severity M or V that fire as well
  not     the same: here the rule does not fire
  at      cells, or — : where it fires
  zh, en  what is said there, line by line; `--rewrite` writes it, to be reviewed as a diff

Cells are those of the patched sheet. A rule without a file fails, but for those that owed.txt names.
"""

import argparse
import json
import shutil
import sys
from collections import Counter
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from patched import clean_sample, write_patched  # noqa: E402
from workspace import NOW, ROOT, findings_of, make_workspace, run, temporary_folder  # noqa: E402

LANGS = ("zh", "en")


def rules_of_schemas():
    """pack/form/rule of every rule that a schema writes, with how many checks it has; forms that take over another's rules do
    not count again."""
    found = Counter()
    for path in sorted((ROOT / "schemas").glob("*/*.yaml")):
        form = yaml.safe_load(path.read_text(encoding="utf-8"))
        for rule in form.get("rules") or []:
            found[f"{path.parent.name}/{path.stem}/{rule['id']}"] += 1
    return found


def owed(cases):
    """Rules whose cases are still owed, each with its reason."""
    rows = {}
    for line in (cases / "owed.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            rule, _, reason = line.partition(" ")
            rows[rule] = reason.strip()
    return rows


def gaps(cases):
    rules, waiting, faults = rules_of_schemas(), owed(cases), []
    files = {path.relative_to(cases).with_suffix("").as_posix() for path in cases.glob("*/*/*.yaml")}
    if len(rules) < 20:
        faults.append("the rules of the schemas cannot be read")
    faults += [f"{rule}: has no case" for rule in sorted(rules.keys() - files - waiting.keys())]
    for rule in sorted(rules.keys() & files):
        count = len(yaml.safe_load((cases / f"{rule}.yaml").read_text(encoding="utf-8")))
        if count < rules[rule]:
            faults.append(f"{rule}: has {rules[rule]} checks and only {count} cases")
    faults += [f"{rule}: has a case and stands in owed.txt" for rule in sorted(files & waiting.keys())]
    faults += [f"{rule}: no such rule" for rule in sorted((files | waiting.keys()) - rules.keys())]
    faults += [f"{rule}: owed.txt gives no reason" for rule, reason in waiting.items() if len(reason) < 10]
    return faults


class Trial:
    """One patched return, and what the program found in it, by language."""

    def __init__(self, name, pack, form, patch):
        self.name, self.pack, self.form, self.patch = name, pack, form, patch or {}
        self.findings = {}

    def lies_alone(self):
        return not self.patch.get("with")

    def write(self, inbox):
        self.path = write_patched(inbox, self.pack, self.form, self.patch)
        for other in self.patch.get("with") or []:
            write_patched(inbox, self.pack, other["form"], other)


def check_alone(program, trials, folder):
    """All returns that need no other, with one call a pack and language."""
    for pack in sorted({trial.pack for trial in trials}):
        mine = [trial for trial in trials if trial.pack == pack]
        names = {}
        for number, trial in enumerate(mine):
            place = "case" + "".join(chr(ord("a") + int(digit)) for digit in str(number))
            trial.write(folder / pack / place)
            names[f"{place}/{trial.path}"] = trial
        for lang in LANGS:
            told = run(program, "--lang", lang, "check", "--pack", pack, "--json", *names, cwd=folder / pack)
            if told.returncode not in (0, 1):
                raise SystemExit(f"{pack}: check --json: exit {told.returncode}: {told.stderr[:600]}")
            for entry in json.loads(told.stdout)["files"]:
                names[entry["file"]].findings.setdefault(lang, []).extend(entry["findings"])


def run_together(program, trial, folder):
    """A return among others: a night of its own, in each language of the reports."""
    for lang in LANGS:
        workspace = make_workspace(folder / f"{trial.pack}-{lang}", trial.pack, lang)
        trial.write(workspace / "inbox")
        told = run(program, "--workspace", workspace, "run", "--now", NOW)
        if told.returncode not in (0, 1):
            raise SystemExit(f"{trial.name}: run: exit {told.returncode}: {told.stderr[:600]}")
        trial.findings[lang] = [f for f in findings_of(workspace) if f["file"] == trial.path]
        shutil.rmtree(workspace)


def words_of(findings, rule):
    lines = []
    for finding in findings:
        if finding["rule"] == rule:
            place = finding["cell"] or "—"
            lines.append(f"{place} {finding['severity']} {finding['message']}")
            if finding["mend"]:
                lines.append(f"  {finding['mend']}")
    return lines


def faults_of(trial, rule, case, fires):
    found = trial.findings.get("zh", [])
    cells = sorted(f["cell"] or "—" for f in found if f["rule"] == rule)
    wanted = sorted([case["at"]] if isinstance(case["at"], str) else case["at"]) if fires else []
    faults = [] if cells == wanted else [f"{'fires' if fires else 'not'}: found at {cells}, should be {wanted}"]
    allowed = {rule, *(trial.patch.get("beside") or [])}
    for finding in found:
        if finding["severity"] != "I" and finding["rule"] not in allowed:
            faults.append(f"{'fires' if fires else 'not'}: beside it {finding['severity']} {finding['rule']} "
                          f"{finding['cell'] or ''} {finding['message']}")
    return faults


def judge(path, cases, trials, rewrite):
    rule, faults, changed = path.stem, [], False
    for case, (fires, keeps_still) in zip(cases, trials):
        wrong = faults_of(fires, rule, case, True) + faults_of(keeps_still, rule, case, False)
        for lang in LANGS:
            words = words_of(fires.findings.get(lang, []), rule)
            if words == case.get(lang):
                continue
            if rewrite and not wrong:
                case[lang], changed = words, True
            else:
                wrong.append(f"words in {lang}:\n    said:     " + "\n              ".join(words) +
                             "\n    expected: " + "\n              ".join(case.get(lang) or []))
        faults += wrong
    if changed:
        path.write_text(yaml.safe_dump(cases, allow_unicode=True, sort_keys=False, width=160), encoding="utf-8")
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--rewrite", action="store_true", help="write what is said now")
    parser.add_argument("rules", nargs="*", help="pack/form/rule; all where none is named")
    args = parser.parse_args()
    program = args.program.resolve()
    missing = [] if args.rules else gaps(HERE)
    paths = [HERE / f"{rule}.yaml" for rule in args.rules] or sorted(HERE.glob("*/*/*.yaml"))
    book = {path: yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths}
    trials = {}
    for path, cases in book.items():
        pack, form = path.parts[-3:-1]
        name = path.relative_to(HERE).with_suffix("").as_posix()
        trials[path] = [(Trial(name, pack, form, case["fires"]), Trial(name, pack, form, case["not"])) for case in cases]
    everything = [trial for pairs in trials.values() for pair in pairs for trial in pair]
    with temporary_folder() as folder:
        check_alone(program, [trial for trial in everything if trial.lies_alone()], folder / "alone")
        for trial in everything:
            if not trial.lies_alone():
                run_together(program, trial, folder)
    for fault in missing:
        print(f"FAILED {fault}")
    failed = 0
    for path, cases in book.items():
        faults = judge(path, cases, trials[path], args.rewrite)
        failed += bool(faults)
        for fault in faults:
            print(f"FAILED {path.relative_to(HERE).with_suffix('').as_posix()}: {fault}", flush=True)
    print(f"rules: {len(book)} rules, {len(everything)} returns, {failed} failed; {len(missing)} gaps; {len(owed(HERE))} owed")
    return 1 if failed or missing or not book else 0


if __name__ == "__main__":
    sys.exit(main())
