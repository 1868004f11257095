#include "bind/card_place.hpp"

#include <algorithm>

#include "base/text.hpp"
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

const CellRange& span_of(const Spot& spot) { return spot.cell->span; }

bool covers(const CellRange& wide, std::uint32_t column) {
  return wide.first.column <= column && column <= wide.last.column;
}

bool is_before(const Spot& a, const Spot& b) {
  return a.cell->at() != b.cell->at() ? a.cell->at() < b.cell->at() : a.order < b.order;
}

class Placer {
 public:
  Placer(const CardSheet& sheet, CardMatch& match) : sheet_(sheet), match_(match) {
    for (const Spot& spot : sheet.spots.all) label_cells_.insert(spot.cell->at());
    for (const BlockMatch& block : sheet.blocks) {
      if (!block.header) continue;
      for (const HeaderColumn& column : block.header->band.columns) {
        if (const TextCell* cell = sheet.text.at(column.leaf)) label_cells_.insert(cell->at());
      }
    }
  }

  void run() {
    // Fields that name a section first: what is left over is of those that name none.
    for (const bool with_section : {true, false}) {
      std::vector<Candidate> chosen;
      for (std::size_t i = 0; i < sheet_.form.fields.size(); ++i) choose(static_cast<int>(i), with_section, chosen);
      settle(chosen);
    }
    drop_shared_values();
  }

