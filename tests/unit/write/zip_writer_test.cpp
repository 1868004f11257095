#include "write/zip_writer.hpp"

#include <doctest/doctest.h>

#include "package/inflate.hpp"

using namespace huizong;

namespace {

std::string part(const ZipDirectory& zip, const char* name) {
  InflateBudget budget(1000000);
  return std::string(inflate_part(*zip.find(name), budget).view());
}

}  // namespace

TEST_CASE("what is packed reads back, and raw copies keep their packed bytes") {
  ZipWriter writer;
  const std::string long_text(5000, 'x');
  writer.add("a.xml", long_text);
  writer.add("短.txt", "xyz");
  writer.add("empty", "");
  const std::string bytes = writer.finish();
  const ZipDirectory zip(bytes, 10);
  REQUIRE(zip.entries().size() == 3);
  CHECK(part(zip, "a.xml") == long_text);
  CHECK(part(zip, "短.txt") == "xyz");
  CHECK(part(zip, "empty").empty());
  CHECK(zip.find("a.xml")->method == 8);
  CHECK(zip.find("短.txt")->method == 0);  // packing three bytes gains nothing
  CHECK(zip.find("短.txt")->crc == 0xEB8EBA67u);  // crc32(b"xyz") of Python's zlib

  ZipWriter copy;
  for (const ZipEntry& entry : zip.entries()) copy.add_raw(entry);
  CHECK(copy.finish() == bytes);
}
