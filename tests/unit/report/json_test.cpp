// JSON to the letter, against literals written by hand from INTERFACE.

#include <doctest/doctest.h>

#include "report/reports.hpp"

using namespace huizong;

namespace {

Decimal figure(std::string_view text) { return parse_decimal(text).value(); }

Summary small_summary() {
  Summary summary;
  summary.form = "platform-operation";
  summary.period = {2024, 1, 6};
  summary.base_period = {2023, 1, 6};
  summary.columns = {{"联系人", "", ""}, {"营业收入/新增金额", "万元", "%"}, {"营业收入/同比增长（%）", "%", ""}, {"满意率", "%", "百分点"}};
  SummaryRow province;
  province.level = RowLevel::province;
  province.region = "630000";
  province.name = "青海省";
  province.cells.resize(4);
  SummaryCell& income = province.cells[1];
  income.value = figure("123.40");
  income.base = figure("100");
  income.growth = figure("23.4");
  income.growth_comparable = figure("-5");
  income.contribution = figure("23.4");
  income.notes = {{"note.missing-left-out", {{"missing", "1"}, {"total", "8"}}}, {"note.turned-loss", {}}};
  province.cells[2].value = figure("23.4");
  province.cells[3].notes = {{"note.no-base", {}}};
  province.coverage = {8, 2};
  province.returns = 2;
  province.pending = 1;
  SummaryRow record;
  record.region = "630100";
  record.name = record.key = "甲平台";
  record.cells.resize(4);
  record.cells[0].text = "张三";
  record.cells[1].value = figure("-0.50");
  record.held_out = 1;
  summary.rows = {province, record};
  return summary;
}

}  // namespace

TEST_CASE("a summary") {
  const std::string expected = R"({
 "form": "platform-operation",
 "period": "2024H1",
 "base_period": "2023H1",
 "columns": [
  {
   "path": "联系人",
   "unit": null,
   "growth_unit": null
  },
  {
   "path": "营业收入/新增金额",
   "unit": "万元",
   "growth_unit": "%"
  },
  {
   "path": "营业收入/同比增长（%）",
   "unit": "%",
   "growth_unit": null
  },
  {
   "path": "满意率",
   "unit": "%",
   "growth_unit": "百分点"
  }
 ],
 "rows": [
  {
   "level": "province",
   "region": "630000",
   "name": "青海省",
   "key": null,
   "values": {
    "联系人": null,
    "营业收入/新增金额": "123.4",
    "营业收入/同比增长（%）": "23.40",
    "满意率": null
   },
   "base": {
    "营业收入/新增金额": "100"
   },
   "growth": {
    "营业收入/新增金额": "23.40",
    "满意率": null
   },
   "growth_comparable": {
    "营业收入/新增金额": "-5.00",
    "满意率": null
   },
   "contribution": {
    "营业收入/新增金额": "23.40",
    "满意率": null
   },
   "coverage": {
    "expected": 8,
    "counted": 2
   },
   "notes": {
    "营业收入/新增金额": "1/8 项未填，未计入；由盈转亏",
    "满意率": "无基期"
   },
   "returns": 2,
   "pending": 1,
   "held_out": 0
  },
  {
   "level": "record",
   "region": "630100",
   "name": "甲平台",
   "key": "甲平台",
   "values": {
    "联系人": "张三",
    "营业收入/新增金额": "-0.5",
    "营业收入/同比增长（%）": null,
    "满意率": null
   },
   "base": {
    "营业收入/新增金额": null
   },
   "growth": {
    "营业收入/新增金额": null,
    "满意率": null
   },
   "growth_comparable": {
    "营业收入/新增金额": null,
    "满意率": null
   },
   "contribution": {
    "营业收入/新增金额": null,
    "满意率": null
   },
   "coverage": {
    "expected": 0,
    "counted": 0
   },
   "notes": {},
   "returns": 0,
   "pending": 0,
   "held_out": 1
  }
 ]
}
)";
  CHECK(to_summary_json(small_summary(), Lang::zh) == expected);
}

