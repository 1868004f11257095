// What is passed over without a second look could not have been a label, a unit or a line's name.

#include "bind/label_fronts.hpp"

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "bind/bind_index.hpp"
#include "bind/chars.hpp"
#include "bind/lines.hpp"
#include "sheet_maker.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

std::string with_spaces(const std::string& label) {
  std::string out;
  for (std::size_t at = 0; at < label.size(); at += character_size(std::string_view(label).substr(at))) {
    out += label.substr(at, character_size(std::string_view(label).substr(at))) + "　";
  }
  return out;
}

/// A label as offices print it.
std::vector<std::string> print(const std::string& label) {
  return {label, "一、" + label, "（三）" + label, "1." + label, "其中：" + label, "其中，" + label, "*" + label, "①" + label, "“" + label + "”",
          label + "（万元）", label + "/万元", label + "：", label + "：12", label + "※", " " + label, with_spaces(label)};
}

/// Is a text, whole, a label of some form of the pack?
bool is_label(const std::string& text, const BindIndex& index) {
  const std::string label = to_label(text).text;
  return std::any_of(index.forms.begin(), index.forms.end(), [&](const KnownForm& known) {
    const bool in_block = std::any_of(known.blocks.begin(), known.blocks.end(), [&](const KnownBlock& block) { return block.labels.segments.count(label) != 0; });
    return in_block || known.labels.segments.count(label) != 0 || known.card.segments.count(label) != 0;
  });
}

}  // namespace

TEST_CASE("label fronts: no label of any pack is passed over, however it is printed") {
  for (const Pack& pack : catalogue().packs) {
    const auto index = make_bind_index(catalogue(), pack, pack.province, "");
    const LabelFronts& fronts = index->form_index.fronts();
    std::size_t labels = 0;
    for (const FormSpec& form : pack.forms) {
      for (const Field& field : form.fields) {
        for (const std::string& segment : field.path) {
          const std::string label = replace_all(replace_all(segment, "{year-1}", "2023"), "{year}", "2024");
          if (!is_label(segment, *index) && label == segment) continue;  // of a column that is nowhere printed
          ++labels;
          for (const std::string& text : print(label)) {
            CAPTURE(text);
            CHECK(fronts.may_be_label(text));
          }
        }
      }
    }
    CHECK(labels > 30);
    CHECK_FALSE(fronts.may_be_label("琮鸾市郗泗峦县聚力双创园"));
    CHECK(fronts.may_be_label("2024"));
    for (const std::string& text : std::vector<std::string>{"2014/12/8", "1,234.5", "-"}) {
      CAPTURE(text);
      if (!fronts.may_be_label(text)) CHECK_FALSE(is_label(text, *index));
    }
  }
}

TEST_CASE("characters: whatever folds to a colon is seen as one") {
  for (char32_t c = 1; c < 0x10000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    const std::string text = to_utf8({&c, 1});
    if (!contains(fold_label(text), ":") || has_colon(text)) continue;
    CAPTURE(text);
    CHECK(has_colon(text));
  }
  CHECK(has_colon("填报人：李强"));
  CHECK_FALSE(has_colon("（填报人）李强"));
}

TEST_CASE("characters: folding leaves a Chinese character where it is") {
  for (char32_t c = 0x5000; c < 0xA000; ++c) {
    const std::string text = to_utf8({&c, 1});
    if (fold_label(text) == text) continue;
    CAPTURE(text);
    CHECK(fold_label(text) == text);
  }
  CHECK(has_han_but("□是 □否", "年月日"));
  CHECK_FALSE(has_han_but("    年  月  日", "年月日"));
  CHECK_FALSE(has_han_but("—/-", "年月日"));
}

TEST_CASE("lines: a cell that names a unit is not passed over") {
  const auto names = [](const std::string& text) {
    Lines lines;
    lines.add(std::vector{TextCell{{{0, 0}, {0, 0}}, text, CellKind::text}, TextCell{{{0, 1}, {0, 1}}, "万元", CellKind::text}}, {});
    return find_unit_line(lines, BareUnits::are_cells).has_value();
  };
  for (const std::string& text : std::vector<std::string>{"单位", "单位：万元", "金额单位：元", "（单位：万元）", "单位（万元）", "以万元为单位", "金额：元", "金额单位均为万元",
                           "计量单位 ：万元、人", "本表单位统一为万元", "填表人：李强 单位：元"}) {
    CAPTURE(text);
    CHECK(names(text));
    CHECK(may_name_unit(fold_label(text)));
  }
  for (const std::string& text : std::vector<std::string>{"单位名称", "单位性质", "经营单位名称：云谷公司", "金额大写"}) {
    CAPTURE(text);
    CHECK_FALSE(names(text));
    CHECK_FALSE(may_name_unit(fold_label(text)));
  }
}
