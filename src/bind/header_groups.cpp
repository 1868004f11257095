#include "bind/header_groups.hpp"

#include <algorithm>
#include <set>

namespace huizong {
namespace {

constexpr std::size_t widest_gap = 24;  ///< columns between two groups: of a wider one all go to the left
constexpr int unknown = -1;
constexpr int impossible = -1000000;

/// Columns without a label in the row, between two labels.
struct Gap {
  std::uint32_t first = 0, last = 0;  ///< both ends in it
  std::uint32_t reach_left = 0;       ///< how many columns the label to the left may reach
  std::uint32_t reach_right = 0;
  std::vector<int> left, right, alone;  ///< by column: the path that it would have, as a number; unknown where the form has none
  int own_left = unknown, own_right = unknown;  ///< of the labels' own columns
  std::uint32_t size() const { return last - first + 1; }
};

/// The labels of one row of the band with the gaps around them.
class GroupRow {
 public:
  GroupRow(const HeaderBand& band, const FormLabels& labels, HeaderGrid& grid, std::size_t depth)
      : band_(band), labels_(labels), grid_(grid), depth_(depth) {}

  void spread() {
    find_gaps();
    if (gaps_.empty()) return;
    if (fill_left()) return;
    weigh();
  }

 private:
  std::vector<HeaderSlot>& row() { return grid_[depth_]; }
  std::uint32_t number() const { return band_.first_row + static_cast<std::uint32_t>(depth_); }

  bool has_label_below(std::uint32_t column) const {
    for (std::size_t below = depth_ + 1; below < grid_.size(); ++below) {
      const TextCell* cell = grid_[below][column].cell;
      if (cell != nullptr && cell->at().row > number()) return true;
    }
    return false;
  }

  /// A label in one cell, with labels below: its group may be wider than the cell. A merge says where its group ends.
  bool may_spread(std::uint32_t column) const {
    const TextCell* cell = grid_[depth_][column].cell;
    return cell != nullptr && cell->span.first.column == cell->span.last.column && has_label_below(column);
  }

  /// No group crosses the border of a group above it.
  bool is_within(std::uint32_t label, std::uint32_t column) const {
    for (std::size_t above = 0; above < depth_; ++above) {
      const TextCell* over_label = grid_[above][label].cell;
      const TextCell* over_column = grid_[above][column].cell;
      if (over_column != nullptr && over_column != over_label) return false;
      if (over_column == nullptr && over_label != nullptr && over_label->span.first.column != over_label->span.last.column) return false;
    }
    return true;
  }

  void find_gaps() {
    const auto width = static_cast<std::uint32_t>(row().size());
    for (std::uint32_t column = 0; column < width; ++column) {
      if (row()[column].cell != nullptr || !has_label_below(column)) continue;
      Gap gap;
      gap.first = gap.last = column;
      while (gap.last + 1 < width && row()[gap.last + 1].cell == nullptr && has_label_below(gap.last + 1)) ++gap.last;
      column = gap.last;
      const std::uint32_t size = gap.size();
      if (gap.first > 0 && may_spread(gap.first - 1)) {
        while (gap.reach_left < size && is_within(gap.first - 1, gap.first + gap.reach_left)) ++gap.reach_left;
      }
      if (gap.last + 1 < width && may_spread(gap.last + 1)) {
        while (gap.reach_right < size && is_within(gap.last + 1, gap.last - gap.reach_right)) ++gap.reach_right;
      }
      if (gap.reach_left + gap.reach_right > 0) gaps_.push_back(std::move(gap));
    }
  }

  std::string below(std::uint32_t column) const {
    std::string path;
    const TextCell* last = nullptr;
    for (std::size_t at = depth_ + 1; at < grid_.size(); ++at) {
      const TextCell* cell = grid_[at][column].cell;
      if (cell == nullptr || cell == last || cell->at().row <= number()) continue;
      last = cell;
      path += '\x1f' + mark_years(cell->label().text, band_.years);
    }
    return path;
  }

  int find(const std::string& path) const {
    const auto found = labels_.tails.find(path);
    return found == labels_.tails.end() ? unknown : found->second;
  }
  int path_under(const TextCell& group, std::uint32_t column) const {
    return find('\x1f' + mark_years(group.label().text, band_.years) + below(column));
  }

  void take(std::uint32_t column, const TextCell* cell, bool doubtful = false) { row()[column] = {cell, doubtful}; }

