// Rules about cells, rows and units, and the rules that forms only switch on.

#include "report/messages_table.hpp"

namespace huizong {

std::span<const MessageRow> cell_messages() {
  static constexpr MessageRow rows[] = {
      {"cell.not-a-number", "[“{column}”]应填数字，现在是“{value}”[：{why}]", "[“{column}” ]should be a number, and is “{value}”[: {why}]",
       "请把该单元格改成数字，不要写单位、“约”“多”等字；没有数据的填“—”",
       "put a plain number there, without unit or words like “about”; — where there is nothing"},
      {"cell.not-a-date", "[“{column}”]应填日期，现在是“{value}”", "[“{column}” ]should be a date, and is “{value}”",
       "请写成 2024-07-31 或 2024年7月 这样的日期", "write a date such as 2024-07-31 or 2024年7月"},
      {"cell.not-in-list", "[“{column}”]填的是“{value}”，应为：{expected}", "[“{column}” ]is “{value}”; it should be one of {expected}",
       "请从列出的选项中选一项填写", "choose one of those listed"},
      {"cell.required", "“{column}”不能空着[：{why}]", "“{column}” must not be blank[: {why}]", "请补填该单元格", "fill the cell in"},
      {"cell.out-of-range", "[“{column}”：]{value} 超出范围[，应{expected}]", "[“{column}”: ]{value} is out of bounds[; it should be {expected}]",
       "请核对后改正：户数、人数、次数填不小于 0 的整数，金额、面积不能为负", "correct it: counts are whole and not negative, money and areas not negative"},
      {"cell.error-value", "[“{column}”的]公式出错，显示 {value}", "[“{column}”: ]the formula gives the error {value}",
       "请改正公式，或直接填写数字", "mend the formula, or put the number there"},
      {"cell.stale-formula", "公式结果没有更新[：存的是 {value}，应为 {expected}]", "the stored result of a formula is out of date[: {value} stands, {expected} is right]",
       "请在 Excel/WPS 中打开文件，按 F9 重新计算，核对后保存再报", "open the file, press F9, check and save it, and send it again"},
      {"cell.no-result", "公式没有结果，按未填处理", "the formula has no stored result; it counts as missing",
       "请在 Excel/WPS 中打开文件、保存一次再报，或直接填数字", "open and save the file in Excel or WPS, or put the number there"},
      {"cell.digits-lost", "数字超过 15 位，尾数已丢失：{value}", "a number of more than 15 digits has lost its last ones: {value}",
       "请把该列设为“文本”格式后重新录入（统一社会信用代码、证件号等）", "set the column to text and type the number again"},
      {"cell.unclaimed", "表外有数字“{value}”，未计入任何指标", "the figure “{value}” stands outside the table and counts nowhere",
       "如是数据，请移到表内对应的列；如是备注，请注明或删去", "move it into its column; if it is a remark, say so or delete it"},
      {"cell.normalised", "“{value}”按 {expected} 读取", "“{value}” was read as {expected}", "", ""},
      {"row.duplicate-key", "“{key}”重复出现[（第 {rows} 行）][，另见 {names}]", "“{key}” stands more than once[ (rows {rows})][; see also {names}]",
       "请核对：重复的删去一行；确是两个对象的，把名称写全以便区分", "delete the double, or tell the two apart by their full names"},
      {"total.mismatch", "[“{column}”]合计填的是 {total}[，各行相加是 {sum}][，按各行计算是 {rate}]",
       "[“{column}”: ]the total says {total}[, its rows add up to {sum}][, its rows give {rate}]",
       "请核对各行数字，改正合计或漏报、错报的行", "correct the total or the rows"},
      {"row.hidden", "[第 {rows} 行]被隐藏，已照样读取", "[row {rows} ]is hidden and was read all the same",
       "请取消隐藏，核对这些行是否应当上报；不该报的请删除", "unhide the rows; delete those that should not count"},
      {"row.ignored", "本行不是数据，未采用[：“{value}”][（{why}）]", "this row is no record and was not used[: “{value}”][ ({why})]", "", ""},
      {"unit.conflict", "计量单位互相矛盾：[“{column}”]一处写{from}，一处写{to}", "the unit is given in two ways: [“{column}” ]says {from} and {to}",
       "请核对后只保留一个单位，并按该单位填数", "keep one unit and give the figures in it"},
      {"unit.missing", "“{column}”没有写明单位[，按{unit}读取]", "“{column}” names no unit[; {unit} was taken]",
       "请确认单位，并在列名或表头单位栏写明", "confirm the unit and write it in the label or the unit line"},
      {"unit.magnitude", "[“{column}”]本期 {value}[，上期 {base}]，相差约一万倍，疑似元与万元混用",
       "[“{column}”: ]{value} now[, {base} before]: about ten thousand times apart, perhaps 元 for 万元",
       "请核对单位是元还是万元，改正后重报；数字无误的请说明", "check 元 against 万元 and correct it, or explain"},
      {"unit.converted", "[“{column}”]由{from}换算成{to}[：{value} → {expected}]", "[“{column}” ]was converted from {from} to {to}[: {value} → {expected}]",
       "请核对换算结果；下次请按表样单位填报", "check the result; use the printed unit next time"},
      {"rule.undecided", "{reasons}", "{reasons}", "能补填的请补填；确无数据的可以不管", "fill in what there is"},
      {"growth-filed", "[“{column}”]填报的同比 {filed}% 与计算的 {computed}% 不符[（本期 {now}，上年同期 {base}）]",
       "[“{column}”: ]the growth filed, {filed}%, differs from the computed {computed}%[ ({now} now, {base} the year before)]",
       "请核对本期数和上年同期数；口径有变的请说明", "check both figures; explain where the basis changed"},
      {"rise-as-amount", "“新增”可能填成了比上年的增加额[：{figures}]", "“新增” may have been filled in as the rise over last year[: {figures}]",
       "“新增”指本年1月1日至期末发生的数，不是比上年增加的数；请核对改正或说明", "give what came about since 1 January, not the rise over last year"},
      {"yearly-change", "[“{column}”]比上年变动过大[：本期 {now}，上年同期 {base}]", "[“{column}” ]changed much on last year[: {now} now, {base} then]",
       "请核对；数字无误的，请说明变动原因", "check it, or explain the change"},
      {"units-mixed", "[“{column}”]按 {from} 填报，表式为 {to}，两者不能相加", "[“{column}” ]is counted in {from}, the form in {to}: they do not add up",
       "请按表式的单位填报，无法改的请说明。", "Count in the form's unit, or explain."},
      {"levels-differ", "[“{key}”]不同层级报的数不一致[：{figures}][，{names}]", "[“{key}”: ]the levels filed different figures[: {figures}][; {names}]",
       "请上下级核对；汇总按最低一级的数", "settle it between the levels; the lowest one counts"},
      {"rule.mandatory", "应当：{title}[；现为：{figures}]", "should hold: {title}[; it is: {figures}]", "请核对相关数字，改正后重新报送", "check the figures, correct them and send the form again"},
      {"rule.verify", "应当：{title}[；现为：{figures}]", "should hold: {title}[; it is: {figures}]", "请核对；有误的改正重报，无误的请说明原因", "correct them, or explain why they are right"},
      {"rule.info", "应当：{title}[；现为：{figures}]", "should hold: {title}[; it is: {figures}]", "", ""},
  };
  return rows;
}

}  // namespace huizong
