#pragma once
// Files whole or not at all. Every failure is an Error (space or io) that names the path.

#include <boost/filesystem/path.hpp>
#include <string>
#include <string_view>

namespace huizong {

using Path = boost::filesystem::path;

/// The whole file, or its first `most_bytes`. *Errors*: io `error.file-unreadable`.
std::string read_file(const Path& path, std::size_t most_bytes = static_cast<std::size_t>(-1));

/// Writes beside the target under a temporary name, syncs, renames: the target is the old file or the new one, whole.
/// *Errors*: space `error.no-space`, io `error.file-unwritable`.
void write_file(const Path& path, std::string_view bytes);

/// Writes without syncing: for files inside a folder that is swapped in and synced as a batch afterwards.
void write_file_unsynced(const Path& path, std::string_view bytes);

/// Syncs the whole file system that holds `path` (one call for a batch of many files).
void sync_file_system(const Path& path);

/// Puts folder `fresh` in the place of `target` in one step (old whole or new whole), then deletes the old one.
void swap_folder(const Path& fresh, const Path& target);

}  // namespace huizong
