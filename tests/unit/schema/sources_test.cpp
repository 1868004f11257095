// What rules may read beside their own form: `uses`, `lists`, and code lists.

#include "fixture.hpp"
#include "folder.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

const std::string codes =
    "id: service-codes\ntitle: 分类代码表\nlayout: codes\nfields:\n"
    "  - {name: code, title: 代码}\n  - {name: label, title: 名称}\n  - {name: rank, title: 级, type: integer}\n"
    "rows:\n  - [\"10\", 信息服务, \"1\"]\n  - [\"11\", \"\", \"2\"]\n";

std::string form(const std::string& id, const std::string& more) {
  return "id: " + id + "\ntitle: \"{year}年度" + id + "表\"\ntitleWords: [表]\nreporter: {levels: [city]}\nprimaryKey: key\n"
         "fields:\n  - {name: key, title: 名称, type: string}\n  - {name: code, title: 代码, type: string}\n" + more;
}

std::string rule(const std::string& check) { return "rules:\n  - {id: r, severity: M, check: \"" + check + "\"}\n"; }

TemporaryFolder pack_with(const std::string& a, const std::string& b, const std::string& list = codes,
                          const std::string& more = "") {
  TemporaryFolder folder;
  folder.put("regions/areacodes.csv", region_table);
  folder.put("p/pack.yaml", "id: p\ntitle: 包\nprovince: \"990000\"\n" + more);
  folder.put("p/codes.yaml", list);
  folder.put("p/a.yaml", form("a", a));
  folder.put("p/b.yaml", form("b", b));
  return folder;
}

/// The reason of the first fault that the pack is refused for.
std::string refused(const std::string& a, const std::string& list = codes, const std::string& more = "") {
  const TemporaryFolder folder = pack_with(a, "", list, more);
  return arg(thrown([&] { load_catalogue({folder.path}, ""); }), "why");
}

}  // namespace

TEST_CASE("two forms may read each other, and both a code list of the pack") {
  const TemporaryFolder folder = pack_with("uses: {other: b}\n" + rule("count(other where code in codes.code) = 1"),
                                           "uses: {first: a}\nlists: {mine: service-codes}\n" +
                                               rule("lookup(code, mine.code, mine.rank) = count(first)"),
                                           codes, "lists: {codes: service-codes}\n");
  const Catalogue catalogue = load_catalogue({folder.path}, "");
  const Pack& pack = catalogue.packs[0];
  REQUIRE(pack.forms.size() == 2);  // a code list is no form: nobody files it
  REQUIRE(pack.code_lists.size() == 1);
  CHECK(pack.code_lists[0].rows->size() == 2);
  CHECK(pack.code_lists[0].rows->at(1).values[1].kind == ValueKind::missing);
  CHECK(pack.code_lists[0].rows->at(1).values[2].number == Decimal(2));
  const FormSpec& a = *pack.form("a");
  REQUIRE(a.sources.size() == 2);
  CHECK(a.sources[0].title == "b表");
  CHECK(sources_of(a.rules[0]) == std::vector<int>{1, 2});
  CHECK(a.rules[0].column == -1);
  CHECK(to_sentence(a, a.rules[0], Lang::zh) == "《b表》中“代码 见于《分类代码表》的 代码”的行数 等于 1");
  for (const char* file : {"p/a.yaml", "p/b.yaml", "p/codes.yaml", "p/pack.yaml"}) {
    CAPTURE(file);
    CHECK(lint_files({folder.path / file}).faults.empty());
  }
}

TEST_CASE("a form that takes another's columns takes its rules and what they read") {
  const TemporaryFolder folder = pack_with("uses: {other: b}\n" + rule("count(other) = 1"), "");
  folder.put("p/c.yaml", "id: c\ntitle: 汇总表\ntitleWords: [汇总表]\nreporter: {levels: [city]}\nfieldsOf: a\nuses: {more: a}\n" +
                             rule("count(more) = count(other)"));
  const Catalogue catalogue = load_catalogue({folder.path}, "");
  const FormSpec& c = *catalogue.packs[0].form("c");
  REQUIRE(c.rules.size() == 2);
  CHECK(sources_of(c.rules[0]) == std::vector<int>{1});
  CHECK(sources_of(c.rules[1]) == std::vector<int>{1, 2});
}

TEST_CASE("names that do not fit are refused") {
  CHECK(refused("uses: {other: x}\n") == "why.unknown-form");
  CHECK(refused("uses: {other: a}\n") == "why.unknown-form");  // its own records are `rows`
  CHECK(refused("uses: {key: b}\n") == "why.duplicate-rows");
  CHECK(refused("uses: {rows: b}\n") == "why.bad-field-name");
  CHECK(refused("uses: {Other: b}\n") == "why.bad-field-name");
  CHECK(refused("uses: [b]\n") == "why.not-a-map");
  CHECK(refused("uses: {other: b}\nlists: {other: service-codes}\n") == "why.duplicate-rows");
  CHECK(refused("lists: {codes: b}\n") == "why.unknown-code-list");
  CHECK(refused("", codes, "lists: {codes: nothing}\n") == "why.unknown-code-list");
  CHECK(refused(rule("count(other) = 1")) == "why.unknown-rows");
  CHECK(refused("lists: {codes: service-codes}\n" + rule("1 = 1")) == "why.rule-names-no-column");
}

TEST_CASE("a code list is whole") {
  const std::string head = "id: l\ntitle: 表\nlayout: codes\nfields:\n  - {name: code, title: 代码}\n";
  CHECK(refused("", head + "rows:\n  - [\"1\", \"2\"]\n") == "why.code-row");
  CHECK(refused("", head + "  - {name: code, title: 又}\nrows: []\n") == "why.duplicate-field");
  CHECK(refused("", head + "  - {name: rank, title: 数, type: integer}\nrows:\n  - [\"1\", \"1.5\"]\n") == "why.not-a-number");
  CHECK(refused("", head + "  - {name: rank, title: 日, type: date}\nrows:\n  - [\"1\", 某日]\n") == "why.not-a-day");
  CHECK(refused("", head + "rows:\n  - [1]\n") == "why.quote-number");
  CHECK(refused("", head) == "why.missing-key");
  CHECK(refused("", "id: b\ntitle: 表\nlayout: codes\nfields:\n  - {name: code, title: 代码}\nrows:\n  - [甲]\n") ==
        "why.duplicate-form");
}
