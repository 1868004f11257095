#!/usr/bin/python3
"""Golden cases: a command, its input, what it prints and its exit status.

A case is a folder tests/golden/<command>/<case>/ with
  cmd             one command a line. `huizong …` is compared; `@huizong …` prepares and is not.
                  First lines may say `# workspace: shanxi` (a copy of that sample), `# forms: beijing/tenant-roster` (a copy
                  of samples/forms/beijing/tenant-roster), `# example: training` (a copy of docs/examples/training) and `# env: NAME=value`.
  workspace/      copied to where the commands run, where no sample is named; may be missing.
  expected.out    standard output of all commands
  expected.err    standard error; missing means none
  expected.code   exit statuses, one a line

`--rewrite` writes what is printed now: review it as a diff.
"""

import argparse
import os
import re
import shlex
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from workspace import ROOT, copy_sample, environment, run, temporary_folder  # noqa: E402

FILED = 1723255200  # 2024-08-10T10:00:00+08:00, the time of every file that a case brings along


def read_case(case):
    lines = (case / "cmd").read_text(encoding="utf-8").splitlines()
    settings = [line[2:].split(":", 1) for line in lines if line.startswith("# ") and ":" in line]
    commands = [line for line in lines if line.strip() and not line.startswith("#")]
    return [(key.strip(), value.strip()) for key, value in settings], commands


def prepare(case, settings, target):
    samples = [value for key, value in settings if key == "workspace"]
    forms = [value for key, value in settings if key == "forms"]
    examples = [value for key, value in settings if key == "example"]
    if forms or examples:
        source = ROOT / "samples" / "forms" / forms[0] if forms else ROOT / "docs" / "examples" / examples[0]
        shutil.copytree(source, target)
        for path in target.rglob("*"):
            os.utime(path, (FILED, FILED))
    elif samples:
        copy_sample(samples[0], target)
    elif (case / "workspace").is_dir():
        shutil.copytree(case / "workspace", target)
        for path in target.rglob("*"):
            os.utime(path, (FILED, FILED))
    else:
        target.mkdir()
    for name in ("inbox",):  # git keeps no empty folder
        if (target / "huizong.yaml").exists():
            (target / name).mkdir(exist_ok=True)


def scrub(text, workspace):
    """What differs from machine to machine and from run to run: paths, seconds, the program's version."""
    for path, name in ((workspace, "<WORKSPACE>"), (workspace.parent, "<FOLDER>"), (ROOT, "<SOURCE>")):
        text = text.replace(str(path), name)
    text = re.sub(r"^ +\d+\.\d\ds  ", "   0.00s  ", text, flags=re.M)
    return re.sub(r"^huizong \d+\.\d+\.\d+$", "huizong <VERSION>", text, flags=re.M)


def run_case(program, case):
    settings, commands = read_case(case)
    out, err, codes = "", "", []
    with temporary_folder() as folder:
        workspace = folder / "workspace"
        prepare(case, settings, workspace)
        env = environment()
        for key, value in settings:
            if key == "env":
                name, text = value.split("=", 1)
                env[name] = text.replace("<WORKSPACE>", str(workspace))
        for command in commands:
            words = shlex.split(command.removeprefix("@"))
            if words[0] != "huizong":
                raise SystemExit(f"{case}/cmd: {words[0]}: a case runs huizong and nothing else")
            result = run(program, *(word.replace("<WORKSPACE>", str(workspace)) for word in words[1:]), cwd=workspace, env=env)
            if command.startswith("@"):
                if result.returncode > 1:
                    raise SystemExit(f"{case}: {command}: exit {result.returncode}\n{result.stderr}")
                continue
            out += scrub(result.stdout, workspace)
            err += scrub(result.stderr, workspace)
            codes.append(str(result.returncode))
        for extra in [value for key, value in settings if key == "print"]:
            out += f"--- {extra}\n" + scrub((workspace / extra).read_text(encoding="utf-8"), workspace)
    return {"expected.out": out, "expected.err": err, "expected.code": "\n".join(codes) + "\n"}


def show_difference(case, name, wanted, got):
    import difflib
    print(f"FAILED {case.relative_to(HERE)}: {name}")
    for line in difflib.unified_diff(wanted.splitlines(), got.splitlines(), "expected", "printed", lineterm="", n=1):
        print("  " + line)


def compare(case, got, rewrite):
    differs = False
    for name, text in got.items():
        path = case / name
        wanted = path.read_text(encoding="utf-8") if path.exists() else ""
        if text == wanted and (path.exists() or not text):
            continue
        differs = True
        if not rewrite:
            show_difference(case, name, wanted, text)
        elif text or name != "expected.err":
            path.write_text(text, encoding="utf-8")
        else:
            path.unlink()
    return differs


def uncovered(program, cases):
    """Every command has a help case in both languages: the list of commands is the program's own help."""
    listing = run(program, "--lang", "en", "--help").stdout.split("\n\n")[2]
    commands = re.findall(r"^  ([a-z]+) ", listing, re.M)
    known = {str(case.relative_to(HERE)) for case in cases}
    missing = [f"{command}/{name}" for command in commands for name in ("help", "help-en") if f"{command}/{name}" not in known]
    return missing if commands else ["no commands in --help"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--rewrite", action="store_true")
    parser.add_argument("cases", nargs="*", help="<command>/<case>; all without any")
    args = parser.parse_args()
    program = args.program.resolve()
    cases = [HERE / name for name in args.cases] or sorted(path.parent for path in HERE.glob("*/*/cmd"))
    failed = [case for case in cases if compare(case, run_case(program, case), args.rewrite)]
    missing = [] if args.cases else uncovered(program, cases)
    for name in missing:
        print(f"FAILED {name}: no such case")
    print(f"golden: {len(cases)} cases, {len(failed)} {'rewritten' if args.rewrite else 'failed'}, {len(missing)} missing")
    return 1 if (failed and not args.rewrite) or missing or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
