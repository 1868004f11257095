// What a cell is worth: spellings worked out by hand, from what a careful clerk would say they mean.

#include "bind/value.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

#include "bind/column_units.hpp"
#include "sheet_maker.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

enum Kind { text, number, percent, signed_percent, otherwise, day, logical, error, stored_double };

struct Row {
  Kind kind;
  const char* seen;
  const char* expected;  ///< the value, then its findings
};

Cell make_cell(Kind kind, const char* seen) {
  Cell cell;
  cell.text = seen;
  switch (kind) {
    case text: cell.kind = CellKind::text; break;
    case number: cell.kind = CellKind::number; break;
    case otherwise: cell.kind = CellKind::number; cell.look = NumberLook::otherwise; break;
    case percent: cell.kind = CellKind::number; cell.look = NumberLook::percent; break;
    case signed_percent: cell.kind = CellKind::number; cell.look = NumberLook::signed_percent; break;
    case day: cell.kind = CellKind::date; break;
    case logical: cell.kind = CellKind::boolean; cell.number = *seen == '1'; cell.text = {}; break;
    case error: cell.kind = CellKind::error; break;
    case stored_double: cell.kind = CellKind::number; cell.number = std::strtod(seen, nullptr); cell.text = {}; break;
  }
  return cell;
}

std::string say(const Value& value) {
  switch (value.kind) {
    case ValueKind::figure: return to_text(value.number);
    case ValueKind::missing: return "missing";
    case ValueKind::nil: return "nil";
    case ValueKind::not_applicable: return "absent";
    case ValueKind::bad: return "bad";
    case ValueKind::error: return "error";
    case ValueKind::date: return to_text(value.date);
    case ValueKind::text: return value.text;
    case ValueKind::boolean: return value.number.is_zero() ? "no" : "yes";
  }
  return "?";
}

std::string find_why(const Finding& finding) {
  for (const auto& [name, value] : finding.args) {
    if (name == "why") return ":" + value.substr(value.find('.') + 1);
  }
  return {};
}

/// The value and, behind it, letter, rule and reason of each finding.
std::string read(Kind kind, const char* seen, const char* pack, const char* form, const char* field, const char* declared = nullptr) {
  Draft draft;
  draft.form = catalogue().pack(pack)->form(form);
  const int index = draft.form->field(field);
  ColumnUnit unit{draft.form->fields[static_cast<std::size_t>(index)].unit, {}};
  if (declared != nullptr) {
    unit.factor = factor_between(*find_unit(declared), *find_unit(unit.declared));
    unit.declared = declared;
  }
  const Cell cell = make_cell(kind, seen);
  std::string out = say(read_value(&cell, {0, 0}, index, unit, false, draft));
  for (const Pending& p : draft.pending) {
    out += " " + std::string(to_letter(p.finding.severity)) + " " + p.finding.rule.substr(p.finding.rule.find('.') + 1) + find_why(p.finding);
  }
  return out;
}

template <std::size_t n>
void check(const Row (&rows)[n], const char* pack, const char* form, const char* field, const char* declared = nullptr) {
  for (const Row& row : rows) {
    CAPTURE(row.kind);
    CAPTURE(row.seen);
    CHECK(read(row.kind, row.seen, pack, form, field, declared) == row.expected);
  }
}

}  // namespace

