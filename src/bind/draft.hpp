#pragma once
// A return while it is being put together: findings name fields by index until the period is known.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bind/unit.hpp"
#include "model/ledger.hpp"
#include "model/return.hpp"
#include "schema/form.hpp"

namespace huizong {

struct KnownForm;

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
  const KnownForm* known = nullptr;  ///< the form again, with what is sought for its sake; null: a block of a card
  Return data;
  std::vector<Pending> pending;
  std::vector<CellRef> row_numbers;  ///< below a card, going on from those in front of its labels: no figures
  std::optional<std::vector<CellMark>> marks;  ///< kept only where a ledger is asked for

  Finding& add(std::string_view rule, Args args, int field = -1, std::optional<CellRef> cell = std::nullopt);

  void mark(CellRef at, CellUse use, std::string_view reason, int field = -1) {
    if (marks) marks->push_back({at, use, reason, field});
  }
};

}  // namespace huizong
