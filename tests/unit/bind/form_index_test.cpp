#include "bind/form_index.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "bind/bind_index.hpp"
#include "bind/form_match.hpp"
#include "sheet_maker.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

/// The forms that a sheet may be, by id, the likeliest first.
std::vector<std::string> find(SheetMaker maker, const BindIndex& index, double enough) {
  std::vector<std::string> ids;
  for (const auto& one : index.form_index.find(SheetText(*maker.sheet, 400), true, enough)) ids.push_back(one.known->form->id);
  return ids;
}

/// The labels of a form's columns, one below the other: no header, but all that a header could hold.
SheetMaker to_labels(const KnownForm& known, std::size_t every) {
  SheetMaker maker;
  for (std::size_t i = 0; i < known.labels.paths.size(); i += every) maker.line(known.labels.paths[i].path.back());
  return maker;
}

}  // namespace

TEST_CASE("form index: a form whose labels stand in the sheet is never left out") {
  for (const Pack& pack : catalogue().packs) {
    const auto index = make_bind_index(catalogue(), pack, pack.province, "");
    for (const KnownForm& known : index->forms) {
      const bool wants_any = std::any_of(known.form->fields.begin(), known.form->fields.end(), [](const Field& f) { return f.required; });
      if (known.form->layout != Layout::list || !wants_any) continue;
      CAPTURE(known.form->id);
      const auto all = find(to_labels(known, 1), *index, 1.0);
      CHECK(std::find(all.begin(), all.end(), known.form->id) != all.end());
    }
  }
}

TEST_CASE("form index: labels are found whole, with unit, and inside the cells of cards") {
  const Pack& pack = *catalogue().pack("shanxi");
  const auto index = make_bind_index(catalogue(), pack, pack.province, "");
  const auto has = [&](SheetMaker maker, const char* id, double enough) {
    const auto ids = find(std::move(maker), *index, enough);
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  CHECK_FALSE(has(SheetMaker().line("会议|签到|时间"), "base-situation", 0.1));
  CHECK(has(SheetMaker().line("基地名称|营业收入（万元）|上缴税金（万元）|已入驻企业数"), "base-situation", 0.1));
  CHECK_FALSE(has(SheetMaker().line("基地名称|营业收入（万元）"), "base-situation", 0.9));
  CHECK(has(SheetMaker().line("申请单位名称：云谷公司 所在市：太原市"), "base-cover", 0.1));
}
