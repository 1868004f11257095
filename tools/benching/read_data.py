"""The data that `tools/bench read` measures on: made once, kept below build/bench, made anew when a generator changes."""

import hashlib
import json
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

from .list_rows import Counts
from .list_xlsx import write_list_xlsx
from .small_returns import write_small_returns

SOURCES = ["list_rows.py", "list_xlsx.py", "small_returns.py", "read_data.py"]


@dataclass
class DataSet:
    """*Units*: `bytes` on disk, all files together."""
    name: str
    files: list
    counts: Counts

    @property
    def bytes(self):
        return sum(path.stat().st_size for path in self.files)


def make_big(folder):
    path = folder / "BIG.xlsx"
    return [path], write_list_xlsx(path, 200_000)


def make_many(folder):
    return write_small_returns(folder, 500)


MAKERS = {"BIG": make_big, "MANY": make_many}


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
