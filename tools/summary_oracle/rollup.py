"""Sums, growth and contribution of every row, from the records that count."""

from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


def percent(change, base):
    """change / base x 100 to two places, half away from zero; None where the base is not above zero."""
    if change is None or base is None or base <= 0:
        return None
    return (change / base * 100).quantize(CENT, rounding=ROUND_HALF_UP)


def growth(now, base):
    return percent(None if now is None or base is None else now - base, base)


def _sum(figures):
    known = [value for value in figures if value is not None]
    return sum(known, Decimal(0)) if known else None


class Row:
    """The records of one row in this period and in the base period, by their key."""

    def __init__(self, now, base):
        self.now, self.base = now, base

    def value(self, path):
        return _sum(record.figures.get(path) for record in self.now.values())

    def base_value(self, path):
        return _sum(record.figures.get(path) for record in self.base.values())

    def growth(self, path):
        return growth(self.value(path), self.base_value(path))

    def growth_comparable(self, path):
        both = [(record.figures.get(path), self.base[key].figures.get(path))
                for key, record in self.now.items() if key in self.base]
        both = [(now, base) for now, base in both if now is not None and base is not None]
        return growth(_sum(now for now, _ in both), _sum(base for _, base in both))

    def contribution(self, path, whole_base):
        """A row that is absent in one period counts as zero there; a figure missing from a row that is there does not."""
        now = self.value(path) if self.now else Decimal(0)
        base = self.base_value(path) if self.base else Decimal(0)
        if now is None or base is None or not (self.now or self.base):
            return None
        return percent(now - base, whole_base)


def rows(now, base, province, as_city=frozenset()):
    """Rows by (level, region, key). `as_city` holds keys of records that stand under their city, not their county."""
    sets = {}
    for side, records in ((0, now), (1, base)):
        for key, record in records.items():
            homes = [("province", province, ""), ("city", record.city, "")]
            if record.county and key[1] not in as_city:
                homes.append(("county", record.county, ""))
            if key[1]:
                homes.append(("record", record.city if key[1] in as_city else key[0], key[1]))
            for home in homes:
                sets.setdefault(home, ({}, {}))[side][key] = record
    return {home: Row(*pair) for home, pair in sets.items()}
