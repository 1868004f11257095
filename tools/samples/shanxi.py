"""shanxi: 附件10 of every county for 2023 and 2024, single bases' own returns, and cities' 附件11."""

import csv
from copy import deepcopy
from datetime import date
from decimal import Decimal

from .book import Grid, a1
from .shanxi_faults import FAULTS
from .shanxi_form import (ACTIVITY, BASIC, COLUMNS, HATCH, INVESTED, JOBS, NAME, OPERATOR, PARTNER, REVENUE, SUPPORT,
                          TENANTS)
from .shape import Shape, draw
from .workspace import Workspace

UNIT_LINE = "单位：万元、平方米、人、户、个、场"
STEMS = ["汇智", "创想", "星火", "启航", "众创", "新苑", "云谷", "智汇", "聚力", "腾飞", "金桥", "蓝海", "鼎新", "青禾", "晨光",
         "扬帆", "博远", "同创", "凌云", "天工", "百川", "宏图", "领航", "梧桐", "春晖", "锦程"]
KINDS = ["创业服务", "企业孵化", "园区运营", "商务服务", "科技孵化器"]
BY_BASE = {"141028": ("2023", "2024"), "141030": ("2024",)}  # 吉县, 大宁县: each base files for itself
CSV_FILES = {("2024", "140122"): "gb18030", ("2024", "140622"): "utf-8", ("2023", "140826"): "utf-8-sig"}
LATE = {("2024", "141032")}  # 永和县: two days after the cities' deadline
NO_CITY = {"140302", "140502", ""}  # the two 城区, whose folder alone names the city, and the one that nothing places
OWN_STEMS = {  # their names hold no city, so one must not turn up in the other county
    "140302": STEMS[:8], "140502": STEMS[8:16], "": STEMS[16:]}
ZONE = {"code": "140900-jkq", "name": "忻州经济开发区", "city": "忻州市"}


