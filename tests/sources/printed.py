"""The printed tables in the source documents' text: cells between two marked lines, folded as the program folds labels."""

import csv
import re
import unicodedata
from pathlib import Path

QUOTES = set("\"'“”„‟″〝〞〟‘’‚‛′「」『』")
BRACKETS = {"【": "[", "〔": "[", "】": "]", "〕": "]"}


def fold(text):
    """Full width to half, no spaces, no quotes, lower case (src/base/text.hpp, fold_label)."""
    out = []
    for char in text:
        if char.isspace() or char in QUOTES or unicodedata.category(char) in ("Cf", "Cc"):
            continue
        if "\uff01" <= char <= "\uff5e":
            char = chr(ord(char) - 0xFEE0)
        out.append(BRACKETS.get(char, char))
    return "".join(char.lower() if char.isascii() else char for char in "".join(out) if char not in QUOTES)


def read_tsv(path):
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def marker(text):
    """`text#3`: the third line that begins so."""
    wanted, _, count = text.partition("#")
    return fold(wanted), int(count or 1)


def find_line(lines, text, start, place):
    wanted, count = marker(text)
    for index in range(start, len(lines)):
        if fold(lines[index]).startswith(wanted):
            count -= 1
            if count == 0:
                return index
    raise ValueError(f"{place}: no line begins with “{text}” from line {start + 1} on")


def span_of(place, folder):
    """The lines of a printed form, its first line (the number of the form) and its last included."""
    lines = (folder / place["file"]).read_text(encoding="utf-8").splitlines()
    first = find_line(lines, place["first"], 0, place["form"])
    last = find_line(lines, place["last"], first, place["form"])
    return lines[first : last + 1]


UNITS = r"万元|平米|台（套）|家|人|件|％|%"
# What is printed where a value is to be written, and is no label.
BLANKS = re.compile(r"[年月日]+|是|否|\(?盖章\)?|" + UNITS)


def is_label(cell):
    """Not a blank, a dash, a row's number or a filler."""
    return bool(re.search(r"[^\W\d_]", cell))


def is_inside_cell(before, line):
    """Does the line go on with the cell of the line before? A cell of a table that stands one a line begins with a tab."""
    return bool(re.fullmatch(r"\t[^\t]*\S[^\t]*", before)) and bool(line.strip()) and "\t" not in line


def cells_of(lines):
    """Cells in printed order, however the text was converted: one a line, or a row a line with tabs between."""
    cells, before = [], ""
    for line in lines:
        if is_inside_cell(before, line):
            cells[-1] += line.strip()
            continue
        cells += [cell for cell in line.split("\t") if cell.strip()]
        before = line
    return [re.sub(rf"\s+({UNITS})\s*$", "", cell) for cell in cells if is_label(cell)]


def fragments_of(cells):
    """The cells of a card, cut where a value is to be written or a box ticked, without numbering and 【】."""
    out = []
    for cell in cells:
        cell = re.sub(r"<[^>]*>", "□", re.sub(r"\[bookmark:[^]]*\]|[【】]", " ", cell))
        cell = re.sub(rf"(?<=\s)({UNITS})(?=\s*[，；。]|\s*$|\s\s)", "□", re.sub(r"_+", " □ ", cell))
        for part in re.split(r"[；;□]+|(?<!其中)(?<!其 中)[：:]+", cell):
            part = re.sub(r"^[\s，。、*]*(?:\d+[.、]|（\d+）|-)?\s*|[\s，。、—-]+$", "", part)
            if is_label(part) and not BLANKS.fullmatch(fold(part)):
                out.append(part)
    return out


class Printed:
    """One printed form, its lines of number, title, unit and reporter taken apart from its cells."""

    def __init__(self, place, folder):
        self.lines = span_of(place, folder)
        self.number = self.lines[0].strip().rstrip("：。")
        self.rest = self.lines[1:]

    def take_title(self, titles):
        """Takes the line, or the neighbouring lines, that say one of `titles`. Returns whether there was one."""
        wanted = {fold(title) for title in titles}
        for size in (1, 2, 3):
            for start in range(len(self.rest) - size + 1):
                if fold("".join(self.rest[start : start + size])) in wanted:
                    del self.rest[start : start + size]
                    return True
        return False

    def take_unit(self):
        """Takes the unit line out of its line. None where none is printed."""
        for index, line in enumerate(self.rest):
            match = re.search(r"(?<![\u4e00-\u9fff（(])单\s*位\s*[：:]\s*([^\s_（(]+)", line)
            if match and re.search(r"元|人|户|家|平方米", match[1]):
                self.rest[index] = line[: match.start()] + line[match.end() :]
                return match[1]
        return None

    def take_reporters(self, labels):
        """Takes every line, or part of one, that is a reporter label of the schema. Returns those found."""
        found = []
        for index, line in enumerate(self.rest):
            for part in re.split(r"\t|\s{2,}", line):
                bare = fold(part).rstrip(":")
                for label in labels:
                    if bare == fold(label).rstrip(":"):
                        self.rest[index] = self.rest[index].replace(part, " ", 1)
                        found.append(label)
        return found
