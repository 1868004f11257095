#include "package/inflate_ahead.hpp"

#include "package/zip_builder.hpp"
#include "package/zip_deflate.hpp"

using namespace huizong;
using namespace huizong::test;

namespace {

/// Three megabytes that repeat at no power of two.
std::string long_text() {
  std::string text;
  for (int i = 0; text.size() < 3'000'000; ++i) text += "row " + std::to_string(i * 7919) + "\n";
  return text;
}

std::string inflated(const std::string& bytes, std::size_t budget_bytes = 1u << 30) {
  const ZipDirectory zip(bytes, 10);
  InflateBudget budget(budget_bytes);
  return std::string(inflate_part(zip.entries().at(0), budget).view());
}

template <typename Stream>
std::string streamed(const std::string& bytes, std::size_t step) {
  const ZipDirectory zip(bytes, 10);
  InflateBudget budget(1u << 30);
  Stream stream(zip.entries().at(0), budget);
  std::string out, piece(step, '\0');
  while (!stream.at_end()) out.append(piece.data(), stream.read(piece.data(), step));
  return out;
}

}  // namespace

TEST_CASE("parts come out as they went in, whole and in pieces") {
  const std::string text = long_text();
  for (const std::string& plain : {std::string(), std::string("x"), std::string(5000, 'a'), text}) {
    CAPTURE(plain.size());
    CHECK((inflated(build_zip({deflated({"a", plain})})) == plain));
    CHECK((inflated(build_zip({{"a", plain}})) == plain));
    for (const std::size_t step : {1000u, 65537u, 5'000'000u}) {
      CHECK((streamed<PartStream>(build_zip({deflated({"a", plain})}), step) == plain));
      CHECK((streamed<PartStream>(build_zip({{"a", plain}}), step) == plain));
      CHECK((streamed<AheadStream>(build_zip({deflated({"a", plain})}), step) == plain));
      CHECK((streamed<AheadStream>(build_zip({{"a", plain}}), step) == plain));
    }
  }
}

TEST_CASE("damage and lies are told apart") {
  const std::string text = long_text();
  for (const std::string& plain : {std::string(5000, 'a'), text}) {
    CAPTURE(plain.size());
    const auto refused = [](const ZipFile& file) { return refusal([&] { inflated(build_zip({file})); }); };
    ZipFile cut = deflated({"a", plain});
    cut.data.resize(cut.data.size() / 2);
    CHECK(refused(cut) == "file.unreadable why.zip-damaged");
    ZipFile sum = deflated({"a", plain});
    sum.crc ^= 1;
    CHECK(refused(sum) == "file.unreadable why.zip-damaged");
    ZipFile more = deflated({"a", plain});
    more.plain_size += 1;
    CHECK(refused(more) == "file.hostile why.zip-mismatch");
    ZipFile less = deflated({"a", plain});
    less.plain_size -= 1;
    CHECK(refused(less) == "file.hostile why.zip-mismatch");
    ZipFile method = deflated({"a", plain});
    method.method = 9;
    CHECK(refused(method) == "file.unreadable why.zip-method");
    ZipFile stored{"a", plain};
    stored.crc = 1;
    CHECK(refused(stored) == "file.unreadable why.zip-damaged");
  }
}

TEST_CASE("a claim of four gigabytes allocates nothing, and the truth is found out") {
  ZipFile liar = deflated({"a", "small"});
  liar.plain_size = 0xFFFFFFF0;
  CHECK(refusal([&] { inflated(build_zip({liar})); }) == "file.hostile why.zip-mismatch");
}

TEST_CASE("the budget runs over all parts") {
  const std::string bytes = build_zip({deflated({"a", std::string(600, 'a')}), deflated({"b", std::string(600, 'b')})});
  const ZipDirectory zip(bytes, 10);
  InflateBudget budget(1000);
  inflate_part(zip.entries()[0], budget);
  CHECK(budget.left() == 400);
  CHECK(refusal([&] { inflate_part(zip.entries()[1], budget); }) == "file.too-large 1000");
  CHECK(refusal([&] { inflated(build_zip({deflated({"a", long_text()})}), 2'000'000); }) == "file.too-large 2000000");
}

TEST_CASE("a thread that inflates ahead hands on what was good, then the fault") {
  const std::string text = long_text();
  ZipFile sum = deflated({"a", text});
  sum.crc ^= 1;
  const std::string bytes = build_zip({sum});
  const ZipDirectory zip(bytes, 10);
  InflateBudget budget(1u << 30);
  AheadStream stream(zip.entries().at(0), budget);
  std::string head(1'000'000, '\0');
  CHECK(stream.read(head.data(), head.size()) == head.size());
  CHECK((head == text.substr(0, head.size())));
  CHECK(refusal([&] {
          std::string rest(text.size(), '\0');
          stream.read(rest.data(), rest.size());
        }) == "file.unreadable why.zip-damaged");
}

TEST_CASE("a thread that inflates ahead ends with its stream, wherever that is left") {
  const std::string bytes = build_zip({deflated({"a", long_text()})});
  const ZipDirectory zip(bytes, 10);
  InflateBudget budget(1u << 30);
  for (const std::size_t read : {0u, 1u, 300'000u, 2'000'000u}) {
    AheadStream stream(zip.entries().at(0), budget);
    std::string some(read, '\0');
    CHECK(stream.read(some.data(), read) == read);
    CHECK_FALSE(stream.at_end());
  }
}
