#include "archive/state.hpp"
#include "base/error.hpp"

namespace huizong {
namespace {

/// Layout 1. `figures` holds one line a value (encode.hpp); periods and times are text as INTERFACE prints them.
constexpr const char* layout_1 = R"sql(
CREATE TABLE content (
  sha256   TEXT PRIMARY KEY,
  size     INTEGER NOT NULL,
  received TEXT NOT NULL            -- --now of the run that first saw it
) WITHOUT ROWID;
CREATE TABLE sighting (             -- a file of the inbox with one content, and what became of it
  file        TEXT NOT NULL,
  sha256      TEXT NOT NULL REFERENCES content,
  mtime       INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,        -- of schemas and program when it was bound
  bucket      TEXT NOT NULL,        -- where no return came of it
  submissions TEXT NOT NULL,        -- one id a line
  findings    TEXT NOT NULL,        -- those that belong to no return
  PRIMARY KEY (file, sha256)
) WITHOUT ROWID;
CREATE TABLE submission (
  id         TEXT PRIMARY KEY,
  sha256     TEXT NOT NULL REFERENCES content,
  file       TEXT NOT NULL,
  sheet      TEXT NOT NULL,
  mtime      INTEGER NOT NULL,
  pack       TEXT NOT NULL,
  form       TEXT NOT NULL,
  period     TEXT NOT NULL,
  region     TEXT NOT NULL,
  reporter   TEXT NOT NULL,
  by_entity  INTEGER NOT NULL,
  nil_report INTEGER NOT NULL,
  present    TEXT NOT NULL,         -- 1 or 0 a field
  figures_hash TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX submission_by_period ON submission (period, form, region);
CREATE TABLE record (
  submission TEXT NOT NULL REFERENCES submission,
  ordinal    INTEGER NOT NULL,
  key        TEXT NOT NULL,
  name       TEXT NOT NULL,
  region     TEXT NOT NULL,
  row        INTEGER NOT NULL,
  held_out   INTEGER NOT NULL,
  figures    TEXT NOT NULL,
  PRIMARY KEY (submission, ordinal)
) WITHOUT ROWID;
CREATE TABLE total (                -- 合计 rows as filed, never added
  submission TEXT NOT NULL REFERENCES submission,
  ordinal    INTEGER NOT NULL,
  row        INTEGER NOT NULL,
  first      INTEGER NOT NULL,
  last       INTEGER NOT NULL,
  grand      INTEGER NOT NULL,
  figures    TEXT NOT NULL,
  PRIMARY KEY (submission, ordinal)
) WITHOUT ROWID;
CREATE TABLE finding (              -- of checking one return by itself
  submission TEXT NOT NULL REFERENCES submission,
  ordinal    INTEGER NOT NULL,
  content    TEXT NOT NULL,
  PRIMARY KEY (submission, ordinal)
) WITHOUT ROWID;
CREATE TABLE withdrawal (
  submission TEXT PRIMARY KEY REFERENCES submission,
  at         TEXT NOT NULL,
  note       TEXT NOT NULL,
  by         TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE report (               -- what the reports on the disk rest on
  name        TEXT PRIMARY KEY,
  fingerprint TEXT NOT NULL
) WITHOUT ROWID;
)sql";

/// Layout 2: rows of a card's blocks stand among its records, and totals of blocks among its totals.
constexpr const char* layout_2 = R"sql(
ALTER TABLE record ADD COLUMN block TEXT NOT NULL DEFAULT '';  -- empty: a record of the form itself
ALTER TABLE total ADD COLUMN block TEXT NOT NULL DEFAULT '';
)sql";

/// Layout 3: a list may go over several sheets of a file.
constexpr const char* layout_3 = R"sql(
ALTER TABLE record ADD COLUMN sheet TEXT NOT NULL DEFAULT '';  -- empty: the submission's
ALTER TABLE total ADD COLUMN sheet TEXT NOT NULL DEFAULT '';
)sql";

constexpr const char* layouts[] = {layout_1, layout_2, layout_3};
constexpr int newest_layout = 3;

}  // namespace

void throw_archive_error(const SQLite::Exception& failure) {
  const int code = failure.getErrorCode();
  if (code == SQLITE_FULL) throw Error(ErrorKind::space, "error.no-space", {{"path", "archive/huizong.db"}});
  if (code == SQLITE_BUSY || code == SQLITE_LOCKED) throw Error(ErrorKind::busy, "error.busy", {{"who", "huizong.db"}});
  throw Error(ErrorKind::archive, "error.archive-damaged", {{"file", "archive/huizong.db"}, {"why", failure.what()}});
}

void migrate(SQLite::Database& db) {
  const int layout = db.execAndGet("PRAGMA user_version").getInt();
  if (layout > newest_layout) {
    throw Error(ErrorKind::archive, "error.archive-newer", {{"file", "archive/huizong.db"}, {"value", std::to_string(layout)}});
  }
  if (layout == newest_layout) return;
  SQLite::Transaction transaction(db);
  for (int next = layout; next < newest_layout; ++next) db.exec(layouts[next]);
  db.exec("PRAGMA user_version = " + std::to_string(newest_layout));
  transaction.commit();
}

}  // namespace huizong
