// ledger.*: what a cell was read as, for `check --ledger`.

#include "report/messages_table.hpp"

namespace huizong {

std::span<const MessageRow> ledger_messages() {
  static constexpr MessageRow rows[] = {
      {"ledger.title", "工作表“{sheet}”，{total} 格：取数 {figure}，合计 {totals}，表样文字 {label}，未用 {ignored}",
       "sheet “{sheet}”, {total} cells: {figure} figures, {totals} totals, {label} labels, {ignored} ignored", "", ""},
      {"ledger.column.cell", "单元格", "cell", "", ""},
      {"ledger.column.use", "用途", "use", "", ""},
      {"ledger.column.raw", "原文", "as written", "", ""},
      {"ledger.column.value", "读作", "read as", "", ""},
      {"ledger.column.column", "指标", "column", "", ""},
      {"ledger.column.key", "记录", "record", "", ""},
      {"ledger.column.reason", "说明", "reason", "", ""},
      {"ledger.use.figure", "取数", "figure", "", ""},
      {"ledger.use.total", "合计", "total", "", ""},
      {"ledger.use.label", "表样文字", "label", "", ""},
      {"ledger.use.ignored", "未用", "ignored", "", ""},
      {"ledger.reason.ambiguous-column", "不能确定是哪个指标", "ambiguous column", "", ""},
      {"ledger.reason.band-name", "任务或分段名称", "name of a band", "", ""},
      {"ledger.reason.blank", "只有空格", "only white space", "", ""},
      {"ledger.reason.comparison", "平均、同期等对比行", "a row about the rows above", "", ""},
      {"ledger.reason.date", "日期", "a date", "", ""},
      {"ledger.reason.empty-line", "只有序号的空行", "an empty line with its serial number", "", ""},
      {"ledger.reason.filing-line", "填报日期行", "filing date", "", ""},
      {"ledger.reason.filler", "占位行", "filler row", "", ""},
      {"ledger.reason.header", "表头", "header", "", ""},
      {"ledger.reason.label", "指标名称", "label", "", ""},
      {"ledger.reason.missing", "缺报", "missing", "", ""},
      {"ledger.reason.nil-report", "零报告", "nil report", "", ""},
      {"ledger.reason.note", "附注", "note", "", ""},
      {"ledger.reason.numbering-row", "栏号行", "row that numbers the columns", "", ""},
      {"ledger.reason.of-which", "其中行", "a part of the row above", "", ""},
      {"ledger.reason.outside-table", "表外文字", "outside the table", "", ""},
      {"ledger.reason.page-line", "页码、续表", "a mark of the page", "", ""},
      {"ledger.reason.period-line", "报告期", "period", "", ""},
      {"ledger.reason.remark", "表外备注", "remark", "", ""},
      {"ledger.reason.repeated-header", "重复的表头", "repeated header", "", ""},
      {"ledger.reason.reporter-line", "填报单位行", "reporter", "", ""},
      {"ledger.reason.section", "章节标题", "heading of a section", "", ""},
      {"ledger.reason.serial", "序号", "serial number", "", ""},
      {"ledger.reason.signature", "签署行", "signature line", "", ""},
      {"ledger.reason.title", "标题", "title", "", ""},
      {"ledger.reason.total-label", "合计、小计字样", "the word for a total", "", ""},
      {"ledger.reason.total-row", "合计行中的文字", "beside the figures of a total", "", ""},
      {"ledger.reason.unclaimed", "无人认领", "nobody claims it", "", ""},
      {"ledger.reason.unit-line", "计量单位行", "units", "", ""},
      {"ledger.reason.unknown-column", "表样没有的列", "a column that the form lacks", "", ""},
  };
  return rows;
}

}  // namespace huizong
