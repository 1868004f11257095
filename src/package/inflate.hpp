#pragma once
// Parts of a zip archive as plain bytes, against a running budget: whole, or piece by piece in bounded memory.

#include <atomic>
#include <cstddef>
#include <memory>
#include <string_view>

#include "package/zip.hpp"

namespace huizong {

/// What may still be inflated from one file, over all its parts and by all its threads.
class InflateBudget {
 public:
  explicit InflateBudget(std::size_t bytes) : whole_(bytes), left_(bytes) {}
  void take(std::size_t bytes);  ///< *Errors*: file.too-large once it is used up
  std::size_t left() const { return left_; }

 private:
  std::size_t whole_;
  std::atomic<std::size_t> left_;
};

/// The bytes of a part; a deflated part's are its own, a stored part's are those of the file.
class PartBytes {
 public:
  PartBytes() = default;
  explicit PartBytes(std::string_view borrowed) : view_(borrowed) {}
  PartBytes(std::unique_ptr<char[]> own, std::size_t size) : own_(std::move(own)), view_(own_.get(), size) {}
  std::string_view view() const { return view_; }

 private:
  std::unique_ptr<char[]> own_;
  std::string_view view_;
};

/// Parts that declare more than this are inflated piece by piece.
constexpr std::size_t small_part_bytes = 1u << 20;

/// The whole of a part, its checksum and size checked.
/// *Errors*: file.unreadable why.zip-damaged, why.zip-method; file.hostile why.zip-mismatch; file.too-large.
PartBytes inflate_part(const ZipEntry& entry, InflateBudget& budget);

/// Bytes that flow.
class ByteStream {
 public:
  virtual ~ByteStream() = default;
  /// Fills `out` as far as there is something; less than `size` only at the end. *Errors*: as inflate_part.
  virtual std::size_t read(char* out, std::size_t size) = 0;
  virtual bool at_end() const = 0;
};

/// A part that flows: memory does not grow with its size. The last read has checked size and checksum.
class PartStream : public ByteStream {
 public:
  PartStream(const ZipEntry& entry, InflateBudget& budget);
  ~PartStream() override;

  std::size_t read(char* out, std::size_t size) override;
  bool at_end() const override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace huizong
