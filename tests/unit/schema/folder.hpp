#pragma once
// A folder of schema files for one test.

#include <boost/filesystem.hpp>
#include <string>

#include "base/file.hpp"

namespace huizong::test {

/// A folder that goes away with the test.
struct TemporaryFolder {
  Path path = boost::filesystem::temp_directory_path() / boost::filesystem::unique_path("schema-%%%%-%%%%");
  TemporaryFolder() { boost::filesystem::create_directories(path); }
  ~TemporaryFolder() { boost::filesystem::remove_all(path); }
  Path put(const std::string& name, const std::string& text) const {
    boost::filesystem::create_directories((path / name).parent_path());
    write_file_unsynced(path / name, text);
    return path / name;
  }
};

}  // namespace huizong::test
