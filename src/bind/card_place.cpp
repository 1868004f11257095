#include "bind/card_place.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "bind/card_beside.hpp"
#include "bind/chars.hpp"
#include "bind/claims.hpp"

namespace huizong {
namespace {

/// How a label lies to the section that its field names. The better tells more surely.
enum class Relation { none, heading, crossing, above, left, same_cell };

struct Candidate {
  int field = -1;
  const LabelPath* path = nullptr;
  const Spot* label = nullptr;
  const Spot* section = nullptr;
  Relation relation = Relation::none;
  std::uint32_t distance = 0;
};

bool covers(const CellRange& wide, std::uint32_t column) {
  return wide.first.column <= column && column <= wide.last.column;
}

bool is_before(const Spot& a, const Spot& b) {
  return a.cell->at() != b.cell->at() ? a.cell->at() < b.cell->at() : a.order < b.order;
}

/// The spots of a sheet by their segments, in reading order.
class SpotsBySegment {
 public:
  SpotsBySegment(const std::vector<Spot>& spots, std::size_t segments) : first_(segments + 1), spots_(spots.size()) {
    for (const Spot& spot : spots) ++first_[static_cast<std::size_t>(spot.segment) + 1];
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
    std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
    for (const Spot& spot : spots) spots_[next[static_cast<std::size_t>(spot.segment)]++] = &spot;
  }

  std::span<const Spot* const> of(int segment) const {
    const auto at = static_cast<std::size_t>(segment);
    return {spots_.data() + first_[at], first_[at + 1] - first_[at]};
  }

 private:
  std::vector<std::size_t> first_;  ///< by segment
  std::vector<const Spot*> spots_;
};

/// 二、服务能力及业绩, 【五、基地简介】: it stands below a label whose value is missing, and is none.
bool is_heading(const TextCell& cell) {
  constexpr std::size_t longest = 24;  // characters
  if (cell.kind != CellKind::text || count_characters(cell.text) > longest) return false;
  const std::u32string text = to_u32(cell.folded());
  std::size_t at = !text.empty() && (text[0] == U'[' || text[0] == U'(') ? 1 : 0;
  const std::size_t start = at;
  while (at < text.size() && std::u32string_view(U"一二三四五六七八九十").find(text[at]) != std::u32string_view::npos) ++at;
  return at > start && at + 1 < text.size() && (text[at] == U'、' || (start == 1 && text[at] == U')')) && text.find(U'。') == std::u32string::npos;
}

class Placer {
 public:
  Placer(const CardSheet& sheet, CardMatch& match)
      : sheet_(sheet), match_(match), by_segment_(sheet.spots.all, sheet.labels.names.size()), beside_(sheet.text, sheet.spots, sheet.blocks),
        taken_(sheet.spots.all.size()), placed_(sheet.form.fields.size()) {
    for (const Spot& spot : sheet.spots.all) {
      if (sheet.labels.sections[static_cast<std::size_t>(spot.segment)]) sections_.push_back(&spot);
    }
  }

  void run() {
    // Fields that name a section first: what is left over is of those that name none.
    match_.cells.reserve(sheet_.spots.all.size());
    std::vector<Candidate> chosen;
    for (const bool with_section : {true, false}) {
      chosen.clear();
      for (std::size_t i = 0; i < sheet_.form.fields.size(); ++i) choose(i, with_section, chosen);
      settle(chosen);
    }
    drop_shared_values();
    doubt_typed_over();
  }

 private:
  Relation relate(const Spot& section, const Spot& label, std::uint32_t& distance) const {
    const CellRange s = span_of(section), l = span_of(label);
    if (section.cell == label.cell) {
      distance = static_cast<std::uint32_t>(label.order - section.order);
      return section.order < label.order ? Relation::same_cell : Relation::none;
    }
    const bool row_shared = s.first.row <= l.first.row && l.first.row <= s.last.row;
    if (row_shared && s.last.column < l.first.column) {
      distance = l.first.column - s.last.column;
      return Relation::left;
    }
    if (s.first.row > l.last.row && s.last.column < l.first.column) {
      distance = s.first.row - l.last.row;
      return is_crossing(section, label) ? Relation::crossing : Relation::none;
    }
    if (!is_before(section, label)) return Relation::none;
    distance = l.first.row - std::min(s.last.row, l.first.row);
    if (s.last.row < l.first.row && covers(s, l.first.column) && is_nearest_above(section, label)) return Relation::above;
    return is_nearest_heading(section, label) ? Relation::heading : Relation::none;
  }

  std::size_t place_of(const Spot& spot) const { return static_cast<std::size_t>(&spot - sheet_.spots.all.data()); }
  const std::string& text_of(const Spot& spot) const { return sheet_.labels.names[static_cast<std::size_t>(spot.segment)]; }

