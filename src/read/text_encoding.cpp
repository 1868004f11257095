#include "read/text_encoding.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "package/refuse.hpp"
#include "package/xml.hpp"

namespace huizong {
namespace {

struct EncodingRow {
  std::string_view name;   ///< in lower case
  const char* iconv_name;  ///< nullptr: UTF-8, nothing to convert
};

constexpr EncodingRow encodings[] = {
    {"utf-8", nullptr},
    {"utf8", nullptr},
    {"unicode-1-1-utf-8", nullptr},
    {"utf-16", nullptr},
    {"utf-16le", nullptr},
    {"utf-16be", nullptr},
    {"unicode", nullptr},
    {"ucs-2", nullptr},
    {"gb2312", "GB18030"},
    {"gb_2312-80", "GB18030"},
    {"gb_2312", "GB18030"},
    {"csgb2312", "GB18030"},
    {"chinese", "GB18030"},
    {"x-gbk", "GB18030"},
    {"gbk", "GB18030"},
    {"cp936", "GB18030"},
    {"windows-936", "GB18030"},
    {"ms936", "GB18030"},
    {"gb18030", "GB18030"},

    {"big5", "BIG5-HKSCS"},
    {"big5-hkscs", "BIG5-HKSCS"},
    {"x-x-big5", "BIG5-HKSCS"},
    {"cn-big5", "BIG5-HKSCS"},
    {"cp950", "CP950"},
    {"windows-950", "CP950"},
    {"us-ascii", "CP1252"},
    {"ascii", "CP1252"},
    {"iso-8859-1", "CP1252"},
    {"iso8859-1", "CP1252"},
    {"latin1", "CP1252"},
    {"windows-1252", "CP1252"},
    {"cp1252", "CP1252"},
    {"x-cp1252", "CP1252"},
    {"windows-1250", "CP1250"},
    {"windows-1251", "CP1251"},
    {"windows-1253", "CP1253"},
    {"windows-1254", "CP1254"},
    {"windows-1255", "CP1255"},
    {"windows-1256", "CP1256"},
    {"windows-1257", "CP1257"},
    {"windows-1258", "CP1258"},
    {"windows-874", "CP874"},
    {"iso-8859-2", "ISO-8859-2"},
    {"iso-8859-3", "ISO-8859-3"},
    {"iso-8859-4", "ISO-8859-4"},
    {"iso-8859-5", "ISO-8859-5"},
    {"iso-8859-6", "ISO-8859-6"},
    {"iso-8859-7", "ISO-8859-7"},
    {"iso-8859-8", "ISO-8859-8"},
    {"iso-8859-9", "CP1254"},
    {"iso-8859-10", "ISO-8859-10"},
    {"iso-8859-13", "ISO-8859-13"},
    {"iso-8859-14", "ISO-8859-14"},
    {"iso-8859-15", "ISO-8859-15"},
    {"iso-8859-16", "ISO-8859-16"},
    {"tis-620", "CP874"},
    {"koi8-r", "KOI8-R"},
    {"koi8-u", "KOI8-U"},
    {"ibm866", "CP866"},
    {"cp866", "CP866"},
    {"macintosh", "MACINTOSH"},
    {"x-mac-roman", "MACINTOSH"},
    {"shift_jis", "CP932"},
    {"shift-jis", "CP932"},
    {"x-sjis", "CP932"},
    {"sjis", "CP932"},
    {"ms_kanji", "CP932"},
    {"windows-31j", "CP932"},
    {"cp932", "CP932"},
    {"euc-jp", "EUC-JP"},
    {"x-euc-jp", "EUC-JP"},
    {"euc-kr", "CP949"},
    {"ks_c_5601-1987", "CP949"},
    {"windows-949", "CP949"},
    {"cp949", "CP949"},
};

std::string_view trim_ascii(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  return text;
}

std::optional<std::string> checked(std::string_view utf8) {
  return is_valid_utf8(utf8) ? std::optional(std::string(utf8)) : std::nullopt;
}

}  // namespace

std::optional<std::string> from_named_encoding(std::string_view bytes, std::string_view name) {
  const std::string_view mark = bytes.substr(0, 2);
  if (mark == "\xFF\xFE" || mark == "\xFE\xFF") return from_utf16(bytes.substr(2), mark == "\xFE\xFF");
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") return checked(bytes.substr(3));
  const std::string lower = to_lower(trim_ascii(name));
  const auto row =
      std::find_if(std::begin(encodings), std::end(encodings), [&](const EncodingRow& r) { return r.name == lower; });
  if (row == std::end(encodings)) return std::nullopt;
  return row->iconv_name ? from_encoding(bytes, row->iconv_name) : checked(bytes);
}

std::string_view declared_xml_encoding(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  if (bytes.substr(0, 5) != "<?xml") return {};
  const std::string_view declaration = bytes.substr(0, std::min(bytes.find("?>"), std::size_t{512}));
  constexpr std::string_view word = "encoding";
  const std::size_t at = declaration.find(word);
  if (at == std::string_view::npos) return {};
  const std::size_t quote = declaration.find_first_of("\"'", at + word.size());
  if (quote == std::string_view::npos) return {};
  const std::size_t close = declaration.find(declaration[quote], quote + 1);
  return close == std::string_view::npos ? std::string_view() : declaration.substr(quote + 1, close - quote - 1);
}

std::string_view to_utf8_document(std::string_view bytes, std::string& own) {
  const std::string_view name = is_utf16(bytes) ? std::string_view() : declared_xml_encoding(bytes);
  const std::string lower = to_lower(name);
  if (lower.empty() || lower == "utf-8" || lower == "utf8") return to_utf8_part(bytes, own);
  auto text = from_named_encoding(bytes, lower);
  if (!text) refuse_unreadable("why.xml-encoding");
  own = std::move(*text);
  return own;
}

}  // namespace huizong
