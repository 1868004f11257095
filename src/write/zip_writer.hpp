#pragma once
// A zip archive in memory, without a clock: parts taken over raw from another archive, and new ones. Private to write/.

#include <cstdint>
#include <string>
#include <string_view>

#include "package/zip.hpp"

namespace huizong {

class ZipWriter {
 public:
  /// Takes the packed bytes of an entry over as they are.
  void add_raw(const ZipEntry& entry);
  /// Packs a part; where packing gains nothing it is stored.
  void add(std::string_view name, std::string_view bytes);
  /// The whole archive; nothing may be added afterwards. *Errors*: std::length_error past 4 GiB (no zip64).
  std::string finish();

 private:
  struct Header {
    std::string_view name;
    std::uint16_t flags, method;
    std::uint32_t crc;
    std::uint64_t packed, plain;
  };
  void append(const Header& header, std::string_view data);

  std::string out_;
  std::string directory_;
  std::uint16_t count_ = 0;
};

}  // namespace huizong
