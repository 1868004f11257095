#!/usr/bin/python3
"""Holds the header trees of the schemas against the printed forms in the source documents.

  headers.py [--rewrite]    places.tsv says where each form is printed; differences.tsv lists every difference with its reason

Compared are the form's number, title, unit line and reporter label, and every label of the header in printed order: each one that
is printed and not declared, declared and not printed, or in another place (then it is both). --rewrite writes differences.tsv
anew, keeps the reasons, and leaves the new ones empty: without a reason the test fails.
"""

import argparse
import sys
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

from declared import blocks_of, header_of, load_forms, texts, with_years
from printed import BLANKS, Printed, cells_of, fold, fragments_of, read_tsv

HERE = Path(__file__).resolve().parent
COLUMNS = ("form", "what", "label", "reason")


def is_same(printed, declared):
    return fold(printed).rstrip(":") == fold(declared).rstrip(":")


def compare_lines(form, printed, year):
    """The lines around the table."""
    if not is_same(printed.number, form.get("document", "")) and not fold(form.get("document", "")).endswith(fold(printed.number)):
        yield "number printed", printed.number
        yield "number declared", form.get("document", "")
    title = with_years(form["title"], year)
    if not printed.take_title([title]):
        yield "title declared", title
    unit = printed.take_unit()
    if fold(unit or "") != fold(form.get("unitLine", "")):
        if unit:
            yield "unit line printed", unit
        if "unitLine" in form:
            yield "unit line declared", form["unitLine"]
    columns = {fold(label) for label in header_of(form, year)}
    labels = [label for label in texts(form.get("reporter", {}).get("lineLabels")) if fold(label) not in columns]
    if labels and not printed.take_reporters(labels):
        yield "reporter declared", " | ".join(labels)


def compare_cells(cells, labels):
    """Differences of two sequences, by their longest common run of runs."""
    left, right = [fold(cell).rstrip(":%") for cell in cells], [fold(label).rstrip(":%") for label in labels]
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for cell in cells[a:b]:
            yield "printed", " ".join(cell.split())
        for label in labels[c:d]:
            yield "declared", label


def take_block(cells, labels):
    """A small table of a card stands anywhere in it: takes its cells, from its first label on. Returns the labels not found."""
    wanted = [fold(label).rstrip("%") for label in labels]
    folded = [fold(cell).rstrip("%") for cell in cells]
    starts = [at for at, cell in enumerate(folded) if cell == wanted[0]]
    if not starts:
        return labels
    best, matches = 0, []
    for start in starts:
        window = folded[start : start + len(wanted) + 3]
        blocks = SequenceMatcher(None, window, wanted, autojunk=False).get_matching_blocks()
        pairs = [(start + block.a + i, block.b + i) for block in blocks for i in range(block.size)]
        if len(pairs) > best:
            best, matches = len(pairs), pairs
    for at, _ in sorted(matches, reverse=True):
        del cells[at]
    found = {label for _, label in matches}
    return [label for at, label in enumerate(labels) if at not in found]


def compare_card(cells, form, year):
    """A card: its small tables first, then its own labels, each label once: a label over a row or column serves several."""
    cells = fragments_of(cells)
    for block in blocks_of(form):
        for label in take_block(cells, block):
            yield "declared", label
    titles = {fold(block["title"]) for block in form.get("blocks", [])}
    cells = [cell for cell in cells if fold(cell) not in titles]
    labels = [label for label in header_of(form, year) if not BLANKS.fullmatch(fold(label))]
    yield from compare_cells(list(dict.fromkeys(cells)), list(dict.fromkeys(labels)))


def compare(form, place):
    if place["first"] == "-":
        return [("not printed as a table", form["document"])]
    printed = Printed(place, HERE)
    found = list(compare_lines(form, printed, place["year"]))
    cells = cells_of(printed.rest)
    if form["layout"] == "card":
        return found + list(compare_card(cells, form, place["year"]))
    return found + list(compare_cells(cells, header_of(form, place["year"])))


def find_differences(forms, faults):
    found = []
    places = {place["form"]: place for place in read_tsv(HERE / "places.tsv")}
    for name in forms:
        if name not in places:
            faults.append(f"{name}: places.tsv does not say where it is printed")
    for name, place in places.items():
        if name not in forms:
            faults.append(f"{name}: stands in places.tsv, and there is no such form")
            continue
        found += [(name, what, label) for what, label in compare(forms[name], place)]
    return found


def write(found, reasons):
    lines = ["# Every difference between a form as its source prints it and as its schema declares it, with the reason.", "\t".join(COLUMNS)]
    lines += ["\t".join((*difference, reasons.get(difference, ""))) for difference in found]
    (HERE / "differences.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rewrite", action="store_true")
    parser.add_argument("--schemas", type=Path, default=HERE.parents[1] / "schemas")
    options = parser.parse_args()
    faults = []
    forms = load_forms(options.schemas)
    found = find_differences(forms, faults)
    table = HERE / "differences.tsv"
    listed = read_tsv(table) if table.exists() else []
    reasons = {tuple(row[column] for column in COLUMNS[:3]): row["reason"] or "" for row in listed}
    if options.rewrite:
        write(found, reasons)
        return 0
    expected = Counter(tuple(row[column] for column in COLUMNS[:3]) for row in listed)
    for difference, count in (Counter(found) - expected).items():
        faults.append(f"{' '.join(difference)}: differs {count} times more than differences.tsv says")
    for difference, count in (expected - Counter(found)).items():
        faults.append(f"{' '.join(difference)}: stands in differences.tsv, and there is no such difference ({count})")
    faults += [f"{' '.join(difference)}: has no reason" for difference, reason in reasons.items() if not reason.strip()]
    for fault in faults:
        print(fault)
    print(f"{len(forms)} forms, {len(found)} differences, {len(faults)} faults")
    return 1 if faults or len(forms) < 5 else 0


if __name__ == "__main__":
    sys.exit(main())
