#pragma once
// What a row below the header is, told by its words.

#include <string>
#include <string_view>
#include <vector>

#include "bind/sheet_text.hpp"

namespace huizong {

/// 合计; 小计; 太原市合计, which may be either; a figure about all rows behind a label that the schema names; 累计, of all rows so far.
enum class TotalKind { none, grand, part, named, labelled, running };

/// Also with marks, brackets or a count behind it: 合 计：, 小计（3家）, 总计5户, 共3家, Total.
TotalKind to_total_kind(std::string_view text);

/// 北京市（92所）, which heads its rows with or without figures; 太原市, 一、工业园区型, which do so only alone in their row.
enum class GroupTitle { none, alone, counted };
GroupTitle to_group_title(std::string_view text);

/// 填表人, in a cell of its own; 太原市工信局（盖章）.
bool is_signature(std::string_view text);
bool is_nil_word(std::string_view text);     ///< 无, 零报告
bool is_filler(std::string_view text);       ///< ……, 示例, 以下空白
bool is_of_which(std::string_view text);     ///< 其中：…, a part of the row above
bool is_comparison(std::string_view text);   ///< 平均, 上年同期, 占比: about the rows above
bool is_group_title(std::string_view text);  ///< 一、重点企业, （二）第二批, 昌平区（12家）
bool is_page_line(std::string_view text);    ///< （续表）, 第 1 页 共 2 页, — 2 —
/// 甲 1 2 3=1+2: numbers of columns, not figures.
bool is_numbering(std::span<const TextCell> cells);

}  // namespace huizong
