"""附件1 and 附件7 of Qinghai: one form, the second for renewing a title."""

from .card_sheet import Card, Span, named

UNIT = "西宁中小企业服务中心有限公司"


def qinghai():
    return [
        _card("platform-application", "西宁市中小企业公共服务平台申请推荐表.xlsx", "青海省中小企业公共服务示范平台申请推荐表", "一、平台（申请单位）基本情况",
              "市（州）中小企业主管部门审核意见（不少于20字）",
              # Parts above their wholes; a box that nobody ticked; shares that leave the range.
              {"staff": "从业人数：16 人", "tenure": "场地面积：1260 平米，性质：   租用□    自有□，自有场地占总资产的  0 ％",
               "service_1": 480, "share_0": 160}),
        _card("platform-renewal", "西宁市中小企业公共服务平台复核申请推荐表.xlsx", "青海省中小企业公共服务示范平台复核申请推荐表", "一、平台（复核单位）基本情况",
              "市（州）中小企业主管部门复核意见",
              {"contracts_2": 400, "capital": "注册资本 约500 万元", "profit_0": "亏损12"}),
    ]


def _card(form, file, title, first, opinion, faults):
    width = 7
    tenure = "场地面积：1260 平米，性质：   租用☑    自有□，自有场地占总资产的  0 ％"
    rows = [
        [Span("申请单位（盖章）：" + UNIT, width)],
        [Span(first, width)],
        [Span("注册日期：2016年3月18日", 2), Span("单位性质：民营企业", 3), Span("法人代表：马海军", 2)],
        [Span("注册地址：西宁市城西区五四西路8号", 5), Span("邮政编码：810008", 2)],
        [Span("联系人：韩雪", 2), Span("联系电话：0971-6123456", 2), Span("手机：13997000001", 2), "传真：0971-6123457"],
        [Span("电子邮件：fuwu@xnsme.example", 3), Span("网址（已建网站的填写）：www.xnsme.example", 4)],
        [named("capital", "注册资本\n500\n万元", 1, 4), Span("其中：主要投资方名称", 3), Span("性质", 2), "投资比例 ％"],
        [Span("西宁国投中小企业投资有限公司", 3), Span("国有企业", 2), named("share_0", 60)],
        [Span("马海军", 3), Span("自然人", 2), 40],
        [Span(None, 3), Span(None, 2), None],
        [Span("总资产\n862.5\n万元", 1, 3), Span("其中：服务设施、软件占总资产的    18     ％", 6)],
        [Span("      仪器设备：   42      台（套），占总资产的   21   ％ ", 6)],
        [named("tenure", tenure, 6)],
        [named("staff", "从业人数：22     人"), Span("其中：大专及以上学历和中级及以上技术职称的专业人员：  17     人     ", 6)],
        [Span("二、近三年平台运营管理（单位：万元）", width)],
        ["年度", "营业收入    ", "其中：      服务收入", "利润总额", "服务成本支出", "服务中小企业户（次）数", "其中：签订服务协议户数"],
        *[[year, named(f"revenue_{i}", revenue), named(f"service_{i}", service), named(f"profit_{i}", profit), cost, firms,
           named(f"contracts_{i}", contracts)] for i, (year, revenue, service, profit, cost, firms, contracts) in enumerate([
               ("2021", 386.2, 240.5, 21.4, 158, 260, 72), ("2022", 412.8, 268, 25.6, 171.3, 298, 85), ("2023", 455.1, 301.7, -3.2, 204, 341, 96)])],
        [Span("三、服务能力及业绩", width)],
        [Span("获得专业服务        资质情况", 2), Span("人力资源服务许可证", 5)],
        [Span("主要服务产品", 3), Span("服务规模（家、人/次）", 2), Span("服务收入占年营业收入％", 2)],
        *[[Span(product, 3), Span(scale, 2), Span(share, 2)] for product, scale, share in [
            ("政策信息服务", "120家", 15), ("创业培训", "680人次", 31.5), ("管理咨询", "46家", 19.8)]],
        ["合作资源", Span("签订合作协议的单位", 3), Span("其他合作单位", 3)],
        [None, Span("青海大学财经学院", 3), Span("青海省中小企业协会", 3)],
        [None, Span("西宁市生产力促进中心", 3), Span(None, 3)],
        [Span("运用信息技术       开展服务情况", 2), Span("建有线上服务平台", 5)],
        [Span("获得市级及以上部门 授予的荣誉证书        或证明 ", 2), Span("2022年西宁市优秀服务机构", 5)],
        [Span("四、政府支持情况", width)],
        [Span("得到政府扶持的情况", 2), Span("2022年获市级服务补助30万元", 5)],
        [Span("市级及以上部门认定为公共服务平台的文件名及文号", 2), Span("宁工信〔2021〕56号", 5)],
        [Span("五、中小企业主管部门审核推荐意见", width)],
        [Span(opinion, 2), Span("经审核，该平台服务资源丰富、运行规范，同意推荐申报省级示范平台。", 5)],
    ]
    return Card("qinghai", form, f"2024/西宁市/{file}", width, rows, [title], [], faults)
