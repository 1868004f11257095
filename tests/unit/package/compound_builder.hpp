#pragma once
// Compound files for tests, written sector by sector from MS-CFB, so that a test can damage any of them.

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "package/zip_bytes.hpp"

namespace huizong::test {

struct CompoundStream {
  std::string name;  ///< ASCII
  std::string data;
  bool in_storage = false;  ///< inside a storage named Inner
};

struct CompoundShape {
  unsigned version = 3;    ///< 3: sectors of 512 bytes; 4: of 4096
  bool scattered = false;  ///< every second sector of a stream stands behind all others
};

/// A compound file and where its tables stand in it.
struct Compound {
  std::string bytes;
  std::size_t sector_bytes = 512;
  std::uint32_t directory = 0;                 ///< its first sector
  std::vector<std::uint32_t> fat;              ///< its sectors
  std::map<std::string, std::uint32_t> first;  ///< first sector of a stream by its name

  std::size_t place(std::uint32_t sector) const { return (std::size_t{sector} + 1) * sector_bytes; }
  /// Where the FAT says what follows `sector`.
  std::size_t fat_place(std::uint32_t sector) const {
    return place(fat.at(sector / (sector_bytes / 4))) + sector % (sector_bytes / 4) * 4;
  }
  std::size_t entry_place(std::size_t number) const { return place(directory) + number * 128; }
};

inline void poke(std::string& bytes, std::size_t at, std::uint64_t value, int width) {
  for (int i = 0; i < width; ++i) bytes.at(at + static_cast<std::size_t>(i)) = static_cast<char>(value >> (8 * i));
}

class CompoundBuilder {
 public:
  CompoundBuilder(const std::vector<CompoundStream>& streams, CompoundShape shape) : streams_(streams), shape_(shape) {
    built_.sector_bytes = shape.version == 4 ? 4096 : 512;
  }

  Compound build() {
    std::string small, directory;
    std::vector<std::uint32_t> small_fat;
    std::vector<std::pair<std::uint32_t, std::size_t>> places;  // first sector and size, by stream
    for (const CompoundStream& s : streams_) {
      places.emplace_back(s.data.size() < 4096 ? add_small(s.data, small, small_fat) : add_chain(s.data),
                          s.data.size());
      built_.first[s.name] = places.back().first;
    }
    const std::uint32_t small_at = small.empty() ? end : add_chain(small);
    std::string small_table;
    for (const std::uint32_t next : small_fat) put(small_table, next, 4);
    const std::uint32_t small_fat_at = small.empty() ? end : add_chain(pad(small_table, '\xFF'));
    add_directory(places, small_at, small.size(), directory);
    built_.directory = add_chain(pad(directory, '\0'));
    write_tables(small_fat_at, static_cast<std::uint32_t>(small_fat.empty() ? 0 : 1));
    return built_;
  }

 private:
  static constexpr std::uint32_t end = 0xFFFFFFFEu, free = 0xFFFFFFFFu, of_fat = 0xFFFFFFFDu, of_difat = 0xFFFFFFFCu;

  std::string pad(std::string data, char with) const {
    data.resize((data.size() + built_.sector_bytes - 1) / built_.sector_bytes * built_.sector_bytes, with);
    return data;
  }

  std::uint32_t add_chain(const std::string& data) {
    const std::string padded = pad(data, '\0');
    const auto count = static_cast<std::uint32_t>(padded.size() / built_.sector_bytes);
    const auto from = static_cast<std::uint32_t>(next_.size());
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < count; i += shape_.scattered ? 2 : 1) order.push_back(i);
    for (std::uint32_t i = 1; shape_.scattered && i < count; i += 2) order.push_back(i);
    std::vector<std::uint32_t> place(count);
    for (std::uint32_t i = 0; i < count; ++i) place[order[i]] = from + i;
    next_.resize(next_.size() + count);
    body_.resize(body_.size() + padded.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      next_[place[i]] = i + 1 < count ? place[i + 1] : end;
      body_.replace(place[i] * built_.sector_bytes, built_.sector_bytes, padded, i * built_.sector_bytes,
                    built_.sector_bytes);
    }
    return count == 0 ? end : place[0];
  }

  std::uint32_t add_small(const std::string& data, std::string& small, std::vector<std::uint32_t>& small_fat) {
    const auto from = static_cast<std::uint32_t>(small_fat.size());
    const auto count = static_cast<std::uint32_t>((data.size() + 63) / 64);
    for (std::uint32_t i = 0; i < count; ++i) small_fat.push_back(i + 1 < count ? from + i + 1 : end);
    small += data;
    small.resize(small_fat.size() * 64);
    return count == 0 ? end : from;
  }

