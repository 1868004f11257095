// Every sample file through the reader and the binder.

#include <doctest/doctest.h>

#include <algorithm>
#include <boost/filesystem.hpp>
#include <cstdlib>
#include <iostream>
#include <set>

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "bind/bind.hpp"
#include "read/read.hpp"
#include "schema/load.hpp"
#include "source_dir.hpp"

using namespace huizong;

namespace {

const Path source_dir = test::source_dir;

struct Planted {
  std::string pack, rule, file, cell;
  auto operator<=>(const Planted&) const = default;
};

/// Rules that bind and read raise; the others of samples/README.md are for check.
bool is_ours(const std::string& rule) {
  for (const char* start : {"header.", "reporter.", "period.", "unit.missing", "unit.converted", "unit.conflict", "cell.not-a-",
                            "cell.error-value", "cell.no-result", "cell.unclaimed", "cell.digits-lost", "row.hidden",
                            "file.unr", "file.ambiguous-form"}) {
    if (rule.rfind(start, 0) == 0) return true;
  }
  return false;
}

/// The table of samples/README.md. A cell of — is left empty.
std::vector<Planted> read_planted() {
  std::vector<Planted> planted;
  for (const std::string& line : split(read_file(source_dir / "samples" / "README.md"), '\n')) {
    const std::vector<std::string> cells = split(line, '|');
    if (cells.size() < 7 || trim(cells[3]) == "I" || !is_ours(std::string(trim(cells[2])))) continue;
    const std::string cell(trim(cells[5]));
    planted.push_back({std::string(trim(cells[1])), std::string(trim(cells[2])), std::string(trim(cells[4])), cell == "—" ? "" : cell});
  }
  return planted;
}

std::vector<Path> files_below(const Path& folder) {
  std::vector<Path> files;
  for (const auto& entry : boost::filesystem::recursive_directory_iterator(folder)) {
    if (boost::filesystem::is_regular_file(entry.path())) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool is_passed_over(const Path& path) {
  const std::string name = path.filename().string();
  return name.rfind("~$", 0) == 0 || name.rfind(".", 0) == 0 || boost::filesystem::file_size(path) == 0;
}

/// What bind says of every file of a pack, mandatory findings and those that it must not raise by itself.
std::vector<Planted> bind_pack(const Catalogue& catalogue, const std::string& id, bool print) {
  const Path inbox = source_dir / "samples" / id / "inbox";
  const Pack& pack = *catalogue.pack(id);
  std::vector<Planted> said;
  for (const Path& path : files_below(inbox)) {
    if (is_passed_over(path)) continue;
    const std::string file = boost::filesystem::relative(path, inbox).generic_string();
    Binder binder({catalogue, pack, pack.province, file, std::nullopt, "", Date{}});
    try {
      read_workbook(read_file(path), path.filename().string(), {}, binder);
    } catch (const Error& error) {
      said.push_back({id, error.message().id, file, ""});
      continue;
    }
    const Bound bound = binder.take();
    std::vector<Finding> findings = bound.findings;
    for (const BoundReturn& r : bound.returns) {
      if (print) {
        std::cout << file << " -> " << r.data.form << ' ' << to_text(r.data.period) << ' ' << r.data.region << ' ' << r.data.reporter
                  << (r.data.by_entity ? " (entity) " : " ") << r.data.records.size() << '+' << r.data.totals.size() << '\n';
      }
      findings.insert(findings.end(), r.findings.begin(), r.findings.end());
    }
    for (const Finding& finding : findings) {
      const std::string cell = finding.cell ? to_a1(*finding.cell) : "";
      if (print) {
        std::cout << "    " << to_letter(finding.severity) << ' ' << finding.rule << ' ' << cell << ' ' << finding.column;
        for (const auto& [name, value] : finding.args) std::cout << ' ' << name << '=' << value;
        std::cout << '\n';
      }
      if (finding.severity != Severity::info) said.push_back({id, finding.rule, file, cell});
    }
  }
  return said;
}

}  // namespace

TEST_CASE("samples: bind says what was planted, and nothing else above a hint") {
  const Catalogue catalogue = load_catalogue({source_dir / "schemas"}, "");
  const bool print = std::getenv("HUIZONG_PRINT") != nullptr;
  std::vector<Planted> said;
  for (const char* pack : {"heilongjiang", "shanxi", "qinghai"}) {
    for (Planted& planted : bind_pack(catalogue, pack, print)) said.push_back(std::move(planted));
  }
  const std::vector<Planted> planted = read_planted();
  CHECK(planted.size() >= 9);
  const auto same = [](const Planted& a, const Planted& b) {
    return a.pack == b.pack && a.rule == b.rule && a.file == b.file && (a.cell == b.cell || a.cell.empty() || b.cell.empty());
  };
  for (const Planted& p : planted) {
    CAPTURE(p.rule);
    CAPTURE(p.file);
    CHECK(std::count_if(said.begin(), said.end(), [&](const Planted& s) { return same(p, s); }) == 1);
  }
  for (const Planted& s : said) {
    CAPTURE(s.rule);
    CAPTURE(s.file);
    CAPTURE(s.cell);
    CHECK(std::any_of(planted.begin(), planted.end(), [&](const Planted& p) { return same(p, s); }));
  }
}

TEST_CASE("samples: a card without its merges reads the same") {
  const Catalogue catalogue = load_catalogue({source_dir / "schemas"}, "");
  std::size_t cards = 0;
  for (const Pack& pack : catalogue.packs) {
    for (const FormSpec& form : pack.forms) {
      const Path clean = source_dir / "samples" / "forms" / pack.id / form.id / "clean";
      if (!form.is_card() || !boost::filesystem::exists(clean)) continue;
      for (const Path& path : files_below(clean)) {
        if (path.extension() != ".xlsx") continue;
        const std::string file = boost::filesystem::relative(path, clean).generic_string();
        const BindContext context{catalogue, pack, pack.province, file, std::nullopt, "", Date{}};
        Workbook book = read_whole_workbook(read_file(path), path.filename().string(), {});
        const Bound printed = bind_workbook(book, context);
        for (SourceSheet& sheet : book.sheets) sheet.tail.merges.clear();
        const Bound pasted = bind_workbook(book, context);
        CAPTURE(file);
        REQUIRE(printed.returns.size() == 1);
        REQUIRE(pasted.returns.size() == 1);
        const auto texts = [](const BoundReturn& bound) {
          std::string all;
          for (const auto* records : {&bound.data.records, &bound.data.block_records}) {
            for (const Record& record : *records) {
              for (const Value& value : record.values) all += to_a1(value.cell) + "=" + value.text + ";";
            }
          }
          return all;
        };
        CHECK(texts(printed.returns[0]) == texts(pasted.returns[0]));
        ++cards;
      }
    }
  }
  CHECK(cards >= 10);
}
