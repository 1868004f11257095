#include "read/html_cell.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "read/html_text.hpp"
#include "read/cell_value.hpp"
#include "read/run_text.hpp"

namespace huizong {
namespace {

bool is_error_text(std::string_view text) {
  constexpr std::string_view errors[] = {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"};
  return std::find(std::begin(errors), std::end(errors), text) != std::end(errors) || text.starts_with("Err:");
}

/// SheetJS writes its values unescaped, quotes and all: the format ends where the next attribute that it writes begins.
std::string_view take_data_z(const HtmlScanner& td) {
  const std::string_view raw = td.raw_tag();
  constexpr std::string_view opening = " data-z=\"";
  const std::size_t at = raw.find(opening);
  const std::size_t from = at + opening.size();
  const std::size_t close = at == std::string_view::npos ? at : raw.find("\" id=\"", from);
  if (close == std::string_view::npos) return td.attribute("data-z").value_or("");
  return raw.substr(from, close - from);
}

NumberLook look_of(const HtmlStored& stored, const HtmlStyles& styles) {
  if (stored.sdnum) {
    // 1033;0;YYYY-MM-DD: two languages, then the format.
    const std::size_t first = stored.sdnum->find(';'), second = stored.sdnum->find(';', first + 1);
    const bool has_code = first != std::string_view::npos && second != std::string_view::npos;
    return has_code ? look_of_code(decode_html_attribute(stored.sdnum->substr(second + 1))) : NumberLook::plain;
  }
  if (stored.data_t) return look_of_code(decode_html_attribute(stored.data_z));
  if (const auto look = look_of_declarations(decode_html_attribute(stored.style))) return *look;
  return styles.look(stored.classes);
}

bool is_struck(const HtmlStored& stored, const HtmlStyles& styles) {
  return styles.strikes(stored.classes) || (!stored.style.empty() && is_striking_style(decode_html_attribute(stored.style)));
}

bool set_error(std::string_view text, TextArena& arena, Cell& cell) {
  cell.kind = CellKind::error;
  cell.text = arena.keep(text);
  return true;
}

/// What the attributes say is a number, in text; empty where they say none.
std::string_view number_of(const HtmlStored& stored, std::string_view shown) {
  std::string_view number;
  if (stored.data_t == "n" && stored.data_v) number = *stored.data_v;
  if (stored.sdval) number = *stored.sdval;
  if (stored.x_num) number = trim_spaces(*stored.x_num).empty() ? shown : *stored.x_num;
  number = trim_spaces(number);
  if (shown.find("\u0336") != std::string_view::npos) return {};  // struck through: as it is shown
  return is_number_text(number) ? number : std::string_view();
}

/// What the attributes say is a truth, in text; nullopt where they say none.
std::optional<std::string_view> boolean_of(const HtmlStored& stored, std::string_view shown) {
  if (stored.x_bool) return stored.x_bool->empty() ? shown : *stored.x_bool;
  if (stored.data_t == "b") return stored.data_v;
  const bool is_formatted = stored.sdval && stored.sdnum && stored.sdnum->ends_with(";BOOLEAN");
  return is_formatted ? stored.sdval : std::nullopt;
}

}  // namespace

HtmlStored take_stored(const HtmlScanner& td) {
  HtmlStored stored;
  stored.x_num = td.attribute("x:num");
  stored.x_str = td.attribute("x:str");
  stored.x_bool = td.attribute("x:bool");
  stored.x_err = td.attribute("x:err");
  stored.sdval = td.attribute("sdval");
  stored.sdnum = td.attribute("sdnum");
  stored.data_t = td.attribute("data-t");
  stored.data_v = td.attribute("data-v");
  if (stored.data_t && stored.data_v) stored.data_z = take_data_z(td);
  if (!stored.data_v) stored.data_t.reset();
  stored.style = td.attribute("style").value_or("");
  stored.classes = td.attribute("class").value_or("");
  stored.formula = td.attribute("x:fmla").has_value();
  return stored;
}

bool to_cell(const HtmlStored& stored, std::string_view shown, const HtmlStyles& styles, TextArena& arena, Cell& cell) {
  const std::uint32_t column = cell.column;
  cell = Cell{};
  cell.column = column;
  cell.formula = stored.formula;
  // LibreOffice gives an error the stored number 0: what is shown comes first.
  const bool has_value = stored.x_num || stored.sdval || stored.data_t;
  if (stored.x_err) return set_error(stored.x_err->empty() ? shown : decode_html_attribute(*stored.x_err), arena, cell);
  if (has_value && is_error_text(shown)) return set_error(shown, arena, cell);
  // In another language, or in no words of any: what is shown stays text, and bind will say so.
  if (const auto truth = boolean_of(stored, shown); truth && set_boolean(to_lower(trim_spaces(*truth)), cell)) return true;
  if (const std::string_view number = number_of(stored, shown); !number.empty()) {
    const NumberLook look = is_struck(stored, styles) ? NumberLook::otherwise : look_of(stored, styles);
    set_number_text(arena.keep(number), look, cell);
    return true;
  }
  const bool has_text = stored.x_str && !stored.x_str->empty();
  cell.text = arena.keep(has_text ? std::string_view(decode_html_attribute(*stored.x_str)) : shown);
  // Its text may be a figure.
  const bool is_marked = cell.text.find("\u0336") != std::string_view::npos;
  if (!is_marked && is_struck(stored, styles)) cell.text = arena.keep(to_run_text(cell.text, RunLook::struck));
  cell.kind = CellKind::text;
  return !cell.text.empty();
}

}  // namespace huizong