  /// As a merge leaves it: in the first of its columns. Certain where the form knows every column so, and none of them
  /// could be what the group to its right lacks.
  bool fill_left() {
    const bool reaches = std::all_of(gaps_.begin(), gaps_.end(), [](const Gap& gap) { return gap.reach_left == gap.size(); });
    if (!reaches) return false;
    std::set<int> known;
    for (const Gap& gap : gaps_) {
      const TextCell& label = *row()[gap.first - 1].cell;
      if (gap.size() > widest_gap) return false;
      for (std::uint32_t column = gap.first - 1; column <= gap.last; ++column) {
        const int path = path_under(label, column);
        if (path == unknown || !known.insert(path).second) return false;
      }
    }
    for (const Gap& gap : gaps_) {
      if (gap.reach_right > 0) known.insert(path_under(*row()[gap.last + 1].cell, gap.last + 1));
    }
    for (const Gap& gap : gaps_) {
      for (std::uint32_t i = 0; i < gap.reach_right; ++i) {
        const int path = path_under(*row()[gap.last + 1].cell, gap.last - i);
        if (path != unknown && known.count(path) == 0) return false;
      }
    }
    for (const Gap& gap : gaps_) {
      for (std::uint32_t column = gap.first; column <= gap.last; ++column) take(column, row()[gap.first - 1].cell);
    }
    return true;
  }

  void name_paths(Gap& gap) {
    if (gap.reach_left > 0) gap.own_left = path_under(*row()[gap.first - 1].cell, gap.first - 1);
    if (gap.reach_right > 0) gap.own_right = path_under(*row()[gap.last + 1].cell, gap.last + 1);
    for (std::uint32_t column = gap.first; column <= gap.last; ++column) {
      gap.left.push_back(gap.reach_left > 0 ? path_under(*row()[gap.first - 1].cell, column) : unknown);
      gap.right.push_back(gap.reach_right > 0 ? path_under(*row()[gap.last + 1].cell, column) : unknown);
      const int alone = find(below(column));
      const bool whole = alone != unknown && labels_.wholes.count(alone) != 0;
      gap.alone.push_back(whole ? alone : unknown);
    }
  }

  /// How many fields the form knows in a group that takes the last `before` columns of the gap to its left and the first
  /// `behind` of the gap to its right.
  static int worth(const Gap* left, std::uint32_t before, const Gap* right, std::uint32_t behind) {
    std::set<int> known{left != nullptr ? left->own_right : right->own_left};
    for (std::uint32_t i = 0; i < before; ++i) known.insert(left->right[left->size() - 1 - i]);
    for (std::uint32_t i = 0; i < behind; ++i) known.insert(right->left[i]);
    known.erase(unknown);
    return static_cast<int>(known.size());
  }
  static int worth_alone(const Gap& gap, std::uint32_t left, std::uint32_t right) {
    int known = 0;
    for (std::uint32_t i = left; i + right < gap.size(); ++i) known += gap.alone[i] != unknown ? 1 : 0;
    return known;
  }

  /// A chain of gaps, each but the first opened by the label that closes the one before it: they are weighed together.
  void weigh() {
    for (std::size_t from = 0; from < gaps_.size();) {
      std::size_t to = from + 1;
      while (to < gaps_.size() && gaps_[to].first == gaps_[to - 1].last + 2) ++to;
      bool wide = false;
      for (std::size_t i = from; i < to; ++i) wide = wide || gaps_[i].size() > widest_gap;
      for (std::size_t i = from; i < to && !wide; ++i) name_paths(gaps_[i]);
      if (wide) {
        for (std::size_t i = from; i < to; ++i) {
          for (std::uint32_t k = 0; k < gaps_[i].reach_left; ++k) take(gaps_[i].first + k, row()[gaps_[i].first - 1].cell);
        }
      } else {
        weigh_chain(from, to);
      }
      from = to;
    }
  }

  /// What the group between gaps i-1 and i is worth.
  int group_worth(std::size_t from, std::size_t to, std::size_t i, std::uint32_t before, std::uint32_t behind) const {
    const Gap* left = i > from && gaps_[i - 1].reach_right > 0 ? &gaps_[i - 1] : nullptr;
    const Gap* right = i < to && gaps_[i].reach_left > 0 ? &gaps_[i] : nullptr;
    return left == nullptr && right == nullptr ? 0 : worth(left, before, right, behind);
  }

  using Best = std::vector<std::vector<int>>;  ///< by gap and number of columns

