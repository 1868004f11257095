#pragma once
// Text in the encoding that a file says of itself: the charset of a web page, the encoding of an XML declaration.

#include <optional>
#include <string>
#include <string_view>

namespace huizong {

/// To UTF-8 from the encoding called `name` (gb2312, GBK, windows-1252, …; letters in either case). A byte-order mark
/// says more than the name, and is left off. gb2312 and gbk are read as GB18030, which contains them; iso-8859-1 and
/// us-ascii as windows-1252, and utf-16 without a mark as UTF-8, for bytes in which the name could be read are not
/// UTF-16. nullopt where the name is not known or the bytes are not in that encoding.
/// *Source*: WHATWG Encoding Standard, 4.2 (names and what they mean on the web).
std::optional<std::string> from_named_encoding(std::string_view bytes, std::string_view name);

/// The encoding told in the XML declaration at the start of `bytes`; empty where there is none.
std::string_view declared_xml_encoding(std::string_view bytes);

/// A whole XML document in UTF-8, by its byte-order mark, its declaration, or as UTF-8; converted into `own` where need
/// be. *Errors*: file.unreadable why.xml-encoding.
std::string_view to_utf8_document(std::string_view bytes, std::string& own);

}  // namespace huizong
