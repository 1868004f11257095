#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "bind/bind_index.hpp"
#include "bind/claims.hpp"
#include "bind/card_reader.hpp"
#include "bind/column_units.hpp"
#include "bind/finish.hpp"
#include "bind/join.hpp"
#include "bind/list_reader.hpp"
#include "bind/row_kind.hpp"
#include "bind/merged_down.hpp"
#include "bind/passed_over.hpp"
#include "bind/stale.hpp"
#include "bind/tables.hpp"

namespace huizong {
namespace {

constexpr std::size_t largest_grid = 4096;         ///< rows: a longer sheet flows
constexpr std::size_t most_grid_cells = 1u << 19;  ///< so does one whose rows are thousands of cells wide

/// A list whose rows are being read. Members refer to each other: it stays where it is.
struct OpenList {
  SheetArea area;
  FormMatch match;
  SheetText text;
  Lines head;
  Draft draft;
  std::vector<LabelUnit> labels;
  std::vector<ColumnUnit> units;
  std::unique_ptr<ListReader> reader;

  explicit OpenList(SheetTable table) : area(table.area), match(std::move(table.match)), text(std::move(table.text)) {}

  void row(std::uint32_t row, RowHiding hiding, std::span<const Cell> cells) {
    if (row <= match.header->band.last_row || row > area.last_row) return;
    const auto from = std::lower_bound(cells.begin(), cells.end(), area.first_column, is_left_of);
    const auto to = std::upper_bound(from, cells.end(), area.last_column, [](std::uint32_t column, const Cell& c) { return column < c.column; });
    reader->row(row, hiding, {from, to});
  }
  static bool is_left_of(const Cell& cell, std::uint32_t column) { return cell.column < column; }
};

std::vector<LabelUnit> label_units(const FormMatch& match) {
  std::vector<LabelUnit> units;
  units.reserve(match.header ? match.header->band.columns.size() : match.bands.cells.size());
  if (match.header) {
    for (const HeaderColumn& column : match.header->band.columns) {
      if (column.field >= 0) units.push_back({column.field, column.unit, column.leaf});
    }
  }
  for (const BandCell& cell : match.bands.cells) units.push_back({cell.field, cell.unit, cell.label});
  return units;
}

/// Nothing filled in: a blank form lying beside the return.
bool is_blank_form(const Return& data) {
  if (data.nil_report) return false;
  const auto is_blank = [](const Record& record) {
    return std::all_of(record.values.begin(), record.values.end(), [](const Value& value) {
      const bool no_tick = value.kind == ValueKind::figure && value.text.empty();
      return value.kind == ValueKind::missing || value.kind == ValueKind::not_applicable || no_tick;
    });
  };
  return std::all_of(data.records.begin(), data.records.end(), is_blank) &&
         std::all_of(data.block_records.begin(), data.block_records.end(), is_blank);
}

std::vector<std::pair<std::uint32_t, int>> columns_of(const Header& header) {
  std::vector<std::pair<std::uint32_t, int>> columns;
  for (const HeaderColumn& column : header.band.columns) columns.emplace_back(column.column, column.field);
  return columns;
}

}  // namespace

struct Binder::State {
  explicit State(BindContext given)
      : context(std::move(given)),
        index(context.index ? context.index
                            : make_bind_index(context.catalogue, context.pack, context.province, context.only_form)),
        memory(index->memories.take()) {
    sheet.grid = std::move(memory->grid);
  }
  ~State() {
    lists.clear();  // they refer to what the memory holds
    sheet.grid.clear();
    memory->grid = std::move(sheet.grid);
    index->memories.give_back(std::move(memory));
  }

  Draft start_draft(const FormMatch& match, const std::vector<CellRange>& unread) const {
    Draft draft;
    draft.form = match.known->form;
    draft.known = match.known;
    draft.data.pack = context.pack.id;
    draft.data.form = draft.form->id;
    draft.data.sheet = sheet.head.name;
    if (context.ledger) draft.marks.emplace();
    if (sheet.head.hidden) draft.add("row.hidden", {{"value", sheet.head.name}}).scope = Scope::whole_return;
    for (const CellRange& range : unread) {
      draft.add("cell.unclaimed", {{"range", to_a1(range.first) + ":" + to_a1(range.last)}}, -1, range.first);
    }
    return draft;
  }

