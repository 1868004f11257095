// Tables of a web page, or of one kept as a single file.
#include "harness.hpp"
#include "read/html.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  huizong::fuzz::check_reader(huizong::read_html, huizong::fuzz::to_view(data, size), "a.html");
  return 0;
}
