#pragma once
// The shared strings of a BIFF8 workbook, decoded once.

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "read/xls_formats.hpp"
#include "read/xls_records.hpp"

namespace huizong {

class XlsStrings {
 public:
  XlsStrings() = default;
  /// From the SST record at `offset` and its continuations. Strings that the data cut off are not there. What a run's font
  /// strikes through, raises or lowers is marked so (`read/run_text`).
  /// *Errors*: file.unreadable why.xls-damaged; file.too-large beyond `most_bytes`. *Source*: MS-XLS 2.4.265.
  XlsStrings(const StreamBytes& stream, std::size_t offset, std::size_t most_bytes, const XlsFormats& formats);

  std::size_t size() const { return ends_.empty() ? 0 : ends_.size() - 1; }
  std::string_view operator[](std::size_t i) const { return {text_.get() + ends_[i], ends_[i + 1] - ends_[i]}; }

 private:
  std::unique_ptr<char[]> text_;     ///< all strings one behind the other
  std::vector<std::uint32_t> ends_;  ///< 0, then where each string ends
};

}  // namespace huizong
