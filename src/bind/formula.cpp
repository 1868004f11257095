#include "bind/formula.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <stdexcept>

#include "bind/chars.hpp"

namespace huizong {
namespace {

constexpr int deepest = 32;
constexpr double last_bits = 4e-15;  ///< of a value: fifteen digits, and the rounding of one operation
constexpr int kept_digits = 18;      ///< of a quotient

double size_of(const Decimal& value) { return std::fabs(to_double(value)); }

FormulaValue exact(const Decimal& value) { return {value, size_of(value) * last_bits}; }

/// Stops the evaluation: the formula is not judged.
struct NotJudged {};

class Evaluator {
 public:
  Evaluator(std::string_view text, FormulaDialect dialect, const SheetFormula& cell, const Grid& grid, std::size_t& work)
      : text_(text), dialect_(dialect), cell_(cell), grid_(grid), work_(work) {}

  FormulaValue evaluate() {
    const FormulaValue value = sum(0);
    skip_spaces();
    if (at_ != text_.size()) throw NotJudged{};
    return value;
  }

 private:
  void skip_spaces() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t')) ++at_;
  }

  bool take(char c) {
    skip_spaces();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  void need(char c) {
    if (!take(c)) throw NotJudged{};
  }

  static void bound(int depth) {
    if (depth > deepest) throw NotJudged{};
  }

  FormulaValue sum(int depth) {
    bound(depth);
    FormulaValue left = product(depth + 1);
    while (true) {
      const bool plus = take('+');
      if (!plus && !take('-')) return left;
      const FormulaValue right = product(depth + 1);
      left = added(left, plus ? right : FormulaValue{-right.value, right.slack});
    }
  }

  static FormulaValue added(const FormulaValue& a, const FormulaValue& b) {
    const Decimal value = a.value + b.value;
    return {value, a.slack + b.slack + size_of(value) * last_bits};
  }

  FormulaValue product(int depth) {
    bound(depth);
    FormulaValue left = signed_value(depth + 1);
    while (true) {
      const bool times = take('*');
      if (!times && !take('/')) return left;
      const FormulaValue right = signed_value(depth + 1);
      left = times ? multiplied(left, right) : divided(left, right);
    }
  }

  static FormulaValue multiplied(const FormulaValue& a, const FormulaValue& b) {
    const Decimal value = shortened(a.value) * shortened(b.value);
    const double slack = size_of(a.value) * b.slack + size_of(b.value) * a.slack + a.slack * b.slack;
    return {value, slack + size_of(value) * last_bits};
  }

  static FormulaValue divided(const FormulaValue& a, const FormulaValue& b) {
    if (b.value.is_zero() || size_of(b.value) <= b.slack * 2) throw NotJudged{};
    const double quotient = to_double(a.value) / to_double(b.value);
    const int before = quotient == 0 ? 0 : static_cast<int>(std::floor(std::log10(std::fabs(quotient)))) + 1;
    const Decimal value = divide(a.value, b.value, std::clamp(kept_digits - before, 0, 30));
    return {value, (a.slack + std::fabs(quotient) * b.slack) / size_of(b.value) + std::fabs(quotient) * last_bits};
  }

  /// Fewer than twenty digits, so that a product never overflows.
  static Decimal shortened(const Decimal& value) {
    const double size = size_of(value);
    if (size == 0) return value;
    const int before = static_cast<int>(std::floor(std::log10(size))) + 1;
    return round_half_away(value, std::clamp(kept_digits - before, 0, 30));
  }

  FormulaValue signed_value(int depth) {
    bound(depth);
    if (take('-')) {
      const FormulaValue value = signed_value(depth + 1);
      return {-value.value, value.slack};
    }
    if (take('+')) return signed_value(depth + 1);
    FormulaValue value = primary(depth + 1);
    while (take('%')) value = divided(value, exact(100));
    return value;
  }

  FormulaValue primary(int depth) {
    bound(depth);
    skip_spaces();
    if (at_ >= text_.size()) throw NotJudged{};
    if (take('(')) {
      const FormulaValue value = sum(depth + 1);
      need(')');
      return value;
    }
    const char c = text_[at_];
    if ((c >= '0' && c <= '9') || c == '.') return number();
    if (take_name("SUM(")) return sum_of(depth + 1);
    if (take_name("ROUND(")) return rounded(depth + 1);
    const auto range = reference();
    if (!range || range->first != range->last) throw NotJudged{};
    return operand(range->first);
  }

  bool take_name(std::string_view name) {
    if (text_.size() - at_ < name.size()) return false;
    for (std::size_t i = 0; i < name.size(); ++i) {
      const char c = text_[at_ + i];
      if ((c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c) != name[i]) return false;
    }
    at_ += name.size();
    return true;
  }

  FormulaValue number() {
    std::size_t end = at_;
    while (end < text_.size() && ((text_[end] >= '0' && text_[end] <= '9') || text_[end] == '.')) ++end;
    if (end < text_.size() && (text_[end] == 'e' || text_[end] == 'E' || text_[end] == ':')) throw NotJudged{};
    const auto value = parse_decimal15(text_.substr(at_, end - at_));
    if (!value) throw NotJudged{};
    at_ = end;
    return exact(*value);
  }

  /// SUM: numbers in cells, alone or in a range, texts passed over; and expressions.
  FormulaValue sum_of(int depth) {
    FormulaValue total = exact(0);
    do {
      const std::size_t before = at_;
      skip_spaces();
      const auto range = reference();
      skip_spaces();
      const bool alone = range && at_ < text_.size() && (text_[at_] == ',' || text_[at_] == ';' || text_[at_] == ')');
      if (!alone) at_ = before;
      total = added(total, alone ? sum_over(*range) : sum(depth));
    } while (take(',') || take(';'));
    need(')');
    return total;
  }

  FormulaValue rounded(int depth) {
    const FormulaValue value = sum(depth);
    if (!take(',')) need(';');
    const FormulaValue places = sum(depth);
    need(')');
    if (!places.value.is_whole() || places.value < Decimal(0) || places.value > Decimal(10)) throw NotJudged{};
    const int count = static_cast<int>(places.value.coefficient());
    const Decimal result = round_half_away(value.value, count);
    const Decimal half(5, count + 1);
    const double to_tie = std::fabs(size_of(value.value - result) - to_double(half));
    // Where the exact value is a tie, doubles may fall on either side; spreadsheets correct most of them, not all.
    if (to_tie <= value.slack) throw NotJudged{};
    return exact(result);
  }

  FormulaValue sum_over(const CellRange& range) {
    if (range.contains(cell_.at)) throw NotJudged{};
    const auto& rows = grid_.rows();
    auto row = std::lower_bound(rows.begin(), rows.end(), range.first.row, [](const Grid::Row& r, std::uint32_t wanted) { return r.row < wanted; });
    FormulaValue total = exact(0);
    for (; row != rows.end() && row->row <= range.last.row; ++row) {
      for (const Cell& cell : grid_.cells(*row)) {
        if (work_ == 0) throw NotJudged{};
        --work_;
        if (cell.column < range.first.column || cell.column > range.last.column) continue;
        if (cell.kind == CellKind::error || cell.no_result) throw NotJudged{};
        if (cell.kind == CellKind::number || cell.kind == CellKind::date) total = added(total, exact(number_in(cell)));
      }
    }
    return total;
  }

  FormulaValue operand(CellRef ref) {
    if (ref == cell_.at) throw NotJudged{};
    const Cell* cell = grid_.at(ref);
    if (cell == nullptr) return exact(0);
    if (cell->kind != CellKind::number && cell->kind != CellKind::date) throw NotJudged{};
    return exact(number_in(*cell));
  }

  static Decimal number_in(const Cell& cell) {
    const auto number = cell.text.empty() ? to_decimal15(cell.number) : parse_decimal15(cell.text);
    if (!number) throw NotJudged{};
    return *number;
  }

  std::optional<CellRange> reference() {
    std::size_t at = at_;
    const auto range = dialect_ == FormulaDialect::opendocument ? bracketed(at) : plain_range(at);
    if (range) at_ = at;
    return range;
  }

  std::optional<CellRange> plain_range(std::size_t& at) const {
    const auto first = single(at);
    if (!first) return std::nullopt;
    std::optional<CellRef> last = first;
    if (at < text_.size() && text_[at] == ':') last = single(++at);
    const bool goes_on = at < text_.size() && (is_word(text_[at]) || text_[at] == '!' || text_[at] == '(' || text_[at] == '[' || text_[at] == ':');
    if (!last || goes_on) return std::nullopt;
    return ordered(*first, *last);
  }

  /// [.A1], [.A1:.B2]; a sheet's name in front of the point is another sheet's cell.
  std::optional<CellRange> bracketed(std::size_t& at) const {
    if (text_.substr(at, 2) != "[.") return std::nullopt;
    at += 2;
    const auto first = single(at);
    std::optional<CellRef> last = first;
    if (first && text_.substr(at, 2) == ":.") last = single(at += 2);
    if (!first || !last || at >= text_.size() || text_[at] != ']') return std::nullopt;
    ++at;
    return ordered(*first, *last);
  }

  static CellRange ordered(CellRef a, CellRef b) {
    return {{std::min(a.row, b.row), std::min(a.column, b.column)}, {std::max(a.row, b.row), std::max(a.column, b.column)}};
  }

  static bool is_word(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '$' || (c & 0x80) != 0;
  }

  std::optional<CellRef> single(std::size_t& at) const { return dialect_ == FormulaDialect::r1c1 ? single_r1c1(at) : single_a1(at); }

  std::optional<CellRef> single_a1(std::size_t& at) const {
    std::size_t p = at;
    const auto dollar = [&] { return p < text_.size() && text_[p] == '$' ? (++p, true) : false; };
    const bool column_fixed = dollar();
    std::int64_t column = 0, row = 0;
    const std::size_t letters = p;
    for (; p < text_.size() && p - letters < 4; ++p) {
      const char c = static_cast<char>(text_[p] & ~0x20);
      if (c < 'A' || c > 'Z') break;
      column = column * 26 + (c - 'A' + 1);
    }
    const bool row_fixed = p > letters && dollar();
    const std::size_t digits = p;
    for (; p < text_.size() && p - digits < 8 && text_[p] >= '0' && text_[p] <= '9'; ++p) row = row * 10 + (text_[p] - '0');
    if (p == digits || digits == letters || row == 0) return std::nullopt;
    at = p;
    const std::int64_t down = static_cast<std::int64_t>(cell_.at.row) - cell_.origin.row;
    const std::int64_t across = static_cast<std::int64_t>(cell_.at.column) - cell_.origin.column;
    return placed(row - 1 + (row_fixed ? 0 : down), column - 1 + (column_fixed ? 0 : across));
  }

  /// R[-3]C, RC[1], R5C3.
  std::optional<CellRef> single_r1c1(std::size_t& at) const {
    std::size_t p = at;
    const auto row = part(p, 'R', cell_.at.row);
    const auto column = row ? part(p, 'C', cell_.at.column) : std::nullopt;
    if (!column) return std::nullopt;
    at = p;
    return placed(*row, *column);
  }

  std::optional<std::int64_t> part(std::size_t& at, char letter, std::uint32_t own) const {
    if (at >= text_.size() || text_[at] != letter) return std::nullopt;
    ++at;
    const bool relative = at < text_.size() && text_[at] == '[';
    if (relative) ++at;
    const bool minus = relative && at < text_.size() && text_[at] == '-';
    if (minus) ++at;
    const std::size_t digits = at;
    std::int64_t number = 0;
    for (; at < text_.size() && at - digits < 8 && text_[at] >= '0' && text_[at] <= '9'; ++at) number = number * 10 + (text_[at] - '0');
    if (!relative) return at == digits ? own : number - 1;
    if (at == digits || at >= text_.size() || text_[at] != ']') return std::nullopt;
    ++at;
    return static_cast<std::int64_t>(own) + (minus ? -number : number);
  }

  static std::optional<CellRef> placed(std::int64_t row, std::int64_t column) {
    if (row < 0 || row >= 1'048'576 || column < 0 || column >= 16'384) return std::nullopt;
    return CellRef{static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column)};
  }

  std::string_view text_;
  FormulaDialect dialect_;
  const SheetFormula& cell_;
  const Grid& grid_;
  std::size_t& work_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<FormulaValue> evaluate_formula(std::string_view text, FormulaDialect dialect, const SheetFormula& cell, const Grid& grid,
                                             std::size_t& work) {
  try {
    return Evaluator(text, dialect, cell, grid, work).evaluate();
  } catch (const NotJudged&) {
  } catch (const std::overflow_error&) {  // more than 38 digits: no figure of a return
  } catch (const std::domain_error&) {
  }
  return std::nullopt;
}

}  // namespace huizong
