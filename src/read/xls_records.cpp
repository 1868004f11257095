#include "read/xls_records.hpp"

#include <algorithm>

#include "package/refuse.hpp"

namespace huizong {
namespace {

constexpr std::uint16_t kind_globals = 0x0005, kind_worksheet = 0x0010, kind_workspace4 = 0x0100;

/// The number of a BOF names the version up to 4; from 5 on the record itself does. Some programs write the number of
/// Excel 5 with the version of an older one, and Excel for the Macintosh a version between two.
Biff version_of(const BiffRecord& record) {
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

void RecordCursor::seek(std::size_t offset) {
  begin_ = at_ = end_ = nullptr;
  piece_offset_ = offset;
  if (stream_.pieces().empty()) return;
  piece_ = stream_.find_piece(offset);
  const StreamBytes::Piece& piece = stream_.pieces()[piece_];
  begin_ = piece.bytes.data();
  end_ = begin_ + piece.bytes.size();
  at_ = begin_ + std::min(offset - piece.offset, piece.bytes.size());
  piece_offset_ = piece.offset;
}

/// A record whose head or data go on in the next piece. What there is of one that is cut off is left alone.
bool RecordCursor::next_in_pieces(BiffRecord& record) {
  const std::size_t start = offset();
  scratch_.clear();
  if (take(4, scratch_)) {
    const std::size_t size = get16(scratch_.data() + 2);
    if (take(size, scratch_)) {
      record = {get16(scratch_.data()), std::string_view(scratch_).substr(4), start};
      return true;
    }
  }
  seek(start);
  return false;
}

bool RecordCursor::take(std::size_t size, std::string& out) {
  while (size > 0) {
    const std::size_t count = std::min(size, static_cast<std::size_t>(end_ - at_));
    if (count > 0) out.append(at_, count);
    at_ += count;
    size -= count;
    if (size == 0) break;
    if (piece_ + 1 >= stream_.pieces().size()) return false;
    seek(stream_.pieces()[piece_ + 1].offset);
  }
  return true;
}

Bof parse_bof(const BiffRecord& record) {
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
