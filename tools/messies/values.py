"""Disturbances of single cells: one figure written another way."""

import datetime
import math
import re
from decimal import Decimal

from .model import Formula, Look, Percent

WIDE = str.maketrans("0123456789.,-%", "０１２３４５６７８９．，－％")
TEN_THOUSAND = Decimal(10000)


def plain(value):
    """A Decimal as a person types it."""
    return f"{value.normalize():f}" if value == value.to_integral_value() else f"{value:f}"


def _pick(case, rng, wanted, share=3):
    """Some of the cells that are as wanted, or none."""
    cells = [cell for cell in case.figures() if wanted(cell)]
    return rng.sample(cells, min(len(cells), rng.randint(1, share)))


def _is_number(cell):
    return isinstance(cell.value, Decimal) and cell.truth.kind in ("integer", "number")


def _retype(case, rng, name, wanted, write, share=3):
    cells = _pick(case, rng, wanted, share)
    for cell in cells:
        cell.value, cell.touched = write(cell), name
    return bool(cells)


def as_text(case, rng):
    """Numbers stored as text, at times with spaces around."""
    return _retype(case, rng, "as-text", _is_number, lambda c: rng.choice(["", " ", "\u3000", "\u00a0"]) + plain(c.value) + rng.choice(["", " "]), 8)


def full_width(case, rng):
    """１２３."""
    return _retype(case, rng, "full-width", _is_number, lambda c: plain(c.value).translate(WIDE))


def separators(case, rng):
    """1,234.50."""
    wanted = lambda c: _is_number(c) and abs(c.value) >= 1000
    return _retype(case, rng, "separators", wanted, lambda c: f"{c.value:,}" + ("0" if c.value % 1 else ""))


def with_unit(case, rng):
    """12 家, 85 人."""
    wanted = lambda c: _is_number(c) and c.truth.unit not in ("", "%") and "/" not in c.truth.unit and case_factor(case, c) == 1
    return _retype(case, rng, "with-unit", wanted, lambda c: plain(c.value) + rng.choice(["", " "]) + c.truth.unit.split("（")[0])


def ten_thousands(case, rng):
    """0.35万 in a column of counts."""
    wanted = lambda c: _is_number(c) and c.truth.kind == "integer" and c.truth.adds and c.value >= 100 and c.truth.unit not in ("", "%")
    return _retype(case, rng, "ten-thousands", wanted, lambda c: plain(c.value / TEN_THOUSAND) + "万" + rng.choice(["", c.truth.unit]))


def hundred_millions(case, rng):
    """1.2亿元 in a column of 万元: converted, and to be verified."""
    cells = _pick(case, rng, lambda c: _is_number(c) and c.truth.unit == "万元" and c.value > 0 and case_factor(case, c) == 1)
    for cell in cells:
        cell.value, cell.touched = plain(cell.value / TEN_THOUSAND) + rng.choice(["亿元", "亿"]), "hundred-millions"
        case.cost("hundred-millions", "unit.converted", "may", cells=[cell])
    return bool(cells)


def case_factor(case, cell):
    return next((c.factor for c in case.columns if c.path == cell.truth.column), Decimal(1))


def percent_text(case, rng):
    """85% as text, where the column asks for percent."""
    wanted = lambda c: _is_number(c) and c.truth.unit == "%"
    return _retype(case, rng, "percent-text", wanted, lambda c: plain(c.value) + rng.choice(["%", "％", " %"]))


def percent_format(case, rng):
    """0.85 that its format shows as 85%."""
    wanted = lambda c: _is_number(c) and c.truth.unit == "%"
    return _retype(case, rng, "percent-format", wanted, lambda c: Percent(c.value / 100))


def currency(case, rng):
    """￥1234.5."""
    wanted = lambda c: _is_number(c) and c.truth.unit == "万元" and c.value > 0
    return _retype(case, rng, "currency", wanted, lambda c: rng.choice(["￥", "¥"]) + plain(c.value))


def noise(case, rng):
    """520.50000000000006: a sum of doubles."""
    wanted = lambda c: _is_number(c) and c.value % 1
    return _retype(case, rng, "noise", wanted, lambda c: math.nextafter(float(c.value), math.inf))


def missing_marks(case, rng):
    """Blank, /, —, 暂无: no figure, and no zero."""
    cells = _pick(case, rng, lambda c: _is_number(c) and not c.truth.required)
    for cell in cells:
        cell.value, cell.touched, cell.truth.value = rng.choice([None, "/", "—", "——", "-", "暂无", " ", "－"]), "missing-marks", None
        case.cost("missing-marks", "*", "may", cells=_row_of(case, cell))
    return bool(cells)


