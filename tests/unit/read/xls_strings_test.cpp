#include "read/xls_builder.hpp"

using namespace huizong;
using namespace huizong::test;
using namespace std::string_literals;

namespace {

/// Bytes of a shared string table with what each of them is: only between two characters does a continuation repeat
/// the option byte.
struct Table {
  std::string bytes;
  std::vector<int>
      kinds;  ///< by byte: 0 anything; 1 first byte of a character, narrow; 2 of a wide one; 3 its second byte

  void add(const std::string& more, int kind) {
    for (std::size_t i = 0; i < more.size(); ++i) kinds.push_back(kind == 2 && i % 2 == 1 ? 3 : kind);
    bytes += more;
  }
  void add_narrow(const std::string& latin1) {
    add(le(latin1.size(), 2) + '\0', 0);
    add(latin1, 1);
  }
  void add_wide(std::u16string_view text) {
    add(le(text.size(), 2) + '\x01', 0);
    add(utf16(text), 2);
  }
};

std::string table_head(unsigned count) { return le(count, 4) + le(count, 4); }

/// The table in two records, or in pieces of `every` bytes.
std::string split_table(const Table& table, std::size_t first, std::size_t every, unsigned count) {
  std::string records, piece = table_head(count);
  std::size_t size = 0;
  std::uint16_t id = 0x00FC;
  for (std::size_t i = 0; i < table.bytes.size(); ++i) {
    const bool full = records.empty() ? size == first : size == every;
    if (full && table.kinds[i] != 3) {
      records += record(id, piece);
      id = 0x003C;
      piece.clear();
      size = 0;
      if (table.kinds[i] != 0) piece += table.kinds[i] == 2 ? '\x01' : '\0';
    }
    if (!(full && table.kinds[i] == 3)) ++size;
    piece += table.bytes[i];
  }
  return records + record(id, piece);
}

Table sample() {
  Table table;
  table.add_narrow("plain");
  table.add_wide(u"单位名称\U0001F600");
  table.add(le(3, 2) + '\x08' + le(2, 2), 0);  // two runs
  table.add("abc", 1);
  table.add(le(0, 4) + le(0x00010002, 4), 0);
  table.add(le(2, 2) + '\x05' + le(5, 4), 0);  // five bytes of phonetic text
  table.add(utf16(u"読み"), 2);
  table.add("?????", 0);
  table.add(le(2, 2) + '\x0D' + le(1, 2) + le(3, 4), 0);  // both
  table.add(utf16(u"产值"), 2);
  table.add("rrrrppp", 0);
  table.add_narrow("");
  table.add_narrow("caf\xE9");
  return table;
}

constexpr unsigned sample_count = 7;
const char* const sample_cells =
    "A1 s \"plain\"; B1 s \"单位名称😀\"; C1 s \"abc\"; D1 s \"読み\"; E1 s \"产值\"; G1 s \"café\"";

std::string sample_sheet() {
  std::string cells;
  for (unsigned i = 0; i < sample_count; ++i) cells += shared(0, i, i);
  return cells;
}

}  // namespace

TEST_CASE("shared strings, split at every place") {
  const Table table = sample();
  for (std::size_t at = 0; at <= table.bytes.size(); ++at) {
    CAPTURE(at);
    CHECK(cells_in_sheet(sample_sheet(), "", split_table(table, at, 10'000, sample_count)) == sample_cells);
  }
}

TEST_CASE("shared strings in pieces of a few bytes") {
  const Table table = sample();
  for (std::size_t every = 2; every < 12; ++every) {
    CAPTURE(every);
    CHECK(cells_in_sheet(sample_sheet(), "", split_table(table, every, every, sample_count)) == sample_cells);
  }
}

TEST_CASE("a string that is narrow in one record and wide in the next") {
  const std::string strings = record(0x00FC, table_head(1) + le(5, 2) + '\0' + "ab") +
                              record(0x003C, '\x01' + utf16(u"单")) + record(0x003C, "\0cd"s);
  CHECK(cells_in_sheet(shared(0, 0, 0), "", strings) == "A1 s \"ab单cd\"");
}

TEST_CASE("a split inside a character is nothing that any program writes") {
  const std::string strings =
      record(0x00FC, table_head(1) + le(2, 2) + '\x01' + utf16(u"单") + "\x4D") + record(0x003C, "\x01\x4F"s);
  CHECK(refused(build_xls({"", {{shared(0, 0, 0)}}, 8, strings}), "a.xls") == "file.unreadable why.string-index");
}

TEST_CASE("surrogates") {
  const auto text_of = [](const std::u16string& text) {
    return cells_in_sheet(shared(0, 0, 0), "", record(0x00FC, table_head(1) + wide(text)));
  };
  CHECK(text_of(u"\U00020000") == "A1 s \"𠀀\"");
  CHECK(text_of(u"a\xD800"
                u"b") == "A1 s \"a\uFFFDb\"");
  CHECK(text_of(u"\xDC00") == "A1 s \"\uFFFD\"");
  CHECK(text_of(u"\xD800\xD800") == "A1 s \"\uFFFD\uFFFD\"");
  CHECK(text_of(u"\xD800\xD840\xDC00") == "A1 s \"\uFFFD𠀀\"");
  CHECK(text_of(u"单\xD840") == "A1 s \"单\uFFFD\"");
}

TEST_CASE("counts that are wrong") {
  const std::string two = narrow("one") + narrow("two");
  struct Row {
    const char* what;
    std::string strings;
    unsigned index;
    const char* result;
  };
  const Row rows[] = {
      {"more strings than there are", le(9, 4) + le(0xFFFFFFFF, 4) + two, 1, "A1 s \"two\""},
      {"a string that is not there", le(2, 4) + le(0xFFFFFFFF, 4) + two, 2, "file.unreadable why.string-index"},
      {"an index far out", le(2, 4) + le(2, 4) + two, 0xFFFFFFFF, "file.unreadable why.string-index"},
      {"a string longer than the table", le(2, 4) + le(3, 4) + two + le(0xFFFF, 2) + '\0' + "x", 1, "A1 s \"two\""},
      {"that string itself", le(2, 4) + le(3, 4) + two + le(0xFFFF, 2) + '\0' + "x", 2,
       "file.unreadable why.string-index"},
      {"runs without end", le(1, 4) + le(1, 4) + le(1, 2) + '\x08' + le(0xFFFF, 2) + "a", 0,
       "file.unreadable why.string-index"},
      {"phonetic text without end", le(1, 4) + le(1, 4) + le(1, 2) + '\x04' + le(0xFFFFFFFF, 4) + "a", 0,
       "file.unreadable why.string-index"},
      {"no table", "", 0, "file.unreadable why.xls-damaged"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const std::string bytes = build_xls({"", {{shared(0, 0, row.index)}}, 8, record(0x00FC, row.strings)});
    const std::string why = refused(bytes, "a.xls");
    CHECK((why.empty() ? cells_of(bytes, "a.xls") : why) == row.result);
  }
  CHECK(refused(build_xls({"", {{shared(0, 0, 0)}}}), "a.xls") == "file.unreadable why.string-index");
}
