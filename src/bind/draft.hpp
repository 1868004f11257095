#pragma once
// A return while it is being put together: findings name fields by index until the period is known.

#include <string>
#include <vector>

#include "bind/unit.hpp"
#include "model/return.hpp"
#include "schema/form.hpp"

namespace huizong {

struct Pending {
  Finding finding;
  int field = -1;
  int record = -1;  ///< its key goes into the finding
  std::string key = {};  ///< of a row of a block: goes into the finding
};

/// What unit a column of the sheet is in, against the field's own.
struct ColumnUnit {
  std::string declared;  ///< the sheet's; the field's where the sheet is silent
  Factor factor;         ///< declared to the field's
};

struct Draft {
  const FormSpec* form = nullptr;
  Return data;
  std::vector<Pending> pending;

  Finding& add(std::string_view rule, Args args, int field = -1, std::optional<CellRef> cell = std::nullopt);
};

}  // namespace huizong
