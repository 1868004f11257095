// The rule language: any text is refused at a place or becomes a rule, which is decided within its bounds and can be said.
// Input: `check`, and behind a line break maybe `where`.
#include <memory>

#include "base/utf8.hpp"
#include "harness.hpp"
#include "schema/load.hpp"
#include "schema/rule_parse.hpp"

namespace {

using namespace huizong;

Field column(const char* name, const char* label, FieldType type) {
  Field field;
  field.name = name;
  field.path = {label};
  field.type = type;
  return field;
}

Value value(ValueKind kind, const char* text) {
  Value v;
  v.kind = kind;
  v.text = text;
  if (const auto number = parse_decimal(text)) v.number = *number;
  if (kind == ValueKind::boolean) v.number = 1;
  if (const auto date = kind == ValueKind::date ? parse_date(text) : std::nullopt) v.date = *date;
  return v;
}

struct Tables {
  FormSpec form;
  std::vector<Record> records, others;
  RowSet own, other, absent{RowSet::State::form_absent, {}};

  Tables() {
    const std::vector<Field> fields = {column("a", "户数", FieldType::integer), column("b", "金额", FieldType::number),
                                       column("t", "名称", FieldType::text),    column("d", "日期", FieldType::date),
                                       column("y", "是否", FieldType::boolean), column("o", "序号", FieldType::ordinal)};
    form.fields = fields;
    form.sources = {{"list", "list", "名单", false, fields, nullptr}, {"card", "card", "卡片", true, fields, nullptr},
                    {"gone", "gone", "缺表", false, fields, nullptr},
                    {"codes", "codes", "代码", false, fields, std::make_shared<const std::vector<Record>>()}};
    records.resize(3);
    records[0].values = {value(ValueKind::figure, "3"), value(ValueKind::figure, "1.5"), value(ValueKind::text, "甲平台"),
                         value(ValueKind::date, "2021-06-15"), value(ValueKind::boolean, "是")};
    records[1].values = {value(ValueKind::missing, ""), value(ValueKind::figure, "99999999999999999999999999999999999999"),
                         value(ValueKind::text, "91330100799655058B"), value(ValueKind::date, "2021-06")};
    records[2].values = {value(ValueKind::figure, "0"), value(ValueKind::bad, "约3"), value(ValueKind::missing, "")};
    others = records;
    for (const Record& r : records) own.records.push_back(&r);
    for (const Record& r : others) other.records.push_back(&r);
  }

  RuleView view() const {
    RuleView v;
    v.period = {2024, 1, 6};
    v.sight = [this](const Record& r, When when) -> Sight {
      if (when == When::above) return {&r == records.data() ? nullptr : &records[0], false};
      return when == When::base ? Sight{&records[2], false} : Sight{nullptr, true};
    };
    v.rows = [this](int source, When when) -> const RowSet& {
      return source == 3 || when != When::now ? absent : source == 0 ? own : other;
    };
    return v;
  }
};

/// Every fault has its place in the text, and is told in words.
std::optional<Expression> parsed(std::string_view text, const FormSpec& form) {
  try {
    return parse_expression(text, RuleNames{form.fields, form.sources, 0});
  } catch (const Error& error) {
    fuzz::require(error.kind() == ErrorKind::schema && error.message().id == "error.rule", "only faults of rules escape");
    return std::nullopt;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Tables tables;
  const std::string_view text = fuzz::to_view(data, size);
  if (!is_valid_utf8(text)) return 0;  // a schema is UTF-8, or is refused before
  const std::size_t line = text.find('\n');
  const auto check = parsed(text.substr(0, line), tables.form);
  if (!check || !is_condition(*check)) return 0;
  Rule rule;
  rule.check = *check;
  if (line != std::string_view::npos) rule.where = parsed(text.substr(line + 1), tables.form);
  if (rule.where && !is_condition(*rule.where)) return 0;
  for (const Lang lang : {Lang::zh, Lang::en}) fuzz::require(is_valid_utf8(to_sentence(tables.form, rule, lang)), "a sentence is UTF-8");
  const RuleView view = tables.view();
  RuleEvaluation one(rule, view), other(rule, view);
  for (const Record& record : tables.records) {
    const RuleDecision decision = one.decide(&record);
    fuzz::require((decision.verdict == Verdict::undecided) == (decision.gap != Gap::none && decision.gap != Gap::no_period),
                  "what is undecided has a reason");
    fuzz::require(other.decide(&record).verdict == decision.verdict, "a rule is decided alike each time");
    for (const Expression* part : told_of(rule)) one.show(*part, &record);
  }
  return 0;
}
