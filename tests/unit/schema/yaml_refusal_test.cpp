// Every refusal with its exact place; lines and columns are counted by hand.

#include "fixture.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

/// A form that loads; each case changes one line of it.
const std::string head =
    "id: f\n"                                        // 1
    "title: 表\n"                                    // 2
    "titleWords: [表]\n"                             // 3
    "reporter: {levels: [city]}\n"                   // 4
    "primaryKey: key\n"                              // 5
    "fields:\n"                                      // 6
    "  - {name: key, title: 名称, type: string}\n";  // 7

struct Case {
  std::string about;
  std::string tail;  ///< from line 8
  const char *why, *line, *column, *what;
};

const Case cases[] = {
    {"unknown key", "unitline: 元\n", "why.unknown-key", "8", "1", "unitline"},
    {"unknown key of a field", "  - {name: a, title: 数, rollup: flow, untit: 人}\n", "why.unknown-key", "8", "39",
     "untit"},
    {"duplicate key", "id: g\n", "why.duplicate-key", "8", "1", "id"},
    {"duplicate key in flow", "  - {name: a, title: 数, name: b}\n", "why.duplicate-key", "8", "25", "name"},
    {"duplicate field", "  - {name: key, title: 数, type: string}\n", "why.duplicate-field", "8", "12", "key"},
    {"duplicate path", "  - {name: a, title: 名称, type: string}\n", "why.duplicate-path", "8", "5", "key"},
    {"field name", "  - {name: 数, title: 数, rollup: flow}\n", "why.bad-field-name", "8", "12", "数"},
    {"reserved word", "  - {name: base, title: 数, rollup: flow}\n", "why.bad-field-name", "8", "12", "base"},
    {"leading zeros", "document: 007\n", "why.quote-number", "8", "11", "007"},
    {"all digits", "document: 140000\n", "why.quote-number", "8", "11", "140000"},
    {"date", "document: 2024-08-25\n", "why.quote-number", "8", "11", "2024-08-25"},
    {"yes", "halfYearly: yes\n", "why.not-a-flag", "8", "13", "yes"},
    {"on as text", "document: on\n", "why.ambiguous-word", "8", "11", "on"},
    {"no as text", "document: No\n", "why.ambiguous-word", "8", "11", "No"},
    {"quoted flag", "halfYearly: \"true\"\n", "why.not-a-flag", "8", "13", "true"},
    {"nothing", "document:\n", "why.empty-value", "9", "1", "(none)"},
    {"number", "magnitude: 1e\n", "why.not-a-number", "8", "12", "1e"},
    {"number with zeros", "magnitude: 010\n", "why.not-a-number", "8", "12", "010"},
    {"layout", "layout: cards\n", "why.unknown-word", "8", "9", "cards"},
    {"rollup missing", "  - {name: a, title: 数}\n", "why.missing-key", "8", "5", "rollup"},
    {"rollup of text", "  - {name: a, title: 数, type: string, rollup: flow}\n", "why.rollup-of-text", "8", "47", "a"},
    {"ratio without parts", "  - {name: a, title: 数, rollup: ratio}\n", "why.ratio-parts", "8", "33", "a"},
    {"growth of nothing", "  - {name: a, title: 率, rollup: ratio, growthOf: x}\n", "why.unknown-column", "8", "50",
     "x"},
    {"range", "  - {name: a, title: 数, rollup: flow, constraints: {minimum: 2, maximum: 1}}\n", "why.empty-range", "8",
     "65", "(none)"},
    {"day", "deadlines: [{date: \"02-30\"}]\n", "why.not-a-day", "8", "20", "02-30"},
    {"month", "deadlines: [{date: 13-01}]\n", "why.not-a-day", "8", "20", "13-01"},
    {"anchor", "document: &x 附件\n", "why.anchor", "8", "11", "(none)"},
    {"tag", "document: !!str 附件\n", "why.tag", "8", "11", "tag:yaml.org,2002:str"},
    {"tab", "document:\t[\n", "why.yaml", "9", "1", "(none)"},
    {"two documents", "---\nid: x\n", "why.second-document", "9", "1", "(none)"},
    {"rule without column", "rules:\n  - {id: r, severity: V, check: 1 < 2}\n", "why.rule-names-no-column", "9", "33",
     "r"},
    {"rule of a number", "  - {name: a, title: 数, rollup: flow}\nrules:\n  - {id: r, severity: V, check: a + 1}\n",
     "why.rule-needs-condition", "10", "33", "(none)"},
    {"unknown column in a rule", "rules:\n  - {id: r, severity: V, check: 1 < nowhere}\n", "why.unknown-column", "9",
     "37", "nowhere"},
    {"in a quoted rule", "rules:\n  - {id: r, severity: V, check: \"1 < [没有]\"}\n", "why.unknown-column", "9", "38",
     "没有"},
    {"severity", "rules:\n  - {id: r, severity: X, check: 1 < 2}\n", "why.unknown-word", "9", "23", "X"},
    {"rule id", "rules:\n  - {id: 规则, severity: V, check: 1 < 2}\n", "why.bad-rule-id", "9", "10", "规则"},
};

}  // namespace

