#include "read/xls_records.hpp"

#include "package/refuse.hpp"

namespace huizong {
namespace {

constexpr std::uint16_t kind_globals = 0x0005, kind_worksheet = 0x0010, kind_workspace4 = 0x0100;

/// The number of a BOF names the version up to 4; from 5 on the record itself does. Some programs write the number of
/// Excel 5 with the version of an older one, and Excel for the Macintosh a version between two.
Biff version_of(const Record& record) {
  if (record.id == xls::bof2) return Biff::v2;
  if (record.id == xls::bof3) return Biff::v3;
  if (record.id == xls::bof4) return Biff::v4;
  switch (get16(record.data.data()) >> 8) {
    case 6:
      return Biff::v8;
    case 5:
      return Biff::v5;
    case 4:
      return Biff::v4;
    case 3:
      return Biff::v3;
    case 2:
    case 0:
      return Biff::v2;
    default:
      refuse_unreadable("why.xls-version");
  }
}

}  // namespace

Bof parse_bof(const Record& record) {
  if (record.data.size() < 4) refuse_unreadable("why.xls-version");
  const std::uint16_t kind = get16(record.data.data() + 2);
  Bof bof{version_of(record), BofKind::other};
  if (kind == kind_worksheet) bof.kind = BofKind::worksheet;
  if (kind == kind_globals) bof.kind = BofKind::globals;
  if (kind == kind_workspace4 && bof.version == Biff::v4) bof.kind = BofKind::workspace4;
  return bof;
}

bool is_bare_biff(std::string_view bytes) {
  if (bytes.size() < 8 || !is_bof(get16(bytes.data()))) return false;
  const std::size_t size = get16(bytes.data() + 2);
  if (size < 4 || size > 20 || bytes.size() < size + 8) return false;
  const std::uint16_t kind = get16(bytes.data() + 6);
  return kind == kind_globals || kind == kind_worksheet || kind == 0x0020 || kind == 0x0040 || kind == kind_workspace4;
}

}  // namespace huizong