TEST_CASE("a count: spellings of a number of firms") {
  const Row rows[] = {
      {number, "12", "12"},
      {number, "0", "0"},
      {number, "1.2E1", "12"},
      {stored_double, "12", "12"},
      {text, "12", "12"},
      {text, " 12 ", "12"},
      {text, "　12　", "12"},
      {text, "\xC2\xA0" "12", "12"},
      {text, "12\n", "12"},
      {text, "１２３", "123 I normalised"},
      {text, "１2３", "123 I normalised"},
      {text, "０", "0 I normalised"},
      {text, "0", "0"},
      {text, "00", "0"},
      {text, "-0", "0"},
      {text, "012", "12"},
      {text, "+12", "12"},
      {text, "＋12", "12 I normalised"},
      {text, "-5", "-5"},
      {text, "－5", "-5 I normalised"},
      {text, "−5", "-5 I normalised"},
      {text, "- 5", "-5"},
      {text, "1,234", "1234 I normalised"},
      {text, "1，234", "1234 I normalised"},
      {text, "１，２３４", "1234 I normalised"},
      {text, "1 234", "1234 I normalised"},
      {text, "1\xC2\xA0" "234", "1234 I normalised"},
      {text, "1\xE2\x80\x89" "234", "1234 I normalised"},
      {text, "1\xE2\x80\xAF" "234", "1234 I normalised"},
      {text, "1,234,567", "1234567 I normalised"},
      {text, "'12", "12 I normalised"},
      {text, "’12", "12 I normalised"},
      {text, "12 家", "12 I normalised"},
      {text, "12家", "12 I normalised"},
      {text, "12户", "12 I normalised"},
      {text, "12（户）", "12 I normalised"},
      {text, "12 (家)", "12 I normalised"},
      {text, "１２家", "12 I normalised"},
      {text, "1,200户", "1200 I normalised"},
      {text, "3.5万", "35000 I normalised"},
      {text, "3.5万户", "35000 I normalised"},
      {text, "3.5 万 户", "35000 I normalised"},
      {text, "0.5亿", "50000000 I normalised"},
      {text, "12.0", "12"},
      {text, "1.5E+3", "1500 I normalised V digits-lost:scientific"},
      {text, "1.234E+3", "1234 I normalised"},
      {text, "无", "nil I normalised"},
      {text, " 无 ", "nil I normalised"},
      {text, "", "missing"},
      {text, "   ", "missing"},
      {text, "　", "missing"},
      {text, "/", "missing"},
      {text, "／", "missing"},
      {text, "—", "missing"},
      {text, "——", "missing"},
      {text, "-", "missing"},
      {text, "--", "missing"},
      {text, "－", "missing"},
      {text, "–", "missing"},
      {text, "暂无", "missing"},
      {text, "暂 无", "missing"},
      {text, "12元", "bad M not-a-number:wrong-unit"},
      {text, "12人", "bad M not-a-number:wrong-unit"},
      {text, "85%", "bad M not-a-number:wrong-unit"},
      {text, "约100", "bad M not-a-number:estimate"},
      {text, "100多", "bad M not-a-number:estimate"},
      {text, "100余家", "bad M not-a-number:estimate"},
      {text, "近百家", "bad M not-a-number:estimate"},
      {text, "若干", "bad M not-a-number:estimate"},
      {text, "100左右", "bad M not-a-number:estimate"},
      {text, "100以上", "bad M not-a-number:estimate"},
      {text, "100+", "bad M not-a-number:estimate"},
      {text, ">100", "bad M not-a-number:estimate"},
      {text, "一百二十", "bad M not-a-number:chinese-numerals"},
      {text, "壹万", "bad M not-a-number:chinese-numerals"},
      {text, "十二", "bad M not-a-number:chinese-numerals"},
      {text, "零", "bad M not-a-number:chinese-numerals"},
      {text, "100-200", "bad M not-a-number:two-numbers"},
      {text, "100—200", "bad M not-a-number:two-numbers"},
      {text, "100–200", "bad M not-a-number:two-numbers"},
      {text, "100～200", "bad M not-a-number:two-numbers"},
      {text, "100至200", "bad M not-a-number:two-numbers"},
      {text, "12/15", "bad M not-a-number:two-numbers"},
      {text, "12、15", "bad M not-a-number:two-numbers"},
      {text, "12\n345", "bad M not-a-number:two-numbers"},
      {text, "12\r\n345", "bad M not-a-number:two-numbers"},
      {text, "12\t345", "bad M not-a-number:two-numbers"},
      {text, "12　345", "bad M not-a-number:two-numbers"},
      {text, "12  345", "bad M not-a-number:two-numbers"},
      {text, "12 34", "bad M not-a-number"},
      {text, "12, 345", "bad M not-a-number"},
      {text, "0,500", "bad M not-a-number"},
      {text, "1,23", "bad M not-a-number"},
      {text, "1,2345", "bad M not-a-number"},
      {text, "1.234,5", "bad M not-a-number"},
      {text, "12.5.6", "bad M not-a-number"},
      {text, "12.", "bad M not-a-number"},
      {text, "12。", "bad M not-a-number"},
      {text, "(12)", "bad M not-a-number:sign-unclear"},
      {text, "（1,234）", "bad M not-a-number:sign-unclear"},
      {text, "▲5", "bad M not-a-number:sign-unclear"},
      {text, "△5", "bad M not-a-number:sign-unclear"},
      {text, "负5", "bad M not-a-number:sign-unclear"},
      {text, "–5", "bad M not-a-number"},
      {text, "=SUM(B2:B9)", "bad M not-a-number:formula-as-text"},
      {text, "12家（含分支2家）", "bad M not-a-number"},
      {text, "共12家", "bad M not-a-number"},
      {text, "3万5千", "bad M not-a-number"},
      {text, "待定", "bad M not-a-number"},
      {text, "不详", "bad M not-a-number"},
      {text, "N/A", "bad M not-a-number"},
      {text, "O", "bad M not-a-number"},
      {text, "l2", "bad M not-a-number"},
      {text, "①", "bad M not-a-number"},
      {text, "½", "bad M not-a-number"},
      {text, "TRUE", "bad M not-a-number"},
      {logical, "1", "bad M not-a-number:logical"},
      {logical, "0", "bad M not-a-number:logical"},
      {day, "45504", "bad M not-a-number:date-format"},
      {percent, "0.85", "bad M not-a-number:wrong-unit"},
      {signed_percent, "85", "bad M not-a-number:wrong-unit"},
      {otherwise, "85", "bad M not-a-number:shown-otherwise"},
      {error, "#DIV/0!", "error M error-value"},
      {text, "#DIV/0!", "error M error-value"},
      {text, "#REF!", "error M error-value"},
      {text, "#VALUE!", "error M error-value"},
      {text, "Err:502", "error M error-value"},
      {number, "1234567890123456", "1234567890123460 V digits-lost:more-than-15"},
      {stored_double, "9.11402231234568e17", "911402231234568000 V digits-lost:more-than-15"},
      {text, "9.11101E+17", "911101000000000000 I normalised V digits-lost:scientific"},
  };
  check(rows, "shanxi", "base-situation", "tenants");
}

