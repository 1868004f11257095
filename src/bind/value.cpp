#include "bind/value.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/plain_number.hpp"
#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/number.hpp"
#include "bind/sheet_text.hpp"
#include "bind/value_place.hpp"

namespace huizong {

void tell(const Place& place, std::string_view rule, Args args) {
  place.draft.add(rule, std::move(args), place.index, place.at);
}

Value bad(const Place& place, Value value, std::string_view rule, Args more) {
  Args args{{"value", value.text}};
  args.insert(args.end(), more.begin(), more.end());
  tell(place, rule, std::move(args));
  value.kind = rule == "cell.error-value" ? ValueKind::error : ValueKind::bad;
  return value;
}

bool is_missing(const Place& place, const std::string& text) {
  const auto& own = place.draft.form->missing_values;
  return is_missing_word(text) || std::find(own.begin(), own.end(), text) != own.end();
}

std::optional<Decimal> number_of(const Cell& cell) {
  return cell.text.empty() ? to_decimal15(cell.number) : parse_decimal15(cell.text);
}

namespace {

Value take_figure(const Place& place, Value value, const Decimal& number, const Decimal& step) {
  value.kind = ValueKind::figure;
  value.number = convert(number, place.unit.factor);
  value.unit_step = place.unit.factor.is_one() ? step : round_to_15_digits(step * to_step(place.unit.factor));
  return value;
}

const Decimal most_exact(999'999'999'999'999);  ///< fifteen digits

/// As nearly all numbers stand: taken as it is. False: not so, or there is more to it.
bool take_plain_number(const Place& place, Value& value) {
  if (place.cell.look != NumberLook::plain || !place.unit.factor.is_one()) return false;
  const auto number = parse_plain_number(place.cell.text);
  if (!number) return false;
  value.kind = ValueKind::figure;
  value.number = *number;
  value.text = place.cell.text;
  return true;
}

Value read_number_cell(const Place& place, Value value, const Decimal& number) {
  value.text = to_text(number);
  if (number.is_whole() && abs(number) > most_exact) {
    tell(place, "cell.digits-lost", {{"value", value.text}, {"why", "why.more-than-15"}});
  }
  const bool percent = place.cell.look == NumberLook::percent;
  if (!percent && place.cell.look != NumberLook::signed_percent) return take_figure(place, std::move(value), number, 1);
  if (place.field.unit != "%") return bad(place, std::move(value), "cell.not-a-number", {{"why", "why.wrong-unit"}});
  return take_figure(place, std::move(value), percent ? number * Decimal(100) : number, percent ? 100 : 1);
}

/// 无 where a count, an amount or an area is asked for is nothing; of a share, an age or a distance it says that there is no figure.
bool may_be_nil(const Place& place) {
  if (is_additive(place.field.additivity)) return true;
  if (place.field.additivity != Additivity::none) return false;
  const auto unit = find_unit(place.field.unit);
  return place.field.unit.empty() || (unit && unit->kind != UnitKind::percent && unit->kind != UnitKind::years);
}

Value take_nil(const Place& place, Value value) {
  if (!may_be_nil(place)) {
    value.kind = ValueKind::missing;
    return value;
  }
  tell(place, "cell.normalised", {{"value", value.text}, {"expected", "0"}});
  value.kind = ValueKind::nil;
  return value;
}

/// 约500, 500左右, where the form allows an estimate: the figure counts, to be verified.
Value take_estimate(const Place& place, Value value) {
  std::string text = normalise(value.text);
  for (const char* word : {"约", "大概", "近", "左右", "上下"}) text = replace_all(std::move(text), word, "");
  const NumberText read = read_number_text(text, place.unit.declared);
  if (read.kind != NumberKind::figure) return bad(place, std::move(value), "cell.not-a-number", {{"why", "why.estimate"}});
  tell(place, "cell.not-a-number", {{"value", value.text}, {"why", "why.estimate"}});
  place.draft.pending.back().finding.severity = Severity::verify;
  return take_figure(place, std::move(value), read.number, read.step);
}

Value read_number_typed(const Place& place, Value value) {
  if (is_missing(place, value.text) && !is_ditto(value.text)) return value;
  // As stored: a line break between digits must still be seen.
  const NumberText read = read_number_text(place.cell.text, place.unit.declared);
  if (read.kind == NumberKind::missing) return value;
  if (read.kind == NumberKind::error) return bad(place, std::move(value), "cell.error-value");
  if (read.kind == NumberKind::nil) return take_nil(place, std::move(value));
  if (read.kind == NumberKind::unreadable && read.why == "why.estimate" && place.field.estimates) {
    return take_estimate(place, std::move(value));
  }
  if (read.kind == NumberKind::unreadable) {
    const Args why = read.why.empty() ? Args{} : Args{{"why", std::string(read.why)}};
    return bad(place, std::move(value), "cell.not-a-number", why);
  }
  Value out = take_figure(place, std::move(value), read.number, read.step);
  const std::string number = to_text(out.number);
  if (!read.converted_from.empty()) {
    tell(place, "unit.converted", {{"value", out.text}, {"expected", number}, {"from", read.converted_from}, {"to", place.field.unit}});
    if (place.field.is_money()) place.draft.pending.back().finding.severity = Severity::verify;
  }
  if (read.normalised) tell(place, "cell.normalised", {{"value", out.text}, {"expected", number}});
  if (read.digits_lost) {
    const bool shortened = place.cell.text.find_first_of("eE") != std::string_view::npos;
    tell(place, "cell.digits-lost", {{"value", out.text}, {"why", shortened ? "why.scientific" : "why.more-than-15"}});
  }
  return out;
}

/// A date stands as an eye sees it, not as its serial.
Value as_shown(const Place& place, Value value) {
  const auto serial = place.cell.kind == CellKind::date ? number_of(place.cell) : std::nullopt;
  if (const auto date = serial ? to_date(to_double(*serial), place.date1904) : std::nullopt) value.text = to_text(*date);
  return value;
}

/// Why a cell that is neither number nor text gives no figure.
Args to_why(CellKind kind) {
  return kind == CellKind::date ? Args{{"why", "why.date-format"}} : kind == CellKind::boolean ? Args{{"why", "why.logical"}} : Args{};
}

/// 9.11101E+17: what a spreadsheet shows, and writes into csv, of a number of twelve digits and more; in a narrow column
/// of a telephone number too (1.39001E+10).
bool is_shown_shortened(std::string_view text) {
  constexpr long least = 8;
  if (text.empty() || text[0] < '1' || text[0] > '9') return false;
  const std::size_t e = text.find_first_of("eE");
  if (e == std::string_view::npos || e + 3 > text.size() || text[e + 1] != '+') return false;
  const bool head = e == 1 || (text[1] == '.' && text.find_first_not_of("0123456789", 2) == e);
  const bool tail = text.find_first_not_of("0123456789", e + 2) == std::string_view::npos;
  return head && tail && std::strtol(std::string(text.substr(e + 2)).c_str(), nullptr, 10) >= least;
}

/// 911101234567890000: eighteen digits and more that end, behind the fifteenth, in zeros alone were a number once.
bool has_zeros_for_digits(std::string_view text) {
  if (text.size() < 18 || text.find_first_not_of("0123456789") != std::string_view::npos) return false;
  return text.find_first_not_of('0', 15) == std::string_view::npos && text.find_first_not_of('0') != std::string_view::npos;
}

/// How a code lost its last digits, being held as a number at some time; a message id, empty where it did not.
std::string_view why_digits_lost(const Place& place, const std::string& text) {
  if (place.cell.kind == CellKind::text) {
    return is_shown_shortened(text) ? "why.scientific" : has_zeros_for_digits(text) ? "why.trailing-zeros" : std::string_view();
  }
  if (place.cell.kind != CellKind::number) return {};
  const bool long_text = has_more_than_15_digits(place.cell.text.empty() ? std::string_view(text) : place.cell.text);
  return long_text || (text.size() > 15 && text.find('.') == std::string::npos) ? "why.more-than-15" : std::string_view();
}

void tell_digits_lost(const Place& place, const std::string& text, std::string_view why) {
  tell(place, "cell.digits-lost", {{"value", text}, {"why", std::string(why)}});
}

/// As readers write it: U+0336 behind each character.
bool is_struck(const Cell& cell) {
  constexpr std::string_view line = "\u0336";  // its first byte begins hardly anything else, and is soon looked for
  return cell.kind == CellKind::text && cell.text.find(line.front()) != std::string_view::npos && contains(cell.text, line);
}

bool names_record(const Place& place) {
  const std::vector<int> naming = place.draft.form->naming();
  return std::find(naming.begin(), naming.end(), place.index) != naming.end();
}

void tell_doubtful_text(const Place& place, const char* why) {
  Finding& finding = place.draft.add("cell.required", {{"why", why}}, place.index, place.at);
  finding.severity = Severity::verify;
  if (names_record(place)) finding.scope = Scope::row;
}

/// Struck through, all or a part of it: void or not, nobody can tell. A name so doubts its whole record.
Value take_struck(const Place& place, Value value) {
  constexpr const char* why = "why.struck-through";
  value.text = tidy(replace_all(shown_text(place.cell), "\u0336", ""));
  if (value.text.empty() || is_missing(place, value.text)) return value;
  value = as_shown(place, std::move(value));
  switch (place.field.type) {
    case FieldType::date: return bad(place, std::move(value), "cell.not-a-date", {{"why", why}});
    case FieldType::boolean: return bad(place, std::move(value), "cell.not-in-list", {{"expected", "是、否"}, {"why", why}});
    case FieldType::integer:
    case FieldType::number: return bad(place, std::move(value), "cell.not-a-number", {{"why", why}});
    case FieldType::tick: return bad(place, std::move(value), "cell.not-in-list", {{"expected", "√、空白"}, {"why", why}});
    case FieldType::text: tell_doubtful_text(place, why); break;
    case FieldType::ordinal: break;
  }
  value.kind = ValueKind::text;
  return value;
}

/// 同上 for what a record is called: it would be called so. In other columns it may stand, and is kept as it stands.
Value read_text_cell(const Place& place, Value value) {
  if (is_error_word(value.text)) return bad(place, std::move(value), "cell.error-value");
  const bool ditto = place.cell.kind == CellKind::text && is_ditto(place.cell.text);
  if (ditto && names_record(place)) tell_doubtful_text(place, "why.ditto");
  if (!ditto && is_missing(place, value.text)) return value;
  if (const std::string_view why = why_digits_lost(place, value.text); !why.empty()) tell_digits_lost(place, value.text, why);
  value = as_shown(place, std::move(value));
  value.kind = ValueKind::text;
  return value;
}

/// A text that begins with a Chinese character is as it stands no error, no number that was shortened, and no tick; nor is a telephone
/// number. False: there is more to it.
bool take_plain_text(const Place& place, Value& value) {
  const std::string_view text = place.cell.text;
  const bool digits = text.size() < 15 && text.find_first_not_of("0123456789") == std::string_view::npos;
  const std::uint32_t first = text.size() < 3 ? 0 : three_bytes_at(text, 0);
  const bool may_be_ditto = first == U'同' || first == U'上';
  if (!place.field.ticks.empty() || text.size() < 3 || !(digits || is_han(first)) || may_be_ditto || is_struck(place.cell)) return false;
  if (is_tidy(text)) value.text = text;
  else value.text = tidy(text);
  if (!is_missing(place, value.text)) value.kind = ValueKind::text;
  return true;
}

/// A serial number as it stands. False: there is more to it.
bool take_serial(const Place& place, Value& value) {
  if (place.field.type != FieldType::ordinal || !is_plain_number(place.cell.text)) return false;
  value.text = place.cell.text;
  value.kind = ValueKind::text;
  return true;
}

/// What is no number in plain digits.
Value read_otherwise(const Place& place, Value value) {
  const Cell& cell = place.cell;
  if (cell.no_result) {
    tell(place, "cell.no-result", {});
    return value;
  }
  if (is_struck(cell)) return take_struck(place, std::move(value));
  if (place.field.type == FieldType::tick && cell.kind != CellKind::error) {
    value.text = cell.kind == CellKind::boolean ? (cell.number != 0 ? "1" : "0") : tidy(shown_text(cell));
    return read_tick_cell(place, std::move(value));
  }
  const bool is_text = place.field.type == FieldType::text || place.field.type == FieldType::ordinal;
  if (cell.kind == CellKind::number && cell.look == NumberLook::otherwise && !is_text) {
    value.text = tidy(shown_text(cell));
    return bad(place, std::move(value), place.field.type == FieldType::date ? "cell.not-a-date" : "cell.not-a-number", {{"why", "why.shown-otherwise"}});
  }
  const bool figure = place.field.type == FieldType::integer || place.field.type == FieldType::number;
  if (cell.kind == CellKind::number && figure) {
    if (const auto number = number_of(cell)) return read_number_cell(place, std::move(value), *number);
  }
  value.text = cell.kind == CellKind::text ? tidy(cell.text) : tidy(shown_text(cell));
  if (cell.kind == CellKind::empty || value.text.empty()) return value;
  if (cell.kind == CellKind::error) return bad(place, std::move(value), "cell.error-value");
  switch (place.field.type) {
    case FieldType::integer:
    case FieldType::number:
      if (cell.kind == CellKind::text) return read_number_typed(place, std::move(value));
      return bad(place, as_shown(place, std::move(value)), "cell.not-a-number", to_why(cell.kind));
    case FieldType::date: return read_date_cell(place, std::move(value));
    case FieldType::boolean: return read_boolean_cell(place, std::move(value));
    case FieldType::tick: break;
    case FieldType::text: {
      const bool ticks = !place.field.ticks.empty();
      return ticks ? read_ticked_cell(place, std::move(value)) : read_text_cell(place, std::move(value));
    }
    case FieldType::ordinal: break;
  }
  value.kind = ValueKind::text;
  return value;
}

}  // namespace

Finding& Draft::add(std::string_view rule, Args args, int field, std::optional<CellRef> cell) {
  pending.push_back({make_finding(rule, std::move(args)), field, -1});
  pending.back().finding.cell = cell;
  return pending.back().finding;
}

void read_value_into(Value& value, const Cell* cell, CellRef at, int index, const ColumnUnit& unit, bool date1904, Draft& draft) {
  value.cell = at;
  const Field& field = draft.form->fields[static_cast<std::size_t>(index)];
  value.kind = field.type == FieldType::tick ? ValueKind::figure : ValueKind::missing;
  if (cell == nullptr) return;
  const Place place{*cell, at, index, field, unit, date1904, draft};
  // By far the most cells: parsed once, its text follows from the number.
  const bool figure = cell->kind == CellKind::number && !cell->no_result && (field.type == FieldType::integer || field.type == FieldType::number);
  const bool text = cell->kind == CellKind::text && !cell->no_result && field.type == FieldType::text;
  const bool serial = cell->kind == CellKind::number && !cell->no_result;
  const bool taken = (figure && take_plain_number(place, value)) || (text && take_plain_text(place, value)) || (serial && take_serial(place, value));
  if (!taken) value = read_otherwise(place, std::move(value));
}

Value read_value(const Cell* cell, CellRef at, int index, const ColumnUnit& unit, bool date1904, Draft& draft) {
  Value value;
  read_value_into(value, cell, at, index, unit, date1904, draft);
  return value;
}

}  // namespace huizong
