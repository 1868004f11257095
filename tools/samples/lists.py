"""One clean and one faulty return of each list form, below samples/forms/<pack>/<form>/: what the golden cases check, and
what the cases of tests/rules change cell by cell. Every firm, person and figure is invented; the bases of Beijing's list are real
names with invented figures."""

import copy
import datetime
import random
from dataclasses import dataclass, field

from . import heilongjiang as services
from .book import Grid, a1, xlsx_bytes
from .credit_codes import credit_code


@dataclass
class Return:
    """One sheet: lines above, a header of paths (group|label or label), rows, lines below (a list is a row of cells)."""

    pack: str
    form: str
    path: str  # below the inbox
    header: list
    rows: list
    head: list = field(default_factory=list)
    foot: list = field(default_factory=list)
    faults: dict = field(default_factory=dict)  # cell -> what stands there in the faulty one
    drawn: Grid = None  # instead of head, header, rows and foot


def day(text):
    return datetime.date.fromisoformat(text)


def draw(one):
    """The sheet as printed: titles merged over the table, groups merged over their columns."""
    if one.drawn is not None:
        return copy.deepcopy(one.drawn)
    grid, width = Grid("Sheet1"), len(one.header)
    row = 1
    for line in one.head:
        grid.put(row, 1, line, head=row == 1)
        grid.merge(row, 1, row, width)
        row += 1
    row = _put_header(grid, one.header, row)
    for cells in one.rows + one.foot:
        cells = cells if isinstance(cells, list) else [cells]
        for column, value in enumerate(cells, 1):
            grid.put(row, column, value)
        row += 1
    return grid


def _put_header(grid, header, row):
    paths = [path.split("|") for path in header]
    depth = max(len(path) for path in paths)
    start = 1
    for column, path in enumerate(paths, 1):
        if len(path) < depth:
            grid.put(row, column, path[0], head=True)
            grid.merge(row, column, row + depth - 1, column)
            continue
        if depth == 1:
            grid.put(row, column, path[0], head=True)
            continue
        if column == 1 or len(paths[column - 2]) < depth or paths[column - 2][0] != path[0]:
            start = column
            grid.put(row, column, path[0], head=True)
        if column == len(paths) or len(paths[column]) < depth or paths[column][0] != path[0]:
            grid.merge(row, start, row, column)
        grid.put(row + 1, column, path[1], head=True)
    return row + depth


def spoil(grid, faults):
    """The grid with other values in some cells; None empties one."""
    from openpyxl.utils.cell import coordinate_from_string, column_index_from_string
    for name, value in faults.items():
        letters, row = coordinate_from_string(name)
        at = (row, column_index_from_string(letters))
        if value is None:
            grid.cells.pop(at, None)
        else:
            grid.cells[at] = value
    return grid


def write(root):
    """samples/forms, in place of what stood there for these forms."""
    for one in returns():
        for name, faults in (("clean", {}), ("faulty", one.faults)):
            target = root / "forms" / one.pack / one.form / name / one.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(xlsx_bytes([spoil(draw(one), faults)]))


def returns():
    return heilongjiang() + [key_services()] + jiangsu() + shanxi() + shanxi_bases() + beijing() + qinghai() + [qinghai_operation()]


def heilongjiang():
    def two_years(label):
        return [f"{year}年|{label[i]}" for year in ("2019", "2020") for i in (0, 1)]

    seal = "市级中小企业主管部门（盖章）：牡丹江市工业和信息化局"
    platforms = ["所属市（地）", "培育和支持平台数量", "省级认定示范平台数量（有效期内）", "省级示范平台服务人员总数（人）",
                 *two_years(["省级示范平台开展服务活动数（次）", "省级示范平台服务中小企业数（家）"])]
    bases = ["所属市（地）", "培育和支持基地数量", "省级认定创业基地数量", "省级创业基地入驻企业总数（家）", "省级创业基地入驻小微企业数（家）",
             "省级创业基地服务人员总数（人）", "省级创业基地带动就业总数（人）",
             *two_years(["省级创业基地开展服务活动数（次）", "省级创业基地服务中小企业数（次）"])]
    return [
        Return("heilongjiang", "platform-situation", "2020/牡丹江市/牡丹江市中小企业公共服务示范平台情况统计表.xlsx", platforms,
               [["牡丹江市", 18, 6, 142, 96, 1530, 118, 1874]], ["附件4：", "中小企业公共服务示范平台情况统计表", seal],
               faults={"C6": 21, "G6": "约100", "H6": -3}),
        Return("heilongjiang", "base-situation-city", "2020/牡丹江市/牡丹江市创业创新基地情况统计表.xlsx", bases,
               [["牡丹江市", 11, 5, 386, 371, 64, 5120, 72, 940, 85, 1106]],
               ["附件5：", "市级及以上小型微型企业创业创新基地情况统计表", seal], faults={"C6": 12, "E6": 390}),
    ]


