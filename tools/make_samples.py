#!/usr/bin/python3
"""Makes samples/shanxi, samples/heilongjiang, samples/qinghai, samples/forms and samples/README.md, the list of what is planted in them."""

import argparse
from pathlib import Path

from samples import cards, documents, heilongjiang, lists, qinghai, shanxi

ROOT = Path(__file__).resolve().parent.parent
HEAD = """\
# Samples

Three workspaces of invented returns, made by `tools/make_samples.py`: every figure, base, platform and firm is made up, the regions
are real. `mtimes.tsv` holds the times that a copy's files must be given, since a clone keeps none.

The values are clean but for the faults below. **All M and V findings that the samples contain are in this table**, and the I findings
that were planted on purpose; other I findings (aliases, ignored rows and sheets, assumed periods) may stand beside them. `file` is
relative to the workspace's inbox; `cell` is the cell at fault, and — where the fault is about more than a cell. A file with an M row
does not count in any summary.

Also in them, and no finding: 盂县 does not report for 2024 (missing); 永和县's file is two days late; the bases of 吉县 (both years) and
大宁县 (2024) file for themselves; 忻州经济开发区 is a zone (`140900-jkq`); 朔州市's table brings 桑干河双创基地, which nobody else reports,
and 运城市's says just what its counties say; two counties are called 城区, told apart by folder; 武乡县, 祁县 and 河曲县 leave a figure
missing (/, —, 暂无, blank); 海南州 has a platform that turned a loss into a profit; returns in csv (GB18030, UTF-8) and returns saved by
LibreOffice with a formula for 合计; rates with one place (海东市, 玉树州) and two.

`forms/<pack>/<form>/` holds a clean and a faulty return of each list form, as `huizong check` takes them; `tests/golden/check` says what
it finds in them, and the cases of `tests/rules` are patches on the clean ones.

| workspace | rule | severity | file | cell | what |
| --- | --- | --- | --- | --- | --- |
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=2024)
    parser.add_argument("--out", type=Path, default=ROOT / "samples")
    args = parser.parse_args()
    regions = ROOT / "schemas" / "regions" / "areacodes.csv"
    spaces = [shanxi.make(args.seed, regions), heilongjiang.make(args.seed), qinghai.make(args.seed)]
    args.out.mkdir(parents=True, exist_ok=True)
    for space in spaces:
        space.write(args.out)
    lists.write(args.out)
    cards.write(args.out)
    documents.write(args.out)
    rows = ["| " + " | ".join(row) + " |\n" for space in spaces for row in space.planted]
    (args.out / "README.md").write_text(HEAD + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
