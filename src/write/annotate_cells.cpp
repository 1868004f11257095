// Marks in a worksheet's cells, and the sheet of remarks.

#include <algorithm>

#include "base/text.hpp"
#include "write/annotate_parts.hpp"
#include "write/cell_text.hpp"

namespace huizong {
namespace {

/// Rows and cells may leave their number out; then they follow the one before.
std::uint32_t row_index(pugi::xml_node row, std::uint32_t next) {
  const unsigned number = row.attribute("r").as_uint(0);
  return number == 0 ? next : number - 1;
}

std::uint32_t column_index(pugi::xml_node cell, std::uint32_t next) {
  const std::optional<CellRef> at = parse_a1(cell.attribute("r").value());
  return at ? at->column : next;
}

pugi::xml_node new_child_before(pugi::xml_node parent, pugi::xml_node before, const char* name) {
  const std::string full = prefix_of(parent) + name;
  return before ? parent.insert_child_before(full.c_str(), before) : parent.append_child(full.c_str());
}

int column_format(pugi::xml_node worksheet, std::uint32_t column) {
  for (pugi::xml_node entry : find_child(worksheet, "cols").children()) {
    if (column + 1 >= entry.attribute("min").as_uint(1) && column + 1 <= entry.attribute("max").as_uint(0)) {
      return entry.attribute("style").as_int(0);
    }
  }
  return 0;
}

pugi::xml_node make_cell(pugi::xml_node worksheet, pugi::xml_node row, pugi::xml_node before, CellRef at) {
  pugi::xml_node cell = new_child_before(row, before, "c");
  set(cell, "r", to_a1(at));
  const int format = row.attribute("customFormat").as_bool() ? row.attribute("s").as_int(0)
                                                             : column_format(worksheet, at.column);
  set(cell, "s", std::to_string(format));
  row.remove_attribute("spans");  // a hint that may no longer hold
  return cell;
}

using RemarkIterator = CellRemarks::const_iterator;

/// Marks the cells of one row, whose remarks are [first, last) in the order of columns.
void mark_row(pugi::xml_node worksheet, pugi::xml_node row, RemarkIterator first, RemarkIterator last,
              StylePatch& styles) {
  pugi::xml_node cell = find_child(row, "c");
  std::uint32_t column = cell ? column_index(cell, 0) : 0;
  for (; first != last; ++first) {
    const auto& [at, remark] = *first;
    while (cell && column < at.column) {
      cell = cell.next_sibling(cell.name());
      column = cell ? column_index(cell, column + 1) : 0;
    }
    pugi::xml_node marked = cell && column == at.column ? cell : make_cell(worksheet, row, cell, at);
    set(marked, "s", std::to_string(styles.marked(marked.attribute("s").as_int(0), remark.severity)));
  }
}

std::vector<CellRange> merged_ranges(pugi::xml_node worksheet) {
  std::vector<CellRange> ranges;
  for (pugi::xml_node entry : find_child(worksheet, "mergeCells").children()) {
    const std::vector<std::string> ends = split(entry.attribute("ref").value(), ':');
    if (ends.size() != 2) continue;
    const std::optional<CellRef> first = parse_a1(ends[0]), last = parse_a1(ends[1]);
    if (first && last) ranges.push_back({*first, *last});
  }
  return ranges;
}

}  // namespace

CellRemarks move_to_corners(pugi::xml_node worksheet, const CellRemarks& remarks) {
  const std::vector<CellRange> ranges = merged_ranges(worksheet);
  CellRemarks moved;
  for (const auto& [at, remark] : remarks) {
    const auto range = std::find_if(ranges.begin(), ranges.end(), [&](const CellRange& r) { return r.contains(at); });
    const auto [known, added] = moved.try_emplace(range == ranges.end() ? at : range->first, remark);
    if (added) continue;
    known->second.text += "\n" + remark.text;
    known->second.severity = std::min(known->second.severity, remark.severity);
  }
  return moved;
}

void mark_cells(pugi::xml_node worksheet, const CellRemarks& remarks, StylePatch& styles) {
  pugi::xml_node data = find_child(worksheet, "sheetData");
  pugi::xml_node row = find_child(data, "row");
  std::uint32_t index = row ? row_index(row, 0) : 0;
  for (auto first = remarks.begin(); first != remarks.end();) {
    const std::uint32_t wanted = first->first.row;
    const auto last = remarks.lower_bound({wanted + 1, 0});
    while (row && index < wanted) {
      row = row.next_sibling(row.name());
      index = row ? row_index(row, index + 1) : 0;
    }
    pugi::xml_node target = row;
    if (!row || index != wanted) {
      target = new_child_before(data, row, "row");
      set(target, "r", std::to_string(wanted + 1));
    }
    mark_row(worksheet, target, first, last, styles);
    first = last;
  }
}

std::string to_remark_sheet(const RemarkSheet& remarks, const std::string& main_namespace, StylePatch& styles) {
  pugi::xml_document tree;
  pugi::xml_node root = tree.append_child("worksheet");
  set(root, "xmlns", main_namespace);
  set(root.append_child("sheetPr").append_child("pageSetUpPr"), "fitToPage", "1");
  pugi::xml_node view = root.append_child("sheetViews").append_child("sheetView");
  set(view, "workbookViewId", "0");
  pugi::xml_node pane = view.append_child("pane");
  for (const auto& [name, value] : {std::pair{"ySplit", "1"}, {"topLeftCell", "A2"}, {"activePane", "bottomLeft"},
                                    {"state", "frozen"}}) {
    set(pane, name, value);
  }
  pugi::xml_node columns = root.append_child("cols");
  pugi::xml_node data = root.append_child("sheetData");
  const int head = styles.head(), body = styles.body();
  std::vector<std::size_t> widths;
  for (std::uint32_t index = 0; index < remarks.rows.size(); ++index) {
    const std::vector<std::string>& cells = remarks.rows[index];
    pugi::xml_node row = data.append_child("row");
    set(row, "r", std::to_string(index + 1));
    widths.resize(std::max(widths.size(), cells.size()), 8);
    for (std::uint32_t column = 0; column < cells.size(); ++column) {
      widths[column] = std::max(widths[column], std::min<std::size_t>(display_width(cells[column]) + 2, 60));
      pugi::xml_node cell = row.append_child("c");
      set(cell, "r", to_a1({index, column}));
      set(cell, "s", std::to_string(index == 0 ? head : body));
      set(cell, "t", "inlineStr");
      set_text(cell.append_child("is").append_child("t"), to_cell_text(cells[column]));
    }
  }
  for (std::size_t column = 0; column < widths.size(); ++column) {
    pugi::xml_node entry = columns.append_child("col");
    set(entry, "min", std::to_string(column + 1));
    set(entry, "max", std::to_string(column + 1));
    set(entry, "width", std::to_string(widths[column]));
    set(entry, "customWidth", "1");
  }
  if (widths.empty()) root.remove_child(columns);
  pugi::xml_node page = root.append_child("pageSetup");
  set(page, "paperSize", "9");
  set(page, "orientation", "landscape");
  set(page, "fitToHeight", "0");
  struct Writer : pugi::xml_writer {
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    void write(const void* bytes, std::size_t size) override { out.append(static_cast<const char*>(bytes), size); }
  } writer;
  tree.save(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return std::move(writer.out);
}

}  // namespace huizong
