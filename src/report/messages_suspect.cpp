// suspect.*: what may explain a total that does not agree, behind “可能是”; and what to do where it is so.

#include "report/messages_table.hpp"

namespace huizong {

std::span<const MessageRow> suspect_messages() {
  static constexpr MessageRow rows[] = {
      {"suspect.left-out", "[第 {rows} 行][（{names}）][“{label}”]未计入合计[，{columns} 列都差在这里]",
       "[row {rows}][ ({names})][“{label}”] was left out of the total[, which explains {columns} columns]",
       "如果是漏加，请把合计改成 {sum}", "if so, put {sum} as the total"},
      {"suspect.hidden-out", "隐藏的第 {rows} 行[（{names}）]未计入合计[，{columns} 列都差在这里]",
       "row {rows}[ ({names})], which is hidden, was left out of the total[, which explains {columns} columns]",
       "请取消隐藏，核对这些行：应当上报的，把合计改成 {sum}；不该报的，整行删除",
       "unhide the rows: where they count, put {sum} as the total; else delete them"},
      {"suspect.stops", "合计公式的范围不够，末尾的第 {rows} 行未计入合计[，{columns} 列都差在这里]",
       "the formula of the total ends too early: row {rows} was left out[, which explains {columns} columns]",
       "请把合计公式的范围扩大到全部数据行，结果应为 {sum}", "let the formula reach over all rows; it then gives {sum}"},
      {"suspect.starts", "合计公式的范围不够，开头的第 {rows} 行未计入合计[，{columns} 列都差在这里]",
       "the formula of the total begins too late: row {rows} was left out[, which explains {columns} columns]",
       "请把合计公式的范围扩大到全部数据行，结果应为 {sum}", "let the formula reach over all rows; it then gives {sum}"},
      {"suspect.twice", "[第 {rows} 行][（{names}）][“{label}”]加了两次[，{columns} 列都差在这里]",
       "[row {rows}][ ({names})][“{label}”] was added twice[, which explains {columns} columns]",
       "如果是重复相加，请把合计改成 {sum}", "if so, put {sum} as the total"},
      {"suspect.subtotal-in", "第 {rows} 行的小计也加进了合计[，{columns} 列都差在这里]",
       "the subtotal in row {rows} was added in as well[, which explains {columns} columns]",
       "合计只加各数据行，不加小计行；如果是这样，请把合计改成 {sum}", "a total adds the rows and not their subtotals: put {sum} there"},
      {"suspect.subtotals-in", "各小计行也加进了合计[，{columns} 列都差在这里]",
       "the subtotals were added in as well[, which explains {columns} columns]",
       "合计只加各数据行，不加小计行；如果是这样，请把合计改成 {sum}", "a total adds the rows and not their subtotals: put {sum} there"},
      {"suspect.subtotals-wrong", "合计等于各小计之和，错在其中的小计", "the total is the sum of the subtotals, of which one is wrong",
       "请先改正与各行不符的小计，再相应改正合计", "correct the subtotal that differs from its rows, then the total"},
      {"suspect.swapped", "[第 {rows} 行][（{names}）][“{label}”]的 {value} 相邻两位数字颠倒，应为 {expected}",
       "two digits of {value}[ in row {rows}][ ({names})][ (“{label}”)] changed places, and it should be {expected}",
       "请对照原始资料；确应为 {expected} 的，把 {value} 改过来", "look it up; where it should be {expected}, put that for {value}"},
      {"suspect.zero-dropped", "[第 {rows} 行][（{names}）][“{label}”]的 {value} 少写了 0，应为 {expected}",
       "{value}[ in row {rows}][ ({names})][ (“{label}”)] lacks a zero, and should be {expected}",
       "请对照原始资料；确应为 {expected} 的，把 {value} 改过来", "look it up; where it should be {expected}, put that for {value}"},
      {"suspect.zero-added", "[第 {rows} 行][（{names}）][“{label}”]的 {value} 多写了 0，应为 {expected}",
       "{value}[ in row {rows}][ ({names})][ (“{label}”)] has a zero too many, and should be {expected}",
       "请对照原始资料；确应为 {expected} 的，把 {value} 改过来", "look it up; where it should be {expected}, put that for {value}"},
      {"suspect.point-moved", "[第 {rows} 行][（{names}）][“{label}”]的 {value} 小数点错位，应为 {expected}",
       "the decimal point of {value}[ in row {rows}][ ({names})][ (“{label}”)] is misplaced, and it should be {expected}",
       "请对照原始资料；确应为 {expected} 的，把 {value} 改过来", "look it up; where it should be {expected}, put that for {value}"},
      {"suspect.sign", "[第 {rows} 行][（{names}）][“{label}”]的 {value} 正负号写反，应为 {expected}",
       "{value}[ in row {rows}][ ({names})][ (“{label}”)] has the wrong sign, and should be {expected}",
       "请对照原始资料；确应为 {expected} 的，把 {value} 改过来", "look it up; where it should be {expected}, put that for {value}"},
      {"suspect.unit", "[第 {rows} 行][（{names}）][“{label}”]的 {value} 单位不同（差一万倍），应为 {expected}",
       "{value}[ in row {rows}][ ({names})][ (“{label}”)] is in another unit (ten thousand times), and should be {expected}",
       "请核对该数是按元还是按万元填的；确应为 {expected} 的，把 {value} 改过来", "see whether it is in 元 or 万元; where it should be {expected}, put that for {value}"},
      {"suspect.blank", "[第 {rows} 行][（{names}）][“{label}”]空着没有填，差的是 {expected}",
       "[row {rows}][ ({names})][“{label}”] was left blank, where {expected} is missing",
       "如果是漏填，请补填这一格；没有数据的，请改正合计", "fill the cell in; where there is nothing, correct the total"},
  };
  return rows;
}

}  // namespace huizong
