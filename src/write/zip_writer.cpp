#include "write/zip_writer.hpp"

#include <libdeflate.h>

#include <limits>
#include <memory>
#include <stdexcept>

namespace huizong {
namespace {

constexpr std::uint16_t stored = 0, deflated = 8;
constexpr std::uint16_t flag_utf8 = 1u << 11, flags_of_deflate = 3u << 1;
constexpr std::uint16_t version_needed = 20;
constexpr std::uint32_t first_of_january_1980 = 0x00210000;  // DOS date over DOS time

void put(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

void check_size(std::uint64_t size) {
  if (size >= std::numeric_limits<std::uint32_t>::max()) throw std::length_error("zip archive past 4 GiB");
}

std::string deflate(std::string_view bytes) {
  const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
      libdeflate_alloc_compressor(6), libdeflate_free_compressor);
  if (!compressor) throw std::bad_alloc();
  std::string packed(libdeflate_deflate_compress_bound(compressor.get(), bytes.size()), '\0');
  packed.resize(
      libdeflate_deflate_compress(compressor.get(), bytes.data(), bytes.size(), packed.data(), packed.size()));
  return packed;
}

}  // namespace

void ZipWriter::append(const Header& header, std::string_view data) {
  check_size(out_.size() + data.size());
  check_size(header.plain);
  if (count_ == std::numeric_limits<std::uint16_t>::max()) throw std::length_error("zip archive of too many parts");
  // What the local header and the directory have in common.
  std::string common;
  put(common, version_needed, 2);
  put(common, header.flags, 2);
  put(common, header.method, 2);
  put(common, first_of_january_1980, 4);
  put(common, header.crc, 4);
  put(common, header.packed, 4);
  put(common, header.plain, 4);
  put(common, header.name.size(), 2);
  put(common, 0, 2);  // extra field

  directory_ += "PK\x01\x02";
  put(directory_, version_needed, 2);  // made by
  directory_ += common;
  directory_.append(10, '\0');  // length of the comment, disk, attributes
  put(directory_, out_.size(), 4);
  directory_ += header.name;

  out_ += "PK\x03\x04";
  out_ += common;
  out_ += header.name;
  out_ += data;
  ++count_;
}

void ZipWriter::add_raw(const ZipEntry& entry) {
  // Sizes stand in the header here, so no descriptor follows the data.
  const auto flags = static_cast<std::uint16_t>(entry.flags & (flag_utf8 | flags_of_deflate));
  append({entry.name, flags, entry.method, entry.crc, entry.data.size(), entry.declared_size}, entry.data);
}

void ZipWriter::add(std::string_view name, std::string_view bytes) {
  const std::uint32_t crc = libdeflate_crc32(0, bytes.data(), bytes.size());
  const std::string packed = deflate(bytes);
  const bool gains = !packed.empty() && packed.size() < bytes.size();
  const std::string_view data = gains ? std::string_view(packed) : bytes;
  append({name, flag_utf8, gains ? deflated : stored, crc, data.size(), bytes.size()}, data);
}

std::string ZipWriter::finish() {
  const std::uint64_t offset = out_.size();
  check_size(offset + directory_.size());
  out_ += directory_;
  out_ += "PK\x05\x06";
  put(out_, 0, 4);  // disks
  put(out_, count_, 2);
  put(out_, count_, 2);
  put(out_, directory_.size(), 4);
  put(out_, offset, 4);
  put(out_, 0, 2);  // comment
  return std::move(out_);
}

}  // namespace huizong
