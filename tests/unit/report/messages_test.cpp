// The table of messages: complete in both languages, and nothing left unfilled.

#include "report/messages.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.hpp"

using namespace huizong;

TEST_CASE("every rule of the program has words in both languages, and M and V rules say how to mend") {
  for (const ProgramRule& rule : program_rules()) {
    CAPTURE(rule.id);
    const auto& table = message_table();
    const auto row = std::ranges::find(table, rule.id, &MessageRow::id);
    REQUIRE(row != table.end());
    CHECK_FALSE(row->zh.empty());
    CHECK_FALSE(row->en.empty());
    if (rule.severity == Severity::info) continue;
    CHECK_FALSE(row->mend_zh.empty());
    CHECK_FALSE(row->mend_en.empty());
  }
}

TEST_CASE("the table is sorted, each id stands once, each row has both languages") {
  const auto& table = message_table();
  for (std::size_t i = 0; i < table.size(); ++i) {
    CAPTURE(table[i].id);
    CHECK_FALSE(table[i].zh.empty());
    CHECK_FALSE(table[i].en.empty());
    CHECK(table[i].mend_zh.empty() == table[i].mend_en.empty());
    if (i > 0) CHECK(table[i - 1].id < table[i].id);
  }
}

TEST_CASE("no placeholder and no bracket is left over when arguments are missing") {
  for (const MessageRow& row : message_table()) {
    for (Lang lang : {Lang::zh, Lang::en}) {
      const std::string text = say(row.id, {}, lang) + say_mend(row.id, {}, lang);
      CAPTURE(text);
      CHECK(text.find_first_of("{}") == std::string::npos);
      const bool has_options = contains(row.zh, "[") && contains(row.zh.substr(row.zh.find('[')), "{");
      if (has_options && !contains(text, "ratio: [")) CHECK(text.find_first_of("[]") == std::string::npos);
    }
  }
}

TEST_CASE("arguments are put in, missing ones show as …, optional parts vanish, ids inside are put into words") {
  CHECK(say("cell.error-value", {{"column", "营业收入"}, {"value", "#DIV/0!"}}, Lang::zh) == "“营业收入”的公式出错，显示 #DIV/0!");
  CHECK(say("cell.error-value", {}, Lang::zh) == "公式出错，显示 …");
  CHECK(say("file.unreadable", {{"why", "why.zip-cut-off"}}, Lang::zh) == "文件打不开：文件不完整，后半截丢失");
  CHECK(say("file.unreadable", {{"why", "why.zip-damaged"}, {"part", "xl/workbook.xml"}}, Lang::en) ==
        "the file cannot be read: its contents are damaged (xl/workbook.xml)");
  CHECK(say("file.unsupported", {{"format", "pdf"}}, Lang::zh) == "不能读取这种文件：PDF 文件");
  CHECK(say("file.unsupported", {{"format", "dbf"}}, Lang::zh) == "不能读取这种文件：dbf");
  CHECK(say("cell.not-a-number", {{"value", "{value}[x]"}}, Lang::en) == "should be a number, and is “{value}[x]”");
  CHECK_THROWS_AS(say("no.such-message", {}, Lang::zh), std::logic_error);
}

TEST_CASE("a reason inside an error is filled with the error's own arguments") {
  const Args args{{"file", "base.yaml"}, {"line", "3"}, {"column", "5"}, {"text", "unitt: 家"}, {"caret", "    ^"},
                  {"why", "why.unknown-key"}, {"what", "unitt"}, {"known", "unit, path"}};
  CHECK(say("error.schema", args, Lang::zh) == "表样定义有误：base.yaml 第 3 行第 5 列：不认识“unitt”；可用：unit, path\n  unitt: 家\n      ^");
}

namespace {

Finding not_a_number() {
  Finding finding;
  finding.rule = "cell.not-a-number";
  finding.severity = Severity::mandatory;
  finding.file = "太原市/附件11.xlsx";
  finding.sheet = "汇总表";
  finding.cell = CellRef{4, 2};
  finding.column = "运营情况/营业收入";
  finding.args = {{"value", "约100"}};
  return finding;
}

Catalogue small_catalogue() {
  FormSpec form;
  form.id = "base-situation";
  form.levels_differ = "two-levels";
  Field tax;
  tax.name = "tax";
  tax.path = {"运营情况", "上缴税金"};
  form.fields = {tax, tax};
  form.fields[1].path = {"运营情况", "营业收入"};
  Rule rule;
  rule.id = "whole";
  rule.title = {"税金是整数", "tax is whole"};
  rule.column = 0;
  Rule other = rule;
  other.title = {"收入是整数", "income is whole"};
  other.mend = {"改收入", "mend income"};
  other.column = 1;
  form.rules = {rule, other};
  Pack pack;
  pack.id = "shanxi";
  pack.forms = {form};
  Catalogue catalogue;
  catalogue.packs = {pack};
  return catalogue;
}

}  // namespace

TEST_CASE("a line says where, how grave, which rule, what, and how to mend") {
  const Catalogue catalogue;
  CHECK(to_line(not_a_number(), catalogue, Lang::zh, false) ==
        "太原市/附件11.xlsx [汇总表!C5] 强制性 cell.not-a-number：“运营情况/营业收入”应填数字，现在是“约100”\n"
        "  办法：请把该单元格改成数字（如 1234.5），不写单位和其他文字；没有数据的填“—”");
  CHECK(contains(to_line(not_a_number(), catalogue, Lang::en, true), "\x1b[31mmandatory\x1b[0m cell.not-a-number: "));
}

TEST_CASE("rules of a schema take their words from the catalogue, by the column that they mark") {
  const Catalogue catalogue = small_catalogue();
  Finding finding;
  finding.form = "base-situation";
  finding.period = "2024";
  finding.rule = "whole";
  finding.severity = Severity::mandatory;
  finding.column = "运营情况/营业收入";
  finding.args = {{"figures", "营业收入 1.5"}};
  CHECK(message_of(finding, catalogue, Lang::zh) == "应当：收入是整数；现为：营业收入 1.5");
  CHECK(mend_of(finding, catalogue, Lang::zh) == "改收入");
  finding.column = "运营情况/上缴税金";
  finding.args.clear();
  CHECK(message_of(finding, catalogue, Lang::en) == "should hold: tax is whole");
  CHECK(mend_of(finding, catalogue, Lang::en) == "check the figures, correct them and send the form again");
  finding.rule = "two-levels";
  finding.args = {{"figures", "县 1，市 2"}};
  finding.key.clear();
  CHECK(message_of(finding, catalogue, Lang::zh) == "不同层级报的数不一致：县 1，市 2");
  finding.rule = "of-nobody";
  CHECK(message_of(finding, catalogue, Lang::zh) == "应当：of-nobody；现为：县 1，市 2");
}

TEST_CASE("undecided rules are named by their titles") {
  Finding finding;
  finding.form = "base-situation";
  finding.period = "2024";
  finding.rule = "rule.undecided";
  finding.args = {{"rules", "whole、other"}};
  CHECK(message_of(finding, small_catalogue(), Lang::zh) == "有些指标没有填，以下审核无法判断：税金是整数；other");
}