  static void add_entry(std::string& out, std::string_view name, int kind, std::uint32_t right, std::uint32_t child,
                        std::uint32_t first, std::uint64_t size) {
    std::string entry;
    for (const char c : name) entry += {c, '\0'};
    entry.resize(64);
    put(entry, name.empty() ? 0 : 2 * name.size() + 2, 2);
    put(entry, static_cast<std::uint64_t>(kind) | 0x100, 2);
    put(entry, free, 4), put(entry, right, 4), put(entry, child, 4);
    entry.resize(116);
    put(entry, first, 4), put(entry, size, 8);
    out += entry;
  }

  /// Root, the storage Inner, then the streams: siblings to the right of one another.
  void add_directory(const std::vector<std::pair<std::uint32_t, std::size_t>>& places, std::uint32_t small_at,
                     std::size_t small_size, std::string& out) const {
    std::vector<std::uint32_t> outer = {1}, inner;
    for (std::uint32_t i = 0; i < streams_.size(); ++i) (streams_[i].in_storage ? inner : outer).push_back(i + 2);
    const auto behind = [](const std::vector<std::uint32_t>& row, std::uint32_t at) {
      const auto found = std::find(row.begin(), row.end(), at);
      return found == row.end() || found + 1 == row.end() ? free : found[1];
    };
    add_entry(out, "Root Entry", 5, free, 1, small_at, small_size);
    add_entry(out, "Inner", 1, behind(outer, 1), inner.empty() ? free : inner[0], 0, 0);
    for (std::uint32_t i = 0; i < streams_.size(); ++i) {
      const auto& row = streams_[i].in_storage ? inner : outer;
      add_entry(out, streams_[i].name, 2, behind(row, i + 2), free, places[i].first, places[i].second);
    }
  }

  void write_tables(std::uint32_t small_fat_at, std::uint32_t small_fat_count) {
    const std::size_t in_sector = built_.sector_bytes / 4;
    std::size_t fats = 0, difats = 0;
    for (std::size_t total = 0; total != next_.size() + fats + difats;) {
      total = next_.size() + fats + difats;
      fats = (total + in_sector - 1) / in_sector;
      difats = fats > 109 ? (fats - 109 + in_sector - 2) / (in_sector - 1) : 0;
    }
    for (std::size_t i = 0; i < fats; ++i) {
      built_.fat.push_back(static_cast<std::uint32_t>(next_.size()));
      next_.push_back(of_fat);
    }
    const auto difat_at = static_cast<std::uint32_t>(next_.size());
    next_.insert(next_.end(), difats, of_difat);
    std::string table, places;
    for (const std::uint32_t next : next_) put(table, next, 4);
    body_ += pad(table, '\xFF');
    for (std::size_t i = 0; i < difats; ++i) {
      std::string sector;
      for (std::size_t k = 0; k + 1 < in_sector; ++k) {
        const std::size_t at = 109 + i * (in_sector - 1) + k;
        put(sector, at < fats ? built_.fat[at] : free, 4);
      }
      put(sector, i + 1 < difats ? difat_at + i + 1 : end, 4);
      body_ += sector;
    }
    std::string head("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    head.resize(24);
    put(head, 0x3E, 2), put(head, shape_.version, 2), put(head, 0xFFFE, 2);
    put(head, shape_.version == 4 ? 12 : 9, 2), put(head, 6, 2);
    head.resize(44);
    put(head, fats, 4), put(head, built_.directory, 4), put(head, 0, 4), put(head, 4096, 4);
    put(head, small_fat_at, 4), put(head, small_fat_count, 4), put(head, difats == 0 ? end : difat_at, 4),
        put(head, difats, 4);
    for (std::size_t i = 0; i < 109; ++i) put(head, i < fats ? built_.fat[i] : free, 4);
    head.resize(built_.sector_bytes);
    built_.bytes = head + body_;
  }

  const std::vector<CompoundStream>& streams_;
  CompoundShape shape_;
  Compound built_;
  std::string body_;
  std::vector<std::uint32_t> next_;
};

inline Compound build_compound(const std::vector<CompoundStream>& streams, CompoundShape shape = {}) {
  return CompoundBuilder(streams, shape).build();
}

}  // namespace huizong::test
