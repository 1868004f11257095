#pragma once
// The seal that a form asks for behind a name, which is no part of it: 云谷公司（盖章）, 工信局（单位公章）.

#include <optional>
#include <string>

namespace huizong {

/// The name in front of a seal's bracket; nullopt where no seal stands at the end.
std::optional<std::string> name_before_seal(std::string_view text);

/// A value without its seal, and without the strokes to write on that stand behind it.
std::string without_seal(std::string text);

}  // namespace huizong
