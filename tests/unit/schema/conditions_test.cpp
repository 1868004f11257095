// Verdict forms: what they may say, and what is refused with its place.

#include "fixture.hpp"
#include "folder.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

const std::string card =
    "id: card\ntitle: 申请表\ntitleWords: [申请]\nlayout: card\nreporter: {levels: [], entity: true}\nprimaryKey: name\n"
    "fields:\n  - {name: name, title: 名称, type: string}\n  - {name: staff, title: 人数, rollup: stock, unit: 人}\n"
    "blocks:\n  - name: years\n    title: 各年\n    fields:\n      - {name: year, title: 年份, type: string}\n";

const std::string head = "id: review\ntitle: 初审表\nlayout: conditions\nuses: {card: card, years: card/years}\nsubjects: [card]\n";

TemporaryFolder pack_with(const std::string& review) {
  TemporaryFolder folder;
  folder.put("regions/areacodes.csv", region_table);
  folder.put("p/pack.yaml", "id: p\ntitle: 包\nprovince: \"990000\"\n");
  folder.put("p/card.yaml", card);
  folder.put("p/review.yaml", review);
  return folder;
}

std::string condition(const std::string& words) { return "  - {id: a, title: 甲, " + words + "}\n"; }

std::string refused(const std::string& conditions, const std::string& top = head) {
  const TemporaryFolder folder = pack_with(top + "conditions:\n" + conditions);
  return arg(thrown([&] { load_catalogue({folder.path}, ""); }), "why");
}

}  // namespace

TEST_CASE("a verdict form is no form that anybody files") {
  const TemporaryFolder folder = pack_with(head + "conditions:\n" + condition("figure: card.staff, atLeast: 10, unit: 人") +
                                           "  - {id: b, title: 乙, judge: person}\n  - {id: c, title: 丙, of: [a, b], atLeast: 1}\n"
                                           "  - {id: d, title: 丁, indicator: true, figure: count(years)}\n");
  const Catalogue catalogue = load_catalogue({folder.path}, "");
  const Pack& pack = catalogue.packs[0];
  CHECK(pack.forms.size() == 1);
  REQUIRE(pack.verdict_forms.size() == 1);
  const VerdictForm& review = pack.verdict_forms[0];
  CHECK(review.form.pack == "p");
  REQUIRE(review.conditions.size() == 4);
  CHECK(to_sentence(review.form, review.conditions[0].readings[0].rule.check, Lang::zh) == "《申请表》的 人数 不小于 10");
  CHECK(review.conditions[2].kind == Condition::Kind::group);
  CHECK(review.conditions[2].of == std::vector<int>{0, 1});
  CHECK(review.conditions[3].kind == Condition::Kind::indicator);
  CHECK(to_sentence(review.form, *review.conditions[3].readings[0].figure, Lang::zh) == "《申请表·各年》行数");
  CHECK(lint_files({folder.path / "p/review.yaml"}).faults.empty());
}

TEST_CASE("a condition is told in one way") {
  CHECK(refused(condition("unit: 人")) == "why.condition-once");
  CHECK(refused(condition("figure: card.staff")) == "why.condition-once");
  CHECK(refused(condition("judge: person, check: card.staff > 1")) == "why.condition-once");
  CHECK(refused(condition("figure: card.staff, atLeast: 1, check: card.staff > 1")) == "why.condition-once");
  CHECK(refused(condition("atLeast: 1")) == "why.condition-once");
  CHECK(refused(condition("indicator: true, check: card.staff > 1")) == "why.condition-once");
  CHECK(refused(condition("figure: [card.staff, card.staff], check: card.staff > 1")) == "why.condition-once");
  CHECK(refused(condition("judge: nobody")) == "why.unknown-word");
}

TEST_CASE("names and types of a condition are settled on loading") {
  CHECK(refused(condition("check: card.stuff > 1")) == "why.unknown-column");
  CHECK(refused(condition("check: card.staff + 1")) == "why.rule-needs-condition");
  CHECK(refused(condition("figure: card.name, atLeast: 1")) == "why.rule-needs-number");
  CHECK(refused(condition("where: by_person, check: card.staff > 1")) == "why.unknown-column");
  CHECK(refused(condition("of: [b]") + "  - {id: b, title: 乙, judge: person}\n") == "why.unknown-condition");
  CHECK(refused(condition("judge: person") + condition("judge: none")) == "why.duplicate-field");
  CHECK(refused(condition("judge: person"), "id: review\ntitle: 表\nlayout: conditions\nuses: {card: card/months}\nsubjects: [card]\n") == "why.unknown-rows");
  CHECK(refused(condition("judge: person"), "id: review\ntitle: 表\nlayout: conditions\nuses: {card: card}\nsubjects: [other]\n") == "why.unknown-rows");
  CHECK(refused(condition("judge: person"), "id: card\ntitle: 表\nlayout: conditions\nuses: {x: card}\nsubjects: [x]\n") == "why.unknown-form");
}
