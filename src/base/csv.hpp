#pragma once
// A plain csv splitter: RFC 4180 with any one-byte delimiter and any line end. Fields are views; nothing is copied but
// what doubled quotes force.

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace huizong {

/// Walks over delimited text record by record, as Excel and Python's csv module do: a quote opens a quoted field only
/// where the field begins; inside, "" is a quote, and delimiters and line breaks are text; elsewhere a quote is text.
class CsvScanner {
 public:
  /// `text` is UTF-8 without a byte-order mark and outlives the scanner.
  CsvScanner(std::string_view text, char delimiter);

  /// Takes the next record; false at the end of the text. An empty line is one empty field.
  bool next();
  /// Views into the text or the scanner: valid until `next`.
  const std::vector<std::string_view>& fields() const { return fields_; }
  /// Do the record's quotes leave open where a field ends? So it is where one is never closed, and where more text
  /// stands behind a closing quote whose field has swallowed a line break: a stray quote may have met another.
  bool is_doubtful() const { return doubtful_; }
  std::size_t position() const { return static_cast<std::size_t>(at_ - text_.data()); }  ///< behind the record

 private:
  bool take_field();  ///< is there another one?
  void take_quoted();
  void drop_surplus();
  const char* find_stop(const char* from) const;

  std::string_view text_;
  const char* at_;
  const char* end_;
  char delimiter_;
  std::array<bool, 256> stops_{};  ///< bytes at which a plain field ends
  bool doubtful_ = false;
  std::vector<std::string_view> fields_;
  struct Rewritten {
    std::size_t field, offset, size;
  };
  std::string rewritten_text_;  ///< fields that are no view into the text, one behind the other; may move until the end
  std::vector<Rewritten> rewritten_;
};

/// Calls `row` with the fields of each record, in order. An unclosed quote runs to the end of the text.
void split_csv(std::string_view text, char delimiter, const std::function<void(const std::vector<std::string>&)>& row);

/// The delimiter that cuts the first records most evenly: one of , ; tab |.
char guess_delimiter(std::string_view text);

}  // namespace huizong
