#pragma once
// Which group a column of a header belongs to, where the merged label above it was taken apart.

#include <vector>

#include "bind/header.hpp"

namespace huizong {

/// What a column shows in one row of the band.
struct HeaderSlot {
  const TextCell* cell = nullptr;
  bool doubtful = false;  ///< it may as well belong to the group beside
};
/// *Shape*: rows of the band × columns of the sheet.
using HeaderGrid = std::vector<std::vector<HeaderSlot>>;

/// Gives columns without a label of their own in a row the group to the left or to the right of them: the one under which
/// the form knows the most of the labels below. Where another way fits as well and means other fields, they are doubtful.
void spread_groups(const HeaderBand& band, const FormLabels& labels, HeaderGrid& grid);

}  // namespace huizong
