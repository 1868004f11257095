// What `tools/bench check` times, in a process of its own: reading alone, reading and understanding, checking, and checking
// with a form that has no rules. Every repetition prints one JSON line. Files are read from disk outside of the clock.
#include <fmt/format.h>
#include <algorithm>
#include <boost/program_options.hpp>
#include <ctime>
#include <fstream>

#include "base/file.hpp"
#include "bind/bind.hpp"
#include "check/check.hpp"
#include "read/read.hpp"
#include "schema/load.hpp"
#include "driver.hpp"

namespace huizong {
namespace {

struct Options {
  std::string schemas, pack, root;
  std::vector<std::string> files;  ///< relative to `root`: their folders name reporter and period
  unsigned repeat = 1;
};

/// *Units*: nanoseconds of this thread's processor time.
struct Taken {
  std::uint64_t read = 0, read_and_bind = 0, check = 0, check_without_rules = 0;
  std::uint64_t returns = 0, records = 0, findings = 0;
};

std::uint64_t cpu_now() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<std::uint64_t>(time.tv_sec) * 1'000'000'000u + static_cast<std::uint64_t>(time.tv_nsec);
}

/// Runs `work`, and adds what it took.
template <typename Work>
void timed(std::uint64_t& sum, Work work) {
  const std::uint64_t start = cpu_now();
  work();
  sum += cpu_now() - start;
}

class NoSink : public CellSink {
 public:
  bool begin_sheet(const SheetHead&) override { return true; }
  void row(std::uint32_t, RowHiding, std::span<const Cell>) override {}
  void end_sheet(const SheetTail&) override {}
};

/// The same forms, but nothing asked of them beyond what every form is asked.
std::vector<FormSpec> without_rules(const Pack& pack) {
  std::vector<FormSpec> forms = pack.forms;
  for (FormSpec& form : forms) form.rules.clear();
  return forms;
}

struct Desk {
  const Catalogue& catalogue;
  const Pack& pack;
  std::vector<FormSpec> bare;
  std::shared_ptr<const BindIndex> index;
};

/// Checking marks the records that it holds out: what is to be checked again must be as it was bound. A copy would tell of twice
/// the memory.
class HeldOut {
 public:
  explicit HeldOut(Return& data) : data_(data) {
    for (const Record& record : data.records) marks_.push_back(record.held_out);
  }
  void put_back() {
    for (std::size_t i = 0; i < marks_.size(); ++i) data_.records[i].held_out = marks_[i];
  }

 private:
  Return& data_;
  std::vector<bool> marks_;
};

void check_one(BoundReturn& bound, const Desk& desk, const std::string& file, Taken& taken) {
  const FormSpec& form = *desk.pack.form(bound.data.form);
  const FormSpec& bare = desk.bare[static_cast<std::size_t>(&form - desk.pack.forms.data())];
  HeldOut held(bound.data);
  timed(taken.check_without_rules, [&] { check_return(bare, bound.data, file); });
  held.put_back();
  timed(taken.check, [&] { taken.findings += check_return(form, bound.data, file).size(); });
  ++taken.returns;
  taken.records += bound.data.records.size();
}

void do_file(const std::string& file, const Desk& desk, const Options& options, Taken& taken) {
  const std::string bytes = read_file(Path(options.root) / file);
  timed(taken.read, [&] {
    NoSink sink;
    read_workbook(bytes, file, {}, sink);
  });
  Bound bound;
  timed(taken.read_and_bind, [&] {
    Binder binder({desk.catalogue, desk.pack, desk.pack.province, file, std::nullopt, "", Date{}, desk.index});
    read_workbook(bytes, file, {}, binder);
    bound = binder.take();
  });
  for (BoundReturn& one : bound.returns) check_one(one, desk, file, taken);
}

void repeat(const Options& options) {
  const Catalogue catalogue = load_catalogue({Path(options.schemas)}, options.pack);
  const Pack& pack = *catalogue.pack(options.pack);
  const Desk desk{catalogue, pack, without_rules(pack), make_bind_index(catalogue, pack, pack.province, "")};
  const std::uint64_t before = peak_kib();
  for (unsigned at = 0; at < options.repeat; ++at) {
    Taken taken;
    for (const std::string& file : options.files) do_file(file, desk, options, taken);
    fmt::print(R"({{"returns":{},"records":{},"findings":{},"read_ns":{},"read_and_bind_ns":{},"check_ns":{},)"
               R"("check_without_rules_ns":{},"before_kib":{},"peak_kib":{}}})"
               "\n",
               taken.returns, taken.records, taken.findings, taken.read, taken.read_and_bind, taken.check,
               taken.check_without_rules, before, peak_kib());
  }
}

Options parse_options(int count, char** values) {
  namespace po = boost::program_options;
  Options options;
  std::string list;
  po::options_description described("check_bench --schemas DIR --pack PACK --root DIR --list FILE");
  described.add_options()("schemas", po::value(&options.schemas)->required())("pack", po::value(&options.pack)->required())(
      "root", po::value(&options.root)->required())("list", po::value(&list)->required(), "a file a line, relative to root")(
      "repeat", po::value(&options.repeat)->default_value(1));
  po::variables_map map;
  po::store(po::parse_command_line(count, values, described), map);
  po::notify(map);
  std::ifstream lines(list);
  for (std::string line; std::getline(lines, line);) options.files.push_back(line);
  return options;
}

}  // namespace
}  // namespace huizong

int main(int count, char** values) {
  return huizong::run_driver([&] { huizong::repeat(huizong::parse_options(count, values)); });
}
