"""One clean and one faulty document of each outline, below samples/forms/<pack>/<form>/. Everybody and everything in them is
invented, but for the name of a base on Beijing's list."""

from .docx import Changed, Table, docx_bytes

FILLER = "围绕中小企业需求组织专家开展政策宣讲、诊断咨询和供需对接，形成了部门协同、机构参与的工作机制。"  # 47 characters


def documents():
    return [work_summary(), annual_summary(), performance_report(), application_outline()]


def write(root):
    """samples/forms, in place of what stood there for these forms."""
    for pack, form, path, clean, faulty in documents():
        for name, parts in (("clean", clean), ("faulty", faulty)):
            target = root / "forms" / pack / form / name / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(docx_bytes(parts))


def work_summary():
    head = ["附件2：", "2020年服务体系建设和开展重点服务活动工作总结", "市级中小企业主管部门（盖章）：牡丹江市工业和信息化局"]
    system = ["一、服务体系建设情况", FILLER * 3, Changed("全年安排专项资金", "120", "150"), "万元。"]
    activities = ["二、重点服务活动开展情况", FILLER * 4]
    problems = ["三、面临的困难和问题", "服务机构专业人才不足，县域服务力量薄弱。"]
    plans = ["四、下一步工作计划及政策建议", "建设市级服务平台网络，完善服务评价办法。"]
    # The third section is too long, the last one is only a heading.
    return ("heilongjiang", "work-summary", "2020/牡丹江市/牡丹江市工作总结.docx", head + system + activities + problems + plans,
            head + system + activities + ["三、面临的困难和问题", FILLER * 11] + plans[:1])


def annual_summary():
    head = ["2024年度总结", "平台名称：金陵中小企业公共服务平台", ""]
    projects = Table([["服务项目", "主要合作机构名称"], ["技术改造诊断", "南京智造研究院"], ["财税辅导", "江苏信达税务师事务所"]])
    events = [["活动名称", "活动内容", "服务企业数", "服务人数"], ["惠企政策宣讲会", "政策解读", 46, 58], ["银企对接会", "产品推介", 28, 41]]
    more = [["财税实务培训", "研发费用加计扣除", 40, 63], ["创业辅导开放日", "商业计划书打磨", 22, 30]]
    first = ["一、服务经验及做法", "1、服务模式创新方面", FILLER, "2、服务资源带动方面", projects, "", "3、服务活动开展方面"]
    last = ["4、服务专项开展方面", FILLER, "二、服务成效", FILLER, "三、在对中小微企业服务中存在的问题和工作建议", FILLER]
    plans = ["四、下一年度工作计划", FILLER]
    # Four events where three are asked for, an estimate, and no plans.
    faulty_events = events + [more[0], [*more[1][:3], "约30"]]
    return ("jiangsu", "annual-summary", "2024/南京市玄武区/金陵中小企业公共服务平台/年度总结.docx",
            head + first + [Table(events)] + last + plans, head + first + [Table(faulty_events)] + last)


def performance_report():
    head = ["附件1-2-3-1", "北京市小型微型企业创业创新", "示范基地2023年度绩效报告", "申请单位：北京首冶新元科技发展有限公司（盖章）", "所 属 区：昌平区",
            "填报日期：2024年 3月 18日", "北京市经济和信息化局制", "基地2023年度运营服务情况报告"]
    titles = ["一、基地基本情况", "二、入驻企业情况", "三、基地运营管理情况", "四、基地提供服务情况", "五、基地主要服务成效",
              "六、与枢纽平台的服务协同情况", "七、下一步发展规划", "绩效评价材料真实性声明函"]
    parts = [part for title in titles for part in (title, FILLER)]
    return ("beijing", "performance-report", "2023/昌平区/北京首冶新元科技发展有限公司/绩效报告.docx", head + parts,
            head[:5] + ["填报日期：三月中旬"] + head[6:] + parts[:10] + parts[12:14])


def application_outline():
    head = ["申请报告", "申请单位：西宁中小企业服务中心有限公司", ""]
    titles = ["1.申请单位的基本情况(包括创立发展沿革、发展目标、目前基本情况)；",
              "2、服务对象所在区域的行业状况，在区域经济发展中的地位、作用，中小微型企业发展情况和公共服务需求情况；",
              "3、管理运营情况(包括：主要管理制度、人员激励、服务能力提升、品牌建设、可持续发展等)；",
              "4、近三年的服务情况(包括：主要服务内容、服务对象、规模、方式、收费等)；", "5、主要服务业绩及对区域经济和中小企业健康发展的贡献(包括典型案例)；",
              "6、获得各部门及各级政府扶持的情况说明及佐证材料；", "7、服务场地和服务设施设备实景照片；", "8、下一步发展规划或年度运营计划。"]
    parts = [part for title in titles for part in (title, FILLER)]
    return ("qinghai", "application-outline", "2024/西宁市/西宁中小企业服务中心申请报告.docx", head + parts,
            head + parts[:6] + parts[8:])
