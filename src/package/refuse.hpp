#pragma once
// The ways in which a file is refused: one place for the ids, so that every format refuses alike.

#include <cstddef>
#include <string_view>

namespace huizong {

/// Throws Error(input, file.unreadable) with arg `why`, a message id why.*.
[[noreturn]] void refuse_unreadable(std::string_view why);
/// As above, with the name of the part that is at fault as arg `part`.
[[noreturn]] void refuse_unreadable(std::string_view why, std::string_view part);
/// Throws Error(input, file.hostile) with arg `why`, a message id why.*.
[[noreturn]] void refuse_hostile(std::string_view why);
/// Throws Error(input, file.encrypted).
[[noreturn]] void refuse_encrypted();
/// Throws Error(input, file.too-large) with arg `limit`. *Units*: bytes.
[[noreturn]] void refuse_too_large(std::size_t limit_bytes);
/// Throws Error(input, file.unsupported) with arg `format`: xls, pdf, …
[[noreturn]] void refuse_unsupported(std::string_view format);

}  // namespace huizong
