"""The data that `tools/bench read` measures on: made once, kept below build/bench, made anew when a generator changes."""

import hashlib
import json
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

from .list_ods import write_list_ods
from .list_rows import Counts
from .list_xls import write_list_xls
from .list_xlsx import write_list_xlsx
from .small_returns import write_small_returns

SOURCES = ["list_rows.py", "list_xlsx.py", "list_xls.py", "list_ods.py", "small_returns.py", "read_data.py"]


@dataclass
class DataSet:
    """*Units*: `bytes` on disk, all files together."""
    name: str
    files: list
    counts: Counts

    @property
    def bytes(self):
        return sum(path.stat().st_size for path in self.files)


def make_list(file, write, rows):
    """A maker of one file with one long list."""
    return lambda folder: ([folder / file], write(folder / file, rows))


MAKERS = {
    "BIG": make_list("BIG.xlsx", write_list_xlsx, 200_000),
    "MANY": lambda folder: write_small_returns(folder, 500),
    "XLS": make_list("XLS.xls", write_list_xls, 60_000),
    "ODS": make_list("ODS.ods", write_list_ods, 60_000),
    "ODS-quarter": make_list("ODS-quarter.ods", write_list_ods, 15_000),  # only to see whether memory grows with the sheet
}


def version():
    here = Path(__file__).resolve().parent
    return hashlib.sha256(b"".join((here / name).read_bytes() for name in SOURCES)).hexdigest()


def load_data(cache, name, say=lambda text: None):
    """The data set `name`, from `cache` where it lies there already. *Errors*: KeyError for an unknown name."""
    folder = Path(cache) / name
    card = folder / "card.json"
    if card.exists():
        known = json.loads(card.read_text(encoding="utf-8"))
        if known["version"] == version():
            return DataSet(name, [folder / file for file in known["files"]], Counts(**known["counts"]))
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    say(f"making {name}")
    files, counts = MAKERS[name](folder)
    card.write_text(json.dumps({"version": version(), "counts": asdict(counts), "files": [file.name for file in files]}),
                    encoding="utf-8")
    return DataSet(name, files, counts)
