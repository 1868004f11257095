"""qinghai: 附件6 运营情况汇总表 of eight prefectures for the first halves of 2023 and 2024."""

from decimal import ROUND_HALF_UP, Decimal

from .book import a1
from .shape import Column, Shape, draw
from .workspace import Workspace

CITIES = ["西宁市", "海东市", "海北藏族自治州", "黄南藏族自治州", "海南藏族自治州", "果洛藏族自治州", "玉树藏族自治州",
          "海西蒙古族藏族自治州"]
SERVED, INCOME, FEES, PROFIT, TAX = "服务企业数", "营业收入", "其中：服务收入", "利润", "上缴税金"
EVENTS, OFFICIAL, STAFF, RATE = "举办服务活动场次", "其中：以政府名义举办场次", "员工数", "同比增长（%）"
COLUMNS = [
    Column("", "序号", "text"), Column("", "平台名称", "text"), Column("", "联系人", "text"), Column("", "联系电话", "text"),
    Column("", "服务场地面积", "stock"), Column(STAFF, "总人数", "stock"), Column(STAFF, "其中：大专（含）以上学历", "stock"),
    Column(STAFF, "中级（含）以上技术职称", "stock"), Column(SERVED, "累计数", "stock"), Column(SERVED, "新增数", "firms"),
    Column(SERVED, RATE, "ratio"), Column(SERVED, "签订服务协议户数", "stock"),
    *(Column(group, label, kind) for group in (INCOME, FEES, PROFIT, TAX) for label, kind in (("新增金额", "flow"), (RATE, "ratio"))),
    *(Column(group, label, kind) for group in (EVENTS, OFFICIAL) for label, kind in (("累计数", "stock"), ("新增数", "flow"))),
]
GROWING = {f"{SERVED}/{RATE}": f"{SERVED}/新增数",
           **{f"{group}/{RATE}": f"{group}/新增金额" for group in (INCOME, FEES, PROFIT, TAX)}}
NAMES = ["惠企通", "青创汇", "高原星", "三江源", "昆仑", "湟水", "众诚", "智远", "绿洲", "雪域", "云桥", "汇泽"]
WORK = ["中小企业公共服务平台", "创业服务平台", "技术服务平台", "融资服务平台", "培训服务平台"]
PEOPLE = ["马建国", "李秀英", "韩海龙", "祁永红", "张晓梅", "才让", "卓玛", "王延青"]


def money(rng, low, high):
    return Decimal(rng.randint(low * 100, high * 100)) / 100