 private:
  Relation relate(const Spot& section, const Spot& label, std::uint32_t& distance) const {
    const CellRange &s = span_of(section), &l = span_of(label);
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

  bool is_section(const Spot& spot) const { return sheet_.labels.sections.count(spot.text) != 0; }

  bool is_nearest_above(const Spot& section, const Spot& label) const {
    return std::none_of(sheet_.spots.all.begin(), sheet_.spots.all.end(), [&](const Spot& other) {
      return &other != &section && is_section(other) && is_before(section, other) &&
             span_of(other).last.row < span_of(label).first.row && covers(span_of(other), span_of(label).first.column);
    });
  }

  /// The last section in reading order before the label.
  bool is_nearest_heading(const Spot& section, const Spot& label) const {
    return std::none_of(sheet_.spots.all.begin(), sheet_.spots.all.end(), [&](const Spot& other) {
      return &other != &section && is_section(other) && is_before(section, other) && is_before(other, label);
    });
  }

  /// （2）2022年度 with nothing beside it heads the 营业收入 that follows; it crosses none from above.
  bool heads_the_same(const Spot& section, const Spot& label) const {
    return std::any_of(sheet_.spots.all.begin(), sheet_.spots.all.end(), [&](const Spot& other) {
      return other.text == label.text && is_before(section, other) && is_nearest_heading(section, other);
    });
  }

  /// The row of the section and the column of the label meet in a cell that is no label, with no label on the way.
  bool is_crossing(const Spot& section, const Spot& label) const {
    const std::uint32_t column = span_of(label).first.column, row = span_of(section).first.row;
    for (auto between = sheet_.text.rows().from(span_of(label).last.row + 1);
         between != sheet_.text.rows().end() && between->row < row; ++between) {
      const TextCell& only = between->cells[0];
      const bool heads = between->cells.size() == 1 && only.kind == CellKind::text && !is_figure(only);
      if (heads && label_cells_.count(only.at()) == 0) return false;
    }
    const TextCell* value = sheet_.text.at({row, column});
    if (value == nullptr && heads_the_same(section, label)) return false;
    if (value != nullptr && (label_cells_.count(value->at()) != 0 || value->at().column < column)) return false;
    return std::none_of(sheet_.spots.all.begin(), sheet_.spots.all.end(), [&](const Spot& other) {
      const CellRange& o = span_of(other);
      const bool between = o.first.row > span_of(label).last.row && o.first.row < row && covers(o, column);
      const bool on_the_way = o.first.row <= row && row <= o.last.row && o.first.column > span_of(section).last.column &&
                              o.last.column < column;
      return between || on_the_way;
    });
  }

  std::vector<Candidate> candidates(int field, const LabelPath& path) const {
    std::vector<Candidate> found;
    for (const Spot& label : sheet_.spots.all) {
      if (label.text != path.path.back() || taken_.count(&label) != 0) continue;
      if (path.path.size() == 1) {
        found.push_back({field, &path, &label, nullptr, Relation::same_cell, 0});
        continue;
      }
      for (const Spot& section : sheet_.spots.all) {
        if (section.text != path.path[path.path.size() - 2]) continue;
        Candidate candidate{field, &path, &label, &section, Relation::none, 0};
        candidate.relation = relate(section, label, candidate.distance);
        // A crossing has its value in the section's row, and not where the form prints it beside or below the label.
        const bool elsewhere = sheet_.form.fields[static_cast<std::size_t>(field)].place != ValuePlace::either;
        if (candidate.relation == Relation::crossing && elsewhere) continue;
        if (candidate.relation != Relation::none) found.push_back(candidate);
      }
    }
    return found;
  }

  /// The best candidates of a field: own path before aliases, the surest relation, the nearest.
  void choose(int field, bool with_section, std::vector<Candidate>& chosen) {
    for (const LabelPath& path : sheet_.labels.paths) {
      if (path.field != field || (path.path.size() > 1) != with_section || is_placed(field, chosen)) continue;
      std::vector<Candidate> found = candidates(field, path);
      if (found.empty()) continue;
      const auto better = [](const Candidate& a, const Candidate& b) {
        return a.relation != b.relation ? a.relation > b.relation : a.distance < b.distance;
      };
      const Candidate best = *std::min_element(found.begin(), found.end(), better);
      std::erase_if(found, [&](const Candidate& c) { return better(best, c); });
      std::set<const Spot*> labels;
      for (const Candidate& c : found) labels.insert(c.label);
      if (labels.size() > 1) {
        for (const Spot* label : labels) doubt(*label, field);
        placed_.insert(field);
      } else {
        chosen.push_back(best);
      }
    }
  }

  bool is_placed(int field, const std::vector<Candidate>& chosen) const {
    return placed_.count(field) != 0 ||
           std::any_of(chosen.begin(), chosen.end(), [&](const Candidate& c) { return c.field == field; });
  }

  void doubt(const Spot& label, int field) {
    for (CardDoubt& known : match_.doubts) {
      if (known.at == label.cell->at() && known.shown == label.text) return known.fields.push_back(field);
    }
    match_.doubts.push_back({label.cell->at(), label.text, {field}});
  }

  /// One label may serve several fields only where it heads a column that several rows cross.
  void settle(const std::vector<Candidate>& chosen) {
    std::map<const Spot*, std::vector<const Candidate*>> by_label;
    for (const Candidate& candidate : chosen) {
      placed_.insert(candidate.field);
      if (candidate.relation == Relation::crossing) {
        add(candidate);
      } else {
        by_label[candidate.label].push_back(&candidate);
      }
    }
    for (const auto& [label, all] : by_label) {
      if (all.size() == 1) add(*all.front());
      for (const Candidate* candidate : all) {
        if (all.size() > 1) doubt(*label, candidate->field);
      }
    }
    for (const Candidate& candidate : chosen) taken_.insert(candidate.label);
  }

  void add(const Candidate& candidate) {
    const Field& field = sheet_.form.fields[static_cast<std::size_t>(candidate.field)];
    CardCell cell;
    cell.field = candidate.field;
    cell.label = candidate.label->cell->at();
    cell.unit = candidate.label->unit;
    cell.alias = !candidate.path->own;
    cell.suspicious = candidate.path->suspicious;
    cell.shown = candidate.label->whole ? candidate.label->cell->text : candidate.label->text;
    if (candidate.relation == Relation::crossing) {
      cell.value = place_of({span_of(*candidate.section).first.row, span_of(*candidate.label).first.column});
    } else if (!candidate.label->whole && (!candidate.label->value.empty() || field.place == ValuePlace::inside)) {
      cell.inside = true;
      cell.text = candidate.label->value;
      cell.value = cell.label;
    } else {
      cell.value = find_value(*candidate.label, field.place);
    }
    match_.cells.push_back(std::move(cell));
  }

  /// The cell that shows at a place, at its first cell.
  CellRef place_of(CellRef ref) const {
    const TextCell* cell = sheet_.text.at(ref);
    return cell != nullptr ? cell->at() : ref;
  }

  bool is_label(CellRef ref) const {
    const TextCell* cell = sheet_.text.at(ref);
    return cell != nullptr && label_cells_.count(cell->at()) != 0;
  }

  CellRef find_value(const Spot& label, ValuePlace place) const {
    if (place == ValuePlace::below) return find_below(label);
    if (place == ValuePlace::right) return find_right(label);
    const CellRange& span = span_of(label);
    const CellRef beside{span.first.row, span.last.column + 1};
    const bool heads = is_label(beside) || span.last.column >= sheet_.text.last_column() || is_among_labels(label);
    return heads ? find_below(label) : find_right(label);
  }

  /// In a row of labels with nothing between: the last of them heads its column as the others do.
  bool is_among_labels(const Spot& label) const {
    const CellRange& span = span_of(label);
    if (span.first.column == 0 || !is_label({span.first.row, span.first.column - 1})) return false;
    const CellRef beside = find_right(label);
    return sheet_.text.at(beside) == nullptr && sheet_.text.at(find_below(label)) != nullptr && !is_label(find_below(label));
  }

  /// The next cell of the row. In a sheet without merges the first one that shows before the next label: the label may
  /// have been merged over the blanks between. Where merges stand, a blank is a value that is missing, unless other labels
  /// are still merged over its column.
  CellRef find_right(const Spot& label) const {
    const CellRange& span = span_of(label);
    const CellRef beside{span.first.row, span.last.column + 1};
    if (sheet_.text.at(beside) != nullptr) return place_of(beside);
    const std::uint32_t end = sheet_.text.has_merges() ? end_of_labels(span) + 1 : sheet_.text.last_column();
    for (std::uint32_t column = beside.column + 1; column <= end; ++column) {
      const CellRef ref{span.first.row, column};
      if (is_label(ref)) break;
      if (sheet_.text.at(ref) != nullptr) return place_of(ref);
    }
    return beside;
  }

  /// Where labels end that begin in the same column: the blank cells up to there were merged into this one, too.
  std::uint32_t end_of_labels(const CellRange& span) const {
    std::uint32_t end = span.last.column;
    for (const Spot& other : sheet_.spots.all) {
      if (other.whole && span_of(other).first.column == span.first.column) end = std::max(end, span_of(other).last.column);
    }
    return end;
  }

  CellRef find_below(const Spot& label) const {
    const CellRange& span = span_of(label);
    for (std::uint32_t column = span.first.column; column <= span.last.column; ++column) {
      const CellRef ref{span.last.row + 1, column};
      const TextCell* cell = sheet_.text.at(ref);
      if (cell != nullptr && cell->at() == ref) return ref;
    }
    // What begins further left may be another label's as well.
    return place_of({span.last.row + 1, span.first.column});
  }

  /// A value that two labels point at is neither's for certain.
  void drop_shared_values() {
    std::map<CellRef, int> claims;
    for (const CardCell& cell : match_.cells) {
      if (!cell.inside) ++claims[cell.value];
    }
    for (CardCell& cell : match_.cells) {
      const bool shared = claims[cell.value] > 1 && sheet_.text.at(cell.value) != nullptr && !is_label(cell.value);
      if (cell.inside || !shared) continue;
      cell.has_value = false;
      match_.doubts.push_back({cell.label, cell.shown, {cell.field}});
    }
  }

  const CardSheet& sheet_;
  CardMatch& match_;
  std::set<CellRef> label_cells_;
  std::set<const Spot*> taken_;
  std::set<int> placed_;
};

}  // namespace

void place_fields(const CardSheet& sheet, CardMatch& match) { Placer(sheet, match).run(); }

}  // namespace huizong
