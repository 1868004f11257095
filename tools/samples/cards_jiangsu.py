"""基本信息表 of Jiangsu: filled in on line, here as the system prints it."""

from .card_sheet import Card, Span, named


def jiangsu():
    rows = [
        ["平台名称", named("platform", "金陵中小企业公共服务平台", 3)],
        ["单位名称", named("unit", "南京金陵检测技术服务有限公司", 3)],
        ["服务功能分类1", named("function", "技术支持"), "服务功能分类2", named("functions", "信息咨询")],
        ["上年度资产（万元）", named("assets", 3260.5), "上年度利润（万元）", named("profit", 180.6)],
        ["仪器和设备原值（万元）", named("equipment", 1420), "所属产业集群", named("cluster", "南京市新型电力装备集群")],
        ["带动服务机构数量", named("partners", 16, 3)],
        ["典型案例", Span("为装备企业开展检测和工艺改进辅导，服务企业42家、培训310人，帮助企业降低返工率。", 3)],
    ]
    return [Card(
        "jiangsu", "platform-profile", "2024/南京市玄武区/金陵中小企业公共服务平台/基本信息表.xlsx", 4, rows,
        ["江苏省中小企业公共服务示范平台基本信息表"], [],
        # Two functions where one is asked for; an amount that is no number; a count below zero.
        {"function": "技术支持、管理咨询", "assets": "三千余万", "partners": -2, "profit": "约180"})]
