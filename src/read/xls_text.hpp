#pragma once
// Text of BIFF records: bytes in a code page up to Excel 95, Unicode split over records from Excel 97 on.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/code_page.hpp"
#include "package/arena.hpp"
#include "read/xls_records.hpp"

namespace huizong {

/// The data of a record and of the CONTINUE records behind it, without making one piece of them.
class ContinuedData {
 public:
  /// `skip` bytes of the first record are passed over.
  ContinuedData(const StreamBytes& stream, const BiffRecord& first, std::size_t skip);

  std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }  ///< in the piece at hand
  const char* at() const { return at_; }
  void advance(std::size_t count) { at_ += count; }
  bool next_piece();  ///< false where no CONTINUE follows; nothing has moved then

  /// Little-endian number, over the border of pieces. nullopt where the data end before.
  std::optional<std::uint32_t> take(int width);
  bool skip(std::size_t count);

 private:
  RecordCursor cursor_;  ///< behind the piece at hand
  const char* at_;
  const char* end_;
};

/// UTF-8 made from the pieces of a string. The caller has room for two bytes a byte read.
class Utf8Writer {
 public:
  explicit Utf8Writer(char* out) : out_(out) {}
  void put_latin1(const char* from, std::size_t count);
  void put_utf16(const char* from, std::size_t count);  ///< a lone surrogate becomes U+FFFD
  char* finish();                                       ///< behind the last byte

 private:
  void put_surrogate(std::uint32_t unit);

  char* out_;
  std::uint32_t high_ = 0;  ///< a surrogate that waits for its second half, maybe in the next piece
};

/// `cut_off`: the data end inside the string, or break off inside a character.
enum class TextEnd : std::uint8_t { whole, cut_off };

/// From this unit of UTF-16 on a string is in this font. *Source*: MS-XLS 2.5.129 FormatRun.
struct FontRun {
  std::uint16_t from = 0;
  std::uint16_t font = 0;  ///< index as it is written
};

/// The characters of a Unicode string whose length was read before: its options, its text, and behind it runs, which go to
/// `runs` where they are wanted, and phonetic data, which are passed over. Each further piece of text begins with an option
/// byte of its own. *Source*: MS-XLS 2.5.293 XLUnicodeRichExtendedString, 2.4.58 Continue.
TextEnd read_unicode(ContinuedData& data, std::size_t length, Utf8Writer& out, std::vector<FontRun>* runs = nullptr);

/// As above, kept in `arena`. *Errors*: file.unreadable
/// why.xls-damaged where it is cut off.
std::string_view keep_unicode(ContinuedData& data, std::size_t length, TextArena& arena);

/// Bytes to text, kept in `arena`. *Errors*: file.unreadable why.encoding where the page is not known.
std::string_view keep_bytes(std::string_view bytes, const CodePage& page, TextArena& arena);

}  // namespace huizong
