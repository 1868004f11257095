// Who filed what is a base's or a platform's own.

#include <doctest/doctest.h>

#include "bind/entity.hpp"
#include "sheet_maker.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

Bound bind_staff(const std::string& line, const std::string& file) {
  SheetMaker maker;
  maker.line("从事为中小企业服务人员情况表");
  if (!line.empty()) maker.line(line);
  maker.line("序号|姓名|职务|教育情况||专业资格/资质情况||联系电话").line("|||学历|毕业院校及专业|资格/资质名称|发证机关|");
  maker.line("1|周海涛|副总经理|硕士|北京科技大学|高级经济师|人社局|010-55550101");
  return bind_sheet(std::move(maker), {.file = file, .pack = "beijing"});
}

}  // namespace

TEST_CASE("the body that filed") {
  struct Row {
    const char *line, *file, *expected, *findings;
  };
  const Row rows[] = {
      {"", "2023/昌平区/北京首冶新元科技发展有限公司/人员.xlsx", "110114 北京首冶新元科技发展有限公司", ""},
      {"", "2023/昌平区/北京首冶新元科技发展有限公司-服务人员情况表.xlsx", "110114 北京首冶新元科技发展有限公司", ""},
      {"", "2023/昌平区/北京首冶新元科技发展有限公司服务人员情况表（终稿）.xlsx", "110114 北京首冶新元科技发展有限公司", ""},
      {"单位名称：北京景大空间科技有限公司", "2023/昌平区/x.xlsx", "110114 北京景大空间科技有限公司", ""},
      {"单位名称：北京景大空间科技有限公司；填表日期：2024年1月5日", "2023/昌平区/x.xlsx", "110114 北京景大空间科技有限公司", ""},
      {"单位名称：北京景大空间科技有限公司（盖章）", "2023/昌平区/某某基地/x.xlsx", "110114 北京景大空间科技有限公司", ""},
      {"填报单位：昌平区经济和信息化局", "2023/昌平区/景大双创基地/x.xlsx", "110114 景大双创基地", ""},
      {"", "2023/北京经济技术开发区/亦创高科（北京）科技有限公司/x.xlsx", "110000-jkq 亦创高科（北京）科技有限公司", ""},
      {"", "2023/昌平区/x.xlsx", "110114 ", "M reporter.unknown"},
      {"", "2023/北京首冶新元科技发展有限公司/x.xlsx", "110114 北京首冶新元科技发展有限公司", ""},  // the list knows where it is
      {"", "2023/北京无名科技有限公司/x.xlsx", " 北京无名科技有限公司", "M reporter.unknown"},
      {"", "2023/昌平区/海淀区/某某孵化器/x.xlsx", "", "M reporter.conflict"},
      // A copy of another's return, with the line or the name left.
      {"单位名称：北京甲和科技有限公司", "2023/昌平区/北京乙成科技有限公司/x.xlsx", "110114 北京甲和科技有限公司", "M reporter.conflict"},
      {"单位名称：甲和双创基地", "2023/昌平区/乙成双创基地-人员情况.xlsx", "110114 甲和双创基地", "M reporter.conflict"},
      {"", "2023/昌平区/北京甲和科技有限公司/北京乙成科技有限公司人员情况.xlsx", "110114 北京甲和科技有限公司", "M reporter.conflict"},
      {"单位名称：北京甲和科技有限公司", "2023/昌平区/甲和公司/x.xlsx", "110114 北京甲和科技有限公司", ""},
      {"单位名称：北京甲和科技有限公司", "2023/昌平区/乙成双创基地/甲和公司.xlsx", "110114 北京甲和科技有限公司", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CAPTURE(row.file);
    const Bound bound = bind_staff(row.line, row.file);
    const Return& data = bound.returns.at(0).data;
    CHECK(data.by_entity);
    if (*row.expected != '\0') CHECK(data.region + " " + data.reporter == row.expected);
    CHECK(say_all(bound) == row.findings);
  }
}

TEST_CASE("names of bodies, and of offices") {
  for (const char* name : {"云谷双创基地", "西宁创业服务平台", "青海大学科技园", "金陵服务中心"}) CHECK(is_entity_name(name));
  for (const char* name : {"昌平区", "2023年", "昌平区经济和信息化局", "审核通过", "基地", "工业和信息化部"}) CHECK_FALSE(is_entity_name(name));
}
