#include "package/zip.hpp"

#include "package/refuse.hpp"
#include "package/zip_builder.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

std::string opening(const std::string& bytes, std::size_t max_entries = 100) {
  return refusal([&] { ZipDirectory(bytes, max_entries); });
}

}  // namespace

TEST_CASE("a sound archive lists its files, found in either case and under either slash") {
  const std::string bytes = build_zip({{"a.txt", "hello"}, {"xl\\Sheet1.XML", "<x/>"}, {"empty/", ""}});
  const ZipDirectory zip(bytes, 100);
  REQUIRE(zip.entries().size() == 3);
  REQUIRE(zip.find("a.txt"));
  CHECK(zip.find("a.txt")->data == "hello");
  REQUIRE(zip.find("XL/sheet1.xml"));
  CHECK(zip.find("XL/sheet1.xml")->data == "<x/>");
  CHECK(zip.find("sheet1.xml") == nullptr);
  CHECK(zip.find("") == nullptr);
}

TEST_CASE("names that are nearly one are told apart") {
  const std::string bytes = build_zip({{"a@.xml", "1"}, {"a`.xml", "2"}, {"a[.xml", "3"}, {"a{.xml", "4"}, {"abcdefgh/ijk.xml", "5"}});
  const ZipDirectory zip(bytes, 10);
  for (const char* name : {"a@.xml", "a`.xml", "a[.xml", "a{.xml"}) CHECK(zip.find(name)->name == name);
  CHECK(zip.find("ABCDEFGH/IJK.XML") == &zip.entries()[4]);
  CHECK(zip.find("abcdefgh/ijk.xmk") == nullptr);
  CHECK(zip.find("") == nullptr);
}

TEST_CASE("the end record is found behind a comment, and one inside a comment does no harm") {
  const std::string bytes = build_zip({{"a", "1"}}, "note PK\x05\x06 no record");
  CHECK(ZipDirectory(bytes, 10).entries().size() == 1);
}

TEST_CASE("a zip64 end record is read") {
  std::string bytes = build_zip({{"a", "1"}});
  const std::size_t end = bytes.rfind("PK\x05\x06");
  const std::size_t directory = bytes.find("PK\x01\x02");
  std::string record = "PK\x06\x06";
  put(record, 44, 8), put(record, 45, 2), put(record, 45, 2), put(record, 0, 4), put(record, 0, 4);
  put(record, 1, 8), put(record, 1, 8), put(record, end - directory, 8), put(record, directory, 8);
  record += std::string("PK\x06\x07") + std::string(4, '\0');
  put(record, end, 8), put(record, 1, 4);
  std::string tail = bytes.substr(end);
  for (std::size_t i = 8; i < 20; ++i) tail[i] = '\xFF';
  const std::string wide = bytes.substr(0, end) + record + tail;
  const ZipDirectory zip(wide, 10);
  REQUIRE(zip.find("a"));
  CHECK(zip.find("a")->data == "1");
}

TEST_CASE("archives that are refused") {
  const ZipFile sound{"a", "12345"};
  struct Row {
    const char* what;
    std::vector<ZipFile> files;
    const char* refused;
  };
  const Row rows[] = {
      {"the same name twice", {sound, {"A", "2"}}, "file.hostile why.zip-duplicate"},
      {"two entries over the same bytes", {sound, {.name = "b", .data = "12345", .local_name = "a", .offset = 0}}, "file.hostile why.zip-mismatch"},
      {"another name in the local header", {{.name = "a", .data = "1", .local_name = "b"}}, "file.hostile why.zip-mismatch"},
      {"another size in the local header", {{.name = "a", .data = "1", .local_size = 7}}, "file.hostile why.zip-mismatch"},
      {"a stored file that claims to be larger", {{.name = "a", .data = "1", .plain_size = 9}}, "file.hostile why.zip-mismatch"},
      {"a step up", {{"x/../../a", "1"}}, "file.hostile why.path-trick"},
      {"a step up with the other slash", {{"..\\a", "1"}}, "file.hostile why.path-trick"},
      {"an absolute path", {{"/etc/passwd", "1"}}, "file.hostile why.path-trick"},
      {"a drive", {{"C:a", "1"}}, "file.hostile why.path-trick"},
      {"a zero in a name", {{std::string("a\0b", 3), "1"}}, "file.hostile why.path-trick"},
      {"no name", {{"", "1"}}, "file.hostile why.path-trick"},
      {"encrypted", {{.name = "a", .data = "1", .flags = 1}}, "file.encrypted"},
      {"an offset into nowhere", {{.name = "a", .data = "1", .offset = 1}}, "file.unreadable why.zip-damaged"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(opening(build_zip(row.files)) == row.refused);
  }
  CHECK(opening(build_zip({sound, {"b", ""}, {"c", ""}}), 2) == "file.hostile why.too-many-entries");
  CHECK(opening(build_zip({{"a..b/...", "1"}})) == "");
}

TEST_CASE("entries over the same bytes are refused") {
  // The second file lies, header and all, inside the data of the first.
  std::string inner = build_zip({{"b", "payload"}});
  inner.resize(inner.find("PK\x01\x02"));
  std::string bytes = build_zip({{"a", inner}, {.name = "b", .data = "payload", .offset = 31}});
  CHECK(opening(bytes) == "file.hostile why.zip-overlap");
}

TEST_CASE("a file cut off anywhere is unreadable, and no cut is taken for sound") {
  const std::string bytes = build_zip({{"a.txt", "hello"}, {"b.txt", "world"}});
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK(opening(bytes.substr(0, size)) == "file.unreadable why.zip-cut-off");
  }
  CHECK(opening(bytes) == "");
}

