#include "schema/alias_place.hpp"

#include <algorithm>

namespace huizong {
namespace {

std::size_t offset_of(std::string_view text, YamlPlace at) {
  std::size_t offset = 0;
  for (std::size_t line = 0; line < at.line; ++line) {
    const std::size_t end = text.find('\n', offset);
    if (end == std::string_view::npos) return text.size();
    offset = end + 1;
  }
  return std::min(offset + at.column, text.size());
}

/// The bracket that closes the one at `open`, past quotes and what is nested; npos where there is none.
std::size_t end_of_flow(std::string_view text, std::size_t open) {
  int depth = 0;
  for (std::size_t at = open; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"' || c == '\'') {
      const bool starts = text.find_last_of("[{,: \n", at) == at - 1;  // an apostrophe inside a word quotes nothing
      while (starts && ++at < text.size() && text[at] != c) at += c == '"' && text[at] == '\\' ? 1 : 0;
    } else if (c == '#' && text[at - 1] == ' ') {
      at = std::min(text.find('\n', at), text.size());
    } else if (c == '[' || c == '{') {
      ++depth;
    } else if ((c == ']' || c == '}') && --depth == 0) {
      return at;
    }
  }
  return std::string_view::npos;
}

/// pack/form.yaml
std::string to_short_name(const std::string& file) {
  const std::size_t name = file.rfind('/');
  const std::size_t folder = name == std::string::npos || name == 0 ? name : file.rfind('/', name - 1);
  return folder == std::string::npos ? file : file.substr(folder + 1);
}

/// Puts the alias in front of the bracket that closes a list or map written on the line itself.
AliasPlace inside(std::string_view text, std::size_t open, const std::string& separator, const std::string& close) {
  const std::size_t end = end_of_flow(text, open);
  if (end == std::string_view::npos) return {};
  const std::size_t before = text.rfind('\n', end);
  const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t stop = std::min(text.find('\n', end), text.size());
  const auto line = static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), '\n')) + 1;
  return {{}, line, true, std::string(text.substr(start, end - start)) + separator, close + std::string(text.substr(end, stop - end))};
}

}  // namespace

AliasPlace find_alias_place(const Source& source, const YamlNode& field, const YamlNode* aliases, YamlPlace name) {
  const auto is_flow = [&source](std::size_t at) { return at < source.text.size() && (source.text[at] == '[' || source.text[at] == '{'); };
  AliasPlace place;
  if (aliases != nullptr) {
    const std::size_t at = offset_of(source.text, aliases->at);
    if (aliases->kind != YamlNode::Kind::list || aliases->items.empty()) return {};
    if (is_flow(at)) place = inside(source.text, at, ", ", "");
    else place = {{}, static_cast<int>(aliases->items.front().at.line), false, std::string(aliases->at.column, ' ') + "- ", ""};
  } else if (const std::size_t at = offset_of(source.text, field.at); is_flow(at)) {
    place = inside(source.text, at, ", aliases: [", "]");
  } else {
    place = {{}, static_cast<int>(name.line) + 1, false, std::string(name.column, ' ') + "aliases: [", "]"};
  }
  if (place.line > 0) place.file = to_short_name(source.file);
  return place;
}

}  // namespace huizong