def key_services():
    look = {"named_sheet": False, "year_in_title": True, "annex": True, "top": 1, "notes": True, "spaces": True, "units": False,
            "money_unit": "（万元）", "wide": True}
    grid, where = services.draw("牡丹江市", "2020", services.first_year(random.Random("牡丹江市")), look)
    policy = services.TASKS[0][0]
    events = a1(*where[policy, "中小企业政策和促进法宣贯", "宣贯活动场次"])
    views = a1(*where[policy, "政策信息互联网发布平台服务", "企业浏览量"])
    return Return("heilongjiang", "key-services", "2020/牡丹江市/重点服务活动实施情况统计表.xlsx", [], [],
                  faults={events: 9999, views: "若干"}, drawn=grid)


def jiangsu():
    header = ["序号", "时间", "地点", "活动名称", "主办单位", "承办单位", "主要内容", "参加\n企业数", "人数", "活动类别", "是否工信部门委托的活动"]
    rows = [
        [1, "2024-03-12", "南京市玄武区创业大厦", "惠企政策宣讲会", "南京市玄武区工业和信息化局", "金陵服务平台", "专精特新政策解读", 46, 58, "信息服务", "是"],
        [2, "2024-04-18", "线上", "技术改造诊断沙龙", "金陵服务平台", "南京智造研究院", "智能化改造案例", 32, 35, "技术服务", "否"],
        [3, "2024-05-23", "南京市鼓楼区科技园", "财税实务培训", "金陵服务平台", "江苏信达税务师事务所", "研发费用加计扣除", 40, 63, "培训服务", "否"],
        [4, "2024-06-20", "南京市江宁区会议中心", "银企对接会", "江苏省工业和信息化厅", "金陵服务平台", "信用贷款产品推介", 28, 41, "融资服务", "是"],
        [5, "2024-09-10", "南京市栖霞区大学城", "创业辅导开放日", "金陵服务平台", "金陵服务平台", "商业计划书打磨", 22, 30, "创业服务", "否"],
    ]
    return [Return("jiangsu", "activity-list", "2024/南京市玄武区/金陵中小企业公共服务平台/服务活动汇总表.xlsx", header, rows,
                   ["附件1", "服务活动汇总表", "（仅指被服务对象参与人数不少于10人的活动）"],
                   ["说明：1、活动类别从信息服务、创业服务、技术服务、培训服务、融资服务中选填1项。"],
                   {"I6": 8, "J7": "法律服务", "K8": None})]


