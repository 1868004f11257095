"""Names and codes of one province's cities and counties, straight from the list of codes."""

import csv

from .sheets import fold

ZONES = {"140900": {"忻州经济开发区": "140900-jkq"}}


class Regions:
    """Cities by name, and counties by city and name."""

    def __init__(self, csv_path, province):
        self.province = province
        self.cities, self.counties = {}, {}
        with open(csv_path, encoding="utf-8-sig", newline="") as stream:
            for row in csv.DictReader(stream):
                code = row["代码"]
                if code[:2] != province[:2] or row["状态"] != "在用":
                    continue
                if row["级别"] == "地级":
                    self.cities[row["名称"]] = code
                elif row["级别"] == "县级":
                    self.counties.setdefault(code[:4] + "00", {})[row["名称"]] = code
        for city, zones in ZONES.items():
            if city in self.cities.values():
                self.counties.setdefault(city, {}).update(zones)

    def city_in(self, text):
        """Code of the one city whose name stands in the text, else None."""
        hits = {code for name, code in self.cities.items() if name in fold(text)}
        return hits.pop() if len(hits) == 1 else None

    def county_of(self, city, base_name):
        """Code of the county that a base's name opens with, after the city's name if that stands first."""
        rest = fold(base_name)
        for name, code in self.cities.items():
            if code == city and rest.startswith(name):
                rest = rest[len(name):]
        hits = [name for name in self.counties.get(city, {}) if rest.startswith(name)]
        return self.counties[city][max(hits, key=len)] if hits else None
