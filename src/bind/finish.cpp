#include "bind/finish.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "bind/card_reader.hpp"
#include "bind/claims.hpp"
#include "bind/drift.hpp"
#include "bind/period.hpp"
#include "bind/reporter.hpp"
#include "bind/row_kind.hpp"

namespace huizong {
namespace {

/// The fields that an ambiguous column may be.
std::string candidates(const HeaderIssue& issue, const Draft& draft) {
  std::string out;
  for (const int field : {issue.field, issue.other}) {
    if (field < 0) continue;
    out += (out.empty() ? "" : "、") + join(draft.form->fields[static_cast<std::size_t>(field)].path, "/");
  }
  return out;
}

/// The field of each column that is close to a missing one: its label goes into header.missing-column.
using Suggested = std::map<int, std::string>;

/// Columns that nobody knows. Never read on a likeness alone; the schema may take the name up as an alias.
Suggested report_strange_columns(const Header& header, const FormLabels& labels, const Date& day, Draft& draft) {
  std::vector<StrangeLabel> strange;
  std::vector<const HeaderColumn*> columns;
  std::vector<std::size_t> places;
  for (const HeaderIssue& issue : header.issues) {
    if (issue.kind != HeaderIssue::Kind::unknown) continue;
    places.push_back(issue.column);
    columns.push_back(&header.band.columns[issue.column]);
    strange.push_back({columns.back()->path, columns.back()->unit});
  }
  Suggested suggested;
  if (strange.empty()) return suggested;
  std::vector<int> missing;
  for (std::size_t i = 0; i < draft.form->fields.size(); ++i) {
    if (!draft.data.present[i] && !draft.form->fields[i].computed.is) missing.push_back(static_cast<int>(i));
  }
  const std::vector<Likeness> likes = find_likes(strange, missing, *draft.form, labels.paths);
  for (std::size_t i = 0; i < strange.size(); ++i) {
    const Field* field = likes[i].field < 0 ? nullptr : &draft.form->fields[static_cast<std::size_t>(likes[i].field)];
    report_strange(strange[i], likes[i], field, columns[i]->shown, columns[i]->leaf, day, draft);
    if (likes[i].close) suggested[likes[i].field] = columns[i]->shown;
    const int there = field != nullptr ? -1 : find_printed_there(header.band.columns, places[i], missing, *draft.form);
    tell_unread(there < 0 ? field : &draft.form->fields[static_cast<std::size_t>(there)], columns[i]->shown, columns[i]->leaf, draft);
  }
  return suggested;
}

Suggested report_list_header(const Header& header, const FormLabels& labels, const Date& day, Draft& draft) {
  for (const HeaderColumn& column : header.band.columns) {
    if (column.field >= 0) draft.data.present[static_cast<std::size_t>(column.field)] = true;
  }
  for (const HeaderIssue& issue : header.issues) {
    const HeaderColumn& column = header.band.columns[issue.column];
    switch (issue.kind) {
      case HeaderIssue::Kind::ambiguous:
        // Without another that it may be, it is a second column of the same name.
        draft.add("header.ambiguous",
                  issue.other < 0 && !column.doubtful ? Args{{"twice", column.shown}} : Args{{"value", column.shown}, {"candidates", candidates(issue, draft)}},
                  issue.field, column.leaf);
        break;
      case HeaderIssue::Kind::unknown:
        break;  // all together, below
      case HeaderIssue::Kind::alias:
        draft.add("header.alias-suggested", {{"value", column.shown}}, issue.field, column.leaf);
        if (issue.suspicious) draft.pending.back().finding.severity = Severity::verify;
        break;
    }
  }
  return report_strange_columns(header, labels, day, draft);
}

void report_bands_header(const BandsMatch& match, Draft& draft) {
  for (const TextCell& cell : match.unknown) draft.add("header.unknown-column", {{"value", cell.shown()}}, -1, cell.at()).column = cell.shown();
  for (const TextCell& cell : match.unnamed) draft.add("header.ambiguous", {{"value", cell.shown()}}, -1, cell.at());
  for (const int field : match.twice) draft.add("header.ambiguous", {{"twice", join(draft.form->fields[static_cast<std::size_t>(field)].path, "/")}}, field);
  for (const BandCell& cell : match.cells) draft.data.present[static_cast<std::size_t>(cell.field)] = true;
}

/// Fields that an ambiguous column may be: that they are missing is said already.
bool is_said(const Draft& draft, int field) {
  return std::any_of(draft.pending.begin(), draft.pending.end(), [&](const Pending& p) {
    return p.finding.rule == "header.ambiguous" && p.field == field;
  });
}

void place_findings(const Draft& draft, const BindContext& context, std::vector<Finding>& findings) {
  for (const Pending& pending : draft.pending) {
    Finding finding = pending.finding;
    if (pending.field >= 0) {
      finding.column = to_path(*draft.form, draft.form->fields[static_cast<std::size_t>(pending.field)], draft.data.period);
    }
    if (pending.record >= 0) finding.key = draft.data.records[static_cast<std::size_t>(pending.record)].key;
    if (!pending.key.empty()) finding.key = pending.key;
    findings.push_back(std::move(finding));
  }
  for (Finding& finding : findings) {
    finding.form = draft.form->id;
    finding.period = draft.data.period.year == 0 ? "" : to_text(draft.data.period);
    finding.region = draft.data.region;
    finding.reporter = draft.data.reporter;
    finding.file = context.file;
    finding.sheet = draft.data.sheet;
  }
}

/// Header first, then by place: the order in which a clerk would go through the sheet.
void sort_findings(std::vector<Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    if (a.cell.has_value() != b.cell.has_value()) return !a.cell.has_value();
    return a.cell && *a.cell < *b.cell;
  });
}

}  // namespace

