"""Clean returns of lists as models: the samples of make_samples.py, with as many records as a case wants, each with its own
name and figures."""

import copy
import datetime
import re
from decimal import Decimal, ROUND_HALF_UP
from functools import lru_cache

import declared
from samples import lists
from samples.credit_codes import credit_code

from .model import Case, Cell, Column, Line, Row, Truth

WORDS = "星火 云谷 汇智 启航 晨光 远景 腾飞 金桥 蓝湾 恒信 瑞丰 明德 博雅 同创 鼎新 众合 华章 锦程 新源 安泰 嘉禾 天工 立行 正阳 宏图 领先 卓越 共赢".split()
SURNAMES, GIVEN = "王李张刘陈杨赵黄周吴徐孙马朱胡", "建国 秀英 伟 芳 志强 丽娜 海涛 静 磊 雪梅 卓玛 晓东 文博 欣怡".split()
NAMES = {
    "base-situation": "大同市广灵县{}双创基地", "base-summary": "大同市广灵县{}双创基地", "platform-operation": "西宁{}服务平台",
    "tenant-roster": "北京{}科技有限公司", "tenant-list": "太原{}软件有限公司", "served-firms": "西宁{}食品有限公司",
    "activity-list": "{}政策宣讲会", "activity-ledger": "{}专题培训", "service-ledger": "北京{}数据有限公司",
    "partner-list": "北京{}律师事务所", "innovation-list": "北京{}芯片有限公司", "listing-list": "北京{}装备股份有限公司",
    "satisfaction-survey": "北京{}生物科技有限公司", "equipment-list": "{}检测设备", "tenant-rating": "太原{}机械有限公司",
}
PEOPLE = ("staff-list", "service-staff", "station-staff", "platform-staff")
ONE_ROW = ("platform-situation", "base-situation-city")
UNSCALED = ("年龄", "年限", "（%）")
REPORTERS = {  # a line that says who files, where the sample leaves that to its folders
    "activity-list": "填报单位（盖章）：金陵中小企业公共服务平台", "staff-list": "填报单位（盖章）：太原云谷双创基地",
    "tenant-rating": "填报单位（盖章）：太原云谷双创基地",
}


@lru_cache(maxsize=None)
def samples():
    """The list samples, by form."""
    return {(one.pack, one.form): one for one in lists.returns() if one.drawn is None}


def make_list(sample, rng, seed, form_format):
    """A clean case out of a sample."""
    spec = declared.load(sample.pack, sample.form)
    year = int(sample.path[:4])
    fields = declared.fields_by_path(sample.pack, sample.form, year)
    case = Case(seed, sample.pack, sample.form, "list", re.sub(r"\.xlsx$", "", sample.path), form_format, schema=spec)
    case.columns = [_column(printed, fields) for printed in sample.header]
    case.head = [_line(text) for text in sample.head]
    if sample.form in REPORTERS and rng.random() < 0.5:
        case.head.append(Line("reporter", [REPORTERS[sample.form]]))
    names = [*declared.names(spec)[:1], spec.get("keyElse")]
    key = [column for column in case.columns if column.field.get("name", "") in names]
    for cells in _grow(sample, rng):
        case.rows.append(_record(case.columns, cells, key))
    _add_foot(case, sample)
    return case


def _column(printed, fields):
    group, _, label = printed.rpartition("|")
    found = fields.get(declared.fold(printed.replace("|", "/")))
    if found is None or found[1].get("type") == "ordinal":
        return Column("", group, label, "serial")
    path, field = found
    return Column(path, group, label, field.get("type", "integer"), field.get("unit", ""), field.get("rollup", ""),
                  field, field.get("column", "required") == "required")


def _line(text):
    if "盖章" in text:
        return Line("reporter", [text])
    if text.startswith("单位："):
        return Line("unit", [text])
    if text.startswith("附件") or text.startswith("表"):
        return Line("annex", [text])
    return Line("period" if re.fullmatch(r"（\d{4}年.*）", text) else "note" if text.startswith(("（", "填报人")) else "title", [text])


