"""Disturbances of a list's rows."""

import copy
from decimal import Decimal

from .layout import ADDS
from .model import Cell, Row, Truth

SPREADSHEETS = ("xlsx", "xls", "lo-xlsx", "lo-xls", "lo-ods")


def blank_rows(case, rng):
    """Empty rows between records."""
    for _ in range(rng.randint(1, 3)):
        case.rows.insert(rng.randint(0, len(case.rows)), Row("blank"))
    return True


def _totals(case):
    return [row for row in case.rows if row.kind == "total"]


def _adds(case):
    return any(c.rollup in ADDS and c.kind in ("integer", "number") for c in case.columns[1:])


def total_bottom(case, rng):
    """合计 under the records of a form that prints none."""
    if _totals(case) or not _adds(case) or case.form in ("served-firms",):
        return False
    case.rows.append(Row("total", text=rng.choice(["合计", "总计", "合  计", "汇总", "全市合计", "合计："])))
    return True


def total_top(case, rng):
    """合计 above the records."""
    if not _adds(case) or case.form in ("served-firms",):
        return False
    for row in _totals(case):
        case.rows.remove(row)
    case.rows.insert(0, Row("total", text=rng.choice(["合计", "总计", "合 计"])))
    return True


def total_absent(case, rng):
    """No 合计 where the form prints one."""
    gone = _totals(case)
    for row in gone:
        case.rows.remove(row)
    return bool(gone)


def subtotals(case, rng):
    """A 小计 after each group of records, with or without a 合计 of all."""
    records = case.records()
    if len(records) < 3 or not _adds(case) or case.form in ("served-firms",):
        return False
    cut = rng.randint(1, len(records) - 1)
    label = rng.choice(["小计", "小 计", "小计："])
    for group in (records[:cut], records[cut:]):
        at = case.rows.index(group[-1]) + 1
        case.rows.insert(at, Row("subtotal", text=label, over=group))
    return True


def hidden_row(case, rng):
    """A record in a hidden row: read, and to be verified."""
    row = rng.choice(case.records())
    row.hidden = True
    case.cost("hidden-row", "row.hidden", "must", cells=[c for c in row.cells.values() if c.truths])
    return True


def hidden_column(case, rng):
    """A column that nobody sees is read as any other."""
    rng.choice(case.columns[1:]).hidden = True
    return True


def header_again(case, rng):
    """The header once more in the data, as on a second page; sometimes with the title."""
    records = case.records()
    if len(records) < 2:
        return False
    at = case.rows.index(rng.choice(records[1:]))
    case.rows.insert(at, Row("header"))
    title = next((line for line in case.head if line.kind == "title"), None)
    if title is not None and rng.random() < 0.4:
        case.rows.insert(at, Row("line", text=title.parts[0]))
    return True


def duplicate_key(case, rng):
    """The same record twice: pasted, and a figure changed."""
    if not case.schema.get("primaryKey") or len(case.records()) < 2 or case.form == "innovation-list":
        return False
    first = rng.choice(case.records())
    again = Row("record")
    for column, cell in first.cells.items():
        twin = copy.copy(cell)
        twin.truths = [copy.copy(truth) for truth in cell.truths]
        again.cells[column] = twin
    case.rows.insert(case.rows.index(case.records()[-1]) + 1, again)
    # Without the column of the names no record is known to be another.
    for row, when in ((first, "may"), (again, "must")):
        case.cost("duplicate-key", "row.duplicate-key", when, cells=[c for c in row.cells.values() if c.truths], but=case.naming())
    return True


def fillers(case, rng):
    """…… rows of the printed form left standing."""
    at = case.rows.index(case.records()[-1]) + 1
    case.rows.insert(at, Row("filler", text=rng.choice(["……", "…", "...", "…………"])))
    return True


def empty_serials(case, rng):
    """Rows with nothing but a serial number, as the blank form has them."""
    if case.columns[0].kind != "serial":
        return False
    records = case.records()
    at = case.rows.index(records[-1]) + 1
    for offset in range(rng.randint(1, 4)):
        case.rows.insert(at + offset, Row("serial", text=str(len(records) + 1 + offset)))
    return True


def no_serials(case, rng):
    """序号 left blank, or counted otherwise."""
    if case.columns[0].kind != "serial":
        return False
    for index, row in enumerate(case.records()):
        cell = row.cells.get(case.columns[0])
        if cell:
            cell.value = rng.choice([None, f"{index + 1}.", f"（{index + 1}）", str(index + 1)])
    return True


def group_title(case, rng):
    """广灵县（2户） alone in a row above its records."""
    if case.form not in ("base-summary", "tenant-roster", "served-firms", "activity-list"):
        return False
    records = case.records()
    at = case.rows.index(rng.choice(records))
    case.rows.insert(at, Row("line", text=rng.choice(["一、重点企业", f"（一）第一批（{len(records)}家）", "一、广灵县"])))
    return True


def of_which(case, rng):
    """其中：… under the 合计: a part of it, never a record."""
    if not _totals(case) or not _adds(case):
        return False
    total = _totals(case)[0]
    if case.rows.index(total) == 0:
        return False
    case.rows.insert(case.rows.index(total) + 1, Row("of-which", text=rng.choice(["其中：省级", "其中：小微企业"]), over=case.records()[:1]))
    return True


