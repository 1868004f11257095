// A compound file with BIFF8 or BIFF5, or bare BIFF of Excel 2 to 4.
#include "harness.hpp"
#include "read/xls.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  huizong::fuzz::check_reader(huizong::read_xls, huizong::fuzz::to_view(data, size), "a.xls");
  return 0;
}
