"""A made-up province: cities and counties enough for any number of returns, in the columns of schemas/regions/README.md."""

import csv
import io
from dataclasses import dataclass

PROVINCE = "140000"
KEPT_CITY = "1409"  # the pack names this city's zone and deadlines by code
MOST_CITIES = 98    # 01 to 99 without the kept one
MOST_COUNTIES = 99  # in a city

# Each place of a name has its own letters, so no name is part of another or of two that stand side by side.
CITY = ("璟珩珞珙琮琰瑄瑭璋璞", "麒鹭鹤鸾鹄鹊鸢鸰鹚鹳")
COUNTY = ("甯茆郗郜邛邬鄯鄢羌羿芮芷苕荀莒莘菅蒯蓟虞", "汨沅沔泗洮浒涪淝淦渑渭湄溆滏滕漳潢澧濉濮", "坞堰塬墉埠垸坡垄墟塘坂屿峪峦嵩崮嶂岙岫崴")
LETTERS = set("".join(CITY + COUNTY))


@dataclass(frozen=True)
class County:
    city: str
    name: str
    code: str


def spell(number, places):
    """The `number`th name that the letters of `places` can write."""
    letters = []
    for place in reversed(places):
        number, at = divmod(number, len(place))
        letters.append(place[at])
    return "".join(reversed(letters))


def make_counties(count):
    """`count` counties, at least 20 a city. *Errors*: ValueError where the codes do not suffice."""
    if not 0 < count <= MOST_CITIES * MOST_COUNTIES:
        raise ValueError(f"between 1 and {MOST_CITIES * MOST_COUNTIES} returns, not {count}")
    per_city = max(20, -(-count // MOST_CITIES))
    prefixes = [f"14{number:02}" for number in range(1, 100) if f"14{number:02}" != KEPT_CITY]
    counties = []
    for at in range(count):
        city, place = divmod(at, per_city)
        counties.append(County(spell(city, CITY) + "市", spell(at, COUNTY) + "县", f"{prefixes[city]}{place + 1:02}"))
    return counties


def to_table(original, counties):
    """areacodes.csv with this province's cities replaced by those of `counties`; other provinces stay as they are."""
    rows = list(csv.reader(io.StringIO(original.lstrip("\ufeff"))))
    head, body = rows[0], rows[1:]
    kept = [row for row in body if not row[0].startswith("14") or row[0] == PROVINCE or row[0].startswith(KEPT_CITY)]
    province = next(row[3] for row in kept if row[0] == PROVINCE)
    made = {}
    for county in counties:
        made.setdefault(county.code[:4] + "00", [county.code[:4] + "00", province, county.city, county.city, "地级", "在用", "1981", "", ""])
        made[county.code] = [county.code, province, county.city, county.name, "县级", "在用", "1981", "", ""]
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([head, *sorted(kept + list(made.values()), key=lambda row: row[0])])
    return "\ufeff" + out.getvalue()