def _row_of(case, cell):
    """Zero or nothing in a figure may rightly break rules over its record."""
    for row in case.rows:
        if cell in row.cells.values():
            return [c for c in row.cells.values() if c.truths]
    return [c for c in case.cells() if c.truths]


def _zero(case, rng, name, written):
    cells = _pick(case, rng, lambda c: _is_number(c) and c.truth.adds, 2)
    for cell in cells:
        cell.value, cell.touched, cell.truth.value = written(), name, Decimal(0)
        case.cost(name, "*", "may", cells=_row_of(case, cell))
    return bool(cells)


def zero(case, rng):
    return _zero(case, rng, "zero", lambda: rng.choice([Decimal(0), "0", "0.0", "０"]))


def nil(case, rng):
    """无 in a column of counts or money is zero."""
    return _zero(case, rng, "nil", lambda: "无")


def _unreadable(case, rng, name, writes, rules="cell.not-a-number", share=2, wanted=_is_number):
    cells = _pick(case, rng, wanted, share)
    for cell in cells:
        meant = cell.truth.value if isinstance(cell.truth.value, Decimal) else None
        cell.value, cell.touched, cell.truth.value, cell.truth.meant = writes(cell), name, None, meant
        case.cost(name, rules, "must", cells=[cell], but=case.naming())
        case.cost(name, "*", "may", cells=_row_of(case, cell))
    return bool(cells)


def estimate(case, rng):
    """约100, 100多, 若干."""
    return _unreadable(case, rng, "estimate", lambda c: rng.choice(["约{}", "{}多", "{}余", "近{}", "{}左右", "若干", "{}以上", ">{}", "{}+"]).format(plain(c.value)))


def words(case, rng):
    """A text where a number belongs."""
    return _unreadable(case, rng, "words", lambda c: rng.choice(["见附件", "正在统计", "同上", "不详", "已填", "十二", "待定", "免税", "是"]))


def ditto(case, rng):
    """", 〃 and 同上 below a figure: the one above is meant, and nobody reads it in silence."""
    return _unreadable(case, rng, "ditto", lambda c: rng.choice(['"', "〃", "″", "”", "同上", "同左", "々"]))


def shown_otherwise(case, rng):
    """A format that shows another number than is stored: in thousands, with a point put in, 约, 亿, or nothing at all."""
    looks = ["#,##0,", "0.00,", '0!.0,"万"', "0!.0000", '"约"0', '0"余"', '0.0"亿"', '0"万"', ";;;"]
    return _unreadable(case, rng, "shown-otherwise", lambda c: Look(c.value, rng.choice(looks)))


def two_numbers(case, rng):
    """12/15, 12-15."""
    return _unreadable(case, rng, "two-numbers", lambda c: plain(c.value) + rng.choice(["/", "-", "~", "、", "（去年", "；", "+"]) + "15" + rng.choice(["", "）"]))


def broken_number(case, rng):
    """1,23, 1.2.3, 12O, ５。３: what only looks like a number."""
    return _unreadable(case, rng, "broken-number", lambda c: rng.choice(["{},2", "{}.2.3", "{}O", "{}。5", "1,{},5", "{}?", "{} 3", "--{}"]).format(plain(c.value)))


def bare_wan(case, rng):
    """3.5万 in a column of 万元 may be 3.5 or 35000."""
    return _unreadable(case, rng, "bare-wan", lambda c: plain(c.value) + "万",
                       wanted=lambda c: _is_number(c) and c.truth.unit == "万元" and case_factor(case, c) == 1)


def wrong_unit(case, rng):
    """12 家 in a column of people's ages or of money."""
    return _unreadable(case, rng, "wrong-unit", lambda c: plain(c.value) + rng.choice(["平方米", "公里"]),
                       wanted=lambda c: _is_number(c) and c.truth.unit in ("万元", "人", "户", "家"))


def error_value(case, rng):
    """#DIV/0!."""
    return _unreadable(case, rng, "error-value", lambda c: rng.choice(["#DIV/0!", "#REF!", "#N/A", "#VALUE!", "#NAME?"]), "cell.error-value")


def brackets_negative(case, rng):
    """(12.5) for -12.5: read so, or told."""
    cells = _pick(case, rng, lambda c: _is_number(c) and c.value < 0)
    for cell in cells:
        cell.value, cell.touched = rng.choice(["({})", "（{}）"]).format(plain(-cell.value)), "brackets-negative"
        case.cost("brackets-negative", "cell.not-a-number", "may", cells=[cell])
    return bool(cells)


