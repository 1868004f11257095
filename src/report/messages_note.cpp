// What a figure of a summary hides, or why there is none.

#include "report/messages_table.hpp"

namespace huizong {

std::span<const MessageRow> note_messages() {
  static constexpr MessageRow rows[] = {
      {"note.missing-left-out", "{missing}/{total} 项未填，未计入", "{missing} of {total} figures are missing and left out", "", ""},
      {"note.distinct-not-deduplicated", "未剔重（家次）", "firms counted as often as they are named", "", ""},
      {"note.no-base", "无基期", "no base period", "", ""},
      {"note.base-zero", "上年同期为零", "zero in the same period last year", "", ""},
      {"note.base-negative", "上年同期为负：{base} → {now}", "negative in the same period last year: {base} → {now}", "", ""},
      {"note.turned-profit", "扭亏为盈：{base} → {now}", "from loss to profit: {base} → {now}", "", ""},
      {"note.loss-narrowed", "减亏：{base} → {now}", "a smaller loss: {base} → {now}", "", ""},
      {"note.loss-widened", "增亏：{base} → {now}", "a larger loss: {base} → {now}", "", ""},
      {"note.turned-loss", "由盈转亏", "from profit to loss", "", ""},
      {"note.no-figure", "本期无数", "no figure this period", "", ""},
      {"note.no-base-figure", "上年同期无数", "no figure in the same period last year", "", ""},
      {"note.no-denominator", "分母为零或未填", "the denominator is zero or missing", "", ""},
      {"note.different-applicants", "口径不同（两年申报对象不同）", "different applicants in the two years", "", ""},
      {"note.comparable", "同口径 {growth}", "same basis {growth}", "", ""},
      {"note.held-out", "{value} 条因强制性错误未计入", "{value} records are held out for mandatory faults", "", ""},
      {"note.mixed-units", "户/户次混合", "firms and visits are mixed", "", ""},
      {"mark.from-city-summary", "来源：市级汇总", "source: the city's summary", "", ""},
      {"mark.newer-returned", "新版本已退回", "a newer version was sent back", "", ""},
      {"mark.pending", "待核实", "to be verified", "", ""},
      {"mark.held-out", "有记录未计入", "records are held out", "", ""},
  };
  return rows;
}

}  // namespace huizong
