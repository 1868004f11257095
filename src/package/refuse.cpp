#include "package/refuse.hpp"

#include <string>

#include "base/error.hpp"

namespace huizong {

void refuse_unreadable(std::string_view why) {
  throw Error(ErrorKind::input, "file.unreadable", {{"why", std::string(why)}});
}

void refuse_unreadable(std::string_view why, std::string_view part) {
  throw Error(ErrorKind::input, "file.unreadable", {{"why", std::string(why)}, {"part", std::string(part)}});
}

void refuse_hostile(std::string_view why) {
  throw Error(ErrorKind::input, "file.hostile", {{"why", std::string(why)}});
}

void refuse_encrypted() { throw Error(ErrorKind::input, "file.encrypted"); }

void refuse_too_large(std::size_t limit_bytes) {
  throw Error(ErrorKind::input, "file.too-large", {{"limit", std::to_string(limit_bytes)}});
}

void refuse_unsupported(std::string_view format) {
  throw Error(ErrorKind::input, "file.unsupported", {{"format", std::string(format)}});
}

}  // namespace huizong