  void open_list(SheetTable table) {
    const std::vector<CellRange> unread = std::move(table.unread);
    lists.push_back(std::make_unique<OpenList>(std::move(table)));
    OpenList* open = lists.back().get();
    open->head = read_head(open->text, open->match.header->band.first_row, *open->match.known);
    open->draft = start_draft(open->match, unread);
    report_header(open->text, open->match, context.arrived, open->draft);
    claim_header(open->text, *open->match.header, open->draft);
    for (const auto& [row, cells] : open->text.rows()) {
      if (row > open->match.header->band.last_row) break;
      if (is_numbering(cells)) mark_row(cells, CellUse::ignored, "numbering-row", open->draft);
    }
    open->labels = label_units(open->match);
    open->units = memory->column_units.decide(open->match.header, open->labels, find_unit_line(open->head, BareUnits::count, &memory->units), open->draft);
    open->reader = std::make_unique<ListReader>(open->draft, open->text, *open->match.header, open->units, sheet.head.date1904);
    MergedDown merged(sheet, open->area, *open->match.header, open->draft);
    for (const Grid::Row& row : sheet.grid.rows()) {
      if (row.row <= open->match.header->band.last_row) continue;
      open->row(row.row, row.hiding, merged.cells(row.row, sheet.grid.cells(row)));
    }
    if (sheet.whole || open->area.last_row != ~0u) close_list();
  }

  /// Of a small sheet, which is held whole; a second look at the file, so only where a formula stands.
  void judge_formulas(Draft& draft) {
    if (!context.formulas || !sheet.whole || !has_formulas(sheet.grid)) return;
    check_formulas(sheet.grid, context.formulas(sheet.head.name), draft);
  }

  /// A text file that breaks off within a row of bands or of a card. `cells`: their fields, and where the values stand.
  template <class Cells>
  void tell_torn(const Cells& cells, Draft& draft) const {
    const auto stands_there = [&](const auto& cell) { return cell.value.row == sheet.tail.torn_row; };
    const auto last = std::find_if(cells.rbegin(), cells.rend(), stands_there);
    if (last == cells.rend()) return;
    Finding& finding = draft.add("cell.required", {{"why", "why.torn-row"}}, last->field, last->value);
    finding.severity = Severity::verify;
    finding.scope = Scope::whole_return;
  }

  void bind_bands(const SheetTable& table) {
    const FormMatch& match = table.match;
    const SheetText& text = table.text;
    Draft draft = start_draft(match, table.unread);
    const Lines head = read_head(text, match.bands.first_row, *match.known);
    report_header(text, match, context.arrived, draft);
    const auto units = decide_units(label_units(match), find_unit_line(head, BareUnits::count, &memory->units), draft);
    read_bands(sheet, text, match.bands, units, draft);
    tell_torn(match.bands.cells, draft);
    const Lines foot = read_foot(text, match.bands.last_row, *match.known);
    check_foot_units(foot, label_units(match), units, draft);
    judge_formulas(draft);
    bound.push_back(finish_return(std::move(draft), match, head, foot, context, index->places, *memory));
  }

  void bind_card(SheetTable& table) {
    FormMatch& match = table.match;
    const SheetText& text = table.text;
    Draft draft = start_draft(match, table.unread);
    CardMatch& card = match.card;
    const Lines head = read_head(text, card.first_row, *match.known);
    const Lines all = read_unit_lines(text, *match.known);  // it may stand between the card's own labels
    report_header(text, match, context.arrived, draft);
    read_card(sheet, text, card, match.known->blocks, find_unit_line(all, BareUnits::are_cells, &memory->units), draft);
    tell_torn(card.cells, draft);
    judge_formulas(draft);
    const Lines foot = read_foot(text, card.last_row, *match.known);
    bound.push_back(finish_return(std::move(draft), match, head, foot, context, index->places, *memory));
  }

  /// Looks at what is held of the sheet. `whole`: all of it, with its merges.
  void look() {
    SheetTables found = find_tables(*index, *memory, sheet, context.file);
    tell_doubtful(sheet, found.doubtful, context, passed);
    const bool empty = std::all_of(sheet.grid.rows().begin(), sheet.grid.rows().end(), [](const Grid::Row& row) { return row.count == 0; });
    if (found.tables.empty() && found.doubtful.empty() && !empty) pass_over(sheet, SheetText(sheet, head_rows, {}, &memory->words), *index, context.file, passed);
    for (SheetTable& table : found.tables) {
      if (table.match.header) {
        open_list(std::move(table));
      } else if (table.match.known->form->is_card()) {
        bind_card(table);
      } else {
        bind_bands(table);
      }
    }
  }

