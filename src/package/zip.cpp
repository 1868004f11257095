#include "package/zip.hpp"

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "package/bytes8.hpp"
#include "package/refuse.hpp"

namespace huizong {
namespace {

constexpr std::string_view local_magic = "PK\x03\x04";
constexpr std::string_view central_magic = "PK\x01\x02";
constexpr std::string_view end_magic = "PK\x05\x06";
constexpr std::string_view end64_magic = "PK\x06\x06";
constexpr std::string_view locator64_magic = "PK\x06\x07";
constexpr std::uint16_t flag_encrypted = 1u << 0, flag_descriptor = 1u << 3, flag_strong = 1u << 6,
                        flag_masked = 1u << 13;
constexpr std::size_t record_bytes = 46;  // of a record of the directory, without its name
constexpr std::uint32_t in_zip64 = 0xFFFFFFFFu;

/// Little-endian number at `offset`. *Errors*: a read past the end means that the file was cut off.
template <typename Number>
Number number_at(std::string_view bytes, std::uint64_t offset) {
  if (offset > bytes.size() || bytes.size() - offset < sizeof(Number)) refuse_unreadable("why.zip-cut-off");
  Number value = 0;
  for (std::size_t i = 0; i < sizeof value; ++i) {
    value = static_cast<Number>(value | static_cast<Number>(static_cast<unsigned char>(bytes[offset + i])) << (8 * i));
  }
  return value;
}

std::uint64_t u64(std::string_view bytes, std::uint64_t offset) { return number_at<std::uint64_t>(bytes, offset); }
std::uint32_t u32(std::string_view bytes, std::uint64_t offset) { return number_at<std::uint32_t>(bytes, offset); }
std::uint16_t u16(std::string_view bytes, std::uint64_t offset) { return number_at<std::uint16_t>(bytes, offset); }

std::string_view slice(std::string_view bytes, std::uint64_t offset, std::uint64_t size) {
  if (offset > bytes.size() || bytes.size() - offset < size) refuse_unreadable("why.zip-cut-off");
  return bytes.substr(offset, size);
}

bool has_magic(std::string_view bytes, std::uint64_t offset, std::string_view magic) {
  return offset <= bytes.size() && bytes.substr(offset, magic.size()) == magic;
}

/// Where the central directory lies.
struct Span {
  std::uint64_t offset = 0, size = 0, count = 0, limit = 0;  ///< limit: where the end records begin
};

/// The last end record whose comment fits into the file: a comment may hold the magic, but not run past the end.
std::uint64_t find_end_record(std::string_view bytes) {
  constexpr std::size_t record = 22, longest_comment = 65535;
  if (bytes.size() < record) refuse_unreadable("why.zip-cut-off");
  const std::size_t lowest = bytes.size() > record + longest_comment ? bytes.size() - record - longest_comment : 0;
  for (std::size_t at = bytes.size() - record + 1; at-- > lowest;) {
    if (has_magic(bytes, at, end_magic) && at + record + u16(bytes, at + 20) <= bytes.size()) return at;
  }
  refuse_unreadable("why.zip-cut-off");
}

Span find_directory(std::string_view bytes) {
  const std::uint64_t end = find_end_record(bytes);
  Span span{u32(bytes, end + 16), u32(bytes, end + 12), u16(bytes, end + 10), end};
  if (u16(bytes, end + 4) != 0 && u16(bytes, end + 4) != 0xFFFF) refuse_unreadable("why.zip-damaged");  // many disks
  const bool is_zip64 = span.offset == in_zip64 || span.size == in_zip64 || span.count == 0xFFFF;
  if (is_zip64 && end >= 20 && has_magic(bytes, end - 20, locator64_magic)) {
    const std::uint64_t end64 = u64(bytes, end - 12);
    if (end64 > end - 20 || !has_magic(bytes, end64, end64_magic)) refuse_unreadable("why.zip-damaged");
    span = {u64(bytes, end64 + 48), u64(bytes, end64 + 40), u64(bytes, end64 + 32), end64};
  }
  if (span.offset > span.limit || span.size > span.limit - span.offset) refuse_unreadable("why.zip-damaged");
  return span;
}

/// The three sizes that a zip64 extra field may replace, in the order in which it lists them.
struct Sizes {
  std::uint64_t plain = 0, packed = 0, offset = 0;
};

void take_zip64(std::string_view extra, Sizes& sizes) {
  while (extra.size() >= 4) {
    const std::uint16_t id = u16(extra, 0), length = u16(extra, 2);
    std::string_view field = extra.substr(4, length);
    extra.remove_prefix(std::min<std::size_t>(extra.size(), 4u + length));
    if (id != 1) continue;
    for (std::uint64_t* value : {&sizes.plain, &sizes.packed, &sizes.offset}) {
      if (*value != in_zip64 || field.size() < 8) continue;
      *value = u64(field, 0);
      field.remove_prefix(8);
    }
  }
}

/// *Errors*: file.hostile why.path-trick for names that lead out of the archive.
std::string clean_name(std::string_view raw) {
  std::string name(raw);
  std::replace(name.begin(), name.end(), '\\', '/');
  if (name.empty() || name.front() == '/' || name.find('\0') != std::string::npos) refuse_hostile("why.path-trick");
  if (name.size() > 1 && name[1] == ':') refuse_hostile("why.path-trick");
  for (std::size_t from = 0; from <= name.size();) {
    const std::size_t to = std::min(name.find('/', from), name.size());
    if (std::string_view(name).substr(from, to - from) == "..") refuse_hostile("why.path-trick");
    from = to + 1;
  }
  return name;
}

/// Reads the local header of `entry` and holds it against the directory. Sets `data`.
void check_local_header(std::string_view bytes, std::string_view raw_name, std::uint64_t packed, ZipEntry& entry) {
  const std::uint64_t at = entry.local_offset;
  if (!has_magic(bytes, at, local_magic)) refuse_unreadable("why.zip-damaged");
  const std::uint16_t flags = u16(bytes, at + 6), name_size = u16(bytes, at + 26), extra_size = u16(bytes, at + 28);
  if (flags & (flag_encrypted | flag_strong)) refuse_encrypted();
  Sizes local{u32(bytes, at + 22), u32(bytes, at + 18), 0};
  take_zip64(slice(bytes, at + 30 + name_size, extra_size), local);
  const bool same_name = slice(bytes, at + 30, name_size) == raw_name;
  const bool same_sizes =
      local.plain == entry.declared_size && local.packed == packed && u32(bytes, at + 14) == entry.crc;
  // With a data descriptor the sizes follow the data; the header then holds zeros or, with some writers, the truth.
  const bool sizes_follow = (flags & flag_descriptor) != 0;
  if (!same_name || u16(bytes, at + 8) != entry.method || (!same_sizes && !sizes_follow))
    refuse_hostile("why.zip-mismatch");
  if (entry.method == 0 && packed != entry.declared_size) refuse_hostile("why.zip-mismatch");
  entry.data = slice(bytes, at + 30 + name_size + extra_size, packed);
}

/// Reads the directory record at `at` and moves `at` behind it.
ZipEntry read_record(std::string_view bytes, std::uint64_t& at, std::uint64_t limit) {
  if (at > limit || limit - at < record_bytes || !has_magic(bytes, at, central_magic)) refuse_unreadable("why.zip-damaged");
  const std::uint16_t name_size = u16(bytes, at + 28), extra_size = u16(bytes, at + 30),
                      note_size = u16(bytes, at + 32);
  ZipEntry entry;
  entry.flags = u16(bytes, at + 8);
  entry.method = u16(bytes, at + 10);
  entry.crc = u32(bytes, at + 16);
  if (entry.flags & (flag_encrypted | flag_strong | flag_masked)) refuse_encrypted();
  Sizes sizes{u32(bytes, at + 24), u32(bytes, at + 20), u32(bytes, at + 42)};
  const std::string_view raw_name = slice(bytes, at + 46, name_size);
  take_zip64(slice(bytes, at + 46 + name_size, extra_size), sizes);
  at += 46u + name_size + extra_size + note_size;
  if (at > limit) refuse_unreadable("why.zip-damaged");
  entry.name = clean_name(raw_name);
  entry.declared_size = sizes.plain;
  entry.local_offset = sizes.offset;
  check_local_header(bytes, raw_name, sizes.packed, entry);
  return entry;
}

/// ASCII letters in lower case. In a name in GBK, which old writers leave, a letter may be half of a character.
std::string to_key(std::string_view name) {
  std::string key(name);
  if (!is_valid_utf8(name)) return key;
  for (char& c : key) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return key;
}

/// The same for letters in either case; and for some other pairs, which costs a comparison.
std::uint64_t to_hash(std::string_view name) {
  constexpr std::uint64_t lower = 0x2020202020202020ull, factor = 0x9E3779B97F4A7C15ull;
  std::uint64_t hash = name.size();
  const auto add = [&](std::uint64_t word) {
    hash = (hash ^ (word | lower)) * factor;
    hash ^= hash >> 32;
  };
  for (; name.size() >= 8; name.remove_prefix(8)) add(load8(name.data()));
  add(word_of(name));
  return hash;
}

/// Two entries over the same bytes are how small archives unfold into endless ones.
void refuse_overlaps(std::string_view bytes, const std::vector<ZipEntry>& entries, std::uint64_t directory) {
  std::vector<std::pair<std::uint64_t, std::uint64_t>> spans;
  spans.reserve(entries.size());
  for (const ZipEntry& entry : entries) {
    const auto data_at = static_cast<std::uint64_t>(entry.data.data() - bytes.data());
    spans.emplace_back(entry.local_offset, data_at + entry.data.size());
  }
  std::sort(spans.begin(), spans.end());
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const std::uint64_t next = i + 1 < spans.size() ? spans[i + 1].first : directory;
    if (spans[i].second > next) refuse_hostile("why.zip-overlap");
  }
}

}  // namespace

