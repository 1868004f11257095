#pragma once
// What the fuzz targets share: small limits, and the one kind of error that may escape.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "checking_sink.hpp"
#include "read/read.hpp"

namespace huizong::fuzz {

/// Small, so that what memory is used shows that a limit is not held.
constexpr ReadLimits small_limits{.file_bytes = 16u << 20, .part_bytes = 16u << 20, .string_bytes = 4u << 20, .entries = 200,
                                  .repeated_cells = 1u << 20};

inline std::string_view to_view(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Runs `call`. The rule by which it was refused; nullopt where it was not. Whatever else is thrown is a finding.
template <typename Call>
std::optional<std::string> refusal(Call&& call) {
  try {
    call();
    return std::nullopt;
  } catch (const Error& error) {
    require(error.kind() == ErrorKind::input, "only input errors escape");
    require(error.message().id.starts_with("file."), "a refusal is a rule of the program");
    for (const auto& [name, value] : error.message().args) require(is_utf8(value), "arguments of a message are UTF-8");
    return error.message().id;
  }
}

using Reader = void (*)(std::string_view bytes, std::string_view file_name, const ReadLimits& limits, CellSink& sink);

/// Reads bytes by one reader, twice: once whole, once without its first sheet.
inline void check_reader(Reader read, std::string_view bytes, std::string_view file_name,
                         std::uint32_t most_rows = 1'048'576) {
  CheckingSink sink(most_rows);
  if (!refusal([&] { read(bytes, file_name, small_limits, sink); })) sink.finish();
  CheckingSink choosy(most_rows);
  choosy.declined = 0;
  if (!refusal([&] { read(bytes, file_name, small_limits, choosy); })) choosy.finish();
}

}  // namespace huizong::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
