// Labels that no schema knows: proposed where they are close to one that is missing, and never read on that.

#include "bind/drift.hpp"

#include <doctest/doctest.h>

#include "sheet_maker.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

/// The table with one label of its lower header row changed.
Bound with(const std::string& from, const std::string& to, Date day = {2026, 11, 26}) {
  SheetMaker maker;
  maker.lines({title, units, header[0], replace_all(header[1], from, to), first});
  return bind_sheet(std::move(maker), {.arrived = day});
}

std::string arg(const Bound& bound, const std::string& rule, const std::string& name) {
  for (const Finding& f : bound.returns.at(0).findings) {
    if (f.rule != rule) continue;
    for (const auto& [key, value] : f.args) {
      if (key == name) return value;
    }
  }
  return "(none)";
}

}  // namespace

TEST_CASE("labels that are close, and labels that are not") {
  struct Row {
    const char *what, *from, *to, *like;
  };
  const Row rows[] = {
      {"one character is another", "上缴税金", "上交税金", "运营情况/上缴税金"},
      {"one is missing", "当年完成投资额", "当年完成投资", "运营情况/当年完成投资额"},
      {"two changed places", "上缴税金", "上税缴金", "运营情况/上缴税金"},
      {"two more among nine", "培育高新技术企业数", "培育的高新技术企业户数", "孵化成果/培育高新技术企业数"},
      {"its unit is read with it", "上缴税金", "上交税金（万元）", "运营情况/上缴税金"},
      {"a unit of another kind", "上缴税金", "上交税金（人）", "(none)"},
      {"half of it is other", "上缴税金", "实缴税额", "(none)"},
      {"three characters: too short to tell", "建筑面积", "面积数", "(none)"},
      {"a word that makes it another figure", "上缴税金", "上年上缴税金", "(none)"},
      {"and one more", "上缴税金", "人均上缴税金", "(none)"},
      {"close to two that are there says nothing", "培育专精特新企业数", "水电费", "(none)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Bound bound = with(row.from, row.to);
    CHECK(arg(bound, "header.alias-suggested", "like") == row.like);
    CHECK(say_all(bound).find("M header.missing-column") != std::string::npos);
    CHECK(figure(bound, 0, "revenue") == "1500.5");
  }
}

TEST_CASE("a suggestion is never read, and the missing column points to it") {
  const Bound bound = with("上缴税金", "上交税金");
  CHECK(say_all(bound) == "M header.missing-column; I header.alias-suggested K4");
  CHECK(figure(bound, 0, "tax") == "absent");
  CHECK(arg(bound, "header.missing-column", "like") == "运营情况/上交税金");
  CHECK(arg(bound, "header.alias-suggested", "label") == "运营情况/上交税金");
}

TEST_CASE("where two are equally close, neither is proposed") {
  // Both labels are one character from 上缴税金.
  SheetMaker maker = SheetMaker().lines({title, units});
  maker.line(header[0] + "|上交税金").line(replace_all(header[1], "上缴税金", "上缴税款") + "|").line(first + "|45.2");
  const Bound bound = bind_sheet(std::move(maker));
  CHECK(arg(bound, "header.alias-suggested", "like") == "(none)");
}

TEST_CASE("the line for the schema, where the column stands in it") {
  struct Row {
    const char *what, *from, *to, *how, *paste;
  };
  const Row rows[] = {
      {"a column written on one line", "上缴税金", "上交税金", "word.alias-instead",
       "  - {name: tax, path: [运营情况, 上缴税金], type: number, rollup: flow, unit: 万元, constraints: {minimum: 0}, "
       "aliases: [{label: 上交税金, since: 2026-11-26}]}"},
      {"aliases on one line", "吸纳就业人员数", "吸纳就业人员", "word.alias-instead",
       "    aliases: [[基本情况, 吸纳就业人数], {label: 吸纳就业人员, since: 2026-11-26}]"},
      {"aliases a line each", "服务场次", "服务场数次", "word.alias-below", "      - {label: 服务场数次, since: 2026-11-26}"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Bound bound = with(row.from, row.to);
    CHECK(arg(bound, "header.alias-suggested", "how") == row.how);
    CHECK(arg(bound, "header.alias-suggested", "paste") == row.paste);
    CHECK(arg(bound, "header.alias-suggested", "schema") == "shanxi/base-situation.yaml");
  }
  CHECK(arg(with("上缴税金", "上交税金", {}), "header.alias-suggested", "paste").find("since") == std::string::npos);
}

TEST_CASE("what is pasted makes the label known, in every period") {
  const std::string yaml = R"(id: t
title: 表
titleWords: [表]
reporter: {levels: [county]}
primaryKey: [name]
fields:
  - {name: name, title: 名称, type: string}
  - name: tax
    path: [运营情况, 上缴税金]
    rollup: flow
    aliases: [{label: 上交税金, since: 2026-11-26}, {path: [经营情况, 上缴税金], since: 2026-11-26}, 税金]
)";
  const FormSpec form = parse_form(yaml, "shanxi/t.yaml");
  const auto& aliases = form.fields[1].aliases;
  REQUIRE(aliases.size() == 3);
  CHECK(aliases[0].path == HeaderPath{"运营情况", "上交税金"});
  CHECK(to_text(aliases[0].since) == "2026-11-26");
  CHECK(aliases[1].path == HeaderPath{"经营情况", "上缴税金"});
  CHECK(aliases[2].path == HeaderPath{"运营情况", "税金"});
  CHECK(aliases[2].since.year == 0);
  CHECK(form.fields[1].alias_place.line == 11);
  CHECK(form.fields[0].alias_place.before + "A" + form.fields[0].alias_place.after ==
        "  - {name: name, title: 名称, type: string, aliases: [A]}");
}
