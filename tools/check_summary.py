#!/usr/bin/python3
"""Recomputes the summaries of a sample workspace from its inbox, and compares every figure with reports/*/summary/*.json.

Shares no code with the program or with what makes the samples. Exit 0 when all agree, 1 on a difference, 2 where there is
nothing to compare.
"""

import argparse
import json
import re
import sys
from pathlib import Path

from summary_oracle.compare import compare
from summary_oracle.gather import gather, refused
from summary_oracle.regions import Regions

ROOT = Path(__file__).resolve().parent.parent
PROVINCES = {"shanxi": "140000", "heilongjiang": "230000", "qinghai": "630000"}
FORMS = {"shanxi": "base-summary", "heilongjiang": "key-services", "qinghai": "platform-operation"}


def earlier(period):
    """The same span a year before: 2024H1 after 2023H1."""
    return f"{int(period[:4]) - 1}{period[4:]}"


def pack_of(workspace):
    """The pack that huizong.yaml names."""
    found = re.search(r"^pack:\s*\"?([a-z]+)", (workspace / "huizong.yaml").read_text(encoding="utf-8"), re.M)
    return found[1] if found else ""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workspace", type=Path, help="a workspace with inbox/ and, after a run, reports/")
    parser.add_argument("--readme", type=Path, default=ROOT / "samples" / "README.md", help="table of the planted faults")
    parser.add_argument("--regions", type=Path, default=ROOT / "schemas" / "regions" / "areacodes.csv")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print at most N differences (0: all)")
    args = parser.parse_args()
    pack = pack_of(args.workspace)
    if pack not in PROVINCES:
        print(f"no sample pack: {pack or 'none named'}", file=sys.stderr)
        return 2
    province = PROVINCES[pack]
    counted = gather(args.workspace, pack, Regions(args.regions, province), refused(args.readme, pack))
    compared, differences = 0, []
    periods = sorted(path.parent.parent.name for path in (args.workspace / "reports").glob(f"*/summary/{FORMS[pack]}.json"))
    for period in periods:
        text = (args.workspace / "reports" / period / "summary" / f"{FORMS[pack]}.json").read_text(encoding="utf-8")
        result = compare(pack, json.loads(text), counted, province, earlier)
        compared += result.compared
        differences += result.differences
    for period in sorted(set(counted) - set(periods)):
        differences.append(f"{period}: no reports/{period}/summary/{FORMS[pack]}.json")
    for line in differences[:args.show or None]:
        print(line)
    print(f"{pack}: {len(periods)} summaries, {compared} figures compared, {len(differences)} differences")
    if not periods or not compared:
        return 2
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
