#pragma once
// Text as offices type it: full width, curly and straight quotes, all kinds of space, line breaks, GB18030.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"

namespace huizong {

/// Full-width ASCII to half width, every kind of space and line break to one plain space, trimmed, zero-width characters gone.
/// Brackets and quotes keep their meaning: （ and ( are one, “ ” " are one. What a reader of Chinese would call the same text.
std::string normalise(std::string_view text);

/// The form in which labels are compared: normalised, all spaces and quotes out, ASCII letters in lower case.
std::string fold_label(std::string_view text);

/// The same without a copy where nothing has to be folded, as in nearly all texts. *Lifetime*: that of the text.
class FoldedLabel {
 public:
  explicit FoldedLabel(std::string_view text);
  FoldedLabel(const FoldedLabel&) = delete;
  FoldedLabel& operator=(const FoldedLabel&) = delete;
  std::string_view view() const { return view_; }

 private:
  std::string own_;
  std::string_view view_;
};

/// Without leading and trailing white space of any kind (full-width space included); the inside is untouched.
std::string_view trim(std::string_view text);

bool is_blank(std::string_view text);  ///< empty or only white space of any kind

/// GB18030 to UTF-8. nullopt where the bytes are no GB18030. *Source*: GB 18030-2005, 4 (one, two and four bytes).
std::optional<std::string> from_gb18030(std::string_view bytes);
/// As above from any encoding that iconv knows by `iconv_name`. Never hand in a name that a file tells: its converters
/// are many, old and little looked after.
std::optional<std::string> from_encoding(std::string_view bytes, const char* iconv_name);
std::string from_utf16(std::string_view bytes, bool big_endian);

/// Columns that a text takes on a terminal: a Chinese character takes two.
std::size_t display_width(std::string_view text);
/// Pads with spaces to `columns`; longer text is returned as it is.
std::string pad_right(std::string_view text, std::size_t columns);
std::string pad_left(std::string_view text, std::size_t columns);

std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string replace_all(std::string text, std::string_view from, std::string_view to);
bool contains(std::string_view text, std::string_view part);

/// 字数 as Chinese word processors count: each Chinese character and mark is one, each run of other signs is one.
std::size_t count_as_written(std::string_view text);

/// Compares names with runs of digits as numbers: 表2 before 表10. <0, 0, >0.
int compare_natural(std::string_view a, std::string_view b);

}  // namespace huizong
