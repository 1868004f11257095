"""Disturbances of a list's header."""

import re

from .model import Cell, Column

MONEY_OR_COUNT = {"万元", "平方米", "㎡", "人", "户", "家", "个", "场", "次", "人次"}
EXTRA = ["备注", "经办人", "所在县区", "审核意见"]


def _labels(case, change):
    done = False
    for column in case.columns:
        group, label = change(column.group), change(column.label)
        done = done or (group, label) != (column.group, column.label)
        column.group, column.label = group, label
    return done


def label_breaks(case, rng):
    """Line breaks inside labels."""
    return _labels(case, lambda text: text if len(text) < 4 or "\n" in text else text[: len(text) // 2] + "\n" + text[len(text) // 2 :])


def label_spaces(case, rng):
    """序 号, 职 工 人 数: spaces inside short labels, and behind long ones."""
    space = rng.choice([" ", "  ", "\u3000", "\u00a0"])
    return _labels(case, lambda text: space.join(text) if 2 <= len(text) <= 4 else text + " " if text else text)


def brackets_half(case, rng):
    return _labels(case, lambda text: text.translate(str.maketrans("（）：", "():")))


def brackets_full(case, rng):
    """Square or full-width brackets where the form prints round ones."""
    return _labels(case, lambda text: text.translate(str.maketrans("()", "（）")))


def percent_full(case, rng):
    return _labels(case, lambda text: text.replace("%", "％"))


def unit_in_label(case, rng):
    """（万元） behind labels that print no unit."""
    left, right = rng.choice([("（", "）"), ("(", ")"), ("/", ""), ("（单位：", "）")])
    done = False
    for column in case.columns:
        if column.unit in MONEY_OR_COUNT and column.rollup in ("flow", "stock", "distinct") and not re.search(r"[（(/]", column.label + column.group):
            column.label += f"{left}{column.unit}{right}"
            done = True
    return done


def unit_off_label(case, rng):
    """省级示范平台服务人员总数（人） without its unit: a count needs none."""
    done = False
    for column in case.columns:
        new = re.sub(r"（(人|家|次)）$", "", column.label)
        done, column.label = done or new != column.label, new
    return done


def header_bare(case, rng):
    """A merged header left unmerged: the group stands over its first column alone."""
    if not any(column.group for column in case.columns) or case.header_mode != "merged":
        return False
    case.header_mode = "bare"
    return True


def header_repeated(case, rng):
    """The group stands over each of its columns."""
    if not any(column.group for column in case.columns) or case.header_mode != "merged":
        return False
    case.header_mode = "repeated"
    return True


def extra_column(case, rng):
    """A column that the form does not ask for, at the right or in between, with texts or figures."""
    kind = rng.choice(["text", "figures", "empty"])
    label = rng.choice(["上年数", "其他收入", "考核得分"]) if kind == "figures" else rng.choice(EXTRA)
    if any(column.label == label for column in case.columns):
        return False
    column = Column("", "", label, "extra")
    at = len(case.columns) if rng.random() < 0.7 else _between_groups(case, rng)
    case.columns.insert(at, column)
    for index, row in enumerate(case.records()):
        if kind != "empty":
            row.cells[column] = Cell(rng.choice(["已核", "2023年新增", "见附件", "张三"]) if kind == "text" else rng.randint(20, 400), "extra")
    return True


def _between_groups(case, rng):
    places = [i for i in range(2, len(case.columns))
              if not case.columns[i].group or case.columns[i].group != case.columns[i - 1].group]
    return rng.choice(places or [len(case.columns)])


def column_moved(case, rng):
    """A column stands elsewhere; one under a group moves inside the group."""
    movable = [c for c in case.columns[1:] if c.path]
    column = rng.choice(movable)
    others = [c for c in movable if c.group == column.group and c is not column]
    if not others:
        return False
    other = rng.choice(others)
    case.columns.remove(column)
    case.columns.insert(case.columns.index(other), column)
    return True


def group_moved(case, rng):
    """A whole group stands elsewhere, or what stood behind the name comes last."""
    groups = []
    for column in case.columns:
        if column.group and groups and groups[-1][0].group == column.group:
            groups[-1].append(column)
        else:
            groups.append([column])
    if len(groups) < 5:
        return False
    at = rng.randrange(2, len(groups))
    group = groups.pop(at)
    to = rng.randrange(2, len(groups) + 1)
    groups.insert(to, group)
    case.columns = [column for one in groups for column in one]
    return to != at


def numbering_row(case, rng):
    """甲、1、2、3=1+2 under the header."""
    style = rng.choice(["plain", "jia", "sum", "brackets"])
    numbers = [str(i) for i in range(1, len(case.columns) + 1)]
    if style == "jia":
        numbers = ["甲", "乙", *numbers[: len(case.columns) - 2]] if len(numbers) > 3 else ["甲", *numbers[:-1]]
    elif style == "sum" and len(numbers) > 5:
        numbers = ["甲", *numbers[:-1]]
        numbers[5] = "5=3+4"
    elif style == "brackets":
        numbers = [f"（{n}）" for n in numbers]
    case.numbering = [int(n) if n.isdigit() else n for n in numbers]
    return True


def alias(case, rng):
    """A name that the schema knows beside the printed one."""
    known = [(c, a) for c in case.columns if c.path for a in c.field.get("aliases", []) if isinstance(a, list)]
    known = [(c, a) for c, a in known if len(a) == (2 if c.group else 1)]
    if not known:
        return False
    column, names = rng.choice(known)
    column.group, column.label = (names if len(names) == 2 else ["", names[0]])
    return True


def missing_column(case, rng):
    """A column that the form asks for is not there."""
    names = [case.schema.get("primaryKey"), case.schema.get("nameBy"), case.schema.get("keyElse")]
    droppable = [c for c in case.columns if c.path and c.needed and c.field.get("name") not in str(names)]
    if len(case.columns) < 6 or not droppable:
        return False
    column = rng.choice(droppable)
    case.columns.remove(column)
    for row in case.rows:
        row.cells.pop(column, None)
    case.cost("missing-column", "header.missing-column", "must", column=column.path)
    case.cost("missing-column", "*", "may", whole=True)
    return True


def years_bare(case, rng):
    """2019 for 2019年, as a number or a text."""
    done = False
    for column in case.columns:
        match = re.fullmatch(r"(\d{4})年", column.group)
        if match:
            column.group, done = rng.choice([match[1], match[1] + "年度", match[1] + " 年"]), True
    return done


def serial_gone(case, rng):
    """No column of serial numbers."""
    if case.columns[0].kind != "serial" or any(row.kind in ("total", "subtotal", "of-which", "other") for row in case.rows):
        return False
    case.columns.pop(0)
    return True


def extra_in_group(case, rng):
    """A column that the form does not ask for, under one of its merged headers."""
    groups = [c for c in case.columns if c.group]
    if not groups:
        return False
    beside = rng.choice(groups)
    column = Column("", beside.group, rng.choice(["上年数", "备注", "预计数", "占比"]), "extra")
    case.columns.insert(case.columns.index(beside) + 1, column)
    for row in case.records():
        row.cells[column] = Cell(rng.randint(3, 300), "extra")
    return True


DRIFT = {"上缴税金": "上交税金", "营业收入": "营业总收入", "职工人数": "员工人数", "建筑面积": "建设面积", "企业名称": "公司名称", "联系电话": "电话",
         "所属行业": "行业", "合作机构数量": "合作单位数量", "服务场次": "服务场数", "人数": "参加人次", "新增数": "本期新增数", "总人数": "员工总数",
         "已入驻企业数": "入驻企业户数", "服务类别": "服务种类", "入驻时间": "入驻日期", "基地名称": "双创基地名称", "学历": "文化程度"}


def label_drift(case, rng):
    """A label that is nearly the printed one: understood, or told."""
    known = [c for c in case.columns if c.needed and c.label in DRIFT]
    if not known:
        return False
    column = rng.choice(known)
    column.label = DRIFT[column.label]
    case.cost("label-drift", "header.missing-column header.ambiguous header.alias-suggested", "may", column=column.path,
              cells=[row.cells[column] for row in case.records() if column in row.cells], whole=True)
    return True


def header_flat(case, rng):
    """One row of labels without their groups, or with the group in front: understood, or told."""
    if not any(column.group for column in case.columns):
        return False
    joined = rng.random() < 0.5
    for column in case.columns:
        if column.group:
            column.label = f"{column.group}{rng.choice(['', '-', '—', '：'])}{column.label}" if joined else column.label
            column.group = ""
    case.cost("header-flat", "header.missing-column header.ambiguous header.alias-suggested file.unrecognised", "may", whole=True,
              cells=[cell for row in case.records() for cell in row.cells.values()], file=True)
    for column in case.columns:
        case.cost("header-flat", "header.missing-column header.ambiguous header.alias-suggested", "may", column=column.path)
    return True


def unit_row(case, rng):
    """A row of units under the labels: 人, 万元."""
    if any(c.path and c.unit and c.factor != 1 for c in case.columns) or not any(c.unit for c in case.columns):
        return False
    if case.numbering:
        return False
    mark = rng.choice(["{}", "（{}）", "单位：{}"])
    case.numbering = [mark.format(c.unit) if c.unit and c.kind in ("integer", "number") else None for c in case.columns]
    return len([text for text in case.numbering if text]) > 1


def spacer_column(case, rng):
    """An empty column without a label in between."""
    case.columns.insert(_between_groups(case, rng), Column("", "", None, "spacer"))
    return True


def label_halves(case, rng):
    """职工 over 人数: labels of a header of one row typed over two."""
    if any(c.group for c in case.columns):
        return False
    long = [c for c in case.columns if c.path and len(c.label or "") >= 4 and not re.search(r"[（(\n/ ]", c.label)]
    chosen = rng.sample(long, min(len(long), rng.randint(1, max(1, len(case.columns) // 3))))
    for column in chosen:
        column.group, column.label = column.label[: len(column.label) // 2], column.label[len(column.label) // 2 :]
    pairs = zip(case.columns, case.columns[1:])
    return bool(chosen) and all(a.group != b.group for a, b in pairs if a.group)


def column_numbers(case, rng):
    """职工人数(5): each label with the number of its column behind it."""
    style = rng.choice(["{}({})", "{}（{}）", "{}\n（{}）"])
    for count, column in enumerate(case.columns, 1):
        if column.label:
            column.label = style.format(column.label, count)
    return True


def super_header(case, rng):
    """One more label over the whole header."""
    case.super_header = rng.choice(["基本信息", "填报内容", "指标名称", "统计指标"])
    return True


def serial_label(case, rng):
    """编号, No., 行次 for 序号."""
    if case.columns[0].kind != "serial":
        return False
    case.columns[0].label = rng.choice(["编号", "No.", "NO", "行次", "项次", "序列", "", None, "序\n号"])
    return True


def front_column(case, rng):
    """A column that the form does not ask for, before all others."""
    if case.columns[0].path and case.form not in ("tenant-list",):
        return False
    column = Column("", "", rng.choice(["县区", "填报单位", "类别"]), "extra")
    case.columns.insert(0, column)
    if case.numbering:
        case.numbering.insert(0, None)  # a row of units stays under its labels
    for row in case.records():
        row.cells[column] = Cell(rng.choice(["一类", "二类", "已审"]), "extra")
    return True


def label_numbers(case, rng):
    """1.营业收入, （一）基本情况."""
    style = rng.choice(["{}.{}", "{}、{}", "（{}）{}"])
    count = 0
    for column in case.columns:
        if column.path and not column.group and column.label:
            count += 1
            column.label = style.format(count, column.label)
    return count > 0
