#include "read/xls_builder.hpp"

using namespace huizong;
using namespace huizong::test;
using namespace std::string_literals;

namespace {

std::string format8(unsigned index, std::u16string_view code) { return record(0x041E, le(index, 2) + wide(code)); }
std::string xf8(unsigned format, unsigned font = 0) {
  return record(0x00E0, le(font, 2) + le(format, 2) + std::string(16, '\0'));
}
std::string xf5(unsigned format, unsigned font = 0) {
  return record(0x00E0, le(font, 2) + le(format, 2) + std::string(12, '\0'));
}
std::string font5(unsigned charset) {
  return record(0x0031, le(200, 2) + std::string(9, '\0') + le(0, 1) + le(charset, 1) + '\0' +
                            "\x05"
                            "Arial");
}
std::string label5(unsigned row, unsigned column, const std::string& bytes, unsigned xf = 0) {
  return record(0x0204, at(row, column, xf) + le(bytes.size(), 2) + bytes);
}

std::string ranges_of(const std::vector<CellRange>& ranges) {
  std::string all;
  for (const CellRange& range : ranges) all += to_a1(range.first) + ":" + to_a1(range.last) + " ";
  return all;
}

std::string hiding_of(const Workbook& book, std::size_t sheet = 0) {
  std::string all;
  for (const Grid::Row& row : book.sheets.at(sheet).grid.rows()) {
    all += std::to_string(row.row + 1);
    all += row.hiding == RowHiding::shown ? "+ " : row.hiding == RowHiding::hidden ? "- " : "f ";
  }
  return all;
}

/// The name _FilterDatabase of a sheet (numbered from 1), over rows and columns.
std::string filter_name(unsigned sheet, unsigned row1, unsigned row2, unsigned column1, unsigned column2) {
  const std::string area = "\x3B"s + le(0, 2) + le(row1, 2) + le(row2, 2) + le(column1, 2) + le(column2, 2);
  return record(0x0018, le(0x0021, 2) + le(0, 1) + le(1, 1) + le(area.size(), 2) + le(0, 2) + le(sheet, 2) + le(0, 4) +
                            "\0\x0D"s + area);
}

}  // namespace

TEST_CASE("sheets by name, hidden ones, and those without cells") {
  Xls book;
  book.sheets = {{number(0, 0, 1), u"附表１"},
                 {number(0, 0, 2), u"hidden", "", 1},
                 {number(0, 0, 3), u"very", "", 2},
                 {number(0, 0, 4), u"chart", "", 0, 2, 0x0020},
                 {number(0, 0, 5), u"macro", "", 0, 1, 0x0040},
                 {number(0, 0, 6), u"module", "", 0, 6, 0x0006},
                 {number(0, 0, 7), u"last"}};
  const Workbook read = read_all(build_xls(book), "a.xls");
  std::string names;
  for (const SourceSheet& sheet : read.sheets) names += sheet.head.name + (sheet.head.hidden ? "- " : " ");
  CHECK(names == "附表１ hidden- very- last ");
  CHECK(cells_in(book) == "A1 n 1; A1 n 2; A1 n 3; A1 n 7");
}

TEST_CASE("a chart inside a sheet is passed over") {
  const std::string chart = bof_record(8, 0x0020) + number(0, 0, 99) + bof_record(8, 0x0020) + eof_record + eof_record;
  CHECK(cells_in_sheet(number(0, 0, 1) + chart + number(0, 1, 2)) == "A1 n 1; B1 n 2");
  CHECK(cells_in_sheet(number(3, 0, 1) + chart + number(0, 1, 2)) == "B1 n 2; A4 n 1");  // out of order
}

TEST_CASE("Workbook is taken where there is Book as well") {
  const std::string workbook = build_stream({"", {{number(0, 0, 8)}}}),
                    book = build_stream({"", {{number(0, 0, 5)}}, 5});
  CHECK(cells_of(build_compound({{"Book", book}, {"Workbook", workbook}}).bytes, "a.xls") == "A1 n 8");
  CHECK(cells_of(build_compound({{"Book", book}}).bytes, "a.xls") == "A1 n 5");
  CHECK(cells_of(build_compound({{"Workbook", book}}).bytes, "a.et") == "A1 n 5");
}

