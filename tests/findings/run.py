#!/usr/bin/python3
"""The gallery of findings: for every rule a minimal return, and the exact words that a reader gets.

tests/findings/<rule>/ for the program's rules, tests/findings/<pack>/<rule>/ for those of the schemas. A folder holds
  case.json         {"pack", "files": [...], "at": [[severity, cell], ...]} and maybe
                    "mode": "check" (the default) or "run": "files" are then the inbox, and lie in inbox/;
                    "nights": [[folder, now], ...] copied into the inbox one night after the other;
                    "growing": a file of the inbox that is appended to while the program runs;
                    "config": lines for huizong.yaml, after intake;
                    "beside": rules of severity M or V that the fault cannot be made without.
  the files         csv where it can be, so that they are readable in review
  make.py           makes those that are not (merged, hidden, formulas, broken zips), in the current folder
  expected.zh.txt   where, severity, rule, what is and should be, how to mend, as the program prints them
  expected.en.txt

A rule without a folder fails, but for those that not_yet.txt names. `--rewrite` writes the expected files anew.
"""

import argparse
import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from workspace import NOW, ROOT, environment, findings_of, make_workspace, run, set_settle, temporary_folder  # noqa: E402

FILED = 1723255200  # 2024-08-10T10:00:00+08:00
LANGS = ("zh", "en")
SEVERITY = {"zh": {"M": "强制性", "V": "核实性", "I": "提示"}, "en": {"M": "mandatory", "V": "to verify", "I": "hint"}}
COLON, MEND = {"zh": "：", "en": ": "}, {"zh": "办法", "en": "mend"}


def program_rules():
    """Ids in the table of src/model/finding.cpp."""
    text = (ROOT / "src" / "model" / "finding.cpp").read_text(encoding="utf-8")
    return re.findall(r'^ *\{"([a-z.-]+)", (?:mandatory|verify|info),', text, re.M)


def schema_rules():
    """<pack>/<rule> of every rule that a schema switches on, and of those that it writes: tests/rules has a case for these."""
    switches = {"yearlyChange": "yearly-change", "growthFiled": "growth-filed", "riseAsAmount": "rise-as-amount",
                " *unitAlso": "units-mixed", "sections": "section-missing", " .*atMost": "section-too-long"}
    switched, written = set(), set()
    for path in sorted((ROOT / "schemas").glob("*/*.yaml")):
        text = path.read_text(encoding="utf-8")
        ids = re.findall(r"^levelsDiffer: ([a-z-]+)", text, re.M)
        ids += [rule for switch, rule in switches.items() if re.search(rf"^{switch}:", text, re.M)]
        switched.update(f"{path.parent.name}/{rule}" for rule in ids)
        ids = re.findall(r"^  - (?:\{)?id: ([a-z-]+)", text.partition("\nrules:\n")[2], re.M)
        written.update(f"{path.parent.name}/{rule}" for rule in ids)
    return sorted(switched), sorted(written)


