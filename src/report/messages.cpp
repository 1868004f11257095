#include "report/messages.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <stdexcept>

#include "base/text.hpp"
#include "report/messages_table.hpp"

namespace huizong {
namespace {

constexpr std::array parts{file_messages,   cell_messages, error_messages,  reason_messages,  schema_messages, lint_messages,
                           note_messages,   word_messages, report_messages, progress_messages, call_messages,
                           verdict_messages, ledger_messages};

const MessageRow* find_row(std::string_view id) {
  const auto& rows = message_table();
  const auto at = std::lower_bound(rows.begin(), rows.end(), id, [](const MessageRow& row, std::string_view wanted) { return row.id < wanted; });
  return at != rows.end() && at->id == id ? &*at : nullptr;
}

const MessageRow& row_of(std::string_view id) {
  if (const MessageRow* row = find_row(id)) return *row;
  throw std::logic_error("no message for " + std::string(id));
}

const std::string* find_arg(const Args& args, std::string_view name) {
  for (const auto& [key, value] : args) {
    if (key == name && !value.empty()) return &value;
  }
  return nullptr;
}

std::string fill(std::string_view text, const Args& args, Lang lang, int depth);

// A value may itself be a message: why.zip-cut-off, or the bare name of a format.
std::string value_in_words(std::string_view name, const std::string& value, const Args& args, Lang lang, int depth) {
  constexpr int deepest = 3;
  if (depth >= deepest) return value;
  const MessageRow* row = nullptr;
  for (std::string_view kind : {"why.", "format.", "unit.", "word.", "note.", "mark."}) {
    if (value.starts_with(kind)) row = find_row(value);
  }
  if (name == "format" && row == nullptr) row = find_row("format." + value);
  return row == nullptr ? value : fill(lang == Lang::zh ? row->zh : row->en, args, lang, depth + 1);
}

// The end of the name that opens at `at`, or npos where the brace opens no name.
std::size_t end_of_name(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", at + 1);
  return end != std::string_view::npos && end > at + 1 && text[end] == '}' ? end : std::string_view::npos;
}

// An optional part is said only where everything that it names is known.
bool is_complete(std::string_view text, const Args& args) {
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    const std::size_t end = end_of_name(text, at);
    if (end != std::string_view::npos && find_arg(args, text.substr(at + 1, end - at - 1)) == nullptr) return false;
  }
  return true;
}

// The end of the optional part that opens at `at`, or npos where the bracket is only a bracket: it names nothing.
std::size_t end_of_option(std::string_view text, std::size_t at) {
  const std::size_t end = text[at] == '[' ? text.find(']', at) : std::string_view::npos;
  const bool names = end != std::string_view::npos && contains(text.substr(at, end - at), "{");
  return names ? end : std::string_view::npos;
}

std::string fill(std::string_view text, const Args& args, Lang lang, int depth) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (const std::size_t end = end_of_option(text, at); end != std::string_view::npos) {
      const std::string_view part = text.substr(at + 1, end - at - 1);
      if (is_complete(part, args)) out += fill(part, args, lang, depth);
      at = end;
    } else if (const std::size_t close = text[at] == '{' ? end_of_name(text, at) : std::string_view::npos;
               close != std::string_view::npos) {
      const std::string_view name = text.substr(at + 1, close - at - 1);
      const std::string* value = find_arg(args, name);
      out += value == nullptr ? "…" : value_in_words(name, *value, args, lang, depth);
      at = close;
    } else {
      out += text[at];
    }
  }
  return out;
}

}  // namespace

const std::vector<MessageRow>& message_table() {
  static const std::vector<MessageRow> table = [] {
    std::vector<MessageRow> rows;
    for (const auto part : parts) std::ranges::copy(part(), std::back_inserter(rows));
    std::ranges::sort(rows, {}, &MessageRow::id);
    return rows;
  }();
  return table;
}

std::string say(std::string_view id, const Args& args, Lang lang) {
  const MessageRow& row = row_of(id);
  return fill(lang == Lang::zh ? row.zh : row.en, args, lang, 0);
}

std::string say_mend(std::string_view id, const Args& args, Lang lang) {
  const MessageRow& row = row_of(id);
  return fill(lang == Lang::zh ? row.mend_zh : row.mend_en, args, lang, 0);
}

}  // namespace huizong
