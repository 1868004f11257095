// Sentences and headings of the reports.

#include "report/messages_table.hpp"

namespace huizong {

std::span<const MessageRow> report_messages() {
  static constexpr MessageRow rows[] = {
      {"report.title", "{place}{period}汇总", "{place} {period}: summary", "", ""},
      {"report.nothing", "本期没有汇总", "there is no summary for this period", "", ""},
      {"report.unit-line", "单位：{value}", "unit: {value}", "", ""},
      {"report.reporter-line", "填报单位：{value}", "reporter: {value}", "", ""},
      {"report.sealed-line", "{label}：{value}", "{label}: {value}", "", ""},
      {"report.growth-head", "同比增长（{unit}）", "growth ({unit})", "", ""},
      {"report.comparable-head", "同口径增长（{unit}）", "same basis ({unit})", "", ""},
      {"report.basis-sheet", "依据", "依据", "", ""},
      {"report.base-sheet", "上年同期", "上年同期", "", ""},
      {"report.city-sheet", "分市", "分市", "", ""},
      {"report.growth-sheet", "同比", "同比", "", ""},
      {"report.findings-sheet", "审核问题", "findings", "", ""},
      {"report.counts-sheet", "合计", "counts", "", ""},
      {"report.status-sheet", "报送情况", "status", "", ""},
      {"report.footer", "第 &P 页 共 &N 页", "page &P of &N", "", ""},
      {"report.coverage", "应报 {expected}，计入 {counted}", "{expected} expected, {counted} counted", "", ""},
      {"report.pending-note", "其中 {value} 份待核实", "{value} of them to be verified", "", ""},
      {"report.held-out-note", "{value} 条记录未计入", "{value} records held out", "", ""},
      {"report.notes-head", "注：", "Notes:", "", ""},
      {"report.missing-note", "“—”表示无数或不可相加；未填的不作零计。", "— means no figure, or none that can be added; blanks are not zero.", "", ""},
      {"report.distinct-note", "未剔重（家次）：{names}。", "Firms counted as often as they are named: {names}.", "", ""},
      {"report.growth-note", "同比为本期比{value}同口径期；同口径增长只算两期均报的对象。", "Growth is on {value}; the same basis covers those that reported in both.", "", ""},
      {"report.findings-title", "{value}审核问题", "Findings for {value}", "", ""},
      {"report.findings-count", "强制性 {m} 条，核实性 {v} 条，提示 {i} 条", "{m} mandatory, {v} to verify, {i} hints", "", ""},
      {"report.status-title", "{value}报送情况", "Returns for {value}", "", ""},
      {"report.status-count", "{value} {total}", "{value} {total}", "", ""},
      {"report.no-findings", "没有审核问题", "no findings", "", ""},
      {"report.key-figures", "主要指标", "Key figures", "", ""},
      {"report.completeness", "报送情况", "Completeness", "", ""},
      {"report.growth", "同比增长", "Growth", "", ""},
      {"report.movers", "谁拉动了变化（百分点）", "What moved the figures (points)", "", ""},
      {"report.mover-caption", "{column}：各地拉动", "{column}: contribution by place", "", ""},
      {"report.open-findings", "未处理的强制性、核实性问题", "Open mandatory findings and findings to verify", "", ""},
      {"report.and-more", "另有 {value} 条，见 findings.xlsx", "and {value} more in findings.xlsx", "", ""},
      {"report.up-on-year", "同比 {value}{unit}", "{value}{unit} on the year", "", ""},
      {"report.subtitle", "基期 {value}", "base period {value}", "", ""},
      {"report.diff-title", "{from} → {to}：{total} 处有变动", "{from} → {to}: {total} changed", "", ""},
      {"report.no-difference", "{from} 与 {to} 没有差别", "no difference between {from} and {to}", "", ""},
      {"report.moved-most", "{column}：{from} → {to}（{delta}），变动最大的是 {name}", "{column}: {from} → {to} ({delta}), most of it from {name}", "", ""},
      {"report.form-rules", "审核规则", "Rules", "", ""},
      {"report.form-columns", "指标", "Columns", "", ""},
      {"report.form-deadlines", "报送期限", "Deadlines", "", ""},
      {"report.deadline", "{value}，{year} {month}月{day}日前", "{value}: by {month}-{day} {year}", "", ""},
      {"report.every-period", "各期", "every period", "", ""},
      {"report.months", "{from}—{to}月", "months {from} to {to}", "", ""},
      {"report.same-year", "当年", "of the same year", "", ""},
      {"report.next-year", "次年", "of the next year", "", ""},
      {"report.no-deadline", "未规定期限", "none printed", "", ""},
      {"report.voluntary", "自愿申报", "voluntary", "", ""},
      {"report.rollup.flow", "相加（时期数）", "adds up (flow)", "", ""},
      {"report.rollup.stock", "相加（时点数）", "adds up (stock)", "", ""},
      {"report.rollup.distinct", "相加，未剔重", "adds up, firms not told apart", "", ""},
      {"report.rollup.ratio", "重新计算", "computed anew", "", ""},
      {"report.rollup.none", "不汇总", "does not add up", "", ""},
      {"report.rollup.text", "文字", "text", "", ""},
  };
  return rows;
}

}  // namespace huizong
