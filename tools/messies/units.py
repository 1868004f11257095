"""Disturbances of units: lines and labels that name another one, and figures that are not in the unit that is named."""

import re
from decimal import Decimal

YUAN, THOUSANDS = Decimal(10000), Decimal(10)


def _money(case):
    return [c for c in case.columns if c.path and c.unit == "万元" and c.kind == "number"]


def _unit_lines(case):
    return [line for line in case.head if any(part and "单位：" in part.replace("填报单位：", "").replace("申报单位：", "") and "万元" in part
                                              for part in line.parts)]


def _labelled(column):
    return "万元" in column.label + column.group


def _convert(columns, case, factor):
    cells = []
    for column in columns:
        column.factor = factor
        for row in case.records():
            cell = row.cells.get(column)
            if cell and isinstance(cell.value, Decimal):
                cell.value *= factor
                cells.append(cell)
    return cells


def line_yuan(case, rng):
    """单位：元 with figures in 元: converted, and to be verified."""
    lines, columns = _unit_lines(case), _money(case)
    if not lines or not columns or any(_labelled(c) for c in columns):
        return False
    word, factor = rng.choice([("元", YUAN), ("千元", THOUSANDS), ("元", YUAN)])
    for line in lines:
        line.parts = [part and part.replace("万元", word) for part in line.parts]
    cells = _convert(columns, case, factor)
    case.cost("line-yuan", "unit.converted", "may", cells=cells, whole=True)
    for column in columns:
        case.cost("line-yuan", "unit.converted", "may", column=column.path)
    return True


def label_yuan(case, rng):
    """（元） in one label, figures in 元; the line still says 万元: a contradiction."""
    columns = [c for c in _money(case) if not _labelled(c)]
    if not _unit_lines(case) or not columns:
        return False
    column = rng.choice(columns)
    column.label += "（元）"
    cells = _convert([column], case, YUAN)
    case.cost("label-yuan", "unit.conflict", "must", cells=cells, column=column.path, whole=True)
    case.cost("label-yuan", "*", "may", cells=[cell for row in case.records() for cell in row.cells.values()])
    return True


def label_yuan_printed(case, rng):
    """上年营业收入（元） where the form prints （万元）, figures in 元."""
    columns = [c for c in _money(case) if "万元" in c.label]
    if not columns or _unit_lines(case):
        return False
    column = rng.choice(columns)
    column.label = column.label.replace("万元", "元")
    cells = _convert([column], case, YUAN)
    case.cost("label-yuan-printed", "unit.converted", "may", cells=cells, column=column.path)
    return True


def yuan_under_wan(case, rng):
    """Figures in 元 under a line that says 万元: told once for the return, never corrected."""
    columns = _money(case)
    if len(columns) < 2 or len(case.records()) < 1:
        return False
    cells = _convert(columns, case, YUAN)
    for cell in cells:
        cell.truth.value = cell.value
    for column in columns:
        column.factor = Decimal(1)
    case.cost("yuan-under-wan", "unit.magnitude", "must", cells=cells, whole=True)
    case.cost("yuan-under-wan", "*", "may", cells=cells, whole=True)
    return True


def line_missing(case, rng):
    """No unit line where the form has one."""
    lines = [line for line in case.head if line.kind == "unit"]
    changed = bool(lines)
    case.head = [line for line in case.head if line.kind != "unit"]
    for line in case.head:
        new = [part and re.sub(r"\s+单位：.*", "", part) for part in line.parts]
        changed, line.parts = changed or new != line.parts, new
    case.cost("line-missing", "unit.missing", "may", cells=case.cells(), whole=True)
    return changed


def line_spelled(case, rng):
    """单位:万元 平方米 人…, (单位：万元), 计量单位：."""
    done = False
    for line in case.head:
        for index, part in enumerate(line.parts):
            match = part and re.search(r"(?<![报位])单位：(万元\S*)$", part)
            if not match:
                continue
            words = match[1].split("、")
            new = rng.choice(["单位:" + "、".join(words), "（单位：" + "、".join(words) + "）", "单位：" + "，".join(words), "单位：" + " ".join(words),
                              "计量单位：" + "、".join(words), "单位：" + "/".join(words)])
            line.parts[index], done = part[: match.start()] + new, True
    return done
