"""附件1, 2, 4, 6, 7 and 9 of Shanxi."""

from .card_sheet import Card, Span, named
from .credit_codes import credit_code

NAME = "太原市小店区云谷双创基地"
OPERATOR = "太原云谷创业服务有限公司"
FOLDER = "2024/太原市/小店区"


def shanxi():
    return [cover(), application(), rents(), visit(), demonstration(), recommendation()]


def cover():
    rows = [
        [named("applicant", f"申请单位名称：{NAME}（盖章）")],
        [f"运营主体：{OPERATOR}"],
        [named("type", "基地类型：楼宇型")],
        ["主管部门：太原市小店区工业和信息化局"],
        [named("filed", "填报日期：2024年 8月 6日")],
    ]
    return Card("shanxi", "base-cover", f"{FOLDER}/云谷双创基地申请报告封面.xlsx", 1, rows,
                ["附件 1", "山西省小微企业创业创新基地申请报告"], ["山西省工业和信息化厅"],
                {"type": "基地类型：写字楼型", "filed": "填报日期：2024年 13月 6日"})


def application():
    head = ["名称", "注册时间", "营业执照注册号", "法人代表", "联系电话"]
    service = ["名称", "成立时间", "从业人员数量", "其中：本科以上学历", "中等以上专业技术人员", "专业创业辅导员"]
    built = ["占地面积", "投入资金", "建设时间", "已建成厂房（场地）面积", "在建厂房（场地）面积", "已入驻企业数", "企业职工人数",
             "孵化成功离开企业数"]
    money = "其中：自筹 1200 万元； 贷款 600 万元； 地方政府投资 150 万元； 其他 50 万元。"
    rows = [
        ["小微企业双创基地名称", named("name", NAME, 4), "所在市县", named("place", "太原市小店区", 3)],
        ["小微企业双创基地主导产业", Span("软件和信息技术服务业", 4), "管理部门", Span("太原市小店区工业和信息化局", 3)],
        [Span("小微企业双创基地运营主体", 1, 2), *(Span(label, columns) for label, columns in zip(head, (2, 1, 2, 1, 2)))],
        [Span(OPERATOR, 2), "2019年4月", Span(credit_code("91140105MA0KAYGU7"), 2), "郭建平", Span("0351-7012345", 2)],
        ["小微企业双创基地地址", Span("太原市小店区龙城大街66号", 8)],
        [Span("小微企业双创基地创业服务机构", 1, 2), *(Span(label, columns) for label, columns in zip(service, (2, 1, 1, 1, 1, 2)))],
        [Span("太原云谷创业辅导中心", 2), "2019.6", named("staff", 18), named("graduates", 15), 9, named("counsellors", 6, 2)],
        [Span("小微企业双创基地建设", 1, 2), *built],
        [named("land", 12000), 2600, "2018.5-2019.3", 18500.5, 0, named("tenants", 46), 620, 11],
        ["建设项目主要内容", Span("厂房改造和公共服务场所建设", 3), "项目负责人", "赵敏", "联系电话", Span("0351-7012346", 2)],
        ["建设项目总投资（万元）", named("investment", 2000, 2), Span("其中：固定资产投资（万元）", 2), named("fixed", 1500),
         Span("已完成固定资产投资（万元）", 2), named("done", 1480)],
        ["资金来源", named("money", money, 8)],
        ["县（市、区）中小企业管理部门意见", Span("同意推荐。2024年8月12日", 8)],
        ["市中小企业管理部门意见", Span(None, 8)],
    ]
    return Card("shanxi", "base-application", f"{FOLDER}/云谷双创基地认定申请表.xlsx", 9, rows,
                ["附件 2", "山西省小微企业创业创新基地认定申请表", f"填报单位（盖章）：{OPERATOR}", "单位：万元、平方米、人、户"], [],
                # Part above whole; sources that do not add up; a fixed investment above the whole; a unit behind a figure.
                {"counsellors": 20, "money": money.replace("1200", "1300"), "fixed": 2100, "land": "18亩"})


def rents():
    label = "租金价格 (元/每年每平方米)"
    rows = [
        ["小微企业双创 基地名称", named("name", NAME, 4)],
        ["小微企业双创 基地地址", Span("太原市小店区龙城大街66号", 4)],
        ["小微企业双创 基地租金价格 (元/每年每平方米)", named("rent", 260, 4)],
        ["周边类似 场地名称", "与小微企业 双创基地的距离 (千米)", label, "联系人", "联系电话"],
        ["龙城大厦写字楼", named("first", 0.8), named("first_rent", 310), "刘洋", "13903510001"],
        ["学府街创业大厦", 1.6, 295.5, "陈静", "13903510002"],
        ["长风商务中心", 2.4, 340, "张磊", "13903510003"],
        ["县(市、区)中小企 业管理部门意见", Span("情况属实 (盖章) 2024年8月12日", 4)],
    ]
    return Card("shanxi", "rent-survey", f"{FOLDER}/云谷双创基地周边租金询价表.xlsx", 5, rows,
                ["附件 4", "申请认定的小微企业创业创新基地 周边租金询价表"],
                ["注：楼字型小微企业双创基地选取周边类似楼宇位置距离不超过3公里，至少选择3家；园区型小微企业双创基地选择周边或本县园区，至少选择2家。"],
                {"rent": None, "first": "约1", "first_rent": -310})


