// OpenDocument: a package as it stands; any other input as the one XML document that it holds, flat and packed.
#include <libdeflate.h>

#include "harness.hpp"
#include "package/zip.hpp"
#include "package/zip_bytes.hpp"
#include "read/ods.hpp"

namespace huizong::fuzz {
namespace {

std::string pack(std::string_view content) {
  test::ZipFile file{.name = "content.xml", .data = std::string(content)};
  file.crc = libdeflate_crc32(0, content.data(), content.size());
  return test::build_zip({file});
}

std::string read_seen(std::string_view bytes) {
  CheckingSink sink;
  const auto refused = refusal([&] { read_ods(bytes, "a.ods", small_limits, sink); });
  if (!refused) sink.finish();
  return refused ? *refused : sink.seen;
}

}  // namespace
}  // namespace huizong::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace huizong;
  using namespace huizong::fuzz;
  const std::string_view bytes = to_view(data, size);
  check_reader(read_ods, bytes, "a.ods");
  if (is_zip(bytes)) return 0;
  const std::string flat = read_seen(bytes), packed = read_seen(pack(bytes));
  const bool is_plain = is_utf8(bytes);  // a flat document may declare its encoding, a part may not
  if (is_plain && !flat.starts_with("file.")) require(flat == packed, "a document reads the same flat and packed");
  return 0;
}
