"""heilongjiang: 附件3 重点服务活动实施情况统计表 of thirteen cities, 2019 and 2020."""

from decimal import Decimal

from .book import Grid, a1
from .shape import number
from .workspace import Workspace

CITIES = ["哈尔滨市", "齐齐哈尔市", "鸡西市", "鹤岗市", "双鸭山市", "大庆市", "伊春市", "佳木斯市", "七台河市", "牡丹江市",
          "黑河市", "绥化市", "大兴安岭地区"]
T, F = ("服务次数", "times"), ("服务企业数", "firms")
# task -> bands; a band is a name and its labels, each with what it counts
TASKS = [
    ("政策宣贯服务", [
        ("各类政策宣贯服务合计", [T, F]),
        ("中小企业政策和促进法宣贯", [("宣贯活动场次", "times"), F]),
        ("政策信息互联网发布平台服务", [("政策信息发布数", "items"), ("企业浏览量", "views"), ("深度服务企业数", "firms")])]),
    ("创业创新服务", [
        ("各类创业创新服务合计", [T, F]),
        ("“上云”服务", [T, F, ("成功“上云”企业数", "part")]),
        ("技改服务", [T, F]),
        ("质量服务", [T, F])]),
    ("大中小企业融通发展服务", [
        ("各类大中小企业融通发展服务合计", [T, ("与大企业达成融通合作的中小企业数", "firms")]),
        ("大中小企业融通发展对接活动", [("活动场次", "times"), ("参与大企业数", "few"), ("参与中小企业数", "firms")]),
        ("促成大中小企业融通发展情况", [("大企业搭建平台数", "few"), ("大企业开放资源项目数", "few"),
                                ("大中小企业达成合作项目数", "items"), ("大中小企业达成各类交易额", "money")])]),
    ("专精特新“小巨人”培育服务", [
        ("专精特新“小巨人”培育服务合计", [T, F]),
        ("技术创新支持", [T, F]),
        ("上市培训辅导", [T, F, ("新增上市“专精特新”企业数", "part")]),
        ("知识产权保护", [T, F])]),
    ("管理提升服务", [
        ("各类管理提升服务合计", [T, F]),
        ("管理能力提升培训", [("推荐经营管理领军人才人数", "people"), ("银河培训工程培训场次", "times"),
                        ("银河培训工程培训人数", "people")]),
        ("管理咨询服务", [T, F, ("效益明显提升企业数", "part")]),
        ("帮助企业建立现代企业制度", [T, ("帮助建立现代企业制度企业数量", "firms")])]),
    ("对外合作服务", [
        ("各类对外合作服务合计", [T, F]),
        ("对外交流合作活动", [("活动场次", "times"), ("国内参与企业数", "firms")]),
        ("开展对企服务", [T, F, ("企业达成对外合作项目数", "few")])]),
]
UNITS = {"times": "次", "firms": "家", "part": "家", "views": "次", "people": "人", "items": "个", "few": "个"}
RANGES = {"times": (12, 40), "firms": (40, 160), "items": (20, 90), "views": (3000, 30000), "few": (3, 9),
          "people": (60, 400), "part": (5, 18), "money": (900, 9000)}


def first_year(rng):
    """Figures of the earlier year by (task, band, label); each task's 合计 covers its bands."""
    figures = {}
    for task, bands in TASKS:
        for band, labels in bands[1:]:
            for label, kind in labels:
                low, high = RANGES[kind]
                value = Decimal(rng.randint(low, high))
                figures[task, band, label] = value + Decimal(rng.randint(0, 99)) / 100 if kind == "money" else value
        _cover(figures, task, bands, rng.randint(3, 9), rng.randint(5, 30))
    return figures


