// What a worksheet has beside its cells.

#include <stdexcept>

#include "base/text.hpp"
#include "write/xlsx_sheet.hpp"

#ifdef __SANITIZE_ADDRESS__
// The library never frees the formula of a list: a few bytes a validation, known and let be.
extern "C" const char* __lsan_default_suppressions() { return "leak:lxw_strdup\n"; }
#endif

namespace huizong {
namespace {

constexpr std::size_t longest_prompt = 255, longest_prompt_title = 32, longest_list = 255, longest_header = 254;

lxw_col_t column_of(CellRef at) { return static_cast<lxw_col_t>(at.column); }
char* pointer(std::string& text) { return text.empty() ? nullptr : text.data(); }

// The library's structs point into strings that must outlive the call.
struct ValidationText {
  std::string formula, minimum, maximum;
  std::string prompt_title, prompt, error_title, error;
};

// As a formula that holds the choices: the library's own list overflows a buffer of 255 bytes on Chinese text.
void set_list(lxw_data_validation& to, const Validation& from, ValidationText& text) {
  to.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
  if (from.list.size() == 1 && from.list.front().starts_with("=")) {
    text.formula = from.list.front();
  } else {
    const std::string choices = join(from.list, ",");
    for (const std::string& item : from.list) {
      if (contains(item, ",")) throw std::logic_error("a literal list of choices cannot hold a comma");
    }
    if (cut_text(choices, longest_list) != choices) {
      throw std::logic_error("a literal list of choices is longer than 255 characters");
    }
    text.formula = "\"" + replace_all(choices, "\"", "\"\"") + "\"";
  }
  to.value_formula = pointer(text.formula);
}

// As formulas, since those take the bounds as they are written and not by way of a double.
void set_bounds(lxw_data_validation& to, const Validation& from, ValidationText& text) {
  to.validate = from.kind == Validation::Kind::whole ? LXW_VALIDATION_TYPE_INTEGER_FORMULA
                                                     : LXW_VALIDATION_TYPE_DECIMAL_FORMULA;
  const bool open_below = from.minimum.empty(), open_above = from.maximum.empty();
  if (open_below != open_above) {
    to.criteria = open_above ? LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO
                             : LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO;
    text.formula = open_above ? from.minimum : from.maximum;
    to.value_formula = pointer(text.formula);
    return;
  }
  to.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  text.minimum = open_below ? "-1E+300" : from.minimum;
  text.maximum = open_above ? "1E+300" : from.maximum;
  to.minimum_formula = pointer(text.minimum);
  to.maximum_formula = pointer(text.maximum);
}

void write_validation(lxw_worksheet* worksheet, const Validation& from) {
  lxw_data_validation to{};
  ValidationText text;
  switch (from.kind) {
    case Validation::Kind::list: set_list(to, from, text); break;
    case Validation::Kind::whole:
    case Validation::Kind::decimal: set_bounds(to, from, text); break;
    case Validation::Kind::custom:
      to.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
      text.formula = "=" + from.formula;
      to.value_formula = pointer(text.formula);
      break;
  }
  text.prompt_title = cut_text(from.prompt_title, longest_prompt_title);
  text.prompt = cut_text(from.prompt, longest_prompt);
  text.error_title = cut_text(from.error_title, longest_prompt_title);
  text.error = cut_text(from.error, longest_prompt);
  to.input_title = pointer(text.prompt_title);
  to.input_message = pointer(text.prompt);
  to.error_title = pointer(text.error_title);
  to.error_message = pointer(text.error);
  to.error_type = from.only_warns ? LXW_VALIDATION_ERROR_TYPE_WARNING : LXW_VALIDATION_ERROR_TYPE_STOP;
  const auto& [first, last] = from.range;
  worksheet_data_validation_range(worksheet, first.row, column_of(first), last.row, column_of(last), &to);
}

void write_conditional_format(lxw_worksheet* worksheet, const ConditionalFormat& from, Formats& formats) {
  std::string formula = "=" + from.formula;
  lxw_conditional_format to{};
  to.type = LXW_CONDITIONAL_TYPE_FORMULA;
  to.value_string = formula.data();
  to.format = formats.conditional(from.style);
  const auto& [first, last] = from.range;
  worksheet_conditional_format_range(worksheet, first.row, column_of(first), last.row, column_of(last), &to);
}

std::uint8_t to_type(Chart::Kind kind) {
  switch (kind) {
    case Chart::Kind::column: return LXW_CHART_COLUMN;
    case Chart::Kind::bar: return LXW_CHART_BAR;
    case Chart::Kind::line: return LXW_CHART_LINE;
  }
  return LXW_CHART_COLUMN;
}

void write_chart(lxw_workbook* workbook, lxw_worksheet* worksheet, const Sheet& sheet, const Chart& from) {
  lxw_chart* chart = workbook_add_chart(workbook, to_type(from.kind));
  const char* name = sheet.name.c_str();
  for (const Chart::Series& series : from.series) {
    lxw_chart_series* to = chart_add_series(chart, nullptr, nullptr);
    const auto set = [&](auto function, const CellRange& range) {
      const auto& [first, last] = range;
      function(to, name, first.row, column_of(first), last.row, column_of(last));
    };
    set(chart_series_set_categories, from.categories);
    set(chart_series_set_values, series.values);
    if (!series.name.empty()) chart_series_set_name(to, series.name.c_str());
  }
  if (from.title.empty()) {
    chart_title_off(chart);
  } else {
    chart_title_set_name(chart, from.title.c_str());
  }
  if (from.series.size() < 2) chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
  // The library swaps the axes of bar charts.
  lxw_chart_axis* names = from.kind == Chart::Kind::bar ? chart->y_axis : chart->x_axis;
  // Names at the edge: beside the zero line they would lie under negative bars.
  chart_axis_set_label_position(names, LXW_CHART_AXIS_LABEL_POSITION_LOW);
  if (from.kind == Chart::Kind::bar) {  // drawn from below, but lists are read from above
    chart_axis_set_reverse(names);
    chart_axis_set_crossing_max(names);
  }
  lxw_chart_options options{};
  options.x_scale = 1.4;
  options.y_scale = 1.2;
  worksheet_insert_chart_opt(worksheet, from.at.row, column_of(from.at), chart, &options);
}

// Names the middle where no place is named: Excel takes it so, other readers drop the line.
std::string to_header(const std::string& text) {
  const bool placed = text.size() > 1 && text[0] == '&' && (text[1] == 'L' || text[1] == 'C' || text[1] == 'R');
  return cut_text(placed ? text : "&C" + text, longest_header);
}

void write_print_setup(lxw_worksheet* worksheet, const PrintSetup& print) {
  constexpr std::uint8_t paper_a3 = 8, paper_a4 = 9;
  worksheet_set_paper(worksheet, print.paper == Paper::a3 ? paper_a3 : paper_a4);
  if (print.landscape) worksheet_set_landscape(worksheet);
  if (print.fit_width) worksheet_fit_to_pages(worksheet, 1, 0);
  worksheet_set_margins(worksheet, 0.5, 0.5, 0.7, 0.7);  // inches: left, right, top, bottom
  worksheet_center_horizontally(worksheet);
  if (print.repeat_first_row) {
    worksheet_repeat_rows(worksheet, *print.repeat_first_row, print.repeat_last_row.value_or(*print.repeat_first_row));
  }
  if (!print.header.empty()) worksheet_set_header(worksheet, to_header(print.header).c_str());
  if (!print.footer.empty()) worksheet_set_footer(worksheet, to_header(print.footer).c_str());
}

void write_protection(lxw_worksheet* worksheet) {
  // No password: it guards against slips, and whoever must may lift it. Looking closer stays allowed.
  lxw_protection allowed{};
  allowed.format_columns = LXW_TRUE;
  allowed.format_rows = LXW_TRUE;
  allowed.autofilter = LXW_TRUE;
  worksheet_protect(worksheet, nullptr, &allowed);
}

}  // namespace

void write_features(lxw_workbook* workbook, lxw_worksheet* worksheet, const Sheet& sheet, Formats& formats) {
  if (sheet.frozen_rows > 0 || sheet.frozen_columns > 0) {
    worksheet_freeze_panes(worksheet, sheet.frozen_rows, static_cast<lxw_col_t>(sheet.frozen_columns));
  }
  if (sheet.filter) {
    const auto& [first, last] = *sheet.filter;
    worksheet_autofilter(worksheet, first.row, column_of(first), last.row, column_of(last));
  }
  for (const Validation& validation : sheet.validations) write_validation(worksheet, validation);
  for (const ConditionalFormat& format : sheet.conditional_formats) {
    write_conditional_format(worksheet, format, formats);
  }
  for (const Chart& chart : sheet.charts) write_chart(workbook, worksheet, sheet, chart);
  if (sheet.is_protected) write_protection(worksheet);
  write_print_setup(worksheet, sheet.print);
}

}  // namespace huizong
