#pragma once
// Many words sought in a text at once, in one walk over it: names of regions and of those on a list, labels of cards.

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

namespace huizong {

/// *Shape*: letters are bytes of UTF-8 or code points; a word may be added several times, each with its own id.
template <class Letter>
class WordTrie {
 public:
  using Text = std::basic_string_view<Letter>;

  void add(Text word, std::uint32_t id) {
    std::uint32_t node = 0;
    for (const Letter letter : word) node = open_child(node, letter);
    nodes_[node].ids.push_back(id);
  }

  /// Calls `take(id, end)` for each word that begins at `at`, shorter ones first, each in the order of adding.
  template <class Take>
  void find_at(Text text, std::size_t at, Take take) const {
    for (const Node* node = &nodes_[0]; at < text.size();) {
      const std::uint32_t next = child(*node, text[at++]);
      if (next == 0) return;
      node = &nodes_[next];
      for (const std::uint32_t id : node->ids) take(id, at);
    }
  }

 private:
  struct Branch {
    Letter letter;
    std::uint32_t node;
  };
  struct Node {
    std::vector<Branch> branches;  ///< by letter
    std::vector<std::uint32_t> ids;
  };

  static auto place_of(const std::vector<Branch>& branches, Letter letter) {
    return std::lower_bound(branches.begin(), branches.end(), letter, [](const Branch& b, Letter l) { return b.letter < l; });
  }

  /// 0, the root, which is nobody's child: none.
  static std::uint32_t child(const Node& node, Letter letter) {
    const auto found = place_of(node.branches, letter);
    return found != node.branches.end() && found->letter == letter ? found->node : 0;
  }

  std::uint32_t open_child(std::uint32_t node, Letter letter) {
    if (const std::uint32_t known = child(nodes_[node], letter)) return known;
    const auto fresh = static_cast<std::uint32_t>(nodes_.size());
    nodes_.emplace_back();
    auto& branches = nodes_[node].branches;
    branches.insert(place_of(branches, letter), {letter, fresh});
    return fresh;
  }

  std::vector<Node> nodes_{1};
};

}  // namespace huizong
