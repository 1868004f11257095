#include "check/written.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace huizong {
namespace {

constexpr int spreadsheet_digits = 15;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Decimals written in the first number of the text; -1 where only the figure itself can tell: no number there, one with an
/// exponent, or more digits than a spreadsheet holds (a stored 0.30000000000000004 was not written so).
int places_written(const std::string& text) {
  const auto first = std::find_if(text.begin(), text.end(), is_digit);
  if (first == text.end()) return -1;
  int digits = 0, places = 0;
  bool behind_point = false;
  for (auto at = first; at != text.end(); ++at) {
    if (is_digit(*at)) {
      ++digits;
      places += behind_point ? 1 : 0;
    } else if (*at == '.' && !behind_point) {
      behind_point = true;
    } else if (*at == 'e' || *at == 'E') {
      return -1;
    } else if (*at != ',') {
      break;
    }
  }
  return digits > spreadsheet_digits ? -1 : places;
}

}  // namespace

Decimal half_unit(const Value& value) {
  const std::string text = normalise(value.text);
  int places = places_written(text);
  Decimal step = abs(value.unit_step);
  if (contains(text, "%") && step == Decimal(100)) step = 1;  // 85% is written in the column's own unit already
  if (places < 0) {
    places = value.number.scale();
    step = 1;
  }
  if (places + 1 > Decimal::max_scale) return 0;
  return Decimal(5, places + 1) * step;
}

}  // namespace huizong
