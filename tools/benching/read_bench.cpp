// What `tools/bench read` times: our readers, and the limit beside them, in a process of their own. Every repetition
// prints one JSON line: what was found, and what it took. The file is read as the program reads it and timed apart from
// the work.
#include <isa-l/igzip_lib.h>
#include <libdeflate.h>

#include <fmt/format.h>
#include <algorithm>
#include <boost/program_options.hpp>
#include <ctime>
#include <fstream>

#include "base/file.hpp"
#include "package/zip.hpp"
#include "read/read.hpp"
#include "driver.hpp"

namespace huizong {
namespace {

struct Options {
  std::string mode;  ///< empty, ours, inflate, touch
  std::vector<std::string> files;
  std::string with;  ///< inflate: libdeflate (whole parts) or igzip (128 KiB pieces)
  unsigned repeat = 1;
  unsigned threads = 1;
};

struct Found {
  std::uint64_t cells = 0, numbers = 0, dates = 0, text_bytes = 0;
  std::uint64_t bytes = 0;  ///< inflated, or touched
  std::uint64_t sum = 0;    ///< so that touching is not optimised away
};

struct Clock {
  std::uint64_t wall = 0, cpu = 0;  ///< nanoseconds; cpu of all threads

  static Clock now() {
    timespec wall_time{}, cpu_time{};
    ::clock_gettime(CLOCK_MONOTONIC, &wall_time);
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &cpu_time);
    return {to_ns(wall_time), to_ns(cpu_time)};
  }
  static std::uint64_t to_ns(const timespec& time) {
    return static_cast<std::uint64_t>(time.tv_sec) * 1'000'000'000u + static_cast<std::uint64_t>(time.tv_nsec);
  }
  void add_since(const Clock& start) {
    const Clock end = now();
    wall += end.wall - start.wall;
    cpu += end.cpu - start.cpu;
  }
};

/// As bind takes a workbook, with as little done to a cell as can be.
class CountingSink : public CellSink {
 public:
  explicit CountingSink(Found& found) : found_(found) {}

  bool begin_sheet(const SheetHead&) override { return true; }
  void row(std::uint32_t, RowHiding, std::span<const Cell> cells) override {
    std::uint64_t numbers = 0, dates = 0, text_bytes = 0;
    for (const Cell& cell : cells) {
      numbers += cell.kind == CellKind::number;
      dates += cell.kind == CellKind::date;
      text_bytes += cell.kind == CellKind::text ? cell.text.size() : 0;
    }
    found_.cells += cells.size();
    found_.numbers += numbers;
    found_.dates += dates;
    found_.text_bytes += text_bytes;
  }
  void end_sheet(const SheetTail&) override {}

