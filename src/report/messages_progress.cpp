// What the program tells on standard error while it works, and at the end.

#include "report/messages_table.hpp"

namespace huizong {

std::span<const MessageRow> progress_messages() {
  static constexpr MessageRow rows[] = {
      {"progress.looked", "收件箱共 {files} 个文件", "{files} files in the inbox", "", ""},
      {"progress.read", "已读取 {files} 个文件[，用时 {seconds} 秒]", "read {files} files[ in {seconds} s]", "", ""},
      {"progress.archived", "已存档[ {returns} 份填报]", "archived[ {returns} returns]", "", ""},
      {"progress.rolled-up", "已汇总 {period} {form}", "rolled up {period} {form}", "", ""},
      {"progress.reports", "报表已写到 {folder}", "reports are in {folder}", "", ""},
      {"done.init", "已建立工作区 {path}", "made the workspace {path}", "把各市报送的文件放进 inbox 文件夹，再运行 huizong run", "put the files into inbox and run huizong run"},
      {"done.withdrawn", "已撤回 {id}，原件仍在存档中", "{id} is withdrawn; the original stays in the archive", "", ""},
      {"done.lint", "表样定义没有问题", "the schemas are sound", "", ""},
  };
  return rows;
}

}  // namespace huizong
