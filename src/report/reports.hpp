#pragma once
// Summaries, findings and completeness to sheets, pages and JSON. One file a report; nothing here touches a disk.

#include <optional>
#include <string>
#include <vector>

#include "model/diff.hpp"
#include "model/ledger.hpp"
#include "model/page.hpp"
#include "model/sheet.hpp"
#include "model/status.hpp"
#include "model/summary.hpp"
#include "model/verdict.hpp"
#include "schema/form.hpp"
#include "schema/lint.hpp"

namespace huizong {

Book to_summary_book(const Summary& summary, const FormSpec& form, const Pack& pack, const RegionTree& regions, Lang lang);
std::string to_summary_json(const Summary& summary, Lang lang);

Book to_findings_book(const Period& period, const std::vector<Finding>& findings, const Catalogue& catalogue, Lang lang);
std::string to_findings_json(const Period& period, const std::vector<Finding>& findings, const Catalogue& catalogue, Lang lang);

Book to_status_book(const Status& status, const Catalogue& catalogue, Lang lang);
std::string to_status_json(const Status& status);
std::string to_status_text(const Status& status, const Catalogue& catalogue, Lang lang, bool color);  ///< a table for the terminal

std::string to_inbox_json(const std::vector<InboxFile>& files, const Catalogue& catalogue, Lang lang);

/// The tables of one verdict form; `tables` have a row a condition of the form.
Book to_verdicts_book(const VerdictForm& form, const Period& period, const std::vector<VerdictTable>& tables, const RegionTree& regions, Lang lang);
/// A section of index.html: a line a subject.
PageSection to_verdicts_section(const VerdictForm& form, const Period& period, const std::vector<VerdictTable>& tables, Lang lang);
std::string to_verdicts_json(const VerdictForm& form, const Period& period, const std::vector<VerdictTable>& tables, Lang lang);

Page to_index_page(const Period& period, const std::vector<Summary>& summaries, const Status& status,
                   const std::vector<Finding>& findings, const Catalogue& catalogue, Lang lang);

/// One entry of `check --json`.
struct CheckEntry {
  std::string file, form, period, region, reporter, sheet;
  std::string state;  ///< accepted, pending, returned, unrecognised, refused
  std::vector<Finding> findings;
  std::optional<std::vector<LedgerEntry>> ledger = {};  ///< where it was asked for
};
std::string to_ledger_text(const std::vector<LedgerEntry>& ledger, Lang lang);  ///< a table a sheet, for the terminal
std::string to_check_json(const std::vector<CheckEntry>& entries, const Catalogue& catalogue, Lang lang);

std::string to_diff_json(const Diff& diff);
std::string to_diff_text(const Diff& diff, Lang lang, bool color);

/// A form's title without its year, for lists: ××××年省级….
std::string to_shown_title(const FormSpec& form);
/// `schema show`: a form's columns, rules and deadlines as a text table.
/// What the documents of the forms leave unclear, a line or two each with its reading, and their count; empty where nothing is.
std::string to_lint_text(const std::vector<LintNote>& notes, Lang lang);
std::string to_form_text(const FormSpec& form, Lang lang);
/// `schema show` of a verdict form: its conditions and how each is told.
std::string to_verdict_form_text(const VerdictForm& form, Lang lang);
/// `schema show` of a code list: what it is, and its rows as a table.
std::string to_code_list_text(const CodeList& list);

}  // namespace huizong
