"""Results as text: a table by collection and kind, then every file that needs a word."""

import json
import re
from collections import Counter
from pathlib import Path

REASONS = Path(__file__).resolve().parent / "reasons.tsv"
COLUMNS = ("collection", "kind", "files", "opened", "equal", "%", "truth", "lost", "wrong", "extra", "disputed", "odd",
           "date kind", "refused", "refused*")
COUNTS = ("truth", "lost", "wrong", "extra", "disputed", "odd", "date_kind")
UNLIKE = re.compile(r"0x\w+|-?\d+(-\d+)?|'[^']*'")  # what differs between errors of one sort
NOTE = """opened: by two readers (csv by one); equal: no cell lost, wrong or extra; truth: cells on which the readers agree; disputed: cells
on which they differ, odd: and ours is like neither; date kind: right serial, other kind; refused: by the program, refused*: of those opened;
but csv*: without the files in which the readers' common answer is proven wrong (reasons.tsv says how)"""


def load_reasons(path=REASONS):
    """*Shape*: beginnings of SHA-256 to reasons."""
    lines = [line.split("\t", 1) for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return {key: reason for key, reason in lines}


def reason_for(result, reasons):
    return next((reason for key, reason in reasons.items() if result["sha256"].startswith(key)), None)


def without_faults(results, reasons):
    """Without the files whose truth is proven to be none: what the readers agree on is not what the file holds."""
    return [result for result in results
            if result.get("equal", True) or not (reason_for(result, reasons) or "").startswith("the readers' fault")]


def share(equal, opened):
    return 100 * equal / opened if opened else 100.0


def row_of(collection, kind, results):
    opened = [result for result in results if "tally" in result]
    equal = sum(result["equal"] for result in opened)
    counts = [sum(result["tally"][count] for result in opened) for count in COUNTS]
    refused = [result for result in results if result["state"] == "refused"]
    percent = f"{share(equal, len(opened)):.2f}" if opened else "-"
    return (collection, kind, len(results), len(opened), equal, percent, *counts, len(refused),
            sum("tally" in result for result in refused))


def main_table(results, reasons):
    groups = {}
    for result in results:
        groups.setdefault((result["collection"], result["kind"]), []).append(result)
    rows = [row_of(*key, some) for key, some in sorted(groups.items())]
    two = [result for result in results if result["kind"] != "csv"]
    rows.append(row_of("all", "but csv", two))
    rows.append(row_of("all", "but csv*", without_faults(two, reasons)))
    rows.append(row_of("all", "csv", [result for result in results if result["kind"] == "csv"]))
    return aligned([COLUMNS, *rows])


def aligned(rows):
    rows = [[str(value) for value in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*rows)]
    return "\n".join("  ".join(value.ljust(width) if index < 2 else value.rjust(width)
                               for index, (value, width) in enumerate(zip(row, widths))).rstrip() for row in rows)


def cell_text(cell):
    if cell is None:
        return "nothing"
    text = json.dumps(cell[1], ensure_ascii=False)
    return f"{cell[0]} {text if len(text) <= 80 else text[:77] + '…'}"


def example_text(example):
    truth = example["truth"]
    theirs = " | ".join(map(cell_text, truth)) if example["what"] == "odd" else cell_text(truth)
    return f"    {example['what']} {example['sheet']}!{example['ref']}: ours {cell_text(example['ours'])}, theirs {theirs}"


def label(result):
    return f"{result['collection']}/{result['file']} ({result['kind']}, {result['sha256'][:12]})"


def finding_text(result, reasons):
    tally = result["tally"]
    counts = ", ".join(f"{count} {tally[count]}" for count in ("lost", "wrong", "extra", "odd") if tally[count])
    known = reason_for(result, reasons)
    refused = f"; {result['state']}: {result['reason']}" if result["state"] != "read" else ""
    lines = [f"  {label(result)}: {counts}{refused}" + (f"\n    reason: {known}" if known else "")]
    return "\n".join(lines + examples(result))


def examples(result):
    """What disputed cells look like stands in the --json only: no fault of ours."""
    return [example_text(example) for example in result["tally"]["examples"]
            if example["what"] != "disputed" and result["state"] == "read"]


def section(title, lines):
    return f"\n{title}: {len(lines)}\n" + "\n".join(lines) if lines else f"\n{title}: none"


def refusals(results):
    """Every refusal, spreadsheet or not, by kind, exit status and what the program says."""
    counts = Counter((result["kind"], result["status"], result["reason"]) for result in results if result["state"] == "refused")
    return [f"  {count:5}  {kind}: status {status}, {reason}" for (kind, status, reason), count in sorted(counts.items())]


def unopened(results):
    """Files that a reader does not open, those of one kind, state and error on one line: they may be many."""
    groups = {}
    for result in results:
        if result.get("reader_errors"):
            errors = " | ".join(UNLIKE.sub("…", error)[:100] for error in result["reader_errors"])
            groups.setdefault((result["kind"], result["state"], errors), []).append(result)
    return [f"  {len(some):5}  {kind}: {state}; readers: {errors}\n         " + ", ".join(map(label, some[:3])) +
            (", …" if len(some) > 3 else "") for (kind, state, errors), some in sorted(groups.items())]


def robustness(results):
    bad = [result for result in results if result["state"] in ("hung", "crashed") or result["over_memory"]]
    slowest = max(results, key=lambda result: result["seconds"])
    biggest = max(results, key=lambda result: result["peak_kib"])
    lines = [f"  {label(result)}: {result['state']}, status {result['status']}, {result['seconds']} s, "
             f"{result['peak_kib'] // 1024} MiB {result['reason']}" for result in bad]
    return section("crashed, over 10 s or over 1 GiB", lines) + (
        f"\nslowest: {slowest['seconds']} s {label(slowest)}\nmost memory: {biggest['peak_kib'] // 1024} MiB {label(biggest)}")


def to_text(results):
    reasons = load_reasons()
    opened = [result for result in results if "tally" in result]
    differing = [finding_text(result, reasons) for result in opened if not result["equal"]]
    odd = [finding_text(result, reasons) for result in opened if result["equal"] and result["tally"]["odd"]]
    dates = [finding_text(result, reasons) for result in opened
             if result["equal"] and not result["tally"]["odd"] and result["tally"]["date_kind"]]
    renamed = [finding_text(result, reasons) for result in opened if result["equal"] and result["tally"]["sheets_renamed"]]
    return "\n".join([main_table(results, reasons), NOTE, section("files not equal", differing),
                      section("files equal, but odd where the readers differ", odd),
                      section("files equal, but for the kind of a date", dates),
                      section("files with a sheet of another name", renamed),
                      section("files that the readers do not both open", unopened(results)),
                      section("refusals by kind and reason", refusals(results)), robustness(results)])


def passed(results, least_percent):
    """True where enough files are equal, among csv files and among all others (those whose truth is proven wrong left out),
    and none crashed, hung or took too much."""
    judged = without_faults(results, load_reasons())
    for csv in (True, False):
        opened = [result for result in judged if "tally" in result and (result["kind"] == "csv") == csv]
        if share(sum(result["equal"] for result in opened), len(opened)) < least_percent:
            return False
    return not any(result["state"] in ("hung", "crashed") or result["over_memory"] for result in results)
