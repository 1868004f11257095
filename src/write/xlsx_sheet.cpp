#include "write/xlsx_sheet.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/text.hpp"

namespace huizong {
namespace {

constexpr double narrowest = 9, widest = 48;  // of a column that finds its own width, in characters
const Date first_safe_day{1900, 3, 1, DatePrecision::day};  // before it, serials count a 29 February that never was

std::uint64_t key_of(CellRef at) { return (std::uint64_t{at.row} << 32) | at.column; }
lxw_col_t column_of(CellRef at) { return static_cast<lxw_col_t>(at.column); }

// The merged ranges by each cell that they cover: spans are small and few beside cells.
struct Spans {
  std::unordered_map<std::uint64_t, const Sheet::Span*> by_cell;

  const Sheet::Span* find(CellRef at) const {
    if (by_cell.empty()) return nullptr;
    const auto found = by_cell.find(key_of(at));
    return found == by_cell.end() ? nullptr : found->second;
  }
  bool is_free(const CellRange& range) const {
    for (std::uint32_t row = range.first.row; row <= range.last.row; ++row) {
      for (std::uint32_t column = range.first.column; column <= range.last.column; ++column) {
        if (by_cell.contains(key_of({row, column}))) return false;
      }
    }
    return true;
  }
  void take(const Sheet::Span& span) {
    for (std::uint32_t row = span.range.first.row; row <= span.range.last.row; ++row) {
      for (std::uint32_t column = span.range.first.column; column <= span.range.last.column; ++column) {
        by_cell.emplace(key_of({row, column}), &span);
      }
    }
  }
};

// A merged range looks one way: the span's style, or, where the span has none, that of the cell at its first corner.
std::unordered_map<std::uint64_t, std::uint16_t> styles_at_corners(const Sheet& sheet) {
  std::unordered_map<std::uint64_t, std::uint16_t> styles;
  for (const Sheet::Span& span : sheet.spans) styles[key_of(span.range.first)] = span.style;
  if (styles.empty()) return styles;
  for (const SheetCell& cell : sheet.cells) {
    const auto found = styles.find(key_of(cell.at));
    if (found != styles.end() && found->second == 0) found->second = cell.style;
  }
  return styles;
}

using CornerStyles = std::unordered_map<std::uint64_t, std::uint16_t>;

Spans write_spans(lxw_worksheet* worksheet, const Sheet& sheet, const CornerStyles& styles, SheetFormats& formats) {
  Spans spans;
  for (const Sheet::Span& span : sheet.spans) {
    const auto& [first, last] = span.range;
    // One cell is no merge, and two merges over one cell make office programs call the file damaged.
    if (first == last || !spans.is_free(span.range)) continue;
    spans.take(span);
    worksheet_merge_range(worksheet, first.row, column_of(first), last.row, column_of(last), nullptr,
                          formats.at(styles.at(key_of(first))));
  }
  return spans;
}

struct CellWriter {
  lxw_worksheet* worksheet;
  SheetFormats& formats;
  CellRef at;
  std::uint16_t style;
  bool linked;

  lxw_format* format(CellStyle look = CellStyle::plain) const {
    return formats.at(style, look == CellStyle::plain && linked ? CellStyle::link : look);
  }
  void text(std::string_view value, CellStyle look = CellStyle::plain) const {
    worksheet_write_string(worksheet, at.row, column_of(at), to_cell_text(value).c_str(), format(look));
  }

