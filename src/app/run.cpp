#include "app/run.hpp"

#include <algorithm>
#include <atomic>
#include <boost/filesystem/operations.hpp>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "app/inbox_report.hpp"
#include "app/period_reports.hpp"
#include "app/returned.hpp"
#include "app/take_in.hpp"
#include "base/hash.hpp"
#include "base/error.hpp"
#include "report/reports.hpp"

namespace huizong {
namespace {

constexpr std::size_t batch_files = 512;  // one transaction and one sync each: a kill loses little, a night costs few syncs
constexpr std::int64_t batch_bytes = 256 << 20;  // the files of a batch are in memory together

/// What a night carries from step to step.
struct Night {
  const RunOptions& options;
  Progress& progress;
  const Workspace& workspace;
  const Catalogue& catalogue;
  const Pack& pack;
  Moment now;
  Path inbox;
  Archive archive;
  std::vector<InboxEntry> entries;
  std::vector<std::string> hashes;  ///< by entry; empty where it was not read
};

TakeInContext to_context(const Night& night) {
  const Config& config = night.workspace.config;
  TakeInContext context{night.catalogue, night.pack, config.province, night.options.period, "", to_limits(config), config.zone_minutes, ""};
  context.fingerprint = to_take_in_fingerprint(context);
  context.index = make_bind_index(night.catalogue, night.pack, context.province, context.only_form);
  return context;
}

/// Runs `work(i)` for every i below `count`; the first exception stops the rest and comes out here.
void in_parallel(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  std::exception_ptr failure;
  std::mutex guard;
  const auto worker = [&] {
    try {
      for (std::size_t i = next++; i < count; i = next++) work(i);
    } catch (...) {
      const std::lock_guard hold(guard);
      failure = std::current_exception();
      next = count;
    }
  };
  std::vector<std::jthread> others;
  for (unsigned i = 1; i < jobs && i < count; ++i) others.emplace_back(worker);
  worker();
  others.clear();
  if (failure) std::rethrow_exception(failure);
}

unsigned to_jobs(const RunOptions& options) {
  return options.jobs ? options.jobs : std::max(1u, std::thread::hardware_concurrency());
}

/// A file beyond the limit is not even read: it might not fit into memory.
bool is_too_large(const InboxEntry& entry, const Night& night) {
  return entry.look == Look::settled && static_cast<std::uint64_t>(entry.size_bytes) > night.workspace.config.file_bytes;
}

/// Hashes of the settled entries; empty where a file cannot be opened.
std::map<std::string, std::string> hash_files(const std::vector<InboxEntry>& entries, const Night& night) {
  std::vector<std::string> hashes(entries.size());
  in_parallel(entries.size(), to_jobs(night.options), [&](std::size_t i) {
    if (entries[i].look != Look::settled || is_too_large(entries[i], night)) return;
    try {
      hashes[i] = sha256(read_file(entries[i].path));
    } catch (const Error&) {
      hashes[i].clear();  // gone by the second look, or told as unreadable there
    }
  });
  std::map<std::string, std::string> by_file;
  for (std::size_t i = 0; i < entries.size(); ++i) by_file[entries[i].file] = std::move(hashes[i]);
  return by_file;
}

void look(Night& night) {
  std::map<std::string, std::string> hashes;
  night.entries = look_twice(night.inbox, night.workspace.config.settle_milliseconds,
                             [&](const std::vector<InboxEntry>& first) { hashes = hash_files(first, night); });
  for (InboxEntry& entry : night.entries) {
    if (is_too_large(entry, night)) {
      entry.look = Look::too_large;
      entry.limit_bytes = night.workspace.config.file_bytes;
    }
    const auto found = hashes.find(entry.file);
    if (entry.look == Look::settled && found->second.empty()) entry.look = Look::unreadable;
    night.hashes.push_back(entry.look == Look::settled ? found->second : "");
  }
  night.progress.step({"progress.looked", {{"files", std::to_string(night.entries.size())}}});
}

/// Indexes of entries that the archive does not know as they are, or knows from other schemas.
std::vector<std::size_t> to_do(const Night& night, const std::string& fingerprint) {
  std::map<std::pair<std::string, std::string>, std::string> known;
  for (const Sighting& s : night.archive.sightings()) known[{s.file, s.sha256}] = s.fingerprint;
  std::vector<std::size_t> fresh;
  for (std::size_t i = 0; i < night.entries.size(); ++i) {
    if (night.entries[i].look != Look::settled) continue;
    const auto found = known.find({night.entries[i].file, night.hashes[i]});
    if (found == known.end() || found->second != fingerprint) fresh.push_back(i);
  }
  return fresh;
}

/// How many of `fresh`, from `start` on, make a batch.
std::size_t to_batch(const Night& night, const std::vector<std::size_t>& fresh, std::size_t start) {
  const std::size_t most = std::min(batch_files, fresh.size() - start);
  std::size_t count = 1;
  std::int64_t bytes = night.entries[fresh[start]].size_bytes;
  while (count < most && (bytes += night.entries[fresh[start + count]].size_bytes) <= batch_bytes) ++count;
  return count;
}

int take_in_all(Night& night) {
  TakeInContext context = to_context(night);
  const auto fresh = to_do(night, context.fingerprint);
  for (std::size_t start = 0, count = 0; start < fresh.size(); start += count) {
    count = to_batch(night, fresh, start);
    context.limits.threads = std::max(1u, to_jobs(night.options) / static_cast<unsigned>(count));  // cores that have no file
    std::vector<Intake> batch(count);
    in_parallel(count, to_jobs(night.options), [&](std::size_t i) {
      const InboxEntry& entry = night.entries[fresh[start + i]];
      batch[i] = take_in(read_file(entry.path), entry.file, entry.mtime_seconds(), context);
    });
    for (std::size_t i = 0; i < count; ++i) night.hashes[fresh[start + i]] = batch[i].sighting.sha256;
    night.archive.store(batch, night.now);
    night.progress.advance({"progress.read", {}}, start + count, fresh.size());
  }
  night.progress.step({"progress.archived", {{"files", std::to_string(fresh.size())}}});
  return static_cast<int>(fresh.size());
}

/// Periods to look at: the one asked for, or all of the archive. Which of them changed, or leans on one that did, shows in
/// their fingerprints; that catches up after a night that was killed between archive and reports, too.
std::vector<Period> to_periods(const Night& night, const PeriodBook& book) {
  if (night.options.period) return {*night.options.period};
  return book.periods();
}

std::vector<Period> report_all(Night& night, PeriodBook& book, const std::vector<Finding>& unplaced) {
  const ReportContext context{night.workspace, night.catalogue, night.pack, night.now};
  const SummaryContext summaries{night.catalogue, night.pack, night.workspace.config.province, night.workspace.config.exempt};
  std::vector<Period> reported;
  for (const Period& period : to_periods(night, book)) {
    PeriodReport report = collect_report(book, period, unplaced, context);
    const std::string name = to_text(period);
    if (night.archive.report_fingerprint(name) == report.fingerprint &&
        boost::filesystem::exists(night.workspace.reports() / name / "index.html")) continue;
    reported.push_back(period);
    if (night.options.dry_run) continue;
    const Path fresh = begin_reports(period, context);
    for (const FormSpec* form : summary_forms(night.pack)) {
      if (!form->has_summary || book.at(period).standings_of(night.pack, *form).empty()) continue;
      write_summary(to_summary(book, period, *form, summaries), fresh, report, context);
      night.progress.step({"progress.rolled-up", {{"period", name}, {"form", with_years(form->title, period)}}});
    }
    finish_reports(report, fresh, context);
    night.archive.set_report_fingerprint(name, report.fingerprint);
    night.progress.step({"progress.reports", {{"folder", "reports/" + name}}});
  }
  return reported;
}

std::vector<Finding> to_standing_mandatory(PeriodBook& book, const std::vector<InboxFile>& files) {
  std::set<std::string> in_inbox;
  std::vector<Finding> standing;
  for (const InboxFile& file : files) {
    in_inbox.insert(file.file);
    for (const Finding& f : file.findings) {
      if (f.severity == Severity::mandatory) standing.push_back(f);
    }
  }
  for (const Period& period : book.periods()) {
    for (Finding& f : collect_findings(book.at(period), {})) {
      if (f.severity == Severity::mandatory && in_inbox.contains(f.file)) standing.push_back(std::move(f));
    }
  }
  return standing;
}

void write_inbox_json(const Night& night, const std::vector<InboxFile>& files) {
  const Path path = night.workspace.reports() / "inbox.json";
  std::vector<InboxFile> shown = files;
  for (InboxFile& file : shown) {
    std::erase_if(file.findings, [](const Finding& f) { return !f.period.empty(); });
  }
  const std::string json = to_inbox_json(shown, night.catalogue, night.workspace.config.language);
  boost::filesystem::create_directories(path.parent_path());
  if (boost::filesystem::exists(path) && read_file(path) == json) return;
  write_file(path, json);
}

}  // namespace

RunResult run(const RunOptions& options, Progress& progress) {
  Workspace workspace = open_workspace(options.workspace);
  Catalogue catalogue = load_for(workspace);
  const Pack& pack = *catalogue.pack(workspace.config.pack);
  const Moment now = to_now(options.now, workspace.config.zone_minutes);
  std::optional<Moment> as_of;
  if (!options.as_of.empty()) as_of = to_now(options.as_of, workspace.config.zone_minutes);
  const Path inbox = options.inbox.empty() ? workspace.inbox() : Path(options.inbox);
  std::optional<RunLock> lock;
  if (!options.dry_run) lock.emplace(workspace.archive());
  Night night{options, progress, workspace, catalogue, pack, now, inbox, Archive(workspace.archive(), !options.dry_run), {}, {}};

  look(night);
  RunResult result;
  result.language = workspace.config.language;
  result.new_files = take_in_all(night);
  PeriodBook book(night.catalogue, night.pack, night.archive, as_of);
  result.files = to_inbox_files(night.entries, night.archive.sightings(), night.hashes, book);
  result.reported = report_all(night, book, unplaced_findings(result.files));
  if (!options.dry_run) {
    write_returned(book, result.files, night.archive, {night.workspace, night.catalogue, night.pack, night.now});
    write_inbox_json(night, result.files);
  }
  result.standing_mandatory = to_standing_mandatory(book, result.files);
  return result;
}

std::string to_run_json(const RunResult& result) {
  nlohmann::ordered_json json;
  json["files"] = result.files.size();
  json["new_files"] = result.new_files;
  json["buckets"] = nlohmann::ordered_json::object();
  for (const InboxFile& file : result.files) {
    auto& count = json["buckets"][std::string(to_word(file.bucket))];
    count = count.is_null() ? 1 : count.get<int>() + 1;
  }
  json["reported"] = nlohmann::ordered_json::array();
  for (const Period& period : result.reported) json["reported"].push_back(to_text(period));
  json["mandatory"] = result.standing_mandatory.size();
  return json.dump(2) + "\n";
}

}  // namespace huizong
