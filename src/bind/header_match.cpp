#include "bind/header_match.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.hpp"
#include "bind/chars.hpp"

namespace huizong {
namespace {

constexpr int exact_score = 100;
constexpr int suffix_score = 50;
constexpr int leaf_score = 20;

struct Candidate {
  int score = 0;
  std::size_t column = 0;
  const LabelPath* path = nullptr;
};

/// 上年/营业收入 is not 营业收入: a group that the form does not have, and that speaks of another time or of a plan.
bool tells_another_kind(const std::vector<std::string>& printed, const std::vector<std::string>& wanted) {
  static constexpr auto others = std::to_array<std::string_view>({"上年", "去年", "上期", "同期", "往年", "前年", "计划", "预计", "目标", "预算", "增长", "同比", "环比", "增幅", "累计"});
  const auto has = [](const std::vector<std::string>& path, std::string_view word) {
    return std::any_of(path.begin(), path.end() - 1, [word](const std::string& label) { return contains(label, word); });
  };
  return std::any_of(others.begin(), others.end(), [&](std::string_view word) { return has(printed, word) && !has(wanted, word); });
}

std::vector<Candidate> find_candidates(const Header& header, const FormLabels& labels) {
  std::vector<Candidate> found;
  for (std::size_t i = 0; i < header.band.columns.size(); ++i) {
    if (header.band.columns[i].doubtful) continue;
    const std::vector<std::string>& printed = header.band.columns[i].path;
    const auto alike = labels.leaves.find(printed.back());  // whatever agrees, agrees in its leaf
    if (alike == labels.leaves.end()) continue;
    for (const std::size_t at : alike->second) {
      const LabelPath& path = labels.paths[at];
      if (!path.only_without.empty()) continue;
      const bool unique = path.unique && !tells_another_kind(printed, path.path);
      found.push_back({match_score(printed, path.path, unique) * 2 + (path.own ? 1 : 0), i, &path});
    }
  }
  std::erase_if(found, [](const Candidate& candidate) { return candidate.score < 2; });
  std::stable_sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  return found;
}

/// Of several fields that fit a column equally well, the one that the form does not call optional.
const LabelPath* choose(const std::vector<const LabelPath*>& fits, const FormSpec& form) {
  const LabelPath* chosen = nullptr;
  for (const LabelPath* path : fits) {
    if (form.fields[static_cast<std::size_t>(path->field)].optional_column) continue;
    if (chosen != nullptr && chosen->field != path->field) return nullptr;
    chosen = path;
  }
  return fits.size() == 1 ? fits[0] : chosen;
}

class Matcher {
 public:
  Matcher(Header& header, const FormSpec& form, const FormLabels& labels)
      : header_(header), form_(form), labels_(labels), column_of_(form.fields.size(), -1), score_of_(form.fields.size(), 0) {}

  void run() {
    const auto candidates = find_candidates(header_, labels_);
    std::set<std::size_t> settled;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (settled.count(candidates[i].column) == 0) settle(candidates, i, settled);
    }
    take_only_without();
  }

  int column_of(int field) const { return column_of_[static_cast<std::size_t>(field)]; }

 private:
  HeaderColumn& column(std::size_t index) { return header_.band.columns[index]; }

  void settle(const std::vector<Candidate>& candidates, std::size_t from, std::set<std::size_t>& settled) {
    const Candidate& best = candidates[from];
    std::vector<const LabelPath*> fits;
    std::set<int> fields;
    for (std::size_t i = from; i < candidates.size() && candidates[i].score == best.score; ++i) {
      const Candidate& other = candidates[i];
      if (other.column != best.column || !is_free(other)) continue;
      if (fields.insert(other.path->field).second) fits.push_back(other.path);
    }
    if (fits.empty()) {
      if (column_of(best.path->field) >= 0 && (score_of_[static_cast<std::size_t>(best.path->field)] == best.score || is_bare_leaf(best))) {
        header_.issues.push_back({HeaderIssue::Kind::ambiguous, best.column, best.path->field, -1});
        settled.insert(best.column);
      }
      return;
    }
    settled.insert(best.column);
    if (const LabelPath* other = also_fits(candidates, from, fits)) {
      header_.issues.push_back({HeaderIssue::Kind::ambiguous, best.column, fits[0]->field, other->field});
      return;
    }
    const LabelPath* chosen = choose(fits, form_);
    if (chosen == nullptr) {
      header_.issues.push_back({HeaderIssue::Kind::ambiguous, best.column, fits[0]->field, fits[1]->field});
      return;
    }
    assign(best.column, *chosen, best.score);
  }

  /// The label of a column that was found, once more and without its group: one of the two is out of date, or a copy.
  bool is_bare_leaf(const Candidate& candidate) {
    const std::vector<std::string>& printed = column(candidate.column).path;
    return printed.size() == 1 && candidate.path->path.size() > 1 && candidate.score >= 2 * suffix_score;
  }

