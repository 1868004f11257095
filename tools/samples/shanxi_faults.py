"""The faults planted in shanxi's county returns of 2024, one a file, so that none hides another."""

from copy import deepcopy
from decimal import Decimal

from .book import a1, xlsx_bytes
from .shanxi_form import COLUMNS, HATCH, INVESTED, JOBS, NAME, REVENUE, STAFF, SUPPORT, TAX, TENANTS
from .shape import draw


def _one_cell(rule, severity, path_of_column, change, what):
    """A fault that is one record's one figure; no 合计, so that only the figure is at fault."""
    def fault(space, unit, year, records, shape, path, time):
        shape.total, at = "", len(records) - 1
        records = deepcopy(records)
        records[at][path_of_column] = change(records[at])
        grid, where = draw(COLUMNS, records, shape)
        space.add_book(path, [grid], time)
        space.plant(rule, severity, path, a1(*where[at, path_of_column]), what)
        return records if severity != "M" else None
    return fault


def wrong_total(space, unit, year, records, shape, path, time):
    shape.total = "bottom"
    grid, where = draw(COLUMNS, records, shape)
    cell = where["total", REVENUE]
    grid.cells[cell] = float(Decimal(str(grid.cells[cell])) + Decimal("1000.5"))
    space.add_book(path, [grid], time)
    space.plant("total.mismatch", "M", path, a1(*cell), "合计 of 营业收入 1000.5万元 above its rows")


def unit_yuan(space, unit, year, records, shape, path, time):
    shape.unit_in_label = ""
    shape.heads = [line.replace("单位：万元", "单位：元") for line in shape.heads]
    scaled = deepcopy(records)
    for record in scaled:
        for column in COLUMNS:
            if column.unit == "万元":
                record[column.path] *= 10000
    grid, _ = draw(COLUMNS, scaled, shape)
    space.add_book(path, [grid], time)
    space.plant("unit.converted", "V", path, "B5", "the unit line says 元: money is converted to 万元")
    return records


def no_such_file(space, unit, year, records, shape, path, time):
    """The county does not report this year: no finding, its state is missing."""


def second_version(space, unit, year, records, shape, path, time):
    grid, _ = draw(COLUMNS, records, shape)
    space.add_book(path, [grid], time)
    space.plant("version.superseded", "I", path, None, "a newer version of the same return lies beside it")
    newer = deepcopy(records)
    newer[0][STAFF] += 2
    newer[0][REVENUE] += Decimal("36.8")
    grid, _ = draw(COLUMNS, newer, shape)
    space.add_book(path[:-5] + "（最终版）.xlsx", [grid], f"{year}-08-19T17:20:00+08:00")
    return newer


def lost_record(space, unit, year, records, shape, path, time):
    grid, _ = draw(COLUMNS, records, shape)
    space.add_book(path, [grid], time)
    space.plant("version.superseded", "I", path, None, "a newer version of the same return lies beside it")
    grid, _ = draw(COLUMNS, records[:-1], shape)
    newer = path[:-5] + "(2).xlsx"
    space.add_book(newer, [grid], f"{year}-08-19T15:05:00+08:00")
    space.plant("version.records-lost", "V", newer, None, f"lacks {records[-1][NAME]}, which the older version lists")
    return records[:-1]


def renamed(space, unit, year, records, shape, path, time):
    records = deepcopy(records)
    records[0][NAME] = records[0][NAME].replace("双创基地", "数字双创基地")
    grid, where = draw(COLUMNS, records, shape)
    space.add_book(path, [grid], time)
    space.plant("record.renamed", "V", path, a1(*where[0, NAME]), "the same 项目运营单位 as last year under another 基地名称")
    return records


def no_tax_column(space, unit, year, records, shape, path, time):
    shape.drop = (TAX,)
    grid, _ = draw(COLUMNS, records, shape)
    space.add_book(path, [grid], time)
    space.plant("header.missing-column", "M", path, None, "no column 上缴税金")


