#include "read/html_style.hpp"

#include <algorithm>
#include <charconv>

#include "base/ascii.hpp"
#include "read/html_scanner.hpp"

namespace huizong {
namespace {

/// The position of `wanted` outside quotes, from `from` on.
std::size_t find_outside_quotes(std::string_view text, char wanted, std::size_t from) {
  char quote = 0;
  for (std::size_t i = from; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\') {
      ++i;
    } else if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == wanted) {
      return i;
    }
  }
  return std::string_view::npos;
}

/// A value without its quotes and escapes. Excel writes four digits for a character ("\0022" is a quote) and a backslash
/// before any other sign.
std::string plain_value(std::string_view value) {
  value = trim_spaces(value);
  const bool is_quoted = value.size() > 1 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
  if (is_quoted) value = value.substr(1, value.size() - 2);
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] != '\\' || i + 1 == value.size()) {
      out += value[i];
      continue;
    }
    unsigned code = 0;
    const char* from = value.data() + i + 1;
    const char* end = from + std::min<std::size_t>(4, value.size() - i - 1);
    const auto [stop, error] = std::from_chars(from, end, code, 16);
    const bool is_code = error == std::errc() && stop == from + 4 && code < 0x80;
    out += is_code ? static_cast<char>(code) : value[i + 1];
    i += is_code ? 4 : 1;
  }
  return out;
}

NumberLook look_of_value(std::string_view value) {
  const std::string code = plain_value(value);
  const auto is = [&](std::string_view name) { return equals_ignoring_case(code, name); };
  if (is("percent")) return NumberLook::percent;
  for (const std::string_view name : {"general", "fixed", "standard", "scientific", "currency", "euro currency", "yes/no",
                                      "true/false", "on/off"}) {
    if (is(name)) return NumberLook::plain;
  }
  return look_of_code(code);
}

/// The names in a class attribute, until one is taken.
template <typename Take>
bool any_class(std::string_view classes, const Take& take) {
  while (true) {
    classes = trim_spaces(classes);
    if (classes.empty()) return false;
    const std::string_view name = classes.substr(0, classes.find_first_of(" \t\r\n"));
    if (take(name)) return true;
    classes.remove_prefix(name.size());
  }
}

}  // namespace

std::optional<std::string_view> find_declaration(std::string_view declarations, std::string_view property) {
  std::optional<std::string_view> last;
  for (std::size_t at = 0; at < declarations.size();) {
    const std::size_t end = std::min(find_outside_quotes(declarations, ';', at), declarations.size());
    const std::string_view one = declarations.substr(at, end - at);
    const std::size_t colon = one.find(':');
    if (colon != std::string_view::npos && equals_ignoring_case(trim_spaces(one.substr(0, colon)), property))
      last = trim_spaces(one.substr(colon + 1));
    at = end + 1;
  }
  return last;
}

bool is_hiding_style(std::string_view declarations) {
  if (declarations.size() < 12) return false;
  const auto says = [&](std::string_view property, std::string_view word) {
    const std::string_view value = find_declaration(declarations, property).value_or("");
    return equals_ignoring_case(value.substr(0, word.size()), word);
  };
  return says("display", "none") || says("visibility", "collapse");
}

bool is_striking_style(std::string_view declarations) {
  if (declarations.find("line-through") == std::string_view::npos) return false;
  for (const std::string_view property : {"text-decoration", "text-decoration-line"}) {
    if (find_declaration(declarations, property).value_or("").find("line-through") != std::string_view::npos) return true;
  }
  return false;
}

std::optional<NumberLook> look_of_declarations(std::string_view declarations) {
  for (const std::string_view property : {"mso-number-format", "vnd.ms-excel.numberformat"}) {
    if (const auto value = find_declaration(declarations, property)) return look_of_value(*value);
  }
  return std::nullopt;
}

void HtmlStyles::add(std::string_view sheet) {
  for (std::size_t at = 0; at < sheet.size();) {
    const std::size_t open = sheet.find('{', at);
    const std::size_t close = open == std::string_view::npos ? open : find_outside_quotes(sheet, '}', open + 1);
    if (close == std::string_view::npos) return;
    add_rule(sheet.substr(at, open - at), sheet.substr(open + 1, close - open - 1));
    at = close + 1;
  }
}

void HtmlStyles::add_rule(std::string_view selectors, std::string_view declarations) {
  const auto look = look_of_declarations(declarations);
  const bool strikes = is_striking_style(declarations);
  if (!look && !strikes) return;
  for (std::size_t dot = selectors.find('.'); dot != std::string_view::npos; dot = selectors.find('.', dot + 1)) {
    const std::string_view name = selectors.substr(dot + 1, selectors.find_first_of(" \t\r\n,.:{", dot + 1) - dot - 1);
    if (name.empty()) continue;
    if (look) looks_[std::string(name)] = *look;
    if (strikes) struck_.emplace(name);
  }
}

NumberLook HtmlStyles::look(std::string_view classes) const {
  NumberLook look = NumberLook::plain;
  if (looks_.empty()) return look;
  any_class(classes, [&](std::string_view name) {
    const auto found = looks_.find(name);
    if (found != looks_.end()) look = found->second;
    return found != looks_.end();
  });
  return look;
}

bool HtmlStyles::strikes(std::string_view classes) const {
  return !struck_.empty() && any_class(classes, [&](std::string_view name) { return struck_.contains(name); });
}

}  // namespace huizong