  /// Of a long sheet the merges come last: do they say what the header was read as?
  void confirm_header(OpenList& open) {
    const SheetText text(sheet, head_rows, open.area);
    const auto again = find_header(text, *open.draft.form, open.match.known->labels);
    if (again && columns_of(*again) == columns_of(*open.match.header)) return;
    open.draft.add("header.ambiguous", {});
  }

  /// The last list that was opened.
  void close_list() {
    OpenList* open = lists.back().get();
    open->reader->finish(sheet.tail.torn_row);
    Draft& draft = open->draft;
    if (draft.data.records.empty() && draft.form->empty_is_nil) draft.data.nil_report = true;
    const bool blank = draft.data.records.empty() && !draft.data.nil_report;
    if (blank && !draft.form->naming().empty()) {
      const int key = draft.form->naming()[0];
      std::optional<CellRef> at;
      for (const HeaderColumn& column : open->match.header->band.columns) {
        if (column.field == key) at = column.leaf;
      }
      draft.add("cell.required", {{"why", "why.no-record"}}, key, at);
    }
    const Lines foot = open->reader->foot();
    check_foot_units(foot, open->labels, open->units, draft);
    judge_formulas(draft);
    bound.push_back(finish_return(std::move(draft), open->match, open->head, foot, context, index->places, *memory));
    lists.pop_back();
  }

  BindContext context;
  std::shared_ptr<const BindIndex> index;
  std::unique_ptr<Memory> memory;
  SourceSheet sheet;
  std::vector<std::unique_ptr<OpenList>> lists;  ///< of a long sheet, whose rows still come
  bool looked = false;
  std::vector<BoundReturn> bound;
  PassedOver passed;
};

Binder::Binder(BindContext context) : state_(std::make_unique<State>(std::move(context))) {}
Binder::~Binder() = default;

bool Binder::begin_sheet(const SheetHead& head) {
  SourceSheet& sheet = state_->sheet;
  sheet.head = head;
  sheet.tail = {};
  sheet.grid.clear();
  sheet.whole = true;
  state_->looked = false;
  state_->lists.clear();
  return true;
}

void Binder::row(std::uint32_t row, RowHiding hiding, std::span<const Cell> cells) {
  State& state = *state_;
  if (!state.looked) {
    state.sheet.grid.add_row(row, hiding, cells);
    if (state.sheet.grid.rows().size() <= largest_grid && state.sheet.grid.cell_count() <= most_grid_cells) return;
    state.sheet.whole = false;
    state.looked = true;
    state.look();
    return;
  }
  for (const auto& open : state.lists) open->row(row, hiding, cells);
}

void Binder::end_sheet(const SheetTail& tail) {
  State& state = *state_;
  state.sheet.tail = tail;
  if (!state.looked) {
    state.looked = true;
    state.look();
  } else {
    for (const auto& open : state.lists) state.confirm_header(*open);
  }
  std::reverse(state.lists.begin(), state.lists.end());
  while (!state.lists.empty()) state.close_list();
}

Bound Binder::take() {
  State& state = *state_;
  Bound out;
  std::set<std::pair<std::string, std::string>> filled;  // sheet, form
  for (const BoundReturn& bound : state.bound) {
    if (!is_blank_form(bound.data)) filled.insert({bound.data.sheet, bound.data.form});
  }
  for (BoundReturn& bound : state.bound) {
    if (filled.empty() || !is_blank_form(bound.data)) {
      out.returns.push_back(std::move(bound));
      continue;
    }
    if (filled.count({bound.data.sheet, bound.data.form}) != 0) continue;  // the empty half of a list printed in two
    state.passed.ignored.push_back(sheet_finding("sheet.ignored", {{"value", bound.data.sheet}, {"why", "why.empty-sheet"}}, bound.data.sheet, state.context.file));
  }
  for (Finding& same : join_returns(out.returns, state.context)) state.passed.ignored.push_back(std::move(same));
  out.findings = std::move(state.passed.refused);
  if (out.returns.empty() && out.findings.empty()) {
    out.findings.push_back(sheet_finding("file.unrecognised", state.passed.nearest, "", state.context.file));
    return out;
  }
  out.findings.insert(out.findings.end(), state.passed.ignored.begin(), state.passed.ignored.end());
  return out;
}

Bound bind_workbook(const Workbook& workbook, const BindContext& context) {
  Binder binder(context);
  for (const SourceSheet& sheet : workbook.sheets) {
    if (!binder.begin_sheet(sheet.head)) continue;
    for (const Grid::Row& row : sheet.grid.rows()) binder.row(row.row, row.hiding, sheet.grid.cells(row));
    binder.end_sheet(sheet.tail);
  }
  return binder.take();
}

}  // namespace huizong
