#pragma once
// Web archives (MHTML, .mht): a page and what belongs to it as the parts of a MIME message.

#include <string>
#include <string_view>
#include <vector>

namespace huizong {

struct ArchivePart {
  std::string location;  ///< the last piece of its Content-Location: sheet001.htm
  std::string type;      ///< text/html, in lower case
  std::string charset;   ///< empty where none is told
  std::string bytes;     ///< decoded
};

/// Does the text begin with the header of a MIME message?
bool is_web_archive(std::string_view bytes);

/// The parts of types text/html and text/css, in order; others are passed over.
/// *Errors*: file.unreadable why.html-archive where the message has no parts or is cut off.
/// *Source*: RFC 2557 (MHTML), RFC 2045 6 (encodings), RFC 2046 5.1 (boundaries).
std::vector<ArchivePart> read_archive_parts(std::string_view bytes);

}  // namespace huizong
