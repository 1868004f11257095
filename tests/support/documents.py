"""Word documents for tests, made as the samples' are."""

import sys

from workspace import ROOT

sys.path.insert(0, str(ROOT / "tools"))
from samples.docx import Changed, Table, docx_bytes  # noqa: E402,F401


def write_document(name, parts):
    with open(name, "wb") as file:
        file.write(docx_bytes(parts))
