#include "read/html_text.hpp"

#include "base/text.hpp"
#include "read/html_references.hpp"

namespace huizong {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f'; }

}  // namespace

/// Puts what is due between the text so far and a character.
void HtmlText::before_text() {
  if (block_pending_ && !out_.empty() && out_.back() != '\n') {
    out_ += '\n';
  } else if (space_pending_ && !at_line_start_) {
    out_ += ' ';
  }
  at_line_start_ = space_pending_ = block_pending_ = false;
}

void HtmlText::add(std::string_view raw) {
  while (!raw.empty()) {
    std::size_t size = 0;
    while (size < raw.size() && raw[size] != '&' && !is_space(raw[size])) ++size;
    if (size > 0) {
      before_text();
      out_ += raw.substr(0, size);
    } else if (is_space(raw[0])) {
      space_pending_ = true;
      size = 1;
    } else {
      before_text();
      size = append_html_reference(raw, true, out_);
      if (size == 0) out_ += raw[size++];
    }
    raw.remove_prefix(size);
  }
}

void HtmlText::add_as_it_stands(std::string_view raw) {
  if (raw.empty()) return;
  before_text();
  while (!raw.empty()) {
    std::size_t size = raw[0] == '&' ? append_html_reference(raw, true, out_) : 0;
    if (size == 0) {
      const bool is_return = raw[0] == '\r';
      out_ += is_return ? '\n' : raw[0];
      size = is_return && raw.substr(1, 1) == "\n" ? 2 : 1;
    }
    raw.remove_prefix(size);
  }
  at_line_start_ = out_.back() == '\n';
}

void HtmlText::add_cdata(std::string_view text) {
  if (text.empty()) return;
  before_text();
  out_ += text;
}

void HtmlText::break_line() {
  if (block_pending_) before_text();
  out_ += '\n';
  at_line_start_ = true;
  space_pending_ = false;
}

void HtmlText::break_block() {
  block_pending_ = true;
  space_pending_ = false;
}

void HtmlText::begin_run(RunLook look) {
  if (look_ != RunLook::plain) return;  // one in another is the outer one's
  before_text();
  look_ = look;
  run_at_ = out_.size();
}

void HtmlText::end_run() {
  if (look_ == RunLook::plain) return;
  out_.replace(run_at_, std::string::npos, to_run_text(std::string_view(out_).substr(run_at_), look_));
  look_ = RunLook::plain;
}

void HtmlText::clear() {
  look_ = RunLook::plain;
  out_.clear();
  at_line_start_ = true;
  space_pending_ = block_pending_ = false;
}

std::string_view HtmlText::view() const {
  if (is_blank(out_)) return {};
  std::string_view text = out_;
  while (is_space(text.front())) text.remove_prefix(1);
  while (is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string decode_html_attribute(std::string_view raw) {
  std::string out;
  while (!raw.empty()) {
    std::size_t size = raw[0] == '&' ? append_html_reference(raw, false, out) : 0;
    if (size == 0) out += raw[size++];
    raw.remove_prefix(size);
  }
  return out;
}

}  // namespace huizong
