"""Disturbances of the sheet that is drawn, of the sheets beside it, and of the file: for every layout."""

import datetime
import re

from declared import fold

from .model import Cell, Sheet

SEVERAL = ("xlsx", "xls", "lo-xlsx", "lo-xls", "lo-ods")


def begun_at_b3(case, rng):
    """The table does not begin at A1."""
    case.sheet.shift(rng.choice([0, 1, 2, 5]), rng.choice([1, 1, 2]))
    return True


def rows_above(case, rng):
    """Empty rows above everything."""
    case.sheet.shift(rng.randint(1, 4), 0)
    return True


def labels_spaced(case, rng):
    """Line breaks and spaces inside the labels of a card."""
    done = False
    for cell in case.sheet.cells.values():
        if cell.role != "label" or not isinstance(cell.value, str) or len(cell.value) < 4 or re.search(r"[：:□☑【\d]", cell.value):
            continue
        if rng.random() < 0.5:
            cut = len(cell.value) // 2
            cell.value, done = cell.value[:cut] + rng.choice(["\n", " ", "  "]) + cell.value[cut:], True
    return done


def labels_half_width(case, rng):
    """（） as (), “” as "" in the labels of a card."""
    done = False
    for cell in case.sheet.cells.values():
        if cell.role == "label" and isinstance(cell.value, str):
            new = cell.value.translate(str.maketrans("（）“”", "()\"\""))
            done, cell.value = done or new != cell.value, new
    return done


def unmerged(case, rng):
    """No merged cells at all: a card pasted as values."""
    if not case.sheet.merges:
        return False
    case.sheet.merges = []
    return True


def empty_sheets(case, rng):
    """Sheet2 and Sheet3, empty, as old Excel makes them; at times one in front."""
    case.after += [Sheet("Sheet2"), Sheet("Sheet3")]
    if rng.random() < 0.3:
        case.before.append(Sheet("Sheet0"))
    return True


def instructions(case, rng):
    """A sheet of instructions before or behind."""
    sheet = Sheet(rng.choice(["填表说明", "说明", "指标解释"]))
    lines = ["填表说明", "1. 本表由各填报单位据实填写，于2024年8月25日前报送。", "2. 营业收入：指基地运营主体2023年度主营业务收入，单位为万元。",
             "3. 职工人数不少于10人的，按10人填写。", "联系人：张三  联系电话：0351-5550000"]
    for row, text in enumerate(lines, 1):
        sheet.put(row, 1, Cell(text, "note"))
    (case.before if rng.random() < 0.5 else case.after).append(sheet)
    return True


def scratch_sheet(case, rng):
    """A sheet of somebody's sums beside the return."""
    sheet = Sheet(rng.choice(["Sheet2", "计算", "底稿"]))
    for row in range(1, 5):
        for column in range(1, 4):
            sheet.put(row, column, Cell(rng.randint(1, 900), "note"))
    case.after.append(sheet)
    return True


def blank_form(case, rng):
    """The blank form lies on a sheet beside the one filled in."""
    sheet = Sheet("空表", merges=list(case.sheet.merges))
    for place, cell in case.sheet.cells.items():
        if not cell.truths and cell.role in ("label", "title", "unit", "annex", "period"):
            sheet.cells[place] = Cell(cell.value, "note")
    (case.before if rng.random() < 0.4 else case.after).append(sheet)
    return True


def sheet_name(case, rng):
    """A sheet is called anything."""
    case.sheet.name = rng.choice(["附件3", case.path[:4], "表一", "汇总", "Sheet1 (2)", "填报", "sheet"])
    return True


def hidden_cells(case, rng):
    """A column of a card or of bands that nobody sees."""
    case.sheet.hidden_columns.add(rng.randint(1, max(1, case.sheet.size()[1])))
    return True


def side_sum(case, rng):
    """Somebody's sum to the right of the table, without a label: claimed by nobody."""
    figures = [place for place, cell in case.sheet.cells.items() if cell.truths]
    row = rng.choice(figures)[0]
    cell = Cell(rng.randint(2000, 9000), "stray")
    case.sheet.put(row, case.sheet.size()[1] + 2, cell)
    case.cost("side-sum", "cell.unclaimed", "must", cells=[cell])
    return True


def remark_aside(case, rng):
    """A remark to the right of the table, without a label."""
    figures = [place for place, cell in case.sheet.cells.items() if cell.truths]
    case.sheet.put(rng.choice(figures)[0], case.sheet.size()[1] + 1, Cell(rng.choice(["已核对", "←请确认", "电话已问"]), "note"))
    return True


def final_copy(case, rng):
    """最终版2, 副本, (1): the name says nothing."""
    folder, _, stem = case.path.rpartition("/")
    stem = rng.choice(["{}最终版2", "{} - 副本", "{}(1)", "最终版-{}", "{}_20240812", "{}（修改后）", "新建 Microsoft Excel 工作表"]).format(stem)
    if "新建" in stem and re.search(r"基地申|询价表|推荐表", case.path):
        return False
    case.path = f"{folder}/{stem}"
    return True