def date_spelling(case, rng):
    """2024.7.1, 2024年7月1日, 20240701, 2024/7/1, a serial."""
    done = False
    for cell in _pick(case, rng, lambda c: isinstance(c.value, datetime.date), 4):
        day = cell.value
        spelled = rng.choice(["{y}.{m}.{d}", "{y}年{m}月{d}日", "{y}{m:02d}{d:02d}", "{y}/{m}/{d}", "{y}-{m:02d}-{d:02d}", "{y} 年 {m} 月 {d} 日",
                              "{y}．{m}．{d}", "{y}/{m:02d}/{d:02d} 00:00:00", "serial"])
        serial = Decimal((day - datetime.date(1899, 12, 30)).days)
        cell.value = serial if spelled == "serial" else spelled.format(y=day.year, m=day.month, d=day.day)
        cell.touched, done = "date-spelling", True
    return done


def date_months(case, rng):
    """2024.7, 2024年7月: a date known to the month."""
    done = False
    for cell in _pick(case, rng, lambda c: isinstance(c.value, datetime.date), 2):
        day = cell.value
        cell.value = rng.choice(["{y}.{m}", "{y}年{m}月", "{y}-{m:02d}", "{y}/{m}"]).format(y=day.year, m=day.month)
        cell.truth.value, cell.touched, done = f"{day.year}-{day.month:02d}", "date-months", True
    return done


def date_broken(case, rng):
    """No date: 近期, 2023年春, 2023-02-30."""
    return _unreadable(case, rng, "date-broken", lambda c: rng.choice(["近期", "2023年春", "2023-02-30", "2023.13.1", "待补", "明年", "去年6月"]),
                       "cell.not-a-date", wanted=lambda c: isinstance(c.value, datetime.date))


def text_spaces(case, rng):
    """Spaces and line breaks around texts: no part of them."""
    wanted = lambda c: isinstance(c.value, str) and c.truth.kind == "string" and len(c.value) < 30
    return _retype(case, rng, "text-spaces", wanted, lambda c: rng.choice([" {}", "{} ", "\u3000{}", "{}\n", "\t{}"]).format(c.value), 5)


def digits_lost(case, rng):
    """A code of 18 digits stored as a number: 1.23E+17."""
    cells = _pick(case, rng, lambda c: c.truth.field.get("name") in ("licence",), 1)
    for cell in cells:
        # As a number a cell holds 15 digits; csv and html show what Excel shows.
        cell.value, cell.touched = rng.choice([Decimal("911401051234567000"), "9.11401E+17", Decimal("140105600123456000")]), "digits-lost"
        cell.truth.value = None
        for other in _row_of(case, cell):
            other.truths[0].keys = ()  # the code was the record's key
        case.cost("digits-lost", "cell.digits-lost licence-code", "must", cells=[cell])
        case.cost("digits-lost", "*", "may", cells=_row_of(case, cell))
    return bool(cells)


def formula(case, rng):
    """A figure that is a formula, with its stored result."""
    return _retype(case, rng, "formula", _is_number, lambda c: Formula(f"={plain(c.value - 1)}+1", c.value))


def no_result(case, rng):
    """A formula without a stored result: no figure."""
    return _unreadable(case, rng, "no-result", lambda c: Formula(f"={plain(c.value)}*1", None), "cell.no-result")


def stale_formula(case, rng):
    """A stored result that its formula no longer gives."""
    cells = _pick(case, rng, _is_number, 2)
    for cell in cells:
        cell.value, cell.touched = Formula(f"={plain(cell.value)}+{rng.choice([5, 100])}", cell.value), "stale-formula"
        case.cost("stale-formula", "cell.stale-formula", "must", cells=[cell])
    return bool(cells)


def yes_no(case, rng):
    """是 as √, 有, ☑是□否; 否 as ×, 无."""
    wanted = lambda c: c.truth.kind == "boolean" and c.value in ("是", "否")
    return _retype(case, rng, "yes-no", wanted, lambda c: rng.choice(["√", "有", "是 ", "☑是  □否", "Y"] if c.truth.value else ["×", "无", "□是 ☑否", "N"]))


def ticks(case, rng):
    """√ as ✓, ■, 1."""
    return _retype(case, rng, "ticks", lambda c: c.truth.kind == "tick" and c.value, lambda c: rng.choice(["✓", "✔", "■", "☑", "1", "√ ", "V"]))


def yuan_in_cell(case, rng):
    """5,205,000元 in a column of 万元: converted, and to be verified."""
    cells = _pick(case, rng, lambda c: _is_number(c) and c.truth.unit == "万元" and case_factor(case, c) == 1, 2)
    for cell in cells:
        yuan = (cell.value * TEN_THOUSAND).quantize(Decimal(1))
        cell.value, cell.touched = rng.choice([f"{yuan:,}元", f"{yuan}元", f"{yuan} 元", f"￥{yuan:,}元"]), "yuan-in-cell"
        case.cost("yuan-in-cell", "unit.converted", "may", cells=[cell])
    return bool(cells)


