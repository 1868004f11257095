"""Clean cards and bands as models: where each figure of the sample stands, read off the drawn sheets by hand."""

import random
import re
from decimal import Decimal
from functools import lru_cache

import declared
from samples import cards, card_sheet, heilongjiang

from .model import Case, Cell, Sheet, Truth
from .sources import truth_of

BASE, STAFF, BUILT = "小微企业双创基地运营主体", "小微企业双创基地创业服务机构", "小微企业双创基地建设"
AREA, YEARS, PLACES = "小微企业双创基地面积", "经营情况", "周边租金"
ONE, SPACE, STATION, FIRMS = "一、基本情况", "基地空间情况（平米）", "企业服务工作站建设情况", "三、入驻企业情况"
QINGHAI_YEARS = "近三年平台运营管理"
NUMBER, MONEY = "支持数量（家）", "支持金额（万元）"
# form -> cell -> path. A cell that is not named here holds a label, or a text that nobody judges.
PLACED = {
    "carrier-fund": {
        "A7": "开发区名称", "C7": "中央财政资金已拨付至特色载体金额（万元）", "C8": "是否出台资金管理办法及相关制定",
        "C11": f"国家小型微型企业创业创新示范基地/{NUMBER}", "D11": f"国家小型微型企业创业创新示范基地/{MONEY}",
        "C12": f"省级小型微型企业创业创新基地/{NUMBER}", "D12": f"省级小型微型企业创业创新基地/{MONEY}",
        "C13": f"国家中小企业公共服务示范平台/{NUMBER}", "D13": f"国家中小企业公共服务示范平台/{MONEY}",
        "C14": f"省级中小企业公共服务示范平台/{NUMBER}", "D14": f"省级中小企业公共服务示范平台/{MONEY}",
        "B16": "支持赛事活动（场次）", "D16": f"支持赛事活动（场次）/{MONEY}",
        "B17": "支持“创客中国”中小企业创新创业大赛（场次）", "D17": f"支持“创客中国”中小企业创新创业大赛（场次）/{MONEY}"},
    "platform-profile": {
        "B2": "平台名称", "B3": "单位名称", "B4": "服务功能分类1", "D4": "服务功能分类2", "B5": "上年度资产", "D5": "上年度利润",
        "B6": "仪器和设备原值", "D6": "所属产业集群", "B7": "带动服务机构数量", "B8": "典型案例"},
    "base-application": {
        "B5": "小微企业双创基地名称", "G5": "所在市县", "B6": "小微企业双创基地主导产业", "G6": "管理部门", "B8": f"{BASE}/名称",
        "D8": f"{BASE}/注册时间", "E8": f"{BASE}/营业执照注册号", "G8": f"{BASE}/法人代表", "H8": f"{BASE}/联系电话",
        "B9": "小微企业双创基地地址", "B11": f"{STAFF}/名称", "D11": f"{STAFF}/成立时间", "E11": f"{STAFF}/从业人员数量",
        "F11": f"{STAFF}/其中：本科以上学历", "G11": f"{STAFF}/中等以上专业技术人员", "H11": f"{STAFF}/专业创业辅导员",
        "B13": f"{BUILT}/占地面积", "C13": f"{BUILT}/投入资金", "D13": f"{BUILT}/建设时间", "E13": f"{BUILT}/已建成厂房（场地）面积",
        "F13": f"{BUILT}/在建厂房（场地）面积", "G13": f"{BUILT}/已入驻企业数", "H13": f"{BUILT}/企业职工人数",
        "I13": f"{BUILT}/孵化成功离开企业数", "B14": "建设项目主要内容", "F14": "项目负责人", "H14": "建设项目主要内容/联系电话",
        "B15": "建设项目总投资（万元）", "F15": "其中：固定资产投资（万元）", "I15": "已完成固定资产投资（万元）"},
    "rent-survey": {
        "B3": "小微企业双创基地名称", "B4": "小微企业双创基地地址", "B5": "小微企业双创基地租金价格(元/每年每平方米)",
        **{f"{column}{row}": f"{PLACES}/{label}" for row in (7, 8, 9) for column, label in zip("ABCDE", (
            "周边类似场地名称", "与小微企业双创基地的距离(千米)", "租金价格(元/每年每平方米)", "联系人", "联系电话"))}},
    "demo-application": {
        "C5": "单位名称", "G5": "小微企业双创基地名称", "C6": "注册资本", "G6": "法人代表(负责人)", "C7": "成立时间",
        "G7": "省级小微企业双创基地认定时间", "C8": "网址", "G8": "主管部门(指导部门)", "C9": "联系人", "G9": "联系电话",
        "D10": f"{AREA}/规划面积", "G10": f"{AREA}/建筑面积", "D11": f"{AREA}/自有", "F11": f"{AREA}/租用",
        "H11": f"{AREA}/公共服务场所", "C12": "申报单位从业人员数量(截至申报日期)", "E12": "服务人员", "G12": "创业辅导员",
        "C13": "引入外部专业服务机构数量", "G13": "入驻企业数量",
        **{f"{column}{row}": f"{YEARS}/{label}" for row in (17, 18, 19) for column, label in zip("CDEFGHI", (
            "年份", "资产总额", "营业收入", "入驻企业户数", "其中：小微企业数", "小微企业占入驻企业比例", "入驻企业从业人员数"))}},
    "platform-application": {
        "G9": "主要投资方/投资比例％", "G10": "主要投资方/投资比例％",
        **{f"{column}{row}": f"{QINGHAI_YEARS}/{label}" for row in (18, 19, 20) for column, label in zip("ABCDEFG", (
            "年度", "营业收入", "其中：服务收入", "利润总额", "服务成本支出", "服务中小企业户（次）数", "其中：签订服务协议户数"))},
        **{f"F{row}": "主要服务产品/服务收入占年营业收入％" for row in (24, 25, 26)}},
    "base-filing": {
        "C5": f"{ONE}/单位名称", "C6": f"{ONE}/基地名称", "C8": f"{ONE}/注册时间", "C9": f"{ONE}/法定代表人", "C11": f"{ONE}/是否上市",
        "C12": f"{ONE}/单位从业人数", "C13": f"{ONE}/从事中小企业服务人员的数量",
        "C14": f"{ONE}/其中，本科及以上学历和中级及以上技术职称人员数量", "C15": f"{ONE}/具备专业资质、资格的服务人员数量",
        "C16": f"{ONE}/经营地址", "F19": "投资方1/投资比例（%）", "F20": "投资方2/投资比例（%）", "F21": "投资方3/投资比例（%）",
        "E24": f"{SPACE}/公共服务场所面积", "C31": "二、经营服务情况/公益性免费服务在总服务量中的占比（%）",
        "C32": "上年度带动服务资源（合作服务机构）数量", "C36": "2023年度/资产总额（万元）", "F36": "2023年度/营业收入（万元）",
        "C38": "2022年度/资产总额（万元）", "F38": "2022年度/营业收入（万元）", "C42": "服务对象平均满意度（%）",
        "C44": f"{FIRMS}/截至上年末入驻企业家数", "E44": f"{FIRMS}/其中小微企业家数", "C46": f"{FIRMS}/主营业务属于主导产业的企业数",
        "C47": f"{FIRMS}/入驻企业产业集聚度（%）", "C48": f"{FIRMS}/上年度新增入驻企业数量", "C49": f"{FIRMS}/上年度毕业/迁出企业数量",
        "C50": f"{FIRMS}/上年度入驻企业平均营业收入（万元）", "C52": f"{FIRMS}/上年度入驻企业获得投融资金额（万元）",
        "C54": f"{FIRMS}/基地内企业总计从业人数"},
}
# Figures inside a text with their labels: form -> cell -> path and figure, in the text's order.
INSIDE = {
    "base-application": {"B16": {"资金来源/自筹": "1200", "资金来源/贷款": "600", "资金来源/地方政府投资": "150", "资金来源/其他": "50"}},
    "platform-application": {
        "A8": {"注册资本": "500"}, "A12": {"总资产": "862.5"}, "B12": {"其中：服务设施、软件占总资产的": "18"},
        "B13": {"仪器设备": "42", "仪器设备/占总资产的": "21"}, "A15": {"从业人数": "22"},
        "B15": {"其中：大专及以上学历和中级及以上技术职称的专业人员": "17"}},
    "base-filing": {
        "A23": {f"{SPACE}/占地面积": "6200", f"{SPACE}/建筑面积": "12500", f"{SPACE}/自有": "8000", f"{SPACE}/租用": "4500"},
        "A24": {f"{SPACE}/已租赁给小微企业的面积": "9100"}, "A40": {f"{STATION}/工作站面积（平米）": "120", f"{STATION}/服务人员数": "6"},
        "A41": {f"{STATION}/年组织活动次数": "18", f"{STATION}/免费服务在总服务量的占比（%）": "70"},
        "A51": {f"{FIRMS}/上年度入驻企业获得各类知识产权件数": "86", f"{FIRMS}/其中发明专利证书": "21",
                f"{FIRMS}/实用新型、软件著作权证书或集成电路布图等": "65"},
        "A53": {f"{FIRMS}/上年度创新型企业培育数量": "28", f"{FIRMS}/国高新": "20", f"{FIRMS}/市级专精特新": "9", f"{FIRMS}/国家小巨人": "2",
                f"{FIRMS}/隐形冠军": "1"}},
}