TEST_CASE("records may be torn by the sectors of the file at every place") {
  const std::string strings =
      record(0x00FC, le(2, 4) + le(2, 4) + wide(u"单位名称") + le(4, 2) + '\x01' + utf16(u"营业")) +
      record(0x003C, '\x01' + utf16(u"收入"));
  const std::string text_formula =
      record(0x0006, at(2, 0) + le(0, 6) + le(0xFFFF, 2) + le(0, 8)) + record(0x0207, wide(u"合计"));
  const std::string label = record(0x0204, at(2, 1) + narrow("plain text"));
  const std::string first = shared(0, 0, 0) + shared(0, 1, 1) + number(1, 0, 1.5) + text_formula + label;
  const std::string second = number(3, 0, 7) + text_formula + label;  // out of order
  // Between the records of interest something as long as a sector, so that each of them is torn in some turn.
  for (unsigned shift = 0; shift < 512; shift += 3) {
    CAPTURE(shift);
    const std::string filler = record(0x00E1, std::string(shift, '\0'));
    const std::string stream =
        build_stream({filler, {{filler + first + std::string(filler)}, {filler + second}}, 8, strings});
    const std::string padded = stream + std::string(6000, '\0');
    CHECK(cells_of(build_compound({{"Workbook", padded}}, {3, true}).bytes, "a.xls") ==
          "A1 s \"单位名称\"; B1 s \"营业收入\"; A2 n 1.5; A3 s \"合计\"; B3 s \"plain text\"; "
          "A3 s \"合计\"; B3 s \"plain text\"; A4 n 7");
  }
}

TEST_CASE("number formats of Excel 97") {
  const std::string globals = format8(164, u"yyyy\"年\"m\"月\"") + format8(165, u"0.0%") + format8(166, u"\"每日\"0") +
                              format8(14, u"0") + xf8(0) + xf8(164) + xf8(165) + xf8(166) + xf8(22) + xf8(10) +
                              xf8(57) + xf8(14);
  std::string cells;
  for (unsigned xf = 0; xf < 9; ++xf) cells += number(0, xf, 45000, xf);
  CHECK(cells_in_sheet(cells, globals) ==
        "A1 n 45000; B1 d 45000; C1 n 45000; D1 n 45000; E1 d 45000; F1 n 45000; G1 d 45000; H1 n 45000; I1 n 45000");
  const Workbook book = read_all(build_xls({globals, {{cells}}}), "a.xls");
  std::string percents;
  for (const Cell& cell : book.sheets[0].grid.cells(book.sheets[0].grid.rows()[0]))
    percents += cell.look == NumberLook::percent ? '%' : '.';
  CHECK(percents == "..%..%...");
}

TEST_CASE("figures in a font that strikes through") {
  const auto font = [](unsigned options) { return record(0x0031, le(220, 2) + le(options, 2) + std::string(12, '\0')); };
  const std::string globals = font(0) + font(8) + font(0) + font(0) + font(8) + xf8(0, 0) + xf8(0, 1) + xf8(0, 3) + xf8(0, 5);  // none is called 4
  const std::string cells = number(0, 0, 1, 0) + number(0, 1, 2, 1) + number(0, 2, 3, 2) + number(0, 3, 4, 3);
  const Workbook book = read_all(build_xls({globals, {{cells}}}), "a.xls");
  std::string struck;
  for (const Cell& cell : book.sheets[0].grid.cells(book.sheets[0].grid.rows()[0])) struck += cell.look == NumberLook::otherwise ? 's' : '.';
  CHECK(struck == ".s.s");
  const std::string texts = record(0x0204, at(0, 0, 0) + narrow("12")) + record(0x0204, at(0, 1, 1) + narrow("12"));
  CHECK(cells_of(build_xls({globals, {{texts}}}), "a.xls") == "A1 s \"12\"; B1 s \"1\u0336" "2\u0336\"");
}

