#include "read/xls_builder.hpp"

using namespace huizong;
using namespace huizong::test;
using namespace std::string_literals;

namespace {

std::string refused_sheet(const std::string& records) { return refused(build_xls({"", {{records}}}), "a.xls"); }

/// Counts what reaches the sink.
class CountingSink : public CellSink {
 public:
  bool begin_sheet(const SheetHead&) override { return true; }
  void row(std::uint32_t, RowHiding, std::span<const Cell> row_cells) override { cells += row_cells.size(); }
  void end_sheet(const SheetTail&) override {}
  std::size_t cells = 0;
};

}  // namespace

TEST_CASE("encrypted workbooks are refused before any cell is sent") {
  const std::string filepass = record(0x002F, le(0, 2) + le(0, 4));
  CHECK(refused(build_xls({filepass, {{number(0, 0, 1)}}}), "a.xls") == "file.encrypted");
  CHECK(refused(build_xls({filepass, {{number(0, 0, 1)}}, 5}), "a.xls") == "file.encrypted");
  for (const int version : {2, 3, 4}) {
    CAPTURE(version);
    const std::string bytes = bare_sheet(version, filepass + number(0, 0, 1));
    CountingSink sink;
    CHECK(refusal([&] { read_workbook(bytes, "a.xls", {}, sink); }) == "file.encrypted");
    CHECK(sink.cells == 0);
  }
  CHECK(refused(build_compound({{"EncryptedPackage", "x"}, {"EncryptionInfo", "y"}}).bytes, "a.xlsx") ==
        "file.encrypted");
}

TEST_CASE("compound files without a workbook") {
  CHECK(refused(build_compound({{"WordDocument", "x"}}).bytes, "a.xls") == "file.unreadable why.no-workbook");
  CHECK(refused(build_compound({{"Workbook", "inside an object", true}}).bytes, "a.xls") ==
        "file.unreadable why.no-workbook");
  CHECK(refused(build_compound({{"Workbook", ""}}).bytes, "a.xls") == "file.unreadable why.xls-damaged");
}

