// Boxes to tick, in the ways in which they are ticked.

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "bind/ticks.hpp"

using namespace huizong;

namespace {

const std::vector<std::string> yes_no{"是", "否"};
const std::vector<std::string> methods{"上门拜访", "电话询问", "网络互动", "书面征求", "其他"};

std::string say(std::string_view text, const std::vector<std::string>& options) {
  const Ticks ticks = read_ticks(text, options);
  if (ticks.kind == Ticks::Kind::none) return "none";
  return ticks.kind == Ticks::Kind::unreadable ? "unreadable" : join(ticks.chosen, "|");
}

}  // namespace

TEST_CASE("one of two boxes") {
  struct Row {
    const char* text;
    const char* said;
  };
  for (const Row& row : std::vector<Row>{
           {"□是 ☑否", "否"},
           {"☑是  □否（如出台请随文附送）", "是"},
           {"■是□否", "是"},
           {"√是 □否", "是"},
           {"√是  否", "是"},
           {"是√  否", "是"},
           {"是  √否", "否"},
           {"是□ 否☑", "否"},
           {"是（√） 否（ ）", "是"},
           {"是( ) 否(√)", "否"},
           {"（√）是 （ ）否", "是"},
           {"R是 £否", "是"},
           {"£是 R否", "否"},
           {"☒是 ☐否", "是"},
           {"√□是 □否", "是"},
           {"□√是 □否", "是"},
           {"是√ □否", "是"},
           {"是", "是"},
           {" 否 ", "否"},
           {"是× 否√", "否"},
           // blank forms
           {"□是 □否", "none"},
           {"是 否", "none"},
           {"", "none"},
           {"是（ ） 否（ ）", "none"},
           // two ticks: said, and refused by whoever asks for one
           {"☑是 ☑否", "是|否"},
           // a mark that may be of either, a lone ×, other words
           {"是√否", "unreadable"},
           {"是 √ 否", "unreadable"},
           {"□是√□否", "unreadable"},
           {"×是 □否", "unreadable"},
           {"不是", "unreadable"},
           {"是的，已出台", "unreadable"},
           {"√", "unreadable"},
           {"已出台", "unreadable"},
       }) {
    CHECK_MESSAGE(say(row.text, yes_no) == std::string(row.said), std::string(row.text));
  }
}

TEST_CASE("several boxes, and words behind one") {
  CHECK(say("☑ 上门拜访 □ 电话询问 ☑ 网络互动 □ 书面征求 □ 其他", methods) == "上门拜访|网络互动");
  CHECK(say("□上门拜访□电话询问□网络互动□书面征求☑其他：座谈会", methods) == "其他：座谈会");
  CHECK(say("上门拜访、电话询问", methods) == "上门拜访|电话询问");
  CHECK(say("其他：座谈会", methods) == "其他：座谈会");
  CHECK(say("租用☑    自有□", {"租用", "自有"}) == "租用");
  CHECK(say("☑是 （基金规模 5000万元）  □否", yes_no) == "是：基金规模 5000万元");
  // The longer of two options that begin alike.
  CHECK(say("□国有企业 ☑国有控股企业", {"国有企业", "国有控股企业"}) == "国有控股企业");
}