 private:
  Found& found_;
};

/// The parts that a reader of cells has to inflate.
bool is_read(std::string_view part) {
  return part == "content.xml" || part == "_rels/.rels" || part == "xl/workbook.xml" ||
         part == "xl/_rels/workbook.xml.rels" || part == "xl/styles.xml" || part == "xl/sharedStrings.xml" ||
         part.starts_with("xl/worksheets/sheet");
}

class Inflater {
 public:
  explicit Inflater(bool whole) : whole_(whole), libdeflate_(libdeflate_alloc_decompressor()) {}
  ~Inflater() { libdeflate_free_decompressor(libdeflate_); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  /// Room for the part, its pages touched: that is not inflating.
  void prepare(const ZipEntry& entry) {
    const std::size_t size = whole_ ? entry.declared_size : piece_bytes;
    if (out_.size() < size) out_.assign(size, 1);
  }
  std::uint64_t inflate(const ZipEntry& entry) {
    if (entry.method == static_cast<std::uint16_t>(ZipMethod::stored)) return entry.data.size();
    return whole_ ? inflate_whole(entry) : inflate_pieces(entry);
  }

 private:
  static constexpr std::size_t piece_bytes = 128 * 1024;

  std::uint64_t inflate_whole(const ZipEntry& entry) {
    std::size_t size = 0;
    const auto result = libdeflate_deflate_decompress(libdeflate_, entry.data.data(), entry.data.size(), out_.data(),
                                                      out_.size(), &size);
    if (result != LIBDEFLATE_SUCCESS) throw std::runtime_error("cannot inflate " + entry.name);
    return size;
  }

  std::uint64_t inflate_pieces(const ZipEntry& entry) {
    isal_inflate_init(&igzip_);
    igzip_.crc_flag = ISAL_DEFLATE;
    igzip_.next_in = reinterpret_cast<std::uint8_t*>(const_cast<char*>(entry.data.data()));
    igzip_.avail_in = static_cast<std::uint32_t>(entry.data.size());
    while (igzip_.block_state != ISAL_BLOCK_FINISH) {
      igzip_.next_out = reinterpret_cast<std::uint8_t*>(out_.data());
      igzip_.avail_out = piece_bytes;
      if (isal_inflate(&igzip_) != ISAL_DECOMP_OK) throw std::runtime_error("cannot inflate " + entry.name);
    }
    return igzip_.total_out;
  }

  bool whole_;
  libdeflate_decompressor* libdeflate_;
  inflate_state igzip_;
  std::vector<char> out_;
};

std::uint64_t sum_bytes(std::string_view bytes) {
  std::uint64_t sum = 0;
  for (const char byte : bytes) sum += static_cast<unsigned char>(byte);
  return sum;
}

/// *Errors*: where readers that know one thread only are asked for more, so that nobody takes their time for that of
/// two.
template <typename Limits>
Limits limits_with(unsigned threads) {
  Limits limits;
  if constexpr (requires { limits.threads; }) {
    limits.threads = threads;
  } else if (threads != 1) {
    throw std::runtime_error("these readers know one thread only");
  }
  return limits;
}

void read_ours(const std::string& bytes, const std::string& file, const Options& options, Found& found) {
  CountingSink sink(found);
  read_workbook(bytes, file, limits_with<ReadLimits>(options.threads), sink);
}

/// One file; only what the mode is about is added to `work`.
void do_file(const std::string& file, const Options& options, Inflater& inflater, Found& found, Clock& reading,
             Clock& work) {
  Clock start = Clock::now();
  const std::string bytes = read_file(file);
  reading.add_since(start);
  if (options.mode == "inflate") {
    const ZipDirectory zip(bytes, ReadLimits().entries);
    for (const ZipEntry& entry : zip.entries()) {
      if (!is_read(entry.name)) continue;
      inflater.prepare(entry);
      start = Clock::now();
      found.bytes += inflater.inflate(entry);
      work.add_since(start);
    }
    return;
  }
  start = Clock::now();
  if (options.mode == "ours") read_ours(bytes, file, options, found);
  if (options.mode == "touch") {
    found.sum += sum_bytes(bytes);
    found.bytes += bytes.size();
  }
  work.add_since(start);
}

void repeat(const Options& options) {
  Inflater inflater(options.with == "libdeflate");
  for (unsigned at = 0; at < options.repeat; ++at) {
    Found found;
    Clock reading, work;
    for (const std::string& file : options.files) do_file(file, options, inflater, found, reading, work);
    fmt::print(R"({{"cells":{},"numbers":{},"dates":{},"text_bytes":{},"bytes":{},"sum":{},)", found.cells,
               found.numbers, found.dates, found.text_bytes, found.bytes, found.sum);
    fmt::print(R"("read_wall_ns":{},"read_cpu_ns":{},"wall_ns":{},"cpu_ns":{},"peak_kib":{}}})"
               "\n",
               reading.wall, reading.cpu, work.wall, work.cpu, peak_kib());
  }
}

Options parse_options(int count, char** values) {
  namespace po = boost::program_options;
  Options options;
  po::options_description described("read_bench empty | ours FILE... | inflate FILE... | touch FILE...");
  described.add_options()("mode", po::value(&options.mode)->required())("file", po::value(&options.files))(
      "with", po::value(&options.with)->default_value("igzip"), "igzip or libdeflate")(
      "repeat", po::value(&options.repeat)->default_value(1))("threads", po::value(&options.threads)->default_value(1));
  po::positional_options_description places;
  places.add("mode", 1).add("file", -1);
  po::variables_map map;
  po::store(po::command_line_parser(count, values).options(described).positional(places).run(), map);
  po::notify(map);
  // A list of files rather than a file a word: @LIST.
  if (options.files.size() == 1 && options.files[0].starts_with('@')) {
    std::ifstream list(options.files[0].substr(1));
    options.files.clear();
    for (std::string line; std::getline(list, line);) options.files.push_back(line);
  }
  return options;
}

}  // namespace
}  // namespace huizong

int main(int count, char** values) {
  return huizong::run_driver([&] { huizong::repeat(huizong::parse_options(count, values)); });
}
