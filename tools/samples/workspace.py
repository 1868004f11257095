"""One sample workspace on its way to disk: files, times, and the list of what was planted."""

import random
import shutil
import subprocess
import tempfile
from pathlib import Path

from .book import csv_bytes, repack, xlsx_bytes

CONFIG = """\
# The province's pack of forms.
pack: {pack}
# Code of the province (GB/T 2260), as text.
province: "{province}"
# Language of reports and annotated returns: zh or en.
language: zh
# Time zone of deadlines and of times that name none.
zone: "+08:00"
# A file of the inbox counts when size and time are the same at two looks, so many seconds apart.
intake:
  settle: 1
"""


class Workspace:
    """Collects files below inbox/ and writes them in one go."""

    def __init__(self, pack, province, seed):
        self.pack = pack
        self.province = province
        self.random = random.Random(f"{pack}-{seed}")
        self.files = {}
        self.times = {}
        self.planted = []
        self.office = []  # paths that an office program saves again

    def add(self, path, data, time, office=False):
        """`path` relative to the inbox; `time` in RFC 3339."""
        if path in self.files:
            raise ValueError(f"two files at {path}")
        self.files[path] = data
        self.times[path] = time
        if office:
            self.office.append(path)

    def add_book(self, path, grids, time, office=False):
        self.add(path, xlsx_bytes(grids), time, office)

    def add_csv(self, path, grid, time, encoding):
        self.add(path, csv_bytes(grid, encoding), time)

    def plant(self, rule, severity, path, cell, what):
        self.planted.append((self.pack, rule, severity, path, cell or "—", what))

    def write(self, root):
        """Writes the workspace under `root`, in place of what stood there."""
        folder = Path(root) / self.pack
        shutil.rmtree(folder, ignore_errors=True)
        self._save_again()
        for path, data in self.files.items():
            target = folder / "inbox" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        (folder / "huizong.yaml").write_text(CONFIG.format(pack=self.pack, province=self.province), encoding="utf-8")
        lines = [f"{path}\t{self.times[path]}\n" for path in sorted(self.times)]
        (folder / "mtimes.tsv").write_text("".join(lines), encoding="utf-8")

    def _save_again(self):
        """Lets LibreOffice open and save the marked files, so that their formulas carry stored results."""
        if not self.office:
            return
        with tempfile.TemporaryDirectory() as scratch:
            before, after = Path(scratch) / "before", Path(scratch) / "after"
            before.mkdir()
            names = [f"{index:02}.xlsx" for index in range(len(self.office))]
            for name, path in zip(names, self.office):
                (before / name).write_bytes(self.files[path])
            command = ["soffice", f"-env:UserInstallation=file://{scratch}/profile", "--headless", "--convert-to", "xlsx"]
            subprocess.run([*command, "--outdir", str(after), *(str(before / name) for name in names)],
                           check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            for name, path in zip(names, self.office):
                self.files[path] = repack((after / name).read_bytes())