TEST_CASE("runs of a text in fonts that strike through, raise or lower") {
  const auto font = [](unsigned options, unsigned script) { return record(0x0031, le(220, 2) + le(options, 2) + le(0, 4) + le(script, 2) + std::string(6, '\0')); };
  const std::string globals = font(0, 0) + font(8, 0) + font(0, 1) + font(0, 2) + font(8, 0);
  const auto rich = [](std::u16string_view text, const std::vector<std::pair<unsigned, unsigned>>& runs) {
    std::string out = le(text.size(), 2) + '\x09' + le(runs.size(), 2) + utf16(text);
    for (const auto& [from, in] : runs) out += le(from, 2) + le(in, 2);
    return out;
  };
  const struct {
    std::u16string_view text;
    std::vector<std::pair<unsigned, unsigned>> runs;
    const char* shown;
  } cases[] = {
      {u"120130", {{0, 1}, {3, 0}}, "1\u0336" "2\u0336" "0\u0336" "130"},
      {u"130家120", {{4, 5}}, "130家1\u0336" "2\u0336" "0\u0336"},
      {u"1201", {{3, 2}}, "120¹"},
      {u"1201", {{3, 3}}, "120₁"},
      {u"\U0001F60012", {{3, 1}}, "😀12\u0336"},
      {u"12", {{0, 0}, {1, 7}}, "12"},
      {u"12", {{9, 1}}, "12"},
  };
  for (const auto& one : cases) {
    const std::string table = record(0x00FC, le(1, 4) + le(1, 4) + rich(one.text, one.runs));
    CHECK(cells_in_sheet(shared(0, 0, 0), globals, table) == "A1 s \"" + std::string(one.shown) + "\"");
    CHECK(cells_in_sheet(shared(0, 0, 0), font(0, 0), table).find("\u0336") == std::string::npos);
  }
}

TEST_CASE("number formats of older versions") {
  const auto format_old = [](const std::string& code) { return le(code.size(), 1) + code; };
  SUBCASE("Excel 5: by index") {
    const std::string globals = record(0x041E, le(164, 2) + format_old("yyyy/m/d")) + xf5(0) + xf5(164) + xf5(9);
    CHECK(cells_in(Xls{globals, {{number(0, 0, 1, 0) + number(0, 1, 2, 1) + number(0, 2, 3, 2)}}, 5}) ==
          "A1 n 1; B1 d 2; C1 n 3");
  }
  SUBCASE("Excel 4 and 3: by place") {
    const std::string formats4 =
        record(0x041E, le(0, 2) + format_old("General")) + record(0x041E, le(0, 2) + format_old("d/m/yy"));
    const std::string xf4 =
        record(0x0443, "\0\0"s + std::string(10, '\0')) + record(0x0443, "\0\1"s + std::string(10, '\0'));
    CHECK(cells_of(bare_sheet(4, formats4 + xf4 + number(0, 0, 1, 0) + number(0, 1, 2, 1)), "a.xls") ==
          "A1 n 1; B1 d 2");
    const std::string formats3 = record(0x001E, format_old("General")) + record(0x001E, format_old("d/m/yy"));
    const std::string xf3 =
        record(0x0243, "\0\0"s + std::string(10, '\0')) + record(0x0243, "\0\1"s + std::string(10, '\0'));
    CHECK(cells_of(bare_sheet(3, formats3 + xf3 + number(0, 0, 1, 0) + number(0, 1, 2, 1)), "a.xls") ==
          "A1 n 1; B1 d 2");
  }
  SUBCASE("Excel 4 without a table of formats: the usual one") {
    const std::string xf4 = record(0x0443, "\0\x0E"s + std::string(10, '\0'));
    CHECK(cells_of(bare_sheet(4, xf4 + number(0, 0, 1, 0)), "a.xls") == "A1 d 1");
  }
  SUBCASE("Excel 2: in the cell itself, in a table without fractions") {
    const auto cell = [](unsigned column, unsigned xf, unsigned format) {
      return record(0x0003, at2(0, column, xf, format) + le_double(5));
    };
    CHECK(cells_of(bare_sheet(2, cell(0, 0, 0) + cell(1, 0, 12) + cell(2, 0, 20) + cell(3, 0, 10)), "a.xls") ==
          "A1 n 5; B1 d 5; C1 d 5; D1 n 5");
    const std::string formats = record(0x001E, format_old("General")) + record(0x001E, format_old("h:mm"));
    CHECK(cells_of(bare_sheet(2, formats + cell(0, 0, 0) + cell(1, 0, 1)), "a.xls") == "A1 n 5; B1 d 5");
    const std::string xf2 = record(0x0043, "\0\0\0\0"s) + record(0x0043, "\0\0\1\0"s);
    CHECK(cells_of(bare_sheet(2, formats + xf2 + cell(0, 1, 0) + cell(1, 0, 1) + cell(2, 63, 1)), "a.xls") ==
          "A1 d 5; B1 n 5; C1 d 5");
  }
}

TEST_CASE("the date system") {
  CHECK_FALSE(read_all(build_xls({record(0x0022, le(0, 2))}), "a.xls").sheets[0].head.date1904);
  CHECK(read_all(build_xls({record(0x0022, le(1, 2))}), "a.xls").sheets[0].head.date1904);
  CHECK(read_all(bare_sheet(3, record(0x0022, le(1, 2))), "a.xls").sheets[0].head.date1904);
}

