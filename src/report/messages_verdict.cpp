// What the tables of verdict forms say.

#include "report/messages_table.hpp"

namespace huizong {

std::span<const MessageRow> verdict_messages() {
  static constexpr MessageRow rows[] = {
      {"verdict.pass", "符合", "met", "", ""},
      {"verdict.fail", "不符合", "not met", "", ""},
      {"verdict.undecided", "无法判定", "cannot be told", "", ""},
      {"verdict.by-person", "待人工判定", "for a person to judge", "", ""},
      {"verdict.not-applicable", "不适用", "does not apply", "", ""},
      {"verdict.value", "指标值", "value", "", ""},
      {"verdict.not-asked", "没有报表填报此项，无从计算", "no form asks for it", "", ""},
      {"verdict.person", "须由人判定", "a person judges", "", ""},
      {"verdict.relaxed", "低于条件；所在地区可适度放宽", "below the bar, which may be relaxed in this region", "", ""},
      {"verdict.readings-differ", "各表数字得出的结论不同，须由人核定", "the forms lead to different verdicts: a person decides", "", ""},
      {"verdict.missing", "所依据的单元格没有填写、无法识别，或表中没有这一行", "a cell that it rests on is blank or not understood, or the row is not there", "", ""},
      {"verdict.imprecise", "日期没有填到日，无法算准", "a date is not told to the day", "", ""},
      {"verdict.ambiguous", "有几份填报或几条记录可对应，不能确定是哪一份", "several returns or records could be meant", "", ""},
      {"verdict.zero", "除数为零", "a division by zero", "", ""},
      {"verdict.too-long", "数据过多或数字过长，未能算出", "too much data, or figures that are too long", "", ""},
      {"verdict.absent", "没有计入的《{form}》（未报，或已退回）", "no “{form}” counts (not filed, or sent back)", "", ""},
      {"verdict.not-due", "《{form}》未报，尚未到期限", "“{form}” was not filed, and is not due yet", "", ""},
      {"verdict.no-figure", "没有计入的数字", "no figure counts", "", ""},
      {"verdict.members", "符合 {pass} 项，不符合 {fail} 项，待人工判定 {person} 项，无法判定 {open} 项", "{pass} met, {fail} not met, {person} for a person, {open} cannot be told", "", ""},
      {"verdict.at-least", "不少于 {value}{unit}", "at least {value}{unit}", "", ""},
      {"verdict.sheet", "判定表", "verdicts", "", ""},
      {"verdict.overview", "结论汇总", "overview", "", ""},
      {"verdict.subject", "对象", "subject", "", ""},
      {"verdict.clause", "条款", "clause", "", ""},
      {"verdict.condition", "条件", "condition", "", ""},
      {"verdict.threshold", "要求", "threshold", "", ""},
      {"verdict.figure", "数据", "figure", "", ""},
      {"verdict.verdict", "结论", "verdict", "", ""},
      {"verdict.rests-on", "依据（文件、工作表、单元格）", "rests on (file, sheet, cells)", "", ""},
      {"verdict.reason", "说明", "why", "", ""},
      {"verdict.computed-from", "由 {names} 计算", "computed from {names}", "", ""},
      {"verdict.conditions", "条件", "Conditions", "", ""},
      {"verdict.how", "判定方法", "how it is told", "", ""},
      {"verdict.group", "以上 {names} 中至少 {value} 项", "at least {value} of {names}", "", ""},
      {"verdict.group-all", "以上 {names} 全部符合", "all of {names}", "", ""},
      {"verdict.shown-only", "只列数值，不作判定", "shown, not judged", "", ""},
      {"verdict.where", "当 {value} 时", "where {value}", "", ""},
      {"verdict.section-count", "{value} 个对象，见 verdicts/{form}.xlsx", "{value} subjects, see verdicts/{form}.xlsx", "", ""},
  };
  return rows;
}

}  // namespace huizong
