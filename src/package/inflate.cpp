#include "package/inflate.hpp"

#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>
#include <libdeflate.h>

#include <algorithm>
#include <cstring>

#include "package/refuse.hpp"

namespace huizong {
namespace {

/// Four times as fast as libdeflate's where the processor multiplies without carry in wide registers.
std::uint32_t add_crc(std::uint32_t crc, const char* bytes, std::size_t size) {
  return crc32_gzip_refl(crc, reinterpret_cast<const unsigned char*>(bytes), size);
}

void check_crc(const ZipEntry& entry, std::uint32_t crc) {
  if (crc != entry.crc) refuse_unreadable("why.zip-damaged", entry.name);
}

void check_method(const ZipEntry& entry) {
  if (entry.method != static_cast<std::uint16_t>(ZipMethod::stored) &&
      entry.method != static_cast<std::uint16_t>(ZipMethod::deflated)) {
    refuse_unreadable("why.zip-method", entry.name);
  }
}

struct FreeDecompressor {
  void operator()(libdeflate_decompressor* d) const { libdeflate_free_decompressor(d); }
};

/// For parts that declare at most small_part_bytes: the buffer is bounded by that, not by the claim.
PartBytes inflate_small(const ZipEntry& entry, InflateBudget& budget) {
  thread_local const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> decompressor(
      libdeflate_alloc_decompressor());
  if (!decompressor) throw std::bad_alloc();
  const std::size_t size = entry.declared_size;
  budget.take(size);
  auto out = std::make_unique_for_overwrite<char[]>(std::max<std::size_t>(size, 1));
  std::size_t actual = 0;
  const auto result =
      libdeflate_deflate_decompress(decompressor.get(), entry.data.data(), entry.data.size(), out.get(), size, &actual);
  if (result == LIBDEFLATE_INSUFFICIENT_SPACE || (result == LIBDEFLATE_SUCCESS && actual != size)) {
    refuse_hostile("why.zip-mismatch");
  }
  if (result != LIBDEFLATE_SUCCESS) refuse_unreadable("why.zip-damaged", entry.name);
  check_crc(entry, add_crc(0, out.get(), size));
  return PartBytes(std::move(out), size);
}

/// A buffer that doubles as bytes really arrive.
PartBytes inflate_growing(const ZipEntry& entry, InflateBudget& budget) {
  PartStream stream(entry, budget);
  std::size_t capacity = 4 * small_part_bytes, size = 0;
  auto out = std::make_unique_for_overwrite<char[]>(capacity);
  while (true) {
    size += stream.read(out.get() + size, capacity - size);
    if (stream.at_end()) return PartBytes(std::move(out), size);
    auto wider = std::make_unique_for_overwrite<char[]>(capacity * 2);
    std::memcpy(wider.get(), out.get(), size);
    out = std::move(wider);
    capacity *= 2;
  }
}

}  // namespace

void InflateBudget::take(std::size_t bytes) {
  std::size_t left = left_;
  do {
    if (bytes > left) refuse_too_large(whole_);
  } while (!left_.compare_exchange_weak(left, left - bytes));
}

PartBytes inflate_part(const ZipEntry& entry, InflateBudget& budget) {
  check_method(entry);
  if (entry.method == static_cast<std::uint16_t>(ZipMethod::stored)) {
    budget.take(entry.data.size());
    check_crc(entry, add_crc(0, entry.data.data(), entry.data.size()));
    return PartBytes(entry.data);
  }
  return entry.declared_size <= small_part_bytes ? inflate_small(entry, budget) : inflate_growing(entry, budget);
}

struct PartStream::State {
  const ZipEntry& entry;
  InflateBudget& budget;
  std::string_view rest;  ///< input that has not been handed on yet
  std::uint64_t produced = 0;
  std::uint32_t crc = 0;
  bool ended = false;
  inflate_state igzip;

  State(const ZipEntry& e, InflateBudget& b) : entry(e), budget(b), rest(e.data) {
    check_method(entry);
    isal_inflate_init(&igzip);
    igzip.crc_flag = ISAL_DEFLATE;
    igzip.avail_in = 0;
  }

  std::size_t inflate_some(char* out, std::size_t size);
  std::size_t copy_some(char* out, std::size_t size);
  void account(const char* out, std::size_t size);
};

std::size_t PartStream::State::inflate_some(char* out, std::size_t size) {
  constexpr std::size_t most = 1u << 30;  // the library counts in 32 bits
  if (igzip.avail_in == 0 && !rest.empty()) {
    const std::size_t slice = std::min(rest.size(), most);
    igzip.next_in = reinterpret_cast<std::uint8_t*>(const_cast<char*>(rest.data()));
    igzip.avail_in = static_cast<std::uint32_t>(slice);
    rest.remove_prefix(slice);
  }
  const auto room = static_cast<std::uint32_t>(std::min(size, most));
  const std::uint32_t in_before = igzip.avail_in;
  igzip.next_out = reinterpret_cast<std::uint8_t*>(out);
  igzip.avail_out = room;
  const int result = isal_inflate(&igzip);
  const std::size_t got = room - igzip.avail_out;
  if (result != ISAL_DECOMP_OK && result != ISAL_END_INPUT) refuse_unreadable("why.zip-damaged", entry.name);
  ended = igzip.block_state == ISAL_BLOCK_FINISH;
  const bool stuck = got == 0 && igzip.avail_in == in_before && rest.empty();
  if (!ended && stuck) refuse_unreadable("why.zip-damaged", entry.name);  // the data stop in the middle
  return got;
}

std::size_t PartStream::State::copy_some(char* out, std::size_t size) {
  const std::size_t got = std::min(size, rest.size());
  std::memcpy(out, rest.data(), got);
  rest.remove_prefix(got);
  ended = rest.empty();
  return got;
}

void PartStream::State::account(const char* out, std::size_t size) {
  budget.take(size);
  produced += size;
  if (produced > entry.declared_size) refuse_hostile("why.zip-mismatch");
  crc = add_crc(crc, out, size);
  if (!ended) return;
  if (produced != entry.declared_size) refuse_hostile("why.zip-mismatch");
  check_crc(entry, crc);
}

PartStream::PartStream(const ZipEntry& entry, InflateBudget& budget) : state_(std::make_unique<State>(entry, budget)) {}
PartStream::~PartStream() = default;

bool PartStream::at_end() const { return state_->ended; }

std::size_t PartStream::read(char* out, std::size_t size) {
  const bool stored = state_->entry.method == static_cast<std::uint16_t>(ZipMethod::stored);
  std::size_t filled = 0;
  while (filled < size && !state_->ended) {
    // Pieces that stay in the cache while they are summed.
    const std::size_t piece = std::min<std::size_t>(size - filled, 128 * 1024);
    const std::size_t got = stored ? state_->copy_some(out + filled, piece) : state_->inflate_some(out + filled, piece);
    state_->account(out + filled, got);
    filled += got;
  }
  return filled;
}

}  // namespace huizong
