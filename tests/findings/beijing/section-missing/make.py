"""Nothing is said about the platform."""

from documents import write_document

HEAD = ["北京市小型微型企业创业创新示范基地2023年度绩效报告", "申请单位：北京首冶新元科技发展有限公司", "所 属 区：昌平区", "填报日期：2024年3月18日"]
TITLES = ["一、基地基本情况", "二、入驻企业情况", "三、基地运营管理情况", "四、基地提供服务情况", "五、基地主要服务成效", "七、下一步发展规划",
          "绩效评价材料真实性声明函"]
write_document("绩效报告2023年.docx", HEAD + [part for title in TITLES for part in (title, "服务中小企业一百二十家。")])
