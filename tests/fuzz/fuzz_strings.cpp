// Shared strings and styles: the parts of a workbook that its sheets lean on.
#include <libdeflate.h>

#include "harness.hpp"
#include "read/xlsx_strings.hpp"
#include "read/xlsx_styles.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace huizong;
  using namespace huizong::fuzz;
  ZipEntry entry;
  entry.name = "sharedStrings.xml";
  entry.data = to_view(data, size);
  entry.declared_size = size;
  entry.crc = libdeflate_crc32(0, data, size);
  refusal([&] {
    InflateBudget budget(small_limits.string_bytes);
    const SharedStrings strings(entry, budget);
    require(strings.size() <= size / 4, "no string without bytes of its own");
    for (std::size_t i = 0; i < strings.size(); ++i) require(is_utf8(strings[i]), "a string is UTF-8");
  });
  refusal([&] {
    InflateBudget budget(small_limits.part_bytes);
    require(read_styles(entry, budget).looks.size() <= size / 3, "no style without bytes of its own");
  });
  return 0;
}