def shanxi():
    tenants = ["企业名称", "营业执照\n注册号", "入驻\n时间", "厂房（场地）\n面积", "职工\n人数",
               "上年综合经济指标（万元）|营业收入", "上年综合经济指标（万元）|利润总额", "上年综合经济指标（万元）|上缴税金"]
    rows = [["太原晋创软件有限公司", credit_code("91140105MA0K1A2B"), day("2021-05-10"), 320, 26, 860.5, 74.2, 31.6],
            ["山西云帆电子商务有限公司", credit_code("91140105MA0L3C4D"), day("2022-03-01"), 180, 14, 412, -12.5, 9.8],
            ["太原市小店区德胜机械加工部", "140105600123456", day("2020-09-15"), 450, 9, 236.8, 18.3, 6.4],
            ["山西晋阳检测技术有限公司", credit_code("91140105MA0M5E6F"), day("2023-01-20"), 260, 31, 1024.6, 120, 44.9]]
    staff = ["序号", "姓名", "性别", "年龄", "学历", "职务", "职称", "主要工作内容"]
    people = [[1, "李建国", "男", 45, "本科", "总经理", "高级经济师", "统筹管理"], [2, "王雪梅", "女", 38, "硕士", "创业辅导员", "经济师", "创业辅导"],
              [3, "赵志强", "男", 33, "本科", "主管", "工程师", "技术对接"], [4, "王雪梅", "女", 29, "大专", "专员", "助理会计师", "财税咨询"]]
    rating = ["序号", "企业名称", "法人代表", "入驻时间", "从业人数", "联系电话", "接受服务内容",
              "服务评价|很满意", "服务评价|基本满意", "服务评价|不满意"]
    rated = [[1, "太原晋创软件有限公司", "张磊", day("2021-05-10"), 26, "0351-5550101", "政策申报辅导", "√", None, None],
             [2, "山西云帆电子商务有限公司", "刘敏", day("2022-03-01"), 14, "0351-5550102", "人才招聘", None, "√", None],
             [3, "太原市小店区德胜机械加工部", "陈德胜", day("2020-09-15"), 9, "0351-5550103", "设备检测", "√", None, None],
             [4, "山西晋阳检测技术有限公司", "孙丽", day("2023-01-20"), 31, "0351-5550104", "融资对接", None, None, "√"]]
    place = "2024/太原市/小店区/太原云谷双创基地"
    seal = "填报单位（盖章）：太原云谷双创基地"
    return [
        Return("shanxi", "tenant-list", f"{place}/入驻企业基本情况表.xlsx", tenants, rows,
               ["附件3", "小微企业创新创业基地入驻企业基本情况表", f"{seal}        单位：万元、平方米、人"], [],
               {"B6": None, "B7": credit_code("91140105MA0L3C4D")[:-1] + "*", "E8": "约30人", "H9": -1}),
        Return("shanxi", "staff-list", f"{place}/管理和服务人员名单及职称情况一览表.xlsx", staff, people,
               ["表2", "管理和服务人员名单及职称情况一览表"], ["注：含创业辅导员"], {"C4": "先生", "D5": 380}),
        Return("shanxi", "tenant-rating", f"{place}/入驻企业评价表.xlsx", rating, rated,
               ["表3", "山西省小微企业创新创业示范基地入驻企业评价表"], [], {"I5": "√", "J8": None}),
    ]


def shanxi_bases():
    groups = {"基本情况": ["基地名称", "项目运营单位名称", "注册时间", "是否独立法人", "基地服务人员数", "已入驻企业数", "吸纳就业人员数", "建筑面积"],
              "运营情况": ["营业收入", "上缴税金", "当年完成投资额"], "合作服务机构情况": ["合作机构数量"], "": ["年服务中小企业户数"],
              "组织开展的服务活动": ["服务场次"],
              "孵化成果": ["孵化成功企业数", "参加创客大赛企业数", "培育小升规企业数", "培育专精特新企业数", "培育高新技术企业数"]}
    header = ["序号"] + [f"{group}|{label}".lstrip("|") for group, labels in groups.items() for label in labels] + ["获得政府支持资金金额"]
    rows = [[1, "大同市广灵县星火双创基地", "广灵县星火企业孵化有限公司", day("2015-06-01"), "是", 12, 40, 260, 8000, 520.5, 18.2, 300, 8, 90,
             12, 5, 3, 2, 1, 1, 20],
            [2, "大同市广灵县云谷双创基地", "广灵县云谷园区运营有限公司", day("2018-03-01"), "是", 9, 30, 180, 6000, 380, 12.5, 150, 6, 70,
             10, 4, 2, 1, 1, 2, 15]]
    units = "单位：万元、平方米、人、户、个、场"
    total = ["汇总", *[None] * 4, *(rows[0][i] + rows[1][i] for i in range(5, 21))]
    return [
        Return("shanxi", "base-situation", "2024/大同市/广灵县双创基地基本情况表.xlsx", header, rows,
               ["2024年省级小微企业双创基地基本情况表", "填报单位（盖章）：大同市广灵县工业和信息化局", units],
               faults={"K6": 620.5, "F7": "约9人"}),
        Return("shanxi", "base-summary", "2024/大同市/大同市双创基地基本情况汇总表.xlsx", header, rows,
               ["2024年省级小微企业双创基地基本情况汇总表", "填报单位（盖章）：大同市工业和信息化局", units], [total],
               {"J8": 1900.5, "H7": 29}),
    ]


