#!/usr/bin/python3
"""A hundred disturbed returns (tools/messy), chosen for variety: each figure is right, or reported as its disturbance asks.

    tests/messy/run.py --program HUIZONG [--rewrite]

`files/` holds the returns, `truth.jsonl` what they truly say, a line a file; both are the generator's, none of it is huizong's. With
--rewrite both are made anew from the generator: what huizong misreads is left out, so look at tools/messy first.
"""

import argparse
import shutil
import sys
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT / "tools"))
from messies.generate import make_cases  # noqa: E402
from messies.judge import NEEDLESS, WRONG  # noqa: E402
from messies.keep import from_json, to_json  # noqa: E402
from messies.runs import judge_all, write_all  # noqa: E402
from messies.tables import summary, to_line  # noqa: E402

SEED, OUT_OF, KEPT, LARGEST_BYTES = 2024, 800, 100, 16000


def features(case):
    """What makes a case unlike others."""
    alone = {case.format, f"{case.pack}/{case.form}", *case.applied}
    return alone | {f"{name} {case.format}" for name in case.applied} | {f"{a} {b}" for a in case.applied for b in case.applied if a < b}


def choose(cases, sizes):
    """The case that brings most that is new, again and again; of equals the smaller file."""
    chosen, seen = [], set()
    rest = [case for case in cases if case.applied and sizes[case] <= LARGEST_BYTES]
    while rest and len(chosen) < KEPT:
        best = max(rest, key=lambda case: (len(features(case) - seen), -sizes[case]))
        chosen.append(best)
        rest.remove(best)
        seen |= features(best)
    return sorted(chosen, key=cases.index)


def rewrite(program):
    """Makes the files and their truth anew."""
    work = ROOT / "build" / "messy"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    cases = make_cases(SEED, OUT_OF)
    names = write_all(cases, work)
    bad = {verdict.case for verdict in judge_all(cases, names, program, work) if verdict.kind in (WRONG, NEEDLESS)}
    sizes = {case: (work / names[case]).stat().st_size for case in cases}
    chosen = choose([case for case in cases if case not in bad], sizes)
    shutil.rmtree(HERE / "files", ignore_errors=True)
    for case in chosen:
        target = HERE / "files" / names[case]
        target.parent.mkdir(parents=True)
        shutil.copyfile(work / names[case], target)
    (HERE / "truth.jsonl").write_text("".join(to_json(case, names[case]) + "\n" for case in chosen), encoding="utf-8")
    print(f"messy: {len(chosen)} of {len(cases)} kept, {sum(sizes[case] for case in chosen)} bytes; {len(bad)} are misread")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--rewrite", action="store_true")
    args = parser.parse_args()
    if args.rewrite:
        rewrite(args.program.resolve())
    lines = (HERE / "truth.jsonl").read_text(encoding="utf-8").splitlines()
    names = dict(from_json(line) for line in lines)
    verdicts = judge_all(list(names), names, args.program.resolve(), HERE / "files")
    bad = [verdict for verdict in verdicts if verdict.kind in (WRONG, NEEDLESS)]
    for verdict in bad:
        print(to_line(verdict, names[verdict.case]))
    print(f"messy: {summary(list(names), verdicts)}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
