#pragma once
// What a row below the header is, told by its words.

#include <string>
#include <string_view>
#include <vector>

#include "bind/sheet_text.hpp"

namespace huizong {

/// 合计; 小计; 太原市合计, which may be either; a figure about all rows behind a label that the schema names.
enum class TotalKind { none, grand, part, named, labelled };

TotalKind to_total_kind(std::string_view text);
bool is_nil_word(std::string_view text);     ///< 无, 零报告
bool is_filler(std::string_view text);       ///< ……, 示例
bool is_of_which(std::string_view text);     ///< 其中：…, a part of the row above
/// 甲 1 2 3=1+2: numbers of columns, not figures.
bool is_numbering(const std::vector<TextCell>& cells);

}  // namespace huizong
