#include "read/part_window.hpp"

#include <cstring>

#include "package/inflate_ahead.hpp"
#include "package/refuse.hpp"

namespace huizong {
namespace {

constexpr std::size_t usual_window_bytes = 128 * 1024;  // stays in the cache between inflating and scanning
constexpr std::size_t worth_a_thread_bytes = 4u << 20;
constexpr std::size_t longest_row_bytes = 64u << 20;
const ZipEntry no_entry;

}  // namespace

PartWindow::PartWindow(const ZipEntry& entry, InflateBudget& budget, unsigned threads, std::size_t window_bytes)
    : entry_(entry) {
  if (entry.declared_size <= small_part_bytes && window_bytes == 0) {
    take_whole(budget);
    return;
  }
  if (threads > 1 && entry.declared_size >= worth_a_thread_bytes) {
    stream_ = std::make_unique<AheadStream>(entry, budget);
  } else {
    stream_ = std::make_unique<PartStream>(entry, budget);
  }
  capacity_ = window_bytes ? window_bytes : usual_window_bytes;
  buffer_ = std::make_unique_for_overwrite<char[]>(capacity_);
  view_ = {buffer_.get(), stream_->read(buffer_.get(), capacity_)};
  if (is_utf16(view_)) take_whole(budget);  // rare enough to convert in one go
}

PartWindow::PartWindow(std::string_view text) : entry_(no_entry), view_(text) {}

void PartWindow::take_whole(InflateBudget& budget) {
  stream_.reset();
  whole_ = inflate_part(entry_, budget);
  view_ = is_utf16(whole_.view()) ? to_utf8_part(whole_.view(), converted_) : whole_.view();
}

void PartWindow::refill(std::size_t keep_from) {
  const std::size_t kept = view_.size() - keep_from;
  if (kept > capacity_ / 2) {
    if (capacity_ >= longest_row_bytes) refuse_too_large(longest_row_bytes);
    auto wider = std::make_unique_for_overwrite<char[]>(capacity_ * 2);
    std::memcpy(wider.get(), view_.data() + keep_from, kept);
    buffer_ = std::move(wider);
    capacity_ *= 2;
  } else {
    std::memmove(buffer_.get(), view_.data() + keep_from, kept);
  }
  view_ = {buffer_.get(), kept + stream_->read(buffer_.get() + kept, capacity_ - kept)};
}

XmlToken next_token(XmlScanner& xml, PartWindow& window) {
  while (true) {
    const XmlToken token = xml.next();
    if (token != XmlToken::end || window.at_end()) return token;
    window.refill(xml.position());
    xml.reset(window.view(), 0);
  }
}

void skip_flowing(XmlScanner& xml, PartWindow& window) {
  if (xml.self_closed()) return;
  const int outside = xml.depth() - 1;
  while (xml.depth() > outside) {
    if (next_token(xml, window) == XmlToken::end) refuse_unreadable("why.xml-cut-off", window.part());
  }
}

}  // namespace huizong
