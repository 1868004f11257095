"""Which returns count, and the records they bring: {period: {(region, key): record}}."""

import re
from dataclasses import dataclass, field

from .forms import QINGHAI, SHANXI, SHANXI_ALIASES, read_bands, read_list
from .sheets import fold, grids

SHANXI_KEY = "基本情况/基地名称"


@dataclass
class Counted:
    """One record that counts: where it belongs, and its figures by path."""

    city: str
    county: str  # empty where the form has no counties
    name: str
    figures: dict
    from_city_table: bool = False


@dataclass
class Filed:
    """One return as read, before versions and levels are told apart."""

    level: int  # 0 a base, 1 a county, 2 a city
    city: str
    reporter: str
    order: tuple
    records: list = field(default_factory=list)


def _natural(name):
    return [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", name)]


def _passed_over(path):
    return path.name.startswith(("~$", ".~", ".")) or path.stat().st_size == 0


def refused(readme, pack):
    """Files with a mandatory finding, from the table in the samples' README."""
    found = set()
    for line in readme.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) == 6 and cells[0] == pack and cells[2] == "M":
            found.add(cells[3])
    return found


def _times(workspace):
    table = workspace / "mtimes.tsv"
    if not table.exists():
        return {}
    return dict(line.split("\t") for line in table.read_text(encoding="utf-8").splitlines() if line)


def gather(workspace, pack, regions, skip):
    """Reads every file that may count; the folder below inbox names the period, as it does in the samples."""
    times, filed = _times(workspace), {}
    inbox = workspace / "inbox"
    for path in sorted(inbox.rglob("*")):
        name = path.relative_to(inbox).as_posix()
        if not path.is_file() or _passed_over(path) or name in skip:
            continue
        stamp = times.get(name, "")  # all of one zone, so that text order is time order
        one = READERS[pack](grids(path), name, regions)
        one.order = (stamp, _natural(path.name))
        filed.setdefault(name.split("/")[0], []).append(one)
    return {period: _settle(_newest(returns)) for period, returns in filed.items()}


def _newest(returns):
    latest = {}
    for one in sorted(returns, key=lambda r: r.order):
        latest[one.level, one.city, one.reporter] = one
    return list(latest.values())


def _settle(returns):
    """Where a base, a county and a city bring the same record the lowest of them counts."""
    counted, names = {}, set()
    for one in sorted(returns, key=lambda r: r.level):
        fresh = []
        for record in one.records:
            key = (one.city, fold(record.name))
            if key not in names:
                fresh.append(key)
                counted[record.county or record.city, fold(record.name)] = record
        names.update(fresh)
    return counted


def _heads(sheet):
    top = min((row for (row, _), value in sheet.items() if fold(value) == "序号"), default=10**6)
    return [str(value) for (row, _), value in sorted(sheet.items()) if row < top]


def _shanxi(sheets, name, regions):
    sheet = sheets[0]
    heads = _heads(sheet)
    city = regions.city_in(name.split("/")[1])
    rows = read_list(sheet, SHANXI, SHANXI_ALIASES, SHANXI_KEY)
    records = [Counted(city, regions.county_of(city, row[SHANXI_KEY]), row[SHANXI_KEY], row) for row in rows]
    if any("汇总表" in line for line in heads):
        for record in records:
            record.from_city_table = True
        return Filed(2, city, city, (), records)
    operator = fold(rows[0]["基本情况/项目运营单位名称"])
    if any(fold(line) == f"填报单位:{operator}" for line in heads):
        return Filed(0, city, fold(records[0].name), (), records)
    counties = {record.county for record in records}
    if len(counties) != 1 or None in counties:
        raise ValueError(f"{name}: one county expected, found {counties}")
    return Filed(1, city, counties.pop(), (), records)


def _heilongjiang(sheets, name, regions):
    sheet = sheets[0]
    lines = [str(value) for value in sheet.values() if "主管部门" in str(value)]
    city = regions.city_in(lines[0])
    return Filed(2, city, city, (), [Counted(city, "", "", read_bands(sheet))])


def _qinghai(sheets, name, regions):
    lines = [line for line in _heads(sheets[0]) if "工信局" in line]
    city = regions.city_in(lines[0])
    rows = read_list(sheets[0], QINGHAI, {}, "平台名称")
    return Filed(2, city, city, (), [Counted(city, "", row["平台名称"], row) for row in rows])


READERS = {"shanxi": _shanxi, "heilongjiang": _heilongjiang, "qinghai": _qinghai}
