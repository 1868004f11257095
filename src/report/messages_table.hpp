#pragma once
// The parts of the table of messages, by kind. A new message is a new row in the part that it belongs to.

#include <span>

#include "report/messages.hpp"

namespace huizong {

/// In a text, `{name}` stands for an argument; what stands in [ ] is left out where an argument named in it is not given.
std::span<const MessageRow> file_messages();    ///< rules about files, headers, reporters, periods, versions
std::span<const MessageRow> cell_messages();    ///< rules about cells, rows, units, and those that forms switch on
std::span<const MessageRow> error_messages();   ///< error.*: what cannot go on
std::span<const MessageRow> reason_messages();  ///< why.* and format.*: what a message is about, in words
std::span<const MessageRow> schema_messages();  ///< why.* of schemas and of huizong.yaml
std::span<const MessageRow> lint_messages();    ///< lint.*: what a source document leaves unclear, and how it is read
std::span<const MessageRow> note_messages();    ///< note.* and mark.*: what a figure of a summary hides
std::span<const MessageRow> ledger_messages();  ///< ledger.*: what a cell was read as
std::span<const MessageRow> word_messages();    ///< word.*: states, levels, headings of tables
std::span<const MessageRow> report_messages();  ///< report.*: sentences and headings of the reports
std::span<const MessageRow> progress_messages();  ///< progress.*, run.*, done.*: what the program tells while it works
std::span<const MessageRow> verdict_messages();  ///< verdict.*: tables of verdict forms
std::span<const MessageRow> call_messages();    ///< help.*, option.*, and what is wrong with a call

}  // namespace huizong
