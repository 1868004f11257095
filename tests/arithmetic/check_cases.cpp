// Evaluates the rules that make_cases.py writes, and compares with what Python's decimal says.
//
//     check_cases CASES.tsv      exit status 1 where any case differs; the first ones are told

#include <fstream>
#include <iostream>
#include <map>
#include <string>

#include "base/text.hpp"
#include "schema/load.hpp"
#include "schema/unified_code.hpp"

namespace {

using namespace huizong;

constexpr std::size_t columns = 60;
constexpr int most_told = 20;

std::vector<Field> fields() {
  std::vector<Field> all(columns);
  for (std::size_t i = 0; i < columns; ++i) {
    all[i].name = "a" + std::to_string(i);
    all[i].path = {all[i].name};
    all[i].type = FieldType::number;
  }
  return all;
}

/// `a0=1.5 a1 a2=3`: a name alone is a blank.
Record to_record(const std::string& text) {
  Record record;
  record.values = Values(columns);
  for (const std::string& part : split(text, ' ')) {
    const auto equals = part.find('=');
    if (equals == std::string::npos) continue;
    Value& value = record.values[std::stoul(part.substr(1, equals - 1))];
    value.kind = ValueKind::figure;
    value.number = parse_decimal(part.substr(equals + 1)).value();
  }
  return record;
}

std::string word_of(Gap gap) {
  switch (gap) {
    case Gap::missing: return "missing";
    case Gap::zero_divisor: return "zero";
    case Gap::too_long: return "long";
    default: return "another gap";
  }
}

/// The value as a finding shows it, or why there is none.
std::string outcome(const std::string& expression, const Record& record) {
  static const std::vector<Field> all = fields();
  const RuleView view;
  Rule rule;
  rule.check = parse_expression("(" + expression + ") = 0", all);
  RuleEvaluation evaluation(rule, view);
  const RuleDecision decision = evaluation.decide(&record);
  return decision.gap != Gap::none ? word_of(decision.gap) : evaluation.show(rule.check.operands[0], &record);
}

bool is_right(const std::string& kind, const std::string& seen, const std::string& expected) {
  if (seen == expected) return true;
  if (kind != "maybe") return false;
  // A common denominator may be too long. Where a figure is blank and another divisor zero, either reason will do.
  const bool unknown = expected == "missing" || expected == "zero";
  return seen == "long" ? !unknown : unknown && (seen == "missing" || seen == "zero");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::ifstream file(argv[1]);
  std::map<std::string, int> seen_of;
  int wrong = 0;
  for (std::string line; std::getline(file, line);) {
    const std::vector<std::string> parts = split(line, '\t');
    const bool code = parts[0] == "code";
    const std::string seen = code ? (is_unified_code(parts[1]) ? "true" : "false") : outcome(parts[1], to_record(parts[2]));
    const std::string& expected = parts.back();
    const bool value = !code && seen != "missing" && seen != "zero" && seen != "long";
    ++seen_of[parts[0] + " " + (value ? "value" : seen)];
    if (is_right(parts[0], seen, expected)) continue;
    if (++wrong <= most_told) std::cout << line << "\n  but it is: " << seen << "\n";
  }
  for (const auto& [kind, count] : seen_of) std::cout << kind << ": " << count << "\n";
  const bool enough = seen_of["number value"] > 5000 && seen_of["maybe value"] > 1000 && seen_of["number long"] > 100 &&
                      seen_of["number missing"] > 100 && seen_of["number zero"] > 50 && seen_of["code true"] > 100;
  if (!enough) std::cout << "too few cases of some kind\n";
  std::cout << wrong << " wrong\n";
  return wrong == 0 && enough ? 0 : 1;
}
