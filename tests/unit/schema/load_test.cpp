// Folders, their order, and lint.

#include "fixture.hpp"
#include "folder.hpp"
#include "source_dir.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

const std::string pack = "id: p\ntitle: 包\nprovince: \"990000\"\n";

std::string form(const std::string& id, const std::string& title = "表") {
  return "id: " + id + "\ntitle: " + title +
         "\ntitleWords: [表]\nreporter: {levels: [city]}\nprimaryKey: key\n"
         "fields:\n  - {name: key, title: 名称, type: string}\n";
}

}  // namespace

TEST_CASE("the first folder that has a file wins, and the fingerprint follows") {
  const TemporaryFolder workspace, installed;
  installed.put("regions/areacodes.csv", region_table);
  installed.put("p/pack.yaml", pack);
  installed.put("p/f.yaml", form("f", "旧表"));
  const Catalogue plain = load_catalogue({workspace.path, installed.path}, "");
  REQUIRE(plain.packs.size() == 1);
  CHECK(plain.packs[0].forms[0].title == "旧表");
  CHECK(plain.packs[0].forms[0].pack == "p");
  workspace.put("p/f.yaml", form("f", "新表"));
  const Catalogue changed = load_catalogue({workspace.path, installed.path}, "p");
  CHECK(changed.packs[0].forms[0].title == "新表");
  CHECK(changed.fingerprint != plain.fingerprint);
  CHECK(changed.fingerprint == load_catalogue({workspace.path, installed.path}, "").fingerprint);
}

TEST_CASE("fieldsOf brings columns and rules, in whatever order the files stand") {
  const TemporaryFolder folder;
  folder.put("regions/areacodes.csv", region_table);
  folder.put("p/pack.yaml", pack);
  folder.put("p/z.yaml", form("z"));
  const std::string dependent = "id: a\ntitle: 汇总表\ntitleWords: [汇总表]\nreporter: {levels: [city]}\nfieldsOf: z\n";
  const Path file = folder.put("p/a.yaml", dependent);
  const Catalogue catalogue = load_catalogue({folder.path}, "");
  REQUIRE(catalogue.packs[0].form("a") != nullptr);
  CHECK(catalogue.packs[0].form("a")->fields.size() == 1);
  CHECK(lint_files({file}).faults.empty());
  folder.put("p/a.yaml", dependent + "recordsOf: nothing\n");
  CHECK(arg(thrown([&] { load_catalogue({folder.path}, ""); }), "why") == "why.unknown-form");
}

TEST_CASE("what stops a pack from loading") {
  const TemporaryFolder folder;
  folder.put("p/pack.yaml", pack);
  CHECK(thrown([&] { load_catalogue({folder.path}, ""); }).id == "error.no-regions");
  folder.put("regions/areacodes.csv", region_table);
  const Message unknown = thrown([&] { load_catalogue({folder.path}, "q"); });
  CHECK(unknown.id == "error.unknown-pack");
  CHECK(arg(unknown, "known") == "p");
  folder.put("p/f.yaml", form("f"));
  folder.put("p/g.yaml", form("f"));
  CHECK(arg(thrown([&] { load_catalogue({folder.path}, ""); }), "why") == "why.duplicate-form");
  folder.put("p/g.yaml", form("g"));
  folder.put("p/pack.yaml", "id: p\ntitle: 包\nprovince: \"140000\"\n");
  CHECK(thrown([&] { load_catalogue({folder.path}, ""); }).id == "error.pack-region");
  folder.put("p/pack.yaml", "id: other\ntitle: 包\nprovince: \"990000\"\n");
  CHECK(arg(thrown([&] { load_catalogue({folder.path}, ""); }), "why") == "why.id-not-folder");
}

TEST_CASE("lint gives every fault of a file, not the first alone") {
  const TemporaryFolder folder;
  const Path bad = folder.put(
      "p/f.yaml", form("f") + "  - {name: a, title: 数}\n  - {name: b, title: 额, rollup: flo}\nnonsense: 1\n");
  const Path good = folder.put("p/g.yaml", form("g"));
  const std::vector<Message> faults = lint_files({bad, good, folder.path / "p/none.yaml"}).faults;
  REQUIRE(faults.size() == 4);
  CHECK(arg(faults[0], "what") == "nonsense");
  CHECK(arg(faults[1], "what") == "rollup");
  CHECK(arg(faults[2], "what") == "flo");
  CHECK(faults[3].id == "error.file-unreadable");
}

TEST_CASE("the shipped schemas have no faults") {
  std::vector<Path> files;
  for (const char* pack_name : {"shanxi", "heilongjiang", "qinghai", "beijing", "jiangsu"}) {
    for (const auto& entry : boost::filesystem::directory_iterator(Path(source_dir) / "schemas" / pack_name)) {
      files.push_back(entry.path());
    }
  }
  CHECK(files.size() >= 9);
  CHECK(lint_files(files).faults.empty());
}