TEST_CASE("code pages") {
  struct Row {
    unsigned page;
    const char* bytes;
    const char* cells;
  };
  const Row rows[] = {
      {936, "\xB5\xA5\xCE\xBB\x80", "A1 s \"单位€\""},
      {950, "\xB3\xE6\xA6\xEC", "A1 s \"單位\""},
      {932, "\x92\x50\x88\xCA", "A1 s \"単位\""},
      {949, "\xB4\xDC\xC0\xA7", "A1 s \"단위\""},
      {1252, "caf\xE9 \x80\x81", "A1 s \"café €\u0081\""},
      {1251, "\xC4\xE0", "A1 s \"Да\""},
      {10000, "caf\x8E", "A1 s \"café\""},
      {0x8000, "caf\x8E", "A1 s \"café\""},
      {0x8001, "caf\xE9", "A1 s \"café\""},
      {437, "caf\x82", "A1 s \"café\""},
      {936, "\xB5\xA5\xFF\x41", "A1 s \"单\uFFFDA\""},
      {936, "\xB5\xA5\xCE", "A1 s \"单\uFFFD\""},
      {936, "plain", "A1 s \"plain\""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.page);
    CHECK(cells_in(Xls{record(0x0042, le(row.page, 2)), {{label5(0, 0, row.bytes)}}, 5}) == row.cells);
  }
}

TEST_CASE("text in no known code page is refused unless it is ASCII") {
  CHECK(refused(build_xls({"", {{label5(0, 0, "\xB5\xA5")}}, 5}), "a.xls") == "file.unreadable why.encoding");
  CHECK(refused(build_xls({record(0x0042, le(4711, 2)), {{label5(0, 0, "\xB5\xA5")}}, 5}), "a.xls") ==
        "file.unreadable why.encoding");
  CHECK(cells_in(Xls{record(0x0042, le(4711, 2)), {{label5(0, 0, "ok")}}, 5}) == "A1 s \"ok\"");
  XlsSheet named;
  named.name_bytes = "\xB5\xA5\xCE\xBB";
  CHECK(refused(build_xls({"", {named}, 5}), "a.xls") == "file.unreadable why.encoding");
  CHECK(read_all(build_xls({record(0x0042, le(936, 2)), {named}, 5}), "a.xls").sheets[0].head.name == "单位");
}

TEST_CASE("a font of another script than the workbook's") {
  const std::string western = record(0x0042, le(1252, 2)), chinese = record(0x0042, le(936, 2));
  // Fonts 0 to 3, then 5: the number 4 is left out.
  const std::string fonts = font5(0) + font5(134) + font5(0) + font5(0) + font5(134);
  const std::string xfs = xf5(0, 0) + xf5(0, 1) + xf5(0, 5) + xf5(0, 9);
  const std::string text = "\xB5\xA5\xCE\xBB";
  const std::string cells =
      label5(0, 0, text, 0) + label5(0, 1, text, 1) + label5(0, 2, text, 2) + label5(0, 3, text, 3);
  CHECK(cells_in(Xls{western + fonts + xfs, {{cells}}, 5}) ==
        "A1 s \"µ¥Î»\"; B1 s \"单位\"; C1 s \"单位\"; D1 s \"µ¥Î»\"");
  CHECK(cells_in(Xls{chinese + fonts + xfs, {{cells}}, 5}) ==
        "A1 s \"单位\"; B1 s \"单位\"; C1 s \"单位\"; D1 s \"单位\"");
  // What is no text of the font's page is text of the workbook's.
  CHECK(cells_in(Xls{western + fonts + xfs, {{label5(0, 0, "caf\xE9", 1)}}, 5}) == "A1 s \"café\"");
}