def counties(regions_csv):
    """Counties of the province in force in 2023 and 2024, the zone after its city's."""
    found = []
    with open(regions_csv, encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["代码"].startswith("14") and row["级别"] == "县级" and row["状态"] == "在用":
                found.append({"code": row["代码"], "name": row["名称"], "city": row["二级行政区"]})
    found.append(dict(ZONE))
    return sorted(found, key=lambda unit: unit["code"])


def _registered(rng):
    year, month, day = rng.randint(2012, 2022), rng.randint(1, 12), rng.randint(1, 28)
    forms = [f"{year}.{month}", f"{year}年{month}月", f"{year}{month:02}{day:02}", f"{year}/{month}/{day}", date(year, month, day)]
    return rng.choice(forms)


def first_year(unit, rng):
    """Between two and five bases of a county with their figures."""
    records = []
    place = unit["name"] if unit["code"] in NO_CITY else unit["city"] + unit["name"]
    for stem in rng.sample(OWN_STEMS.get(unit["code"], STEMS), rng.randint(2, 5)):
        tenants = rng.randint(20, 110)
        revenue = Decimal(rng.randint(40000, 1800000)) / 100
        figures = [rng.randint(8, 36), tenants, tenants * rng.randint(4, 11) + rng.randint(0, 9), rng.randint(30, 360) * 100,
                   revenue, (revenue * rng.randint(20, 75) / 1000).quantize(Decimal("0.01")),
                   Decimal(rng.randint(5000, 240000)) / 100, rng.randint(4, 18), rng.randint(40, 260), rng.randint(8, 36),
                   rng.randint(2, 9), rng.randint(1, 6), rng.randint(1, 4), rng.randint(1, 4), rng.randint(1, 4),
                   Decimal(rng.randint(100, 1600)) / 20]
        record = {NAME: f"{place}{stem}双创基地", OPERATOR: f"{unit['name'] if unit['code'] not in NO_CITY else ''}"
                  f"{stem}{rng.choice(KINDS)}有限公司", f"{BASIC}/注册时间": _registered(rng),
                  f"{BASIC}/是否独立法人": "是" if rng.random() < 0.85 else "否"}
        record.update(zip((column.path for column in COLUMNS[5:]), figures))
        records.append(record)
    return records


def next_year(records, rng):
    """The same bases a year on: moderate changes, and what must hold within a year still holds."""
    later = deepcopy(records)
    for record in later:
        for column in COLUMNS[5:]:
            old = record[column.path]
            if column.group == HATCH:
                record[column.path] = max(1, old + rng.randint(-1, 1))
            elif isinstance(old, Decimal):
                record[column.path] = (old * rng.randint(82, 132) / 100).quantize(Decimal("0.01"))
            elif column.label != "建筑面积":
                record[column.path] = max(1, round(old * rng.randint(88, 125) / 100))
        record[JOBS] = max(record[JOBS], record[TENANTS] * 3)
    return later


def look(unit, year, rng):
    """A shape for one return, and the file's own oddities; half of them are the form as printed."""
    title = f"{year}年省级小微企业双创基地基本情况表"
    heads = [title, UNIT_LINE]
    shape = Shape(heads=heads)
    if rng.random() < 0.45:
        shape.total = "bottom" if rng.random() < 0.5 else ""
        return shape
    reporter = f"填报单位（盖章）：{unit['name']}工业和信息化局"
    shape.heads = rng.choice([[title, reporter, UNIT_LINE], ["附件10", title, UNIT_LINE], [title, UNIT_LINE, reporter],
                              [reporter, title, UNIT_LINE], ["附件 10", title, reporter + "      " + UNIT_LINE]])
    if unit["code"].endswith("jkq"):
        shape.heads = [title, f"填报单位：{unit['name']}管委会", UNIT_LINE]
    shape.blank_after_heads = rng.random() < 0.2
    shape.header = rng.choice(["merged", "merged", "bare", "repeated"])
    shape.broken = rng.random() < 0.3
    shape.numbering = rng.random() < 0.2
    shape.blank_rows = rng.random() < 0.15
    shape.remark = rng.random() < 0.2
    shape.total = rng.choice(["", "bottom", "bottom", "top"])
    shape.total_label = rng.choice(["合计", "总计", "合  计"])
    if rng.random() < 0.15:
        shape.origin = (3, 2)
    if rng.random() < 0.15:
        shape.move = (COLUMNS[20].path, COLUMNS[15].path)
    if rng.random() < 0.2:
        shape.unit_in_label = rng.choice(["full", "half"])
    if rng.random() < 0.35:
        shape.aliases = _aliases(rng)
    if rng.random() < 0.3:
        shape.notes = ["注：申报省级小微企业双创基地和省级小微企业双创基地都需要填报", "填表人：李强    联系电话：0351-5550100"]
    return shape


def _aliases(rng):
    every = {f"{PARTNER}/合作机构数量": (PARTNER, "合作服务机构数量"), JOBS: (BASIC, "吸纳就业人数"),
             SUPPORT: ("", "获得政府资金支持金额"), f"{ACTIVITY}/服务场次": (ACTIVITY, "服务次数")}
    return {path: every[path] for path in rng.sample(sorted(every), rng.randint(1, 4))}


def _extra_sheet(rng):
    draw_of = rng.random()
    if draw_of < 0.06:
        return [Grid("Sheet2")]
    if draw_of < 0.12:
        guide = Grid("填表说明")
        for row, line in enumerate(["填表说明", "一、金额保留两位小数。", "二、没有发生的填0，不掌握的填—。", "三、每个基地一行。"], 1):
            guide.put(row, 1, line)
        return [guide]
    return []


def _time(unit, year, rng):
    if (year, unit["code"]) in LATE:
        return f"{year}-08-27T09:12:00+08:00"
    return f"{year}-08-{rng.randint(2, 18):02}T{rng.randint(8, 17):02}:{rng.randint(0, 59):02}:00+08:00"


def file_of(unit, year, rng):
    """A file name as offices write them; all are in the city's folder of the period."""
    name = unit["name"]
    stem = rng.choice([f"{name}{year}年双创基地基本情况表", f"{name}双创基地基本情况表", f"附件10 {name}（{year}）", f"{name}-基地情况表"])
    return f"{year}/{unit['city']}/{'城区' if unit['code'] in NO_CITY and year == '2024' else stem}.xlsx"


def _file_return(space, unit, year, records, rng, formulas):
    fault = FAULTS.get((year, unit["code"]))
    shape = look(unit, year, rng)
    path = file_of(unit, year, rng)
    extra, time = _extra_sheet(rng), _time(unit, year, rng)
    name = rng.choice(["Sheet1", "附件10", "基本情况表"])
    if fault:
        return fault(space, unit, year, records, shape, path, time)
    as_text = CSV_FILES.get((year, unit["code"]))
    office = not as_text and len(formulas) < 8 and shape.total == "bottom" and not extra and rng.random() < 0.3
    if office:
        shape.formula = True
        formulas.append(path)
    grid, _ = draw(COLUMNS, records, shape, name)
    if as_text:
        space.add_csv(path[:-5] + ".csv", grid, time, as_text)
    else:
        space.add_book(path, [grid, *extra], time, office)
    return records


def _file_single(space, unit, year, records, rng):
    for record in records:
        shape = Shape(heads=[f"{year}年省级小微企业双创基地基本情况表", f"填报单位：{record[OPERATOR]}", UNIT_LINE])
        grid, _ = draw(COLUMNS, [record], shape)
        space.add_book(f"{year}/{unit['city']}/{record[NAME]}{year}年基本情况表.xlsx", [grid], _time(unit, year, rng))


def _city_tables(space, units, counted):
    """附件11 of three cities for 2024: one differs in one figure, one adds a base, one says the same."""
    for city, special in (("晋城市", "differs"), ("朔州市", "adds"), ("运城市", "")):
        rows, blocks = [], []
        for unit in units:
            if unit["city"] == city and counted.get(unit["code"]):
                mine = deepcopy(counted[unit["code"]])
                if special == "adds" and unit["name"] == "山阴县":
                    extra = dict(mine[0])
                    extra[NAME], extra[OPERATOR] = "朔州市山阴县桑干河双创基地", "山阴县桑干河园区运营有限公司"
                    mine.append(extra)
                rows += mine
                blocks.append(("小计", len(mine)))
        if special == "differs":
            changed = next(i for i, row in enumerate(rows) if "陵川县" in row[NAME])
            rows[changed][REVENUE] += Decimal("120.5")
        shape = Shape(heads=["附件11", "2024年省级小微企业双创基地基本情况汇总表", f"填报单位：{city}工业和信息化局", UNIT_LINE],
                      total="bottom", total_label="汇总", header="merged",
                      aliases={f"{PARTNER}/合作机构数量": (PARTNER, "合作服务机构数量"),
                               JOBS: (BASIC, "吸纳就业人数"),
                               SUPPORT: ("", "获得政府资金支持金额")})
        grid, where = draw(COLUMNS, rows, shape, "附件11", blocks if special else None)
        path = f"2024/{city}/{city}2024年双创基地基本情况汇总表.xlsx"
        space.add_book(path, [grid], "2024-08-23T16:30:00+08:00")
        if special == "differs":
            space.plant("levels-differ", "V", path, a1(*where[changed, REVENUE]),
                        "营业收入 of one base 120.5万元 above the county's own return")


def _strays(space):
    """What lies in an inbox beside returns."""
    signs = Grid("签到表")
    for row, line in enumerate([["双创基地工作推进会会议签到表"], ["姓名", "单位", "职务", "签名"], ["张伟", "市工信局", "科长", ""],
                                ["刘洋", "某园区", "经理", ""]], 1):
        for col, text in enumerate(line, 1):
            signs.put(row, col, text)
    path = "2024/长治市/会议签到表.xlsx"
    space.add_book(path, [signs], "2024-08-09T09:00:00+08:00")
    space.plant("file.unrecognised", "M", path, None, "a sign-in sheet, no form of the pack")
    path = "2024/太原市/~$小店区双创基地基本情况表.xlsx"
    space.add(path, b"\x05admin" + b" " * 48 + b"\x05\x00a\x00d\x00m\x00i\x00n\x00" + b" \x00" * 50, "2024-08-12T09:30:00+08:00")
    space.plant("file.passed-over", "I", path, None, "a lock file")
    path = "2024/吕梁市/新建 工作表.xlsx"
    space.add(path, b"", "2024-08-13T11:00:00+08:00")
    space.plant("file.passed-over", "I", path, None, "an empty file")
    rng = space.random
    nowhere = {"code": "", "name": "城区", "city": ""}
    records = first_year(nowhere, rng)[:2]
    grid, _ = draw(COLUMNS, records, Shape(heads=["2024年省级小微企业双创基地基本情况表", UNIT_LINE]))
    space.add_book("2024/城区.xlsx", [grid], "2024-08-14T10:00:00+08:00")
    space.plant("reporter.unknown", "M", "2024/城区.xlsx", None, "two cities have a 城区, and nothing says which")


def make(seed, regions_csv):
    space = Workspace("shanxi", "140000", seed)
    rng = space.random
    units = counties(regions_csv)
    counted = {}
    formulas = []
    for unit in units:
        years = {"2023": first_year(unit, rng)}
        if unit["code"] == "140930":  # known by neither sign in either year: missing, not zero
            years["2023"][0][SUPPORT] = None
        years["2024"] = next_year(
            [{k: (Decimal("12.5") if v is None else v) for k, v in record.items()} for record in years["2023"]], rng)
        if unit["code"] == "140727":
            years["2024"][0][INVESTED] = "—"
        if unit["code"] == "140429":
            years["2023"][1][INVESTED] = "/"
            years["2024"][1][INVESTED] = "暂无"
        for year, records in years.items():
            if year in BY_BASE.get(unit["code"], ()):
                _file_single(space, unit, year, records, rng)
            else:
                filed = _file_return(space, unit, year, records, rng, formulas)
                if year == "2024":
                    counted[unit["code"]] = filed
    _city_tables(space, units, counted)
    _strays(space)
    return space
