#include "app/period_reports.hpp"

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <set>
#include <tuple>

#include "base/hash.hpp"
#include "report/reports.hpp"
#include "write/write.hpp"

namespace huizong {
namespace fs = boost::filesystem;
namespace {

bool is_about_versions(const Finding& finding) {
  return finding.rule == "version.superseded" || finding.rule == "file.duplicate";
}

Finding duplicate_finding(const Submission& s) {
  Finding finding = make_finding("file.duplicate");
  finding.form = s.data.form;
  finding.period = to_text(s.data.period);
  finding.region = s.data.region;
  finding.reporter = s.data.reporter;
  finding.file = s.file;
  finding.sheet = s.data.sheet;
  return finding;
}

auto order_of(const Finding& f) {
  return std::tuple(f.severity, f.form, f.region, f.reporter, f.file, f.sheet, f.cell.value_or(CellRef{}), f.rule, f.column, f.key);
}

/// Everything that a report shows, as text: cheaper than writing it, and complete.
std::string to_fingerprint(const PeriodReport& report, PeriodBook& book, const ReportContext& context) {
  std::string all = context.catalogue.fingerprint + "\n" + std::string(program_version()) + "\n" +
                    (context.workspace.config.language == Lang::zh ? "zh" : "en") + "\n" + context.workspace.config.province + "\n";
  all += to_status_json(report.status);
  for (const Finding& f : report.findings) {
    all += f.id + f.file + std::string(to_word(f.state)) + f.accepted_note + (f.cell ? to_a1(*f.cell) : "");
    for (const auto& [name, value] : f.args) all += name + "=" + value + "\n";
  }
  const auto add = [&all, &book](const Period& period) {
    if (!book.has(period)) return;
    for (const Standing& s : book.at(period).standings) {
      all += s.submission->id + s.submission->file + std::string(to_word(s.bucket)) + std::to_string(s.version) +
             (s.counted ? "+" : "-") + to_text(s.submission->received) + "\n";
    }
  };
  add(report.period);
  add(base_of(report.period));
  return sha256(all);
}

const FormSpec& form_of(const Summary& summary, const Pack& pack) { return *pack.form(summary.return_form); }

}  // namespace

std::vector<Finding> collect_findings(const PeriodState& state, const std::vector<Finding>& unplaced) {
  std::vector<Finding> all;
  for (const Standing& s : state.standings) {
    if (s.bucket == Bucket::withdrawn) continue;
    if (s.bucket == Bucket::duplicate) all.push_back(duplicate_finding(*s.submission));
    for (const Finding& f : state.findings_of(*s.submission)) {
      if (s.newest || s.counted || is_about_versions(f)) all.push_back(f);
    }
  }
  for (const Finding& f : unplaced) {
    if (f.period == to_text(state.period)) all.push_back(f);
  }
  std::stable_sort(all.begin(), all.end(), [](const Finding& a, const Finding& b) { return order_of(a) < order_of(b); });
  number_findings(all);
  return all;
}

Status collect_status(PeriodBook& book, const Period& period, const ReportContext& context) {
  const PeriodState& state = book.at(period);
  const Config& config = context.workspace.config;
  StatusInput input{context.pack, context.catalogue.regions, config.province, period, context.now, state.standings,
                    config.nil_report_owed, config.exempt, {}, {}};
  for (const FormSpec* form : summary_forms(context.pack)) {
    if (is_due(*form, period)) input.forms.push_back(form);
  }
  input.counts = [&state](const Submission& s) {
    FindingCounts counts;
    for (const Finding& f : state.findings_of(s)) {
      ++(f.severity == Severity::mandatory ? counts.mandatory : f.severity == Severity::verify ? counts.verify : counts.info);
    }
    return counts;
  };
  return to_status(input);
}

PeriodReport collect_report(PeriodBook& book, const Period& period, const std::vector<Finding>& unplaced,
                            const ReportContext& context) {
  PeriodReport report;
  report.period = period;
  const PeriodState& state = book.at(period);
  report.findings = collect_findings(state, unplaced);
  report.status = collect_status(book, period, context);
  report.fingerprint = to_fingerprint(report, book, context);
  return report;
}

Path begin_reports(const Period& period, const ReportContext& context) {
  const Path fresh = context.workspace.reports() / ("." + to_text(period) + ".new");
  fs::remove_all(fresh);  // of a run that was killed
  fs::create_directories(fresh / "summary");
  return fresh;
}

void write_summary(Summary summary, const Path& fresh, PeriodReport& report, const ReportContext& context) {
  const Lang lang = context.workspace.config.language;
  const FormSpec& form = form_of(summary, context.pack);
  write_xlsx(to_summary_book(summary, form, context.pack, context.catalogue.regions, lang), fresh / "summary" / (summary.form + ".xlsx"));
  write_file_unsynced(fresh / "summary" / (summary.form + ".json"), to_summary_json(summary, lang));
  std::erase_if(summary.rows, [](const SummaryRow& row) { return row.level == RowLevel::record; });
  summary.rows.shrink_to_fit();
  report.summaries.push_back(std::move(summary));
}

void finish_reports(const PeriodReport& report, const Path& fresh, const ReportContext& context) {
  const Lang lang = context.workspace.config.language;
  const Path target = context.workspace.reports() / to_text(report.period);
  write_xlsx(to_findings_book(report.period, report.findings, context.catalogue, lang), fresh / "findings.xlsx");
  write_file_unsynced(fresh / "findings.json", to_findings_json(report.period, report.findings, context.catalogue, lang));
  write_xlsx(to_status_book(report.status, context.catalogue, lang), fresh / "status.xlsx");
  write_file_unsynced(fresh / "status.json", to_status_json(report.status));
  write_file_unsynced(fresh / "index.html", to_html(to_index_page(report.period, report.summaries, report.status, report.findings, context.catalogue, lang)));
  sync_file_system(fresh);
  swap_folder(fresh, target);
}

}  // namespace huizong