TEST_CASE("an empty list stays a list") {
  CHECK(to_findings_json({2024, 1, 12}, {}, {}, Lang::zh) == "{\n \"period\": \"2024\",\n \"findings\": []\n}\n");
  CHECK(to_inbox_json({}, {}, Lang::zh) == "{\n \"files\": []\n}\n");
  CHECK(to_check_json({}, {}, Lang::zh) == "{\n \"files\": []\n}\n");
  CHECK(to_diff_json({"2023", "2024", {}}) == "{\n \"a\": \"2023\",\n \"b\": \"2024\",\n \"rows\": []\n}\n");
}

TEST_CASE("a finding, with null for what it does not have") {
  Finding finding;
  finding.id = "0123456789ab";
  finding.severity = Severity::mandatory;
  finding.scope = Scope::file;
  finding.rule = "file.encrypted";
  finding.file = "a.xlsx";
  CHECK(to_findings_json({2024, 1, 12}, {finding}, {}, Lang::en) == R"({
 "period": "2024",
 "findings": [
  {
   "id": "0123456789ab",
   "severity": "M",
   "scope": "file",
   "rule": "file.encrypted",
   "form": null,
   "region": null,
   "reporter": null,
   "file": "a.xlsx",
   "sheet": null,
   "cell": null,
   "column": null,
   "key": null,
   "message": "the file is protected by a password and cannot be read",
   "mend": "open the file, remove the password to open it, save it and send it again",
   "state": "open",
   "accepted_note": null
  }
 ]
}
)");
}

TEST_CASE("a unit that has not reported, and a file of the inbox with one return") {
  Unit unit;
  unit.form = "base-situation";
  unit.region = "140100";
  unit.name = unit.reporter = "太原市";
  unit.late = true;
  CHECK(to_status_json({{2024, 1, 12}, {unit}}) == R"({
 "period": "2024",
 "units": [
  {
   "form": "base-situation",
   "region": "140100",
   "name": "太原市",
   "reporter": "太原市",
   "state": "missing",
   "late": true,
   "version": null,
   "received": null,
   "file": null,
   "records": 0,
   "findings": {
    "M": 0,
    "V": 0,
    "I": 0
   }
  }
 ]
}
)");
  InboxFile file{"a.xlsx", Bucket::passed_over, 12, "", {{"f", "2024", "140100", "太原市", "Sheet1", Bucket::duplicate, ""}}, {}};
  CHECK(to_inbox_json({file}, {}, Lang::zh) == R"({
 "files": [
  {
   "file": "a.xlsx",
   "bucket": "passed-over",
   "size": 12,
   "sha256": null,
   "returns": [
    {
     "form": "f",
     "period": "2024",
     "region": "140100",
     "reporter": "太原市",
     "sheet": "Sheet1",
     "bucket": "duplicate",
     "submission": null
    }
   ],
   "findings": []
  }
 ]
}
)");
}

TEST_CASE("a difference: figures canonical, rates with two places, text where there is no figure") {
  DiffRow row{"base-situation", "140105", "甲基地", "甲基地", "changed", {}};
  row.cells.push_back({"营业收入", figure("10"), figure("12.50"), figure("2.5"), figure("25"), figure("0.1"), "", "", "", ""});
  row.cells.push_back({"名称", {}, {}, {}, {}, {}, "甲", "", "", ""});
  CHECK(to_diff_json({"2023", "2024", {row}}) == R"({
 "a": "2023",
 "b": "2024",
 "rows": [
  {
   "form": "base-situation",
   "region": "140105",
   "key": "甲基地",
   "change": "changed",
   "columns": {
    "营业收入": {
     "a": "10",
     "b": "12.5",
     "delta": "2.5",
     "growth": "25.00",
     "contribution": "0.10"
    },
    "名称": {
     "a": "甲",
     "b": null,
     "delta": null,
     "growth": null,
     "contribution": null
    }
   }
  }
 ]
}
)");
}