def beijing():
    place = "2023/昌平区/北京首冶新元科技发展有限公司"

    def one(form, title, header, rows, faults, foot=()):
        return Return("beijing", form, f"{place}/{title}.xlsx", header, rows, [title], list(foot), faults)

    return [
        _service_staff(one),
        one("station-staff", "企业服务工作站服务人员情况表", ["序号", "姓名", "职务", "工作站岗位", "联系电话"],
            [[1, "周海涛", "副总经理", "站长", "010-55550101"], [2, "吴静", "服务部经理", "专员", "010-55550102"],
             [3, "郑凯", "服务专员", "专员", "010-55550103"], [4, "冯雪", "服务专员", "专员", "010-55550104"],
             [5, "韩冰", "法务主管", "兼职", "010-55550105"]], {"B4": None}),
        _tenant_roster(one),
        one("activity-ledger", "服务活动台账", ["序号", "活动名称", "服务类别", "活动时间", "地点", "参与企业家数", "参与人数", "收费情况"],
            [[1, "新春政策宣讲", "信息服务", day("2023-02-15"), "报告厅", 35, 52, "免费"],
             [2, "股权融资路演", "投融资服务", day("2023-04-20"), "路演厅", 18, 40, "免费"],
             [3, "数字化转型培训", "人员培训、创新支持", day("2023-06-08"), "线上", 42, 75, "免费"],
             [4, "知识产权沙龙", "专业咨询", day("2023-09-14"), "会议室", 20, 26, "收费"]],
            {"C3": "观光旅游", "D4": "2023年春", "G5": 6, "F8": 120},
            [["……"], ["合计", None, None, "——", None, 115, 193, None],
             "填表说明：1.活动单次应不少于10人，按开展时间顺序填写；2.若为线上活动或服务，地点填“线上”。"]),
        one("service-ledger", "服务企业台账", ["序号", "服务企业名称", "服务类别", "时间", "地点", "服务内容", "收费情况"],
            [[1, "北京星河芯片有限公司", "专业咨询", day("2023-03-06"), "企业现场", "专利申请", "收费"],
             [2, "北京麦田数据有限公司", "管理咨询", day("2023-05-11"), "工作站", "代理记账", "收费"],
             [3, "北京星河芯片有限公司", "创业辅导", day("2023-07-19"), "企业现场", "走访", "免费"]],
            {"C3": "聚餐", "D4": "近期"}, [["…"], "填表说明：1.填写非活动类的、与企业一对一进行的服务。"]),
        one("partner-list", "合作服务机构名单", ["序号", "合作服务机构名称", "服务类别", "主要服务内容", "签订协议时间"],
            [[1, "北京正源律师事务所", "专业咨询", "法律顾问", day("2022-06-01")], [2, "北京诚信会计师事务所", "管理咨询", "审计、税务", day("2023-01-10")],
             [3, "北京蓝海知识产权代理有限公司", "创新支持", "专利代理", day("2021-11-30")], [4, "北京正源律师事务所", "人员培训", "劳动法培训", day("2023-05-08")]],
            {"E3": None, "E4": day("2024-02-01"), "E5": day("2020-03-01")}, ["填表说明：指2023年度内有效的通过合作等形式共同为企业提供服务的第三方专业服务机构。"]),
        one("innovation-list", "创新型企业培育名单", ["序号", "入驻企业名称", "企业资质", "入驻时间", "获得资质时间"],
            [[1, "北京星河芯片有限公司", "国高新", day("2019-04-01"), day("2023-10-26")],
             [2, "北京星河芯片有限公司", "国家小巨人", day("2019-04-01"), day("2023-07-14")],
             [3, "北京麦田数据有限公司", "专精特新", day("2021-08-16"), day("2023-03-02")]],
            {"C3": "瞪羚企业", "E4": day("2022-12-31")}, ["填表说明：企业资质填写国高新、专精特新、国家小巨人、隐形冠军企业。"]),
        one("listing-list", "入驻企业上市挂牌名单", ["序号", "入驻企业名称", "上市时间", "上市挂牌板块"],
            [[1, "北京星河芯片有限公司", day("2023-11-08"), "北交所"]], {"B3": None, "C3": "明年"}),
        one("satisfaction-survey", "入驻企业满意度调查表", ["序号", "企业名称", "联系人", "联系电话", "服务满意度（%）"],
            [[1, "北京星河芯片有限公司", "于洋", "010-55550201", 98], [2, "北京麦田数据有限公司", "高洁", "010-55550202", 95],
             [3, "北京青禾生物科技有限公司", "孟飞", "010-55550203", 92.5]],
            {"E3": 0.98, "E4": 105, "E6": 99},
            [["平均满意度", None, None, None, 95.17], "填表说明：数量不少于入驻企业数的40%，最多60家。"]),
    ]