  /// A leaf without its group that other fields have too is none of them for certain, though all others be found already.
  const LabelPath* also_fits(const std::vector<Candidate>& candidates, std::size_t from, const std::vector<const LabelPath*>& fits) {
    const Candidate& best = candidates[from];
    if (fits.size() != 1 || best.score >= 2 * exact_score || column(best.column).path.size() >= fits[0]->path.size()) return nullptr;
    for (std::size_t i = from; i < candidates.size() && candidates[i].score == best.score; ++i) {
      const LabelPath* path = candidates[i].path;
      if (candidates[i].column != best.column || path->field == fits[0]->field) continue;
      if (!form_.fields[static_cast<std::size_t>(path->field)].optional_column) return path;
    }
    return nullptr;
  }

  bool is_free(const Candidate& candidate) const { return column_of(candidate.path->field) < 0; }

  void assign(std::size_t index, const LabelPath& path, int score) {
    column(index).field = path.field;
    column_of_[static_cast<std::size_t>(path.field)] = static_cast<int>(index);
    score_of_[static_cast<std::size_t>(path.field)] = score;
    if (!path.own) header_.issues.push_back({HeaderIssue::Kind::alias, index, path.field, -1, path.suspicious});
  }

  /// Aliases that hold only where another column is missing; they go before the optional column that the path belongs to.
  void take_only_without() {
    for (const LabelPath& path : labels_.paths) {
      if (path.only_without.empty() || column_of(path.field) >= 0) continue;
      const int other = form_.field(path.only_without);
      if (other >= 0 && column_of(other) >= 0) continue;
      for (std::size_t i = 0; i < header_.band.columns.size(); ++i) {
        if (match_score(column(i).path, path.path, false) < suffix_score || !may_take(i)) continue;
        const int before = column(i).field;
        if (before >= 0) column_of_[static_cast<std::size_t>(before)] = -1;
        assign(i, path, exact_score);
        break;
      }
    }
  }

  bool may_take(std::size_t index) {
    const int field = column(index).field;
    return field < 0 || form_.fields[static_cast<std::size_t>(field)].optional_column;
  }

  Header& header_;
  const FormSpec& form_;
  const FormLabels& labels_;
  std::vector<int> column_of_;
  std::vector<int> score_of_;
};

/// Columns that may be of one group or of another.
void tell_doubtful(Header& header, const FormLabels& labels) {
  for (std::size_t i = 0; i < header.band.columns.size(); ++i) {
    const HeaderColumn& column = header.band.columns[i];
    if (!column.doubtful) continue;
    HeaderIssue issue{HeaderIssue::Kind::ambiguous, i, -1, -1};
    for (const LabelPath& path : labels.paths) {
      if (path.path.back() != column.path.back() || path.field == issue.field || issue.other >= 0) continue;
      (issue.field < 0 ? issue.field : issue.other) = path.field;
    }
    header.issues.push_back(issue);
  }
}

}  // namespace

int match_score(const std::vector<std::string>& printed, const std::vector<std::string>& wanted, bool leaf_is_unique) {
  std::size_t common = 0;
  while (common < printed.size() && common < wanted.size() &&
         printed[printed.size() - 1 - common] == wanted[wanted.size() - 1 - common]) {
    ++common;
  }
  if (common == 0) return 0;
  if (common == printed.size() && common == wanted.size()) return exact_score;
  if (common == std::min(printed.size(), wanted.size())) {
    // The leaf alone tells a field only where no other field has that leaf; a tie of several is told apart later.
    return suffix_score + static_cast<int>(std::min<std::size_t>(common, 9));
  }
  return leaf_is_unique ? leaf_score + static_cast<int>(common) : 0;
}

void match_columns(Header& header, const FormSpec& form, const FormLabels& labels) {
  Matcher matcher(header, form, labels);
  matcher.run();
  for (std::size_t i = 0; i < form.fields.size(); ++i) {
    if (!form.fields[i].required) continue;
    ++header.required;
    if (matcher.column_of(static_cast<int>(i)) >= 0) ++header.found;
  }
  tell_doubtful(header, labels);
  std::set<std::size_t> ambiguous;
  for (const HeaderIssue& issue : header.issues) {
    if (issue.kind == HeaderIssue::Kind::ambiguous) ambiguous.insert(issue.column);
  }
  for (std::size_t i = 0; i < header.band.columns.size(); ++i) {
    const HeaderColumn& column = header.band.columns[i];
    if (column.field >= 0 || ambiguous.count(i) != 0) continue;
    header.issues.push_back({HeaderIssue::Kind::unknown, i, -1, -1});
  }
}

}  // namespace huizong
