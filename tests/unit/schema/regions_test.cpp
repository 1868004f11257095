// The real table. Counts are of the administrative divisions at the end of 2024, from the yearbook.

#include "base/file.hpp"
#include "fixture.hpp"
#include "model/region.hpp"
#include "source_dir.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

const RegionTree& tree() {
  static const RegionTree built = [] {
    RegionTree t;
    add_regions(t, read_file(Path(source_dir) / "schemas/regions/areacodes.csv"));
    t.index();
    return t;
  }();
  return built;
}

int count(std::string_view province, Level level) {
  int n = 0;
  for (const Region* region : tree().below(province, 2024)) n += region->level == level;
  return n;
}

}  // namespace

TEST_CASE("cities and counties in 2024") {
  CHECK(count("140000", Level::city) == 11);
  CHECK(count("140000", Level::county) == 117);
  CHECK(count("230000", Level::city) == 13);  // 12 cities and 大兴安岭地区
  CHECK(count("230000", Level::county) == 121);
  CHECK(count("630000", Level::city) == 8);
  CHECK(count("110000", Level::city) == 0);  // a municipality has no cities
  CHECK(count("110000", Level::county) == 16);
}

TEST_CASE("a code that was abolished leads to the one that followed") {
  CHECK(tree().code_in("140402", 2024) == "140403");  // 长治市城区 to 潞州区
  CHECK(tree().code_in("140402", 2017) == "140402");
  CHECK(tree().code_in("140422", 2024) == "140406");  // 潞城县, 潞城市, 潞城区
  CHECK(tree().code_in("140202", 2024).empty());      // 大同市城区 was split
  CHECK(tree().code_in("130124", 2024) == "130111");  // 栾城: what 长安区 took in 2001 was a part
  CHECK(tree().code_in("130123", 2024) == "130123");  // 正定 gave parts away and is itself
}

TEST_CASE("names that several share, and short and former ones") {
  CHECK(tree().named("城区", "140000", 2024).size() == 2);  // 阳泉, 晋城
  REQUIRE(tree().named("海西州", "630000", 2024).size() == 1);
  CHECK(tree().named("海西州", "630000", 2024)[0]->code == "632800");
  REQUIRE(tree().named("海西蒙古族藏族哈萨克族自治州", "630000", 2024).size() == 1);
  CHECK(tree().find("632800")->since == 1981);
}

TEST_CASE("parents") {
  CHECK(tree().find("140921")->parent == "140900");
  CHECK(tree().find("140900")->parent == "140000");
  CHECK(tree().find("140000")->parent.empty());
  CHECK(tree().find("110105")->parent == "110000");
  CHECK(tree().find("419001")->parent == "410000");  // 济源市, governed by the province
  CHECK(tree().find("419001")->level == Level::county);
}

TEST_CASE("a table of another shape is refused with its line") {
  RegionTree t;
  const Message message = thrown([&] { add_regions(t, "代码,名称\n140000,山西省\n"); });
  CHECK(message.id == "error.region-table");
  CHECK(arg(message, "line") == "2");
}
