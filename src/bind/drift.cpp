#include "bind/drift.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "base/text.hpp"
#include "bind/chars.hpp"

namespace huizong {
namespace {

constexpr std::size_t longest_label = 40;  // characters
constexpr std::size_t shortest_close = 4;  // of 户数 and 人数 one character is all that matters
constexpr std::size_t per_slip = 3;        // characters for each that may differ
constexpr double alike = 0.6;
constexpr std::size_t far = 1000;

/// Characters put in, left out, changed, or changed with their neighbour, to make one text the other; `far` beyond the bound.
std::size_t count_slips(const std::u32string& a, const std::u32string& b, std::size_t bound) {
  if (a.size() > b.size() + bound || b.size() > a.size() + bound) return far;
  std::array<std::array<std::size_t, longest_label + 1>, longest_label + 1> slips;  // only what is written is read
  for (std::size_t i = 0; i <= a.size(); ++i) {
    std::size_t least = far;
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        slips[i][j] = i + j;
      } else {
        slips[i][j] = std::min({slips[i - 1][j] + 1, slips[i][j - 1] + 1, slips[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
        const bool turned = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        if (turned) slips[i][j] = std::min(slips[i][j], slips[i - 2][j - 2] + 1);
      }
      least = std::min(least, slips[i][j]);
    }
    if (least > bound + 1) return far;  // two that are turned may still take one back
  }
  return slips[a.size()][b.size()] <= bound ? slips[a.size()][b.size()] : far;
}

/// Words that make another figure of a label, however alike the rest is.
bool means_another(const std::string& a, const std::string& b) {
  static constexpr auto words = std::to_array<std::string_view>({"上年", "上期", "本年",   "本期", "去年", "今年", "y0", "y1", "累计", "新增", "同比", "比例",  "占比", "率",
                                    "人均", "户均", "平均",   "最高", "最低", "不",   "非", "未", "无",   "男",   "女",   "其他",  "其它", "净",
                                    "总额", "增加", "减少",   "期初", "期末", "年初", "年末"});
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return contains(a, word) != contains(b, word); });
}

/// Which characters stand in a text, by their last six bits.
std::uint64_t to_set(std::u32string_view characters) {
  std::uint64_t set = 0;
  for (const char32_t c : characters) set |= std::uint64_t{1} << (c & 63u);
  return set;
}

/// One segment of a label, ready for comparing.
struct Segment {
  const std::string& text;
  std::u32string characters;
  std::uint64_t set = 0;
};

std::vector<Segment> to_segments(const std::vector<std::string>& path) {
  std::vector<Segment> segments;
  for (const std::string& segment : path) {
    std::u32string characters = to_u32(segment);
    const std::uint64_t set = to_set(characters);
    segments.push_back({segment, std::move(characters), set});
  }
  return segments;
}

std::size_t distance(const Segment& a, const Segment& b) {
  if (a.text == b.text) return 0;
  const std::size_t longer = std::max(a.characters.size(), b.characters.size());
  if (longer < shortest_close || longer > longest_label) return far;
  const std::size_t bound = std::max<std::size_t>(longer / per_slip, 1);
  // A character that the other has nowhere takes a slip at least.
  const auto strange = static_cast<std::size_t>(std::max(std::popcount(a.set & ~b.set), std::popcount(b.set & ~a.set)));
  const std::size_t slips = strange > bound ? far : count_slips(a.characters, b.characters, bound);
  return slips == far || means_another(a.text, b.text) ? far : slips;
}

/// Leaf and the groups above it, from the bottom; a group that one of the two lacks says nothing.
std::size_t distance(const std::vector<Segment>& printed, const std::vector<Segment>& wanted) {
  std::size_t all = 0;
  for (std::size_t i = 1; i <= std::min(printed.size(), wanted.size()); ++i) {
    const std::size_t one = distance(printed[printed.size() - i], wanted[wanted.size() - i]);
    if (one == far) return far;
    all += one;
  }
  return all;
}

/// Share of characters that two labels have in common, in order.
double likeness(const std::string& a, const std::string& b) {
  const std::u32string left = to_u32(a);
  const std::u32string right = to_u32(b);
  if (left.empty() || right.empty() || left.size() > longest_label || right.size() > longest_label) return 0;
  std::vector<std::size_t> row(right.size() + 1, 0);
  for (const char32_t c : left) {
    std::size_t diagonal = 0;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = c == right[j - 1] ? diagonal + 1 : std::max(row[j], row[j - 1]);
      diagonal = above;
    }
  }
  return 2.0 * static_cast<double>(row.back()) / static_cast<double>(left.size() + right.size());
}

bool may_be(const StrangeLabel& label, const Field& field) {
  const auto printed = find_unit(label.unit), wanted = find_unit(field.unit);
  return !printed || !wanted || same_kind(*printed, *wanted);
}

/// What is nearest to something in a row of distances: -1 where nothing is, or two things are.
int nearest(const std::vector<std::size_t>& distances) {
  const auto best = std::min_element(distances.begin(), distances.end());
  if (best == distances.end() || *best == far || std::count(distances.begin(), distances.end(), *best) > 1) return -1;
  return static_cast<int>(best - distances.begin());
}

int most_alike(const StrangeLabel& label, const std::vector<int>& missing, const FormSpec& form, const std::vector<LabelPath>& known) {
  double best = alike;
  int field = -1;
  for (const LabelPath& path : known) {
    if (std::find(missing.begin(), missing.end(), path.field) == missing.end()) continue;
    if (form.fields[static_cast<std::size_t>(path.field)].optional_column) continue;
    const double like = likeness(label.path.back(), path.path.back());
    if (like > best) {
      best = like;
      field = path.field;
    }
  }
  return field;
}

