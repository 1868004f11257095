#pragma once
// A big part that a second thread inflates ahead of who reads it.

#include <memory>

#include "package/inflate.hpp"

namespace huizong {

/// Gives the same bytes and the same errors as PartStream, at the same places; inflates at most a mebibyte ahead.
class AheadStream : public ByteStream {
 public:
  AheadStream(const ZipEntry& entry, InflateBudget& budget);
  ~AheadStream() override;

  std::size_t read(char* out, std::size_t size) override;
  bool at_end() const override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace huizong
