"""附件1 of Heilongjiang."""

from .card_sheet import Card, Span, named


def heilongjiang():
    def support(label, name, number, money):
        return [Span(label, 2), named(name, number), named(f"{name}_money", money)]

    rows = [
        [Span("资金使用情况", 4)],
        [Span("财政资金拨付管理情况", 4)],
        [Span("开发区名称", 2), Span("中央财政资金已拨付至特色载体金额（万元）", 2)],
        [named("zone", "哈经开区", 2), named("allocated", 5000, 2)],
        [Span("是否出台资金管理办法及相关制定", 2), named("rules", "☑是  □否（如出台请随文附送）", 2)],
        [Span("特色载体支持平台、基地情况", 4)],
        [Span(None, 2), "支持数量（家）", "支持金额（万元）"],
        support("国家小型微型企业创业创新示范基地", "national_bases", 2, 600),
        support("省级小型微型企业创业创新基地", "provincial_bases", 5, 450.5),
        support("国家中小企业公共服务示范平台", "national_platforms", 3, 720),
        support("省级中小企业公共服务示范平台", "provincial_platforms", 8, 640.8),
        [Span("支持赛事活动情况", 4)],
        ["支持赛事活动（场次）", named("contests", 12), "支持金额（万元）", named("contests_money", 260)],
        ["支持“创客中国”中小企业            创新创业大赛（场次）", named("creators", 3), "支持金额（万元）", named("creators_money", 90)],
    ]
    return [Card(
        "heilongjiang", "carrier-fund", "2020/哈尔滨市/哈经开区特色载体情况统计表.xlsx", 4, rows,
        ["附件1：", "创新创业特色载体情况统计表", "市级中小企业主管部门（盖章）：哈尔滨市工业和信息化局"],
        ["注：哈经开区、哈高新区、黑河合作区等三个国家级特色载体分别填报。"],
        # Two ticks; a number without money; more for 创客中国 than for all contests; a figure beside the table.
        {"rules": "☑是  ☑否（如出台请随文附送）", "provincial_bases_money": 0, "creators_money": 300, "national_bases": "约2"})]
