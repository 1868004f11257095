#include <algorithm>
#include <iterator>
#include <set>

#include "bind/bind_table.hpp"
#include "bind/join.hpp"
#include "bind/open_list.hpp"
#include "bind/passed_over.hpp"

namespace huizong {
namespace {

constexpr std::size_t largest_grid = 4096;         ///< rows: a longer sheet flows
constexpr std::size_t most_grid_cells = 1u << 19;  ///< so does one whose rows are thousands of cells wide

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

/// The list that was read last. What its columns are is asked only where a sheet may go on with it.
struct ReadList {
  const FormSpec* form = nullptr;  ///< nullptr: none was
  std::shared_ptr<const Header> header;
  std::size_t bound = 0;  ///< the return that it became, by its place among them
};

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

  void open_list(SheetTable table) {
    lists.push_back(std::make_unique<OpenList>(desk, std::move(table)));
    if (lists.back()->is_read()) close_list();
  }

  /// Looks at what is held of the sheet. `whole`: all of it, with its merges.
  void look() {
    SheetTables found = find_tables(*index, *memory, sheet, context.file);
    tell_doubtful(sheet, found.doubtful, context, passed);
    const bool empty = std::all_of(sheet.grid.rows().begin(), sheet.grid.rows().end(), [](const Grid::Row& row) { return row.count == 0; });
    if (found.tables.empty() && found.doubtful.empty() && !empty) {
      pass_over(sheet, SheetText(sheet, head_rows, {}, &memory->words), *index, context.file, passed);
      tell_continuation();
    }
    for (SheetTable& table : found.tables) {
      if (table.match.header) {
        open_list(std::move(table));
      } else if (table.match.known->form->is_card()) {
        bound.push_back(bind_card(desk, table));
      } else {
        bound.push_back(bind_bands(desk, table));
      }
    }
  }

  /// A sheet that goes on with the list of an earlier one, but has no header: nobody read it, and its records are that return's.
  void tell_continuation() {
    const auto range = last_list.form != nullptr ? find_continuation(sheet, columns_of_list(*last_list.form, *last_list.header)) : std::nullopt;
    if (!range) return;
    BoundReturn& list = bound[last_list.bound];
    Finding finding = sheet_finding("cell.unclaimed", {{"range", to_a1(range->first) + ":" + to_a1(range->last)}}, sheet.head.name, context.file);
    finding.cell = range->first;
    finding.form = list.data.form;
    finding.period = list.data.period.year == 0 ? "" : to_text(list.data.period);
    finding.region = list.data.region;
    finding.reporter = list.data.reporter;
    list.findings.push_back(std::move(finding));
  }

  /// The last list that was opened.
  void close_list() {
    last_list = {&lists.back()->form(), lists.back()->header(), bound.size()};
    bound.push_back(lists.back()->close());
    lists.pop_back();
  }

  BindContext context;
  std::shared_ptr<const BindIndex> index;
  std::unique_ptr<Memory> memory;
  SourceSheet sheet;
  const Desk desk{context, *index, *memory, sheet};
  std::vector<std::unique_ptr<OpenList>> lists;  ///< of a long sheet, whose rows still come
  bool looked = false;
  std::vector<BoundReturn> bound;
  ReadList last_list;
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
    for (const auto& open : state.lists) open->confirm_header();
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
    // What stands in it all the same, beside where it should, is told.
    std::copy_if(bound.findings.begin(), bound.findings.end(), std::back_inserter(state.passed.ignored),
                 [](const Finding& finding) { return finding.rule == "cell.unclaimed"; });
    if (filled.count({bound.data.sheet, bound.data.form}) != 0) continue;  // the empty half of a list printed in two
    state.passed.ignored.push_back(sheet_finding("sheet.ignored", {{"value", bound.data.sheet}, {"why", "why.empty-sheet"}}, bound.data.sheet, state.context.file));
  }
  for (Finding& rest : state.passed.further) {
    const bool is_here = std::any_of(out.returns.begin(), out.returns.end(), [&](const BoundReturn& own) { return own.data.form == rest.form; });
    if (is_here) state.passed.ignored.push_back(std::move(rest));
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
