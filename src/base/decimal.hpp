#pragma once
// Exact decimals for money and counts: a 128-bit coefficient and a scale. Never a double on the way.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace huizong {

/// value = coefficient / 10^scale. Always in lowest scale (no trailing zeros), so equal values have equal members.
/// Holds 38 digits; every operation that would need more throws std::overflow_error.
class Decimal {
 public:
  static constexpr int max_scale = 37;

  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t whole) : low_(static_cast<std::uint64_t>(whole)), high_(whole < 0 ? -1 : 0) {}  // NOLINT(google-explicit-constructor): a count is a Decimal
  Decimal(__int128 coefficient, int scale);

  constexpr __int128 coefficient() const { return static_cast<__int128>(static_cast<unsigned __int128>(high_) << 64 | low_); }
  int scale() const { return scale_; }
  bool is_zero() const { return low_ == 0 && high_ == 0; }
  bool is_negative() const { return high_ < 0; }
  bool is_whole() const { return scale_ == 0; }

  Decimal operator-() const;
  Decimal& operator+=(const Decimal& other);
  friend Decimal operator+(const Decimal& a, const Decimal& b);
  friend Decimal operator-(const Decimal& a, const Decimal& b);
  friend Decimal operator*(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b) = default;
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    return a.scale_ == b.scale_ ? a.coefficient() <=> b.coefficient() : compare_aligned(a, b);
  }

 private:
  static std::strong_ordering compare_aligned(const Decimal& a, const Decimal& b);
  void set_coefficient(__int128 coefficient) {
    low_ = static_cast<std::uint64_t>(coefficient);
    high_ = static_cast<std::int64_t>(coefficient >> 64);
  }

  // The coefficient's halves: as one member it would ask for 16 bytes to stand at, and a Decimal would take 32 bytes for 20.
  std::uint64_t low_ = 0;
  std::int64_t high_ = 0;
  std::int32_t scale_ = 0;
};

/// Reads `-12`, `+1234.50`, `.5`, `1.2E+3`; nothing else (no separators, spaces or full width: see bind).
/// *Errors*: nullopt where the text is no plain number or needs more than 38 digits.
std::optional<Decimal> parse_decimal(std::string_view text);

/// The same, rounded to 15 significant digits: for numbers as xlsx and ods store them, where 1.1102230246251565E-22
/// is what a formula left over. Digits behind the 37th decimal are rounded off rather than refused.
std::optional<Decimal> parse_decimal15(std::string_view text);

/// The decimal that a spreadsheet shows for a stored double: 15 significant digits. nullopt for inf, nan and overflow.
std::optional<Decimal> to_decimal15(double number);

/// Rounds a decimal of any length to 15 significant digits, as spreadsheets hold numbers (0.30000000000000004 is 0.3).
Decimal round_to_15_digits(const Decimal& value);

/// Rounds to `places` decimals, half away from zero.
Decimal round_half_away(const Decimal& value, int places);

/// a / b to `places` decimals, half away from zero, rounded once. *Errors*: std::domain_error where b is zero.
Decimal divide(const Decimal& a, const Decimal& b, int places);

/// (a * by) / b to `places`, with a 256-bit intermediate: a percentage of large sums never overflows on the way.
Decimal scaled_ratio(const Decimal& a, const Decimal& by, const Decimal& b, int places);

Decimal abs(const Decimal& value);

/// Canonical text: no exponent, no trailing zeros, never -0.
std::string to_text(const Decimal& value);

/// Text with exactly `places` decimals (growth is always shown with two).
std::string to_fixed_text(const Decimal& value, int places);

/// The nearest double, for a stored formula result in a workbook that we write; never for arithmetic.
double to_double(const Decimal& value);

}  // namespace huizong
