#pragma once
// Tables side by side.

#include <functional>
#include <optional>

#include "bind/tables.hpp"

namespace huizong {

struct SideSources {
  const BindIndex& index;
  Memory& memory;
  const SourceSheet& sheet;
  std::function<FormChoice(const SheetText&)> choose;
};

/// Are there labels of lists beside the columns of a header that it has no field for?
bool has_side(const BindIndex& index, const Header& header);

/// The tables of an area from left to right, two at least; none where it holds one table. `whole`: what the area was taken
/// for. Of the same form, both must name their records.
std::vector<SheetTable> find_sides(const SideSources& from, const SheetArea& area, const SheetText& text,
                                   const std::optional<SheetTable>& whole);

}  // namespace huizong
