// Word documents: a package as it stands; any other input as word/document.xml of one.
#include <libdeflate.h>

#include "harness.hpp"
#include "package/zip.hpp"
#include "package/zip_bytes.hpp"
#include "read/docx.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace huizong;
  const std::string_view bytes = fuzz::to_view(data, size);
  if (is_zip(bytes)) {
    fuzz::check_reader(read_docx, bytes, "a.docx");
    return 0;
  }
  test::ZipFile file{.name = "word/document.xml", .data = std::string(bytes)};
  file.crc = libdeflate_crc32(0, bytes.data(), bytes.size());
  fuzz::check_reader(read_docx, test::build_zip({file}), "a.docx");
  return 0;
}
