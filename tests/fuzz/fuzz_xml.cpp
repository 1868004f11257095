// XML Spreadsheet 2003.
#include "harness.hpp"
#include "read/spreadsheetml.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  huizong::fuzz::check_reader(huizong::read_spreadsheetml, huizong::fuzz::to_view(data, size), "a.xml");
  return 0;
}
