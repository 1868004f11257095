#pragma once
// Files that begin with bytes of their own and are no spreadsheet that is read: named, so that the sender knows what
// to do.

#include <string_view>

#include "read/read.hpp"

namespace huizong {

/// `unknown` where the bytes are nothing of the list: pictures, archives, tables of old programs, and the like.
Format sniff_magic(std::string_view bytes);

}  // namespace huizong