def twice_named(space, unit, year, records, shape, path, time):
    shape.total = ""
    records = [*records, dict(records[0])]
    grid, where = draw(COLUMNS, records, shape)
    space.add_book(path, [grid], time)
    for record in (0, len(records) - 1):
        space.plant("row.duplicate-key", "M", path, a1(*where[record, NAME]), "a base named twice in one return")


def hidden_row(space, unit, year, records, shape, path, time):
    grid, where = draw(COLUMNS, records, shape)
    row, _ = where[1, NAME]
    grid.hidden.add(row)
    space.add_book(path, [grid], time)
    space.plant("row.hidden", "V", path, a1(row, shape.origin[1]), f"row {row} is hidden; its record counts")
    return records


def cut_off(space, unit, year, records, shape, path, time):
    grid, _ = draw(COLUMNS, records, shape)
    whole = xlsx_bytes([grid])
    space.add(path, whole[:len(whole) * 3 // 5], time)
    space.plant("file.unreadable", "M", path, None, "the transfer broke off: the last two fifths of the file are missing")


def number_forms(space, unit, year, records, shape, path, time):
    """Harmless ways to write a number: each is read, and said."""
    shape.total, shape.unit_in_label = "", ""
    written = deepcopy(records)
    forms = [(0, TENANTS, lambda v: f"{v}户", "a unit after the figure"),
             (0, REVENUE, lambda v: f"{v:,}", "thousands separators in a text"),
             (1, JOBS, lambda v: str(v).translate(str.maketrans("0123456789", "０１２３４５６７８９")), "full-width digits"),
             (1, TAX, lambda v: f"{v} 万元", "a unit after the figure")]
    for at, path_of_column, form, _ in forms:
        written[at][path_of_column] = form(records[at][path_of_column])
    nil = f"{HATCH}/参加创客大赛企业数"
    written[0][nil] = "无"
    records = deepcopy(records)
    records[0][nil] = 0
    grid, where = draw(COLUMNS, written, shape)
    space.add_book(path, [grid], time)
    for at, path_of_column, _, what in [*forms, (0, nil, None, "无 in a count column is nil, a zero")]:
        space.plant("cell.normalised", "I", path, a1(*where[at, path_of_column]), what)
    return records


FAULTS = {
    ("2024", "140106"): wrong_total,
    ("2024", "140107"): _one_cell("cell.out-of-range", "M", f"{HATCH}/培育小升规企业数", lambda r: -1, "a negative count"),
    ("2024", "140213"): unit_yuan,
    ("2024", "140221"): _one_cell("unit.magnitude", "V", SUPPORT, lambda r: r[SUPPORT] * 10000,
                                  "ten thousand times last year's: 元 written under 万元"),
    ("2024", "140223"): number_forms,
    ("2024", "140321"): _one_cell("cell.not-a-number", "M", "年服务中小企业户数", lambda r: "约100", "an estimate"),
    ("2024", "140322"): no_such_file,
    ("2024", "140404"): second_version,
    ("2024", "140423"): lost_record,
    ("2024", "140428"): renamed,
    ("2024", "140702"): _one_cell("tax-over-revenue", "V", TAX, lambda r: r[REVENUE] + 10, "上缴税金 above 营业收入"),
    ("2024", "140703"): _one_cell("jobs-under-tenants", "V", JOBS, lambda r: r[TENANTS] - 3, "吸纳就业人员数 below 已入驻企业数"),
    ("2024", "140728"): _one_cell("hatched-over-tenants", "V", f"{HATCH}/孵化成功企业数", lambda r: r[TENANTS] + 4,
                                  "孵化成功企业数 above 已入驻企业数"),
    ("2024", "140921"): no_tax_column,
    ("2024", "140923"): twice_named,
    ("2024", "141002"): _one_cell("cell.error-value", "M", INVESTED, lambda r: "#DIV/0!", "a formula's error"),
    ("2024", "141102"): hidden_row,
    ("2024", "141121"): cut_off,
}
