#include "check/suspects.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

namespace huizong {
namespace {

constexpr std::size_t most_pairs_of = 400;    // rows whose pairs are looked at
constexpr std::size_t most_typos_of = 20000;  // rows whose digits are looked at
constexpr int farthest_point = 3;             // places that a decimal point is moved
constexpr int unit_places = 4;                // 元 and 万元

Decimal power_of_ten(int places) {
  __int128 power = 1;
  for (int i = 0; i < places; ++i) power *= 10;
  return Decimal(power, 0);
}

/// number × 10^places, places maybe below zero.
Decimal shifted(const Decimal& number, int places) {
  return places >= 0 ? number * power_of_ten(places) : number * Decimal(1, -places);
}

/// Both texts of numbers: is the longer one the shorter with one 0 more in its whole part, not in front?
bool has_one_zero_more(const std::string& longer, const std::string& shorter) {
  if (longer.size() != shorter.size() + 1) return false;
  const std::size_t point = std::min(longer.find('.'), longer.size());
  for (std::size_t i = 1; i < point; ++i) {
    if (longer[i] == '0' && longer.substr(0, i) + longer.substr(i + 1) == shorter) return true;
  }
  return false;
}

/// The numbers that two neighbouring digits of a number make when they change places.
std::vector<Decimal> swap_digits(const Decimal& number) {
  const std::string text = to_text(number);
  std::vector<Decimal> swapped;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const std::size_t next = text[i + 1] == '.' ? i + 2 : i + 1;
    if (text[i] == '-' || text[i] == '.' || next >= text.size() || text[i] == text[next]) continue;
    std::string other = text;
    std::swap(other[i], other[next]);
    const bool in_front = i == 0 || text[i - 1] == '-';
    if (in_front && other[i] == '0' && next == i + 1) continue;  // nobody writes 05
    if (const auto parsed = parse_decimal(other)) swapped.push_back(*parsed);
  }
  return swapped;
}

class Search {
 public:
  explicit Search(const Disagreement& about) : about_(about), sum_(about.sum()), excess_(about.filed - sum_) {}

  std::vector<Suspicion> run() {
    look_at_rows();
    look_at_subtotals();
    look_at_digits();
    if (found_.empty()) look_at_pairs();
    if (found_.empty()) look_at_blank();
    return std::move(found_);
  }

 private:
  /// A total that is rounded says little about what is not much more than its rounding.
  bool is_excess(const Decimal& amount) const {
    return !amount.is_zero() && abs(excess_ - amount) <= about_.slack && about_.slack * Decimal(10) <= abs(amount);
  }
  bool enough() const { return found_.size() > most_suspects; }
  void add(SuspectKind kind, std::vector<std::size_t> terms, Decimal expected = 0) {
    if (!enough()) found_.push_back({kind, std::move(terms), expected});
  }

  /// Hidden rows first: they are a reason, where a row by itself is only a place.
  void look_at_rows() {
    const auto& terms = about_.terms;
    Decimal hidden = 0;
    std::vector<std::size_t> hidden_terms;
    for (std::size_t i = 0; i < terms.size(); ++i) {
      if (!terms[i].hidden || terms[i].number.is_zero()) continue;
      hidden += terms[i].number;
      hidden_terms.push_back(i);
    }
    const bool all_hidden = !hidden_terms.empty() && is_excess(-hidden);
    if (all_hidden) add(SuspectKind::hidden_out, hidden_terms);
    for (std::size_t i = 0; i < terms.size() && !enough(); ++i) {
      const bool told = all_hidden && hidden_terms.size() == 1 && hidden_terms[0] == i;
      if (is_excess(-terms[i].number) && !told) add(SuspectKind::left_out, {i});
      if (is_excess(terms[i].number)) add(SuspectKind::twice, {i});
    }
    if (about_.ordered && !all_hidden) look_at_ends();
  }

  /// Two terms or more at an end, of which the outermost and the innermost are no zero.
  void look_at_ends() {
    const std::size_t count = about_.terms.size();
    const auto look = [&](SuspectKind kind, bool from_end) {
      Decimal part = 0;
      for (std::size_t taken = 1; taken < count; ++taken) {
        const std::size_t at = from_end ? count - taken : taken - 1;
        const Decimal& number = about_.terms[at].number;
        part += number;
        if (taken < 2 || number.is_zero() || !is_excess(-part)) continue;
        std::vector<std::size_t> terms;
        for (std::size_t i = 0; i < taken; ++i) terms.push_back(from_end ? at + i : i);
        return add(kind, std::move(terms));
      }
    };
    look(SuspectKind::stops, true);
    look(SuspectKind::starts, false);
  }

  void look_at_subtotals() {
    Decimal all = 0;
    for (std::size_t i = 0; i < about_.subtotals.size(); ++i) {
      all += about_.subtotals[i];
      if (is_excess(about_.subtotals[i])) add(SuspectKind::subtotal_in, {i});
    }
    if (about_.subtotals.size() < 2) return;
    if (is_excess(all)) add(SuspectKind::subtotals_in, {});
    if (about_.filed == all) add(SuspectKind::subtotals_wrong, {});
  }

