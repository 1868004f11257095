// Every loop is bounded by the sectors that are there: a chain runs through each of them once, over the whole file.
#include "package/compound.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "package/refuse.hpp"

namespace huizong {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view magic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;
constexpr std::uint32_t last_regular = 0xFFFFFFFAu;  // MS-CFB 2.1: above it stand marks, not sectors
constexpr std::uint32_t no_entry = 0xFFFFFFFFu;
constexpr std::size_t header_bytes = 512, entry_bytes = 128, header_places = 109;
constexpr std::uint8_t kind_stream = 2, kind_root = 5;

std::uint32_t get(std::string_view bytes, std::size_t at, int width) {
  std::uint32_t value = 0;
  for (int i = 0; i < width; ++i)
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)])) << (8 * i);
  return value;
}

[[noreturn]] void refuse_damaged() { refuse_unreadable("why.compound-damaged"); }
[[noreturn]] void refuse_crossed() { refuse_hostile("why.compound-crossed"); }


bool is_same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return to_lower(x) == to_lower(y); });
}

struct DirectoryEntry {
  CompoundEntry entry;
  std::uint8_t kind = 0;
  std::uint32_t left = no_entry, right = no_entry, child = no_entry;
};

DirectoryEntry to_entry(std::string_view raw, bool has_long_size) {
  DirectoryEntry found;
  const std::uint32_t name_bytes = std::min<std::uint32_t>(get(raw, 64, 2), 64);
  found.entry.name = from_utf16(raw.substr(0, name_bytes & ~1u), false);
  found.entry.name.resize(std::min(found.entry.name.size(), found.entry.name.find('\0')));
  found.kind = static_cast<std::uint8_t>(raw[66]);
  found.left = get(raw, 68, 4);
  found.right = get(raw, 72, 4);
  found.child = get(raw, 76, 4);
  found.entry.first_sector = get(raw, 116, 4);
  found.entry.declared_size = get(raw, 120, 4);  // version 3 leaves rubbish in the upper half
  if (has_long_size) found.entry.declared_size |= static_cast<std::uint64_t>(get(raw, 124, 4)) << 32;
  return found;
}

}  // namespace

StreamBytes::StreamBytes(std::string own) : own_(std::make_unique<std::string>(std::move(own))) { add(*own_); }

void StreamBytes::add(std::string_view piece) {
  if (piece.empty()) return;
  std::string_view* last = pieces_.empty() ? nullptr : &pieces_.back().bytes;
  if (last && last->data() + last->size() == piece.data()) {
    *last = {last->data(), last->size() + piece.size()};
  } else {
    pieces_.push_back({size_, piece});
  }
  size_ += piece.size();
}

std::size_t StreamBytes::find_piece(std::size_t offset) const {
  const auto behind = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                                       [](std::size_t wanted, const Piece& piece) { return wanted < piece.offset; });
  return behind == pieces_.begin() ? 0 : static_cast<std::size_t>(behind - pieces_.begin()) - 1;
}

std::string StreamBytes::copy() const {
  std::string whole;
  whole.reserve(size_);
  for (const Piece& piece : pieces_) whole += piece.bytes;
  return whole;
}

bool is_compound(std::string_view bytes) { return bytes.substr(0, magic.size()) == magic; }

CompoundFile::CompoundFile(std::string_view bytes) : bytes_(bytes) {
  if (!is_compound(bytes) || bytes.size() < header_bytes) refuse_damaged();
  read_header();
  read_fat_places();
  read_directory();
}

void CompoundFile::read_header() {
  sector_shift_ = get(bytes_, 30, 2);
  small_shift_ = get(bytes_, 32, 2);
  small_limit_ = get(bytes_, 56, 4);
  if (get(bytes_, 28, 2) != 0xFFFE || sector_shift_ < 7 || sector_shift_ > 16 || small_shift_ < 2 ||
      small_shift_ > sector_shift_) {
    refuse_damaged();
  }
  // The header takes the first sector; with short sectors, its 512 bytes.
  const std::size_t head = std::max<std::size_t>(header_bytes, std::size_t{1} << sector_shift_);
  const std::size_t body = bytes_.size() > head ? bytes_.size() - head : 0;
  const std::size_t count = (body + (std::size_t{1} << sector_shift_) - 1) >> sector_shift_;
  if (count > last_regular) refuse_damaged();
  sector_count_ = static_cast<std::uint32_t>(count);
  used_.resize(sector_count_);
}

/// Which sectors hold the FAT: 109 in the header, more in a chain of their own. No more than the file can need.
void CompoundFile::read_fat_places() {
  const std::uint32_t in_sector = 1u << (sector_shift_ - 2);
  const std::size_t needed = (std::size_t{sector_count_} + in_sector - 1) / in_sector;
  for (std::size_t i = 0; i < header_places && fat_places_.size() < needed; ++i)
    fat_places_.push_back(get(bytes_, 76 + 4 * i, 4));
  for (std::uint32_t sector = get(bytes_, 68, 4); fat_places_.size() < needed && sector < sector_count_;) {
    const std::string_view places = sector_bytes(sector);
    if (places.size() < (std::size_t{in_sector} << 2)) return;
    for (std::uint32_t i = 0; i + 1 < in_sector && fat_places_.size() < needed; ++i)
      fat_places_.push_back(get(places, 4 * i, 4));
    sector = get(places, 4 * (in_sector - 1), 4);
  }
}

