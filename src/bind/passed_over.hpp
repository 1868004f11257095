#pragma once
// Sheets and tables that are no returns, and why.

#include <string>
#include <vector>

#include "bind/bind.hpp"
#include "bind/tables.hpp"

namespace huizong {

/// What of a file is told when it is known whether another sheet of it is a return.
struct PassedOver {
  std::vector<Finding> ignored;  ///< sheet.ignored
  std::vector<Finding> refused;  ///< file.unrecognised, file.ambiguous-form: meant as a return, but not read as one
  std::vector<Finding> further;  ///< cell.unclaimed, where the file has a return of that form: labels of a card on a sheet that is none
  Args nearest;                  ///< the form that the first sheet that comes near to one comes near to, and what it lacks
};

/// The columns of a list that was read, by which a further sheet may be seen to go on with it.
struct ListColumns {
  struct Column {
    std::uint32_t column = 0;
    FieldType type = FieldType::text;
    bool names = false;  ///< it tells a record
  };
  std::vector<Column> columns;

  ListColumns from(std::uint32_t first) const;  ///< the same, the first of them standing elsewhere
};
ListColumns columns_of_list(const FormSpec& form, const Header& header);

/// A sheet without a header whose rows stand as the list's do: where they begin and end. Nothing where it is no such sheet.
std::optional<CellRange> find_continuation(const SourceSheet& sheet, const ListColumns& list);

Finding sheet_finding(std::string_view rule, Args args, const std::string& sheet, const std::string& file);

/// A sheet in which no table was found. One that names a form and holds some of its labels was meant as a return: it is
/// refused by itself.
void pass_over(const SourceSheet& sheet, const SheetText& text, const BindIndex& index, const std::string& file, PassedOver& passed);

/// Tables that fit several forms alike.
void tell_doubtful(const SourceSheet& sheet, const std::vector<DoubtfulTable>& tables, const BindContext& context, PassedOver& passed);

}  // namespace huizong
