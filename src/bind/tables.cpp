#include "bind/tables.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/lines.hpp"
#include "bind/period.hpp"
#include "bind/row_kind.hpp"
#include "bind/table_sides.hpp"
#include "bind/table_starts.hpp"

namespace huizong {
namespace {

struct Part {
  SheetArea area;
  TableStart start;
  SheetText text;
  FormChoice choice;
};

std::vector<std::pair<std::uint32_t, int>> fields_of_columns(const Header& header) {
  std::vector<std::pair<std::uint32_t, int>> columns;
  for (const HeaderColumn& column : header.band.columns) {
    if (column.field >= 0) columns.emplace_back(column.column, column.field);
  }
  return columns;
}

/// 续表, （续） and 第2页 make no other title.
std::string plain_title(std::string_view text) {
  std::string folded = fold_label(text);
  for (const char* mark : {"续表", "(续)", "(续表)", "(接上页)"}) folded = replace_all(std::move(folded), mark, "");
  if (const std::size_t page = folded.find("第"); page != std::string::npos && ends_with(folded, "页")) folded.resize(page);
  return folded;
}

void add_periods(std::string_view text, std::set<std::string>& periods) {
  for (const NamedPeriod& named : find_periods(text)) periods.insert(to_text(named.period));
}

class TableFinder {
 public:
  TableFinder(const BindIndex& index, Memory& memory, const SourceSheet& sheet, const std::string& file)
      : index_(index), memory_(memory), sheet_(sheet), file_(file) {}

  SheetTables find() {
    SheetText text(sheet_, head_rows, {}, &memory_.words);
    if (text.rows().empty()) return {};
    FormChoice choice = choose(text);
    const std::vector<TableStart> starts = find_starts(index_, sheet_, text, choice);
    if (!starts.empty()) cut(starts, text);
    if (out_.tables.empty()) {
      out_.doubtful.clear();
      add_whole(std::move(text), std::move(choice));
    }
    return std::move(out_);
  }

 private:
  FormChoice choose(const SheetText& text) const {
    const bool cards = sheet_.whole && text.rows().size() < head_rows;
    return choose_form(index_.form_index, memory_.headers, text, cards, sheet_.head.name, file_);
  }

  Part make_part(const SheetArea& area, const TableStart& start) const {
    SheetText text(sheet_, head_rows, area, &memory_.words);
    FormChoice choice = choose(text);
    return {area, start, std::move(text), std::move(choice)};
  }

  void add_whole(SheetText text, FormChoice choice) {
    if (choice.match) {
      add({{}, {}, std::move(text), std::move(choice)});
    } else if (!choice.equal.empty()) {
      out_.doubtful.push_back({std::nullopt, choice.equal});
    } else {
      add_sides({}, text, std::nullopt);
    }
  }

  /// A table, and those beside it.
  void add(Part&& part) {
    SheetTable table{part.area, std::move(*part.choice.match), std::move(part.text), {}};
    if (table.match.header && has_side(index_, *table.match.header)) {
      add_sides(table.area, table.text, std::move(table));
    } else {
      out_.tables.push_back(std::move(table));
    }
  }

  void add_sides(const SheetArea& area, const SheetText& text, std::optional<SheetTable> whole) {
    const auto choose_in = [this](const SheetText& side) { return choose(side); };
    auto sides = find_sides({index_, memory_, sheet_, choose_in}, area, text, whole);
    for (SheetTable& side : sides) out_.tables.push_back(std::move(side));
    if (sides.empty() && whole) out_.tables.push_back(std::move(*whole));
  }

  void cut(const std::vector<TableStart>& starts, const SheetText& text) {
    std::vector<Part> parts;
    std::uint32_t from = 0;  // rows that belong to no table yet go to the next
    for (std::size_t i = 0; i <= starts.size(); ++i) {
      SheetArea area;
      area.first_row = from;
      if (i < starts.size()) area.last_row = starts[i].first_row - 1;
      const TableStart start = i > 0 ? starts[i - 1] : TableStart{0, 0, 0, true};
      if (!parts.empty() && repeats_header(parts.back(), start, text)) {
        extend(parts.back(), area.last_row);
      } else if (!take(make_part(area, start), parts)) {
        continue;
      }
      from = area.last_row + 1;
    }
    if (parts.empty()) return;
    for (Part& part : parts) {
      if (part.choice.match->known->form->layout != Layout::list) refresh(part);
      std::vector<CellRange> unread = std::move(unread_[part.area.first_row]);
      add(std::move(part));
      out_.tables.back().unread = std::move(unread);
    }
  }

  /// A part that lost or won rows is looked at anew: what a card is hangs on all of them.
  void refresh(Part& part) const {
    Part again = make_part(part.area, part.start);
    if (again.choice.match) part = std::move(again);
  }

