"""One summary's JSON held against the recomputed rows."""

import re
from decimal import Decimal, InvalidOperation

from .forms import QINGHAI, SHANXI, is_figure
from .rollup import Row, rows
from .sheets import fold

PLAIN = re.compile(r"-?(0|[1-9]\d*)(\.\d*[1-9])?")
PLACES = re.compile(r"-?(0|[1-9]\d*)\.\d\d")


def kinds_of(pack, document):
    """Kind of each column of the JSON; bands have figures only."""
    if pack == "heilongjiang":
        return {column["path"]: "次" for column in document["columns"]}
    known = SHANXI if pack == "shanxi" else QINGHAI
    return {column["path"]: known.get(column["path"], "unknown") for column in document["columns"]}


class Comparison:
    """Counts what was compared and keeps every difference as a line."""

    def __init__(self):
        self.compared = 0
        self.differences = []

    def figure(self, where, expected, got, form=None):
        self.compared += 1
        try:
            value = None if got is None else Decimal(got)
        except (InvalidOperation, TypeError):
            self.differences.append(f"{where}: {got!r} is no decimal string")
            return
        if value != expected:
            self.differences.append(f"{where}: expected {_show(expected)}, got {_show(value)}")
        elif value is not None and form and (not form.fullmatch(got) or re.fullmatch(r"-0(\.0*)?", got)):
            self.differences.append(f"{where}: {got!r} is not written as the interface says")

    def text(self, where, expected, got):
        self.compared += 1
        if expected != got:
            self.differences.append(f"{where}: expected {expected!r}, got {got!r}")


def _show(value):
    return "null" if value is None else format(value, "f")


def compare(pack, document, counted, province, earlier):
    """`counted` holds records by period; `earlier` names the period a year before another. A bands form's paths are folded."""
    result = Comparison()
    period, base_period = document["period"], earlier(document["period"])
    if document["base_period"] != base_period:
        result.differences.append(f"{period}: base_period {document['base_period']!r}, expected {base_period!r}")
    now, base = counted.get(period, {}), counted.get(base_period, {})
    kinds = kinds_of(pack, document)
    _same_columns(result, pack, kinds, now, base)
    as_city = _placed_in_city(document, now)
    expected = rows(now, base, province, as_city)
    before = rows(base, counted.get(earlier(base_period), {}), province)
    seen = set()
    for row in document["rows"]:
        home = (row["level"], row["region"], fold(row["name"]) if row["level"] == "record" else "")
        if home in seen:
            result.differences.append(f"{period} {home}: the row stands twice")
        seen.add(home)
        mine = expected.get(home, Row({}, {}))
        _one_row(result, f"{period} {'/'.join(home)}", row, mine, before.get(home, Row({}, {})), kinds,
                 expected.get(("province", province, ""), Row({}, {})))
    for home, row in expected.items():
        if row.now and home not in seen:
            result.differences.append(f"{period} {'/'.join(home)}: no such row in the summary")
    return result


def _same_columns(result, pack, kinds, now, base):
    mine = {path for records in (now, base) for record in records.values() for path in record.figures}
    theirs = {_path(pack, path) for path in kinds}
    for path in sorted(mine - theirs):
        result.differences.append(f"column {path} is in the returns and not in the summary")


def _path(pack, path):
    return fold(path) if pack == "heilongjiang" else path


def _placed_in_city(document, now):
    """Records known only from a city's table may stand under their county or under the city: follow the summary."""
    cities = {row["region"] for row in document["rows"] if row["level"] == "city"}
    placed = {fold(row["name"]) for row in document["rows"] if row["level"] == "record" and row["region"] in cities}
    return frozenset(key[1] for key, record in now.items() if record.from_city_table and key[1] in placed)


def _one_row(result, where, row, mine, before, kinds, whole):
    for path, kind in kinds.items():
        own = fold(path) if kind == "次" and path.count("/") == 2 else path
        at = f"{where} [{path}]"
        got = row["values"].get(path)
        if kind.startswith("rate of "):
            partner = kind[len("rate of "):]
            result.figure(f"{at} value", mine.growth(partner), got)
            rates = mine.growth(partner), before.growth(partner)
            change = None if None in rates else rates[0] - rates[1]
            result.figure(f"{at} growth", change, row["growth"].get(path), PLACES)
        elif kind == "unknown":
            if path != "序号":
                result.figure(f"{at} value", None, got)
        elif not is_figure(kind):
            _text(result, at, row, mine, path, got, kind)
        else:
            _additive(result, at, row, mine, path, own, got, whole)


def _text(result, at, row, mine, path, got, kind):
    if row["level"] != "record":
        result.text(f"{at} value", None, got)
    elif kind == "text":
        record = next(iter(mine.now.values()), None)
        result.text(f"{at} value", record.figures[path] if record else None, got)


def _additive(result, at, row, mine, path, own, got, whole):
    result.figure(f"{at} value", mine.value(own), got, PLAIN)
    result.figure(f"{at} base", mine.base_value(own), row["base"].get(path), PLAIN)
    result.figure(f"{at} growth", mine.growth(own), row["growth"].get(path), PLACES)
    comparable = row["growth_comparable"].get(path)
    if row["level"] != "record" or comparable is not None:  # on a record it can only repeat the growth
        result.figure(f"{at} growth_comparable", mine.growth_comparable(own), comparable, PLACES)
    result.figure(f"{at} contribution", mine.contribution(own, whole.base_value(own)), row["contribution"].get(path))
