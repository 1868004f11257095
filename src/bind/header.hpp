#pragma once
// The header band of a list: where it is, the full path of every column, and which column is which field.

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "bind/labels.hpp"
#include "bind/sheet_text.hpp"

namespace huizong {

struct HeaderColumn {
  std::uint32_t column = 0;
  std::vector<std::string> path;  ///< label texts from the top, years marked
  CellRef leaf;                   ///< the cell of its lowest label
  std::string shown;              ///< the path as printed, joined by /
  std::string unit;               ///< printed with its labels; several, from the top down, joined by 、
  int field = -1;
  bool doubtful = false;          ///< its group may as well be another one
};

struct HeaderBand {
  std::uint32_t first_row = 0;
  std::uint32_t last_row = 0;
  PrintedYears years;
  std::vector<HeaderColumn> columns;
};

/// A fault or remark about a column.
struct HeaderIssue {
  enum class Kind { ambiguous, unknown, alias } kind = Kind::unknown;
  std::size_t column = 0;  ///< index into HeaderBand::columns
  int field = -1;          ///< alias: read as this; ambiguous: one of those it may be
  int other = -1;
  bool suspicious = false;  ///< of an alias: to be verified
};

struct Header {
  HeaderBand band;
  std::vector<HeaderIssue> issues;
  std::size_t required = 0;  ///< columns that the form requires
  std::size_t found = 0;     ///< of them, found
  double coverage() const { return required == 0 ? 0 : static_cast<double>(found) / static_cast<double>(required); }
};

/// What stands in the rows of a header beside it: nothing, or the rest of a card, whose cells say nothing of the table.
enum class Around { nothing, card };

/// Finds the band and matches its columns; nullopt where no row looks like the form's header.
std::optional<Header> find_header(const SheetText& text, const FormSpec& form, const FormLabels& labels);

/// Headers that were read already, by all that they were read from: offices fill in the same form, in the same places.
/// For one thread at a time.
class HeaderBook {
 public:
  /// The same as `find_header`; nullptr where there is none. In a card a label that is merged over columns heads one column,
  /// at its first.
  std::shared_ptr<const Header> find(const SheetText& text, const FormSpec& form, const FormLabels& labels,
                                     Around around = Around::nothing);
  void make_room();  ///< where the book is full

 private:
  std::unordered_map<std::string, std::shared_ptr<const Header>> headers_;
};

}  // namespace huizong