  void operator()(std::monostate) const { worksheet_write_blank(worksheet, at.row, column_of(at), format()); }
  void operator()(const Decimal& value) const {
    // A spreadsheet keeps 15 digits and would show another figure without a word; text shows this one.
    if (round_to_15_digits(value) != value) return text(to_text(value), CellStyle::long_number);
    worksheet_write_number(worksheet, at.row, column_of(at), to_double(value), format());
  }
  void operator()(const std::string& value) const { text(value); }
  void operator()(bool value) const { worksheet_write_boolean(worksheet, at.row, column_of(at), value, format()); }
  void operator()(const Date& value) const {
    // A month is not its first day: what is no full day stays text.
    if (value.precision != DatePrecision::day || value < first_safe_day) return text(to_text(value));
    static const std::int64_t day_zero = to_days(Date{1899, 12, 30, DatePrecision::day});
    worksheet_write_number(worksheet, at.row, column_of(at), static_cast<double>(to_days(value) - day_zero),
                           format(CellStyle::date));
  }
  void operator()(const Formula& formula) const {
    const std::string text = "=" + formula.text;
    if (const auto* number = std::get_if<Decimal>(&formula.result)) {
      worksheet_write_formula_num(worksheet, at.row, column_of(at), text.c_str(), format(), to_double(*number));
      return;
    }
    // Without a result the library would store 0, a figure that nobody computed.
    const auto* words = std::get_if<std::string>(&formula.result);
    worksheet_write_formula_str(worksheet, at.row, column_of(at), text.c_str(), format(),
                                words == nullptr ? "" : words->c_str());
  }
};

void write_note(lxw_worksheet* worksheet, const SheetCell& cell) {
  const std::string text = cut_text(cell.note, longest_cell_text);
  // Room for every line: 24 Chinese characters on a line of the box, 16 pixels high.
  std::size_t lines = 0;
  for (const std::string& line : split(text, '\n')) lines += 1 + display_width(line) / 48;
  lxw_comment_options options{};
  options.font_name = const_cast<char*>(sheet_font);
  options.font_size = 9;
  options.width = 300;
  options.height = static_cast<std::uint16_t>(std::min<std::size_t>(24 + 16 * lines, 480));
  worksheet_write_comment_opt(worksheet, cell.at.row, column_of(cell.at), text.c_str(), &options);
}

std::size_t width_of(const Content& content) {
  struct Width {
    std::size_t operator()(std::monostate) const { return 0; }
    std::size_t operator()(const Decimal& value) const { return to_text(value).size() + 1; }
    std::size_t operator()(bool) const { return 5; }
    std::size_t operator()(const Date&) const { return 10; }
    std::size_t operator()(const Formula& formula) const {
      if (const auto* number = std::get_if<Decimal>(&formula.result)) return to_text(*number).size() + 1;
      if (const auto* words = std::get_if<std::string>(&formula.result)) return (*this)(*words);
      return 0;
    }
    std::size_t operator()(const std::string& text) const {
      std::size_t widest_line = 0;
      for (const std::string& line : split(text, '\n')) widest_line = std::max(widest_line, display_width(line));
      return widest_line;
    }
  };
  return std::visit(Width{}, content);
}

void write_widths(lxw_worksheet* worksheet, const Sheet& sheet, const Spans& spans) {
  std::vector<double> widths = sheet.column_widths;
  std::vector<double> found(widths.size(), 0);
  const auto wants = [&](std::uint32_t column) { return column >= widths.size() || widths[column] <= 0; };
  for (const SheetCell& cell : sheet.cells) {
    if (!wants(cell.at.column) || spans.find(cell.at) != nullptr) continue;
    if (cell.at.column >= found.size()) found.resize(cell.at.column + 1, 0);
    if (found[cell.at.column] >= widest) continue;
    found[cell.at.column] = std::max(found[cell.at.column], static_cast<double>(width_of(cell.content)) + 2);
  }
  widths.resize(std::max(widths.size(), found.size()), 0);
  for (std::size_t column = 0; column < widths.size(); ++column) {
    double width = widths[column];
    if (width <= 0) width = found[column] <= 0 ? 0 : std::clamp(found[column], narrowest, widest);
    const auto at = static_cast<lxw_col_t>(column);
    if (width > 0) worksheet_set_column(worksheet, at, at, width, nullptr);
  }
}

}  // namespace

void write_cells(lxw_worksheet* worksheet, const Sheet& sheet, Formats& book_formats) {
  SheetFormats formats(book_formats, sheet.styles);
  const CornerStyles corner_styles = styles_at_corners(sheet);
  const Spans spans = write_spans(worksheet, sheet, corner_styles, formats);
  for (const auto& [row, height] : sheet.row_heights) worksheet_set_row(worksheet, row, height, nullptr);
  for (const SheetCell& cell : sheet.cells) {
    const Sheet::Span* span = spans.find(cell.at);
    if (span != nullptr && span->range.first != cell.at) continue;
    const std::uint16_t style = span == nullptr ? cell.style : corner_styles.at(key_of(cell.at));
    const CellWriter write{worksheet, formats, cell.at, style, !cell.link.empty()};
    if (write.linked) {
      // The library puts a text into the cell; the content goes over it.
      const auto* words = std::get_if<std::string>(&cell.content);
      worksheet_write_url_opt(worksheet, cell.at.row, column_of(cell.at), cell.link.c_str(), write.format(),
                              words == nullptr ? nullptr : to_cell_text(*words).c_str(), nullptr);
    }
    std::visit(write, cell.content);
    if (!cell.note.empty()) write_note(worksheet, cell);
  }
  write_widths(worksheet, sheet, spans);
}

}  // namespace huizong