TEST_CASE("merged cells, hidden columns and rows") {
  const std::string merges =
      record(0x00E5, le(2, 2) + le(0, 2) + le(1, 2) + le(0, 2) + le(3, 2) + le(4, 2) + le(4, 2) + le(1, 2) + le(2, 2));
  const auto columns = [](unsigned first, unsigned last, unsigned width, unsigned flags) {
    return record(0x007D, le(first, 2) + le(last, 2) + le(width, 2) + le(0, 2) + le(flags, 2) + le(0, 2));
  };
  const std::string records = columns(5, 6, 0x900, 1) + columns(2, 2, 0, 0) + columns(7, 7, 0x900, 0) +
                              columns(255, 256, 0x900, 1) + row_record(0, 0x0100) + row_record(1, 0x0120) +
                              number(0, 0, 1) + number(1, 0, 2) + number(2, 0, 3) + merges;
  const Workbook book = read_all(build_xls({"", {{records}}}), "a.xls");
  const SheetTail& tail = book.sheets[0].tail;
  CHECK(ranges_of(tail.merges) == "A1:D2 B5:C5 ");
  CHECK(tail.hidden_columns == std::vector<std::uint32_t>{2, 5, 6, 255});
  CHECK(hiding_of(book) == "1+ 2- 3+ ");
}

TEST_CASE("rows hidden by default, and in Excel 2") {
  const std::string hidden_default = record(0x0225, le(2, 2) + le(0, 2));
  CHECK(hiding_of(
            read_all(build_xls({"", {{hidden_default + row_record(0, 0x0100) + number(0, 0, 1) + number(1, 0, 2)}}}),
                     "a.xls")) == "1+ 2- ");
  const auto row2 = [](unsigned row, unsigned height) {
    return record(0x0008, le(row, 2) + le(0, 4) + le(height, 2) + le(0, 2) + le(0, 3));
  };
  const auto number2 = [](unsigned row) { return record(0x0003, at2(row, 0) + le_double(1)); };
  const std::string records =
      record(0x0024, "\x01\x02"s + le(0, 2)) + row2(0, 300) + row2(1, 0) + number2(0) + number2(1);
  const Workbook book = read_all(bare_sheet(2, records), "a.xls");
  CHECK(hiding_of(book) == "1+ 2- ");
  CHECK(book.sheets[0].tail.hidden_columns == std::vector<std::uint32_t>{1, 2});
}

TEST_CASE("a row that a filter hides") {
  std::string records = record(0x009B, "");
  for (unsigned row = 0; row < 7; ++row) records += row_record(row, row % 2 == 0 ? 0x0120 : 0x0100);
  for (unsigned row = 0; row < 7; ++row) records += number(row, 0, row);
  const std::string names = filter_name(1, 2, 5, 0, 1) + filter_name(2, 0, 65535, 0, 1);
  Xls book{"", {{records}, {}, {records}}, 8, names};
  CHECK(hiding_of(read_all(build_xls(book), "a.xls")) == "1- 2+ 3- 4+ 5f 6+ 7- ");  // row 3 is the filter's header
  CHECK(hiding_of(read_all(build_xls(book), "a.xls"), 2) == "1- 2+ 3- 4+ 5- 6+ 7- ");
  book.sheets[0].records = records.substr(4);  // the filter is off
  CHECK(hiding_of(read_all(build_xls(book), "a.xls")) == "1- 2+ 3- 4+ 5- 6+ 7- ");
}

TEST_CASE("wrong offsets of sheets") {
  Xls book;
  book.sheets = {{number(0, 0, 1)}, {number(0, 0, 2)}};
  book.sheets[1].offset_error = 4;
  CHECK(cells_in(book) == "A1 n 1; A1 n 2");
  book.sheets[0].offset_error = 100'000;
  CHECK(cells_in(book) == "A1 n 1; A1 n 2");
  // With a substream more than sheets nobody knows which is which.
  const std::string stream = build_stream(book) + bof_record(8, 0x0010) + eof_record;
  CHECK(refused(in_compound(stream), "a.xls") == "file.unreadable why.xls-damaged");
}

TEST_CASE("a workbook of Excel 4") {
  const auto sheet = [](const std::string& name, double value) {
    const std::string body = bof_record(4, 0x0010) + number(0, 0, value) + eof_record;
    return record(0x008F, le(body.size(), 4) + le(name.size(), 1) + name) + body;
  };
  const std::string chart = record(0x008F, le(0, 4) +
                                               "\x01"
                                               "C") +
                            bof_record(4, 0x0020) + eof_record;
  const std::string stream =
      bof_record(4, 0x0100) + record(0x0042, le(936, 2)) + sheet("\xD2\xBB", 1) + chart + sheet("two", 2) + eof_record;
  const Workbook book = read_all(stream, "a.xlw");
  REQUIRE(book.sheets.size() == 2);
  CHECK(book.sheets[0].head.name == "一");
  CHECK(book.sheets[1].head.name == "two");
  CHECK(cells_of(stream, "a.xlw") == "A1 n 1; A1 n 2");
}
