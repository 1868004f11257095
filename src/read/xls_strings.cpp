#include "read/xls_strings.hpp"

#include <algorithm>

#include "package/refuse.hpp"
#include "read/xls_text.hpp"

namespace huizong {
namespace {

constexpr std::size_t head_bytes = 8, least_string_bytes = 3;

std::size_t count_bytes(const StreamBytes& stream, const BiffRecord& sst) {
  std::size_t bytes = sst.data.size();
  ContinuedData data(stream, sst, sst.data.size());
  while (data.next_piece()) bytes += data.left();
  return bytes;
}

}  // namespace

XlsStrings::XlsStrings(const StreamBytes& stream, std::size_t offset, std::size_t most_bytes) {
  BiffRecord sst;
  RecordCursor cursor(stream, offset);
  if (!cursor.next(sst) || sst.data.size() < head_bytes) refuse_unreadable("why.xls-damaged");
  const std::size_t bytes = count_bytes(stream, sst), declared = get32(sst.data.data() + 4);
  // A byte becomes two at most. Memory that is never written to costs nothing.
  const std::size_t room = bytes * 2 + 4;
  if (room > std::min<std::size_t>(most_bytes, 0xFFFFFFFFu)) refuse_too_large(most_bytes);
  text_ = std::make_unique_for_overwrite<char[]>(room);
  ends_.reserve(std::min(declared, bytes / least_string_bytes) + 1);
  ends_.push_back(0);
  ContinuedData data(stream, sst, head_bytes);
  char* at = text_.get();
  for (std::size_t i = 0; i < declared; ++i) {
    const auto length = data.take(2);
    if (!length) break;
    Utf8Writer writer(at);
    if (read_unicode(data, *length, writer) != TextEnd::whole) break;
    at = writer.finish();
    ends_.push_back(static_cast<std::uint32_t>(at - text_.get()));
  }
}

}  // namespace huizong
