#!/usr/bin/python3
"""Small files that ask for a lot, through the whole program: read or refused, and which it was is told, in little time and memory."""

import argparse
import json
import re
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from gallery import base_table, write_book  # noqa: E402
from workspace import MEMORY_TIMES, NOW, Report, load, make_workspace, run, temporary_folder  # noqa: E402

LONGEST_SECONDS = 60  # on a busy machine; an honest one takes one
LARGEST_MIB = 768
SHEET, STYLES, BOOK, RELATIONS = "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"


def change(whole, path, **changes):
    """Writes the book with parts changed: `sheet=lambda text: …` and so on."""
    names = {"sheet": SHEET, "styles": STYLES, "book": BOOK, "relations": RELATIONS}
    parts = dict(whole)
    for key, edit in changes.items():
        text = parts[names[key]].decode()
        parts[names[key]] = edit(text).encode()
        assert parts[names[key]] != whole[names[key]], f"{path.name}: nothing was changed in {key}"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def behind_rows(xml):
    return lambda text: text.replace("</sheetData>", "</sheetData>" + xml, 1)


def more_rows(xml):
    return lambda text: text.replace("</sheetData>", xml + "</sheetData>", 1)


def more_merges(xml):
    def edit(text):
        return re.sub(r"<mergeCells[^>]*>", lambda found: found.group(0) + xml, text) if "<mergeCells" in text else \
            behind_rows(f"<mergeCells>{xml}</mergeCells>")(text)
    return edit


def columns(xml):
    return lambda text: re.sub(r"(<cols>.*?</cols>)?<sheetData>", f"<cols>{xml}</cols><sheetData>", text, count=1)


def many_sheets_of_one_part(count):
    """Edits of the workbook and of its relations."""
    sheets = "".join(f'<sheet xmlns:q="http://schemas.openxmlformats.org/officeDocument/2006/relationships" name="s{i}" '
                     f'sheetId="{i + 9}" q:id="s{i}"/>' for i in range(count))

    def relate(text):
        one = re.search(r'<Relationship [^>]*worksheets/sheet1.xml[^>]*>', text).group(0)
        return text.replace(one, one + "".join(re.sub(r'\bId="[^"]*"', f'Id="s{i}"', one) for i in range(count)))
    return {"book": lambda text: text.replace("</sheets>", sheets + "</sheets>"), "relations": relate}


