// OpenDocument files that lie, that are cut off, or that mean harm; and one too long for a window.
#include <libdeflate.h>

#include "package/inflate.hpp"
#include "read/ods_builder.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

std::string refused_rows(const std::string& rows) { return refused(build_ods({.rows = rows}), "a.ods"); }

ZipFile deflated(const std::string& name, const std::string& text) {
  libdeflate_compressor* compressor = libdeflate_alloc_compressor(6);
  std::string packed(libdeflate_deflate_compress_bound(compressor, text.size()), '\0');
  packed.resize(libdeflate_deflate_compress(compressor, text.data(), text.size(), packed.data(), packed.size()));
  libdeflate_free_compressor(compressor);
  return {.name = name, .data = packed, .method = 8, .plain_size = static_cast<std::int64_t>(text.size()), .crc = plain_crc32(text)};
}

}  // namespace

TEST_CASE("repeats: what is empty costs nothing, what multiplies is refused") {
  const std::string all_rows = "table:number-rows-repeated=\"1048576\"", all_columns = "table:number-columns-repeated=\"16384\"";
  CHECK(refused_rows(ods_row(ods_number("1", all_columns), all_rows)) == "file.hostile why.too-many-cells");
  CHECK(refused_rows(ods_row(ods_number("1", "table:number-columns-repeated=\"16385\""))) == "file.hostile why.too-many-cells");
  CHECK(refused_rows(ods_row(ods_number("1"), "table:number-rows-repeated=\"999999999\"")) == "file.hostile why.too-many-cells");
  CHECK(refused_rows(ods_row(ods_number("1"), "table:number-rows-repeated=\"99999999999999999999\"")) == "file.hostile why.too-many-cells");
  CHECK(refused_rows(ods_row(ods_cell("", "<text:p>" + std::string(100'000, 'x') + "</text:p>"), all_rows)) == "file.hostile why.too-many-cells");
  CHECK(refused_rows(ods_row(ods_cell(all_columns + " table:number-columns-spanned=\"2\"", ""), all_rows)) == "");
  CHECK(refused_rows(ods_row(ods_cell(all_columns), "table:number-rows-repeated=\"99999999999999999999\"")) == "");
  CHECK(refused_rows(ods_row(ods_number("1", all_columns))) == "");
  CHECK(refused(build_ods({.rows = ods_row(ods_number("1"), "table:number-rows-repeated=\"11\"")}), "a.ods", {.repeated_cells = 10}) == "");
  CHECK(refused(build_ods({.rows = ods_row(ods_number("1"), "table:number-rows-repeated=\"12\"")}), "a.ods", {.repeated_cells = 10}) ==
        "file.hostile why.too-many-cells");
}

TEST_CASE("tables that cannot be believed") {
  CHECK(refused_rows(ods_row(ods_number("1", "table:number-columns-repeated=\"x\""))) == "file.unreadable why.bad-value");
  CHECK(refused_rows(ods_row(ods_number("1"), "table:number-rows-repeated=\"-1\"")) == "file.unreadable why.bad-value");
  CHECK(refused_rows(ods_row(ods_cell("table:number-columns-repeated=\"16384\"") + ods_number("1"))) == "file.unreadable why.out-of-sheet");
  CHECK(refused_rows(ods_row("", "table:number-rows-repeated=\"1048576\"") + ods_row(ods_number("1"))) == "file.unreadable why.out-of-sheet");
  CHECK(refused_rows(ods_row(ods_text("a<text:s text:c=\"2000000000\"/>"))) == "file.hostile why.text-too-long");
  CHECK(refused_rows(ods_row(ods_text("\xD6\xD0"))) == "file.unreadable why.xml-encoding");
  CHECK(refused_rows(ods_row("<table:table-cell office:value=\"1\" <text:p/></table:table-cell>")) == "file.unreadable why.xml-malformed");
  CHECK(refused(build_ods({.before = "<!DOCTYPE a [<!ENTITY b \"c\">]>"}), "a.ods") == "file.hostile why.xml-doctype");
  CHECK(refused(build_zip(ods_parts("<a/>")), "a.ods") == "file.unreadable why.no-workbook");
  CHECK(refused(build_zip({{"mimetype", ods_mimetype}}), "a.ods") == "file.unreadable why.part-missing");
}

TEST_CASE("a span that leaves the sheet ends at its edge") {
  const Workbook workbook = read_all(
      build_ods({.rows = ods_row(ods_number("1", "table:number-columns-spanned=\"4000000000\" table:number-rows-spanned=\"4000000000\""))}), "a.ods");
  CHECK(workbook.sheets.at(0).tail.merges == std::vector<CellRange>{{{0, 0}, {1'048'575, 16'383}}});
}

TEST_CASE("a document cut off anywhere is refused") {
  const std::string whole = ods_document({.rows = ods_row(ods_number("1") + ods_text("中<text:s/>文"))}, "office:document-content");
  for (std::size_t size = 1; size < whole.size(); ++size) {
    CAPTURE(size);
    const std::string why = refused(build_zip(ods_parts(whole.substr(0, size))), "a.ods");
    CHECK((why == "file.unreadable why.xml-cut-off" || why == "file.unreadable why.xml-encoding"));
  }
}

TEST_CASE("a flipped byte never does worse than a refusal") {
  const std::string sound = build_ods({.rows = ods_row(ods_number("1") + ods_text("x", "table:number-columns-repeated=\"2\""))});
  for (std::size_t at = 0; at < sound.size(); ++at) {
    std::string bytes = sound;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x11);
    const std::string why = refused(bytes, "a.ods");
    CHECK((why.empty() || why.starts_with("file.")));
  }
}

TEST_CASE("a document that flows through many windows, cut at any place") {
  std::string rows;
  constexpr std::uint32_t count = 12'000;
  for (std::uint32_t r = 0; r < count; ++r) {
    const std::string n = std::to_string(r);
    rows += ods_row(ods_number(n) + ods_text("第" + n + "行<text:s/>&amp;") + ods_number("1", "table:number-columns-repeated=\"" + std::to_string(r % 3 + 1) + "\"")) +
            "<!-- " + std::string(r % 50, 'x') + " -->";
  }
  const std::string content = ods_document({.rows = "<table:shapes>" + std::string(300'000, ' ') + "</table:shapes>" + rows}, "office:document-content");
  REQUIRE(content.size() > small_part_bytes);
  const std::string bytes = build_zip({{"mimetype", ods_mimetype}, deflated("content.xml", content)});
  const Workbook workbook = read_all(bytes, "a.ods");
  const Grid& grid = workbook.sheets.at(0).grid;
  REQUIRE(grid.rows().size() == count);
  for (std::uint32_t r = 0; r < count; ++r) {
    const auto cells = grid.cells(grid.rows()[r]);
    const bool right = cells.size() == 3 + r % 3 && cells[0].text == std::to_string(r) && cells[1].text == "第" + std::to_string(r) + "行 &" &&
                       cells.back().column == 2 + r % 3;
    CHECK(right);
  }
}
