#pragma once
// Where a list's header stands, told by how many of the form's labels each row holds.

#include <optional>

#include "bind/header.hpp"

namespace huizong {

/// Where the header stands, with the years that it prints; nothing of its columns yet. nullopt where no row looks like it.
std::optional<HeaderBand> find_band(const SheetText& text, const FormLabels& labels, Around around);

}  // namespace huizong