void CompoundFile::read_directory() { list_root(gather(get(bytes_, 48, 4), bytes_.size()).copy()); }

/// The children of the root entry: a tree of siblings, walked in the order in which it is met, each entry once.
void CompoundFile::list_root(std::string_view directory) {
  const std::size_t count = directory.size() / entry_bytes;
  if (count == 0) refuse_damaged();
  const bool has_long_size = get(bytes_, 26, 2) >= 4;
  const auto entry_at = [&](std::size_t i) {
    return to_entry(directory.substr(i * entry_bytes, entry_bytes), has_long_size);
  };
  const DirectoryEntry root = entry_at(0);
  if (root.kind != kind_root) refuse_damaged();
  root_ = root.entry;
  std::vector<bool> seen(count);
  std::vector<std::uint32_t> open = {root.child};
  while (!open.empty()) {
    const std::uint32_t at = open.back();
    open.pop_back();
    if (at >= count || seen[at]) continue;
    seen[at] = true;
    DirectoryEntry found = entry_at(at);
    open.push_back(found.left);
    open.push_back(found.right);
    if (found.kind == kind_stream) entries_.push_back(std::move(found.entry));
  }
}

const CompoundEntry* CompoundFile::find(std::string_view name) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const CompoundEntry& e) { return is_same_name(e.name, name); });
  return found == entries_.end() ? nullptr : &*found;
}

std::string_view CompoundFile::sector_bytes(std::uint32_t sector) const {
  const std::size_t head = std::max<std::size_t>(header_bytes, std::size_t{1} << sector_shift_);
  const std::size_t at = head + (std::size_t{sector} << sector_shift_);
  return at < bytes_.size() ? bytes_.substr(at, std::size_t{1} << sector_shift_) : std::string_view();
}

/// What the FAT says. A sector that no FAT sector covers ends its chain: a file may be cut off anywhere.
std::uint32_t CompoundFile::next_sector(std::uint32_t sector) const {
  const unsigned in_sector_shift = sector_shift_ - 2;
  const std::size_t place = sector >> in_sector_shift;
  if (place >= fat_places_.size() || fat_places_[place] >= sector_count_) return no_entry;
  const std::string_view fat = sector_bytes(fat_places_[place]);
  const std::size_t at = std::size_t{sector & ((1u << in_sector_shift) - 1)} * 4;
  return at + 4 <= fat.size() ? get(fat, at, 4) : no_entry;
}

/// The sectors of a chain, as many as `size` bytes need at most.
CompoundFile::Sectors CompoundFile::follow(std::uint32_t first, std::uint64_t size) {
  Sectors sectors;
  const std::uint64_t most =
      std::min<std::uint64_t>(sector_count_, (size + (1u << sector_shift_) - 1) >> sector_shift_);
  for (std::uint32_t sector = first; sectors.size() < most && sector < sector_count_; sector = next_sector(sector)) {
    if (used_[sector]) refuse_crossed();
    used_[sector] = true;
    sectors.push_back(sector);
  }
  return sectors;
}

StreamBytes CompoundFile::gather(std::uint32_t first, std::uint64_t size) {
  StreamBytes stream;
  for (const std::uint32_t sector : follow(first, size)) {
    const std::uint64_t left = size - stream.size();
    const std::string_view part =
        sector_bytes(sector).substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(left, bytes_.size())));
    stream.add(part);
    if (part.size() < (std::size_t{1} << sector_shift_)) break;  // the stream or the file ends here
  }
  return stream;
}

void CompoundFile::load_small_streams() {
  if (small_loaded_) return;
  small_loaded_ = true;
  small_stream_ = gather(root_.first_sector, std::max<std::uint64_t>(root_.declared_size, bytes_.size())).copy();
  small_fat_ = gather(get(bytes_, 60, 4), bytes_.size()).copy();
}

/// A stream in the small sectors, which stand in the stream of the root entry and have a FAT of their own.
StreamBytes CompoundFile::gather_small(const CompoundEntry& entry) {
  load_small_streams();
  const std::size_t sector_bytes_small = std::size_t{1} << small_shift_;
  const std::size_t count = (small_stream_.size() + sector_bytes_small - 1) >> small_shift_;
  const std::size_t size = static_cast<std::size_t>(entry.declared_size);
  std::vector<bool> used(count);
  std::string whole;
  for (std::uint32_t sector = entry.first_sector; sector < count && whole.size() < size;) {
    if (used[sector]) refuse_crossed();
    used[sector] = true;
    whole.append(small_stream_, std::size_t{sector} << small_shift_, sector_bytes_small);
    const std::size_t at = std::size_t{sector} * 4;
    sector = at + 4 <= small_fat_.size() ? get(small_fat_, at, 4) : no_entry;
  }
  whole.resize(std::min(whole.size(), size));
  return StreamBytes(std::move(whole));
}

StreamBytes CompoundFile::read(const CompoundEntry& entry) {
  return entry.declared_size < small_limit_ ? gather_small(entry) : gather(entry.first_sector, entry.declared_size);
}

}  // namespace huizong
