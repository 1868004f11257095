"""What Python's csv sees in delimited text: every field is text."""

import csv
import io
import re
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from serve import serve  # noqa: E402

MARKS = ((b"\xEF\xBB\xBF", "utf-8"), (b"\xFF\xFE", "utf-16-le"), (b"\xFE\xFF", "utf-16-be"))
SEP_LINE = re.compile(r'"?sep=([^\r\n"])"?(\r\n|\r|\n|$)', re.I)
SAMPLE_ROWS = 50


def decode(data):
    """By the byte-order mark, then as UTF-8, then as GB18030. *Errors*: UnicodeDecodeError."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark):].decode(encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def column_name(index):
    name = ""
    while index >= 0:
        index, letter = divmod(index, 26)
        name, index = chr(65 + letter) + name, index - 1
    return name


def rows_of(text, delimiter):
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def guess_delimiter(text):
    """The one that cuts most of the first rows to one same width above 1; among equals the wider, then the comma."""
    def evenness(delimiter):
        widths = Counter()
        for _, row in zip(range(SAMPLE_ROWS), rows_of(text, delimiter)):
            widths[len(row)] += len(row) > 1
        width, rows = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        return (rows, width) if rows else (0, 0)
    return max(",\t;", key=evenness)


def told_delimiter(text):
    """Excel's own first line, `sep=;`, which is no row; None where there is none."""
    found = SEP_LINE.match(text)
    return (found[1], text[found.end():]) if found else (None, text)


def read(path):
    delimiter, text = told_delimiter(decode(Path(path).read_bytes()))
    cells = []
    for row, fields in enumerate(rows_of(text, delimiter or guess_delimiter(text))):
        cells += ((f"{column_name(column)}{row + 1}", "s", field) for column, field in enumerate(fields) if field)
    return [("", cells)]


if __name__ == "__main__":
    csv.field_size_limit(1 << 30)
    serve(read)