def visit():
    rows = [
        ["小微企业双创 基地名称", named("name", NAME)],
        ["申报主体名称", named("applicant", f"{OPERATOR}（申报主体盖章）")],
        ["小微企业双创基地厂房（场地） 建设、改造完成情况", "已全部完成"],
        ["入驻企业数量", named("tenants", "46户")],
        ["财务账簿、财务制度 是否建立", "已建立"],
        ["场地相关手续情况（场地产权和 租赁协议原件）", "自有，产权证齐全"],
        ["服务场所标识、档案、制度、优 惠政策（见《关于推进全省省级 小微企业双创基地高质量发展 的通知》）", "齐全"],
        ["服务台账记录；财务报表；审计 报告原件与复印件是否一致", "一致"],
        ["服务人员情况", "服务人员18人，其中创业辅导员6人"],
        ["创业服务机构 和场地情况", "创业辅导中心一处"],
        ["县级考察人员：", "王强、李娜"],
        ["考察时间：", named("county", "2024年 8月 9日")],
        ["市级考察人员：", "杜鹏、孟丽"],
        ["考察时间：", named("city", "2024年 8月 14日")],
    ]
    return Card("shanxi", "site-visit", f"{FOLDER}/云谷双创基地现场考察表.xlsx", 2, rows,
                ["附件 6", "山西省小微企业创业创新（示范）基地 现场考察表", "填报单位：县级中小企业管理部门（盖章）", "市中小企业管理部门（盖章）"], [],
                {"applicant": "（申报主体盖章）", "city": "八月中旬"})


def demonstration():
    years = [("2021", 5200, 860.5, 52, 47, "90.38%", 610), ("2022", 5650, 940, 58, 53, "91.38%", 668), ("2023", 6010, 1012.3, 66, 61, "92.42%", 745)]
    agencies = [("太原正信会计师事务所", "代理记账、审计", "2022.3"), ("山西德恒知识产权代理有限公司", "专利代理", "2022年6月"),
                ("晋商银行小店支行", "融资对接", "2023-02-01")]
    services = [("是否为入驻企业提供信息服务及简况", "136户次，活动8场", 6), ("是否为企业提供创业辅导及简况", "72户次", 9.5),
                ("是否为入驻企业提供创新支持及支持简况", "对接会7次", 4), ("是否为入驻企业提供人员培训及培训简况", "420人次", 8),
                ("是否组织市场营销活动及活动简况", "展会3次", 2.5), ("是否为入驻企业提供投融资服务", "36户次，对接会5次", 5),
                ("是否为入驻企业提供管理咨询服务及服务简况", "28户次", 3), ("基地为入驻企业提供的其他专业服务情况", "41户次", 4)]
    labels = ["年 份", "资 产 总 额", "营 业 收 入", "入 驻 企 业 户 数", "其 中：小 微 企 业 数", "小 微 企 业 占 入 驻 企 业 比 例",
              "入 驻 企 业 从 业 人 员 数"]
    rows = [
        [Span("基本情况", 1, 9), "单位名称", named("unit", OPERATOR, 3), "小微企业双创基地名称", named("name", NAME, 2)],
        ["注册资本", named("capital", 800, 3), "法人代表(负责人)", Span("郭建平", 2)],
        ["成立时间", Span("2019年4月", 3), "省级小微企业双创基地认定时间", Span("2020年12月", 2)],
        ["网 址", Span("www.ygsc.example", 3), "主管部门 (指导部门)", Span("太原市小店区工业和信息化局", 2)],
        ["联系人", Span("赵敏", 3), "联系电话", Span("0351-7012346", 2)],
        [Span("小微企业双创基地面积", 1, 2), "规 划 面 积", 20000, Span(None), "建 筑 面 积", named("building", 18500.5, 2)],
        ["自有", named("own", 12000), "租用", 6500, "公共服 务场所", 1200],
        ["申报单位从业人员数量 (截至申报日期)", named("staff", 32), "服务人员", named("service", 18), "创业辅导员", named("counsellors", 6)],
        ["引入外部专业服务机构数量", Span(8, 3), "入驻企业数量", named("tenants", 66, 2)],
        [Span("运营情况", 1, 7), Span("小微企业双创基地为入驻企业提供办公、生产、服务场所 (列举)", 2), Span("办公场所66间、路演厅1个、会议室4个", 5)],
        ["小微企业双创基地信息化基础设施", "光纤接入情况", "已接入", "宽带带宽", "1000M", "无线信号覆盖情况", "全部覆盖"],
        ["经营情况", *labels],
    ]
    return _finish_demonstration(rows, years, agencies, services)


