#include "bind/number.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "base/plain_number.hpp"
#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/unit.hpp"

namespace huizong {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Cut {
  std::string number;  ///< plain: no separators
  std::string suffix;
  bool plain = true;   ///< nothing had to be taken out
};

/// 1,234,567 or 1 234 567: groups of three behind one to three digits. Anything else is no certain reading: 0,500 is one half
/// to some and five hundred to none.
bool good_groups(std::string_view whole, char separator) {
  std::size_t start = 0;
  bool first = true;
  if (whole.front() == '0') return false;
  while (true) {
    const std::size_t end = std::min(whole.find(separator, start), whole.size());
    const std::size_t length = end - start;
    if (first ? (length < 1 || length > 3) : length != 3) return false;
    if (end == whole.size()) return !first;
    start = end + 1;
    first = false;
  }
}

std::size_t end_of_whole(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const bool joins = (text[at] == ',' || text[at] == ' ') && at + 1 < text.size() && is_digit(text[at + 1]);
    if (!is_digit(text[at]) && !joins) break;
    ++at;
  }
  return at;
}

std::size_t end_of_exponent(std::string_view text, std::size_t at) {
  if (at >= text.size() || (text[at] != 'e' && text[at] != 'E')) return at;
  std::size_t digit = at + 1;
  if (digit < text.size() && (text[digit] == '+' || text[digit] == '-')) ++digit;
  std::size_t end = digit;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end > digit ? end : at;
}

/// 1.5E+3 does not say its last two digits: so a spreadsheet writes into csv what a narrow or scientific cell shows.
bool is_rounded_off(std::string_view number) {
  const std::size_t e = number.find_first_of("eE");
  if (e == std::string_view::npos) return false;
  const std::size_t point = std::min(number.find('.'), e);
  const long told = static_cast<long>(e - point) - (point < e ? 1 : 0);
  return std::strtol(std::string(number.substr(e + 1)).c_str(), nullptr, 10) > told;
}

/// Digits with a line break, a tab, a wide or a double space between them: two numbers, not the groups of one.
bool has_parted_digits(std::string_view text) {
  const auto odd = [](char c) { return c <= ' ' || c == '\x7F'; };  // bytes from 0x80 are negative
  if (std::none_of(text.begin(), text.end(), odd)) return false;
  const std::u32string all = to_u32(text);
  const auto digit = [](char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); };
  const auto blank = [](char32_t c) { return c <= U' ' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F; };
  for (std::size_t at = 1; at < all.size(); ++at) {
    if (!blank(all[at]) || !digit(all[at - 1])) continue;
    std::size_t end = at;
    while (end < all.size() && blank(all[end])) ++end;
    const bool parts = end - at > 1 || all[at] < U' ' || all[at] == 0x3000;
    if (parts && end < all.size() && digit(all[end])) return true;
    at = end - 1;
  }
  return false;
}

/// Cuts the number off the front. nullopt where there is none, or its separators make no sense.
std::optional<Cut> cut_number(std::string_view text) {
  Cut cut;
  std::size_t at = 0;
  if (at < text.size() && (text[at] == '-' || text[at] == '+')) cut.number += text[at++];
  if (at < text.size() && text[at] == ' ') ++at;
  const std::size_t start = at;
  at = end_of_whole(text, at);
  std::string whole(text.substr(start, at - start));
  for (const char separator : {',', ' '}) {
    if (whole.find(separator) == std::string::npos) continue;
    if (!good_groups(whole, separator)) return std::nullopt;
    if (separator == ' ' && whole.size() == 7 && whole[3] == ' ') return std::nullopt;  // 155 155, 310 295: as well two numbers as one
    whole.erase(std::remove(whole.begin(), whole.end(), separator), whole.end());
    cut.plain = false;
  }
  cut.number += whole;
  if (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1])) {
    const std::size_t point = at++;
    while (at < text.size() && is_digit(text[at])) ++at;
    cut.number += text.substr(point, at - point);
  }
  if (at == start) return std::nullopt;
  const std::size_t end = end_of_exponent(text, at);
  if (end > at) cut.plain = false;
  cut.number += text.substr(at, end - at);
  cut.suffix = without_brackets(replace_all(std::string(trim(text.substr(end))), " ", ""));
  return cut;
}

NumberText unreadable(std::string_view why) {
  NumberText out;
  out.why = why;
  return out;
}

NumberText figure(const Decimal& number, const Factor& factor, bool normalised) {
  NumberText out;
  out.kind = NumberKind::figure;
  out.number = convert(number, factor);
  out.step = factor.is_one() ? Decimal(1) : to_step(factor);
  out.normalised = normalised;
  return out;
}

