#include "package/compound.hpp"

#include "package/compound_builder.hpp"
#include "package/zip_builder.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

/// Bytes that tell where in the stream they stand.
std::string pattern(std::size_t size, unsigned seed = 1) {
  std::string data;
  for (std::size_t i = 0; i < size; ++i) data += static_cast<char>((i * 7 + i / 251 + seed) & 0xFF);
  return data;
}

std::string read_stream(std::string_view bytes, std::string_view name) {
  CompoundFile file(bytes);
  const CompoundEntry* entry = file.find(name);
  return entry ? file.read(*entry).copy() : "(none)";
}

std::string refused_stream(std::string_view bytes) {
  return refusal([&] { read_stream(bytes, "Workbook"); });
}

}  // namespace

TEST_CASE("streams of every size come back whole") {
  for (const unsigned version : {3u, 4u}) {
    for (const bool scattered : {false, true}) {
      for (const std::size_t size : {0u, 1u, 63u, 64u, 65u, 511u, 4095u, 4096u, 4097u, 8192u, 50'000u}) {
        CAPTURE(version);
        CAPTURE(scattered);
        CAPTURE(size);
        const Compound built = build_compound(
            {{"Other", pattern(300, 9)}, {"Workbook", pattern(size)}, {"Last", pattern(70, 5)}}, {version, scattered});
        CHECK(read_stream(built.bytes, "Workbook") == pattern(size));
        CHECK(read_stream(built.bytes, "Last") == pattern(70, 5));
      }
    }
  }
}

TEST_CASE("a stream stays where it is in the file, in as many pieces as it has there") {
  for (const bool scattered : {false, true}) {
    const Compound built = build_compound({{"Workbook", pattern(9000)}}, {3, scattered});
    CompoundFile file(built.bytes);
    const StreamBytes stream = file.read(*file.find("Workbook"));
    CHECK(stream.pieces().size() == (scattered ? 18 : 1));
    const std::string& bytes = built.bytes;
    for (const StreamBytes::Piece& piece : stream.pieces()) {
      const bool is_view = piece.bytes.data() >= bytes.data() && piece.bytes.data() < bytes.data() + bytes.size();
      CHECK(is_view);
      CHECK(pattern(9000).substr(piece.offset, piece.bytes.size()) == piece.bytes);
      for (const std::size_t offset : {piece.offset, piece.offset + piece.bytes.size() - 1})
        CHECK(&stream.pieces()[stream.find_piece(offset)] == &piece);
    }
    CHECK(stream.find_piece(9000) == stream.pieces().size() - 1);
  }
}

TEST_CASE("a file so large that its FAT does not fit into the header") {
  const std::string data = pattern(8'000'000);
  for (const bool scattered : {false, true}) {
    const Compound built = build_compound({{"Workbook", data}}, {3, scattered});
    CHECK(built.fat.size() > 109);
    CHECK((read_stream(built.bytes, "Workbook") == data));
  }
}

TEST_CASE("streams are found by name in the root storage only") {
  const Compound built = build_compound({{"Workbook", "inside", true}, {"Book", "old"}, {"WORKBOOK", "outside"}});
  CHECK(read_stream(built.bytes, "workbook") == "outside");
  CHECK(read_stream(built.bytes, "book") == "old");
  CHECK(read_stream(build_compound({{"Workbook", "inside", true}}).bytes, "Workbook") == "(none)");
}

TEST_CASE("what honest programs get wrong") {
  const std::string data = pattern(5000);
  Compound built = build_compound({{"Workbook", data}, {"Other", pattern(5000, 3)}});
  const std::size_t size_at = built.entry_place(2) + 120;
  SUBCASE("rubbish in the upper half of the size") {
    poke(built.bytes, size_at + 4, 0xDEADBEEF, 4);
    CHECK(read_stream(built.bytes, "Workbook") == data);
  }
  SUBCASE("a size beyond the chain") {
    poke(built.bytes, size_at, 0x7FFFFFFF, 4);
    CHECK(read_stream(built.bytes, "Workbook").substr(0, 5000) == data);
    CHECK(read_stream(built.bytes, "Workbook").size() == 5120);
  }
  SUBCASE("a file that is not padded") {
    Compound last = build_compound({{"Workbook", data}});
    // The table of sectors stands last: put the stream's last sector behind it, and end the file with the stream.
    const std::uint32_t moved = static_cast<std::uint32_t>(last.bytes.size() / 512 - 1);
    const std::uint32_t first = last.first["Workbook"];
    last.bytes += last.bytes.substr(last.place(first + 9), 5000 - 9 * 512);
    poke(last.bytes, last.fat_place(first + 8), moved, 4);
    poke(last.bytes, last.fat_place(moved), 0xFFFFFFFE, 4);
    CHECK(read_stream(last.bytes, "Workbook") == data);
  }
  SUBCASE("a chain that is longer than the size") {
    poke(built.bytes, size_at, 4500, 4);
    CHECK(read_stream(built.bytes, "Workbook") == data.substr(0, 4500));
  }
}

TEST_CASE("hostile chains") {
  const std::string data = pattern(5000);
  Compound built = build_compound({{"Workbook", data}});
  const std::uint32_t first = built.first["Workbook"];
  SUBCASE("in a circle") {
    poke(built.bytes, built.fat_place(first + 3), first, 4);
    CHECK(refused_stream(built.bytes) == "file.hostile why.compound-crossed");
  }
  SUBCASE("onto itself") {
    poke(built.bytes, built.fat_place(first), first, 4);
    CHECK(refused_stream(built.bytes) == "file.hostile why.compound-crossed");
  }
  SUBCASE("through the directory") {
    poke(built.bytes, built.fat_place(first), built.directory, 4);
    CHECK(refused_stream(built.bytes) == "file.hostile why.compound-crossed");
  }
  SUBCASE("the directory in a circle") {
    poke(built.bytes, built.fat_place(built.directory), built.directory, 4);
    CHECK(refused_stream(built.bytes) == "file.hostile why.compound-crossed");
  }
  SUBCASE("out of the file") {
    poke(built.bytes, built.fat_place(first + 1), 0x00FFFFFF, 4);
    CHECK(read_stream(built.bytes, "Workbook") == data.substr(0, 1024));
  }
  SUBCASE("from outside the file") {
    poke(built.bytes, built.entry_place(2) + 116, 0x7FFFFFFF, 4);
    CHECK(read_stream(built.bytes, "Workbook").empty());
  }
}

TEST_CASE("hostile small chains") {
  Compound built = build_compound({{"Workbook", pattern(1000)}});
  const std::size_t small_fat = built.place(built.directory - 1);
  SUBCASE("in a circle") {
    poke(built.bytes, small_fat + 4 * 2, 0, 4);
    CHECK(refused_stream(built.bytes) == "file.hostile why.compound-crossed");
  }
  SUBCASE("out of the stream") {
    poke(built.bytes, small_fat + 4 * 2, 500, 4);
    CHECK(read_stream(built.bytes, "Workbook") == pattern(1000).substr(0, 3 * 64));
  }
  SUBCASE("no table") {
    poke(built.bytes, 60, 0xFFFFFFFE, 4);
    CHECK(read_stream(built.bytes, "Workbook") == pattern(1000).substr(0, 64));
  }
}

TEST_CASE("hostile headers and directories") {
  const Compound good = build_compound({{"Workbook", pattern(5000)}});
  struct Row {
    const char* what;
    std::size_t at;
    std::uint64_t value;
    int width;
    const char* refused;
  };
  const Row rows[] = {
      {"no magic", 0, 0, 1, "file.unreadable why.compound-damaged"},
      {"byte order", 28, 0xFEFF, 2, "file.unreadable why.compound-damaged"},
      {"sectors of 1 byte", 30, 0, 2, "file.unreadable why.compound-damaged"},
      {"sectors of 2 GiB", 30, 31, 2, "file.unreadable why.compound-damaged"},
      {"small sectors above the sectors", 32, 10, 2, "file.unreadable why.compound-damaged"},
      {"directory outside", 48, 0x00FFFFFF, 4, "file.unreadable why.compound-damaged"},
      {"directory nowhere", 48, 0xFFFFFFFE, 4, "file.unreadable why.compound-damaged"},
      {"no root", good.entry_place(0) + 66, 2, 1, "file.unreadable why.compound-damaged"},
      {"number of FAT sectors", 44, 0xFFFFFFFF, 4, ""},
      {"number of DIFAT sectors", 72, 0xFFFFFFFF, 4, ""},
      {"a DIFAT that nobody needs, at itself", 68, 0, 4, ""},
      {"siblings in a circle", good.entry_place(2) + 68, 1, 4, ""},
      {"a child outside", good.entry_place(1) + 76, 0x00FFFFFF, 4, ""},
      {"a name longer than its field", good.entry_place(2) + 64, 0xFFFF, 2, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    std::string bytes = good.bytes;
    poke(bytes, row.at, row.value, row.width);
    CHECK(refused_stream(bytes) == row.refused);
  }
}

TEST_CASE("a DIFAT in a circle ends") {
  Compound built = build_compound({{"Workbook", pattern(8'000'000)}});
  const std::uint32_t difat = static_cast<std::uint32_t>(built.bytes.size() / 512 - 2);
  poke(built.bytes, built.place(difat) + 508, difat, 4);
  CHECK((read_stream(built.bytes, "Workbook") == pattern(8'000'000)));
}

TEST_CASE("a file cut off anywhere is refused or gives the beginning") {
  const std::string data = pattern(4200);
  const Compound built = build_compound({{"Workbook", data}, {"Small", pattern(100)}}, {3, true});
  for (std::size_t size = 0; size < built.bytes.size(); size += 17) {
    CAPTURE(size);
    const std::string part = built.bytes.substr(0, size);
    std::string found = "(none)";
    refusal([&] { found = read_stream(part, "Workbook"); });
    if (found != "(none)") CHECK(data.substr(0, found.size()) == found);
  }
}
