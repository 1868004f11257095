#include "read/ods_shape.hpp"

#include <algorithm>
#include <cstring>

namespace huizong {

void OdsCellShape::learn(std::string_view tag, const OdsCell& cell) {
  constexpr std::size_t longest_tag = 1024;
  bytes_.clear();
  gap_count_ = 0;
  const bool has_one_value = (cell.present & (cell.present - 1)) == 0;
  if (tag.size() > longest_tag || !has_one_value) return;
  struct Piece {
    std::string_view text;
    Gap gap;
  };
  std::array<Piece, 2> pieces;
  if (cell.is_formula()) pieces[gap_count_++] = {cell.formula, {0, &OdsCell::formula, OdsCell::number}};
  for (std::size_t v = 0; v < cell.values.size(); ++v) {
    const auto value = static_cast<OdsCell::Value>(v);
    if (cell.has(value)) pieces[gap_count_++] = {cell.values[v], {0, nullptr, value}};
  }
  if (gap_count_ == 2 && pieces[0].text.data() > pieces[1].text.data()) std::swap(pieces[0], pieces[1]);
  std::size_t from = 0;
  for (std::size_t i = 0; i < gap_count_; ++i) {
    const auto at = static_cast<std::size_t>(pieces[i].text.data() - tag.data());
    bytes_ += tag.substr(from, at - from);
    gaps_[i] = pieces[i].gap;
    gaps_[i].at = bytes_.size();
    from = at + pieces[i].text.size();
  }
  bytes_ += tag.substr(from);
  self_closed_ = bytes_.ends_with("/>");
  cell_ = cell;
}

std::size_t OdsCellShape::match(std::string_view ahead) {
  if (bytes_.empty()) return 0;
  const char* p = ahead.data();
  const char* end = p + ahead.size();
  std::size_t from = 0;
  for (std::size_t i = 0; i <= gap_count_; ++i) {
    const std::size_t size = (i < gap_count_ ? gaps_[i].at : bytes_.size()) - from;
    if (static_cast<std::size_t>(end - p) < size || std::memcmp(p, bytes_.data() + from, size) != 0) return 0;
    p += size;
    if (i == gap_count_) break;
    from += size;
    const char* value = p;
    while (p < end && *p != bytes_[from]) ++p;
    const std::string_view text(value, static_cast<std::size_t>(p - value));
    (gaps_[i].formula ? cell_.*gaps_[i].formula : cell_.values[gaps_[i].value]) = text;
  }
  return static_cast<std::size_t>(p - ahead.data());
}

}  // namespace huizong
