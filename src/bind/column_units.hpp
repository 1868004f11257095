#pragma once
// The unit that each column of a sheet is in: from its label, the unit line, or the form.

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "bind/draft.hpp"
#include "bind/header.hpp"
#include "bind/lines.hpp"

namespace huizong {

/// A column that is there, with the unit that its label prints.
struct LabelUnit {
  int field = -1;
  std::string unit;  ///< of all its labels, joined by 、; empty: they name none
  CellRef at;
};

/// By field index. *Errors*: reports unit.conflict, unit.missing, unit.converted (at a label, or once at the line, with the columns).
std::vector<ColumnUnit> decide_units(const std::vector<LabelUnit>& labels, const std::optional<UnitLine>& line, Draft& draft);

/// What was decided of headers that come again, as `decide_units`. For one thread at a time.
class UnitBook {
 public:
  std::vector<ColumnUnit> decide(const std::shared_ptr<const Header>& header, const std::vector<LabelUnit>& labels,
                                 const std::optional<UnitLine>& line, Draft& draft);

 private:
  struct Entry {
    std::shared_ptr<const Header> header;  ///< held, so that no other comes to stand where it does
    const FormSpec* form = nullptr;
    std::optional<UnitLine> line;
    std::vector<ColumnUnit> units;
  };
  std::unordered_map<const Header*, Entry> entries_;
};

/// A unit named below the table comes too late to convert by: where it is not what was read by, unit.conflict says so.
void check_foot_units(const Lines& foot, const std::vector<LabelUnit>& labels, const std::vector<ColumnUnit>& units, Draft& draft);

}  // namespace huizong