TEST_CASE("a flipped byte never does worse than a refusal") {
  const std::string sound = build_zip({{"a.txt", "hello"}, {"b.txt", "world"}});
  for (std::size_t at = 0; at < sound.size(); ++at) {
    for (const char flip : {'\x01', '\x80', '\xFF'}) {
      std::string bytes = sound;
      bytes[at] = static_cast<char>(bytes[at] ^ flip);
      const std::string refused = opening(bytes);
      CHECK((refused.empty() || refused.starts_with("file.")));
    }
  }
}

TEST_CASE("what honest writers do is not refused") {
  const auto only_entry = [](const std::string& bytes) {
    const ZipDirectory zip(bytes, 100);
    return zip.entries().empty() ? std::string() : std::string(zip.entries().front().data);
  };
  const std::string sound = build_zip({{"a", "12345"}});
  CHECK(only_entry(sound + std::string(300, '\0')) == "12345");  // padded on the way
  CHECK(only_entry(sound + "\r\n--boundary--\r\n") == "12345");  // cut out of a mail
  CHECK(only_entry(build_zip({{"a", "12345"}}, std::string(65535, 'c'))) == "12345");
  CHECK(only_entry(build_zip({{.name = "a", .data = "12345", .flags = 1u << 11}, {"folder/", ""}, {"folder/b", "2"}})) == "12345");
  // Sizes and sum behind the data: zeros in the local header, and a descriptor that nobody needs.
  std::string described = build_zip({{.name = "a", .data = "12345", .flags = 8}});
  for (std::size_t i = 14; i < 26; ++i) described[i] = '\0';
  CHECK(only_entry(described) == "12345");
  CHECK(only_entry(build_zip({})) == "");
  // Two names in GBK that differ in a trailing byte which looks like one letter in either case.
  CHECK(ZipDirectory(build_zip({{"\xB0\x41.png", "1"}, {"\xB0\x61.png", "2"}}), 10).entries().size() == 2);
}

TEST_CASE("sizes that only a zip64 field could hold are no more believed than others") {
  // The extra field of the directory is rewritten by hand: id 1, 24 bytes, sizes and offset.
  const auto with_extra = [](std::uint64_t plain, std::uint64_t packed, std::uint64_t offset) {
    std::string bytes = build_zip({{.name = "a", .data = "12345", .flags = 8}});
    const std::size_t record = bytes.find("PK\x01\x02"), end = bytes.find("PK\x05\x06");
    std::string extra;
    put(extra, 1, 2), put(extra, 24, 2), put(extra, plain, 8), put(extra, packed, 8), put(extra, offset, 8);
    for (std::size_t i = 20; i < 28; ++i) bytes[record + i] = '\xFF';
    for (std::size_t i = 42; i < 46; ++i) bytes[record + i] = '\xFF';
    bytes[record + 30] = static_cast<char>(extra.size());
    bytes.insert(end, extra);
    bytes[end + extra.size() + 12] = static_cast<char>(end + extra.size() - record);
    return bytes;
  };
  CHECK(ZipDirectory(with_extra(5, 5, 0), 10).find("a")->data == "12345");
  CHECK(opening(with_extra(~0ull, 5, 0)) == "file.hostile why.zip-mismatch");
  CHECK(opening(with_extra(5, ~0ull, 0)) == "file.hostile why.zip-mismatch");
  CHECK(opening(with_extra(~0ull, ~0ull, 0)) == "file.unreadable why.zip-cut-off");
  CHECK(opening(with_extra(5, 5, ~0ull)) == "file.unreadable why.zip-damaged");
  CHECK(opening(with_extra(5, 5, ~0ull - 29)) == "file.unreadable why.zip-damaged");
}

TEST_CASE("the part that a refusal names can be shown, whatever its name is made of") {
  const auto part_of = [](const std::string& name) {
    try {
      refuse_unreadable("why.zip-damaged", name);
    } catch (const Error& error) {
      return error.message().args.at(1).second;
    }
  };
  CHECK(part_of("xl/a.xml") == "xl/a.xml");
  CHECK(part_of("\xB1\xED.xml") == "表.xml");  // GBK
  CHECK(part_of("a\xFF\xFF.xml") == "a??.xml");
  CHECK(part_of(std::string(199, 'a') + "表.xml") == std::string(199, 'a'));
  CHECK(part_of(std::string(70'000, 'a')) == std::string(200, 'a'));
}
