#include "read/ods_text.hpp"

#include <algorithm>

#include "package/refuse.hpp"
#include "read/ods_cell.hpp"
#include "read/run_text.hpp"

namespace huizong {
namespace {

using namespace std::string_view_literals;

/// Elements inside a paragraph whose text is not part of what the cell says. All others are marks on text.
constexpr std::string_view not_text[] = {
    "annotation"sv, "note"sv,    "ruby-text"sv, "script"sv,  "frame"sv, "custom-shape"sv,   "g"sv,
    "rect"sv,       "line"sv,    "polyline"sv,  "polygon"sv, "path"sv,  "circle"sv,         "ellipse"sv,
    "caption"sv,    "measure"sv, "connector"sv, "control"sv, "scene"sv, "regular-polygon"sv};

bool is_paragraph(std::string_view name) { return name == "p" || name == "h"; }
bool is_list(std::string_view name) { return name == "list" || name == "list-item" || name == "list-header"; }

class ParagraphReader {
 public:
  ParagraphReader(XmlScanner& xml, const OdsStyleNames& struck, std::uint32_t& spaces_left, std::string& out)
      : xml_(xml), struck_(struck), spaces_left_(spaces_left), out_(out), outside_(xml.depth() - 1) {}

  bool read() {
    while (true) {
      switch (xml_.next()) {
        case XmlToken::end:
          return false;
        case XmlToken::finish:
          if (xml_.depth() == outside_) return true;
          if (span_ != 0 && xml_.depth() < span_) strike_span();
          if (xml_.depth() < paragraph_) paragraph_ = 0;
          break;
        case XmlToken::text:
          if (paragraph_ == 0) break;
          xml_.is_cdata() ? static_cast<void>(out_ += xml_.text()) : append_decoded(xml_.text(), out_);
          break;
        case XmlToken::start:
          if (!(paragraph_ == 0 ? open_block() : open_inline())) return false;
      }
    }
  }

 private:
  bool open_block() {
    if (is_list(xml_.name())) return true;
    if (!is_paragraph(xml_.name())) return xml_.skip_element();
    if (paragraphs_++ > 0) out_ += '\n';
    if (!xml_.self_closed()) paragraph_ = xml_.depth();
    return true;
  }

  bool open_inline() {
    const std::string_view name = xml_.name();
    if (name == "s") {
      append_spaces(count_of_spaces());
    } else if (name == "tab") {
      out_ += '\t';
    } else if (name == "line-break") {
      out_ += '\n';
    } else if (name == "span" && span_ == 0 && !struck_.empty() && !xml_.self_closed() &&
               struck_.contains(find_local_attribute(xml_.attributes(), "style-name").value_or(""))) {
      span_ = xml_.depth();
      span_at_ = out_.size();
    } else if (std::find(std::begin(not_text), std::end(not_text), name) != std::end(not_text)) {
      return xml_.skip_element();
    }
    return true;
  }

  void strike_span() {
    out_.replace(span_at_, std::string::npos, to_run_text(std::string_view(out_).substr(span_at_), RunLook::struck));
    span_ = 0;
  }

  void append_spaces(std::uint32_t count) {
    if (count > spaces_left_) refuse_hostile("why.text-too-long");
    spaces_left_ -= count;
    out_.append(count, ' ');
  }

  std::uint32_t count_of_spaces() const {
    const auto count = find_local_attribute(xml_.attributes(), "c");
    return count ? parse_repeat(*count) : 1;
  }

  XmlScanner& xml_;
  const OdsStyleNames& struck_;
  std::uint32_t& spaces_left_;
  std::string& out_;
  int outside_;
  int paragraph_ = 0;  ///< depth inside the open paragraph; 0 between paragraphs
  int paragraphs_ = 0;
  int span_ = 0;  ///< depth inside the open span that is struck through; 0: none
  std::size_t span_at_ = 0;
};

}  // namespace

bool read_cell_paragraphs(XmlScanner& xml, const OdsStyleNames& struck, std::uint32_t& spaces_left, std::string& out) {
  return ParagraphReader(xml, struck, spaces_left, out).read();
}

}  // namespace huizong
