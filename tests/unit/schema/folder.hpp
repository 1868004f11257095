#pragma once
// A folder of schema files for one test.

#include <boost/filesystem.hpp>
#include <string>

#include "base/file.hpp"

namespace huizong::test {

/// A table of region codes: one province, one city.
inline const std::string region_table =
    "代码,一级行政区,二级行政区,名称,级别,状态,启用时间,变更/弃用时间,新代码\n"
    "990000,某省,,某省,省级,在用,1981,,\n990100,某省,某市,某市,地级,在用,1981,,\n";

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