@lru_cache(maxsize=None)
def drawn():
    """The card samples and the bands sample, by form."""
    found = {(card.pack, card.form): card for card in cards.cards() if card.form in PLACED}
    found["heilongjiang", "key-services"] = None
    return found


def make_card(card, rng, seed, form_format):
    if card is None:
        return _make_bands(rng, seed, form_format)
    case = _start(card.pack, card.form, "card", card.path, seed, form_format)
    case.sheet = _to_sheet(card_sheet.draw(card))
    fields = {fold_path(path): field for path, field in _fields(case).items()}
    for name, path in PLACED[card.form].items():
        cell = case.sheet.cells.get(to_place(name))
        field = fields[fold_path(path)]
        kind = field.get("type", "integer")
        value = _card_truth(cell, kind)
        cell.role, cell.truths = "figure", [Truth(path, kind, value, (), field)]
    for name, figures in INSIDE.get(card.form, {}).items():
        cell = case.sheet.cells[to_place(name)]
        cell.role = "figure"
        for path, figure in figures.items():
            field = fields[fold_path(path)]
            cell.truths.append(Truth(path, field.get("type", "integer"), Decimal(figure), (), field))
    return case


def _card_truth(cell, kind):
    text = str(cell.value)
    if kind == "boolean":
        return "☑是" in text or text == "是"
    if kind == "date":
        return iso(text)
    if kind in ("integer", "number") and text.endswith("%"):
        return Decimal(text[:-1])
    return truth_of(cell.value, kind)


