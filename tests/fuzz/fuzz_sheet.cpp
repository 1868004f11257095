// The sheet scanner: one worksheet part, whole and through windows that cut it anywhere.
#include <libdeflate.h>

#include <algorithm>

#include "harness.hpp"
#include "package/inflate.hpp"
#include "read/xlsx_sheet.hpp"

namespace huizong::fuzz {
namespace {

ZipEntry to_entry(std::string_view name, std::string_view data) {
  ZipEntry entry;
  entry.name = name;
  entry.data = data;
  entry.declared_size = data.size();
  entry.crc = libdeflate_crc32(0, data.data(), data.size());
  return entry;
}

struct Reading {
  bool refused = false;  ///< by which rule may hang on what of it was seen first
  std::string seen;

  bool operator==(const Reading&) const = default;
};

/// `window_bytes` 0: the whole part in one window.
Reading read_part(std::string_view xml, const SharedStrings& strings, std::size_t window_bytes) {
  const ZipEntry entry = to_entry("sheet1.xml", xml);
  InflateBudget budget(small_limits.part_bytes);
  const CellLooks looks{NumberLook::plain, NumberLook::date, NumberLook::percent};
  const SheetContext context{{strings, looks, false}, [&] {
                               InflateBudget again(small_limits.part_bytes);
                               PartWindow window(entry, again, 1, window_bytes);
                               return read_filters(window);
                             }};
  CheckingSink sink;
  Reading reading;
  reading.refused = refusal([&] {
    PartWindow window(entry, budget, 1, window_bytes);
    if (sink.begin_sheet({"a"})) read_sheet(window, context, sink);
    sink.finish();
  }).has_value();
  if (!reading.refused) reading.seen = std::move(sink.seen);
  return reading;
}

std::string with_single_quotes(std::string text) {
  std::replace(text.begin(), text.end(), '"', '\'');
  return text;
}

}  // namespace
}  // namespace huizong::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace huizong;
  using namespace huizong::fuzz;
  static const std::string strings_xml = "<sst><si><t>one</t></si><si><t>_x4e8c_</t></si><si/><si><r><t>3</t></r></si></sst>";
  static const ZipEntry strings_entry = to_entry("sharedStrings.xml", strings_xml);
  static InflateBudget strings_budget(1 << 20);
  static const SharedStrings strings(strings_entry, strings_budget);
  // The straight path looks only at what has room behind it.
  const std::string xml = std::string(to_view(data, size)) + std::string(300, ' ');
  Reading whole = read_part(xml, strings, 0);
  for (const std::size_t window_bytes : {16, 61, 1000}) {
    require(read_part(xml, strings, window_bytes) == whole, "a window's cut does not show");
  }
  if (xml.find('\'') != std::string::npos || is_utf16(xml)) return 0;
  Reading slow = read_part(with_single_quotes(xml), strings, 0);  // which the straight path does not take
  whole.seen = with_single_quotes(std::move(whole.seen));
  require(slow == whole, "the straight path reads what the other one reads");
  return 0;
}
