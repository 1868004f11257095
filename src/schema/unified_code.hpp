#pragma once
// 统一社会信用代码, the unified social credit code. Internal to the room.

#include <string_view>

namespace huizong {

/// 18 characters, the last of which is the check character over the others. Lower case counts as upper case.
/// *Source*: GB 32100-2015, 5 and annex A (modulo 31); the organisation code inside it has a check character of its own
/// after GB 11714, which is not asked for, as codes were given out without.
bool is_unified_code(std::string_view code);

}  // namespace huizong