def _service_staff(one):
    header = ["序号", "姓名", "职务", "教育情况|学历", "教育情况|毕业院校及专业", "专业资格/资质情况|资格/资质名称", "专业资格/资质情况|发证机关", "联系电话"]
    rows = [[1, "周海涛", "副总经理", "硕士", "北京科技大学 管理工程", "高级经济师", "北京市人力资源和社会保障局", "010-55550101"],
            [2, "吴静", "服务部经理", "本科", "首都经济贸易大学 会计学", "注册会计师", "中国注册会计师协会", "010-55550102"],
            [3, "韩冰", "法务主管", "本科", "中国政法大学 法学", "法律职业资格", "司法部", "010-55550105"]]
    return one("service-staff", "从事为中小企业服务人员情况表", header, rows, {"B5": None},
               ["说明：线上申报提交的社保记录（1-12月）、学历证明相应材料，顺序需与该表的人员顺序一致。"])


def _tenant_roster(one):
    header = ["序号", "企业名称", "设立时间", "所属行业", "职工人数", "企业划型", "入驻时间", "租用面积（㎡）", "是否属于基地主导产业",
              "是否在基地内注册", "是否在基地内办公", "上年营业收入（万元）", "联系人", "联系电话"]
    rows = [[1, "北京星河芯片有限公司", day("2018-06-20"), "集成电路", 86, "小型", day("2019-04-01"), 1200, "是", "是", "是", 4380.5, "于洋", "010-55550201"],
            [2, "北京麦田数据有限公司", day("2020-11-02"), "软件和信息技术服务业", 42, "小型", day("2021-08-16"), 560, "是", "是", "是", 1865, "高洁", "010-55550202"],
            [3, "北京青禾生物科技有限公司", day("2021-03-15"), "医药健康", 9, "微型", day("2022-01-10"), 150, "否", "是", "是", 96.2, "孟飞", "010-55550203"],
            [4, "北京远洋装备股份有限公司", day("2009-09-09"), "专用设备制造业", 356, "中型", day("2016-05-18"), 3200, "是", "否", "是", 18240, "沈力", "010-55550204"]]
    total = ["合计", "4家", "—", "—", 493, None, "—", "—", None, None, None, 24581.7, "—", "—"]
    return one("tenant-roster", "入驻企业名单", header, rows,
               {"B6": "北京星河芯片有限公司", "F4": "小微", "I5": "大概是", "L7": 24601}, [total, "填表说明：填写截至上年末在驻的入驻企业。"])


