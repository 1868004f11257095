// What cannot go on: said once, with what to do.

#include "report/messages_table.hpp"

namespace huizong {

std::span<const MessageRow> error_messages() {
  static constexpr MessageRow rows[] = {
      {"error.schema", "表样定义有误：[{file}][ 第 {line} 行][第 {column} 列]：{why}[\n  {text}][\n  {caret}]",
       "a schema is wrong: [{file}][:{line}][:{column}]: {why}[\n  {text}][\n  {caret}]",
       "请改正该文件，用 huizong schema lint 检查后再运行", "mend the file, check it with huizong schema lint, and run again"},
      {"error.rule", "审核规则有误：[第 {column} 个字符：]{why}[\n  {text}][\n  {caret}]", "a rule is wrong: [character {column}: ]{why}[\n  {text}][\n  {caret}]",
       "请改正规则，用 huizong schema lint 检查", "mend the rule and check it with huizong schema lint"},
      {"error.config", "配置有误：[{file}][ 第 {line} 行][第 {column} 列]：{why}[\n  {text}][\n  {caret}]",
       "the configuration is wrong: [{file}][:{line}][:{column}]: {why}[\n  {text}][\n  {caret}]",
       "请改正 huizong.yaml 后再运行", "mend huizong.yaml and run again"},
      {"error.no-space", "磁盘空间不足，写不下 {path}", "no space left on the disk for {path}",
       "请清理磁盘后重新运行；已有的存档和报表没有改动", "make room and run again; the archive and the reports are as they were"},
      {"error.file-unreadable", "读不了 {path}[：{why}]", "cannot read {path}[: {why}]", "请检查文件是否存在、有无读取权限", "see that it exists and may be read"},
      {"error.file-unwritable", "写不了 {path}[：{why}]", "cannot write {path}[: {why}]", "请检查文件夹是否存在、有无写入权限、文件是否被打开",
       "see that the folder exists, may be written to, and that the file is not open"},
      {"error.busy", "另一个汇总任务正在运行[（{who}）]", "another run is at work[ ({who})]", "请等它结束后再运行", "wait until it has ended"},
      {"error.archive-damaged", "存档已损坏：{file}[：{why}][（{text}）]", "the archive is damaged: {file}[: {why}][ ({text})]",
       "请停止使用，从备份恢复 archive 文件夹后重新运行", "stop, restore the archive folder from a backup, and run again"},
      {"error.archive-newer", "存档由更新版本的程序写成[（{value}）]：{file}", "the archive was written by a newer program[ ({value})]: {file}",
       "请升级 huizong", "use the newer program"},
      {"error.no-such-submission", "没有编号为 {id} 的填报", "there is no submission {id}", "编号见 reports/inbox.json 或汇总表的“依据”页",
       "ids stand in reports/inbox.json and on the sheet 依据 of a summary"},
      {"error.already-withdrawn", "{id} 已经撤回[：{note}]", "{id} is withdrawn already[: {note}]", "", ""},
      {"error.ambiguous-id", "编号 {id} 不唯一[：{candidates}]", "the id {id} is not unique[: {candidates}]", "请多写几位", "give more digits"},
      {"error.no-such-finding", "没有编号为 {id} 的审核问题", "there is no finding {id}", "编号见 findings.json", "ids stand in findings.json"},
      {"error.not-to-explain", "{id} 不是核实性问题，不能用说明通过", "{id} is not a finding to be verified; no explanation settles it",
       "强制性问题请改正后重新报送", "a mandatory finding needs a corrected return"},
      {"error.no-workspace", "找不到工作区：[{path} ]及上级文件夹里没有 huizong.yaml", "no workspace: no huizong.yaml in [{path} or ]any folder above",
       "请进入工作区文件夹，或用 --workspace 指明；新建用 huizong init", "go to the workspace, or give --workspace; huizong init makes one"},
      {"error.no-pack", "没有名为“{value}”的报表制度[；现有：{candidates}]", "there is no pack “{value}”[; there are: {candidates}]", "", ""},
      {"error.no-form", "没有名为“{value}”的报表[；现有：{candidates}]", "there is no form “{value}”[; there are: {candidates}]", "请用 huizong schema list 查看", "see huizong schema list"},
      {"error.no-region", "没有区划“{value}”", "there is no region “{value}”", "请写行政区划代码或全称", "give its code or its full name"},
      {"error.no-period", "存档里还没有[ {value} 的]填报", "nothing is archived[ for {value}]", "请先运行 huizong run，或换一个 --period", "run huizong run first, or give another --period"},
      {"error.no-column", "报表中没有指标“{value}”[；相近的有：{candidates}]", "the form has no column “{value}”[; there are: {candidates}]", "指标名见 huizong schema show", "see huizong schema show"},
      {"error.no-figure", "汇总中没有这个数[：{value}]", "the summary has no such figure[: {value}]", "", ""},
      {"error.no-such-file", "没有文件 {path}", "there is no file {path}", "", ""},
      {"error.different-forms", "两者不是同一张报表[：{from} 与 {to}]", "they are not of one form[: {from} and {to}]", "", ""},
      {"error.bad-period", "报告期写法不对：“{value}”", "this is no period: “{value}”",
       "应写成 2024（年）、2024H1（上半年）、2024Q3（季）、2024-06（月）或 2024-01_09（1—9月）", "write 2024, 2024H1, 2024Q3, 2024-06 or 2024-01_09"},
      {"error.bad-moment", "时间写法不对：“{value}”", "this is no time: “{value}”", "应写成 2024-08-26T02:00:00+08:00", "write 2024-08-26T02:00:00+08:00"},
      {"error.usage", "命令写法不对[：{why}][“{value}”]", "the call is wrong[: {why}][ “{value}”]", "请看 huizong --help", "see huizong --help"},
      {"error.workspace-exists", "{path} 已经是工作区", "{path} is a workspace already", "请换一个文件夹", "choose another folder"},
      {"error.needs-note", "请用 --note 写明原因", "give the reason with --note", "", ""},
      {"error.internal", "程序内部错误[：{why}]", "an error in the program itself[: {why}]", "请把这条信息和相关文件交给维护人员", "report this with the file"},
  };
  return rows;
}

}  // namespace huizong
