#pragma once
// A part seen through a window: a small one whole, a big one in chunks that stay in the cache. Also for ods.

#include <memory>
#include <string>
#include <string_view>

#include "package/inflate.hpp"
#include "package/xml.hpp"

namespace huizong {

class PartWindow {
 public:
  /// With more than one thread, one of them inflates a big part ahead. *Units*: `window_bytes` is for tests: every part is
  /// then seen through a window, of that size at first. *Errors*: as inflate_part.
  PartWindow(const ZipEntry& entry, InflateBudget& budget, unsigned threads = 1, std::size_t window_bytes = 0);
  /// A text that is in memory already, UTF-8: one window shows all of it.
  explicit PartWindow(std::string_view text);

  std::string_view view() const { return view_; }
  bool at_end() const { return !stream_ || stream_->at_end(); }  ///< nothing comes behind this window
  const std::string& part() const { return entry_.name; }

  /// Drops what lies before `keep_from` and reads on. All views into the window die.
  /// *Errors*: file.too-large where what is to be kept (one row) outgrows all reason.
  void refill(std::size_t keep_from);

 private:
  void take_whole(InflateBudget& budget);

  const ZipEntry& entry_;
  std::unique_ptr<ByteStream> stream_;
  PartBytes whole_;
  std::string converted_;
  std::unique_ptr<char[]> buffer_;
  std::size_t capacity_ = 0;
  std::string_view view_;
};

/// Walks a part token by token and refills the window as needed; `end` is then the end of the part.
XmlToken next_token(XmlScanner& xml, PartWindow& window);

/// Behind the end of the element whose start was just read, however long it is.
/// *Errors*: file.unreadable why.xml-cut-off.
void skip_flowing(XmlScanner& xml, PartWindow& window);

}  // namespace huizong
