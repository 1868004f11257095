// Values out of the tree: what YAML leaves ambiguous is refused here, never guessed.

#include <algorithm>

#include "base/text.hpp"
#include "schema/yaml_tree.hpp"

namespace huizong {
namespace {

using Kind = YamlNode::Kind;

std::string_view line_of(std::string_view text, std::size_t line) {
  for (; line > 0; --line) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string to_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

/// 140000, 007, 1.5, 1e3, 0x1F, 2024-08-25, 12:30, 1_000: readers of YAML differ on what these are.
bool looks_like_number(std::string_view text) {
  if (text.empty()) return false;
  bool digit = false;
  for (char c : text) {
    if (c >= '0' && c <= '9') {
      digit = true;
    } else if (!is_one_of(std::string_view(&c, 1), {"+", "-", ".", "_", ":", "e", "E"})) {
      return to_lower(text).starts_with("0x") || to_lower(text).starts_with("0o");
    }
  }
  return digit;
}

const YamlNode& to_scalar(const Source& source, const YamlNode& node, std::string_view why) {
  if (node.kind == Kind::null) refuse(source, node.at, "why.empty-value");
  if (node.kind != Kind::scalar) refuse(source, node.at, why);
  return node;
}

}  // namespace

void refuse(const Source& source, YamlPlace at, std::string_view why, Args more) {
  const std::string_view line = line_of(source.text, at.line);
  const std::string_view before = line.substr(0, std::min(at.column, line.size()));
  Args args{{"file", source.file},
            {"line", std::to_string(at.line + 1)},
            {"column", std::to_string(count_characters(before) + 1)},
            {"text", std::string(line)},
            {"caret", std::string(display_width(before), ' ') + "^"},
            {"why", std::string(why)}};
  args.insert(args.end(), more.begin(), more.end());
  throw Error(source.kind, source.message_id, std::move(args));
}

void attempt(const Source& source, const std::function<void()>& step) {
  if (source.faults == nullptr) return step();
  try {
    step();
  } catch (const Error& error) {
    source.faults->push_back(error.message());
  }
}

MapReader::MapReader(const Source& source, const YamlNode& node, std::initializer_list<std::string_view> known)
    : source_(source), node_(node) {
  if (node.kind != Kind::map) refuse(source, node.at, "why.not-a-map");
  for (const YamlNode& key : node.keys) {
    if (is_one_of(key.text, known)) continue;
    std::string words;
    for (std::string_view word : known) words += (words.empty() ? "" : ", ") + std::string(word);
    attempt(source, [&] { refuse(source, key.at, "why.unknown-key", {{"what", key.text}, {"known", words}}); });
  }
}

const YamlNode* MapReader::find(std::string_view key) const {
  for (std::size_t i = 0; i < node_.keys.size(); ++i) {
    if (node_.keys[i].text == key) return &node_.items[i];
  }
  return nullptr;
}

YamlPlace MapReader::key_place(std::string_view key) const {
  for (const YamlNode& k : node_.keys) {
    if (k.text == key) return k.at;
  }
  return node_.at;
}

const YamlNode& MapReader::need(std::string_view key) const {
  const YamlNode* node = find(key);
  if (node == nullptr) refuse(source_, node_.at, "why.missing-key", {{"what", std::string(key)}});
  return *node;
}

std::string MapReader::text(std::string_view key, std::string fallback) const {
  const YamlNode* node = find(key);
  return node == nullptr ? fallback : to_string(source_, *node);
}

bool MapReader::flag(std::string_view key, bool fallback) const {
  const YamlNode* node = find(key);
  return node == nullptr ? fallback : to_flag(source_, *node);
}

int MapReader::whole(std::string_view key, int fallback) const {
  const YamlNode* node = find(key);
  return node == nullptr ? fallback : to_whole(source_, *node);
}

std::optional<Decimal> MapReader::number(std::string_view key) const {
  const YamlNode* node = find(key);
  if (node == nullptr) return std::nullopt;
  return to_number(source_, *node);
}

std::vector<std::string> MapReader::texts(std::string_view key) const {
  const YamlNode* node = find(key);
  if (node == nullptr) return {};
  return to_strings(source_, *node);
}

std::string to_string(const Source& source, const YamlNode& node) {
  to_scalar(source, node, "why.not-a-text");
  if (node.quoted) return node.text;
  if (looks_like_number(node.text)) refuse(source, node.at, "why.quote-number", {{"what", node.text}});
  if (is_one_of(to_lower(node.text), {"yes", "no", "on", "off", "y", "n", "true", "false"})) {
    refuse(source, node.at, "why.ambiguous-word", {{"what", node.text}});
  }
  return node.text;
}

bool to_flag(const Source& source, const YamlNode& node) {
  to_scalar(source, node, "why.not-a-flag");
  if (!node.quoted && node.text == "true") return true;
  if (!node.quoted && node.text == "false") return false;
  refuse(source, node.at, "why.not-a-flag", {{"what", node.text}});
}

Decimal to_number(const Source& source, const YamlNode& node) {
  to_scalar(source, node, "why.not-a-number");
  std::string_view digits = node.text;
  if (digits.starts_with('-')) digits.remove_prefix(1);
  const bool leading_zero = digits.size() > 1 && digits[0] == '0' && digits[1] != '.';
  const auto number = node.quoted || leading_zero ? std::nullopt : parse_decimal(node.text);
  if (!number) refuse(source, node.at, "why.not-a-number", {{"what", node.text}});
  return *number;
}

int to_whole(const Source& source, const YamlNode& node) {
  const Decimal number = to_number(source, node);
  if (!number.is_whole() || number > Decimal(1000000) || number < Decimal(-1000000)) {
    refuse(source, node.at, "why.not-whole", {{"what", node.text}});
  }
  return static_cast<int>(number.coefficient());
}

std::vector<std::string> to_strings(const Source& source, const YamlNode& node) {
  if (node.kind == Kind::scalar) return {to_string(source, node)};
  std::vector<std::string> texts;
  for (const YamlNode& item : to_list(source, node)) texts.push_back(to_string(source, item));
  return texts;
}

const std::vector<YamlNode>& to_list(const Source& source, const YamlNode& node) {
  if (node.kind != Kind::list) refuse(source, node.at, "why.not-a-list");
  return node.items;
}

}  // namespace huizong