TEST_CASE("money: spellings in a column of 万元") {
  const Row rows[] = {
      {number, "1234.5", "1234.5"},
      {number, "1234.5600000000001", "1234.56"},
      {number, "0.30000000000000004", "0.3"},
      {number, "1.5E-2", "0.015"},
      {stored_double, "0.1", "0.1"},
      {text, "1,234.50", "1234.5 I normalised"},
      {text, "1，234．50", "1234.5 I normalised"},
      {text, "１，２３４．５０", "1234.5 I normalised"},
      {text, ".5", "0.5"},
      {text, "-3.25", "-3.25"},
      {text, "¥1,234.50", "1234.5 I normalised"},
      {text, "￥1234.5", "1234.5 I normalised"},
      {text, "3.5万元", "3.5 I normalised"},
      {text, "3.5 万元", "3.5 I normalised"},
      {text, "3.5（万元）", "3.5 I normalised"},
      {text, "35000元", "3.5 V converted"},
      {text, "35,000元", "3.5 V converted"},
      {text, "35千元", "3.5 V converted"},
      {text, "1.2亿元", "12000 V converted"},
      {text, "1.2亿", "12000 V converted"},
      {text, "3.5百万元", "350 V converted"},
      {text, "0.1元", "0.00001 V converted"},
      {text, "3.5万", "bad M not-a-number:ambiguous-scale"},
      {text, "3.5千", "bad M not-a-number"},
      {text, "3.5亩", "bad M not-a-number:wrong-unit"},
      {text, "3.5万美元", "bad M not-a-number:wrong-unit"},
      {text, "12家", "bad M not-a-number:wrong-unit"},
      {text, "1亿2000万元", "bad M not-a-number"},
      {text, "(1,234.50)", "bad M not-a-number:sign-unclear"},
      {text, "约3.5万元", "bad M not-a-number:estimate"},
      {text, "叁万伍仟元整", "bad M not-a-number:chinese-numerals"},
      {text, "无", "nil I normalised"},
      {text, "12345678901234567", "12345678901234600 V digits-lost:more-than-15"},
      {text, "1.2E+3", "1200 I normalised V digits-lost:scientific"},
      {text, "1.25E-1", "0.125 I normalised"},
      {percent, "0.85", "bad M not-a-number:wrong-unit"},
  };
  check(rows, "shanxi", "base-situation", "revenue");
  const Row in_yuan[] = {
      {number, "35000", "3.5"},
      {text, "3.5万", "3.5 I normalised"},
      {text, "3.5万元", "3.5 I normalised"},
      {text, "35,000元", "3.5 I normalised"},
      {text, "0.00035亿元", "3.5 I normalised"},
  };
  check(in_yuan, "shanxi", "base-situation", "revenue", "元");
}

