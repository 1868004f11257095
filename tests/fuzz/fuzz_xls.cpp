// Old workbooks: a compound file or bare BIFF of Excel 2 to 4 as it stands; BIFF of later versions in a compound file, whole
// and with its sectors scattered, which tears records apart so that the straight path does not take them.
#include "harness.hpp"
#include "package/compound_builder.hpp"
#include "read/xls.hpp"

namespace huizong::fuzz {
namespace {

/// What is read of a stream; "refused" where it is.
std::string read_stream(std::string_view stream, bool scattered) {
  const std::string file = test::build_compound({{"Workbook", std::string(stream)}}, {.scattered = scattered}).bytes;
  CheckingSink sink;
  if (refusal([&] { read_xls(file, "a.xls", small_limits, sink); })) return "refused";
  sink.finish();
  return std::move(sink.seen);
}

}  // namespace
}  // namespace huizong::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace huizong::fuzz;
  const std::string_view bytes = to_view(data, size);
  const bool is_stream = bytes.starts_with("\x09\x08");
  const std::string file = is_stream ? huizong::test::build_compound({{"Workbook", std::string(bytes)}}).bytes : std::string();
  check_reader(huizong::read_xls, is_stream ? std::string_view(file) : bytes, "a.xls");
  if (is_stream) require(read_stream(bytes, false) == read_stream(bytes, true), "where records stand does not show");
  return 0;
}
