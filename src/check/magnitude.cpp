#include "check/magnitude.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace huizong {

Side side_of(const Decimal& now, const Decimal& other, const Decimal& magnitude) {
  if (now.is_zero() || other.is_zero() || now.is_negative() != other.is_negative()) return Side::neither;
  const auto apart = [&](const Decimal& large, const Decimal& small) {
    return abs(large) * Decimal(3) >= abs(small) * magnitude && abs(large) <= abs(small) * magnitude * Decimal(3);
  };
  return apart(now, other) ? Side::above : apart(other, now) ? Side::below : Side::neither;
}

Decimal median_of(std::vector<Decimal>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

Finding magnitude_of_return(const ReturnPlace& place, std::string_view why, const std::vector<std::string>& figures) {
  return finding_of(place, "unit.magnitude", {{"why", std::string(why)}, {"figures", join(figures, "；")}});
}

Finding magnitude_of_cell(const ReturnPlace& place, const Record& record, int field, Args args) {
  Finding finding = finding_of(place, "unit.magnitude", std::move(args));
  lay_at(finding, record);
  lay_at(finding, place, field, value_of(record, field));
  finding.args.emplace(finding.args.begin(), "column", finding.column);
  return finding;
}

bool is_asked(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& f) { return f.rule == "unit.magnitude" && !f.cell; });
}

bool is_asked(const std::vector<Finding>& findings, const Record& record) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) {
    return f.rule == "unit.magnitude" && (!f.cell || f.key == record.name);
  });
}

}  // namespace huizong