  bool is_nearest_above(const Spot& section, const Spot& label) const {
    return std::none_of(sections_.begin(), sections_.end(), [&](const Spot* other) {
      return other != &section && is_before(section, *other) && span_of(*other).last.row < span_of(label).first.row &&
             covers(span_of(*other), span_of(label).first.column);
    });
  }

  /// The last section in reading order before the label.
  bool is_nearest_heading(const Spot& section, const Spot& label) const {
    return std::none_of(sections_.begin(), sections_.end(), [&](const Spot* other) {
      return other != &section && is_before(section, *other) && is_before(*other, label);
    });
  }

  /// （2）2022年度 with nothing beside it heads the 营业收入 that follows; it crosses none from above.
  bool heads_the_same(const Spot& section, const Spot& label) const {
    const auto alike = by_segment_.of(label.segment);
    return std::any_of(alike.begin(), alike.end(),
                       [&](const Spot* other) { return is_before(section, *other) && is_nearest_heading(section, *other); });
  }

  /// The row of the section and the column of the label meet in a cell that is no label, with no label on the way.
  bool is_crossing(const Spot& section, const Spot& label) const {
    const std::uint32_t column = span_of(label).first.column, row = span_of(section).first.row;
    for (auto between = sheet_.text.rows().from(span_of(label).last.row + 1);
         between != sheet_.text.rows().end() && between->row < row; ++between) {
      const TextCell& only = between->cells[0];
      const bool heads = between->cells.size() == 1 && only.kind == CellKind::text && !is_figure(only);
      if (heads && !beside_.holds_label(only)) return false;
    }
    const TextCell* value = sheet_.text.at({row, column});
    if (value == nullptr && heads_the_same(section, label)) return false;
    if (value != nullptr && (beside_.holds_label(*value) || value->at().column < column)) return false;
    return std::none_of(sheet_.spots.all.begin(), sheet_.spots.all.end(), [&](const Spot& other) {
      const CellRange o = span_of(other);
      const bool between = o.first.row > span_of(label).last.row && o.first.row < row && covers(o, column);
      const bool on_the_way = o.first.row <= row && row <= o.last.row && o.first.column > span_of(section).last.column &&
                              o.last.column < column;
      return between || on_the_way;
    });
  }

  /// Every label that a path may mean, with every section above it.
  void find_candidates(std::size_t path, std::vector<Candidate>& found) const {
    const LabelPath& own = sheet_.labels.paths[path];
    const auto [leaf, above] = sheet_.labels.ends[path];
    for (const Spot* label : by_segment_.of(leaf)) {
      if (taken_[place_of(*label)]) continue;
      if (above < 0) {
        found.push_back({own.field, &own, label, nullptr, Relation::same_cell, 0});
        continue;
      }
      for (const Spot* section : by_segment_.of(above)) {
        Candidate candidate{own.field, &own, label, section, Relation::none, 0};
        candidate.relation = relate(*section, *label, candidate.distance);
        // A crossing has its value in the section's row, and not where the form prints it beside or below the label.
        const bool elsewhere = sheet_.form.fields[static_cast<std::size_t>(own.field)].place != ValuePlace::either;
        if (candidate.relation == Relation::crossing && elsewhere) continue;
        if (candidate.relation != Relation::none) found.push_back(candidate);
      }
    }
  }

  /// The best candidate of a field: own path before aliases, the surest relation, the nearest.
  void choose(std::size_t field, bool with_section, std::vector<Candidate>& chosen) {
    const auto better = [](const Candidate& a, const Candidate& b) {
      return a.relation != b.relation ? a.relation > b.relation : a.distance < b.distance;
    };
    for (std::size_t path = sheet_.labels.first_path[field]; path < sheet_.labels.first_path[field + 1] && !placed_[field]; ++path) {
      if ((sheet_.labels.ends[path].second >= 0) != with_section) continue;
      found_.clear();
      find_candidates(path, found_);
      if (found_.empty()) continue;
      const Candidate best = *std::min_element(found_.begin(), found_.end(), better);
      std::erase_if(found_, [&](const Candidate& c) { return better(best, c); });
      placed_[field] = true;
      const bool certain = std::all_of(found_.begin(), found_.end(), [&](const Candidate& c) { return c.label == best.label; });
      if (certain) chosen.push_back(best);
      const Spot* before = nullptr;  // a label comes once with each of its sections
      for (const Candidate& c : found_) {
        if (!certain && c.label != before) doubt(*c.label, static_cast<int>(field));
        before = c.label;
      }
    }
  }

  void doubt(const Spot& label, int field) {
    for (CardDoubt& known : match_.doubts) {
      if (known.at == label.cell->at() && known.shown == text_of(label)) return known.fields.push_back(field);
    }
    match_.doubts.push_back({label.cell->at(), text_of(label), {field}});
  }