def qinghai():
    place = "2024/西宁市"
    seal = "申报单位（盖章）：西宁高原企业服务有限公司"
    staff = ["序号", "姓名", "岗位", "教育情况|学历", "教育情况|毕业院校及专业", "专业资质情况|资格证名称", "专业资质情况|发证机关",
             "在服务平台工作年限", "联系电话"]
    people = [[1, "马成林", "总经理", "本科", "青海大学 工商管理", "经济师", "青海省人力资源和社会保障厅", 8, "0971-5550101"],
              [2, "才让卓玛", "培训主管", "硕士", "兰州大学 教育学", "企业培训师", "人力资源和社会保障部", 5, "0971-5550102"],
              [3, "李秀英", "财务顾问", "大专", "青海民族大学 会计", "中级会计师", "财政部", 3.5, "0971-5550103"]]
    equipment = ["序号", "设备设施", "功能", "数量", "设备原值", "备注"]
    items = [[1, "视频会议系统", "线上培训", 1, 18.6, None], [2, "服务器", "信息平台", 2, 24, None], [3, "高速扫描仪", "档案数字化", 3, 1.5, "台式"]]
    firms = ["序号", "服务企业名称", "联系人", "联系电话", "服务内容简述", "企业满意度|满意", "企业满意度|不满意"]
    served = [[1, "西宁青藏食品有限公司", "韩梅", "0971-5550201", "融资对接", "√", None], [2, "青海湟水机械有限公司", "张军", "0971-5550202", "政策咨询", "√", None],
              [3, "西宁晨光印务有限公司", "李宁", "0971-5550203", "员工培训", None, "√"], [4, "青海江源药业有限公司", "王芳", "0971-5550204", "人才招聘", "√", None]]
    return [
        Return("qinghai", "platform-staff", f"{place}/附件3.xlsx", staff, people, [seal],
               ["填表人：赵玲                                      联系电话：0971-5550100", "服务平台主要从业人员情况表"],
               {"B4": None, "H5": "五年"}),
        Return("qinghai", "equipment-list", f"{place}/附件4.xlsx", equipment, items, [f"{seal}              单位：万元"],
               [["合计", None, None, None, 44.1], "填表人：赵玲                                      联系电话：0971-5550100",
                "服务平台服务设施、软件、仪器设备清单"], {"B4": None, "E6": 60}),
        Return("qinghai", "served-firms", f"{place}/附件5.xlsx", firms, served, ["平台服务中小企业名单及满意度评价表", seal],
               [["上一年度共服务企业   4   家", None, None, None, None, "总体满意率  75  %"]],
               {"G5": "√", "F6": None, "A9": "上一年度共服务企业   58   家", "F9": "总体满意率  95  %"}),
    ]


def qinghai_operation():
    rated = [f"{group}|{label}" for group in ("营业收入", "其中：服务收入", "利润", "上缴税金") for label in ("新增金额", "同比增长（%）")]
    header = ["序号", "平台名称", "联系人", "联系电话", "服务场地面积", "员工数|总人数", "员工数|其中：大专（含）以上学历",
              "员工数|中级（含）以上技术职称", "服务企业数|累计数", "服务企业数|新增数", "服务企业数|同比增长（%）", "服务企业数|签订服务协议户数",
              *rated, "举办服务活动场次|累计数", "举办服务活动场次|新增数", "其中：以政府名义举办场次|累计数", "其中：以政府名义举办场次|新增数"]
    rows = [[1, "西宁创业服务平台", "马丽", "0971-5550301", 1200, 30, 24, 12, 800, 90, "—", 210, 420.5, "—", 300, "—", 36.2, "—", 12.4, "—",
             150, 18, 60, 6],
            [2, "西宁技术转移平台", "赵军", "0971-5550302", 900, 22, 20, 9, 500, 60, "—", 130, 260, "—", 210.5, "—", 15, "—", 7.6, "—",
             90, 12, 40, 4]]
    return Return("qinghai", "platform-operation", "2024H1/西宁市/运营情况汇总表.xlsx", header, rows,
                  ["青海省中小企业公共服务示范平台运营情况汇总表", "（2024年上半年）",
                   "市（州）/园区工信局（盖章）：西宁市工业和信息化局          单位：万元、人、家、平方米",
                   "填报人：赵玲    联系电话：0971-5550100    填报时间：2024年7月12日"],
                  faults={"J7": 810, "O8": 270})