Lines read_head(const SheetText& text, std::uint32_t end, const KnownForm& known) {
  Lines lines;
  for (const auto& [row, cells] : text.rows()) {
    if (row >= end) break;
    if (is_numbering(cells)) continue;  // it numbers the columns of the header below
    lines.add(cells, known.reporter_labels);
  }
  return lines;
}

Lines read_foot(const SheetText& text, std::uint32_t last, const KnownForm& known) {
  Lines lines;
  for (auto row = text.rows().from(last + 1); row != text.rows().end(); ++row) lines.add(row->cells, known.reporter_labels);
  return lines;
}

Lines read_unit_lines(const SheetText& text, const KnownForm& known) {
  const auto speaks = [](const TextCell& cell) {
    if (cell.kind != CellKind::text) return false;
    auto& speaks_so = cell.words().names_unit;
    if (!speaks_so) speaks_so = may_name_unit(cell.folded());
    return *speaks_so;
  };
  Lines lines;
  for (const auto& [row, cells] : text.rows()) {
    if (std::any_of(cells.begin(), cells.end(), speaks) && !is_numbering(cells)) lines.add(cells, known.reporter_labels);
  }
  return lines;
}

void report_header(const SheetText& text, const FormMatch& match, const Date& day, Draft& draft) {
  draft.data.present.assign(draft.form->fields.size(), false);
  Suggested suggested;
  if (match.header) {
    suggested = report_list_header(*match.header, match.known->labels, day, draft);
  } else if (draft.form->is_card()) {
    suggested = report_card_header(text, match.card, match.known->card, match.known->blocks, day, draft);
  } else {
    report_bands_header(match.bands, draft);
  }
  for (std::size_t i = 0; i < draft.form->fields.size(); ++i) {
    const int field = static_cast<int>(i);
    if (draft.data.present[i] || !draft.form->fields[i].required || is_said(draft, field)) continue;
    const auto like = suggested.find(field);
    draft.add("header.missing-column", like == suggested.end() ? Args{} : Args{{"like", like->second}}, field);
  }
}

BoundReturn finish_return(Draft draft, const FormMatch& match, const Lines& head, const Lines& foot, const BindContext& context,
                          const Places& places, Memory& memory) {
  BoundReturn out;
  claim_lines(head, LinesAre::above, draft);
  claim_lines(foot, LinesAre::below, draft);
  const int printed = match.header ? match.header->band.years.later : match.card.years.later;
  const FilePlace file = to_file_place(context.file);
  PeriodReading period = decide_period(
      {*draft.form, head, foot, printed, draft.data.sheet, file, context.arrived, context.assumed, &memory.periods});
  draft.data.period = period.period;
  out.findings = std::move(period.findings);
  auto reporter = decide_reporter({*draft.form, *match.known, places, draft.data.period.year, head, foot, file, context.province, &memory.places}, draft.data);
  out.findings.insert(out.findings.end(), reporter.begin(), reporter.end());
  place_findings(draft, context, out.findings);
  sort_findings(out.findings);
  out.data = std::move(draft.data);
  if (draft.marks) out.marks = std::move(*draft.marks);
  return out;
}

}  // namespace huizong
