// Old workbooks: a compound file or bare BIFF of Excel 2 to 4 as it stands; BIFF of later versions in a compound file.
#include "harness.hpp"
#include "package/compound_builder.hpp"
#include "read/xls.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace huizong::fuzz;
  const std::string_view bytes = to_view(data, size);
  const bool is_stream = bytes.starts_with("\x09\x08");
  const std::string file = is_stream ? huizong::test::build_compound({{"Workbook", std::string(bytes)}}).bytes : std::string();
  check_reader(huizong::read_xls, is_stream ? std::string_view(file) : bytes, "a.xls");
  return 0;
}
