// Values that are chosen: boxes, ticks, 是 and 否.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/number.hpp"
#include "bind/ticks.hpp"
#include "bind/value_place.hpp"

namespace huizong {
namespace {

/// □是 ☑否 in a cell of yes and no; nothing where no box or tick stands in it.
std::optional<Value> read_boolean_ticks(const Place& place, const Value& value) {
  static const std::vector<std::string> options{"是", "否"};
  const std::string word = fold_label(value.text);
  if (word == "是" || word == "否" || (!contains(word, "是") && !contains(word, "否"))) return std::nullopt;
  const Ticks ticks = read_ticks(value.text, options);
  if (ticks.kind == Ticks::Kind::none) return value;
  if (ticks.kind == Ticks::Kind::unreadable || ticks.chosen.size() != 1) {
    return bad(place, value, "cell.not-in-list", {{"expected", "是、否"}});
  }
  Value out = value;
  out.kind = ValueKind::boolean;
  out.number = starts_with(ticks.chosen[0], "是") ? 1 : 0;  // ☑是（如出台请随文附送） keeps its words
  return out;
}

}  // namespace

Value read_ticked_cell(const Place& place, Value value) {
  if (is_error_word(value.text)) return bad(place, std::move(value), "cell.error-value");
  if (is_missing(place, value.text)) return value;
  const Ticks ticks = read_ticks(value.text, place.field.ticks);
  if (ticks.kind == Ticks::Kind::none) return value;
  if (ticks.kind == Ticks::Kind::unreadable || (ticks.chosen.size() > 1 && !place.field.many_ticks)) {
    return bad(place, std::move(value), "cell.not-in-list", {{"expected", join(place.field.ticks, "、")}});
  }
  value.kind = ValueKind::text;
  value.text = join(ticks.chosen, "、");
  return value;
}

Value read_boolean_cell(const Place& place, Value value) {
  if (place.cell.kind == CellKind::boolean) {
    value.kind = ValueKind::boolean;
    value.number = place.cell.number != 0 ? 1 : 0;
    return value;
  }
  if (is_ditto(value.text)) return bad(place, std::move(value), "cell.not-in-list", {{"expected", "是、否"}, {"why", "why.ditto"}});
  if (is_missing(place, value.text)) return value;
  const bool plain = value.text == "是" || value.text == "否";  // nearly all
  if (auto ticked = plain ? std::nullopt : read_boolean_ticks(place, value)) return *ticked;
  const std::string word = plain ? value.text : fold_label(value.text);
  static constexpr auto yeses = std::to_array<std::string_view>({"是", "有", "√", "✓", "✔", "y", "yes", "true"});
  static constexpr auto noes = std::to_array<std::string_view>({"否", "无", "×", "✗", "✘", "n", "no", "false"});
  const bool yes = std::find(yeses.begin(), yeses.end(), word) != yeses.end();
  const bool no = std::find(noes.begin(), noes.end(), word) != noes.end();
  if (!yes && !no) return bad(place, std::move(value), "cell.not-in-list", {{"expected", "是、否"}});
  value.kind = ValueKind::boolean;
  value.number = yes ? 1 : 0;
  return value;
}

Value read_tick_cell(const Place& place, Value value) {
  value.kind = ValueKind::figure;
  if (value.text == "√") {  // nearly all
    value.number = 1;
    return value;
  }
  if (is_ditto(value.text)) return bad(place, std::move(value), "cell.not-in-list", {{"expected", "√、空白"}, {"why", "why.ditto"}});
  const std::string word = fold_label(value.text);
  static constexpr auto ticks = std::to_array<std::string_view>({"√", "✓", "✔", "☑", "■", "●", "是", "1", "true"});
  static constexpr auto none = std::to_array<std::string_view>({"", "□", "☐", "○", "否", "无", "0", "false"});
  const auto is_one_of = [&word](const auto& words) { return std::find(words.begin(), words.end(), word) != words.end(); };
  if (is_one_of(ticks)) value.number = 1;
  else if (word == "v" || word == "y") {
    value.number = 1;
    tell(place, "cell.normalised", {{"value", value.text}, {"expected", "√"}});
  } else if (!is_one_of(none) && !is_missing(place, value.text)) {
    return bad(place, std::move(value), "cell.not-in-list", {{"expected", "√、空白"}});
  }
  return value;
}

}  // namespace huizong
