// Delimited text in any encoding, and the sniffing of what is no archive.
#include "harness.hpp"
#include "read/read_csv.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace huizong;
  using namespace huizong::fuzz;
  const std::string_view bytes = to_view(data, size);
  constexpr std::uint32_t any_row = 0xFFFFFFFFu;  // a text may be longer than a sheet
  check_reader(read_csv, bytes, "a.csv", any_row);
  check_reader(read_workbook, bytes, "a.txt", any_row);
  return 0;
}
