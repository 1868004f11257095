"""The last heading stands, and nothing under it."""

from documents import write_document

HEAD = ["2020年服务体系建设和开展重点服务活动工作总结", "市级中小企业主管部门（盖章）：牡丹江市工业和信息化局"]
TEXT = "全年组织活动三十场。"
write_document("牡丹江市2020年.docx", HEAD + ["一、服务体系建设情况", TEXT, "二、重点服务活动开展情况", TEXT, "三、面临的困难和问题", TEXT,
                                        "四、下一步工作计划及政策建议"])