TEST_CASE("damaged records") {
  struct Row {
    const char* what;
    std::string records;
    const char* refused;
  };
  const Row rows[] = {
      {"NUMBER of 8 bytes", record(0x0203, std::string(8, '\0')), "file.unreadable why.xls-damaged"},
      {"a cell of 2 bytes", record(0x0203, "\0\0"s), "file.unreadable why.xls-damaged"},
      {"RK of 9 bytes", record(0x027E, std::string(9, '\0')), "file.unreadable why.xls-damaged"},
      {"BOOLERR of 7 bytes", record(0x0205, std::string(7, '\0')), "file.unreadable why.xls-damaged"},
      {"FORMULA of 13 bytes", record(0x0006, std::string(13, '\0')), "file.unreadable why.xls-damaged"},
      {"MULRK with fewer columns than it has", record(0x00BD, le(0, 4) + std::string(12, '\0') + le(9, 2)),
       "file.unreadable why.xls-damaged"},
      {"MULRK that ends before it begins", record(0x00BD, le(0, 2) + le(5, 2) + std::string(6, '\0') + le(0, 2)),
       "file.unreadable why.xls-damaged"},
      {"a column that no program has", number(0, 16384, 1), "file.unreadable why.bad-reference"},
      {"LABEL longer than its record", record(0x0204, at(0, 0) + le(9, 2) + '\0' + "abc"),
       "file.unreadable why.xls-damaged"},
      {"a result longer than its record",
       record(0x0006, at(0, 0) + le(0, 6) + le(0xFFFF, 2)) + record(0x0207, le(9, 2) + '\0' + "abc"),
       "file.unreadable why.xls-damaged"},
      {"a result of a kind that is not known", record(0x0006, at(0, 0) + le(9, 6) + le(0xFFFF, 2)),
       "file.unreadable why.xls-damaged"},
      {"merges by the thousand, of which none is there", record(0x00E5, le(0xFFFF, 2)), ""},
      {"a row without its fields", record(0x0208, "\0"s), ""},
      {"columns without their fields", record(0x007D, "\0"s), ""},
      {"a chart without an end", bof_record(8, 0x0020), "file.unreadable why.xls-cut-off"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(refused_sheet(row.records) == row.refused);
  }
}

TEST_CASE("damaged globals") {
  CHECK(refused(build_xls({"", {}}), "a.xls") == "file.unreadable why.no-sheet");
  CHECK(refused(build_xls({record(0x0085, "\0\0"s), {{}}}), "a.xls") == "file.unreadable why.xls-damaged");
  CHECK(refused(in_compound(record(0x0809, le(0x0900, 2) + le(5, 2) + le(0, 4)) + eof_record), "a.xls") ==
        "file.unreadable why.xls-version");
  for (const std::uint16_t id : {0x0018, 0x0022, 0x0031, 0x0042, 0x00E0}) {
    CAPTURE(id);
    for (std::size_t size = 0; size < 20; ++size)
      CHECK(refused(build_xls({record(id, std::string(size, '\xFF'))}), "a.xls") == "");
  }
}

TEST_CASE("a number format that is cut off counts as far as it goes; one that is not there is refused") {
  const std::string xf = record(0x00E0, le(0, 2) + le(164, 2) + std::string(16, '\0'));
  CHECK(cells_in_sheet(number(0, 0, 1), record(0x041E, le(164, 2) + le(5, 2) + '\0' + "yyyy") + xf) == "A1 d 1");
  CHECK(cells_in(Xls{record(0x041E, le(164, 2) + le(5, 1) + "yyyy") + xf, {{number(0, 0, 1)}}, 5}) == "A1 d 1");
  CHECK(refused(build_xls({record(0x041E, le(164, 2)), {{}}}), "a.xls") == "file.unreadable why.xls-damaged");
  CHECK(refused(build_xls({record(0x041E, le(164, 2)), {{}}, 5}), "a.xls") == "file.unreadable why.xls-damaged");
}

TEST_CASE("a workbook cut off anywhere is refused, with or without a compound file") {
  const std::string strings = record(0x00FC, le(1, 4) + le(1, 4) + wide(u"文"));
  for (const int version : {5, 8}) {
    Xls book{"", {{number(0, 0, 1) + number(0, 1, 2)}}, version, version == 8 ? strings : ""};
    const std::string stream = build_stream(book);
    for (std::size_t size = 0; size < stream.size(); ++size) {
      CAPTURE(size);
      CHECK(refused(in_compound(stream.substr(0, size)), "a.xls") != "");
      if (size >= 4) CHECK(refused(stream.substr(0, size), "a.xls") != "");  // less is text
    }
  }
  const std::string sheet = bare_sheet(2, record(0x0003, at2(0, 0) + le_double(1)));
  for (std::size_t size = 4; size < sheet.size(); ++size) CHECK(refused(sheet.substr(0, size), "a.xls") != "");
}

TEST_CASE("any byte may be wrong") {
  const std::string strings = record(0x00FC, le(2, 4) + le(2, 4) + wide(u"文") + narrow("ab"));
  const std::string good =
      build_stream({record(0x041E, le(164, 2) + wide(u"yyyy")) + record(0x00E0, std::string(20, '\0')),
                    {{shared(0, 0, 0) + number(0, 1, 2) + record(0x0204, at(1, 0) + wide(u"位")) +
                      record(0x0006, at(2, 0) + le(0, 6) + le(0xFFFF, 2) + le(0, 8)) + record(0x0207, narrow("x"))}},
                    8,
                    strings});
  for (std::size_t place = 0; place < good.size(); ++place) {
    for (const int value : {0x00, 0x01, 0x7F, 0x80, 0xFF}) {
      std::string bytes = good;
      bytes[place] = static_cast<char>(value);
      refused(in_compound(bytes), "a.xls");  // must end, within its bounds
    }
  }
}

TEST_CASE("a hundred sheets that are one") {
  const XlsSheet sheet{number(0, 0, 1) + number(0, 1, 2)};
  Xls book;
  book.sheets.assign(100, sheet);
  const int sheet_bytes = static_cast<int>(bof_record(8, 0).size() + sheet.records.size() + eof_record.size());
  for (int i = 0; i < 100; ++i) book.sheets[static_cast<std::size_t>(i)].offset_error = -i * sheet_bytes;
  std::string stream = build_stream(book);
  stream.resize(stream.size() - 90 * static_cast<std::size_t>(sheet_bytes));
  CHECK(refused(in_compound(stream), "a.xls") == "file.hostile why.sheets-overlap");
}

TEST_CASE("little that asks for much") {
  // Each of these would fill memory or take minutes if it were taken at its word.
  std::string columns, pages, names, blanks;
  for (int i = 0; i < 20'000; ++i) columns += record(0x007D, le(0, 2) + le(0xFFFF, 2) + le(0, 8));
  for (int i = 0; i < 20'000; ++i) pages += record(0x0042, le(static_cast<unsigned>(i), 2));
  const Workbook book = read_all(build_xls({pages, {{columns + number(0, 0, 1)}}}), "a.xls");
  CHECK(book.sheets[0].tail.hidden_columns.size() == 256);
  const std::string row_of_blanks = record(0x00BE, le(1, 2) + le(0, 2) + std::string(8200, '\0') + le(4099, 2));
  for (int i = 0; i < 4100; ++i) blanks += row_of_blanks;
  CHECK(refused(bare_sheet(8, number(0, 0, 1) + blanks), "a.xls") == "file.hostile why.too-many-cells");
}

TEST_CASE("strings above the limit") {
  ReadLimits limits;
  limits.string_bytes = 1000;
  const std::string strings = record(0x00FC, le(1, 4) + le(1, 4) + narrow(std::string(600, 'a')));
  CHECK(refused(build_xls({"", {{shared(0, 0, 0)}}, 8, strings}), "a.xls", limits) == "file.too-large 1000");
}
