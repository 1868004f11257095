#include "bind/word_trie.hpp"

#include <doctest/doctest.h>

#include <string>

#include "bind/seal.hpp"

using namespace huizong;

namespace {

/// `id@end` of each word that begins at a place.
std::string find(const WordTrie<char>& words, std::string_view text, std::size_t at) {
  std::string out;
  words.find_at(text, at, [&](std::uint32_t id, std::size_t end) { out += std::to_string(id) + "@" + std::to_string(end) + " "; });
  return out;
}

}  // namespace

TEST_CASE("word trie: all words at a place, the shorter first") {
  WordTrie<char> words;
  words.add("太原市", 1);
  words.add("太原", 2);
  words.add("大同", 3);
  words.add("太原", 4);
  CHECK(find(words, "太原市小店区", 0) == "2@6 4@6 1@9 ");
  CHECK(find(words, "太原", 0) == "2@6 4@6 ");
  CHECK(find(words, "在大同", 3) == "3@9 ");
  CHECK(find(words, "在大同", 0) == "");
  CHECK(find(words, "太", 0) == "");
  CHECK(find(words, "", 0) == "");
}

TEST_CASE("seals are no part of a name") {
  CHECK(without_seal("云谷公司（盖章）") == "云谷公司");
  CHECK(without_seal("工信局 （单位公章）") == "工信局");
  CHECK(without_seal("云谷公司____") == "云谷公司");
  CHECK(without_seal("文章（节选）") == "文章（节选）");
  CHECK(name_before_seal("（公章）") == "");
  CHECK_FALSE(name_before_seal("云谷公司"));
}