TEST_CASE("areas: spellings in a column of 平方米") {
  const Row rows[] = {
      {text, "2000㎡", "2000 I normalised"},
      {text, "2000m²", "2000 I normalised"},
      {text, "2000M2", "2000 I normalised"},
      {text, "2000平米", "2000 I normalised"},
      {text, "2000平方", "2000 I normalised"},
      {text, "3.5万", "35000 I normalised"},
      {text, "3亩", "2000 I converted"},
      {text, "1亩", "666.67 I converted"},
      {text, "2公顷", "20000 I converted"},
      {text, "0.35万㎡", "3500 I converted"},
      {text, "0.35万平方米", "3500 I converted"},
      {text, "0.5平方公里", "500000 I converted"},
      {text, "2000元", "bad M not-a-number:wrong-unit"},
  };
  check(rows, "shanxi", "base-situation", "area");
}

TEST_CASE("shares: spellings of a percentage") {
  const Row rows[] = {
      {number, "85", "85"},
      {percent, "0.85", "85"},
      {percent, "0.8549999999999999", "85.5"},
      {percent, "1", "100"},
      {signed_percent, "85.5", "85.5"},
      {text, "85%", "85 I normalised"},
      {text, "８５％", "85 I normalised"},
      {text, "85 %", "85 I normalised"},
      {text, "85.50%", "85.5 I normalised"},
      {text, "85", "85"},
      {text, "-12.5%", "-12.5 I normalised"},
      {text, "8.5‰", "bad M not-a-number"},
      {text, "85家", "bad M not-a-number:wrong-unit"},
      {text, "85%左右", "bad M not-a-number:estimate"},
      {text, "80%-85%", "bad M not-a-number"},
      {text, "3.5万", "bad M not-a-number:wrong-unit"},
      {text, "—", "missing"},
      {text, "无", "missing"},
  };
  check(rows, "beijing", "satisfaction-survey", "satisfaction");
}

