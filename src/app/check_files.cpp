#include "app/check_files.hpp"

#include <boost/filesystem/operations.hpp>
#include <iterator>
#include <map>
#include <span>

#include "app/period_book.hpp"
#include "app/period_reports.hpp"
#include "app/take_in.hpp"
#include "base/error.hpp"
#include "bind/ledger.hpp"

namespace huizong {
namespace fs = boost::filesystem;
namespace {

struct Desk {
  std::optional<Workspace> workspace;
  Catalogue catalogue;
  std::vector<const Pack*> packs;  ///< to be tried in order
  std::map<std::string, std::shared_ptr<const BindIndex>> indexes;  ///< by pack, once a file is tried with it
};

Desk open_desk(const CheckOptions& options) {
  Desk desk;
  if (const auto root = find_workspace(options.workspace)) desk.workspace = open_workspace(root->string());
  else if (!options.workspace.empty()) throw Error(ErrorKind::usage, "error.no-workspace", {{"path", options.workspace}});
  const std::string only = !options.pack.empty() ? options.pack : desk.workspace ? desk.workspace->config.pack : "";
  desk.catalogue = load_catalogue(schema_folders(desk.workspace ? std::optional(desk.workspace->root) : std::nullopt), only);
  bool form_known = options.form.empty();
  for (const Pack& pack : desk.catalogue.packs) {
    if (only.empty() || pack.id == only) desk.packs.push_back(&pack);
    form_known = form_known || pack.form(options.form);
  }
  if (desk.packs.empty()) throw Error(ErrorKind::usage, "error.no-pack", {{"value", only}});
  if (!form_known) throw Error(ErrorKind::usage, "error.no-form", {{"value", options.form}});
  return desk;
}

/// Inside the inbox a file is called as the night would call it; elsewhere by the path given.
std::string to_file_name(const std::string& file, const Desk& desk) {
  if (!desk.workspace) return file;
  const Path relative = fs::absolute(file).lexically_normal().lexically_relative(fs::absolute(desk.workspace->inbox()).lexically_normal());
  return relative.empty() || *relative.begin() == ".." ? file : relative.generic_string();
}

Intake take_in_with(const Pack& pack, const std::string& file, Desk& desk, const CheckOptions& options) {
  const std::string province = desk.workspace && desk.workspace->config.pack == pack.id ? desk.workspace->config.province : pack.province;
  auto& index = desk.indexes[pack.id];
  if (!index) index = make_bind_index(desk.catalogue, pack, province, options.form);
  const TakeInContext context{desk.catalogue, pack, province, options.period, options.form,
                        to_limits_of_one(desk.workspace),
                        desk.workspace ? desk.workspace->config.zone_minutes : 480, "", index, options.ledger};
  // One byte beyond the limit is enough to be refused.
  return take_in(read_file(file, context.limits.file_bytes + 1), to_file_name(file, desk), fs::last_write_time(file), context);
}

/// The first pack that knows the form; the last one's answer where none does.
std::pair<const Pack*, Intake> take_in_any(const std::string& file, Desk& desk, const CheckOptions& options) {
  for (const Pack* pack : desk.packs) {
    Intake intake = take_in_with(*pack, file, desk, options);
    if (intake.sighting.bucket != Bucket::unrecognised || pack == desk.packs.back()) return {pack, std::move(intake)};
  }
  return {};
}

std::string to_state(Bucket bucket) {
  if (bucket == Bucket::pending || bucket == Bucket::accepted) return std::string(to_word(bucket));
  return bucket == Bucket::unrecognised ? "unrecognised" : bucket == Bucket::unreadable ? "refused" : "returned";
}

/// The file as if it arrived now, among what the archive holds: earlier periods, other versions.
void add_returns(const Pack& pack, Intake& intake, const Desk& desk, CheckResult& result) {
  Archive archive(desk.workspace ? desk.workspace->archive() : Path("/nonexistent"), false);
  std::vector<Intake> intakes;
  intakes.push_back(std::move(intake));
  archive.store(intakes, to_now("", 480));
  intake = std::move(intakes.front());
  for (Submission& s : intake.submissions) {  // the archive holds them now: a long list is not kept twice
    s.data.records = {};
    s.findings = {};
  }
  PeriodBook book(desk.catalogue, pack, archive, std::nullopt);
  for (const Submission& s : intake.submissions) {
    const PeriodState& state = book.at(s.data.period);
    CheckEntry entry{intake.sighting.file, s.data.form, to_text(s.data.period), s.data.region, s.data.reporter, s.data.sheet, "", {}, {}};
    for (const Standing& standing : state.standings) {
      if (standing.submission->id != s.id) continue;
      entry.findings = state.findings_of(*standing.submission);
    }
    Bucket bucket = Bucket::accepted;
    for (const Finding& f : entry.findings) {
      if (f.severity == Severity::verify) bucket = std::min(bucket, Bucket::pending);
      if (f.severity == Severity::mandatory && f.scope != Scope::row) bucket = Bucket::returned;
      result.refused = result.refused || f.severity == Severity::mandatory;
    }
    entry.state = to_state(bucket);
    result.entries.push_back(std::move(entry));
  }
}

/// Which entry of the file a return belongs to: its own; the file's, where it could not be filed.
CheckEntry& entry_of(const LedgerSource& source, const Intake& intake, std::span<CheckEntry> entries) {
  for (std::size_t i = 0; i < intake.submissions.size(); ++i) {
    if (!source.submission.empty() && intake.submissions[i].id == source.submission) return entries[i];
  }
  return entries.back();
}

/// Reads the file once more, and lists the cells of its recognised sheets.
void add_ledger(const std::string& path, const Pack& pack, const Intake& intake, const Desk& desk, std::span<CheckEntry> entries) {
  for (CheckEntry& entry : entries) entry.ledger.emplace();
  std::vector<LedgerReturn> returns;
  for (const LedgerSource& source : intake.ledger) {
    returns.push_back({*pack.form(source.data.form), source, entry_of(source, intake, entries).findings});
  }
  if (returns.empty()) return;
  LedgerSink sink(returns);
  const ReadLimits limits = to_limits_of_one(desk.workspace);
  read_workbook(read_file(path, limits.file_bytes + 1), intake.sighting.file, limits, sink);
  auto cells = sink.take();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    auto& ledger = *entry_of(intake.ledger[i], intake, entries).ledger;
    ledger.insert(ledger.end(), std::make_move_iterator(cells[i].begin()), std::make_move_iterator(cells[i].end()));
  }
}

void add_findings_of_file(const Intake& intake, CheckResult& result) {
  if (intake.sighting.findings.empty() && !intake.submissions.empty()) return;
  CheckEntry entry{intake.sighting.file, "", "", "", "", "", to_state(intake.sighting.bucket.value_or(Bucket::accepted)), intake.sighting.findings, {}};
  for (const Finding& f : entry.findings) {
    result.refused = result.refused || f.severity == Severity::mandatory;
    if (entry.form.empty()) entry.form = f.form, entry.period = f.period, entry.region = f.region, entry.sheet = f.sheet;
  }
  result.entries.push_back(std::move(entry));
}

void add_file(const std::string& file, Desk& desk, const CheckOptions& options, CheckResult& result) {
  auto [pack, intake] = take_in_any(file, desk, options);
  const std::size_t before = result.entries.size();
  if (!intake.submissions.empty()) add_returns(*pack, intake, desk, result);
  add_findings_of_file(intake, result);
  if (options.ledger) add_ledger(file, *pack, intake, desk, std::span(result.entries).subspan(before));
}

}  // namespace

CheckResult check_files(const CheckOptions& options) {
  for (const std::string& file : options.files) {
    if (!fs::is_regular_file(file)) throw Error(ErrorKind::usage, "error.no-file", {{"path", file}});
  }
  Desk desk = open_desk(options);
  CheckResult result;
  for (const std::string& file : options.files) add_file(file, desk, options, result);
  result.catalogue = std::move(desk.catalogue);
  return result;
}

}  // namespace huizong
