#pragma once
// Zip archives for tests, written byte by byte, so that a test can write what no honest program would.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace huizong::test {

/// CRC-32 bit by bit, from the polynomial: the oracle for the library's.
inline std::uint32_t plain_crc32(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFFu;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320u : 0u);
  }
  return ~crc;
}

/// One file as it is to be written. What is left at its default is written as it truly is.
struct ZipFile {
  std::string name;
  std::string data;                ///< as stored
  std::uint16_t method = 0;
  std::uint16_t flags = 0;
  std::int64_t plain_size = -1;    ///< -1: the size of `data`
  std::int64_t crc = -1;           ///< -1: the sum of `data`
  std::string local_name = {};     ///< empty: the same name
  std::int64_t local_size = -1;    ///< -1: as in the directory
  std::int64_t offset = -1;        ///< -1: where it is
};

inline void put(std::string& out, std::uint64_t value, int width) {
  for (int i = 0; i < width; ++i) out += static_cast<char>(value >> (8 * i));
}

inline std::string build_zip(const std::vector<ZipFile>& files, std::string_view comment = "") {
  std::string out, directory;
  for (const ZipFile& f : files) {
    const std::uint64_t at = out.size();
    const std::uint64_t plain = f.plain_size < 0 ? f.data.size() : static_cast<std::uint64_t>(f.plain_size);
    const std::uint64_t crc = f.crc < 0 ? plain_crc32(f.data) : static_cast<std::uint64_t>(f.crc);
    const std::string& local_name = f.local_name.empty() ? f.name : f.local_name;
    out += "PK\x03\x04";
    for (const std::uint64_t half : {20u + 0u, f.flags + 0u, f.method + 0u, 0u, 0u}) put(out, half, 2);
    put(out, crc, 4), put(out, f.data.size(), 4);
    put(out, f.local_size < 0 ? plain : static_cast<std::uint64_t>(f.local_size), 4);
    put(out, local_name.size(), 2), put(out, 0, 2);
    out += local_name + f.data;
    directory += "PK\x01\x02";
    for (const std::uint64_t half : {20u + 0u, 20u + 0u, f.flags + 0u, f.method + 0u, 0u, 0u}) put(directory, half, 2);
    put(directory, crc, 4), put(directory, f.data.size(), 4), put(directory, plain, 4);
    put(directory, f.name.size(), 2), put(directory, 0, 2), put(directory, 0, 2), put(directory, 0, 2), put(directory, 0, 2);
    put(directory, 0, 4), put(directory, f.offset < 0 ? at : static_cast<std::uint64_t>(f.offset), 4);
    directory += f.name;
  }
  const std::uint64_t start = out.size();
  out += directory + "PK\x05\x06";
  put(out, 0, 4), put(out, files.size(), 2), put(out, files.size(), 2), put(out, directory.size(), 4), put(out, start, 4);
  put(out, comment.size(), 2);
  return out + std::string(comment);
}

}  // namespace huizong::test
