#include "schema/yaml_tree.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>

#include "base/text.hpp"

namespace huizong {
namespace {

using Kind = YamlNode::Kind;

YamlPlace to_place(const YAML::Mark& mark) {
  if (mark.is_null()) return {};
  return {static_cast<std::size_t>(mark.line), static_cast<std::size_t>(mark.column)};
}

/// Builds the tree from the parser's events: unlike the library's own nodes, events show duplicates and quotes.
class TreeBuilder : public YAML::EventHandler {
 public:
  explicit TreeBuilder(const Source& source) : source_(source) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { leaf(mark, anchor, Kind::null, "", false); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse(source_, to_place(mark), "why.anchor"); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    if (!tag.empty() && tag != "?" && tag != "!") refuse(source_, to_place(mark), "why.tag", {{"what", tag}});
    leaf(mark, anchor, Kind::scalar, value, tag == "!");
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, Kind::list);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, Kind::map);
  }
  void OnMapEnd() override { close(); }

  YamlNode take() { return std::move(root_); }

 private:
  void leaf(const YAML::Mark& mark, YAML::anchor_t anchor, Kind kind, const std::string& text, bool quoted) {
    if (anchor != 0) refuse(source_, to_place(mark), "why.anchor");
    YamlNode node;
    node.kind = kind;
    node.at = to_place(mark);
    node.text = text;
    node.quoted = quoted;
    put(std::move(node));
  }
  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Kind kind) {
    if (anchor != 0) refuse(source_, to_place(mark), "why.anchor");
    if (!tag.empty() && tag != "?") refuse(source_, to_place(mark), "why.tag", {{"what", tag}});
    YamlNode node;
    node.kind = kind;
    node.at = to_place(mark);
    open_.push_back(std::move(node));
  }
  void close() {
    YamlNode node = std::move(open_.back());
    open_.pop_back();
    put(std::move(node));
  }
  void put(YamlNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    YamlNode& parent = open_.back();
    if (parent.kind == Kind::map && parent.keys.size() == parent.items.size()) {
      put_key(parent, std::move(node));
    } else {
      parent.items.push_back(std::move(node));
    }
  }
  void put_key(YamlNode& map, YamlNode key) {
    if (key.kind != Kind::scalar) refuse(source_, key.at, "why.key-not-text");
    for (const YamlNode& other : map.keys) {
      if (other.text != key.text) continue;
      attempt(source_, [&] {
        refuse(source_, key.at, "why.duplicate-key",
               {{"what", key.text}, {"first_line", std::to_string(other.at.line + 1)}});
      });
    }
    map.keys.push_back(std::move(key));
  }

  const Source& source_;
  std::vector<YamlNode> open_;
  YamlNode root_;
};

}  // namespace

YamlNode parse_yaml(const Source& source) {
  if (!is_valid_utf8(source.text)) refuse(source, {}, "why.not-utf8");
  TreeBuilder builder(source);
  try {
    std::istringstream stream{std::string(source.text)};
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(builder)) refuse(source, {}, "why.empty-file");
    YamlNode root = builder.take();
    if (parser.HandleNextDocument(builder)) refuse(source, builder.take().at, "why.second-document");
    return root;
  } catch (const YAML::Exception& e) {
    refuse(source, to_place(e.mark), "why.yaml", {{"detail", e.msg}});
  }
}

}  // namespace huizong
