#pragma once
// The stream of records that every BIFF file is: numbers of the records, and walking over them.

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "package/compound.hpp"

namespace huizong {

/// Versions of the Binary Interchange File Format. Excel 5 and 95 both write 5.
enum class Biff : std::uint8_t { v2, v3, v4, v5, v8 };

/// Record numbers. A name with a digit is how that version writes it. *Source*: MS-XLS 2.3; for what is older than
/// Excel 97, the OpenOffice.org documentation of the Excel file format, chapter 5.
namespace xls {
enum Id : std::uint16_t {
  blank2 = 0x0001,
  integer2 = 0x0002,
  number2 = 0x0003,
  label2 = 0x0004,
  boolerr2 = 0x0005,
  formula = 0x0006,
  string2 = 0x0007,
  row2 = 0x0008,
  bof2 = 0x0009,
  eof = 0x000A,
  date1904 = 0x0022,
  name = 0x0018,
  format2 = 0x001E,
  array2 = 0x0021,
  colwidth2 = 0x0024,
  filepass = 0x002F,
  font = 0x0031,
  table2 = 0x0036,
  table2b = 0x0037,
  continued = 0x003C,
  codepage = 0x0042,
  xf2 = 0x0043,
  ixfe2 = 0x0044,
  colinfo = 0x007D,
  boundsheet = 0x0085,
  sheethdr4 = 0x008F,
  filtermode = 0x009B,
  mulrk = 0x00BD,
  mulblank = 0x00BE,
  rstring = 0x00D6,
  xf5 = 0x00E0,
  mergedcells = 0x00E5,
  sst = 0x00FC,
  labelsst = 0x00FD,
  blank = 0x0201,
  number = 0x0203,
  label = 0x0204,
  boolerr = 0x0205,
  formula3 = 0x0206,
  string = 0x0207,
  row = 0x0208,
  bof3 = 0x0209,
  array = 0x0221,
  defaultrowheight = 0x0225,
  table = 0x0236,
  xf3 = 0x0243,
  rk = 0x027E,
  formula4 = 0x0406,
  bof4 = 0x0409,
  format = 0x041E,
  xf4 = 0x0443,
  shrfmla = 0x04BC,
  bof = 0x0809,
};
}  // namespace xls

static_assert(std::endian::native == std::endian::little, "BIFF is little-endian, and is read as it stands");

inline std::uint8_t get8(const char* at) { return static_cast<std::uint8_t>(*at); }
inline std::uint16_t get16(const char* at) {
  std::uint16_t value;
  std::memcpy(&value, at, sizeof value);
  return value;
}
inline std::uint32_t get32(const char* at) {
  std::uint32_t value;
  std::memcpy(&value, at, sizeof value);
  return value;
}
inline double get_double(const char* at) {
  double value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

/// `data` is valid until the cursor that gave it moves on.
struct BiffRecord {
  std::uint16_t id = 0;
  std::string_view data;
  std::size_t offset = 0;  ///< of its header in the stream

  std::size_t end() const { return offset + 4 + data.size(); }
};

/// Walks over the records of a stream. A record that the stream cuts off is none.
class RecordCursor {
 public:
  RecordCursor(const StreamBytes& stream, std::size_t offset) : stream_(stream) { seek(offset); }

  void seek(std::size_t offset);
  bool next(BiffRecord& record) {
    if (end_ - at_ < 4) return next_in_pieces(record);
    const std::ptrdiff_t size = get16(at_ + 2);
    if (end_ - at_ < size + 4) return next_in_pieces(record);
    record.id = get16(at_);
    record.data = {at_ + 4, static_cast<std::size_t>(size)};
    record.offset = offset();
    at_ += size + 4;
    return true;
  }
  std::size_t offset() const { return piece_offset_ + static_cast<std::size_t>(at_ - begin_); }

  /// For readers with a straight path of their own: the bytes ahead in the piece at hand, and moving over them.
  const char* at() const { return at_; }
  const char* piece_end() const { return end_; }
  void move_to(const char* place) { at_ = place; }

 private:
  bool next_in_pieces(BiffRecord& record);
  bool take(std::size_t size, std::string& out);

  const StreamBytes& stream_;
  std::size_t piece_ = 0;
  std::size_t piece_offset_ = 0;
  const char* begin_ = nullptr;  ///< of the piece
  const char* at_ = nullptr;
  const char* end_ = nullptr;
  std::string scratch_;  ///< a record that stands across pieces
};

/// What a substream is, by its BOF record.
enum class BofKind : std::uint8_t { globals, workspace4, worksheet, other };

struct Bof {
  Biff version = Biff::v8;
  BofKind kind = BofKind::worksheet;
};

inline bool is_bof(std::uint16_t id) { return id == xls::bof || id == xls::bof4 || id == xls::bof3 || id == xls::bof2; }

/// *Errors*: file.unreadable why.xls-version for a version that nobody has written.
Bof parse_bof(const BiffRecord& record);

/// Do the bytes begin as a BIFF stream that stands in a file of its own?
bool is_bare_biff(std::string_view bytes);

}  // namespace huizong
