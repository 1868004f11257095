"""The three forms: how their sheets are read into records by column path."""

import re

from .sheets import figure, fold, text_of

TOTALS = {"合计", "总计", "小计", "汇总"}
SHANXI = {  # path -> labels it goes under, after folding and without its unit
    "基本情况/基地名称": "text", "基本情况/项目运营单位名称": "text", "基本情况/注册时间": "date", "基本情况/是否独立法人": "text",
    "基本情况/基地服务人员数": "人", "基本情况/已入驻企业数": "户", "基本情况/吸纳就业人员数": "人", "基本情况/建筑面积": "平方米",
    "运营情况/营业收入": "万元", "运营情况/上缴税金": "万元", "运营情况/当年完成投资额": "万元", "合作服务机构情况/合作机构数量": "个",
    "年服务中小企业户数": "户", "组织开展的服务活动/服务场次": "场", "孵化成果/孵化成功企业数": "户", "孵化成果/参加创客大赛企业数": "户",
    "孵化成果/培育小升规企业数": "户", "孵化成果/培育专精特新企业数": "户", "孵化成果/培育高新技术企业数": "户",
    "获得政府支持资金金额": "万元"}
SHANXI_ALIASES = {"合作服务机构数量": "合作机构数量", "吸纳就业人数": "吸纳就业人员数", "获得政府资金支持金额": "获得政府支持资金金额",
                  "服务次数": "服务场次"}
QINGHAI = {
    "平台名称": "text", "联系人": "text", "联系电话": "text", "服务场地面积": "平方米", "员工数/总人数": "人",
    "员工数/其中：大专（含）以上学历": "人", "员工数/中级（含）以上技术职称": "人", "服务企业数/累计数": "家", "服务企业数/新增数": "家",
    "服务企业数/同比增长（%）": "rate of 服务企业数/新增数", "服务企业数/签订服务协议户数": "家"}
for _group in ("营业收入", "其中：服务收入", "利润", "上缴税金"):
    QINGHAI[f"{_group}/新增金额"] = "万元"
    QINGHAI[f"{_group}/同比增长（%）"] = f"rate of {_group}/新增金额"
for _group in ("举办服务活动场次", "其中：以政府名义举办场次"):
    QINGHAI[f"{_group}/累计数"] = "场"
    QINGHAI[f"{_group}/新增数"] = "场"


def is_figure(kind):
    """Does a column of this kind add up?"""
    return kind not in ("text", "date") and not kind.startswith("rate")


def _bare(label):
    return re.sub(r"\((?:万元|元|人|户|家|个|场|次|平方米)\)$", "", fold(label))


def _header(grid):
    """Row of the header's first line and a map from (group, label) to column; group '' where there is none."""
    top = min(row for (row, _), value in grid.items() if fold(value) == "序号")
    right = max(col for row, col in grid if row in (top, top + 1))
    found, group = {}, ""
    for col in range(1, right + 1):
        upper, lower = grid.get((top, col)), grid.get((top + 1, col))
        if upper is not None:
            group = _bare(upper)
        if lower is not None:
            found[group, _bare(lower)] = col
        elif upper is not None:
            found["", group] = col
    return top, found


def _columns(grid, kinds, aliases):
    top, found = _header(grid)
    places = {}
    for path in kinds:
        *groups, label = path.split("/")
        wanted = (_bare(groups[0]) if groups else "", _bare(label))
        for (group, printed), col in found.items():
            if (group, aliases.get(printed, printed)) == wanted:
                places[path] = col
    missing = [path for path in kinds if path not in places]
    if missing:
        raise ValueError(f"columns not found: {missing}")
    return top, places


def read_list(grid, kinds, aliases, key_path):
    """Records of a list sheet, in order: dicts from path to Decimal, text or None."""
    top, places = _columns(grid, kinds, aliases)
    yuan = any(re.search(r"(?<!填报)单位:(?:[^、]*、)*元(?:、|$)", fold(value))
               for (row, _), value in grid.items() if row < top and isinstance(value, str))
    last = max(row for row, _ in grid)
    records = []
    for row in range(top + 2, last + 1):
        name = grid.get((row, places[key_path]))
        cells = [fold(grid[at]) for at in sorted(grid) if at[0] == row]
        if not isinstance(name, str) or not cells or cells[0] in TOTALS or fold(name) in TOTALS or fold(name).isdigit():
            continue
        record = {}
        for path, kind in kinds.items():
            raw = grid.get((row, places[path]))
            if is_figure(kind):
                record[path] = figure(raw, yuan and kind == "万元")
            else:
                record[path] = text_of(raw) if kind == "text" else None
        records.append(record)
    return records


def read_bands(grid):
    """The one record of a bands sheet: task/band/label, folded, to a Decimal or None."""
    top = min(row for (row, _), value in grid.items() if fold(value) == "主要任务")
    left = min(col for (row, col), value in grid.items() if fold(value) == "主要任务")
    first = min(col for (row, col), value in grid.items() if row == top and fold(value) == "服务成果")
    last = max(row for row, _ in grid)
    record, task, band = {}, "", ""
    row = top + 1
    while row < last:
        if isinstance(grid.get((row, left)), str):
            task = fold(grid[row, left])
        for col in (left + 1, left + 2):
            if isinstance(grid.get((row, col)), str) and fold(grid[row, col]) != "其中":
                band = fold(grid[row, col])
        labels = {col: value for (at, col), value in grid.items() if at == row and col >= first}
        for col, label in labels.items():
            record[f"{task}/{band}/{_bare(label)}"] = figure(grid.get((row + 1, col)))
        row += 2 if labels else 1
    return record
