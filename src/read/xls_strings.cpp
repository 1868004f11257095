#include "read/xls_strings.hpp"

#include <algorithm>

#include "package/refuse.hpp"
#include "read/run_text.hpp"
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

std::size_t bytes_of_letter(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

std::string mark_runs(std::string_view text, const std::vector<FontRun>& runs, const XlsFormats& formats) {
  std::string marked;
  RunLook look = RunLook::plain;
  std::size_t begin = 0, at = 0, unit = 0;
  for (const FontRun& run : runs) {
    while (at < text.size() && unit < run.from) {
      const std::size_t size = bytes_of_letter(text[at]);
      at += size;
      unit += size == 4 ? 2 : 1;  // a pair of surrogates
    }
    marked += to_run_text(text.substr(begin, at - begin), look);
    begin = at;
    look = formats.look_of_font(run.font);
  }
  return marked + to_run_text(text.substr(begin), look);
}

}  // namespace

XlsStrings::XlsStrings(const StreamBytes& stream, std::size_t offset, std::size_t most_bytes, const XlsFormats& formats) {
  BiffRecord sst;
  RecordCursor cursor(stream, offset);
  if (!cursor.next(sst) || sst.data.size() < head_bytes) refuse_unreadable("why.xls-damaged");
  const std::size_t bytes = count_bytes(stream, sst), declared = get32(sst.data.data() + 4);
  // A byte becomes two at most, four where it is marked. Memory that is never written to costs nothing.
  const bool marks = formats.marks_text();
  const std::size_t room = bytes * (marks ? 4 : 2) + 4;
  if (room > std::min<std::size_t>(most_bytes, 0xFFFFFFFFu)) refuse_too_large(most_bytes);
  text_ = std::make_unique_for_overwrite<char[]>(room);
  ends_.reserve(std::min(declared, bytes / least_string_bytes) + 1);
  ends_.push_back(0);
  ContinuedData data(stream, sst, head_bytes);
  char* at = text_.get();
  std::vector<FontRun> runs;
  for (std::size_t i = 0; i < declared; ++i) {
    const auto length = data.take(2);
    if (!length) break;
    Utf8Writer writer(at);
    runs.clear();
    if (read_unicode(data, *length, writer, marks ? &runs : nullptr) != TextEnd::whole) break;
    char* end = writer.finish();
    if (!runs.empty()) {
      const std::string marked = mark_runs({at, static_cast<std::size_t>(end - at)}, runs, formats);
      end = std::copy(marked.begin(), marked.end(), at);
    }
    at = end;
    ends_.push_back(static_cast<std::uint32_t>(at - text_.get()));
  }
}

}  // namespace huizong
