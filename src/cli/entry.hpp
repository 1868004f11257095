#pragma once

#include <string>
#include <vector>

namespace huizong {

/// Global options, then the command. Gives the exit status; exceptions become advice here and nowhere else.
int enter(const std::vector<std::string>& arguments);

}  // namespace huizong
