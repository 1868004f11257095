#pragma once
// Text in the code pages of Windows and the Macintosh, as old office files hold it.

#include <memory>
#include <string>
#include <string_view>

namespace huizong {

/// Text of one Windows code page to UTF-8. The converter is made at the first text that needs it, and kept.
class CodePage {
 public:
  /// *Units*: the number that Windows gives the page: 936 is GBK, 1252 Western. A page that nobody knows is not an
  /// error as long as all texts are ASCII: see `is_known`.
  explicit CodePage(unsigned number);
  ~CodePage();
  CodePage(CodePage&&) noexcept;
  CodePage& operator=(CodePage&&) noexcept;

  unsigned number() const { return number_; }
  bool is_known() const;

  /// Appends `bytes` as UTF-8. What the page does not define becomes U+FFFD, so that nobody takes it for text.
  /// False, and nothing appended, where the page is not known and `bytes` are not ASCII.
  bool append(std::string_view bytes, std::string& out) const;
  /// Are the bytes text of this page throughout?
  bool can_decode(std::string_view bytes) const;

 private:
  struct Converter;
  const Converter& converter() const;
  bool convert(std::string_view bytes, std::string& out) const;

  unsigned number_;
  mutable std::unique_ptr<Converter> converter_;
};

bool is_ascii(std::string_view bytes);

}  // namespace huizong
