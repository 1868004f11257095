// What a source document leaves unclear; in the place of how to mend it, how it is read where the schema says nothing else.

#include "report/messages_table.hpp"

namespace huizong {

std::span<const MessageRow> lint_messages() {
  static constexpr MessageRow rows[] = {
      {"lint.code-twice", "同一编码印了两次：{first}、{second}", "one code stands twice: {first}; {second}", "照印", "kept as printed"},
      {"lint.count", "共 {count} 处文件自身的问题（提示，不影响使用）", "{count} places where the documents are at fault (notes: the schemas work)", "", ""},
      {"lint.deadline-differs", "同一报表[（{from}—{to}月）]印了两个期限：[{day_year}]{day}[（{place}）]，[{other_year}]{other}[（{other_place}）]",
       "two deadlines are printed for one return[ (months {from}–{to})]: [{day_year}]{day}[ ({place})] and [{other_year}]{other}[ ({other_place})]", "按前一个催报", "the first one is held to"},
      {"lint.deadline-of-some", "期限 [{day_year}]{day}[（{place}）]之外，另有 {count} 个区划的期限 [{other_year}]{other}[（{other_place}）]",
       "beside the deadline [{day_year}]{day}[ ({place})] there is one for {count} regions: [{other_year}]{other}[ ({other_place})]", "写明区划的只约束这些区划及其下级，其余按前一个",
       "the one with regions binds those and what is below them, and nobody else"},
      {"lint.equal-labels", "标签“{label}”印了 {count} 次，只有上级表头能区分：{paths}[，等{more}处]",
       "the label “{label}” is printed {count} times, told apart only by the header above: {paths}[ and {more} more]", "按完整的表头路径区分", "told apart by the whole path"},
      {"lint.label-elsewhere", "“{column}”在另一处印作“{path}”", "“{column}” is printed as “{path}” elsewhere", "只有后者时读作前者，须核实",
       "where only the latter is there it is read as the former, to be verified"},
      {"lint.name-twice", "同一大类中两个中类的名称重复：{first}、{second}", "two entries of one class have one name: {first}; {second}", "照印", "kept as printed"},
      {"lint.overlap", "互有重复，不得相加：{columns}", "they overlap, and are never added: {columns}", "各自核对，不相加", "each is checked by itself"},
      {"lint.period-unprinted", "一年报两期，表上只印年度", "two periods a year, and the form prints only the year", "由填报时间判断上半年或全年；判断不了的须核实",
       "the filing date tells the half; where it does not, to be verified"},
      {"lint.rest-differs", "{first} 与大类名称“{group}”不一致", "{first} differs from the name of its class, “{group}”", "照印", "kept as printed"},
      {"lint.steps-gap", "“{title}”的分档有缺口：{range} 不在任何一档（“{column}”前一档 {first}，后一档 {second}）",
       "the steps of “{title}” leave a gap: {range} is in none of them (“{column}”: {first} below, {second} above)", "", ""},
      {"lint.steps-overlap", "“{title}”的分档重叠：{range} 同时在两档（“{column}”可为 {first}，也可为 {second}）",
       "the steps of “{title}” overlap: {range} is in two of them (“{column}”: {first} or {second})", "", ""},
      {"lint.unit-missing", "“{column}”没有印单位", "“{column}” is printed without a unit", "按{unit}计；报表自己没有写明的，须核实",
       "taken as {unit}; to be verified where the return names none"},
      {"lint.unit-two", "“{column}”印的单位是{unit}，也有按{also}填报的", "“{column}” is printed in {unit}, and also filed in {also}", "保留印的单位；合计中两种都有的，标注混合",
       "the printed unit stays; a total over both is marked"},
      {"lint.reading", "  读法：{text}", "  read as: {text}", "", ""},
  };
  return rows;
}

}  // namespace huizong
