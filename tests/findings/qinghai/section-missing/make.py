"""Of eight points the seventh is left out."""

from documents import write_document

HEAD = ["申请报告", "申请单位：西宁中小企业服务中心有限公司"]
TITLES = ["1.申请单位的基本情况", "2、服务对象所在区域的行业状况", "3、管理运营情况", "4、近三年的服务情况",
          "5、主要服务业绩及对区域经济和中小企业健康发展的贡献", "6、获得各部门及各级政府扶持的情况说明及佐证材料", "8、下一步发展规划或年度运营计划"]
write_document("西宁市2024年申请报告.docx", HEAD + [part for title in TITLES for part in (title, "服务中小企业一百二十家。")])