def thin_spaces(case, rng):
    """Marks without width and odd spaces around or inside a number."""
    write = lambda c: rng.choice(["\u200b{}", "\ufeff{}", "{}\u200b", "\u2009{}", "{}\u2003", "{}\u202f", "{}\n", "\u00a0{}\u00a0", "'{}"]).format(plain(c.value))
    cells = _pick(case, rng, _is_number)
    for cell in cells:
        cell.value, cell.touched = write(cell), "thin-spaces"
        case.cost("thin-spaces", "cell.not-a-number", "may", cells=[cell])
    return bool(cells)


def minus_signs(case, rng):
    """－12.5, −12.5, - 12.5."""
    wanted = lambda c: _is_number(c) and c.value < 0
    return _retype(case, rng, "minus-signs", wanted, lambda c: rng.choice(["－", "−", "- ", "-"]) + plain(-c.value))


def with_remark(case, rng):
    """12（含2家新增）: a figure with words behind it."""
    return _unreadable(case, rng, "with-remark", lambda c: plain(c.value) + rng.choice(["（含2家新增）", "（预计）", "，其中女性5人", "*", "（见附件）", "注", "①"]))


def number_look(case, rng):
    """Formats that show more than the number: 12"家", #,##0.00, [红色]."""
    wanted = lambda c: _is_number(c)
    return _retype(case, rng, "number-look", wanted, lambda c: Look(c.value, rng.choice(['0.##"家"', "#,##0.00", '[Red]0.0;[Blue]-0.0', '0.00_ ', '_ * #,##0.00_ ;_ * -#,##0.00_ ', '@', '0.0"万元"'])))


def date_look(case, rng):
    """Dates under formats of their own."""
    wanted = lambda c: isinstance(c.value, datetime.date)
    looks = ['yyyy"年"m"月"d"日"', 'yyyy"年"m"月"', "[$-804]yyyy/m/d", "yyyy.mm.dd", "[DBNum1]yyyy年m月d日", "m/d/yy", "yyyy-mm-dd hh:mm:ss"]
    return _retype(case, rng, "date-look", wanted, lambda c: Look(c.value, rng.choice(looks)), 4)


def date_odd(case, rng):
    """2015年6月1号, 15.6.1, 二〇一五年六月一日: understood, or told."""
    cells = _pick(case, rng, lambda c: isinstance(c.value, datetime.date))
    for cell in cells:
        day = cell.value
        odd = rng.choice(["{y}年{m}月{d}号", "{s}.{m}.{d}", "{y}、{m}、{d}", "{y}年{m:02d}月{d:02d}日 ", "{y}-{m}-{d}.", "{y}年{m}月{d}", "{y} {m} {d}", "'{y}/{m}/{d}", "{d}/{m}/{y}",
                          "{y}/{m}/{d} 9:30", "{y}-{m:02d}-{d:02d}T00:00:00", "公元{y}年{m}月{d}日"])
        cell.value = odd.format(y=day.year, s=day.year % 100, m=day.month, d=day.day)
        cell.touched = "date-odd"
        case.cost("date-odd", "cell.not-a-date", "may", cells=[cell])
        case.cost("date-odd", "*", "may", cells=_row_of(case, cell))
    return bool(cells)


def true_false(case, rng):
    """TRUE and FALSE for 是 and 否."""
    wanted = lambda c: c.truth.kind == "boolean" and c.value in ("是", "否")
    return _retype(case, rng, "true-false", wanted, lambda c: bool(c.truth.value))


def inside_numbers(case, rng):
    """A figure inside a text with its label: １２００, 1,200, 约1200, —."""
    places = []
    for cell in case.cells():
        if isinstance(cell.value, str) and cell.role == "figure":
            for truth in cell.truths:
                shown = truth.value is not None and truth.kind in ("integer", "number") and rf"(?<![\d.]){plain(truth.value)}(?![\d.])"
                if shown and len(re.findall(shown, cell.value)) == 1:
                    places.append((cell, truth, shown))
    if not places:
        return False
    cell, truth, shown = rng.choice(places)
    number = plain(truth.value)
    style = rng.choice(["wide", "commas", "about", "dash", "words"])
    if style in ("wide", "commas"):
        new = number.translate(WIDE) if style == "wide" else f"{truth.value:,}"
    else:
        new = {"about": "约" + number, "dash": "—", "words": "若干"}[style]
        when, truth.value = ("may", None) if style == "dash" else ("must", None)
        case.cost("inside-numbers", "*", when, cells=[cell])
        case.cost("inside-numbers", "*", "may", cells=_row_of(case, cell))
    cell.value, cell.touched = re.sub(shown, new, cell.value), "inside-numbers"
    return True