/// 3.5万, 1.2亿 without a unit behind.
NumberText scaled(const Decimal& number, std::string_view scale, const std::optional<Measure>& unit) {
  const std::int64_t times = scale == "万" ? 10000 : 100000000;
  if (!unit || unit->kind == UnitKind::count || unit->kind == UnitKind::people) {
    if (unit && unit->numerator != 1) return unreadable("why.ambiguous-scale");
    return figure(number, {times, 1}, true);
  }
  if (unit->kind == UnitKind::percent) return unreadable("why.wrong-unit");
  if (unit->numerator == 1) return figure(number, {times, 1}, true);
  // 3.5万 in a 万元 column may be 3.5 or 35000: never guessed.
  if (unit->name != "万元" || scale != "亿") return unreadable("why.ambiguous-scale");
  NumberText out = figure(number, {10000, 1}, false);
  out.converted_from = "亿元";
  return out;
}

NumberText with_unit(const Decimal& number, const Measure& seen, const std::optional<Measure>& unit) {
  const bool counted = seen.kind == UnitKind::count || seen.kind == UnitKind::people;
  if (!unit) return counted ? figure(number, {seen.numerator, seen.denominator}, true) : unreadable("why.wrong-unit");
  if (!same_kind(seen, *unit)) return unreadable("why.wrong-unit");
  const Factor factor = factor_between(seen, *unit);
  const bool multiplies = counted || (unit->kind == UnitKind::money && unit->numerator == 1);
  if (factor.is_one() || (multiplies && factor.denominator == 1)) return figure(number, factor, true);
  NumberText out = figure(number, factor, false);
  out.converted_from = seen.name;
  return out;
}

NumberText with_suffix(const Decimal& number, std::string_view suffix, const std::optional<Measure>& unit) {
  if (suffix == "万" || suffix == "亿") return scaled(number, suffix, unit);
  if (suffix == "%") {
    return unit && unit->kind == UnitKind::percent ? figure(number, {}, true) : unreadable("why.wrong-unit");
  }
  const auto seen = find_unit(suffix);
  return seen ? with_unit(number, *seen, unit) : unreadable({});
}

bool is_numeral(char32_t c) {
  return std::u32string_view(U"零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟元整点").find(c) != std::u32string_view::npos;
}

/// 668，675 as people list two numbers, or the groups of one.
bool may_be_listed(std::string_view text, std::string_view plain) {
  if (!contains(text, "，") || plain.size() < 7 || plain[3] != ',' || (plain.size() > 7 && (is_digit(plain[7]) || plain[7] == ',' || plain[7] == '.'))) return false;
  return std::all_of(plain.begin(), plain.begin() + 3, is_digit) && std::all_of(plain.begin() + 4, plain.begin() + 7, is_digit);
}

/// What can be said of a text that is no number.
std::string_view reason(std::string_view plain, std::string_view suffix) {
  if (contains(plain, "\u0336")) return "why.struck-through";  // as readers write it
  if (starts_with(plain, "=")) return "why.formula-as-text";
  if (starts_with(plain, "(") || starts_with(plain, "▲") || starts_with(plain, "△") || starts_with(plain, "负")) return "why.sign-unclear";
  const std::u32string marks = to_u32(plain);
  if (!marks.empty() && std::all_of(marks.begin(), marks.end(), is_numeral)) return "why.chinese-numerals";
  for (const char* word : {"约", "多", "余", "近", "左右", "上下", "若干", "大概", "以上", "以下", "超过", "不足", "几", ">", "<", "+"}) {
    if (contains(plain, word)) return "why.estimate";
  }
  for (const char* dash : {"-", "~", "—", "–", "至", "到", "/", "、", ";"}) {
    if (starts_with(suffix, dash)) return "why.two-numbers";
  }
  return {};
}

}  // namespace

bool is_missing_word(std::string_view text) {
  const bool digit = !text.empty() && is_digit(text[0]);
  if (digit || has_han_but(text, "暂无")) return false;
  static constexpr std::array<char32_t, 9> dashes{U'-', U'—', U'–', U'―', U'─', U'－', U'−', U'/', U'／'};
  const std::string bare = fold_label(text);
  if (bare.empty() || bare == "暂无") return true;
  const std::u32string marks = to_u32(bare);
  return std::all_of(marks.begin(), marks.end(),
                     [](char32_t c) { return std::find(dashes.begin(), dashes.end(), c) != dashes.end(); });
}

