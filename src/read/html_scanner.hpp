#pragma once
// A pull tokenizer over an HTML page in memory: no tree, no copies. Pages are written by hand and by scripts, so it
// takes what a browser takes: unquoted attributes, upper case, stray <, comments of all kinds.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huizong {

enum class HtmlToken : std::uint8_t {
  start,   ///< <a …>: tag, name, attributes, self_closed
  finish,  ///< </a>
  text,    ///< character data, or what stands in a <style>, <script> and the like (is_raw)
  end,
};

/// The elements that mean something to a table. `block` is whatever begins a line of its own.
enum class HtmlTag : std::uint8_t {
  other, table, tr, td, caption, col, br, block, pre, page_end, style, input, choice, frameset, link, emphasis, struck, raised, lowered, drop, empty,
};

/// *Source*: HTML Living Standard, 13.2.5 (tokenization), as far as well-meant pages need it.
class HtmlScanner {
 public:
  explicit HtmlScanner(std::string_view text) : begin_(text.data()), end_(begin_ + text.size()), at_(begin_) {}

  HtmlToken next();
  HtmlTag tag() const { return tag_; }
  std::string_view name() const { return name_; }  ///< in lower case
  bool self_closed() const { return self_closed_; }
  std::string_view text() const { return text_; }  ///< its references still stand
  bool is_raw() const { return is_raw_; }          ///< of an element whose text is not shown, or is no markup
  bool is_cdata() const { return is_cdata_; }      ///< meant as it stands
  /// Raw value; empty where the attribute stands alone. `name` in lower case.
  std::optional<std::string_view> attribute(std::string_view name) const;
  std::string_view raw_tag() const { return raw_tag_; }  ///< between < and >
  /// Did the text end inside a tag, a comment or a <script>? Then something is lost.
  bool is_cut_off() const { return cut_off_; }
  /// Has an attribute of this tag swallowed other tags of a table, for want of a quote?
  bool has_swallowed_tags() const;

 private:
  struct Attribute {
    std::string_view name, value;
  };

  bool scan_markup();
  bool scan_tag(bool is_start);
  bool scan_attributes();
  bool scan_value(Attribute& attribute);
  bool skip_behind(std::string_view mark, std::size_t from);
  HtmlToken take_raw_text();
  HtmlToken cut_off();
  void set_name(std::string_view name);

  const char* begin_;
  const char* end_;
  const char* at_;
  HtmlToken token_ = HtmlToken::end;
  HtmlTag tag_ = HtmlTag::other;
  std::string name_;
  std::string_view text_;
  std::string_view raw_tag_;
  std::vector<Attribute> attributes_;
  std::string raw_element_;  ///< its text comes next
  bool self_closed_ = false;
  bool is_raw_ = false;
  bool is_cdata_ = false;
  bool cut_off_ = false;
};

bool equals_ignoring_case(std::string_view text, std::string_view lower);
bool contains_ignoring_case(std::string_view text, std::string_view lower);

}  // namespace huizong
