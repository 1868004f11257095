#include "read/sniff_magic.hpp"

#include <algorithm>
#include <cstddef>

namespace huizong {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::size_t offset;
  std::string_view bytes;
  Format format;
};

constexpr Magic magics[] = {
    {0, "%PDF-"sv, Format::pdf},
    {0, "\xEF\xBB\xBF%PDF-"sv, Format::pdf},
    {0, "\x89PNG\r\n"sv, Format::image},
    {0, "\xFF\xD8\xFF"sv, Format::image},  // JPEG
    {0, "GIF87a"sv, Format::image},
    {0, "GIF89a"sv, Format::image},
    {0, "II*\0"sv, Format::image},  // TIFF in either byte order
    {0, "MM\0*"sv, Format::image},
    {8, "WEBP"sv, Format::image},
    {0, "Rar!\x1A\x07"sv, Format::rar},
    {0, "7z\xBC\xAF\x27\x1C"sv, Format::sevenzip},
    {0, "\x1F\x8B\x08"sv, Format::gzip},
    {0, "\xFD""7zXZ\0"sv, Format::gzip},
    {257, "ustar"sv, Format::gzip},
    {0, "{\\rtf"sv, Format::rtf},
    {0, "L\0\0\0\x01\x14\x02\0"sv, Format::shortcut},  // MS-SHLLINK 2.1
    {0, "[InternetShortcut]"sv, Format::shortcut},
    {0, "\0\0\x02\0"sv, Format::lotus},  // a BOF record of Lotus 1-2-3 and Quattro Pro
    {0, "\0\0\x1A\0"sv, Format::lotus},
};

/// BM may begin a text as well; a bitmap goes on with its size, four reserved zeros and the size of its header.
bool is_bitmap(std::string_view bytes) {
  return bytes.starts_with("BM"sv) && bytes.size() > 26 && bytes.substr(6, 4) == "\0\0\0\0"sv &&
         bytes.substr(15, 3) == "\0\0\0"sv;
}

/// Pictures of telephones: an ISO media file of a picture's brand.
bool is_heic(std::string_view bytes) {
  if (bytes.substr(0, 3) != "\0\0\0"sv || bytes.size() < 12 || bytes.substr(4, 4) != "ftyp"sv) return false;
  constexpr std::string_view brands[] = {"heic", "heix", "heim", "heis", "hevc", "mif1", "msf1", "avif"};
  return std::find(std::begin(brands), std::end(brands), bytes.substr(8, 4)) != std::end(brands);
}

/// A table of dBase or FoxPro has no magic but a header that hangs together: the version, a date, the length of the
/// header, which ends with a return after the fields, and of a record.
bool is_dbase(std::string_view bytes) {
  if (bytes.size() < 65) return false;
  const auto byte = [&](std::size_t at) -> std::size_t { return static_cast<unsigned char>(bytes[at]); };
  constexpr std::string_view versions = "\x03\x30\x31\x32\x43\x83\x8B\xCB\xF5\xFB"sv;
  if (versions.find(bytes[0]) == std::string_view::npos) return false;
  if (byte(2) < 1 || byte(2) > 12 || byte(3) < 1 || byte(3) > 31) return false;
  const std::size_t header = byte(8) + 256 * byte(9), record = byte(10) + 256 * byte(11);
  if (header < 65 || header > bytes.size() || record < 2) return false;
  for (std::size_t at = 32; at < header; at += 32) {
    if (bytes[at] == '\r') return at > 32;
  }
  return false;
}

}  // namespace

Format sniff_magic(std::string_view bytes) {
  for (const Magic& magic : magics) {
    if (bytes.size() > magic.offset && bytes.substr(magic.offset, magic.bytes.size()) == magic.bytes) return magic.format;
  }
  if (is_bitmap(bytes) || is_heic(bytes)) return Format::image;
  return is_dbase(bytes) ? Format::dbase : Format::unknown;
}

}  // namespace huizong
