// What became of every cell, as a table for the terminal.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "report/messages.hpp"
#include "report/reports.hpp"
#include "report/text_table.hpp"

namespace huizong {
namespace {

std::string one_line(std::string text, std::size_t width) {
  for (char& c : text) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return cut_to_width(text, width);
}

std::string in_words(const LedgerValue& value, Lang lang) {
  if (const bool* yes = std::get_if<bool>(&value)) return lang == Lang::zh ? (*yes ? "是" : "否") : (*yes ? "true" : "false");
  const std::string* text = std::get_if<std::string>(&value);
  return text != nullptr ? *text : "";
}

std::string reason_in_words(const std::string& reason, Lang lang) {
  const bool is_rule = contains(reason, ".") || contains(reason, "_");
  if (reason.empty() || is_rule) return reason;
  const std::string id = "ledger.reason." + reason;
  const auto& rows = message_table();
  const auto row = std::lower_bound(rows.begin(), rows.end(), id, [](const MessageRow& a, const std::string& b) { return a.id < b; });
  if (row == rows.end() || row->id != id) return reason;  // a rule of the form
  return std::string(lang == Lang::zh ? row->zh : row->en);
}

std::string title_of(const std::vector<LedgerEntry>& ledger, std::size_t from, std::size_t to, Lang lang) {
  std::array<std::size_t, 4> counts{};
  for (std::size_t i = from; i < to; ++i) ++counts[static_cast<std::size_t>(ledger[i].use)];
  return say("ledger.title",
             {{"sheet", ledger[from].sheet}, {"total", std::to_string(to - from)}, {"figure", std::to_string(counts[0])},
              {"totals", std::to_string(counts[1])}, {"label", std::to_string(counts[2])}, {"ignored", std::to_string(counts[3])}},
             lang);
}

void add_rows(const LedgerEntry& entry, Lang lang, TextTable& table) {
  table.rows.push_back({to_a1(entry.cell), say("ledger.use." + std::string(to_word(entry.use)), {}, lang), one_line(entry.raw, 30),
                        one_line(in_words(entry.figure.value, lang), 30), cut_to_width(entry.figure.column, 40), one_line(entry.key, 30),
                        reason_in_words(entry.reason, lang)});
  for (const LedgerFigure& figure : entry.more) {
    table.rows.push_back({"", "", "", one_line(in_words(figure.value, lang), 30), cut_to_width(figure.column, 40), "", ""});
  }
}

}  // namespace

std::string to_ledger_text(const std::vector<LedgerEntry>& ledger, Lang lang) {
  std::string out;
  for (std::size_t from = 0, to = 0; from < ledger.size(); from = to) {
    TextTable table;
    for (std::string_view id : {"cell", "use", "raw", "value", "column", "key", "reason"}) {
      table.columns.push_back({say("ledger.column." + std::string(id), {}, lang), false});
    }
    for (to = from; to < ledger.size() && ledger[to].sheet == ledger[from].sheet; ++to) add_rows(ledger[to], lang, table);
    out += title_of(ledger, from, to, lang) + "\n\n" + to_text(table, false) + "\n";
  }
  return out;
}

}  // namespace huizong