def swapped_extension(case, rng):
    """.xls under the name .xlsx, and the reverse; html and csv under the name .xls."""
    real = case.format.removeprefix("lo-").split("-")[0]
    case.extension = {"xlsx": "xls", "xls": "xlsx", "html": "xls", "csv": "xls", "ods": "xls"}[real]
    return True


def capital_extension(case, rng):
    """.XLSX."""
    case.extension = case.format.removeprefix("lo-").split("-")[0].upper()
    return True


def truncated(case, rng):
    """Half a file, from a mail that broke off: unreadable."""
    case.damage = "truncated"
    case.cost("truncated", "file.unreadable file.hostile file.unsupported file.unrecognised", "must", file=True)
    return True


def card_colons(case, rng):
    """A colon behind the labels of a card."""
    done = False
    for cell in case.sheet.cells.values():
        if cell.role == "label" and isinstance(cell.value, str) and 2 <= len(cell.value) <= 20 and not re.search(r"[：:□☑【\d。]", cell.value):
            cell.value, done = cell.value + rng.choice(["：", ":"]), True
    return done


def card_notes(case, rng):
    """Notes under a card or under bands."""
    bottom = case.sheet.size()[0]
    year = int(case.path[:4])
    for offset, text in enumerate(rng.sample(["注：以上数据以2022年年报为准，共12项。", "填表人：李敏    联系电话：0351-5550188", f"制表日期：{year + 1}年1月12日"], 2), 1):
        case.sheet.put(bottom + offset, 1, Cell(text, "note"))
    return True


def rows_between(case, rng):
    """An empty row within a card, where no merged cell is cut."""
    rows = case.sheet.size()[0]
    whole = [at for at in range(3, rows) if not any(top < at <= bottom for top, _, bottom, _ in case.sheet.merges)]
    if case.layout != "card" or not whole:
        return False
    at = rng.choice(whole)
    sheet = case.sheet
    sheet.cells = {(r + (r >= at), c): cell for (r, c), cell in sheet.cells.items()}
    sheet.merges = [(t + (t >= at), l, b + (b >= at), e) for t, l, b, e in sheet.merges]
    return True


def _left_of(sheet, place):
    """The place of the cell on the left, through merges."""
    row, column = place[0], place[1] - 1
    return next(((top, left) for top, left, bottom, right in sheet.merges if top <= row <= bottom and left <= column <= right), (row, column))


def label_torn(case, rng):
    """A label that was too long for its cell goes on in the one below; the rest of its row is merged over both."""
    sheet = case.sheet
    places = []
    for place, cell in sheet.cells.items():
        label = sheet.cells.get(_left_of(sheet, place))
        text = re.sub(r"\s", "", str(label.value)) if label is not None and label.role == "label" else ""
        alone = not any(top <= place[0] <= bottom and top != bottom for top, _, bottom, _ in sheet.merges)
        if cell.truth and alone and len(text) >= 6 and fold(text) == fold(cell.truth.column):
            places.append((_left_of(sheet, place), text))
    if not places:
        return False
    (row, column), text = rng.choice(sorted(places))
    beside = [c for r, c in sheet.cells if r == row and c != column]
    sheet.cells = {(r + (r > row), c): cell for (r, c), cell in sheet.cells.items()}
    sheet.merges = [(t + (t > row), l, b + (b > row), e) for t, l, b, e in sheet.merges]
    cut = rng.randint(2, len(text) - 2)
    sheet.cells[row, column].value = text[:cut]
    sheet.put(row + 1, column, Cell(text[cut:], "label"))
    for at in beside:
        right = next((e for t, l, b, e in sheet.merges if (t, l) == (row, at)), at)
        sheet.merges = [merge for merge in sheet.merges if merge[:2] != (row, at)]
        sheet.merge(row, at, row + 1, right)
    return True


def rows_numbered(case, rng):
    """A column in front of a card that numbers its rows."""
    first = min(r for (r, _), cell in case.sheet.cells.items() if cell.truths)
    if case.form == "work-summary":
        return False
    case.sheet.shift(0, 1)
    for number, row in enumerate(range(first, case.sheet.size()[0] + 1), 1):
        case.sheet.put(row, 1, Cell(number, "serial"))
    return True


def remark_column(case, rng):
    """A column of remarks on how to fill in a card, on its right."""
    column = case.sheet.size()[1] + 1
    for row in sorted({r for (r, _), cell in case.sheet.cells.items() if cell.truths and rng.random() < 0.4}):
        case.sheet.put(row, column, Cell(rng.choice(["据实填写", "与证照一致", "没有填0", "保留两位小数"]), "note"))
    return True


def annex_gone(case, rng):
    """No 附件1 above the title."""
    first = case.sheet.cells.get((1, 1))
    if case.layout == "list" or first is None or not re.fullmatch(r"(附件|表) ?\d*：?", str(first.value)):
        return False
    case.sheet.merges = [merge for merge in case.sheet.merges if merge[0] != 1]
    del case.sheet.cells[1, 1]
    return True


def dates_from_1904(case, rng):
    """A workbook of an old Mac: dates count from 1904."""
    case.epoch_1904 = True
    return any(isinstance(cell.value, datetime.date) for cell in case.sheet.cells.values())