  void look_at_digits() {
    if (about_.as_typed) look_at_figure(about_.filed, sum_, {});
    if (about_.terms.size() > most_typos_of) return;
    for (std::size_t i = 0; i < about_.terms.size() && !enough(); ++i) {
      if (about_.terms[i].as_typed) look_at_figure(about_.terms[i].number, about_.terms[i].number + excess_, {i});
    }
  }

  bool is_allowed(const Decimal& number) const {
    return !(about_.whole && !number.is_whole()) && !(about_.minimum && number < *about_.minimum) &&
           !(about_.maximum && number > *about_.maximum);
  }

  bool is_wanted(const Decimal& number, const Decimal& wanted) const {
    return abs(number - wanted) <= about_.slack && about_.slack * Decimal(50) <= abs(excess_) && is_allowed(number);
  }

  /// Would a figure be the wanted one, had its writer not slipped? One kind is told, the likeliest.
  void look_at_figure(const Decimal& written, const Decimal& wanted, std::vector<std::size_t> at) {
    if (written.is_zero() || wanted.is_zero()) return;
    if (is_wanted(-written, wanted)) return add(SuspectKind::sign, std::move(at), -written);
    if (written.is_negative() != wanted.is_negative()) return;
    for (int places = 1; places <= farthest_point; ++places) {
      for (const int by : {places, -places}) {
        const Decimal number = shifted(written, by);
        if (!is_wanted(number, wanted)) continue;
        const bool zeros = written.is_whole() && number.is_whole();
        return add(!zeros ? SuspectKind::point_moved : by > 0 ? SuspectKind::zero_dropped : SuspectKind::zero_added, std::move(at), number);
      }
    }
    for (const int by : {unit_places, -unit_places}) {
      if (const Decimal number = shifted(written, by); about_.money && is_wanted(number, wanted)) return add(SuspectKind::unit, std::move(at), number);
    }
    const std::string is = to_text(abs(written)), should = to_text(abs(wanted));
    if (is_allowed(wanted) && has_one_zero_more(should, is)) return add(SuspectKind::zero_dropped, std::move(at), wanted);
    if (is_allowed(wanted) && has_one_zero_more(is, should)) return add(SuspectKind::zero_added, std::move(at), wanted);
    // Digits that change places change a number by a multiple of nine units of some place: most are ruled out by that.
    if (about_.slack.is_zero() && (wanted - written).coefficient() % 9 != 0) return;
    for (const Decimal& number : swap_digits(written)) {
      if (is_wanted(number, wanted)) return add(SuspectKind::swapped, std::move(at), number);
    }
  }

  void look_at_pairs() {
    const auto& terms = about_.terms;
    if (terms.size() > most_pairs_of) return;
    for (std::size_t i = 0; i < terms.size(); ++i) {
      for (std::size_t j = i + 1; j < terms.size() && !enough(); ++j) {
        if (terms[i].number.is_zero() || terms[j].number.is_zero()) continue;
        const Decimal both = terms[i].number + terms[j].number;
        if (is_excess(-both)) add(SuspectKind::left_out, {i, j});
        if (is_excess(both)) add(SuspectKind::twice, {i, j});
      }
    }
  }

  void look_at_blank() {
    const auto is_blank = [](const Term& term) { return term.blank; };
    const auto& terms = about_.terms;
    if (std::count_if(terms.begin(), terms.end(), is_blank) != 1 || !is_allowed(excess_)) return;
    const auto at = std::find_if(terms.begin(), terms.end(), is_blank) - terms.begin();
    add(SuspectKind::blank, {static_cast<std::size_t>(at)}, excess_);
  }

  const Disagreement& about_;
  Decimal sum_, excess_;
  std::vector<Suspicion> found_;
};

/// What rows do to a total.
Decimal effect_of(const Disagreement& about, const Suspicion& by) {
  Decimal amount = 0;
  if (by.kind == SuspectKind::subtotals_in) {
    for (const Decimal& one : about.subtotals) amount += one;
    return amount;
  }
  if (by.kind == SuspectKind::subtotal_in) return about.subtotals.at(by.terms.at(0));
  for (const std::size_t at : by.terms) amount += about.terms.at(at).number;
  return by.kind == SuspectKind::twice ? amount : -amount;
}

}  // namespace

Decimal Disagreement::sum() const {
  Decimal all = 0;
  for (const Term& term : terms) all += term.number;
  return all;
}

std::vector<Suspicion> find_suspects(const Disagreement& about) {
  try {
    return Search(about).run();
  } catch (const std::overflow_error&) {
    return {};
  }
}

bool explains(const Disagreement& about, const Suspicion& by) {
  try {
    const Decimal effect = effect_of(about, by);
    return !effect.is_zero() && abs(about.filed - about.sum() - effect) <= about.slack;
  } catch (const std::overflow_error&) {
    return false;
  }
}

std::string_view to_word(SuspectKind kind) {
  static constexpr std::array<std::string_view, 15> words{"left-out",        "hidden-out", "stops",        "starts",     "twice",
                                                          "subtotal-in",     "subtotals-in", "subtotals-wrong", "swapped", "zero-dropped",
                                                          "zero-added",      "point-moved",  "sign",            "unit", "blank"};
  return words.at(static_cast<std::size_t>(kind));
}

}  // namespace huizong