def wrong_total(case, rng):
    """A 合计 that does not agree with its rows."""
    total = next(iter(_totals(case)), None)
    if total is None:
        total = Row("total", text="合计")
        if not _adds(case) or case.form in ("served-firms",):
            return False
        case.rows.append(total)
    columns = [c for c in case.columns[1:] if c.rollup in ("flow", "stock") and c.kind in ("integer", "number")]
    if not columns or case.form == "equipment-list":
        return False
    column = rng.choice(columns)
    cell = total.cells.setdefault(column, Cell(None, "total"))
    cell.touched = "wrong-total"
    cell.truths = [Truth(column.path, "total", None, (), column.field)]
    case.cost("wrong-total", "total.mismatch", "must", cells=[cell], column=column.path)
    return True


def spoil_totals(case, rng):
    """After the sums are drawn: the wrong one gets its figure, further off than rounding over its rows could be."""
    for cell in case.cells():
        if cell.touched == "wrong-total" and cell.value is not None:
            cell.value = Decimal(str(cell.value)) + rng.choice([1, 1, 10, -1]) * (len(case.records()) + rng.randint(1, 90))


def total_label_inside(case, rng):
    """合计 in the column of names, 序号 before it blank or numbered on."""
    if case.columns[0].kind != "serial" or not _adds(case) or case.form in ("served-firms",) or case.columns[1].rollup in ADDS:
        return False
    for row in _totals(case):
        case.rows.remove(row)
    case.rows.append(Row("total", text=rng.choice(["合计", "合 计", "总计", "合计（万元）"]), at=case.columns[1]))
    return True


def other_row(case, rng):
    """平均, 上年同期, 占比 under the records: about them, and no record."""
    numbers = [c for c in case.columns[1:] if c.rollup in ADDS and c.kind in ("integer", "number")]
    if not numbers or case.columns[0].path:
        return False
    row = Row("other", text=rng.choice(["平均", "平均值", "上年同期", "上年合计", "同比增长（%）", "占比", "完成率", "去年同期数", "增减额"]))
    for column in numbers:
        row.cells[column] = Cell(rng.randint(1, 400), "other")
    case.rows.insert(len(case.rows) if rng.random() < 0.6 else case.rows.index(case.records()[-1]) + 1, row)
    case.cost("other-row", "*", "may", cells=list(row.cells.values()))
    case.cost("other-row", "cell.required cell.unclaimed", "may", whole=True)
    return True


def unknown_row(case, rng):
    """审核数, 第一批, 其他 with figures in the column of names: nobody knows whether it is a record, a part or a correction."""
    numbers = [c for c in case.columns[1:] if c.rollup in ADDS and c.kind in ("integer", "number")]
    name = case.columns[1]
    texts = [c for c in case.columns[2:] if c.kind in ("string", "date", "boolean") and not c.field.get("constraints")]
    filled = all(any(row.cells[c].value is not None for c in texts if c in row.cells) for row in case.records())
    keys = str([case.schema.get("primaryKey"), case.schema.get("nameBy"), case.schema.get("keyElse")])
    if not numbers or case.columns[0].kind != "serial" or name.kind != "string" or not texts or not filled or name.field.get("name", "?") not in keys:
        return False
    row = Row("unknown", cells={name: Cell(rng.choice(["审核数", "核定数", "更正", "第一批", "其他", "上报数"]), "other")})
    for column in numbers:
        row.cells[column] = Cell(rng.randint(1, 400), "other")
    case.rows.insert(case.rows.index(rng.choice(case.records())) + 1, row)
    case.cost("unknown-row", "*", "may", cells=list(row.cells.values()))
    case.cost("unknown-row", "cell.required", "must", whole=True)  # it lacks what records have, and is in no 合计
    case.cost("unknown-row", "total.mismatch", "may", whole=True)
    return True


def note_amid(case, rng):
    """A note or a signature among the records, which go on below it with the next serial number."""
    records = case.records()
    if len(records) < 2 or case.columns[0].kind != "serial":
        return False
    text = rng.choice(["注：以上为省级", "注：营业收入含税", "制表：张三", "审核人：王丽", "联系电话：0351-5550100"])
    case.rows.insert(case.rows.index(rng.choice(records[1:])), Row("line", text=text))
    return True


def page_lines(case, rng):
    """第 1 页 共 2 页 in the data or under it."""
    at = rng.randint(1, len(case.rows))
    case.rows.insert(at, Row("line", text=rng.choice(["第 1 页，共 2 页", "第1页", "（续表）", "续表", "— 2 —", "（转下页）"])))
    return True


def merged_down(case, rng):
    """One cell merged over two records that say the same: it holds for both, or is told."""
    records = case.records()
    pairs = [(a, b, column) for a, b in zip(records, records[1:]) for column in case.columns if column.path
             and a.cells[column].value is not None and a.cells[column].value == b.cells[column].value
             and not a.cells[column].touched and column.kind in ("string", "date", "boolean")]
    if not pairs:
        return False
    first, second, column = rng.choice(pairs)
    case.merged_down.append((first, second, column))
    cell = second.cells[column]
    cell.touched = first.cells[column].touched = "merged-down"
    case.cost("merged-down", "*", "may", cells=[cell])
    return True
