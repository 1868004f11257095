#pragma once
// Figures, findings and lists as columns of text: readable in any SQLite shell, compared as text, quick to take apart.

#include <string>
#include <string_view>
#include <vector>

#include "model/return.hpp"

namespace huizong {

/// One line a value: field, kind letter, cell, number, unit step, text; tabs between, `\t` `\n` `\\` escaped.
/// Values that are missing without a cell are left out.
std::string encode_values(const Values& values);
/// *Shape*: as long as `fields`. *Errors*: Error(archive) for a text that encode_values cannot have written.
Values decode_values(std::string_view text, std::size_t fields);

std::string encode_args(const Args& args);
Args decode_args(std::string_view text);

std::string encode_list(const std::vector<std::string>& list);
std::vector<std::string> decode_list(std::string_view text);

/// A finding without a return (of a file), as one text.
std::string encode_finding(const Finding& finding);
Finding decode_finding(std::string_view text);

}  // namespace huizong
