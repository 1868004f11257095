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
bool is_comparison(std::string_view text);   ///< 平均, 上年同期, 占比: about the rows above
bool is_page_line(std::string_view text);    ///< （续表）, 第 1 页 共 2 页, — 2 —
/// 甲 1 2 3=1+2: numbers of columns, not figures.
bool is_numbering(const std::vector<TextCell>& cells);

}  // namespace huizong