ZipDirectory::ZipDirectory(std::string_view bytes, std::size_t max_entries) {
  const Span span = find_directory(bytes);
  if (span.count > max_entries) refuse_hostile("why.too-many-entries");
  const std::uint64_t limit = span.offset + span.size;
  std::uint64_t at = span.offset;
  entries_.reserve(std::min<std::uint64_t>(span.count, span.size / record_bytes));  // no more than the bytes allow
  while (at < limit) {
    // The declared count may be wrong (it is 16 bits wide with some writers of zip64): the records are what counts.
    if (entries_.size() >= max_entries) refuse_hostile("why.too-many-entries");
    entries_.push_back(read_record(bytes, at, limit));
  }
  refuse_overlaps(bytes, entries_, span.offset);
  order_names();
}

/// Many names of one hash are somebody's doing: as they too are ordered, looking for one of them stays cheap.
bool ZipDirectory::is_before(const Key& key, std::uint64_t hash, std::string_view name) const {
  return key.hash != hash ? key.hash < hash : to_key(entries_[key.entry].name) < to_key(name);
}

/// *Errors*: file.hostile why.zip-duplicate.
void ZipDirectory::order_names() {
  by_name_.reserve(entries_.size());
  for (std::uint32_t i = 0; i < entries_.size(); ++i) by_name_.push_back({to_hash(entries_[i].name), i});
  const auto name_of = [&](const Key& key) -> std::string_view { return entries_[key.entry].name; };
  std::sort(by_name_.begin(), by_name_.end(), [&](const Key& a, const Key& b) { return is_before(a, b.hash, name_of(b)); });
  const auto twin = std::adjacent_find(by_name_.begin(), by_name_.end(), [&](const Key& a, const Key& b) {
    return a.hash == b.hash && to_key(name_of(a)) == to_key(name_of(b));
  });
  if (twin != by_name_.end()) refuse_hostile("why.zip-duplicate");
}

const ZipEntry* ZipDirectory::find(std::string_view name) const {
  const std::uint64_t hash = to_hash(name);
  const auto at = std::lower_bound(by_name_.begin(), by_name_.end(), name,
                                   [&](const Key& key, std::string_view wanted) { return is_before(key, hash, wanted); });
  if (at == by_name_.end() || at->hash != hash) return nullptr;
  const ZipEntry& entry = entries_[at->entry];
  return entry.name == name || to_key(entry.name) == to_key(name) ? &entry : nullptr;
}

bool is_zip(std::string_view bytes) { return has_magic(bytes, 0, local_magic) || has_magic(bytes, 0, end_magic); }

}  // namespace huizong
