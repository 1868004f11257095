#pragma once
// Entries of zip archives as packers write them; the code under test only inflates.

#include <libdeflate.h>

#include <string>

#include "package/zip_bytes.hpp"

namespace huizong::test {

inline ZipFile deflated(const ZipFile& file) {
  libdeflate_compressor* compressor = libdeflate_alloc_compressor(6);
  std::string out(libdeflate_deflate_compress_bound(compressor, file.data.size()), '\0');
  out.resize(libdeflate_deflate_compress(compressor, file.data.data(), file.data.size(), out.data(), out.size()));
  libdeflate_free_compressor(compressor);
  return {.name = file.name, .data = out, .method = 8, .plain_size = static_cast<std::int64_t>(file.data.size()),
          .crc = file.crc < 0 ? plain_crc32(file.data) : file.crc};
}

}  // namespace huizong::test
