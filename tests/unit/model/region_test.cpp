#include "model/region.hpp"

#include <doctest/doctest.h>

using namespace huizong;

namespace {

Region region(std::string code, std::string name, std::string parent, Level level, int since = 1981, int until = 0,
              std::vector<Successor> successors = {}) {
  Region result;
  result.code = std::move(code);
  result.name = std::move(name);
  result.parent = std::move(parent);
  result.level = level;
  result.since = since;
  result.until = until;
  result.successors = std::move(successors);
  return result;
}

/// A corner of Shanxi and Qinghai with their history, a municipality, and a directly governed county.
RegionTree small_tree() {
  RegionTree tree;
  tree.add(region("140000", "山西省", "", Level::province));
  tree.add(region("140200", "大同市", "140000", Level::city));
  tree.add(region("140212", "新荣区", "140200", Level::county));
  tree.add(region("140202", "城区", "140200", Level::county, 1981, 2018, {{"140213", 2018}}));
  tree.add(region("140203", "矿区", "140200", Level::county, 1981, 2018, {{"140214", 2018}}));
  tree.add(region("140211", "南郊区", "140200", Level::county, 1981, 2018, {{"140213", 2018}, {"140214", 2018}}));
  tree.add(region("140213", "平城区", "140200", Level::county, 2018));
  tree.add(region("140214", "云冈区", "140200", Level::county, 2018));
  Region zone = region("140200-kfq", "大同经济技术开发区", "140200", Level::zone);
  zone.other_names = {"大同经开区", "经开区"};
  tree.add(zone);
  tree.add(region("140300", "阳泉市", "140000", Level::city));
  tree.add(region("140302", "城区", "140300", Level::county));
  tree.add(region("140311", "郊区", "140300", Level::county));
  tree.add(region("140900", "忻州市", "140000", Level::city, 2000));
  tree.add(region("142200", "忻州地区", "140000", Level::city, 1981, 2000, {{"140900", 0}}));
  tree.add(region("142201", "忻州市", "142200", Level::county, 1983, 2000, {{"140902", 0}}));
  tree.add(region("142222", "忻县", "142200", Level::county, 1981, 1983, {{"142201", 0}}));
  tree.add(region("140902", "忻府区", "140900", Level::county, 2000));
  tree.add(region("630000", "青海省", "", Level::province));
  tree.add(region("632800", "海西蒙古族藏族自治州", "630000", Level::city));
  tree.add(region("632300", "黄南藏族自治州", "630000", Level::city));
  tree.add(region("632324", "河南蒙古族自治县", "632300", Level::county));
  tree.add(region("630200", "海东市", "630000", Level::city, 2013));
  tree.add(region("630223", "互助土族自治县", "630200", Level::county, 2013));
  tree.add(region("630222", "民和回族土族自治县", "630200", Level::county, 2013));
  tree.add(region("232700", "大兴安岭地区", "230000", Level::city));
  tree.add(region("230000", "黑龙江省", "", Level::province));
  tree.add(region("620000", "甘肃省", "", Level::province));
  tree.add(region("622926", "东乡族自治县", "620000", Level::county));
  tree.add(region("410000", "河南省", "", Level::province));
  tree.add(region("410104", "管城回族区", "410000", Level::county));
  tree.add(region("450000", "广西壮族自治区", "", Level::province));
  tree.add(region("150000", "内蒙古自治区", "", Level::province));
  tree.add(region("110000", "北京市", "", Level::province));
  tree.add(region("110101", "东城区", "110000", Level::county));
  tree.add(region("110103", "崇文区", "110000", Level::county, 1981, 2010, {{"110101", 0}}));
  tree.add(region("429004", "仙桃市", "420000", Level::county));
  tree.add(region("420000", "湖北省", "", Level::province));
  tree.add(region("120000", "天津市", "", Level::province));
  tree.add(region("120110", "东丽区", "120000", Level::county, 1992));
  tree.add(region("120110", "东郊区", "120000", Level::county, 1981, 1992, {{"120110", 0}}));
  tree.add(region("900001", "环甲县", "", Level::county, 1981, 1990, {{"900002", 0}}));
  tree.add(region("900002", "环乙县", "", Level::county, 1981, 1990, {{"900001", 0}}));
  tree.add(region("140221", "阳高县", "140200", Level::county, 1981, 2020, {{"140222", 2018}, {"140212", 2020}}));
  tree.index();
  return tree;
}

std::vector<std::string> codes(const std::vector<const Region*>& regions) {
  std::vector<std::string> result;
  for (const Region* one : regions) result.push_back(one->code);
  return result;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("region: names, full and short") {
  const RegionTree tree = small_tree();
  struct Row { const char *name, *province; int year; Codes expected; };
  const Row rows[] = {
      {"忻府区", "140000", 2024, {"140902"}},
      {"忻府", "140000", 2024, {"140902"}},
      {"忻 府 区", "140000", 2024, {"140902"}},
      {"忻州", "140000", 2024, {"140900"}},
      {"忻州市", "140000", 1995, {"142201"}},  // the full name of the county before the short one of the prefecture
      {"忻州", "140000", 1995, {"142200", "142201"}},
      {"城区", "140000", 2017, {"140202", "140302"}},
      {"城区", "140000", 2018, {"140302"}},
      {"城区", "140300", 2024, {"140302"}},
      {"城", "140000", 2024, {}},
      {"郊区", "140000", 2024, {"140311"}},
      {"南郊", "140000", 2017, {"140211"}},
      {"南郊", "140000", 2018, {}},
      {"经开区", "140000", 2024, {"140200-kfq"}},
      {"大同经济技术开发区", "140000", 2024, {"140200-kfq"}},
      {"大同", "630000", 2024, {}},
      {"山西", "140000", 2024, {"140000"}},
      {"海西", "630000", 2024, {"632800"}},
      {"海西州", "630000", 2024, {"632800"}},
      {"海西蒙古族藏族自治州", "630000", 2024, {"632800"}},
      {"海西蒙古族", "630000", 2024, {}},
      {"黄南州", "630000", 2024, {"632300"}},
      {"河南县", "630000", 2024, {"632324"}},
      {"互助县", "630000", 2024, {"630223"}},
      {"互助", "630000", 2024, {"630223"}},
      {"民和", "630000", 2024, {"630222"}},
      {"大兴安岭", "230000", 2024, {"232700"}},
      {"东乡县", "620000", 2024, {"622926"}},
      {"管城区", "410000", 2024, {"410104"}},
      {"管城", "410000", 2024, {"410104"}},
      {"河南", "410000", 2024, {"410000"}},
      {"河南", "630000", 2024, {"632324"}},
      {"广西", "450000", 2024, {"450000"}},
      {"内蒙古", "150000", 2024, {"150000"}},
      {"东郊区", "120000", 1990, {"120110"}},
      {"东郊区", "120000", 2024, {}},
      {"东丽", "120000", 2024, {"120110"}},
      {"不存在", "140000", 2024, {}},
      {"", "140000", 2024, {}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CAPTURE(row.year);
    CHECK(codes(tree.named(row.name, row.province, row.year)) == row.expected);
  }
  CHECK(tree.names().contains("大同经开区"));
}

TEST_CASE("region: what stands for a code in a year") {
  const RegionTree tree = small_tree();
  struct Row { const char* code; int year; const char* expected; };
  const Row rows[] = {
      {"140213", 2024, "140213"},
      {"140202", 2017, "140202"},
      {"140202", 2018, "140213"},
      {"140211", 2024, ""},        // split between two
      {"142222", 2024, "140902"},  // through 142201
      {"142222", 1990, "142201"},
      {"142222", 1982, "142222"},
      {"140902", 1995, ""},        // was not there yet
      {"110103", 2010, "110101"},
      {"110103", 2009, "110103"},
      {"120110", 1985, "120110"},
      {"120110", 2024, "120110"},
      {"140221", 2024, "140212"},  // 140222 only took a part, two years before
      {"900001", 2000, ""},        // a circle
      {"999999", 2024, ""},
      {"", 2024, ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.code);
    CAPTURE(row.year);
    CHECK(tree.code_in(row.code, row.year) == row.expected);
  }
}

TEST_CASE("region: the tree") {
  const RegionTree tree = small_tree();
  CHECK(codes(tree.children("140200", 2024)) == Codes{"140212", "140213", "140214", "140200-kfq"});
  CHECK(codes(tree.children("140200", 2017)) == Codes{"140202", "140203", "140211", "140212", "140221", "140200-kfq"});
  CHECK(tree.children("140212", 2024).empty());
  CHECK(codes(tree.below("140000", 2024)) == Codes{"140000", "140200", "140212", "140213", "140214", "140200-kfq", "140300",
                                                   "140302", "140311", "140900", "140902"});
  CHECK(codes(tree.below("142200", 1982)) == Codes{"142200", "142222"});
  CHECK(tree.below("999999", 2024).empty());
  CHECK(tree.is_within("140213", "140000"));
  CHECK(tree.is_within("140200-kfq", "140200"));
  CHECK(tree.is_within("140000", "140000"));
  CHECK_FALSE(tree.is_within("140000", "140200"));
  CHECK_FALSE(tree.is_within("140213", "140300"));
  CHECK_FALSE(tree.is_within("999999", "140000"));
}

TEST_CASE("region: the city above") {
  const RegionTree tree = small_tree();
  CHECK(tree.city_of("140213") == "140200");
  CHECK(tree.city_of("140200-kfq") == "140200");
  CHECK(tree.city_of("140200") == "140200");
  CHECK(tree.city_of("429004") == "429004");
  CHECK(tree.city_of("110101") == "110101");
  CHECK(tree.city_of("140000") == "");
  CHECK(tree.city_of("999999") == "");
  REQUIRE(tree.find("120110") != nullptr);
  CHECK(tree.find("120110")->name == "东丽区");
  CHECK(tree.find("999999") == nullptr);
}
