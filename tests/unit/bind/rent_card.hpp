#pragma once
// A card with a table in it, as its office filled it in: what the tests of cards change.

#include <string>
#include <vector>

#include "sheet_maker.hpp"

namespace huizong::test {

inline const Look base{.file = "2024/太原市/小店区/云谷.xlsx"};

inline const std::vector<std::string> rent_lines{
    "申请认定的小微企业创业创新基地周边租金询价表",
    "小微企业双创基地名称|太原市小店区云谷双创基地",
    "小微企业双创基地地址|龙城大街66号",
    "小微企业双创基地租金价格(元/每年每平方米)|260",
    "周边类似场地名称|与小微企业双创基地的距离(千米)|租金价格(元/每年每平方米)|联系人|联系电话",
    "龙城大厦|0.8|310|刘洋|'13903510001",
    "学府大厦|1.6|295.5|陈静|'13903510002",
    "县(市、区)中小企业管理部门意见|属实",
};

}  // namespace huizong::test