def _finish_demonstration(rows, years, agencies, services):
    for index, year in enumerate(years):
        rows.append([None, year[0], year[1], year[2], named(f"tenants_{index}", year[3]), named(f"small_{index}", year[4]), year[5], year[6]])
    rows += [
        [Span("是否具备小微企业双创基地发展规划 (具体材料请以附件形式提供)", 3), "是", Span("小微企业双创基地年度发展目标 (可另附说明材料)", 2), Span("见附件", 2)],
        [Span("是否具备小微企业双创基地管理规章制度(具体材料请以附件形式提供)", 3), "是", Span("小微企业双创基地服务项目收费标准(可另附说明材料)", 2), Span("见附件", 2)],
        ["合作服务机构情况", Span("合作服务机构名称", 3), Span("主要服务内容", 2), Span("签订协议时间", 2)],
        *[[None, Span(name, 3), Span(what, 2), Span(when, 2)] for name, what, when in agencies],
        ["服务功能情况", Span("主要服务内容", 3), Span("服务规模", 2), Span("服务收入占年营业收入比例", 2)],
        *[[None, Span(label, 3), Span(scale, 2), Span(share, 2)] for label, scale, share in services],
        [Span("示范性自述 (不超过400字)", 2), named("account", "基地以软件和信息技术服务业为主导，搭建“孵化—加速—产业化”服务链，四年来累计服务企业三百余户。", 6)],
    ]
    return Card("shanxi", "demo-application", f"{FOLDER}/云谷双创基地示范基地申请表.xlsx", 9, rows,
                ["表 1", "山西省小微企业创业创新示范基地申请表", f"申请单位（公章）：{OPERATOR}", "单位：万元、人、平方米、户"],
                ["注：1. 具体服务机构及服务内容可自行添加行。"],
                # A part above its whole, in the card and in a yearly row; areas; a self account that is missing.
                {"counsellors": 21, "small_2": 70, "own": 15000, "account": None})


def recommendation():
    firms = [(f"太原{name}有限公司", person, "经理", f"1380351{index:04}", what, fit, rating) for index, (name, person, what, fit, rating) in enumerate([
        ("启明软件", "刘洋", "信息服务", 0, 0), ("晋华数据", "陈静", "创业辅导", 0, 1), ("云帆科技", "张磊", "投融资服务", 1, 0),
        ("汾河文创", "王芳", "人员培训", 0, 0), ("唐风设计", "李强", "市场营销", 0, 0), ("双塔智能", "赵敏", "管理咨询", 0, 1),
        ("并州网络", "孙丽", "创新支持", 1, 1), ("清徐食品", "周鹏", "专业服务", 0, 0), ("龙城检测", "吴霞", "信息服务", 0, 0),
        ("晋阳物流", "郑军", "创业辅导", 0, 0)])]
    width = 11

    def ticks(choice, name):
        return [named(f"{name}_{i}", "√" if i == choice else None) for i in range(3)]

    rows = [
        [Span(f"申请单位名称：{OPERATOR}", width)],
        [Span("所 在 市：太原市", width)],
        [Span("填 报 日 期：2024年 8月 16日", width)],
        [Span("推荐单位组织测评情况（随机抽取，不少于10家）", width)],
        ["测评方法", named("methods", "☑ 上门拜访 ☑ 电话询问 □ 网络互动 □ 书面征求 □ 其他", width - 1)],
        [*(Span(label, 1, 2) for label in ("抽样企业名称", "被访人员姓名", "职务", "联系电话", "接受服务内容")),
         Span("所接受服务是否符合企业需求", 3), Span("对所受服务的总体评价", 3)],
        ["很符合", "一般", "不符合", "很满意", "基本满意", "不满意"],
        *[[*firm[:5], *ticks(firm[5], f"fit{i}"), *ticks(firm[6], f"rate{i}")] for i, firm in enumerate(firms)],
        [Span("企业对小微企业双创示范基地服务评价意见", 2), Span("服务及时，收费合理。", width - 2)],
        [Span("专家组评审意见", width)],
        ["专家姓名", Span("职务/职称", 3), Span("工作单位", 4), Span("签字", 3)],
        ["杨志刚", Span("教授", 3), Span("太原理工大学", 4), Span("杨志刚", 3)],
        ["马晓燕", Span("高级会计师", 3), Span("山西省注册会计师协会", 4), Span("马晓燕", 3)],
        [Span("市级中小企业管理部门推荐意见:", 2), Span("同意推荐。2024年8月20日", width - 2)],
    ]
    return Card("shanxi", "recommendation", f"{FOLDER}/云谷双创基地示范基地推荐表.xlsx", width, rows,
                ["附件 9", "山西省小微企业创业创新示范基地 推荐表"], [],
                # No method ticked; two ticks in one row; none in another.
                {"methods": "□ 上门拜访 □ 电话询问 □ 网络互动 □ 书面征求 □ 其他", "fit2_0": "√", "rate4_0": None})
