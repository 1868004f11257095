#include "read/ods_row.hpp"

#include "package/xml.hpp"
#include "read/ods_cell.hpp"

namespace huizong {

OdsRow read_ods_row(std::string_view attributes) {
  OdsRow row;
  XmlAttribute a;
  while (take_attribute(attributes, a)) {
    if (a.local == "number-rows-repeated" || a.local == "number-columns-repeated") {
      row.repeat = parse_repeat(a.value);
    } else if (a.local == "visibility") {
      if (a.value == "collapse") row.hiding = RowHiding::hidden;
      if (a.value == "filter") row.hiding = RowHiding::filtered;
    } else if (a.local == "display" && a.value == "false") {
      row.hiding = RowHiding::hidden;  // of a group
    }
  }
  return row;
}

bool is_ods_group(std::string_view name) {
  return name == "table-row-group" || name == "table-rows" || name == "table-header-rows" ||
         name == "table-column-group" || name == "table-columns" || name == "table-header-columns";
}

void OdsGroups::enter(std::string_view attributes) {
  open_.push_back(read_ods_row(attributes).hiding != RowHiding::shown);
  if (open_.back()) ++hidden_;
}

void OdsGroups::leave() {
  if (open_.empty()) return;
  if (open_.back()) --hidden_;
  open_.pop_back();
}

}  // namespace huizong
