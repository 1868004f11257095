#pragma once
// Text of xlsx: shared strings, inline strings, the _xHHHH_ escapes. Views wherever nothing needs decoding.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "package/arena.hpp"
#include "package/inflate.hpp"
#include "package/xml.hpp"

namespace huizong {

/// The shared strings of a workbook. Views live as long as this.
class SharedStrings {
 public:
  SharedStrings() = default;
  /// *Errors*: file.unreadable why.xml-cut-off and those of inflate_part.
  SharedStrings(const ZipEntry& entry, InflateBudget& budget);
  SharedStrings(const SharedStrings&) = delete;
  SharedStrings& operator=(const SharedStrings&) = delete;

  std::size_t size() const { return places_.size(); }
  std::string_view operator[](std::size_t index) const {
    const Place place = places_[index];
    if (place.size == elsewhere) [[unlikely]] return others_[place.offset];
    return {text_.data() + place.offset, place.size};
  }
  void prefetch(std::size_t index) const { __builtin_prefetch(&places_[index]); }  ///< it will be asked for soon

 private:
  /// Where a string stands in the part. Half of a view: a big table does not fit into the cache.
  struct Place {
    std::uint32_t offset = 0, size = 0;
  };
  static constexpr std::uint32_t elsewhere = 0xFFFFFFFFu;  ///< `offset` is then its number among the others

  bool take_plain(XmlScanner& xml);
  void add(std::string_view text);

  PartBytes bytes_;
  std::string converted_;
  TextArena arena_;
  std::string_view text_;  ///< of the whole part
  std::vector<Place> places_;
  std::vector<std::string_view> others_;  ///< decoded ones, and what lies too far behind
};

/// Text of an <si> or <is> whose start was just read: rich runs joined, phonetic runs left out.
std::optional<std::string_view> read_rich_text(XmlScanner& xml, TextArena& arena);

/// _xHHHH_ escapes decoded. *Source*: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
std::string_view unescape_text(std::string_view text, TextArena& arena);

}  // namespace huizong
