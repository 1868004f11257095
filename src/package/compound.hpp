#pragma once
// The compound file that old Office programs keep their streams in: sectors chained like the clusters of a disk.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace huizong {

/// The bytes of a stream where they stand: a file that grew while it was written has them in many pieces, and putting
/// them together would take as much memory as the file once more.
class StreamBytes {
 public:
  struct Piece {
    std::size_t offset = 0;  ///< of its first byte in the stream
    std::string_view bytes;
  };

  StreamBytes() = default;
  explicit StreamBytes(std::string_view whole) { add(whole); }
  explicit StreamBytes(std::string own);
  StreamBytes(StreamBytes&&) = default;
  StreamBytes& operator=(StreamBytes&&) = default;

  void add(std::string_view piece);  ///< at the end; joins the last piece where that ends in front of it
  std::size_t size() const { return size_; }
  const std::vector<Piece>& pieces() const { return pieces_; }
  /// Number of the piece that holds the byte at `offset`; the last one for what lies behind.
  std::size_t find_piece(std::size_t offset) const;
  std::string copy() const;

 private:
  std::unique_ptr<std::string> own_;
  std::vector<Piece> pieces_;  ///< none is empty
  std::size_t size_ = 0;
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
  std::string small_stream_;
  std::string small_fat_;
  bool small_loaded_ = false;
};

}  // namespace huizong
