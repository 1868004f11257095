// Merged headers as the three forms print them.

#include <doctest/doctest.h>

#include <algorithm>

#include "report/canvas.hpp"

using namespace huizong;

namespace {

using Paths = std::vector<std::vector<std::string>>;

std::string shown(const Paths& paths) {
  std::vector<std::string> cells;
  for (const HeadCell& cell : to_head_cells(paths)) {
    cells.push_back(to_a1(cell.range.first) + ":" + to_a1(cell.range.last) + " " + cell.text);
  }
  std::ranges::sort(cells);
  std::string all;
  for (const std::string& cell : cells) all += cell + "\n";
  return all;
}

}  // namespace

TEST_CASE("shanxi base-summary: groups over their columns, single columns down both rows") {
  CHECK(shown({{"序号"},
               {"基本情况", "基地名称"},
               {"基本情况", "项目运营单位名称"},
               {"运营情况", "营业收入"},
               {"年服务中小企业户数"},
               {"组织开展的服务活动", "服务场次"}}) ==
        "A1:A2 序号\n"
        "B1:C1 基本情况\n"
        "B2:B2 基地名称\n"
        "C2:C2 项目运营单位名称\n"
        "D1:D1 运营情况\n"
        "D2:D2 营业收入\n"
        "E1:E2 年服务中小企业户数\n"
        "F1:F1 组织开展的服务活动\n"
        "F2:F2 服务场次\n");
}

TEST_CASE("qinghai platform-operation: equal labels under different groups are not merged") {
  CHECK(shown({{"平台名称"},
               {"营业收入", "新增金额"},
               {"营业收入", "同比增长（%）"},
               {"其中：服务收入", "新增金额"},
               {"其中：服务收入", "同比增长（%）"}}) ==
        "A1:A2 平台名称\n"
        "B1:C1 营业收入\n"
        "B2:B2 新增金额\n"
        "C2:C2 同比增长（%）\n"
        "D1:E1 其中：服务收入\n"
        "D2:D2 新增金额\n"
        "E2:E2 同比增长（%）\n");
}

TEST_CASE("heilongjiang key-services, one row a city: task over bands over labels") {
  CHECK(shown({{"地区"},
               {"创业创新服务", "技改服务", "服务次数"},
               {"创业创新服务", "技改服务", "服务企业数"},
               {"创业创新服务", "质量服务", "服务次数"},
               {"对外合作服务", "质量服务", "服务次数"}}) ==
        "A1:A3 地区\n"
        "B1:D1 创业创新服务\n"
        "B2:C2 技改服务\n"
        "B3:B3 服务次数\n"
        "C3:C3 服务企业数\n"
        "D2:D2 质量服务\n"
        "D3:D3 服务次数\n"
        "E1:E1 对外合作服务\n"
        "E2:E2 质量服务\n"
        "E3:E3 服务次数\n");
}

TEST_CASE("a group and a single column of the same name stand apart") {
  CHECK(shown({{"甲"}, {"甲", "乙"}}) == "A1:A2 甲\nB1:B1 甲\nB2:B2 乙\n");
}