def _cover(figures, task, bands, more_times, more_firms):
    kinds = {(band, label): kind for band, labels in bands for label, kind in labels}
    times = [v for (t, b, l), v in figures.items() if t == task and b != bands[0][0] and kinds[b, l] == "times"]
    firms = [v for (t, b, l), v in figures.items() if t == task and b != bands[0][0] and kinds[b, l] == "firms"]
    (times_label, _), (firms_label, _) = bands[0][1]
    figures[task, bands[0][0], times_label] = sum(times) + more_times
    figures[task, bands[0][0], firms_label] = max(firms) + more_firms


def next_year(figures, rng):
    """The year after: every band of a task moves by one factor, so that nothing doubles or halves."""
    later = {}
    for task, bands in TASKS:
        factor = Decimal(rng.randint(85, 140)) / 100
        for band, labels in bands[1:]:
            for label, kind in labels:
                value = figures[task, band, label] * factor
                later[task, band, label] = value.quantize(Decimal("0.01")) if kind == "money" else Decimal(round(value))
        head = bands[0][0]
        _cover(later, task, bands, 5, 12)
        for label, _ in bands[0][1]:  # keeps the 合计 from moving less than its bands allow
            later[task, head, label] = max(later[task, head, label], Decimal(round(figures[task, head, label] * factor)))
    return later


def draw(city, year, figures, look):
    """The form as printed: 主要任务 | 其中 | 具体内容 | a label row over a value row, merged over twelve columns."""
    grid = Grid("附件3" if look["named_sheet"] else "Sheet1")
    where = {}
    title = "重点服务活动实施情况统计表"
    reporter = f"市级中小企业主管部门（盖章）：{city}工业和信息化局"
    lines = [f"{year}年{title}" if look["year_in_title"] else title, reporter]
    if look["annex"]:
        lines.insert(0, "附件3：")
    row = look["top"]
    for line in lines:
        grid.put(row, 1, line, head=True)
        grid.merge(row, 1, row, 15)
        row += 1
    grid.put(row, 1, "主要任务", head=True)
    grid.put(row, 2, "具体内容", head=True)
    grid.merge(row, 2, row, 3)
    grid.put(row, 4, "服务成果", head=True)
    grid.merge(row, 4, row, 15)
    row += 1
    for task, bands in TASKS:
        last = row + 2 * len(bands) - 1
        grid.put(row, 1, _spaced(task, look), head=True)
        grid.merge(row, 1, last, 1)
        grid.put(row, 2, bands[0][0], head=True)
        grid.merge(row, 2, row + 1, 3)
        grid.put(row + 2, 2, "其中", head=True)
        grid.merge(row + 2, 2, last, 2)
        for band, labels in bands:
            if band != bands[0][0]:
                grid.put(row, 3, _spaced(band, look), head=True)
                grid.merge(row, 3, row + 1, 3)
            _band(grid, where, row, task, band, labels, figures, look)
            row += 2
    if look["notes"]:
        grid.put(row, 1, "填表人：王丽    联系电话：0451-5550123")
    return grid, where


def _spaced(text, look):
    return text[:4] + "  " + text[4:] if look["spaces"] and len(text) > 5 and "“" not in text else text


def _band(grid, where, row, task, band, labels, figures, look):
    width = 12 // len(labels)
    for index, (label, kind) in enumerate(labels):
        col = 4 + index * width
        printed = label
        if kind == "money" and look["money_unit"]:
            printed = f"{label}{look['money_unit']}"
        elif look["units"] and kind in ("times", "firms", "part"):
            printed = f"{label}（{'场' if '场次' in label else UNITS[kind]}）"
        value = figures[task, band, label]
        grid.put(row, col, printed, head=True)
        grid.put(row + 1, col, number(value) if isinstance(value, Decimal) else value)
        if look["wide"]:
            grid.merge(row, col, row, col + width - 1)
            grid.merge(row + 1, col, row + 1, col + width - 1)
        where[task, band, label] = (row + 1, col)