def not_yet(gallery):
    """Rules that nothing can give yet, each with its reason."""
    rows = {}
    for line in (gallery / "not_yet.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            rule, _, reason = line.partition(" ")
            rows[rule] = reason.strip()
    return rows


def gaps(gallery):
    """What is wrong with the gallery as a whole, before any case is run."""
    waiting, faults = not_yet(gallery), []
    switched, written = schema_rules()
    rules = program_rules() + switched
    if len(program_rules()) < 40 or len(switched) < 5 or len(written) < 20:
        faults.append("the lists of rules cannot be read")
    for rule in rules:
        there = (gallery / rule / "case.json").is_file()
        if rule in waiting and there:
            faults.append(f"{rule}: has a folder and stands in not_yet.txt")
        if rule not in waiting and not there:
            faults.append(f"{rule}: has no folder")
    known = {*rules, *written}
    for path in sorted(gallery.glob("**/case.json")):
        name = path.parent.relative_to(gallery).as_posix()
        if name not in known:
            faults.append(f"{name}: no such rule")
    for rule, reason in waiting.items():
        if rule not in known:
            faults.append(f"{rule}: not_yet.txt names a rule that is none")
        if len(reason) < 10:
            faults.append(f"{rule}: not_yet.txt gives no reason")
    return faults


def make_files(folder):
    for path in folder.rglob("*"):
        os.utime(path, (FILED, FILED))
    if (folder / "make.py").exists():
        env = environment(PYTHONPATH=str(HERE.parent / "support"), PYTHONDONTWRITEBYTECODE="1")
        subprocess.run(["/usr/bin/python3", "make.py"], cwd=folder, env=env, check=True)


def check_mode(program, case, folder, rule):
    """What `check` prints of the rule, by language, and all findings from its JSON."""
    options = ["check", "--pack", case["pack"], *case.get("options", []), *case["files"]]
    told = run(program, *options, "--json", cwd=folder)
    try:
        findings = [f for entry in json.loads(told.stdout)["files"] for f in entry["findings"]]
    except (ValueError, KeyError):
        raise SystemExit(f"{rule}: check --json: exit {told.returncode}: {told.stdout[:300]}{told.stderr[:300]}") from None
    texts = {lang: lines_of(run(program, "--lang", lang, *options, cwd=folder).stdout, rule, lang) for lang in LANGS}
    return findings, texts


def lines_of(text, rule, lang):
    """The lines of one rule out of what `check` prints: a finding is a line and maybe one for how to mend it."""
    kept, mine = [], False
    for line in text.splitlines():
        if line.startswith("  "):
            mine = mine and line.startswith(f"  {MEND[lang]}{COLON[lang]}")
        else:
            mine = any(f"{word} {rule}{COLON[lang]}" in line for word in SEVERITY[lang].values())
        if mine:
            kept.append(line)
    return "".join(line + "\n" for line in kept)


def run_mode(program, case, folder, rule):
    """The same from the reports of one night or several; a workspace for each language of the reports."""
    texts, findings = {}, []
    for lang in LANGS:
        workspace = make_workspace(folder / f"workspace-{lang}", case["pack"], lang)
        with open(workspace / "huizong.yaml", "a", encoding="utf-8") as config:
            config.write(case.get("config", ""))
        for source, now in case.get("nights", [["inbox", NOW]]):
            shutil.copytree(folder / source, workspace / "inbox", dirs_exist_ok=True)
            with growing_file(workspace, case.get("growing")):
                result = run(program, "--workspace", workspace, "run", "--now", now, *case.get("options", []))
            if result.returncode > 1:
                raise SystemExit(f"{rule}: run: exit {result.returncode}: {result.stderr[:600]}")
        findings = findings_of(workspace)
        texts[lang] = "".join(to_text(finding, lang) for finding in findings if finding["rule"] == rule)
    return findings, texts


@contextlib.contextmanager
def growing_file(workspace, name):
    """Appends to a file of the inbox as long as the program runs; two looks half a second apart see that it grows."""
    if not name:
        yield
        return
    set_settle(workspace, 0.5)
    done = threading.Event()

    def grow():
        while not done.wait(0.02):
            with open(workspace / "inbox" / name, "ab") as file:
                file.write(b"\n")

    thread = threading.Thread(target=grow)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def to_text(finding, lang):
    place = "!".join(part for part in (finding["sheet"], finding["cell"]) if part)
    line = f"{finding['file']} [{place}] " if place else f"{finding['file']} "
    line += f"{SEVERITY[lang][finding['severity']]} {finding['rule']}{COLON[lang]}{finding['message']}\n"
    return line + (f"  {MEND[lang]}{COLON[lang]}{finding['mend']}\n" if finding["mend"] else "")


def faults_of(findings, case, rule):
    """Does the program find what the case was built for, and nothing beside it?"""
    wanted = sorted([severity, cell] for severity, cell in case["at"])
    got = sorted([f["severity"], f["cell"] or ""] for f in findings if f["rule"] == rule)
    faults = [] if got == wanted else [f"found at {got}, should be {wanted}"]
    allowed = {rule, *case.get("beside", [])}
    for finding in findings:
        if finding["severity"] != "I" and finding["rule"] not in allowed:
            faults.append(f"beside it: {finding['severity']} {finding['rule']} {finding['cell'] or ''} {finding['message']}")
    return faults


def run_case(program, gallery, name, rewrite):
    case = json.loads((gallery / name / "case.json").read_text(encoding="utf-8"))
    rule = name.rpartition("/")[2]
    with temporary_folder() as temporary:
        folder = temporary / "case"
        shutil.copytree(gallery / name, folder, ignore=shutil.ignore_patterns("case.json", "expected.*"))
        make_files(folder)
        how = run_mode if case.get("mode") == "run" else check_mode
        findings, texts = how(program, case, folder, rule)
    faults = faults_of(findings, case, rule)
    for lang, text in texts.items():
        path = gallery / name / f"expected.{lang}.txt"
        wanted = path.read_text(encoding="utf-8") if path.exists() else ""
        if not text:
            faults.append(f"says nothing in {lang}")
        elif rewrite and not faults:
            path.write_text(text, encoding="utf-8")
        elif text != wanted:
            faults.append(f"words in {lang}:\n    printed:  " + text.replace("\n", "\n              ").rstrip() +
                          "\n    expected: " + wanted.replace("\n", "\n              ").rstrip())
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--gallery", type=Path, default=HERE, help="another copy of tests/findings")
    parser.add_argument("--rewrite", action="store_true")
    parser.add_argument("--only-gaps", action="store_true", help="see that every rule has its folder; run no case")
    parser.add_argument("cases", nargs="*")
    args = parser.parse_args()
    program, failed = args.program.resolve(), 0
    missing = [] if args.cases else gaps(args.gallery)
    for fault in missing:
        print(f"FAILED {fault}")
    names = args.cases or sorted(path.parent.relative_to(args.gallery).as_posix() for path in args.gallery.glob("**/case.json"))
    for name in [] if args.only_gaps else names:
        try:
            faults = run_case(program, args.gallery, name, args.rewrite)
        except SystemExit as stop:
            faults = [str(stop)]
        failed += bool(faults)
        for fault in faults:
            print(f"FAILED {name}: {fault}", flush=True)
    print(f"findings: {len(names)} cases, {failed} failed; {len(missing)} gaps")
    return 1 if failed or missing or not names else 0


if __name__ == "__main__":
    sys.exit(main())
