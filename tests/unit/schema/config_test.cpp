#include "fixture.hpp"

using namespace huizong;
using namespace huizong::test;

TEST_CASE("what init writes is what the program reads") {
  for (const Lang lang : {Lang::zh, Lang::en}) {
    const Config config = parse_config(to_config_yaml("shanxi", "140000", lang), "huizong.yaml");
    CHECK(config.pack == "shanxi");
    CHECK(config.province == "140000");
    CHECK(config.language == lang);
    CHECK(config.zone_minutes == 480);
    CHECK(config.settle_milliseconds == 1000);
    CHECK(config.file_bytes == 209715200);
    CHECK(config.part_bytes == 2147483648);
    CHECK(config.string_bytes == 536870912);
    CHECK(config.entries == 10000);
  }
}

TEST_CASE("a configuration") {
  const Config config = parse_config(
      "pack: qinghai\nzone: \"-03:30\"\nintake: {settle: 0.25, largest: 1, largestPart: 4096, largestStrings: 1, mostEntries: 70000}\nnilReportOwed: [\"140921\", 140900-jkq]\n"
      "exempt: \"140922\"\n",
      "huizong.yaml");
  CHECK(config.province.empty());
  CHECK(config.zone_minutes == -210);
  CHECK(config.settle_milliseconds == 250);
  CHECK(config.file_bytes == 1048576);
  CHECK(config.part_bytes == 4294967296);
  CHECK(config.string_bytes == 1048576);
  CHECK(config.entries == 70000);
  CHECK(config.nil_report_owed == std::vector<std::string>{"140921", "140900-jkq"});
  CHECK(config.exempt == std::vector<std::string>{"140922"});
}

TEST_CASE("what a configuration refuses") {
  struct Case {
    const char *yaml, *why, *line, *column;
  };
  const Case cases[] = {{"province: \"140000\"\n", "why.missing-key", "1", "1"},
                        {"pack: p\nprovince: 140000\n", "why.quote-number", "2", "11"},
                        {"pack: p\nprovince: 山西\n", "why.not-a-code", "2", "11"},
                        {"pack: p\nlanguage: no\n", "why.ambiguous-word", "2", "11"},
                        {"pack: p\nlanguage: fr\n", "why.unknown-word", "2", "11"},
                        {"pack: p\nzone: \"+25:00\"\n", "why.bad-zone", "2", "7"},
                        {"pack: p\nzone: +08:00\n", "why.quote-number", "2", "7"},
                        {"pack: p\nintake: {settle: -1}\n", "why.out-of-range", "2", "10"},
                        {"pack: p\nintake: {largest: 0}\n", "why.out-of-range", "2", "10"},
                        {"pack: p\nintake: {largest: 4097}\n", "why.out-of-range", "2", "10"},
                        {"pack: p\nintake: {largestPart: 0}\n", "why.out-of-range", "2", "10"},
                        {"pack: p\nintake: {largestStrings: 65537}\n", "why.out-of-range", "2", "10"},
                        {"pack: p\nintake: {mostEntries: 0}\n", "why.out-of-range", "2", "10"},
                        {"pack: p\nintake: {mostEntries: many}\n", "why.not-a-number", "2", "23"},
                        {"pack: p\nintake: {most: 1}\n", "why.unknown-key", "2", "10"},
                        {"pack: p\nexempt: [\"140921\", \"x\"]\n", "why.not-a-code", "2", "20"},
                        {"pack: p\ncolour: red\n", "why.unknown-key", "2", "1"}};
  for (const Case& c : cases) {
    CAPTURE(c.yaml);
    const Message message = thrown([&] { parse_config(c.yaml, "huizong.yaml"); });
    CHECK(message.id == "error.config");
    CHECK(arg(message, "why") == c.why);
    CHECK(arg(message, "line") == c.line);
    CHECK(arg(message, "column") == c.column);
  }
}