def _plant(city, figures, before, look, tell):
    """Puts this city's fault into the later year's figures; `tell` notes it once the cells are known."""
    policy, grow, lift = TASKS[0][0], TASKS[3][0], TASKS[4][0]
    if city == "鸡西市":
        key, total = (policy, TASKS[0][1][1][0], "宣贯活动场次"), (policy, TASKS[0][1][0][0], "服务次数")
        figures[key] = figures[total] + 3
        tell.append(("band-times-over-total", "M", key, "宣贯活动场次 of the band above the task's 合计 服务次数"))
    elif city == "鹤岗市":
        key, total = (lift, "管理咨询服务", "服务企业数"), (lift, TASKS[4][1][0][0], "服务企业数")
        figures[total] = figures[key] - 2
        others = [k for k in figures if k[0] == lift and k[2] == "帮助建立现代企业制度企业数量"]
        for other in others:
            figures[other] = min(figures[other], figures[total])
        tell.append(("band-firms-over-total", "M", key, "服务企业数 of the band above the task's 合计 服务企业数"))
    elif city == "双鸭山市":
        total = (grow, TASKS[3][1][0][0], "服务次数")
        figures[total] = sum(figures[grow, band, "服务次数"] for band in ("技术创新支持", "上市培训辅导", "知识产权保护")) - 4
        tell.append(("band-times-sum-over-total", "V", total, "the bands' 服务次数 add up to 4 more than the 合计"))
    elif city == "伊春市":
        key = (grow, "知识产权保护", "服务次数")
        figures[key] = Decimal(0)
        tell.append(("times-and-firms", "V", (*key[:2], "服务企业数"), "服务企业数 above zero with 服务次数 zero"))
    elif city == "黑河市":
        look["money_unit"] = ""
        tell.append(("unit.missing", "V", (TASKS[2][0], TASKS[2][1][2][0], "大中小企业达成各类交易额"), "交易额 names no unit"))
    elif city == "绥化市":
        key = (policy, TASKS[0][1][2][0], "企业浏览量")
        figures[key] = before[key] * 3 + 17
        tell.append(("yearly-change", "V", key, "企业浏览量 more than doubled on last year"))
    elif city == "佳木斯市":
        key = (policy, TASKS[0][1][2][0], "企业浏览量")
        figures[key] = f"{int(figures[key]):,}次"
        tell.append(("cell.normalised", "I", key, "a figure as text, with separators and its unit"))


def make(seed):
    space = Workspace("heilongjiang", "230000", seed)
    rng = space.random
    for place, city in enumerate(CITIES):
        years = {"2019": first_year(rng)}
        if city == "伊春市":  # below ten, so that a zero a year later is no yearly change as well
            years["2019"]["专精特新“小巨人”培育服务", "知识产权保护", "服务次数"] = Decimal(6)
        if city == "鹤岗市":  # near the 合计 already, so that passing it is no yearly change as well
            lift = TASKS[4][0]
            years["2019"][lift, "管理咨询服务", "服务企业数"] = years["2019"][lift, TASKS[4][1][0][0], "服务企业数"] - 2
        years["2020"] = next_year(years["2019"], rng)
        for year, figures in years.items():
            look = {"named_sheet": place % 3 == 0, "year_in_title": place != 4, "annex": place % 2 == 0,
                    "top": 2 if place == 7 else 1, "notes": place % 4 == 1, "spaces": place % 2 == 1,
                    "units": place % 5 == 2, "money_unit": "(万元)" if place % 4 == 2 else "（万元）", "wide": place % 6 != 5}
            path = f"{year}/{city}/{city}{year}年重点服务活动实施情况统计表.xlsx"
            tell = []
            if year == "2020":
                _plant(city, figures, years["2019"], look, tell)
            grid, where = draw(city, year, figures, look)
            for rule, severity, key, what in tell:
                row, col = where[key]
                space.plant(rule, severity, path, a1(row - 1 if rule == "unit.missing" else row, col), what)
            space.add_book(path, [grid], f"{int(year) + 1}-01-{8 + place:02}T10:{place:02}:00+08:00")
    return space
