#pragma once
// Labels that no schema knows yet, but that are close to one of a missing column: proposed as an alias, never read as one.

#include <string>
#include <vector>

#include "bind/draft.hpp"
#include "bind/header.hpp"
#include "bind/labels.hpp"

namespace huizong {

/// A printed label that is no column's.
struct StrangeLabel {
  std::vector<std::string> path;  ///< label texts from the top, years marked
  std::string unit;               ///< printed with it; empty: none
};

/// What a strange label is like: nothing (-1); a field that it shares many characters with; or, `close`, one of which it is
/// another spelling in all likelihood.
struct Likeness {
  int field = -1;
  bool close = false;
};

/// The field that each label is close to, in turn; -1: none. A label is close to one field at most, and a field to one label: where
/// two are equally close, neither is. `missing` are the fields that no label was found for. By path: the groups above may be left out,
/// but not differ much.
std::vector<int> find_close(const std::vector<StrangeLabel>& labels, const std::vector<int>& missing, const FormSpec& form,
                            const std::vector<LabelPath>& known);
/// The same, and of a label that is close to none the field that it is like.
std::vector<Likeness> find_likes(const std::vector<StrangeLabel>& labels, const std::vector<int>& missing, const FormSpec& form,
                                 const std::vector<LabelPath>& known);

/// Reports a strange label: header.alias-suggested with the line for the schema where it is close, else header.unknown-column.
/// `field` is the one it is like, -1: none; `shown` the label as printed.
void report_strange(const StrangeLabel& label, const Likeness& like, const Field* field, const std::string& shown, CellRef at,
                    const Date& day, Draft& draft);

/// The missing field that the form prints between the columns beside a strange one: -1 where there is none. Only of columns that may
/// be absent; `form` is the table's own.
int find_printed_there(const std::vector<HeaderColumn>& columns, std::size_t strange, const std::vector<int>& missing, const FormSpec& form);

/// Of a strange label that is like a field whose column may be absent, or stands in its place. *Errors*: reports cell.unclaimed, for what stands there is
/// not read; that a required column is missing is told as such.
void tell_unread(const Field* like, const std::string& shown, CellRef at, Draft& draft);

}  // namespace huizong
