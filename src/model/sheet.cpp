#include "model/sheet.hpp"

#include <algorithm>

namespace huizong {

std::uint16_t Sheet::style(const Style& wanted) {
  const auto found = std::find(styles.begin(), styles.end(), wanted);  // a sheet has a dozen styles
  const auto index = static_cast<std::uint16_t>(found - styles.begin());
  if (found == styles.end()) styles.push_back(wanted);
  return index;
}

}  // namespace huizong