TEST_CASE("the form that the cases change loads") {
  const FormSpec form = parse_form(head, "f.yaml");
  CHECK(form.fields.size() == 1);
  CHECK(form.key == std::vector<int>{0});
}

TEST_CASE("each fault is refused at its place") {
  for (const Case& c : cases) {
    CAPTURE(c.about);
    const std::string yaml = head + c.tail;
    const Message message = thrown([&] { parse_form(yaml, "f.yaml"); });
    CHECK(message.id == "error.schema");
    CHECK(arg(message, "file") == "f.yaml");
    CHECK(arg(message, "why") == c.why);
    CHECK(arg(message, "line") == c.line);
    CHECK(arg(message, "column") == c.column);
    if (std::string(c.what) != "(none)") CHECK(arg(message, "what") == c.what);
  }
}

TEST_CASE("the caret stands under the fault, Chinese characters being two wide") {
  const Message message = thrown([] { parse_form(head + "  - {name: a, title: 入驻企业, rollup: flo}\n", "f.yaml"); });
  CHECK(arg(message, "text") == "  - {name: a, title: 入驻企业, rollup: flo}");
  // "  - {name: a, title: " is 21 wide, the label 8, ", rollup: " 10.
  CHECK(arg(message, "caret") == std::string(39, ' ') + "^");
  CHECK(arg(message, "column") == "36");
}

TEST_CASE("windows line ends and a byte-order mark are no fault") {
  std::string yaml = "\xEF\xBB\xBF";
  for (char c : head) yaml += c == '\n' ? std::string("\r\n") : std::string(1, c);
  CHECK(parse_form(yaml, "f.yaml").title == "表");
}

TEST_CASE("missing keys, empty files and broken text") {
  CHECK(arg(thrown([] { parse_form("", "f.yaml"); }), "why") == "why.empty-file");
  CHECK(arg(thrown([] { parse_form("- a\n", "f.yaml"); }), "why") == "why.not-a-map");
  CHECK(arg(thrown([] { parse_form("id: \xFF\n", "f.yaml"); }), "why") == "why.not-utf8");
  CHECK(arg(thrown([] { parse_form(std::string(5000, '['), "f.yaml"); }), "why") == "why.yaml");
  const Message message = thrown([] { parse_form("id: f\n", "f.yaml"); });
  CHECK(arg(message, "why") == "why.missing-key");
  CHECK(arg(message, "what") == "title");
}

TEST_CASE("a pack's codes must be quoted codes") {
  const std::string start = "id: p\ntitle: 包\n";
  CHECK(arg(thrown([&] { parse_pack(start + "province: 140000\n", "pack.yaml"); }), "why") == "why.quote-number");
  CHECK(arg(thrown([&] { parse_pack(start + "province: \"14\"\n", "pack.yaml"); }), "why") == "why.not-a-code");
  CHECK(parse_pack(start + "province: \"140000\"\n", "pack.yaml").province == "140000");
}
