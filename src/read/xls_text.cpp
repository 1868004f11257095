#include "read/xls_text.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include "package/refuse.hpp"

namespace huizong {
namespace {

constexpr std::uint8_t is_wide = 0x01, has_phonetic = 0x04, has_runs = 0x08;

bool read_runs(ContinuedData& data, std::uint32_t count, std::vector<FontRun>& runs) {
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto from = data.take(2), font = data.take(2);
    if (!font) return false;
    runs.push_back({static_cast<std::uint16_t>(*from), static_cast<std::uint16_t>(*font)});
  }
  return true;
}

}  // namespace

ContinuedData::ContinuedData(const StreamBytes& stream, const BiffRecord& first, std::size_t skip)
    : cursor_(stream, first.end()),
      at_(first.data.data() + std::min(skip, first.data.size())),
      end_(first.data.data() + first.data.size()) {}

bool ContinuedData::next_piece() {
  BiffRecord record;
  const std::size_t offset = cursor_.offset();
  if (!cursor_.next(record) || record.id != xls::continued) {
    cursor_.seek(offset);
    return false;
  }
  at_ = record.data.data();
  end_ = at_ + record.data.size();
  return true;
}

std::optional<std::uint32_t> ContinuedData::take(int width) {
  std::uint32_t value = 0;
  for (int i = 0; i < width; ++i) {
    while (at_ == end_) {
      if (!next_piece()) return std::nullopt;
    }
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(*at_++)) << (8 * i);
  }
  return value;
}

bool ContinuedData::skip(std::size_t count) {
  while (count > left()) {
    count -= left();
    at_ = end_;
    if (!next_piece()) return false;
  }
  at_ += count;
  return true;
}

void Utf8Writer::put_latin1(const char* from, std::size_t count) {
  if (high_ != 0) put_surrogate(0);
  const char* end = from + count;
  while (from < end) {
    while (end - from >= 8) {
      std::uint64_t eight;
      std::memcpy(&eight, from, 8);
      if (eight & 0x8080808080808080u) break;
      std::memcpy(out_, from, 8);
      from += 8;
      out_ += 8;
    }
    if (from == end) return;
    const auto byte = static_cast<unsigned char>(*from++);
    if (byte < 0x80) {
      *out_++ = static_cast<char>(byte);
    } else {
      *out_++ = static_cast<char>(0xC0 | byte >> 6);
      *out_++ = static_cast<char>(0x80 | (byte & 0x3F));
    }
  }
}

void Utf8Writer::put_utf16(const char* from, std::size_t count) {
  char* out = out_;
  for (const char* end = from + 2 * count; from < end; from += 2) {
    const std::uint32_t unit = get16(from);
    if (high_ != 0 || (unit & 0xF800) == 0xD800) {
      out_ = out;
      put_surrogate(unit);
      out = out_;
    } else if (unit >= 0x800) {
      *out++ = static_cast<char>(0xE0 | unit >> 12);
      *out++ = static_cast<char>(0x80 | (unit >> 6 & 0x3F));
      *out++ = static_cast<char>(0x80 | (unit & 0x3F));
    } else if (unit >= 0x80) {
      *out++ = static_cast<char>(0xC0 | unit >> 6);
      *out++ = static_cast<char>(0x80 | (unit & 0x3F));
    } else {
      *out++ = static_cast<char>(unit);
    }
  }
  out_ = out;
}

/// Any unit where a surrogate waits or comes; 0 only ends the waiting.
void Utf8Writer::put_surrogate(std::uint32_t unit) {
  const std::uint32_t high = high_;
  high_ = 0;
  if (high != 0 && (unit & 0xFC00) == 0xDC00) {
    const std::uint32_t code = 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00);
    *out_++ = static_cast<char>(0xF0 | code >> 18);
    *out_++ = static_cast<char>(0x80 | (code >> 12 & 0x3F));
    *out_++ = static_cast<char>(0x80 | (code >> 6 & 0x3F));
    *out_++ = static_cast<char>(0x80 | (code & 0x3F));
    return;
  }
  const auto put_replacement = [&] {
    for (const char c : {'\xEF', '\xBF', '\xBD'}) *out_++ = c;
  };
  if (high != 0) put_replacement();
  if ((unit & 0xFC00) == 0xD800) {
    high_ = unit;
  } else if ((unit & 0xFC00) == 0xDC00) {
    put_replacement();
  } else if (unit != 0) {
    const auto little = static_cast<std::uint16_t>(unit);
    put_utf16(reinterpret_cast<const char*>(&little), 1);
  }
}

char* Utf8Writer::finish() {
  if (high_ != 0) put_surrogate(0);
  return out_;
}

TextEnd read_unicode(ContinuedData& data, std::size_t length, Utf8Writer& out, std::vector<FontRun>* runs) {
  const auto options = data.take(1);
  if (!options) return length == 0 ? TextEnd::whole : TextEnd::cut_off;
  const std::uint32_t run_count = *options & has_runs ? data.take(2).value_or(0) : 0;
  const std::uint32_t phonetic = *options & has_phonetic ? data.take(4).value_or(0) : 0;
  bool wide = *options & is_wide;
  while (length > 0) {
    if (data.left() == 0) {
      if (!data.next_piece()) return TextEnd::cut_off;
      if (data.left() == 0) continue;
      wide = get8(data.at()) & is_wide;
      data.advance(1);
    }
    const std::size_t size = wide ? 2 : 1, count = std::min(length, data.left() / size);
    if (count == 0) return TextEnd::cut_off;  // half a character: nobody splits so
    if (wide)
      out.put_utf16(data.at(), count);
    else
      out.put_latin1(data.at(), count);
    data.advance(count * size);
    length -= count;
  }
  if (runs != nullptr && !read_runs(data, run_count, *runs)) return TextEnd::cut_off;
  return data.skip((runs == nullptr ? std::size_t{run_count} * 4 : 0) + phonetic) ? TextEnd::whole : TextEnd::cut_off;
}

std::string_view keep_unicode(ContinuedData& data, std::size_t length, TextArena& arena) {
  // A character takes three bytes at most, and length is below 65,536: a field of 16 bits.
  std::array<char, 1024> small;
  std::unique_ptr<char[]> large;
  if (length * 3 + 4 > small.size()) large = std::make_unique_for_overwrite<char[]>(length * 3 + 4);
  char* room = large ? large.get() : small.data();
  Utf8Writer writer(room);
  if (read_unicode(data, length, writer) != TextEnd::whole) refuse_unreadable("why.xls-damaged");
  return arena.keep({room, static_cast<std::size_t>(writer.finish() - room)});
}

std::string_view keep_bytes(std::string_view bytes, const CodePage& page, TextArena& arena) {
  if (is_ascii(bytes)) return arena.keep(bytes);
  std::string text;
  if (!page.append(bytes, text)) refuse_unreadable("why.encoding");
  return arena.keep(text);
}

}  // namespace huizong
