#pragma once
// One table of bands, or one card, of a sheet that is held whole, to a return.

#include <vector>

#include "bind/bind_index.hpp"
#include "bind/draft.hpp"
#include "bind/tables.hpp"

namespace huizong {

/// What lies on the desk of whoever binds a sheet. *Lifetime*: refers to all of it.
struct Desk {
  const BindContext& context;
  const BindIndex& index;
  Memory& memory;
  const SourceSheet& sheet;
};

/// `unread`: further tables about it, which are told. *Errors*: reports cell.unclaimed, row.hidden.
Draft start_draft(const Desk& desk, const FormMatch& match, const std::vector<CellRange>& unread);

/// Of a small sheet, which is held whole; a second look at the file, so only where a formula stands.
/// *Errors*: reports cell.stale-formula.
void judge_formulas(const Desk& desk, Draft& draft);

/// The units that are printed with the labels of a list or of bands.
std::vector<LabelUnit> label_units(const FormMatch& match);

BoundReturn bind_bands(const Desk& desk, const SheetTable& table);
BoundReturn bind_card(const Desk& desk, SheetTable& table);

}  // namespace huizong