def variants():
    """Name: parts to change, state and rules that `check` gives. No rules: accepted without a finding."""
    long_text = "x" * 1_000_000
    repeated = "".join(f'<row r="{r}">' + f'<c t="str"><v>{long_text[:2000]}</v></c>' * 40 + "</row>" for r in range(3000, 3100))
    return {
        "nothing": ({"sheet": behind_rows("<a/>")}, "accepted", []),
        "merge-of-all": ({"sheet": more_merges('<mergeCell ref="A1:XFD1048576"/>')}, "unrecognised", ["file.unrecognised"]),
        "merge-down": ({"sheet": more_merges('<mergeCell ref="W3:W1048576"/>')}, "accepted", []),
        "many-merges": ({"sheet": more_merges("".join(f'<mergeCell ref="A{i}:B{i}"/>' for i in range(5000, 205000)))}, "accepted", []),
        "corner": ({"sheet": more_rows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')}, "pending", ["cell.unclaimed"]),
        "hidden-columns": ({"sheet": columns('<col min="1" max="16384" hidden="1"/>' * 300_000)}, "accepted", []),
        "styles": ({"styles": lambda text: text.replace("</cellXfs>", '<xf numFmtId="14"/>' * 1_000_000 + "</cellXfs>")}, "accepted", []),
        "deep": ({"sheet": behind_rows("<a>" * 1_000_000 + "</a>" * 1_000_000)}, "accepted", []),
        "attributes": ({"sheet": lambda text: text.replace("<sheetData>", "<sheetData " + 'a="1" ' * 1_000_000 + ">", 1)}, "accepted", []),
        "dimension": ({"sheet": lambda text: re.sub(r"<dimension[^>]*>", '<dimension ref="A1:XFD1048576"/>', text)}, "accepted", []),
        "wide-rows": ({"sheet": more_rows("".join(f'<row r="{r}">' + '<c t="str"><v>甲</v></c>' * 16_384 + "</row>" for r in range(3000, 3100)))},
                      None, []),
        "long-texts": ({"sheet": more_rows(repeated)}, None, []),
        "sheets-of-one-part": (many_sheets_of_one_part(100_000), "refused", ["file.hostile"]),
        "doctype": ({"sheet": lambda text: '<!DOCTYPE a [<!ENTITY b "c">]>' + text}, "refused", ["file.hostile"]),
    }


def check_variants(report, program, folder):
    """Each variant by itself; where no state is said, any will do, as long as it comes soon."""
    path = folder / "广灵县2024年基本情况表.xlsx"
    write_book(path, base_table())
    with zipfile.ZipFile(path) as archive:
        whole = {name: archive.read(name) for name in archive.namelist()}
    for name, (changes, state, rules) in variants().items():
        hostile = folder / name / path.name
        hostile.parent.mkdir()
        change(whole, hostile, **changes)
        try:
            result = subprocess.run([program, "check", "--json", hostile], capture_output=True, timeout=LONGEST_SECONDS, check=False)
        except subprocess.TimeoutExpired:
            report.expect(False, f"{name}: not done after {LONGEST_SECONDS} s")
            continue
        report.expect(result.returncode in (0, 1), f"{name}: exit {result.returncode}: {result.stderr[-300:]}")
        files = json.loads(result.stdout)["files"]
        if state is None:
            continue
        report.equal(sorted({file["state"] for file in files}), [state], f"state of {name}")
        found = sorted({finding["rule"] for file in files for finding in file["findings"]})
        report.equal(found, rules, f"rules of {name}")


def check_limits(report, program, folder):
    """A night under limits of a configuration; a file far beyond them is told, and not read: it would not fit into memory."""
    workspace = make_workspace(folder / "limits")
    settings = workspace / "huizong.yaml"
    small = "intake:\n  largest: 1\n  largestPart: 1\n"
    text = re.sub(r"^intake:.*\n(?:^ .*\n)*", "", settings.read_text(encoding="utf-8"), flags=re.MULTILINE)
    settings.write_text(text + small + "  settle: 0.1\n", encoding="utf-8")
    good, wide, huge = (workspace / "inbox" / name for name in ("大同市/广灵县.xlsx", "大同市/灵丘县.xlsx", "巨大.xlsx"))
    good.parent.mkdir(parents=True)
    write_book(good, base_table())
    with zipfile.ZipFile(good) as archive:
        change({name: archive.read(name) for name in archive.namelist()}, wide, sheet=behind_rows("<a/>" * 400_000))
    with huge.open("wb") as file:
        file.truncate(20 << 30)  # without blocks on the disk

    def rules():
        run(program, "--workspace", workspace, "run", "--now", NOW)
        files = load(workspace / "reports" / "inbox.json")["files"]
        return {file["file"]: (file["bucket"], [finding["rule"] for finding in file["findings"]]) for file in files}

    first = rules()
    report.equal(first.get("大同市/灵丘县.xlsx"), ("unreadable", ["file.too-large"]), "a sheet beyond largestPart")
    report.equal(first.get("巨大.xlsx"), ("unreadable", ["file.too-large"]), "a file beyond largest")
    report.equal(first.get("大同市/广灵县.xlsx", ("",))[0], "accepted", "the file beside them")
    huge.unlink()
    settings.write_text(text + small.replace("largestPart: 1", "largestPart: 8") + "  settle: 0.1\n", encoding="utf-8")
    report.expect("file.too-large" not in rules()["大同市/灵丘县.xlsx"][1], "a limit that was raised lets the file in")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, required=True)
    program = parser.parse_args().program.resolve()
    report = Report("nights/hostile")
    with temporary_folder() as folder:
        check_variants(report, program, folder)
        check_limits(report, program, folder)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    report.expect(peak < LARGEST_MIB * MEMORY_TIMES, f"{peak:.0f} MiB of memory for one file")
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