  static void extend(Part& part, std::uint32_t last_row) { part.area.last_row = last_row; }

  /// False: the rows are no table and go on with the one before, or wait for the next.
  bool take(Part part, std::vector<Part>& parts) {
    if (part.choice.match) {
      if (!parts.empty() && is_next_page(parts.back(), part)) {
        extend(parts.back(), part.area.last_row);
      } else {
        parts.push_back(std::move(part));
      }
      return true;
    }
    if (parts.empty() && part.choice.equal.empty()) return false;
    if (!part.choice.equal.empty()) {
      out_.doubtful.push_back({CellRef{part.start.header_row, first_column(part)}, part.choice.equal});
    } else if (part.start.is_header) {
      unread_[parts.back().area.first_row].push_back({{part.start.header_row, first_column(part)}, last_cell(part)});
    } else {
      extend(parts.back(), part.area.last_row);
    }
    return true;
  }

  static std::uint32_t first_column(const Part& part) {
    const auto row = part.text.rows().find(part.start.header_row);
    return row == part.text.rows().end() ? 0 : row->cells.front().at().column;
  }
  static CellRef last_cell(const Part& part) { return {part.text.rows().back().row, part.text.last_column()}; }

  /// Every cell of the further header stands in the header of the table above, in the same column.
  bool repeats_header(const Part& above, const TableStart& start, const SheetText& text) const {
    if (!start.is_header || !above.choice.match->header) return false;
    const HeaderBand& band = above.choice.match->header->band;
    for (std::uint32_t row = start.header_row; row <= start.last_header_row; ++row) {
      const auto cells = text.rows().find(row);
      if (cells == text.rows().end()) return false;
      for (const TextCell& cell : cells->cells) {
        if (!stands_in(above.text, band, cell)) return false;
      }
    }
    return !names_another(above, text, start);
  }
  static bool stands_in(const SheetText& text, const HeaderBand& band, const TextCell& cell) {
    for (std::uint32_t row = band.first_row; row <= band.last_row; ++row) {
      const TextCell* label = text.at({row, cell.at().column});
      if (label != nullptr && fold_label(label->text) == fold_label(cell.text)) return true;
    }
    return false;
  }

  bool is_next_page(const Part& above, const Part& part) const {
    const FormMatch& first = *above.choice.match;
    const FormMatch& second = *part.choice.match;
    if (!first.header || !second.header || first.known != second.known) return false;
    if (fields_of_columns(*first.header) != fields_of_columns(*second.header)) return false;
    return !names_another(above, part.text, part.start);
  }

  /// Do the lines above a further header name another reporter, another period or bear another title?
  bool names_another(const Part& above, const SheetText& text, const TableStart& start) const {
    const FormSpec& form = *above.choice.match->known->form;
    const auto& labels = above.choice.match->known->reporter_labels;
    Lines before, here;
    for (const auto& [row, cells] : above.text.rows()) {
      if (row < above.choice.match->header->band.first_row) before.add(cells, labels);
    }
    for (auto row = text.rows().from(start.first_row); row != text.rows().end() && row->row < start.header_row; ++row) {
      here.add(row->cells, labels);
    }
    const auto reporter = [&](const Lines& lines) {
      for (const Pair& pair : lines.pairs) {
        if (is_reporter_label(pair.label, labels) && !pair.value.empty() && find_units(fold_label(pair.value)).empty()) return fold_label(pair.value);
      }
      return std::string();
    };
    const auto title = [&](const Lines& lines) {
      for (const TextCell& cell : lines.cells) {
        if (names_form(form, cell.text)) return plain_title(cell.shown());
      }
      return std::string();
    };
    const std::string name = reporter(here);
    if (!name.empty() && name != reporter(before)) return true;
    std::set<std::string> periods_here, periods_before;
    for (const TextCell& cell : here.cells) add_periods(cell.text, periods_here);
    for (const TextCell& cell : before.cells) add_periods(cell.text, periods_before);
    if (periods_before.empty()) add_periods(sheet_.head.name, periods_before);
    if (periods_before.empty()) add_periods(file_, periods_before);
    if (!periods_here.empty() && periods_here != periods_before) return true;
    const std::string called = title(here);
    return !called.empty() && called != title(before);
  }

  const BindIndex& index_;
  Memory& memory_;
  const SourceSheet& sheet_;
  const std::string& file_;
  SheetTables out_;
  std::map<std::uint32_t, std::vector<CellRange>> unread_;  ///< by the first row of the table above
};

}  // namespace

SheetTables find_tables(const BindIndex& index, Memory& memory, const SourceSheet& sheet, const std::string& file) {
  return TableFinder(index, memory, sheet, file).find();
}

}  // namespace huizong
