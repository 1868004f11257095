#pragma once
// A strict zip directory over bytes in memory. Whatever two programs could read in two ways is refused.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace huizong {

enum class ZipMethod : std::uint16_t { stored = 0, deflated = 8 };

/// One file of the archive. `data` is a view of its bytes as stored, so that a patched copy can take it over raw.
struct ZipEntry {
  std::string name;  ///< with / between folders, whatever the writer used
  std::string_view data;
  std::uint64_t declared_size = 0;  ///< a claim: never allocate from it
  std::uint64_t local_offset = 0;
  std::uint32_t crc = 0;
  std::uint16_t method = 0;
  std::uint16_t flags = 0;
};

/// The directory of a zip archive, checked as a whole when it is opened. Views live as long as `bytes`.
class ZipDirectory {
 public:
  /// *Errors*: file.unreadable why.zip-cut-off, why.zip-damaged; file.encrypted; file.hostile why.zip-overlap,
  /// why.zip-duplicate, why.zip-mismatch, why.too-many-entries, why.path-trick. *Source*: APPNOTE.TXT 6.3.9, 4.3.
  ZipDirectory(std::string_view bytes, std::size_t max_entries);

  const std::vector<ZipEntry>& entries() const { return entries_; }
  /// By its name, ASCII letters in either case (OPC part names are equal so); nullptr where there is none.
  const ZipEntry* find(std::string_view name) const;

 private:
  /// A name by a number that is the same for names that are equal, and seldom for others.
  struct Key {
    std::uint64_t hash = 0;
    std::uint32_t entry = 0;
  };

  void order_names();
  bool is_before(const Key& key, std::uint64_t hash, std::string_view name) const;

  std::vector<ZipEntry> entries_;  ///< in directory order
  std::vector<Key> by_name_;       ///< ordered by hash, equal names side by side
};

/// Do the bytes begin as a zip archive does (a local header, or the end record of an empty one)?
bool is_zip(std::string_view bytes);

}  // namespace huizong
