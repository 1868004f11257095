#include "bind/passed_over.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "bind/card_text.hpp"
#include "bind/chars.hpp"
#include "bind/claims.hpp"
#include "bind/form_evidence.hpp"
#include "bind/number.hpp"
#include "bind/row_kind.hpp"

namespace huizong {
namespace {

constexpr std::size_t most_missing = 5;  ///< labels that a message names

/// 填表说明 by name or by first words; else only that no header was found.
const char* why_ignored(const SourceSheet& sheet) {
  std::string words = sheet.head.name;
  if (!sheet.grid.rows().empty()) words += shown_text(sheet.grid.cells(sheet.grid.rows()[0])[0]);
  const bool explains = contains(words, "说明") || contains(words, "须知") || contains(words, "指标解释");
  return explains ? "why.instructions" : "why.no-header";
}

/// The form that the sheet comes nearest to, and the first labels that it lacks.
Args to_args(const FormEvidence& evidence) {
  Args args{{"candidates", shown_title(*evidence.form)}};
  if (evidence.transposed || evidence.missing.empty()) return args;
  std::vector<std::string> missing = evidence.missing;
  const bool more = missing.size() > most_missing;
  if (more) missing.resize(most_missing - 1);
  args.emplace_back("missing", join(missing, "、") + (more ? "……" : ""));
  return args;
}

constexpr std::size_t fewest = 3;  ///< cells of a row that may be a record

/// Does a cell hold what its column asks for? A text may be anything; √, 是 and 否 are one character.
bool fits(const Cell& cell, FieldType type) {
  if (type == FieldType::text || cell.kind == CellKind::number || cell.kind == CellKind::date) return true;
  if (type == FieldType::tick || type == FieldType::boolean) return count_characters(shown_text(cell)) == 1;
  if (type == FieldType::date) return shown_text(cell).find_first_of("0123456789") != std::string::npos;
  return is_missing_word(cell.text) || read_number_text(cell.text, "").kind == NumberKind::figure;
}

/// A record of the list: most of its columns are filled with what they ask for, a name among them, and more than texts.
bool is_row_of(const ListColumns& list, std::span<const Cell> cells) {
  std::size_t filled = 0, good = 0, certain = 0;
  bool named = false;
  for (const ListColumns::Column& column : list.columns) {
    const auto cell = std::find_if(cells.begin(), cells.end(), [&](const Cell& c) { return c.column == column.column; });
    if (cell == cells.end() || cell->kind == CellKind::empty) continue;
    ++filled;
    if (fits(*cell, column.type)) {
      ++good;
      if (column.type != FieldType::text) ++certain;
    }
    named = named || (column.names && cell->kind == CellKind::text && to_total_kind(cell->text) == TotalKind::none);
  }
  return named && certain > 0 && filled >= fewest && filled * 2 >= list.columns.size() && good * 4 >= filled * 3;
}

/// The rows of a sheet that stand in the list's columns, where they open the table and are most of it.
std::optional<CellRange> find_rows_of(const SourceSheet& sheet, const ListColumns& list) {
  std::optional<CellRange> found;
  std::size_t rows = 0, records = 0;
  for (const Grid::Row& row : sheet.grid.rows()) {
    const std::span<const Cell> cells = sheet.grid.cells(row);
    if (cells.size() < fewest) continue;  // a line above, a remark
    ++rows;
    if (!is_row_of(list, cells)) {
      if (records == 0) return std::nullopt;  // labels of another table
      continue;
    }
    ++records;
    if (!found) found = CellRange{{row.row, cells.front().column}, {}};
    found->last = {row.row, std::max(found->last.column, cells.back().column)};
  }
  return records * 2 > rows ? found : std::nullopt;
}

bool holds_figure(const SheetText& text) {
  return std::any_of(text.rows().begin(), text.rows().end(), [](const TextRow& row) { return std::any_of(row.cells.begin(), row.cells.end(), is_figure); });
}

/// The rest of a card on a sheet of its own: two of its labels that hold a value, or have a cell beside or below them; or one, and a figure.
void tell_further(const SheetText& text, const BindIndex& index, const std::string& sheet, const std::string& file, PassedOver& passed) {
  std::vector<CardCellText> cells = to_card_text(text);
  const std::ptrdiff_t least = holds_figure(text) ? 1 : 2;
  const auto has_value = [&text](const Spot& spot) {
    const CellRange span = spot.span();
    return spot.whole ? text.at({span.first.row, span.last.column + 1}) != nullptr || text.at({span.last.row + 1, span.first.column}) != nullptr : !spot.value.empty();
  };
  for (const KnownForm& known : index.forms) {
    if (known.form->layout != Layout::card) continue;
    const Spots spots = find_spots(text, cells, known.card);
    const auto first = std::find_if(spots.all.begin(), spots.all.end(), has_value);
    if (std::count_if(spots.all.begin(), spots.all.end(), has_value) < least) continue;
    passed.further.push_back(sheet_finding("cell.unclaimed", {{"text", first->cell->shown()}}, sheet, file));
    passed.further.back().cell = first->cell->at();
    passed.further.back().form = known.form->id;
  }
}

}  // namespace

ListColumns columns_of_list(const FormSpec& form, const Header& header) {
  ListColumns list;
  const std::vector<int> naming = form.naming();
  for (const HeaderColumn& column : header.band.columns) {
    if (column.field < 0) continue;
    const bool names = std::find(naming.begin(), naming.end(), column.field) != naming.end();
    list.columns.push_back({column.column, form.fields[static_cast<std::size_t>(column.field)].type, names});
  }
  return list;
}

ListColumns ListColumns::from(std::uint32_t first) const {
  ListColumns moved = *this;
  for (Column& one : moved.columns) one.column += first - columns.front().column;
  return moved;
}

std::optional<CellRange> find_continuation(const SourceSheet& sheet, const ListColumns& list) {
  const auto& rows = sheet.grid.rows();
  const auto wide = std::find_if(rows.begin(), rows.end(), [](const Grid::Row& row) { return row.count >= fewest; });
  if (wide == rows.end() || list.columns.empty()) return std::nullopt;
  if (const auto found = find_rows_of(sheet, list)) return found;
  return find_rows_of(sheet, list.from(sheet.grid.cells(*wide).front().column));  // the table stood at B3
}

Finding sheet_finding(std::string_view rule, Args args, const std::string& sheet, const std::string& file) {
  Finding finding = make_finding(rule, std::move(args));
  finding.file = file;
  finding.sheet = sheet;
  return finding;
}

void pass_over(const SourceSheet& sheet, const SheetText& text, const BindIndex& index, const std::string& file, PassedOver& passed) {
  const std::string& name = sheet.head.name;
  const std::string why = why_ignored(sheet);
  Args args{{"value", name}, {"why", why}};
  const bool nothing = why == "why.instructions" || text.rows().empty();
  if (!nothing && sheet.whole) tell_further(text, index, name, file, passed);
  const auto nearest = nothing ? std::nullopt : find_nearest(index.forms, text, name, file);
  if (!nearest) return passed.ignored.push_back(sheet_finding("sheet.ignored", std::move(args), name, file));
  Args evidence = to_args(*nearest);
  const bool meant = nearest->transposed || (nearest->named && nearest->found() >= 2);
  if (nearest->transposed) evidence.emplace_back("why", "why.transposed");
  if (meant) return passed.refused.push_back(sheet_finding("file.unrecognised", std::move(evidence), name, file));
  if (passed.nearest.empty()) passed.nearest = evidence;
  args.insert(args.end(), evidence.begin(), evidence.end());
  passed.ignored.push_back(sheet_finding("sheet.ignored", std::move(args), name, file));
}

void tell_doubtful(const SourceSheet& sheet, const std::vector<DoubtfulTable>& tables, const BindContext& context, PassedOver& passed) {
  for (const DoubtfulTable& table : tables) {
    std::vector<std::string> titles;
    for (const std::string& id : table.forms) titles.push_back(shown_title(*context.pack.form(id)));
    passed.refused.push_back(sheet_finding("file.ambiguous-form", {{"candidates", join(titles, "、")}}, sheet.head.name, context.file));
    passed.refused.back().cell = table.at;
  }
}

}  // namespace huizong