def truth_of(value, kind):
    """What a tidy cell truly is."""
    if value is None or value in ("—", "——", "/"):
        return None
    if isinstance(value, datetime.date):
        return value.isoformat()
    if kind == "tick":
        return Decimal(1)
    if kind == "boolean":
        return value == "是"
    return Decimal(str(value)) if kind in ("integer", "number") else str(value)


def _record(columns, values, key):
    """`key`: the columns that name a record."""
    row = Row("record")
    names = tuple(str(value) for column, value in zip(columns, values) if column in key)
    for column, value in zip(columns, values):
        cell = Cell(Decimal(str(value)) if isinstance(value, (int, float)) else value, "figure" if column.path else "serial")
        if column.path:
            cell.truths = [Truth(column.path, column.kind, truth_of(value, column.kind), names, column.field)]
        row.cells[column] = cell
    return row


def _grow(sample, rng):
    """Rows of the sample, and more like them: one factor a row keeps every part at most its whole."""
    rows = [list(row) for row in sample.rows]
    if sample.form in ONE_ROW:
        return [_scaled(sample.header, rows[0], Decimal(rng.randint(60, 180)) / 100)]
    count = rng.choice([1, 2, 3, 4, 6, 9, 14])
    out, words = [], rng.sample(WORDS, len(WORDS))
    for index in range(count):
        row = _scaled(sample.header, copy.deepcopy(rng.choice(rows)), Decimal(rng.randint(60, 180)) / 100)
        _rename(sample, row, index, words[index], rng)
        out.append(row)
    by_time = next((i for i, label in enumerate(sample.header) if label == "活动时间"), None)
    if by_time is not None:
        out.sort(key=lambda row: row[by_time])
    for index, row in enumerate(out):
        if sample.header[0] == "序号":
            row[0] = index + 1
    return out


def _scaled(header, row, factor):
    out = []
    for label, value in zip(header, row):
        if "同比增长" in label and factor > 1:
            value = float((factor * 1000 % 97 / 3 - 8).quantize(Decimal("0.01")))  # nobody can check it without the year before
        if isinstance(value, (int, float)) and label != "序号" and not any(word in label for word in UNSCALED):
            places = Decimal(1) if isinstance(value, int) else Decimal("0.1")
            value = (Decimal(str(value)) * factor).quantize(places, ROUND_HALF_UP)
            value = int(value) if places == 1 else value
        out.append(value)
    return out


def _rename(sample, row, index, word, rng):
    labels = [label.rpartition("|")[2] for label in sample.header]
    if sample.form in PEOPLE:
        row[labels.index("姓名")] = SURNAMES[index] + rng.choice(GIVEN)
        return
    template = NAMES[sample.form]
    wanted = ("基地名称", "平台名称", "企业名称", "服务企业名称", "活动名称", "合作服务机构名称", "入驻企业名称", "设备设施")
    row[next(i for i, label in enumerate(labels) if label in wanted)] = template.format(word)
    if sample.form == "tenant-list":
        row[1] = credit_code(f"91140105MA{rng.randint(0, 9)}{word_code(index)}")


def word_code(index):
    return f"K{index:02d}B{index % 7}"


def _add_foot(case, sample):
    for line in sample.foot:
        if not isinstance(line, list):
            kind = "title" if case.schema.get("titleBelow") and line.startswith("服务平台") else "note"
            case.foot.append(Line(kind, [line]))
        elif line[0] in ("合计", "汇总"):
            case.rows.append(Row("total", text=line[0]))
        elif line[0].startswith("…"):
            case.rows.append(Row("filler", text=line[0]))
        elif line[0] == "平均满意度":
            case.rows.append(Row("mean", text=line[0]))
        elif line[0].startswith("上一年度共服务企业"):
            case.rows.append(Row("served"))
        else:
            raise ValueError(f"{case.form}: {line}")
