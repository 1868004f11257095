"""No plans."""

from documents import write_document

HEAD = ["2024年度总结", "平台名称：金陵中小企业公共服务平台"]
TEXT = "服务中小企业一百二十家。"
write_document("南京市2024年年度总结.docx", HEAD + ["一、服务经验及做法", TEXT, "二、服务成效", TEXT,
                                      "三、在对中小微企业服务中存在的问题和工作建议", TEXT])