  /// before[i][k]: the best that can be had up to the group in front of gap i, which takes k of its columns.
  Best best_before(std::size_t from, std::size_t to) const {
    Best best(to - from);
    for (std::size_t i = from; i < to; ++i) {
      std::vector<int>& here = best[i - from];
      here.assign(gaps_[i].reach_left + 1, impossible);
      for (std::uint32_t k = 0; k <= gaps_[i].reach_left; ++k) {
        if (i == from) here[k] = group_worth(from, to, i, 0, k);
        for (std::uint32_t m = 0; i > from && m <= gaps_[i - 1].reach_right; ++m) {
          here[k] = std::max(here[k], divided(best[i - 1 - from], i - 1, m) + group_worth(from, to, i, m, k));
        }
      }
    }
    return best;
  }
  /// The best up to gap i, of which the group behind takes m columns.
  int divided(const std::vector<int>& before, std::size_t i, std::uint32_t m) const {
    int best = impossible;
    for (std::uint32_t k = 0; k < before.size() && k + m <= gaps_[i].size(); ++k) {
      best = std::max(best, before[k] + worth_alone(gaps_[i], k, m));
    }
    return best;
  }
  /// behind[i][m]: the best that can be had from the group behind gap i on, which takes m of its columns.
  Best best_behind(std::size_t from, std::size_t to) const {
    Best best(to - from);
    for (std::size_t i = to; i-- > from;) {
      std::vector<int>& here = best[i - from];
      here.assign(gaps_[i].reach_right + 1, impossible);
      for (std::uint32_t m = 0; m <= gaps_[i].reach_right; ++m) {
        if (i + 1 == to) here[m] = group_worth(from, to, i + 1, m, 0);
        for (std::uint32_t k = 0; i + 1 < to && k <= gaps_[i + 1].reach_left; ++k) {
          int rest = impossible;
          for (std::uint32_t n = 0; n < best[i + 1 - from].size() && k + n <= gaps_[i + 1].size(); ++n) {
            rest = std::max(rest, best[i + 1 - from][n] + worth_alone(gaps_[i + 1], k, n));
          }
          here[m] = std::max(here[m], group_worth(from, to, i + 1, m, k) + rest);
        }
      }
    }
    return best;
  }

  void weigh_chain(std::size_t from, std::size_t to) {
    const Best before = best_before(from, to);
    const Best behind = best_behind(from, to);
    for (std::size_t i = from; i < to; ++i) settle(gaps_[i], before[i - from], behind[i - from]);
  }

  /// Takes the best division of a gap, of equals the one that gives most to the left.
  void settle(const Gap& gap, const std::vector<int>& before, const std::vector<int>& behind) {
    int best = impossible;
    std::uint32_t left = 0, right = 0;
    const auto value = [&](std::uint32_t k, std::uint32_t m) { return before[k] + worth_alone(gap, k, m) + behind[m]; };
    for (std::uint32_t k = 0; k < before.size(); ++k) {
      for (std::uint32_t m = 0; m < behind.size() && k + m <= gap.size(); ++m) {
        if (value(k, m) < best || (value(k, m) == best && k < left)) continue;
        best = value(k, m);
        left = k;
        right = m;
      }
    }
    const auto path = [&](std::uint32_t i, std::uint32_t k, std::uint32_t m) {
      return i < k ? gap.left[i] : i + m >= gap.size() ? gap.right[i] : gap.alone[i];
    };
    for (std::uint32_t i = 0; i < gap.size(); ++i) {
      bool doubtful = false;
      for (std::uint32_t k = 0; k < before.size(); ++k) {
        for (std::uint32_t m = 0; m < behind.size() && k + m <= gap.size(); ++m) {
          doubtful = doubtful || (value(k, m) == best && path(i, k, m) != path(i, left, right));
        }
      }
      const TextCell* cell = i < left ? row()[gap.first - 1].cell : i + right >= gap.size() ? row()[gap.last + 1].cell : nullptr;
      take(gap.first + i, cell, doubtful);
    }
  }

  const HeaderBand& band_;
  const FormLabels& labels_;
  HeaderGrid& grid_;
  std::size_t depth_;
  std::vector<Gap> gaps_;
};

}  // namespace

void spread_groups(const HeaderBand& band, const FormLabels& labels, HeaderGrid& grid) {
  for (std::size_t depth = grid.size() - 1; depth-- > 0;) GroupRow(band, labels, grid, depth).spread();
}

}  // namespace huizong
