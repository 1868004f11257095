#pragma once
// Labels as offices print them, brought to one form so that two of them can be compared.

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "bind/unit.hpp"
#include "schema/form.hpp"

namespace huizong {

/// `text` is folded, without unit, numbering, 其中： and marks; `unit` is the one printed with it (元、人 where several are), empty where there is none.
struct Label {
  std::string text;
  std::string unit;
};
Label to_label(std::string_view printed);
/// The same of a text that is folded already.
Label folded_to_label(std::string folded);

/// The two years that a form prints as columns; 0: not known.
struct PrintedYears {
  int later = 0;
  int earlier = 0;
};
/// The latest of the years that stand in a header, and the one before it: 2019 beside 2021 is no year before.
PrintedYears to_printed_years(const std::set<int>& years);
/// 2020年 -> y1年, 2019 -> y0年: as the labels of a form with {year} are held.
std::string mark_years(const std::string& label, PrintedYears years);
/// A label that is nothing but a year; 0 where it is not.
int to_year_label(std::string_view label);

/// One way to print a column.
struct LabelPath {
  int field = -1;
  std::vector<std::string> path;  ///< label texts, years marked
  bool own = true;                ///< the field's own path, not an alias
  bool suspicious = false;
  bool unique = true;             ///< no other field has a path that ends so
  std::string only_without;
};

/// What a band is called at its left.
struct BandLabels {
  std::string name;
  std::string task;
};

/// All labels of a form. *Shape*: paths field by field, own path first.
struct FormLabels {
  std::vector<LabelPath> paths;
  std::unordered_set<std::string> segments;
  std::unordered_map<std::string, std::vector<std::size_t>> leaves;  ///< with the paths that end so, in their order
  std::unordered_map<std::string, int> tails;  ///< each path and each end of one, a \x1f in front of every label, numbered
  std::unordered_set<int> wholes;              ///< those that are whole paths
  std::vector<BandLabels> bands;               ///< one for each of the form's
  bool has_years = false;
  bool has_numbers = false;                    ///< a segment begins as a number does
};
/// May a text be a number? Only labels that begin so can be one.
bool begins_number(std::string_view label);
FormLabels to_form_labels(const FormSpec& form);

}  // namespace huizong