def first_half(city, rng):
    """The platforms of one prefecture in the earlier half-year."""
    records = []
    for name in rng.sample(NAMES, rng.randint(2, 6)):
        staff, total, new = rng.randint(16, 60), rng.randint(400, 2500), rng.randint(60, 280)
        income = money(rng, 120, 900)
        events = rng.randint(60, 300)
        fees = (income * rng.randint(40, 80) / 100).quantize(Decimal("0.01"))
        figures = [rng.randint(5, 40) * 50, staff, staff * 3 // 4, staff // 3, total, new, None, total // 4, income, None, fees, None,
                   (income * rng.randint(5, 18) / 100).quantize(Decimal("0.01")), None,
                   (income * rng.randint(20, 60) / 1000).quantize(Decimal("0.01")), None,
                   events, rng.randint(10, 30), events // 3, rng.randint(2, 8)]
        record = dict(zip((column.path for column in COLUMNS[4:]), figures))
        record.update({"平台名称": f"{city[:2]}{name}{rng.choice(WORK)}", "联系人": rng.choice(PEOPLE),
                       "联系电话": f"0971-{rng.randint(6100000, 8299999)}"})
        for rate in GROWING:  # nobody can check these: no earlier period is there
            record[rate] = Decimal(rng.randint(-800, 2400)) / 100
        records.append(record)
    return records


def a_year_on(records, rng):
    """The same platforms in the later half-year; 累计 grows by two half-years' 新增."""
    later = []
    for old in records:
        record = dict(old)
        factor = Decimal(rng.randint(88, 135)) / 100
        for group in (INCOME, FEES, PROFIT, TAX):
            path = f"{group}/新增金额"
            record[path] = (old[path] * factor * rng.randint(97, 103) / 100).quantize(Decimal("0.01"))
        record[f"{FEES}/新增金额"] = min(record[f"{FEES}/新增金额"], record[f"{INCOME}/新增金额"])
        for group in (SERVED, EVENTS, OFFICIAL):
            path = f"{group}/新增数"
            record[path] = max(1, round(old[path] * factor))
            record[f"{group}/累计数"] += record[path] + old[path]
        record[f"{SERVED}/签订服务协议户数"] += rng.randint(0, 20)
        later.append(record)
    return later


def rate_of(now, before, places):
    """同比增长 in per cent, half away from zero; a dash where the base is not above zero."""
    if before <= 0:
        return "—"
    exact = (Decimal(now) - before) / before * 100
    return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def fill_rates(records, before, places):
    for record, old in zip(records, before):
        for rate, path in GROWING.items():
            record[rate] = rate_of(record[path], old[path], places)


def look(city, year, place, rng):
    """The form's own lines above the table in one of their orders."""
    half = place % 2 == 0
    wide = "　" if place % 3 == 0 else " "
    span = f"（{wide}{year}{'年上半年' if half else f'{wide}年度'}{wide}）"
    day, month = rng.randint(6, 18), 8 if (year, place) == ("2024", 5) else 7
    reporter = f"市（州）/园区工信局（盖章）：{city}工业和信息化局"
    units = "单位：万元、人、家、平方米"
    who = f"填报人：{rng.choice(PEOPLE)}    联系电话：0971-{rng.randint(6100000, 8299999)}    填报时间：{year}年{month}月{day}日"
    title = "青海省中小企业公共服务示范平台运营情况汇总表"
    heads = [title, span, f"{reporter}          {units}", who]
    if place % 4 == 1:
        heads = ["附件6", title, span, reporter, units, who]
    elif place % 4 == 2:
        heads = [title, span, reporter, who, units]
    shape = Shape(heads=heads)
    shape.header = ("merged", "bare", "merged", "repeated")[place % 4]
    shape.broken = place == 3
    shape.origin = (3, 2) if place == 6 else (1, 1)
    shape.total = "bottom" if place in (0, 4) else ""
    shape.blank_rows = place == 7
    shape.aliases = _half_width() if place == 4 else {}
    shape.notes = ["注：本表由各示范平台填报至各市州/园区中小企业主管部门，由各市州/园区中小企业主管部门汇总后报送。"] if place % 3 == 1 else []
    return shape, f"{year}-{month:02}-{day + 1:02}T15:{10 + place}:00+08:00"


def _half_width():
    printed = {}
    for column in COLUMNS:
        if "（" in column.label:
            printed[column.path] = (column.group, column.label.replace("（", "(").replace("）", ")"))
    return printed


def _plant(city, records, before):
    """Changes the later half-year's figures; hands back what to tell, and the rates to write after filling."""
    income, fees = f"{INCOME}/新增金额", f"{FEES}/新增金额"
    if city == "海东市":
        records[0][f"{EVENTS}/新增数"] = records[0][f"{EVENTS}/累计数"] + 3
        return [("new-over-cumulative", "M", 0, f"{EVENTS}/新增数", "新增数 above 累计数")]
    if city == "海北藏族自治州":
        records[1][fees] = records[1][income] + Decimal("5.5")
        return [("service-over-revenue", "M", 1, fees, "服务收入 above 营业收入")]
    if city == "黄南藏族自治州":
        return [("growth-filed", "V", 0, f"{INCOME}/{RATE}", "the filed rate is 3.2 points above the computed one")]
    if city == "果洛藏族自治州":
        base = before[1]
        rise = (base[income] * Decimal("0.21")).quantize(Decimal("0.01"))
        for path, share in ((income, Decimal(1)), (fees, Decimal("0.6"))):
            records[1][path] = (rise * share).quantize(Decimal("0.01"))
        records[1][f"{PROFIT}/新增金额"] = (rise * Decimal("0.3")).quantize(Decimal("0.01"))
        return [("rise-as-amount", "V", 1, income, "新增金额 is the rise on last year: the filed rate fits it only so"),
                ("growth-filed", "V", 1, f"{INCOME}/{RATE}", "the same fault seen from the rate: it fits the rise, not the amount")]
    return []


def make(seed):
    space = Workspace("qinghai", "630000", seed)
    rng = space.random
    for place, city in enumerate(CITIES):
        before = first_half(city, rng)
        if city == "海南藏族自治州":  # a loss before, a profit now: 扭亏为盈, no finding
            before[0][f"{PROFIT}/新增金额"] = Decimal("-12.5")
        after = a_year_on(before, rng)
        if city == "海南藏族自治州":
            after[0][f"{PROFIT}/新增金额"] = Decimal("8.36")
        told = _plant(city, after, before)
        fill_rates(after, before, 1 if place in (1, 6) else 2)
        income = f"{INCOME}/{RATE}"
        if city == "黄南藏族自治州":
            after[0][income] += Decimal("3.2")
        if city == "果洛藏族自治州":
            after[1][income] = (after[1][f"{INCOME}/新增金额"] / before[1][f"{INCOME}/新增金额"] * 100).quantize(
                Decimal("0.01"), rounding=ROUND_HALF_UP)
        for year, records in (("2023", before), ("2024", after)):
            shape, time = look(city, year, place, rng)
            grid, where = draw(COLUMNS, records, shape, "附件6" if place % 2 else "Sheet1")
            path = f"{year}H1/{city}/{city}{year}年上半年运营情况汇总表.xlsx"
            if place == 7:
                path = f"{year}H1/{city}/{city}平台运营情况.xlsx"
            space.add_book(path, [grid], time)
            for rule, severity, at, column, what in told if year == "2024" else []:
                space.plant(rule, severity, path, a1(*where[at, column]), what)
    return space
