// The zip directory, both ways of inflating, relations, and the whole of read_workbook over an archive.
#include <zlib.h>

#include <memory>

#include "harness.hpp"
#include "package/inflate.hpp"
#include "package/relations.hpp"
#include "package/zip.hpp"

namespace huizong::fuzz {
namespace {

constexpr std::size_t most_plain = 4u << 20;

/// What zlib makes of raw deflated data; nullopt where it refuses them or they are too long.
std::optional<std::string> inflate_by_zlib(std::string_view data) {
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) broken("zlib starts");
  std::string out(std::min(most_plain, data.size() * 1032 + 64), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
  stream.avail_in = static_cast<uInt>(data.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = inflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return result == Z_STREAM_END ? std::optional(std::move(out)) : std::nullopt;
}

std::optional<std::string> read_whole(const ZipEntry& entry) {
  std::optional<std::string> out;
  InflateBudget budget(most_plain);
  refusal([&] { out = std::string(inflate_part(entry, budget).view()); });
  require(!out || budget.left() == most_plain - out->size(), "the budget counts what was inflated");
  return out;
}

std::optional<std::string> read_in_pieces(const ZipEntry& entry, std::size_t piece) {
  std::string out;
  InflateBudget budget(most_plain);
  const auto refused = refusal([&] {
    PartStream stream(entry, budget);
    while (!stream.at_end()) {
      const std::size_t before = out.size();
      out.resize(before + piece);
      out.resize(before + stream.read(out.data() + before, piece));
    }
  });
  return refused ? std::nullopt : std::optional(std::move(out));
}

/// An entry as it is, and once more as it would be if its size and checksum were true: mutations seldom hit those.
void check_entry(const ZipEntry& entry) {
  const auto whole = read_whole(entry), pieces = read_in_pieces(entry, 997);
  require(whole == pieces, "a part reads the same whole and in pieces");
  if (entry.method != 8 || entry.data.size() > 64 * 1024) return;
  const auto expected = inflate_by_zlib(entry.data);
  if (whole) require(expected == whole, "a part is what zlib says");
  if (!expected) return;
  ZipEntry honest = entry;
  honest.declared_size = expected->size();
  honest.crc = static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(expected->data()), static_cast<uInt>(expected->size())));
  require(read_whole(honest) == expected, "an honest part is read");
  require(read_in_pieces(honest, 1 + expected->size() / 3) == expected, "an honest part is read in pieces");
}

void check_directory(std::string_view bytes) {
  const ZipDirectory zip(bytes, small_limits.entries);
  for (const ZipEntry& entry : zip.entries()) {
    require(zip.find(entry.name) == &entry, "every entry is found by its name");
    require(entry.name.find("../") == std::string::npos || entry.name.find("..") > 0, "no name steps out");
    check_entry(entry);
    InflateBudget budget(small_limits.part_bytes);
    refusal([&] {
      for (const Relation& relation : read_relations(zip, entry.name, budget)) {
        require(!relation.part.starts_with('/') && !relation.part.starts_with(".."), "no target lies outside");
      }
    });
  }
}

}  // namespace
}  // namespace huizong::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace huizong;
  using namespace huizong::fuzz;
  const std::string_view bytes = to_view(data, size);
  refusal([&] { check_directory(bytes); });
  check_reader(read_workbook, bytes, "a.xlsx");
  return 0;
}
