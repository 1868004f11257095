#pragma once
// What the files of this room share: the open database.

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <sqlite3.h>

#include "archive/archive.hpp"

namespace huizong {

struct Archive::State {
  Path folder;
  bool writable = false;
  SQLite::Database db;
};

/// Turns SQLite's refusal into the project's: no space, busy, or a damaged archive.
[[noreturn]] void throw_archive_error(const SQLite::Exception& failure);

/// Brings a database to the newest layout, in one transaction. *Errors*: Error(archive) for one of a newer program.
void migrate(SQLite::Database& db);

/// Writes the originals that are not there yet: temporary names, one sync, renamed, folders synced.
void store_originals(const Path& folder, const std::vector<Intake>& batch);
Path original_path(const Path& folder, const std::string& sha256);

}  // namespace huizong
