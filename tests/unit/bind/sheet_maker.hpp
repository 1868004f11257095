#pragma once
// Sheets for tests, written as lines of text: cells split by |, numbers as numbers, ' in front of a number that is text.

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "bind/bind.hpp"
#include "schema/load.hpp"
#include "source_dir.hpp"

namespace huizong::test {

inline const Catalogue& catalogue() {
  static const Catalogue loaded = load_catalogue({Path(test::source_dir) / "schemas"}, "");
  return loaded;
}

struct SheetMaker {
  std::shared_ptr<SourceSheet> sheet = std::make_shared<SourceSheet>();  ///< shared: makers are handed on by value
  std::uint32_t next = 0;

  explicit SheetMaker(std::string name = "Sheet1") { sheet->head.name = std::move(name); }

  /// One row; an empty line leaves a blank row.
  SheetMaker& line(const std::string& text, RowHiding hiding = RowHiding::shown) {
    const std::vector<std::string> parts = split(text, '|');
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const std::string& part = parts[i];
      if (part.empty()) continue;
      Cell cell;
      cell.column = static_cast<std::uint32_t>(i);
      cell.kind = parse_decimal(part) ? CellKind::number : part[0] == '#' ? CellKind::error : CellKind::text;
      if (part == "=") {
        cell.kind = CellKind::empty;
        cell.formula = cell.no_result = true;
      }
      cell.text = part[0] == '\'' ? std::string_view(part).substr(1) : part == "=" ? std::string_view() : std::string_view(part);
      cells.push_back(cell);
    }
    sheet->grid.add_row(next++, hiding, cells);
    return *this;
  }
  SheetMaker& lines(const std::vector<std::string>& all) {
    for (const std::string& text : all) line(text);
    return *this;
  }
  SheetMaker& merge(std::string_view first, std::string_view last) {
    sheet->tail.merges.push_back({*parse_a1(first), *parse_a1(last)});
    return *this;
  }
};

struct Look {
  std::string file = "2024/太原市/小店区.xlsx";
  std::string pack = "shanxi";
  std::optional<Period> assumed = std::nullopt;
  std::string only_form = "";
  Date arrived = {};
};

inline Bound bind_sheets(std::deque<SheetMaker> sheets, const Look& look = {}) {
  const Pack& pack = *catalogue().pack(look.pack);
  static std::map<std::string, std::shared_ptr<const BindIndex>> indexes;  // shared as a night's are; samples_test has none
  auto& index = indexes[look.pack + "/" + look.only_form];
  if (!index) index = make_bind_index(catalogue(), pack, pack.province, look.only_form);
  Binder binder({catalogue(), pack, pack.province, look.file, look.assumed, look.only_form, look.arrived, index});
  for (const SheetMaker& maker : sheets) {
    binder.begin_sheet(maker.sheet->head);
    for (const Grid::Row& row : maker.sheet->grid.rows()) binder.row(row.row, row.hiding, maker.sheet->grid.cells(row));
    binder.end_sheet(maker.sheet->tail);
  }
  return binder.take();
}

inline Bound bind_sheet(SheetMaker maker, const Look& look = {}) {
  std::deque<SheetMaker> sheets;
  sheets.push_back(std::move(maker));
  return bind_sheets(std::move(sheets), look);
}

/// `M cell.not-a-number B7`, one a finding, in order.
inline std::vector<std::string> say(const std::vector<Finding>& findings) {
  std::vector<std::string> out;
  for (const Finding& f : findings) {
    out.push_back(std::string(to_letter(f.severity)) + " " + f.rule + (f.cell ? " " + to_a1(*f.cell) : ""));
  }
  return out;
}
inline std::string say_all(const Bound& bound) {
  std::vector<std::string> out = say(bound.findings);
  for (const BoundReturn& r : bound.returns) {
    for (std::string& text : say(r.findings)) out.push_back(std::move(text));
  }
  return join(out, "; ");
}

/// The figure of a record by the field's name, in the column's unit; a word where there is none.
inline std::string figure(const Bound& bound, std::size_t record, std::string_view name, std::string_view pack = "shanxi") {
  if (bound.returns.empty() || bound.returns[0].data.records.size() <= record) return "no record";
  const Return& data = bound.returns[0].data;
  const FormSpec& form = *catalogue().pack(pack)->form(data.form);
  const Value& value = data.records[record].values[static_cast<std::size_t>(form.field(name))];
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

inline const std::string title = "2024年省级小微企业双创基地基本情况表";
inline const std::string units = "单位：万元、平方米、人、户、个、场";
inline const std::vector<std::string> header{
    "序号|基本情况||||||||运营情况|||合作服务机构情况|年服务中小企业户数|组织开展的服务活动|孵化成果|||||获得政府支持资金金额",
    "|基地名称|项目运营单位名称|注册时间|是否独立法人|基地服务人员数|已入驻企业数|吸纳就业人员数|建筑面积|营业收入|上缴税金|当年完成投资额|"
    "合作机构数量||服务场次|孵化成功企业数|参加创客大赛企业数|培育小升规企业数|培育专精特新企业数|培育高新技术企业数"};
inline const std::string first = "1|太原市小店区云谷双创基地|云谷公司|2019.7|是|10|20|200|3000|1500.5|45.2|300|6|80|12|3|2|1|1|1|25.5";
inline const std::string second = "2|太原市小店区星火双创基地|星火公司|2020/3/1|否|12|30|300|4000|2500.25|55.3|100|7|90|13|4|3|2|2|2|30";

}  // namespace huizong::test
