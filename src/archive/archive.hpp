#pragma once
// The archive: originals by SHA-256 under archive/files/, SQLite as their index. Nothing an audit would ask for is changed.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/file.hpp"
#include "model/ledger.hpp"
#include "model/return.hpp"
#include "model/status.hpp"
#include "schema/form.hpp"

namespace huizong {

/// Holds archive/lock as long as it lives (flock). *Errors*: Error(busy, "error.busy", {who: pid and since when}).
class RunLock {
 public:
  explicit RunLock(const Path& archive_folder);
  ~RunLock();
  RunLock(const RunLock&) = delete;
  RunLock& operator=(const RunLock&) = delete;

 private:
  int handle_ = -1;
};

/// What became of one file of the inbox with one content.
struct Sighting {
  std::string file;         ///< relative to the inbox
  std::string sha256;
  std::int64_t size_bytes = 0;
  std::int64_t mtime = 0;
  std::string fingerprint;  ///< of schemas and program when it was bound
  std::vector<std::string> submissions;
  std::vector<Finding> findings;       ///< those that belong to no return
  std::optional<Bucket> bucket;        ///< set where no return came of it: unreadable, unrecognised, returned
};

/// One file's outcome, to be stored in one go. `bytes` may be empty where the original is stored already.
struct Intake {
  Sighting sighting;
  std::string bytes;
  std::vector<Submission> submissions;  ///< with findings of check-one
  std::vector<LedgerSource> ledger;     ///< of all its returns, where a ledger was asked for; never stored
};

class Archive {
 public:
  /// Opens or creates `folder`/huizong.db (journal_mode=DELETE, synchronous=FULL), migrates it, checks its integrity.
  /// `writable` false: a copy in memory, for check and dry runs; a folder that is not there is an empty archive.
  /// *Errors*: Error(archive, "error.archive-damaged", {file, why}), Error(space, …).
  Archive(const Path& folder, bool writable);
  ~Archive();
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;

  std::vector<Sighting> sightings() const;
  /// First time each content was seen: sha256 to received. Includes contents that gave no return.
  std::optional<Moment> received(const std::string& sha256) const;
  std::vector<Period> periods() const;  ///< ascending
  /// Submissions of one period whole: records, totals, findings; in order of id.
  std::vector<Submission> submissions(const Period& period) const;
  std::optional<Submission> submission(const std::string& id) const;
  std::vector<std::string> ids_beginning(const std::string& beginning) const;

  /// Originals first (temporary names, one sync for the batch, renamed, folder synced), then all rows in one transaction.
  /// A submission that is there already keeps `received` and its withdrawal; its records and findings are derived anew.
  void store(const std::vector<Intake>& batch, const Moment& received);

  /// *Errors*: Error(usage, "error.no-such-submission", {id}), "error.already-withdrawn".
  void withdraw(const std::string& id, const std::string& note, const std::string& by, const Moment& at);

  /// What the reports of a period rest on, as last written; empty: never.
  std::string report_fingerprint(const std::string& name) const;
  void set_report_fingerprint(const std::string& name, const std::string& fingerprint);

  std::string read_original(const std::string& sha256) const;  ///< checks the hash; Error(archive) where it differs

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Any unique beginning of an id. *Errors*: Error(usage, "error.no-such-submission" or "error.ambiguous-id").
std::string to_full_id(const Archive& archive, const std::string& beginning);

}  // namespace huizong
