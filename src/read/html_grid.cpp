#include "read/html_grid.hpp"

#include <algorithm>

#include "model/sheet_bounds.hpp"
#include "package/refuse.hpp"

namespace huizong {
namespace {

constexpr std::size_t most_steps = 1u << 30;

}  // namespace

std::optional<std::uint32_t> HtmlGrid::place(std::uint32_t columns, std::uint32_t rows) {
  for (; next_above_ < above_.size() && above_[next_above_].first <= next_column_; ++next_above_, ++steps_) {
    const Span& span = above_[next_above_];
    if (span.end > row_) next_column_ = std::max(next_column_, span.last + 1);
  }
  if (steps_ > most_steps) refuse_hostile("why.too-many-cells");
  if (next_column_ >= most_columns) return std::nullopt;
  const std::uint32_t column = next_column_;
  next_column_ += std::min(columns, most_columns - column);
  if (rows > 1) fresh_.push_back({column, next_column_ - 1, row_ + rows});
  return column;
}

void HtmlGrid::end_row() {
  ++row_;
  next_column_ = 0;
  next_above_ = 0;
  if (fresh_.empty() && (above_.empty() || row_ < earliest_end_)) return;
  steps_ += above_.size() + fresh_.size();
  std::erase_if(above_, [this](const Span& span) { return span.end <= row_; });
  const auto middle = static_cast<std::ptrdiff_t>(above_.size());
  above_.insert(above_.end(), fresh_.begin(), fresh_.end());
  fresh_.clear();
  std::inplace_merge(above_.begin(), above_.begin() + middle, above_.end(),
                     [](const Span& a, const Span& b) { return a.first < b.first; });
  earliest_end_ = ~0u;
  for (const Span& span : above_) earliest_end_ = std::min(earliest_end_, span.end);
}

bool HtmlGrid::has_open_spans() const {
  return std::any_of(above_.begin(), above_.end(), [this](const Span& span) { return span.end > row_; });
}

std::uint32_t parse_html_span(std::string_view text, std::uint32_t most) {
  std::uint32_t value = 0;
  std::size_t at = std::min(text.find_first_not_of(" \t\r\n+"), text.size());
  for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
    value = std::min(value * 10 + static_cast<std::uint32_t>(text[at] - '0'), most);
  }
  return std::max(value, 1u);
}

}  // namespace huizong