TEST_CASE("days: spellings of a date") {
  const Row rows[] = {
      {text, "2024", "2024"},
      {number, "2024", "2024"},
      {text, "2024年", "2024"},
      {text, "2024年度", "2024"},
      {text, "二〇二四年", "2024"},
      {text, "2024.7", "2024-07"},
      {text, "2024．7", "2024-07"},
      {number, "2024.7", "2024-07"},
      {text, "2024.10", "2024-10"},
      {text, "2024.1", "2024-01"},
      {number, "2024.1", "2024 I normalised"},
      {text, "202407", "2024-07"},
      {number, "202407", "2024-07"},
      {text, "2024年7月", "2024-07"},
      {text, "2024 年 7 月", "2024-07"},
      {text, "二〇二四年七月", "2024-07"},
      {text, "20240731", "2024-07-31"},
      {number, "20240731", "2024-07-31"},
      {text, "2024/7/31", "2024-07-31"},
      {text, "2024-07-31", "2024-07-31"},
      {text, "2024－07－31", "2024-07-31"},
      {text, "2024.7.31", "2024-07-31"},
      {text, "2024. 7. 31", "2024-07-31"},
      {text, "'2024-07-31", "2024-07-31"},
      {text, "2024年7月31日", "2024-07-31"},
      {text, "2024年7月31号", "2024-07-31"},
      {text, "二〇二四年七月三十一日", "2024-07-31"},
      {text, "2024-07-31 00:00:00", "2024-07-31"},
      {text, "2024-07-31T08:30:00", "2024-07-31"},
      {day, "45504", "2024-07-31"},
      {day, "45504.75", "2024-07-31"},
      {number, "45504", "2024-07-31"},
      {text, "45504", "2024-07-31"},
      {text, "—", "missing"},
      {text, "无", "missing"},
      {day, "2024", "bad M not-a-date:year-as-day"},
      {text, "24.7.31", "bad M not-a-date"},
      {text, "24年7月", "bad M not-a-date"},
      {text, "201207", "bad M not-a-date"},
      {text, "20247", "bad M not-a-date"},
      {number, "20247", "bad M not-a-date"},
      {text, "2024 7", "bad M not-a-date"},
      {text, "2024.13.1", "bad M not-a-date"},
      {text, "2024-02-30", "bad M not-a-date"},
      {text, "7/31/2024", "bad M not-a-date"},
      {text, "2024年7月底", "bad M not-a-date"},
      {text, "2024年上半年", "bad M not-a-date"},
      {text, "2024.7.1-2024.7.3", "bad M not-a-date"},
      {text, "去年", "bad M not-a-date"},
      {logical, "1", "bad M not-a-date"},
      {error, "#N/A", "error M error-value"},
  };
  check(rows, "shanxi", "base-situation", "registered");
}

TEST_CASE("yes and no") {
  const Row rows[] = {
      {text, "是", "yes"},
      {text, " 否 ", "no"},
      {text, "有", "yes"},
      {text, "√", "yes"},
      {text, "✓", "yes"},
      {text, "×", "no"},
      {text, "Y", "yes"},
      {text, "TRUE", "yes"},
      {text, "false", "no"},
      {logical, "1", "yes"},
      {logical, "0", "no"},
      {text, "☑是 □否", "yes"},
      {text, "□是 ☑否", "no"},
      {text, "□是 □否", "missing"},
      {text, "", "missing"},
      {text, "是、否", "missing"},
      {text, "不是", "bad M not-in-list"},
      {number, "1", "bad M not-in-list"},
  };
  check(rows, "shanxi", "base-situation", "legal_person");
}

TEST_CASE("codes whose last digits are lost") {
  const Row rows[] = {
      {text, "91140105MA0K1B2C3D", "91140105MA0K1B2C3D"},
      {text, "911401051234567890", "911401051234567890"},
      {text, "911401051234560000", "911401051234560000 V digits-lost:trailing-zeros"},
      {text, "140105199001010000", "140105199001010000 V digits-lost:trailing-zeros"},
      {text, "9.11401E+17", "9.11401E+17 V digits-lost:scientific"},
      {text, "1.23E+17", "1.23E+17 V digits-lost:scientific"},
      {text, "1.4E+14", "1.4E+14 V digits-lost:scientific"},
      {number, "1.23E+17", "123000000000000000 V digits-lost:more-than-15"},
      {number, "9.11401051234567E+17", "911401051234567000 V digits-lost:more-than-15"},
      {number, "911401051234567890", "911401051234568000 V digits-lost:more-than-15"},
      {number, "1234567890123456", "1234567890123460 V digits-lost:more-than-15"},
      {stored_double, "911401051234567890", "911401051234568000 V digits-lost:more-than-15"},
      {stored_double, "12345678901234567890", "12345678901234600000 V digits-lost:more-than-15"},
      {number, "140100400000123", "140100400000123"},
      {stored_double, "140100400000123", "140100400000123"},
      {number, "13800000000", "13800000000"},
      {number, "1.38E+10", "13800000000"},
      {text, "140100400000000", "140100400000000"},
      {text, "3E+5", "3E+5"},
      {text, "无", "无"},
      {text, "/", "missing"},
  };
  check(rows, "shanxi", "tenant-list", "licence");
}
