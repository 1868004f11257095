// A main for fuzz targets without libFuzzer: runs each file named, and each file in a folder named.
#include <boost/filesystem/operations.hpp>

#include "base/file.hpp"
#include "harness.hpp"

int main(int count, char** arguments) {
  namespace fs = boost::filesystem;
  const auto run = [](const fs::path& file) {
    const std::string bytes = huizong::read_file(file);
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  };
  for (int i = 1; i < count; ++i) {
    if (!fs::is_directory(arguments[i])) {
      run(arguments[i]);
      continue;
    }
    for (const fs::directory_entry& entry : fs::directory_iterator(arguments[i])) run(entry.path());
  }
}
