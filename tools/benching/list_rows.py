"""Made-up rows of a long list, as a province's ledger of enterprises is: the same for every format that is measured.

A row is a list of 20 values in step with KINDS: str, int, float, None for a cell that is not there, BLANK for one that
has a look and no value. Dates are serials of the 1900 system.
"""

import random
from dataclasses import dataclass

COLUMNS = ["序号", "区划代码", "企业名称", "行业类别", "所在县区", "登记日期", "从业人员数", "资产总额", "营业收入", "上缴税金",
           "增长速度", "折算系数", "用电量", "认定日期", "研发投入", "专利数", "备注", "单位能耗", "完成进度", "是否规上"]
KINDS = "n t t t t d n n n n n n n d n n t n p t".split()  # number, text, date, percentage
# How many of a hundred are left out, by column; half of them keep their look.
GAPS = [0, 2, 0, 3, 3, 4, 3, 3, 3, 5, 8, 3, 6, 35, 30, 50, 70, 4, 6, 2]
WIDTH = len(COLUMNS)
BLANK = object()

PLACES = "太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁 清徐 阳曲 娄烦 古交 平遥 介休 灵石 榆社 左权 和顺 昔阳 寿阳 祁县".split()
FIRST = "恒 泰 华 盛 金 宏 瑞 天 东 兴 永 德 鑫 光 海 远 嘉 明 正 安 同 利 昌 中 晨 博 新 龙 凯 万".split()
SECOND = "源 达 丰 通 信 和 诚 升 亿 旺 隆 祥 润 峰 宇 腾 辉 康 益 顺 阳 力 荣 泽 创 联 业 佳 星 茂".split()
TRADES = "机械制造 新材料 化工 医药 食品加工 建材 纺织 电子科技 环保设备 煤机配件 信息技术 农业开发 物流服务 文化传媒 节能技术".split()
FORMS = "有限公司 有限责任公司 股份有限公司 合作社 厂".split()
SENTENCES = "经核实数据无误 年中搬迁后停产三个月 与上年口径不一致 由母公司统一填报 尚未取得认定文件 本年新增生产线两条 季度数据按平均分摊".split()


@dataclass
class Counts:
    """What a reader must find. *Units*: `text_bytes` in UTF-8, of text cells only."""
    cells: int = 0
    numbers: int = 0
    dates: int = 0
    text_bytes: int = 0

    def add_text(self, text):
        self.cells += 1
        self.text_bytes += len(text.encode())

    def add_row(self, row):
        for kind, value in zip(KINDS, row):
            if value is None or value is BLANK:
                continue
            if kind == "t":
                self.add_text(value)
                continue
            self.cells += 1
            if kind == "d":
                self.dates += 1
            else:
                self.numbers += 1


def make_names(rng, count):
    names = {}
    while len(names) < count:
        name = (f"{rng.choice(PLACES)}市{rng.choice(FIRST)}{rng.choice(SECOND)}{rng.choice(FIRST)}"
                f"{rng.choice(TRADES)}{rng.choice(FORMS)}")
        names[name] = None
    return list(names)


def make_remarks(rng, count):
    remarks = {}
    while len(remarks) < count:
        mark = rng.choice(["，", "；", "&", " "])  # a few have to be escaped
        remarks[f"{rng.choice(SENTENCES)}{mark}{rng.choice(SENTENCES)}（{rng.randrange(1, 400)}号）"] = None
    return list(remarks)


class ListRows:
    """`rows()` gives the same rows for the same seed and number. Names alone are a little under a third as many as rows."""

    def __init__(self, count, seed=20240814):
        self.count = count
        self.rng = random.Random(seed)
        self.names = make_names(self.rng, min(57_000, max(10, count * 57 // 200)))
        self.remarks = make_remarks(self.rng, 1500)
        self.codes = [str(140000 + at * 7) for at in range(1, 1400)]

    def value(self, column, at):
        rng = self.rng
        if column == 0:
            return at + 1
        if column in (1, 2, 3, 4, 16, 19):
            return rng.choice({1: self.codes, 2: self.names, 3: TRADES, 4: PLACES, 16: self.remarks, 19: ("是", "否")}[column])
        if column in (5, 13):
            return 36526 + int(rng.random() * 9000)
        if column in (6, 15):
            return int(rng.random() ** 3 * 4000)
        if column in (7, 12):
            return int(rng.random() ** 4 * 90_000_000)
        if column == 11:
            return rng.random() * 3  # 15 to 17 digits, as a quotient has
        digits = {8: 2, 9: 2, 14: 2, 10: 6, 17: 4, 18: 4}[column]
        return round(rng.random() ** 3 * (1 if column == 18 else 90_000), digits)

    def rows(self):
        rng = self.rng
        for at in range(self.count):
            row = [self.value(column, at) for column in range(WIDTH)]
            for column, gap in enumerate(GAPS):
                if gap and rng.random() * 100 < gap:
                    row[column] = None if rng.random() < 0.5 else BLANK
            yield row