  /// One label may serve several fields only where it heads a column that several rows cross.
  void settle(const std::vector<Candidate>& chosen) {
    std::vector<const Candidate*> by_label;
    for (const Candidate& candidate : chosen) {
      if (candidate.relation == Relation::crossing) add(candidate);
      else by_label.push_back(&candidate);
    }
    std::stable_sort(by_label.begin(), by_label.end(), [](const Candidate* a, const Candidate* b) { return a->label < b->label; });
    for (auto first = by_label.begin(); first != by_label.end();) {
      const auto next = std::find_if(first, by_label.end(), [&](const Candidate* c) { return c->label != (*first)->label; });
      if (next - first == 1) add(**first);
      else std::for_each(first, next, [&](const Candidate* candidate) { doubt(*candidate->label, candidate->field); });
      first = next;
    }
    for (const Candidate& candidate : chosen) taken_[place_of(*candidate.label)] = true;
  }

  void add(const Candidate& candidate) {
    const Field& field = sheet_.form.fields[static_cast<std::size_t>(candidate.field)];
    CardCell cell;
    cell.field = candidate.field;
    cell.label = candidate.label->cell->at();
    cell.unit = candidate.label->unit;
    cell.alias = !candidate.path->own;
    cell.suspicious = candidate.path->suspicious;
    cell.shown = candidate.label->whole && candidate.label->rest == nullptr ? candidate.label->cell->text : std::string_view(text_of(*candidate.label));
    if (candidate.relation == Relation::crossing) {
      cell.value = beside_.place_of({span_of(*candidate.section).first.row, span_of(*candidate.label).first.column});
    } else if (!candidate.label->whole && (!candidate.label->value.empty() || field.place == ValuePlace::inside)) {
      cell.inside = true;
      cell.text = candidate.label->value;
      cell.value = cell.label;
    } else {
      cell.value = beside_.find_value(*candidate.label, field.place);
      cell.has_value = !beside_.has_two(*candidate.label, cell.value);
      cell.holds_value = !beside_.is_label(cell.value) && !is_heading_below(cell);
      if (!cell.has_value) match_.doubts.push_back({cell.label, std::string(cell.shown), {cell.field}});
    }
    match_.cells.push_back(std::move(cell));
  }

  bool is_heading_below(const CardCell& cell) const {
    const TextCell* value = cell.value.row > cell.label.row ? sheet_.text.at(cell.value) : nullptr;
    return value != nullptr && is_heading(*value) && sheet_.text.rows().find(value->at().row)->cells.size() == 1;
  }

  /// A value that two labels point at is neither's for certain.
  void drop_shared_values() {
    std::vector<CellRef> claims;
    for (const CardCell& cell : match_.cells) {
      if (!cell.inside) claims.push_back(cell.value);
    }
    std::sort(claims.begin(), claims.end());
    if (std::adjacent_find(claims.begin(), claims.end()) == claims.end()) return;  // nearly always
    for (CardCell& cell : match_.cells) {
      const auto [first, last] = std::equal_range(claims.begin(), claims.end(), cell.value);
      const bool shared = last - first > 1 && sheet_.text.at(cell.value) != nullptr && !beside_.is_label(cell.value);
      if (cell.inside || !shared) continue;
      cell.has_value = false;
      match_.doubts.push_back({cell.label, std::string(cell.shown), {cell.field}});
    }
  }

  /// A label typed over a value: it stands where a field's value is missing, and once more where it belongs.
  void doubt_typed_over() {
    for (const CardCell& blank : match_.cells) {
      const TextCell* label = sheet_.text.at(blank.label);
      if (blank.inside || label == nullptr || (sheet_.text.at(blank.value) != nullptr && !beside_.is_label(blank.value))) continue;
      const CellRef beside{label->at().row, label->span.last.column + 1};
      for (const Spot& spot : sheet_.spots.all) {
        const CellRef at = spot.cell->at();
        if ((at != beside && at != blank.value) || !spot.whole || taken_[place_of(spot)]) continue;
        if (const CardCell* own = placed_under(spot.segment)) match_.sections.doubts.emplace_back(at, own->field);
      }
    }
  }

  /// The field that another label of the same words was taken for.
  const CardCell* placed_under(int segment) const {
    for (const Spot* spot : by_segment_.of(segment)) {
      if (!taken_[place_of(*spot)]) continue;
      const auto own = std::find_if(match_.cells.begin(), match_.cells.end(), [&](const CardCell& cell) { return cell.label == spot->cell->at(); });
      if (own != match_.cells.end()) return &*own;
    }
    return nullptr;
  }

  const CardSheet& sheet_;
  CardMatch& match_;
  SpotsBySegment by_segment_;
  std::vector<const Spot*> sections_;  ///< spots that head others
  CardBeside beside_;
  std::vector<bool> taken_;            ///< by place of the spot
  std::vector<bool> placed_;           ///< by field
  std::vector<Candidate> found_;       ///< of one path: kept, for its room
};

}  // namespace

void place_fields(const CardSheet& sheet, CardMatch& match) { Placer(sheet, match).run(); }

}  // namespace huizong
