#include "app/compare.hpp"

#include <boost/filesystem/operations.hpp>

#include "app/period_reports.hpp"
#include "app/take_in.hpp"
#include "base/error.hpp"

namespace huizong {
namespace {

namespace fs = boost::filesystem;

[[noreturn]] void refuse(const std::string& id, const std::string& value) {
  throw Error(ErrorKind::usage, id, {{"value", value}});
}

struct Reading {
  Workspace workspace;
  Archive archive;
};

Reading open_reading(const std::string& given) {
  Workspace workspace = open_workspace(given);
  Archive archive(workspace.archive(), false);
  return {std::move(workspace), std::move(archive)};
}

Diff compare_periods(const DiffOptions& options, const Period& a, const Period& b, Catalogue& catalogue) {
  const Reading reading = open_reading(options.workspace);
  catalogue = load_for(reading.workspace);
  const Pack& pack = *catalogue.pack(reading.workspace.config.pack);
  if (!options.form.empty() && !pack.form(options.form)) refuse("error.no-form", options.form);
  PeriodBook book(catalogue, pack, reading.archive, std::nullopt);
  for (const Period& period : {a, b}) {
    if (!book.has(period)) refuse("error.no-such-period", to_text(period));
  }
  const SummaryContext context{catalogue, pack, reading.workspace.config.province, reading.workspace.config.exempt};
  Diff diff{to_text(a), to_text(b), {}};
  for (const FormSpec* form : summary_forms(pack)) {
    if (!options.form.empty() && options.form != form->id && options.form != form->summary_form()) continue;
    for (DiffRow& row : compare_summaries(to_summary(book, a, *form, context), to_summary(book, b, *form, context))) {
      if (options.region.empty() || catalogue.regions.is_within(row.region, options.region)) diff.rows.push_back(std::move(row));
    }
  }
  order_by_contribution(diff.rows);
  return diff;
}

/// Returns of `a` beside the return of `b` with the same form and reporter; alone where there is none.
void compare_lists(const std::vector<Return>& a, const std::vector<Return>& b, const Pack& pack, const DiffOptions& options, Diff& diff) {
  if (a.size() != b.size()) refuse("error.diff-unlike", options.a + " / " + options.b);
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].form != b[i].form) refuse("error.diff-unlike", a[i].form + " / " + b[i].form);
    if (!options.form.empty() && options.form != a[i].form) continue;
    for (DiffRow& row : compare_returns(*pack.form(a[i].form), a[i], b[i])) diff.rows.push_back(std::move(row));
  }
  order_by_contribution(diff.rows);
}

std::vector<Return> read_returns(const std::string& file, const Catalogue& catalogue, const ReadLimits& limits, const Pack*& pack) {
  for (const Pack& one : catalogue.packs) {
    if (pack && pack != &one) continue;
    const TakeInContext context{catalogue, one, one.province, std::nullopt, "", limits, 480, ""};
    Intake intake = take_in(read_file(file, limits.file_bytes + 1), file, fs::last_write_time(file), context);
    if (intake.submissions.empty()) continue;
    pack = &one;
    std::vector<Return> returns;
    for (Submission& s : intake.submissions) returns.push_back(std::move(s.data));
    return returns;
  }
  refuse("error.diff-no-return", file);
}

Diff compare_two_files(const DiffOptions& options, Catalogue& catalogue) {
  const auto root = find_workspace(options.workspace);
  const std::optional<Workspace> workspace = root ? std::optional(open_workspace(root->string())) : std::nullopt;
  const ReadLimits limits = to_limits_of_one(workspace);
  catalogue = load_catalogue(schema_folders(root), workspace ? workspace->config.pack : "");
  Diff diff{options.a, options.b, {}};
  const Pack* pack = nullptr;
  const auto a = read_returns(options.a, catalogue, limits, pack);
  const auto b = read_returns(options.b, catalogue, limits, pack);
  compare_lists(a, b, *pack, options, diff);
  return diff;
}

Diff compare_submissions(const DiffOptions& options, Catalogue& catalogue) {
  const Reading reading = open_reading(options.workspace);
  catalogue = load_for(reading.workspace);
  Diff diff{to_full_id(reading.archive, options.a), to_full_id(reading.archive, options.b), {}};
  const auto a = reading.archive.submission(diff.a);
  const auto b = reading.archive.submission(diff.b);
  compare_lists({a->data}, {b->data}, *catalogue.pack(reading.workspace.config.pack), options, diff);
  return diff;
}

}  // namespace

Diff compare(const DiffOptions& options, Catalogue& catalogue) {
  if (fs::is_regular_file(options.a) && fs::is_regular_file(options.b)) return compare_two_files(options, catalogue);
  const auto a = parse_period(options.a), b = parse_period(options.b);
  if (a && b) return compare_periods(options, *a, *b, catalogue);
  return compare_submissions(options, catalogue);
}

Status status_of(const std::string& given, const std::optional<Period>& period, const std::string& now, Catalogue& catalogue) {
  const Reading reading = open_reading(given);
  catalogue = load_for(reading.workspace);
  const Pack& pack = *catalogue.pack(reading.workspace.config.pack);
  PeriodBook book(catalogue, pack, reading.archive, std::nullopt);
  if (!period && book.periods().empty()) throw Error(ErrorKind::usage, "error.no-period");
  const Moment moment = to_now(now, reading.workspace.config.zone_minutes);
  return collect_status(book, period ? *period : book.periods().back(), {reading.workspace, catalogue, pack, moment});
}

void withdraw(const std::string& given, const std::string& id, const std::string& note, const std::string& by) {
  const Workspace workspace = open_workspace(given);
  const RunLock lock(workspace.archive());
  Archive archive(workspace.archive(), true);
  archive.withdraw(to_full_id(archive, id), note, by, to_now("", workspace.config.zone_minutes));
}

}  // namespace huizong
