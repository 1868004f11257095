// Rules about files, headers, reporters, periods and versions.

#include "report/messages_table.hpp"

namespace huizong {

std::span<const MessageRow> file_messages() {
  static constexpr MessageRow rows[] = {
      {"file.unreadable", "文件打不开：{why}[（{part}）]", "the file cannot be read: {why}[ ({part})]",
       "请用 Excel 或 WPS 打开原文件，另存为 .xlsx 后重新报送；打不开的，请从填报人处重新取得文件",
       "open the original in Excel or WPS, save it as .xlsx and send it again; if it does not open, get it anew"},
      {"file.encrypted", "文件设有打开密码，无法读取", "the file is protected by a password and cannot be read",
       "请在 Excel 或 WPS 中打开文件，取消“打开密码”（文件→文档加密／信息→保护工作簿），保存后重新报送",
       "open the file, remove the password to open it, save it and send it again"},
      {"file.too-large", "文件过大[，超过 {limit} 字节的上限]", "the file is too large[; the limit is {limit} bytes]",
       "请删去图片、空白行和无关工作表后另存；确需报送大文件的，请管理员在 huizong.yaml 的 intake 中调高上限",
       "remove pictures, blank rows and other sheets; or have the limit raised in huizong.yaml (intake)"},
      {"file.hostile", "文件内部结构异常，为安全起见不予读取：{why}", "the file is built in an unsafe way and is not read: {why}",
       "请用 Excel 或 WPS 打开后另存为新的 .xlsx 文件再报送，不要用压缩软件改动文件",
       "open it in Excel or WPS, save it as a new .xlsx and send that"},
      {"file.unsupported", "不能读取这种文件：{format}", "this kind of file cannot be read: {format}",
       "请把表格另存为 .xlsx（Excel 工作簿）后重新报送", "save the table as .xlsx (Excel workbook) and send it again"},
      {"file.unrecognised", "认不出是哪一张报表[：最接近的是 {candidates}][，缺少 {missing}][，{why}]",
       "it is not clear which form this is[: closest is {candidates}][, without {missing}][, {why}]",
       "请使用下发的空白表填报，保留表名和表头，不要删改列名",
       "use the blank form as issued, with its title and header"},
      {"file.ambiguous-form", "同时像几张报表，无法确定[：{candidates}]", "it could be one of several forms[: {candidates}]",
       "请在表的上方写明下发表格的完整表名或附件号，写哪一张就按哪一张读取",
       "write the full printed title or the document number above the table: it decides which form it is"},
      {"header.missing-column", "表头缺少“{column}”一列[；“{like}”这一列与它相近]", "the header lacks the column “{column}”[; “{like}” is like it]",
       "[如果“{like}”就是这一列，请把列名改成“{column}”；如果不是，]请按下发的表样补上这一列，列名与表样一致；没有数据的填“—”",
       "[where “{like}” is this column, call it “{column}”; else ]add the column under its printed name; put — where there is nothing"},
      {"header.ambiguous", "表头分不清[：“{value}”不知是哪一列][（{candidates}）][：“{twice}”出现了不止一次]",
       "the header is not clear[: “{value}” could be one of several columns][ ({candidates})][: “{twice}” stands there more than once]",
       "请恢复表样的合并表头和列名，每一列只出现一次", "restore the printed header, with each column once"},
      {"header.unknown-column", "表样中没有“{column}”这一列，未采用[；与“{like}”相近]", "the form has no column “{column}”; it was not used[; it is like “{like}”]",
       "如是自己加的列，可以不管；如是列名写错，请改成表样上的列名", "ignore this if you added the column; else use the printed name"},
      {"header.alias-suggested", "[列名“{value}”按“{column}”读取][表样中没有“{label}”这一列，未采用；像是“{like}”的另一种写法]",
       "[the column “{value}” was read as “{column}”][the form has no column “{label}”; it was not used, and may be another spelling of “{like}”]",
       "[请核对“{value}”是否同一指标，下次请用表样上的列名][如果就是“{like}”，请把列名“{label}”改成表样上的写法后重报][；"
       "管理员也可以登记这种写法：在 {schema} 第 {line} 行{how}：{paste}]",
       "[check that “{value}” means the same; use the printed name next time][where it is “{like}”, use that name in place of “{label}” and "
       "send it again][; or have the spelling accepted: in {schema}, line {line}, {how}: {paste}]"},
      {"reporter.unknown", "看不出是哪个单位填报的[：“{value}”][，可能是 {candidates}]",
       "it is not clear who filed this[: “{value}”][, perhaps {candidates}]",
       "请在表头“填报单位”处写明市、县（区）全称，或把文件放进以市、县命名的文件夹",
       "write the full name of the city and county in the reporter line, or put the file in a folder named after it"},
      {"reporter.conflict", "填报单位互相矛盾[：{names}][（{from} 与 {to}）]", "the reporter is given in two ways[: {names}][ ({from} and {to})]",
       "请核对表内填报单位、文件夹名和文件名，改成同一个单位", "make the sheet, the folder and the file name agree on one reporter"},
      {"period.unknown", "看不出是哪一期的报表", "it is not clear which period this is for",
       "请在表名或“填报期”处写明年度（如 2024年 或 2024年上半年），或由管理员运行时加 --period",
       "write the year (2024年, 2024年上半年) in the title, or give --period"},
      {"period.conflict", "报告期互相矛盾[：{names}][（{from} 与 {to}）]", "the period is given in two ways[: {names}][ ({from} and {to})]",
       "请核对表名与期别一栏，改成同一期", "make the title and the period line agree"},
      {"period.assumed", "报告期按{from}取 {value}[，文件夹、文件名或工作表名写的是 {expected}]", "the period {value} was taken from {from}[; the folder, the file or the sheet is named {expected}]",
       "如不对，请在表名中写明年度后重新报送", "if this is wrong, write the year in the title and send it again"},
      {"file.passed-over", "未作为报表读取[：{why}]", "passed over[: {why}]", "", ""},
      {"file.changing", "文件还在变动（可能正在复制或编辑），本次不收", "the file is still changing; it was not taken this time",
       "请关闭文件、等复制完成，下次运行会自动收取", "close the file or wait for the copy to end; the next run takes it"},
      {"file.duplicate", "与已收的填报[（{same}）]内容相同，只计一次", "the same figures were received before[ ({same})]; they count once",
       "", ""},
      {"sheet.ignored", "工作表[“{value}”]不是报表，未读取[：{why}][：与工作表“{same}”内容相同，只计一次][；最接近的是 {candidates}][，缺少 {missing}]",
       "the sheet[ “{value}”] is no form and was not read[: {why}][: it holds the same as the sheet “{same}”, and counts once]"
       "[; closest is {candidates}][, without {missing}]", "", ""},
      {"record.renamed", "疑似更名：上期“{from}”，本期“{to}”", "perhaps renamed: “{from}” before, “{to}” now",
       "如确系更名，请说明；如是两个对象，请核对名称", "explain if it was renamed; if not, check the names"},
      {"version.records-lost", "新报的版本比上一版少了[ {total} 条：]{names}", "the newer version lacks records of the one before[ ({total})]: {names}",
       "如确已撤销或退出，请说明；如是漏报，请补齐后重新报送", "explain if they are gone; if they were forgotten, add them and send it again"},
      {"version.superseded", "已有更新的版本[：{newer}]，本版留存不计", "a newer version counts[: {newer}]; this one is kept only", "", ""},
      {"version.returned-newer", "更新的版本[ {newer} ]已被退回，暂按本版计数", "the newer version[ {newer}] was sent back; this one goes on counting",
       "请催报改正后的新版本", "ask for a corrected version"},
      {"explanation.lapsed", "数字已变，原说明[（{note}）]不再适用", "the figures changed; the explanation[ ({note})] no longer fits",
       "请按新的数字重新说明", "explain the new figures"},
      {"explanation.empty", "说明内容为空[：“{value}”]", "the explanation says nothing[: “{value}”]",
       "请写明原因，如“新增企业 3 户”“政策到期”，不要只写“属实”", "give the reason, not only “correct”"},
  };
  return rows;
}

}  // namespace huizong
