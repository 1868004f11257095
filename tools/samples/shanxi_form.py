"""附件10 双创基地基本情况表: its columns, as printed."""

from .shape import Column

BASIC, RUN, PARTNER, ACTIVITY, HATCH = "基本情况", "运营情况", "合作服务机构情况", "组织开展的服务活动", "孵化成果"
COLUMNS = [
    Column("", "序号", "text"),
    Column(BASIC, "基地名称", "text"),
    Column(BASIC, "项目运营单位名称", "text"),
    Column(BASIC, "注册时间", "text"),
    Column(BASIC, "是否独立法人", "text"),
    Column(BASIC, "基地服务人员数", "stock", "人"),
    Column(BASIC, "已入驻企业数", "stock", "户"),
    Column(BASIC, "吸纳就业人员数", "stock", "人"),
    Column(BASIC, "建筑面积", "stock", "平方米"),
    Column(RUN, "营业收入", "flow", "万元"),
    Column(RUN, "上缴税金", "flow", "万元"),
    Column(RUN, "当年完成投资额", "flow", "万元"),
    Column(PARTNER, "合作机构数量", "firms", "个"),
    Column("", "年服务中小企业户数", "firms", "户"),
    Column(ACTIVITY, "服务场次", "flow", "场"),
    Column(HATCH, "孵化成功企业数", "flow", "户"),
    Column(HATCH, "参加创客大赛企业数", "flow", "户"),
    Column(HATCH, "培育小升规企业数", "flow", "户"),
    Column(HATCH, "培育专精特新企业数", "flow", "户"),
    Column(HATCH, "培育高新技术企业数", "flow", "户"),
    Column("", "获得政府支持资金金额", "flow", "万元"),
]
NAME, OPERATOR = f"{BASIC}/基地名称", f"{BASIC}/项目运营单位名称"
REVENUE, TAX, INVESTED, SUPPORT = f"{RUN}/营业收入", f"{RUN}/上缴税金", f"{RUN}/当年完成投资额", "获得政府支持资金金额"
STAFF, TENANTS, JOBS = f"{BASIC}/基地服务人员数", f"{BASIC}/已入驻企业数", f"{BASIC}/吸纳就业人员数"