std::string with_year_words(std::string label) { return replace_all(replace_all(std::move(label), "y0", "{year-1}"), "y1", "{year}"); }

/// A text as it may stand in a list or map written on one line.
std::string to_yaml(const std::string& label) {
  const auto is_plain = [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '(' || c == ')' || c == '/';
  };
  if (!label.empty() && static_cast<unsigned char>(label[0]) >= 0x80 && std::all_of(label.begin(), label.end(), is_plain)) return label;
  return "\"" + replace_all(replace_all(label, "\\", "\\\\"), "\"", "\\\"") + "\"";
}

/// {label: …, since: …}; with the groups where they differ from the column's own.
std::string to_alias(const StrangeLabel& label, const Field& field, const Date& day) {
  std::vector<std::string> groups(label.path.begin(), label.path.end() - 1), own;
  for (std::size_t i = 0; i + 1 < field.path.size(); ++i) own.push_back(to_label(field.path[i]).text);
  std::string text;
  if (groups.empty() || groups == own) {
    text = "label: " + to_yaml(with_year_words(label.path.back()));
  } else {
    std::vector<std::string> segments;
    for (const std::string& segment : label.path) segments.push_back(to_yaml(with_year_words(segment)));
    text = "path: [" + join(segments, ", ") + "]";
  }
  return "{" + text + (day.year == 0 ? "" : ", since: " + to_text(day)) + "}";
}

}  // namespace

std::vector<int> find_close(const std::vector<StrangeLabel>& labels, const std::vector<int>& missing, const FormSpec& form,
                            const std::vector<LabelPath>& known) {
  std::vector<std::vector<Segment>> printed;
  for (const StrangeLabel& label : labels) printed.push_back(to_segments(label.path));
  std::vector<std::vector<std::size_t>> near(labels.size(), std::vector<std::size_t>(missing.size(), far));
  for (const LabelPath& path : known) {
    const auto at = std::find(missing.begin(), missing.end(), path.field) - missing.begin();
    if (static_cast<std::size_t>(at) == missing.size() || !path.only_without.empty()) continue;
    const std::vector<Segment> wanted = to_segments(path.path);
    for (std::size_t i = 0; i < labels.size(); ++i) {
      std::size_t& best = near[i][static_cast<std::size_t>(at)];
      const std::size_t one = distance(printed[i], wanted);
      if (one < best && may_be(labels[i], form.fields[static_cast<std::size_t>(path.field)])) best = one;
    }
  }
  std::vector<int> close(labels.size(), -1);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const int field = nearest(near[i]);
    if (field < 0) continue;
    std::vector<std::size_t> rivals;
    for (const auto& row : near) rivals.push_back(row[static_cast<std::size_t>(field)]);
    if (nearest(rivals) == static_cast<int>(i)) close[i] = missing[static_cast<std::size_t>(field)];
  }
  return close;
}

std::vector<Likeness> find_likes(const std::vector<StrangeLabel>& labels, const std::vector<int>& missing, const FormSpec& form,
                                 const std::vector<LabelPath>& known) {
  const std::vector<int> close = find_close(labels, missing, form, known);
  std::vector<Likeness> likes(labels.size());
  for (std::size_t i = 0; i < labels.size(); ++i) {
    likes[i] = close[i] >= 0 ? Likeness{close[i], true} : Likeness{most_alike(labels[i], missing, form, known), false};
  }
  return likes;
}

void report_strange(const StrangeLabel& label, const Likeness& like, const Field* field, const std::string& shown, CellRef at,
                    const Date& day, Draft& draft) {
  Args args;
  if (like.close && field != nullptr) {
    args = {{"label", shown}, {"like", join(field->path, "/")}};
    if (const AliasPlace& place = field->alias_place; place.line > 0) {
      args.emplace_back("schema", place.file);
      args.emplace_back("line", std::to_string(place.line));
      args.emplace_back("how", place.instead ? "word.alias-instead" : "word.alias-below");
      args.emplace_back("paste", place.before + to_alias(label, *field, day) + place.after);
    }
    draft.add("header.alias-suggested", std::move(args), -1, at).column = shown;
    return;
  }
  args = {{"value", shown}};
  if (field != nullptr) args.emplace_back("like", join(field->path, "/"));
  draft.add("header.unknown-column", std::move(args), -1, at).column = shown;
}

int find_printed_there(const std::vector<HeaderColumn>& columns, std::size_t strange, const std::vector<int>& missing, const FormSpec& form) {
  const int before = strange > 0 ? columns[strange - 1].field : -1;
  const int behind = strange + 1 < columns.size() ? columns[strange + 1].field : static_cast<int>(form.fields.size());
  const int between = before + 1;
  if (before < 0 || behind != between + 1) return -1;
  const Field& field = form.fields[static_cast<std::size_t>(between)];
  const bool may_be = !field.optional_column && std::find(missing.begin(), missing.end(), between) != missing.end();
  return may_be ? between : -1;
}

void tell_unread(const Field* like, const std::string& shown, CellRef at, Draft& draft) {
  if (like == nullptr || like->required || like->type == FieldType::ordinal) return;
  draft.add("cell.unclaimed", {{"label", shown}}, -1, at);
}

}  // namespace huizong
