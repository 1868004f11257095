"""Who reads what: the two independent readers of each kind, and how they are started."""

import shutil
import subprocess
import sys
from pathlib import Path

from .peer import Peer

HERE = Path(__file__).resolve().parent
READERS = {
    "xlsx": ("openpyxl", "sheetjs"),
    "xls": ("xlrd", "sheetjs"),
    "ods": ("sheetjs", "soffice"),
    "fods": ("sheetjs", "soffice"),
    "xml": ("sheetjs", "soffice"),
    "html": ("sheetjs", "soffice"),
    "csv": ("csv",),
}
PYTHON_PEERS = {"openpyxl": "openpyxl_cells.py", "xlrd": "xlrd_cells.py", "csv": "csv_cells.py"}
NEEDS = {"openpyxl": "python3-openpyxl", "xlrd": "python3-xlrd", "sheetjs": "nodejs npm", "soffice": "libreoffice-calc-nogui"}


class MissingReader(Exception):
    """A reader is not installed."""


def is_there(name):
    if name in ("openpyxl", "xlrd"):
        return subprocess.run([sys.executable, "-c", f"import {name}"], capture_output=True).returncode == 0
    programs = {"sheetjs": ("node", "npm"), "soffice": ("soffice",)}.get(name, ())
    return all(shutil.which(program) for program in programs)


def check_readers(names):
    """*Errors*: MissingReader, naming the Debian packages that are missing."""
    missing = [NEEDS[name] for name in sorted(names) if not is_there(name)]
    if missing:
        raise MissingReader(f"install {' '.join(missing)} (apt-get install) and run again")


def install_sheetjs(cache):
    """The folder that holds SheetJS, in the version that is pinned; installed at the first use."""
    folder = cache / "sheetjs"
    pinned = (HERE / "sheetjs/package-lock.json").read_bytes()
    lock = folder / "package-lock.json"
    if not (folder / "node_modules/xlsx").is_dir() or not lock.exists() or lock.read_bytes() != pinned:
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(HERE / "sheetjs" / name, folder / name)
        done = subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=folder, capture_output=True, text=True)
        if done.returncode != 0:
            raise MissingReader(f"npm could not install SheetJS: {done.stderr.strip()[-300:]}")
    return folder


def start(name, cache):
    """A Peer for every reader but LibreOffice, which reads many files at once."""
    if name == "sheetjs":
        env = {"NODE_PATH": str(install_sheetjs(cache) / "node_modules"), "TZ": "UTC"}
        # node reserves far more addresses than it uses: its heap is what can be limited.
        return Peer(["node", "--max-old-space-size=4096", str(HERE / "sheetjs/cells.js")], env, limit_memory=False)
    return Peer([sys.executable, "-B", str(HERE / "peers" / PYTHON_PEERS[name])])
