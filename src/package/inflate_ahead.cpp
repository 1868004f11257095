#include "package/inflate_ahead.hpp"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <cstring>
#include <exception>
#include <mutex>
#include <thread>

namespace huizong {
namespace {

constexpr std::size_t piece_bytes = 256 * 1024;
constexpr std::size_t pieces = 4;

struct Piece {
  std::unique_ptr<char[]> bytes = std::make_unique_for_overwrite<char[]>(piece_bytes);
  std::size_t size = 0;
};

}  // namespace

/// A ring: the thread fills the piece behind the last, the reader empties the first. Only the counts are shared; a piece
/// belongs to one side at a time.
struct AheadStream::State {
  PartStream source;
  std::array<Piece, pieces> ring;
  std::mutex mutex;
  std::condition_variable changed;
  std::size_t filled = 0;   ///< pieces ever filled
  std::size_t emptied = 0;  ///< pieces ever given back
  bool ended = false;       ///< no piece comes behind those filled
  bool wanted = true;
  std::exception_ptr failure;
  std::size_t at = 0;  ///< in the first piece; the reader's own
  std::thread thread;

  State(const ZipEntry& entry, InflateBudget& budget) : source(entry, budget) {
    thread = std::thread([this] { fill(); });
  }
  ~State() {
    {
      const std::lock_guard lock(mutex);
      wanted = false;
    }
    changed.notify_all();
    thread.join();
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void fill();
  bool wait_for_piece();
  void give_back();
};

void AheadStream::State::fill() {
  for (bool more = true; more;) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return filled - emptied < pieces || !wanted; });
    if (!wanted) return;
    Piece& piece = ring[filled % pieces];
    lock.unlock();
    std::exception_ptr fault;
    try {
      piece.size = source.read(piece.bytes.get(), piece_bytes);
      more = !source.at_end();
    } catch (...) {
      fault = std::current_exception();
      more = false;
    }
    lock.lock();
    failure = fault;
    if (!fault) ++filled;
    ended = !more;
    lock.unlock();
    changed.notify_all();
  }
}

/// False at the end. *Errors*: those that the thread met, behind all that it had filled before.
bool AheadStream::State::wait_for_piece() {
  std::unique_lock lock(mutex);
  changed.wait(lock, [&] { return filled > emptied || ended; });
  if (filled > emptied) return true;
  if (failure) std::rethrow_exception(failure);
  return false;
}

void AheadStream::State::give_back() {
  {
    const std::lock_guard lock(mutex);
    ++emptied;
    at = 0;
  }
  changed.notify_all();
}

AheadStream::AheadStream(const ZipEntry& entry, InflateBudget& budget)
    : state_(std::make_unique<State>(entry, budget)) {}
AheadStream::~AheadStream() = default;

bool AheadStream::at_end() const {
  const std::lock_guard lock(state_->mutex);
  return state_->ended && !state_->failure && state_->filled == state_->emptied;
}

std::size_t AheadStream::read(char* out, std::size_t size) {
  std::size_t got = 0;
  while (got < size && state_->wait_for_piece()) {
    const Piece& piece = state_->ring[state_->emptied % pieces];
    const std::size_t step = std::min(size - got, piece.size - state_->at);
    std::memcpy(out + got, piece.bytes.get() + state_->at, step);
    state_->at += step;
    got += step;
    if (state_->at == piece.size) state_->give_back();
  }
  return got;
}

}  // namespace huizong
