#pragma once
// What may explain a total that does not agree, in words. Internal to the room.

#include "base/message.hpp"

namespace huizong {

/// Out of `suspects` (a line each: kind, rows, names, label, value, expected, columns, split by tabs) makes `hint`, and where
/// there is one suspect `do`, its way to mend.
void name_suspects(Args& args, Lang lang);

}  // namespace huizong
