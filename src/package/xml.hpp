#pragma once
// A pull scanner over XML in memory: no tree, no copies. Names are compared by their local part, so that prefixed and
// Strict documents read like all others. It is lenient about form, but deaf to nothing that could be an attack.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace huizong {

enum class XmlToken : std::uint8_t {
  start,   ///< <a …> or <a …/>: name, attributes, self_closed
  finish,  ///< </a>; not sent for <a/>
  text,    ///< character data or CDATA
  end,     ///< the text ends here, or in the middle of the next token (see XmlScanner)
};

/// One attribute of a tag, raw: see decode_xml.
struct XmlAttribute {
  std::string_view name;   ///< as written, with its prefix
  std::string_view local;  ///< without
  std::string_view value;
};

/// The next attribute off the front of what stands between a tag's name and its end. False where there is none left.
bool take_attribute(std::string_view& attributes, XmlAttribute& attribute);

/// The raw value of the attribute with that local name, whatever its prefix: for formats in which no two namespaces
/// share a name.
std::optional<std::string_view> find_local_attribute(std::string_view attributes, std::string_view local);

/// Walks over `text`. In a window of a longer text, a token that the window cuts off gives `end` and leaves the
/// position where it was: refill, `reset`, and go on. At the end of a whole document `depth` must be 0.
class XmlScanner {
 public:
  XmlScanner() = default;
  explicit XmlScanner(std::string_view text) { reset(text, 0); }

  /// Goes on in another window; the depth stays.
  void reset(std::string_view text, std::size_t position) {
    begin_ = text.data();
    end_ = begin_ + text.size();
    at_ = begin_ + position;
  }

  /// *Errors*: file.hostile why.xml-doctype; file.unreadable why.xml-malformed.
  XmlToken next();
  std::string_view name() const { return name_; }  ///< local name of the tag
  bool self_closed() const { return self_closed_; }
  std::string_view text() const { return text_; }  ///< raw: see decode_xml
  bool is_cdata() const { return is_cdata_; }      ///< then `text` is meant as it stands
  /// What stands between the tag's name and its end: for readers that want many attributes, see take_attribute.
  std::string_view attributes() const { return attributes_; }
  /// Raw value of an attribute without a prefix.
  std::optional<std::string_view> attribute(std::string_view local) const { return find_attribute(local, false); }
  /// Raw value of an attribute with any prefix but xmlns: r:id.
  std::optional<std::string_view> prefixed_attribute(std::string_view local) const {
    return find_attribute(local, true);
  }

  /// Number of elements open now.
  int depth() const { return depth_; }
  void set_depth(int depth) { depth_ = depth; }  ///< after going back to an earlier position
  std::size_t position() const { return static_cast<std::size_t>(at_ - begin_); }

  /// For readers with a straight path of their own: the bytes ahead, and moving over them.
  const char* cursor() const { return at_; }
  const char* limit() const { return end_; }
  void move_to(const char* place) { at_ = place; }

  /// Behind the end of the element whose start was seen last. False where the window ends before.
  bool skip_element();

 private:
  XmlToken scan_markup();
  XmlToken scan_start();
  XmlToken scan_finish();
  bool skip_behind(std::string_view mark, std::size_t from);
  std::optional<std::string_view> find_attribute(std::string_view local, bool prefixed) const;

  const char* begin_ = nullptr;
  const char* end_ = nullptr;
  const char* at_ = nullptr;
  std::string_view name_;
  std::string_view attributes_;
  std::string_view text_;
  int depth_ = 0;
  bool self_closed_ = false;
  bool is_cdata_ = false;
};

/// Appends raw character data with its references resolved and line ends made one (\n). *Source*: XML 1.0, 2.11
/// and 4.1.
void append_decoded(std::string_view raw, std::string& out);
std::string decode_xml(std::string_view raw);
/// Does the raw text mean anything else than it says (a reference, a carriage return)?
bool needs_decoding(std::string_view raw);

/// A part in UTF-8: UTF-16 converted into `own`, a byte-order mark left off. *Errors*: file.unreadable
/// why.xml-encoding.
std::string_view to_utf8_part(std::string_view part, std::string& own);
bool is_utf16(std::string_view part);  ///< by its byte-order mark, or by how a first < looks in it

}  // namespace huizong