bool is_ditto(std::string_view text) {
  if (begins_otherwise(text, "同")) return false;  // 上 is in front of all that this asks for
  constexpr std::size_t longest = 18;  // bytes
  if (text.empty() || text.size() > longest || is_digit(text[0]) || text[0] == '-' || text[0] == '/') return false;
  static constexpr std::u32string_view marks = U"\"'“”‘’″′〃＂＇々↑,";
  static constexpr std::array<std::string_view, 7> words{"同上", "同左", "同前", "上同", "同上行", "同左列", "同下"};
  const std::string plain = replace_all(normalise(text), " ", "");
  if (std::find(words.begin(), words.end(), plain) != words.end()) return true;
  std::u32string letters = to_u32(plain);
  std::erase(letters, U'—');  // —〃—
  return !letters.empty() && std::all_of(letters.begin(), letters.end(), [](char32_t c) { return marks.find(c) != std::u32string_view::npos; });
}

bool is_error_word(std::string_view text) {
  if (text.find_first_of('#') == std::string_view::npos && text.find("Err:") == std::string_view::npos) return false;
  static constexpr std::array<std::string_view, 12> words{"#DIV/0!", "#REF!", "#N/A", "#VALUE!", "#NAME?", "#NUM!", "#NULL!",
                                                          "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#GETTING_DATA"};
  const std::string_view word = trim(text);
  return std::find(words.begin(), words.end(), word) != words.end() || (starts_with(word, "Err:") && word.size() == 7);
}

bool has_more_than_15_digits(std::string_view number) {
  std::string digits;
  for (const char c : number) {
    if (c == 'e' || c == 'E') break;
    if (is_digit(c)) digits += c;
  }
  const std::size_t first = digits.find_first_not_of('0');
  if (first == std::string::npos) return false;
  const std::size_t last = digits.find_last_not_of('0');
  const std::size_t whole = std::min(number.find('.'), number.size());
  // 16 or 17 digits with a fraction are how a double is printed, not what somebody typed.
  const std::size_t limit = whole < number.size() && whole <= 15 ? 17 : 15;
  return last - first + 1 > limit;
}

NumberText read_number_text(std::string_view text, std::string_view unit_name) {
  NumberText out;
  if (const auto plain = parse_plain_number(text)) return figure(*plain, {}, false);
  if (is_ditto(text)) return unreadable("why.ditto");
  if (is_missing_word(text)) return out.kind = NumberKind::missing, out;
  if (is_error_word(text)) return out.kind = NumberKind::error, out;
  if (has_parted_digits(text)) return unreadable("why.two-numbers");
  std::string plain = replace_all(normalise(text), "−", "-");
  bool was_plain = plain == tidy(text);
  // A mark that spreadsheets put in front of a number held as text, and exports leave there.
  if (plain.size() > 1 && plain.front() == '\'' && (is_digit(plain[1]) || plain[1] == '-' || plain[1] == '.')) {
    plain.erase(0, 1);
    was_plain = false;
  }
  if (plain == "无") return out.kind = NumberKind::nil, out.normalised = true, out;
  const auto unit = find_unit(unit_name);
  bool currency = false;
  for (const std::string_view sign : {"¥", "￥"}) {
    if (!starts_with(plain, sign) || !unit || unit->kind != UnitKind::money) continue;
    plain = std::string(trim(plain.substr(sign.size())));
    currency = true;
  }
  if (may_be_listed(text, plain)) return unreadable("why.two-numbers");
  const auto cut = cut_number(plain);
  const auto number = cut ? parse_decimal(cut->number) : std::nullopt;
  if (!number) return unreadable(reason(plain, {}));
  const Decimal held = round_to_15_digits(*number);
  const bool lost = (has_more_than_15_digits(cut->number) && held != *number) || is_rounded_off(cut->number);
  // 1.6 千米: a unit that is no measure of ours is still the column's own.
  const bool own_unit = !unit && !cut->suffix.empty() && fold_label(cut->suffix) == fold_label(unit_name);
  out = cut->suffix.empty() || own_unit ? figure(held, {}, own_unit) : with_suffix(held, cut->suffix, unit);
  if (out.kind != NumberKind::figure && out.why.empty()) out.why = reason(plain, cut->suffix);
  if (out.kind != NumberKind::figure) return out;
  out.normalised = out.converted_from.empty() && (out.normalised || currency || !cut->plain || !was_plain);
  out.digits_lost = lost;
  return out;
}

}  // namespace huizong
