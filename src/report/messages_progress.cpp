// What the program tells on standard error while it works, and at the end.

#include "report/messages_table.hpp"

namespace huizong {

std::span<const MessageRow> progress_messages() {
  static constexpr MessageRow rows[] = {
      {"progress.looked", "收件箱共 {files} 个文件", "{files} files in the inbox", "", ""},
      {"progress.settling", "等待文件写完……", "waiting for files to settle …", "", ""},
      {"progress.unchanged", "{files} 个文件没有变化", "{files} files are unchanged", "", ""},
      {"progress.reading", "正在读取 {file}", "reading {file}", "", ""},
      {"progress.read", "已读取 {files} 个文件[，用时 {seconds} 秒]", "read {files} files[ in {seconds} s]", "", ""},
      {"progress.checked", "已审核 {returns} 份填报", "checked {returns} returns", "", ""},
      {"progress.archived", "已存档[ {returns} 份填报]", "archived[ {returns} returns]", "", ""},
      {"progress.rolled-up", "已汇总 {period} {form}", "rolled up {period} {form}", "", ""},
      {"progress.reports", "报表已写到 {folder}", "reports are in {folder}", "", ""},
      {"progress.returned", "{files} 份退回件写到 {folder}", "{files} returned copies are in {folder}", "", ""},
      {"progress.nothing-to-do", "没有变化，报表不必重写", "nothing changed; the reports stand", "", ""},
      {"progress.dry-run", "试运行：没有改动存档和报表", "dry run: archive and reports are as they were", "", ""},
      {"progress.verified", "已核对 {files} 个原件、{figures} 个数，全部相符", "checked {files} originals and {figures} figures: all agree", "", ""},
      {"run.summary", "共 {files} 个文件、{returns} 份填报：已接收 {accepted}，待核实 {pending}，已退回 {returned}[，打不开或认不出 {refused}]",
       "{files} files, {returns} returns: {accepted} accepted, {pending} pending, {returned} sent back[, {refused} unreadable or unrecognised]", "", ""},
      {"run.findings", "审核问题：强制性 {m} 条，核实性 {v} 条，提示 {i} 条", "findings: {m} mandatory, {v} to verify, {i} hints", "", ""},
      {"run.bucket", "{value}：{total}", "{value}: {total}", "", ""},
      {"done.init", "已建立工作区 {path}", "made the workspace {path}", "把各市报送的文件放进 inbox 文件夹，再运行 huizong run", "put the files into inbox and run huizong run"},
      {"done.forms", "已生成 {files} 张空白表，在 {folder}", "wrote {files} blank forms to {folder}", "", ""},
      {"done.accepted", "已记录对 {id} 的说明", "the explanation of {id} is on record", "", ""},
      {"done.withdrawn", "已撤回 {id}，原件仍在存档中", "{id} is withdrawn; the original stays in the archive", "", ""},
      {"done.exported", "已导出 {figures} 个数到 {path}", "exported {figures} figures to {path}", "", ""},
      {"done.written", "已写出 {path}", "wrote {path}", "", ""},
      {"done.lint", "表样定义没有问题", "the schemas are sound", "", ""},
      {"done.check", "{files} 个文件、{returns} 份填报：强制性 {m} 条，核实性 {v} 条，提示 {i} 条",
       "{files} files, {returns} returns: {m} mandatory, {v} to verify, {i} hints", "", ""},
  };
  return rows;
}

}  // namespace huizong
