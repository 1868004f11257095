// Opening and reading.

#include "archive/archive.hpp"

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <unordered_map>

#include "archive/encode.hpp"
#include "archive/state.hpp"
#include "base/error.hpp"

namespace huizong {
namespace {

constexpr const char* memory = ":memory:";

SQLite::Database open_writable(const Path& folder) {
  boost::filesystem::create_directories(folder / "files");
  SQLite::Database db((folder / "huizong.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  db.exec("PRAGMA journal_mode=DELETE");
  db.exec("PRAGMA synchronous=FULL");
  db.exec("PRAGMA foreign_keys=ON");
  if (db.execAndGet("PRAGMA quick_check(1)").getString() != "ok") {
    throw Error(ErrorKind::archive, "error.archive-damaged", {{"file", "archive/huizong.db"}, {"why", "why.integrity"}});
  }
  migrate(db);
  return db;
}

/// A copy in memory: `check` and dry runs may write into it, and nothing of it reaches the disk.
SQLite::Database open_copy(const Path& folder) {
  SQLite::Database db(memory, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  const Path file = folder / "huizong.db";
  if (boost::filesystem::exists(file)) {
    SQLite::Database stored(file.string(), SQLite::OPEN_READONLY);
    SQLite::Backup backup(db, stored);
    backup.executeStep(-1);
  }
  migrate(db);
  return db;
}

Submission read_head(const SQLite::Statement& row) {
  Submission s;
  s.id = row.getColumn(0).getString();
  s.sha256 = row.getColumn(1).getString();
  s.file = row.getColumn(2).getString();
  s.data.sheet = row.getColumn(3).getString();
  s.mtime = row.getColumn(4).getInt64();
  s.data.pack = row.getColumn(5).getString();
  s.data.form = row.getColumn(6).getString();
  s.data.period = parse_period(row.getColumn(7).getString()).value_or(Period{});
  s.data.region = row.getColumn(8).getString();
  s.data.reporter = row.getColumn(9).getString();
  s.data.by_entity = row.getColumn(10).getInt() != 0;
  s.data.nil_report = row.getColumn(11).getInt() != 0;
  for (const char there : row.getColumn(12).getString()) s.data.present.push_back(there == '1');
  s.figures_hash = row.getColumn(13).getString();
  s.size_bytes = row.getColumn(14).getInt64();
  s.received = parse_moment(row.getColumn(15).getString()).value_or(Moment{});
  s.withdrawn = !row.getColumn(16).isNull();
  if (s.withdrawn) s.withdrawn_note = row.getColumn(16).getString();
  return s;
}

constexpr const char* select_heads =
    "SELECT s.*, c.size, c.received, w.note FROM submission s JOIN content c USING (sha256) "
    "LEFT JOIN withdrawal w ON w.submission = s.id WHERE ";

/// Records, totals and findings of the submissions that `where` picks, into `by_id`.
void read_derived(SQLite::Database& db, const std::string& where, const std::string& bound,
                  const std::unordered_map<std::string, Submission*>& by_id) {
  const std::string from = " JOIN submission s ON s.id = t.submission WHERE " + where + " ORDER BY t.submission, t.ordinal";
  SQLite::Statement records(db, "SELECT t.* FROM record t" + from);
  records.bind(1, bound);
  while (records.executeStep()) {
    Submission& s = *by_id.at(records.getColumn(0).getString());
    Record r;
    r.key = records.getColumn(2).getString();
    r.name = records.getColumn(3).getString();
    r.region = records.getColumn(4).getString();
    r.row = records.getColumn(5).getUInt();
    r.held_out = records.getColumn(6).getInt() != 0;
    r.values = decode_values(records.getColumn(7).getText(), s.data.present.size());
    r.block = records.getColumn(8).getString();
    r.sheet = records.getColumn(9).getString();
    (r.block.empty() ? s.data.records : s.data.block_records).push_back(std::move(r));
  }
  SQLite::Statement totals(db, "SELECT t.* FROM total t" + from);
  totals.bind(1, bound);
  while (totals.executeStep()) {
    Submission& s = *by_id.at(totals.getColumn(0).getString());
    FiledTotal t;
    t.row = totals.getColumn(2).getUInt();
    t.first_record = totals.getColumn(3).getUInt();
    t.last_record = totals.getColumn(4).getUInt();
    t.grand = totals.getColumn(5).getInt() != 0;
    t.values = decode_values(totals.getColumn(6).getText(), s.data.present.size());
    t.block = totals.getColumn(7).getString();
    t.sheet = totals.getColumn(8).getString();
    s.data.totals.push_back(std::move(t));
  }
  SQLite::Statement findings(db, "SELECT t.* FROM finding t" + from);
  findings.bind(1, bound);
  while (findings.executeStep()) {
    Submission& s = *by_id.at(findings.getColumn(0).getString());
    Finding f = decode_finding(findings.getColumn(2).getText());
    f.form = s.data.form;
    f.period = to_text(s.data.period);
    f.region = s.data.region;
    f.reporter = s.data.reporter;
    s.findings.push_back(std::move(f));
  }
}

std::vector<Submission> read_submissions(SQLite::Database& db, const std::string& where, const std::string& bound) {
  std::vector<Submission> all;
  SQLite::Statement heads(db, select_heads + where + " ORDER BY s.id");
  heads.bind(1, bound);
  while (heads.executeStep()) all.push_back(read_head(heads));
  std::unordered_map<std::string, Submission*> by_id;
  for (Submission& s : all) by_id[s.id] = &s;
  if (!all.empty()) read_derived(db, where, bound, by_id);
  return all;
}

std::optional<Bucket> parse_bucket(const std::string& word) {
  for (int i = 0; i <= static_cast<int>(Bucket::passed_over); ++i) {
    if (to_word(static_cast<Bucket>(i)) == word) return static_cast<Bucket>(i);
  }
  return std::nullopt;
}

}  // namespace

Archive::Archive(const Path& folder, bool writable) {
  try {
    state_.reset(new State{folder, writable, writable ? open_writable(folder) : open_copy(folder)});
  } catch (const SQLite::Exception& failure) {
    throw_archive_error(failure);
  }
}
Archive::~Archive() = default;
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;

std::vector<Sighting> Archive::sightings() const {
  std::vector<Sighting> all;
  SQLite::Statement rows(state_->db, "SELECT g.*, c.size FROM sighting g JOIN content c USING (sha256) ORDER BY file, sha256");
  while (rows.executeStep()) {
    Sighting s;
    s.file = rows.getColumn(0).getString();
    s.sha256 = rows.getColumn(1).getString();
    s.mtime = rows.getColumn(2).getInt64();
    s.fingerprint = rows.getColumn(3).getString();
    s.bucket = parse_bucket(rows.getColumn(4).getString());
    s.submissions = decode_list(rows.getColumn(5).getText());
    for (const std::string& finding : decode_list(rows.getColumn(6).getText())) s.findings.push_back(decode_finding(finding));
    s.size_bytes = rows.getColumn(7).getInt64();
    all.push_back(std::move(s));
  }
  return all;
}

std::optional<Moment> Archive::received(const std::string& sha256) const {
  SQLite::Statement row(state_->db, "SELECT received FROM content WHERE sha256 = ?");
  row.bind(1, sha256);
  return row.executeStep() ? parse_moment(row.getColumn(0).getString()) : std::nullopt;
}

std::vector<Period> Archive::periods() const {
  std::vector<Period> all;
  SQLite::Statement rows(state_->db, "SELECT DISTINCT period FROM submission");
  while (rows.executeStep()) {
    if (const auto period = parse_period(rows.getColumn(0).getString())) all.push_back(*period);
  }
  std::sort(all.begin(), all.end());
  return all;
}

std::vector<Submission> Archive::submissions(const Period& period) const {
  return read_submissions(state_->db, "s.period = ?", to_text(period));
}

std::optional<Submission> Archive::submission(const std::string& id) const {
  auto found = read_submissions(state_->db, "s.id = ?", id);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::string Archive::report_fingerprint(const std::string& name) const {
  SQLite::Statement row(state_->db, "SELECT fingerprint FROM report WHERE name = ?");
  row.bind(1, name);
  return row.executeStep() ? row.getColumn(0).getString() : "";
}

std::vector<std::string> Archive::ids_beginning(const std::string& beginning) const {
  std::vector<std::string> ids;
  SQLite::Statement rows(state_->db, "SELECT id FROM submission WHERE substr(id, 1, length(?1)) = ?1 ORDER BY id");
  rows.bind(1, beginning);
  while (rows.executeStep()) ids.push_back(rows.getColumn(0).getString());
  return ids;
}

std::string to_full_id(const Archive& archive, const std::string& beginning) {
  const auto ids = archive.ids_beginning(beginning);
  if (ids.empty() || beginning.empty()) throw Error(ErrorKind::usage, "error.no-such-submission", {{"id", beginning}});
  if (ids.size() > 1) throw Error(ErrorKind::usage, "error.ambiguous-id", {{"id", beginning}, {"candidates", ids[0] + "、" + ids[1]}});
  return ids.front();
}

}  // namespace huizong
