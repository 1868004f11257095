"""Disturbances of the lines above and below a list."""

import re

from .model import Line

PLACES = {"大同市广灵县工业和信息化局": ["广灵县工信局", "大同市广灵县工信局", "广灵县工业和信息化局", "广灵县", "广灵县中小企业局"],
          "大同市工业和信息化局": ["大同市工信局", "大同市", "大同工信局"],
          "牡丹江市工业和信息化局": ["牡丹江市工信局", "牡丹江市", "牡丹江工信局"],
          "西宁市工业和信息化局": ["西宁市工信局", "西宁市", "西宁市工业和信息化局（盖章）"]}


def _title(case):
    return next((line for line in case.head if line.kind == "title"), None)


def annex_line(case, rng):
    """附件10： in a row of its own above everything."""
    if any(line.kind == "annex" for line in case.head):
        return False
    case.head.insert(0, Line("annex", [rng.choice(["附件", "附件：", "附件 3", "附件10：", "表2"])]))
    return True


def title_split(case, rng):
    """The title over two rows."""
    title = _title(case)
    if title is None or len(title.parts[0]) < 14:
        return False
    text, at = title.parts[0], case.head.index(title)
    cut = text.find("情况") if "情况" in text else len(text) // 2
    if cut < 4:
        return False
    case.head[at : at + 1] = [Line("title", [text[:cut]]), Line("title", [text[cut:]])]
    return True


def title_spaced(case, rng):
    """基 本 情 况 表."""
    title = _title(case)
    if title is None:
        return False
    tail = title.parts[0][-5:]
    title.parts = [title.parts[0][:-5] + " " + rng.choice([" ", "  ", "\u3000"]).join(tail)]
    return True


def head_order(case, rng):
    """Title, reporter and unit line in any order."""
    if len(case.head) < 2:
        return False
    order = list(case.head)
    rng.shuffle(order)
    changed = order != case.head
    case.head = order
    return changed


def head_blank(case, rng):
    """Empty rows between the lines, or before the table."""
    if not case.head:
        return False
    for _ in range(rng.randint(1, 2)):
        case.head.insert(rng.randint(1, len(case.head)), Line("blank", [None]))
    return True


def reporter_beside(case, rng):
    """The reporter in a cell beside its label."""
    for line in case.head:
        match = line.kind == "reporter" and re.fullmatch(r"([^：]+：)(\S+)", line.parts[0])
        if match:
            line.parts = [match[1], match[2]]
            return True
    return False


def unit_beside(case, rng):
    """Reporter and unit at the two ends of one row."""
    reporter = next((line for line in case.head if line.kind == "reporter" and len(line.parts) == 1), None)
    if reporter is None:
        return False
    match = re.fullmatch(r"(.*?\S)\s+(单位：.*)", reporter.parts[0])
    unit = next((line for line in case.head if line.kind == "unit"), None)
    if match:
        parts = [match[1], match[2]]
    elif unit is not None:
        parts = [reporter.parts[0], unit.parts[0]]
        case.head.remove(unit)
    else:
        return False
    case.head[case.head.index(reporter)] = Line("spread", parts)
    return True


def reporter_short(case, rng):
    """大同市广灵县工业和信息化局 as 广灵县工信局."""
    for line in case.head:
        for index, part in enumerate(line.parts):
            for long, short in PLACES.items():
                if part and part.endswith("：" + long) or part == long:
                    line.parts[index] = part.replace(long, rng.choice(short))
                    return True
    return False


def reporter_missing(case, rng):
    """No line says who files: the folders do."""
    gone = [line for line in case.head if line.kind == "reporter" and "单位：" not in line.parts[0].replace("填报单位：", "")]
    if not gone:
        return False
    case.head.remove(gone[0])
    if case.pack == "qinghai" and case.form != "platform-operation":  # a platform's own return, in the folder of its city
        case.cost("reporter-missing", "reporter.unknown", "must", whole=True)
    return True


def head_marks(case, rng):
    """填报单位(盖章):… with half-width marks, or spaces around the colon."""
    done = False
    for line in case.head:
        if line.kind in ("reporter", "unit", "spread"):
            half = rng.random() < 0.5
            new = [part and (part.translate(str.maketrans("（）：", "():")) if half else part.replace("：", "： ")) for part in line.parts]
            done, line.parts = done or new != line.parts, new
    return done


def notes_below(case, rng):
    """注：, 填表人：, 联系电话：, 填报日期： under the table."""
    year = int(case.path[:4])
    notes = ["注：1.本表由各单位据实填写。2.所有数据截至年末。", f"填表人：李敏    联系电话：0351-5550188    填报日期：{year + 1}年1月12日",
             "注：表中数据按2010年口径统计，共3类15项。", f"填报日期：{year + 1}.1.12", "备注：以上数据以税务部门数据为准"]
    for text in rng.sample(notes, rng.randint(1, 2)):
        case.foot.append(Line("note", [text]))
    if rng.random() < 0.3:
        case.foot.insert(0, Line("blank", [None]))
    return True


def signatures(case, rng):
    """单位负责人, 填表人 and a date in cells of one row under the table."""
    year = int(case.path[:4])
    case.foot.append(Line("note", rng.choice([
        ["单位负责人：", "王建国", "填表人：", "李敏", "联系电话：", "0351-5550188"],
        ["单位负责人：王建国", None, "填表人：李敏", None, f"{year + 1}年1月12日"],
        ["审核：张丽", "制表：陈静"]])))
    return True


def title_block(case, rng):
    """Title, reporter and unit in one cell, a line each."""
    lines = [line for line in case.head if line.kind in ("title", "reporter", "unit") and len(line.parts) == 1]
    if len(lines) < 2 or lines[0].kind != "title":
        return False
    lines[0].parts = ["\n".join(line.parts[0] for line in lines)]
    for line in lines[1:]:
        case.head.remove(line)
    return True


def instruction_line(case, rng):
    """A long instruction between title and table."""
    if not case.head:
        return False
    text = rng.choice(["填表要求：1.请于2024年8月25日前报送；2.营业收入、上缴税金以万元为单位，保留一位小数；3.没有数据的填“—”。",
                       "（本表由各单位如实填写，涉及2022年、2023年数据的以年报为准，人数不少于10人）"])
    case.head.insert(rng.randint(1, len(case.head)), Line("note", [text]))
    return True