def iso(text):
    """2019年4月, 2019.6 and the like, written by hand into the samples."""
    parts = [int(part) for part in re.findall(r"\d+", text)]
    return "-".join(f"{part:02d}" for part in parts)


def fold_path(path):
    return declared.fold(path)


def _fields(case):
    year = int(case.path[:4])
    out = {}
    for block in [{"title": "", "fields": case.schema["fields"]}, *case.schema.get("blocks", [])]:
        for field in block["fields"]:
            path = declared.path_of(field, year)
            out[f"{block['title']}/{path}" if block["title"] else path] = field
    return out


def _make_bands(rng, seed, form_format):
    case = _start("heilongjiang", "key-services", "bands", "2020/牡丹江市/重点服务活动实施情况统计表.xlsx", seed, form_format)
    look = {"named_sheet": False, "year_in_title": True, "annex": True, "top": 1, "notes": True, "spaces": rng.random() < 0.5,
            "units": rng.random() < 0.3, "money_unit": "（万元）", "wide": rng.random() < 0.7}
    grid, where = heilongjiang.draw("牡丹江市", "2020", heilongjiang.first_year(random.Random(rng.random())), look)
    case.sheet = _to_sheet(grid)
    fields = {}
    for band in case.schema["bands"]:
        for field in band["fields"]:
            fields[band["task"], band["name"], field["title"]] = field
    for (task, band, label), place in where.items():
        cell = case.sheet.cells[place]
        field = fields[task, band, label]
        truth = Truth(f"{task}/{band}/{label}", field.get("type", "integer"), cell.value, (), field)
        cell.role, cell.truths = "figure", [truth]
    return case


def _start(pack, form, layout, path, seed, form_format):
    return Case(seed, pack, form, layout, path.removesuffix(".xlsx"), form_format, schema=declared.load(pack, form))


def to_place(name):
    letters, row = re.fullmatch(r"([A-Z]+)(\d+)", name).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(row), column


def _to_sheet(grid):
    sheet = Sheet()
    for place, value in grid.cells.items():
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        sheet.put(*place, Cell(Decimal(str(value)) if number else value, "label"))
    sheet.merges = list(grid.merges)
    return sheet
