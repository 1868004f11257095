#pragma once
// The compound file that old Office programs keep their streams in: sectors chained like the clusters of a disk.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace huizong {

/// The bytes of a stream: a view of the file where its sectors stand in one row, else put together.
class StreamBytes {
 public:
  StreamBytes() = default;
  explicit StreamBytes(std::string_view borrowed) : view_(borrowed) {}
  StreamBytes(std::unique_ptr<char[]> own, std::size_t size) : own_(std::move(own)), view_(own_.get(), size) {}
  std::string_view view() const { return view_; }
  bool is_borrowed() const { return !own_; }

 private:
  std::unique_ptr<char[]> own_;
  std::string_view view_;
};

/// One stream of the root storage.
struct CompoundEntry {
  std::string name;  ///< UTF-8
  std::uint32_t first_sector = 0;
  std::uint64_t declared_size = 0;  ///< a claim: never allocate from it
};

/// Does the file begin as a compound file does?
bool is_compound(std::string_view bytes);

/// The streams of the root storage; those of storages inside (embedded objects) are not listed. Lenient: a stream may
/// be shorter than it says where the file or its chain ends before; who reads the stream must notice.
/// Views live as long as `bytes`. *Source*: MS-CFB 2.2 to 2.6.
class CompoundFile {
 public:
  /// *Errors*: file.unreadable why.compound-damaged; file.hostile why.compound-crossed.
  explicit CompoundFile(std::string_view bytes);

  const std::vector<CompoundEntry>& entries() const { return entries_; }
  /// By its name, ASCII letters in either case; nullptr where there is none.
  const CompoundEntry* find(std::string_view name) const;
  /// *Errors*: file.hostile why.compound-crossed where its chain runs in a circle or through a chain read before.
  StreamBytes read(const CompoundEntry& entry);

 private:
  using Sectors = std::vector<std::uint32_t>;

  void read_header();
  void read_fat_places();
  void read_directory();
  void list_root(std::string_view directory);
  std::uint32_t next_sector(std::uint32_t sector) const;
  std::string_view sector_bytes(std::uint32_t sector) const;
  Sectors follow(std::uint32_t first, std::uint64_t size);
  StreamBytes gather(std::uint32_t first, std::uint64_t size);
  StreamBytes gather_small(const CompoundEntry& entry);
  void load_small_streams();

  std::string_view bytes_;
  unsigned sector_shift_ = 9;
  unsigned small_shift_ = 6;
  std::uint32_t small_limit_ = 4096;  ///< streams below this size stand in the small sectors
  std::uint32_t sector_count_ = 0;    ///< of sectors that are at least begun in the file
  Sectors fat_places_;                ///< sectors of the FAT, by position
  std::vector<bool> used_;            ///< sectors that a chain has run through
  std::vector<CompoundEntry> entries_;
  CompoundEntry root_;  ///< its stream holds the small sectors
  StreamBytes small_stream_;
  StreamBytes small_fat_;
  bool small_loaded_ = false;
};

}  // namespace huizong
