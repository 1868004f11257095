#pragma once
// A sheet to be written: the neutral styled grid between report/ and write/. Nothing here knows a file format.

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "model/cell.hpp"

namespace huizong {

enum class Align : std::uint8_t { automatic, left, center, right };
enum class Ink : std::uint8_t { normal, muted, good, warning, bad };

/// How a cell looks. Equal styles are written once.
struct Style {
  bool bold = false;
  bool wrap = false;
  bool border = false;
  bool locked = true;  ///< has effect on a protected sheet only
  Align align = Align::automatic;
  Ink ink = Ink::normal;
  std::uint8_t size_points = 11;
  std::uint32_t fill = 0;      ///< 0xRRGGBB, 0: none
  std::string number_format;   ///< as spreadsheets write it: `0.00`, `#,##0`; empty: General

  bool operator==(const Style&) const = default;
};

/// A real formula (without =) and the result that stands in the file until somebody recalculates.
struct Formula {
  std::string text;
  std::variant<std::monostate, Decimal, std::string> result;
};

using Content = std::variant<std::monostate, Decimal, std::string, bool, Date, Formula>;

struct SheetCell {
  CellRef at;
  Content content;
  std::uint16_t style = 0;  ///< index into Sheet::styles
  std::string note;         ///< comment that shows on hover; empty: none
  std::string link;         ///< `internal:'依据'!A5` or a URL; empty: none
};

/// Drop-downs and bounds for typed input.
struct Validation {
  enum class Kind : std::uint8_t { list, whole, decimal, custom } kind = Kind::list;
  CellRange range;
  std::vector<std::string> list;  ///< literals (255 characters in all at most), or one `=Name`
  std::string minimum, maximum;   ///< numbers as text, empty: open
  std::string formula;            ///< custom
  std::string prompt_title, prompt, error_title, error;
  bool only_warns = false;
};

struct ConditionalFormat {
  CellRange range;
  std::string formula;
  Style style;
};

struct Chart {
  enum class Kind : std::uint8_t { column, bar, line } kind = Kind::column;
  CellRef at;
  std::string title;
  CellRange categories;
  struct Series { std::string name; CellRange values; };
  std::vector<Series> series;
};

struct DefinedName {
  std::string name;
  std::string refers_to;  ///< without =
};

enum class Paper : std::uint8_t { a4, a3 };

struct PrintSetup {
  Paper paper = Paper::a4;
  bool landscape = false;
  bool fit_width = true;  ///< one page wide, any number high
  std::optional<std::uint32_t> repeat_first_row, repeat_last_row;
  std::string header, footer;  ///< with &P, &N as spreadsheets have them
};

struct Sheet {
  std::string name;
  std::vector<SheetCell> cells;  ///< any order; a merged range carries its content at its first cell
  struct Span { CellRange range; std::uint16_t style = 0; };
  std::vector<Span> spans;       ///< merged ranges
  std::vector<Style> styles{Style{}};
  std::vector<double> column_widths;  ///< characters; by column, 0: automatic
  std::vector<std::pair<std::uint32_t, double>> row_heights;  ///< points
  std::uint32_t frozen_rows = 0, frozen_columns = 0;
  std::optional<CellRange> filter;
  std::vector<Validation> validations;
  std::vector<ConditionalFormat> conditional_formats;
  std::vector<Chart> charts;
  bool is_protected = false;
  bool hidden = false;
  PrintSetup print;

  std::uint16_t style(const Style& wanted);  ///< index of an equal style, added where it is new
};

struct Book {
  std::vector<Sheet> sheets;
  std::vector<DefinedName> names;
  std::string title;
};

}  // namespace huizong
