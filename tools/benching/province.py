"""The bench workspace: an inbox of made-up county returns, and the region table and settings that go with it."""

import os
import shutil
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from .regions import make_counties, to_table
from .templates import load_templates, write_copy

SETTINGS = """\
pack: shanxi
province: "140000"
language: zh
zone: "+08:00"
intake:
  settle: 0
"""
NIGHTS = ["2024-08-14T02:00:00+08:00", "2024-08-15T02:00:00+08:00", "2024-08-16T02:00:00+08:00"]
DROPPED = ["2024-08-13T15:00:00+08:00", "2024-08-14T15:00:00+08:00"]  # before the first and the second night
CHANGED_OF = 100  # one file in so many is new on the second night


@dataclass
class Province:
    """*Shape*: `files` in step with the returns of 2024; `base` those of 2023, maybe empty."""
    root: Path
    counties: list
    pairs: list
    files: list = field(default_factory=list)
    base: list = field(default_factory=list)

    @property
    def workspace(self):
        return self.root / "workspace"

    @property
    def data(self):
        return self.root / "data"

    def pair(self, at):
        return self.pairs[at % len(self.pairs)]

    def file(self, year, at):
        template = self.pair(at)[0 if year == 2024 else 1]
        county = self.counties[at]
        return self.workspace / "inbox" / str(year) / county.city / template.name.replace(template.county, county.name)


def set_time(path, moment):
    seconds = datetime.fromisoformat(moment).timestamp()
    os.utime(path, (seconds, seconds))


def factor_of(at):
    return 1 + at * 7 % 9


def make_province(root, source, count, with_base):
    """Writes `count` returns of 2024, and as many of 2023 `with_base`, below `root`. *Errors*: ValueError on too many."""
    province = Province(Path(root), make_counties(count), load_templates(source / "samples" / "shanxi"))
    if not province.pairs:
        raise ValueError("no clean county workbook in samples/shanxi")
    shutil.copytree(source / "schemas", province.data / "schemas")
    table = province.data / "schemas" / "regions" / "areacodes.csv"
    table.write_text(to_table(table.read_text(encoding="utf-8"), province.counties), encoding="utf-8")
    province.workspace.mkdir(parents=True)
    (province.workspace / "huizong.yaml").write_text(SETTINGS, encoding="utf-8")
    for at, county in enumerate(province.counties):
        for year, files in ((2024, province.files), (2023, province.base)) if with_base else ((2024, province.files),):
            path = province.file(year, at)
            path.parent.mkdir(parents=True, exist_ok=True)
            write_copy(province.pair(at)[0 if year == 2024 else 1], county, factor_of(at), path)
            set_time(path, DROPPED[0])
            files.append(path)
    return province


def change_some(province):
    """Puts new figures into one return of 2024 in a hundred, as the second evening would; gives the files."""
    changed = []
    for at in range(0, len(province.files), CHANGED_OF):
        write_copy(province.pair(at)[0], province.counties[at], factor_of(at) + 1, province.files[at])
        set_time(province.files[at], DROPPED[1])
        changed.append(province.files[at])
    return changed
