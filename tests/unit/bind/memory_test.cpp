// What is remembered from file to file changes nothing of what is read.

#include <doctest/doctest.h>

#include <algorithm>
#include <boost/filesystem.hpp>

#include "bind/bind_index.hpp"
#include "bind/words.hpp"
#include "read/read.hpp"
#include "sheet_maker.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

/// All that was read, as text: whose, when, each value with its cell, and the findings.
std::string tell(const Bound& bound) {
  std::string out = say_all(bound);
  for (const BoundReturn& one : bound.returns) {
    out += "\n" + one.data.form + " " + to_text(one.data.period) + " " + one.data.region + " " + one.data.reporter;
    for (const Record& record : one.data.records) {
      out += "\n" + record.key;
      for (const Value& value : record.values) out += " " + to_a1(value.cell) + "=" + value.text + "/" + to_text(value.number);
    }
  }
  return out;
}

Binder make_binder(const Pack& pack, const std::string& file, std::shared_ptr<const BindIndex> index) {
  return Binder({catalogue(), pack, pack.province, file, std::nullopt, "", Date{}, std::move(index)});
}

std::string bind_text(const SheetMaker& maker, std::shared_ptr<const BindIndex> index) {
  const Pack& pack = *catalogue().pack("shanxi");
  Binder binder = make_binder(pack, "2024/太原市/小店区.xlsx", std::move(index));
  binder.begin_sheet(maker.sheet->head);
  for (const Grid::Row& row : maker.sheet->grid.rows()) binder.row(row.row, row.hiding, maker.sheet->grid.cells(row));
  binder.end_sheet(maker.sheet->tail);
  return tell(binder.take());
}

SheetMaker with_title() { return SheetMaker().lines({title, units}); }

/// One form in ways that hold the same words: merged otherwise, moved, numbered, with another leaf under the same group.
std::vector<SheetMaker> make_variants() {
  std::vector<SheetMaker> all;
  all.push_back(with_title().lines(header).lines({first, second}));
  all.push_back(with_title().lines(header).lines({first, second}).merge("B3", "I3").merge("J3", "L3").merge("P3", "T3"));
  all.push_back(with_title().lines(header).lines({first, second}).merge("B3", "I3").merge("J3", "K3").merge("P3", "T3"));
  all.push_back(with_title().line("").lines(header).lines({first, second}));
  all.push_back(with_title().lines(header).line("1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20|21").lines({first, second}));
  std::vector<std::string> swapped = header;
  const std::size_t staff = swapped[1].find("基地服务人员数|已入驻企业数");
  swapped[1].replace(staff, std::string("基地服务人员数|已入驻企业数").size(), "已入驻企业数|基地服务人员数");
  all.push_back(with_title().lines(swapped).lines({first, second}));
  std::vector<std::string> lacking = header;
  lacking[1] = replace_all(lacking[1], "上缴税金", "税金小计");
  all.push_back(with_title().lines(lacking).lines({first, second}));
  return all;
}

}  // namespace

TEST_CASE("memory: headers of the same words in other places are read as what they are") {
  const Pack& pack = *catalogue().pack("shanxi");
  const auto shared = make_bind_index(catalogue(), pack, pack.province, "");
  const std::vector<SheetMaker> variants = make_variants();
  for (int round = 0; round < 3; ++round) {
    for (std::size_t i = 0; i < variants.size(); ++i) {
      CAPTURE(i);
      CHECK(bind_text(variants[i], shared) == bind_text(variants[i], nullptr));
    }
  }
  CHECK(bind_text(variants[0], shared) != bind_text(variants[5], shared));
}

TEST_CASE("memory: every sample reads the same as the first file of a night and as the last") {
  for (const char* id : {"beijing", "jiangsu", "shanxi", "heilongjiang", "qinghai"}) {
    const Pack* pack = catalogue().pack(id);
    const Path root = Path(test::source_dir) / "samples" / "forms" / id;
    if (pack == nullptr || !boost::filesystem::exists(root)) continue;
    const auto shared = make_bind_index(catalogue(), *pack, pack->province, "");
    const auto read = [&](const Path& path, std::shared_ptr<const BindIndex> index) {
      Binder binder = make_binder(*pack, path.lexically_relative(root).string(), std::move(index));
      read_workbook(read_file(path), path.filename().string(), {}, binder);
      return tell(binder.take());
    };
    std::vector<Path> files;
    for (const auto& entry : boost::filesystem::recursive_directory_iterator(root)) {
      if (boost::filesystem::is_regular_file(entry.path())) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const Path& path : files) read(path, shared);
    for (const Path& path : files) {
      CAPTURE(path.string());
      CHECK(read(path, shared) == read(path, nullptr));
    }
  }
}

TEST_CASE("word book: a text comes in when it stands a second time, and a long one never") {
  const Pack& pack = *catalogue().pack("shanxi");
  const auto index = make_bind_index(catalogue(), pack, pack.province, "base-situation");
  WordBook book(index->form_index);
  CHECK(book.find("营业收入（万元）") == nullptr);
  const KnownText* known = book.find("营业收入（万元）");
  REQUIRE(known != nullptr);
  CHECK(known->words.label.text == "营业收入");
  CHECK(known->words.label.unit == "万元");
  CHECK(known->words.uses->size() == 1);
  CHECK(book.find("营业收入（万元）") == known);
  CHECK(known->tidied.empty());
  const std::string torn = " 营业收入\n（万元） ";
  book.find(torn);
  REQUIRE(book.find(torn) != nullptr);
  CHECK(book.find(torn)->tidied == "营业收入 （万元）");
  CHECK(book.find(torn)->words.label.text == "营业收入");
  for (const char* blank : {"", " ", "\n", "　"}) {
    CHECK(book.find(blank) == nullptr);
    CHECK(book.find(blank) == nullptr);
  }
  const std::string text(1000, 'x');
  CHECK(book.find(text) == nullptr);
  CHECK(book.find(text) == nullptr);
}

TEST_CASE("word book: many texts are each found as what they are") {
  const Pack& pack = *catalogue().pack("shanxi");
  const auto index = make_bind_index(catalogue(), pack, pack.province, "base-situation");
  WordBook book(index->form_index);
  const auto name = [](int i) { return "第" + std::to_string(i) + "号基地"; };
  std::size_t kept = 0;
  for (int i = 0; i < 10000; ++i) {
    book.find(name(i));
    const KnownText* known = book.find(name(i));
    if (known == nullptr) continue;  // the book is full
    ++kept;
    CHECK(known->words.title.folded == name(i));
  }
  CHECK(kept > 4000);
  CHECK(book.find(name(0))->words.title.folded == name(0));
  book.make_room();
  const std::string fresh = "大同市云冈区";
  CHECK(book.find(fresh) == nullptr);
  CHECK(book.find(fresh)->words.title.folded == fresh);
}
