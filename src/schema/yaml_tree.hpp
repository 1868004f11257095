#pragma once
// YAML as a tree of own nodes that keep their place in the file, and the refusal that shows it. Internal to the room.

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/error.hpp"

namespace huizong {

/// Zero-based; the column counts bytes.
struct YamlPlace {
  std::size_t line = 0;
  std::size_t column = 0;
};

/// The text being read, and where its faults go: thrown, or collected where `faults` is set (schema lint).
struct Source {
  std::string_view text;
  std::string file;
  ErrorKind kind = ErrorKind::schema;
  std::string message_id = "error.schema";
  std::vector<Message>* faults = nullptr;
  Date today{};  ///< later days are faults; year 0: not asked
};

struct YamlNode {
  enum class Kind { null, scalar, list, map } kind = Kind::null;
  YamlPlace at;
  std::string text;             ///< scalar
  bool quoted = false;          ///< scalar in quotes or as a block: surely text
  std::vector<YamlNode> keys;   ///< of a map, scalars
  std::vector<YamlNode> items;  ///< of a list; of a map, the values in the order of `keys`
};

/// Refuses at a place: file, line, column (1-based, in characters), text of the line, caret under it, why, and `what`.
[[noreturn]] void refuse(const Source& source, YamlPlace at, std::string_view why, Args more = {});

/// Runs one step; where faults are collected a refusal is noted and the next step goes on.
void attempt(const Source& source, const std::function<void()>& step);

/// The one document of a file. *Errors*: broken YAML, a second document, anchors, tags and duplicate keys are refused.
YamlNode parse_yaml(const Source& source);

/// A map whose keys are all known: unknown ones are refused on construction.
class MapReader {
 public:
  MapReader(const Source& source, const YamlNode& node, std::initializer_list<std::string_view> known);

  const YamlNode* find(std::string_view key) const;  ///< nullptr where the key is not there
  const YamlNode& need(std::string_view key) const;
  YamlPlace key_place(std::string_view key) const;
  YamlPlace at() const { return node_.at; }

  std::string text(std::string_view key, std::string fallback = {}) const;
  bool flag(std::string_view key, bool fallback = false) const;
  int whole(std::string_view key, int fallback = 0) const;
  std::optional<Decimal> number(std::string_view key) const;
  std::vector<std::string> texts(std::string_view key) const;  ///< a list, or one text as a list of one

 private:
  const Source& source_;
  const YamlNode& node_;
};

/// Text that no reader of YAML could take for a number, a date or a truth value, unless it stands in quotes.
std::string to_string(const Source& source, const YamlNode& node);
bool to_flag(const Source& source, const YamlNode& node);  ///< true or false, nothing else
Decimal to_number(const Source& source, const YamlNode& node);
int to_whole(const Source& source, const YamlNode& node);
std::vector<std::string> to_strings(const Source& source, const YamlNode& node);
const std::vector<YamlNode>& to_list(const Source& source, const YamlNode& node);

/// One word of a table. *Errors*: why.unknown-word, with the words that are known.
template <typename T, std::size_t N>
T to_choice(const Source& source, const YamlNode& node, const std::pair<std::string_view, T> (&table)[N]) {
  const std::string word = to_string(source, node);
  std::string known;
  for (const auto& [name, value] : table) {
    if (name == word) return value;
    known += (known.empty() ? "" : ", ") + std::string(name);
  }
  refuse(source, node.at, "why.unknown-word", {{"what", word}, {"known", known}});
}

}  // namespace huizong
