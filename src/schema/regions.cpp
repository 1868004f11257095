// Columns: 代码, 一级行政区, 二级行政区, 名称, 级别, 状态 (在用/变更/弃用), 启用时间, 变更/弃用时间, 新代码.
// Source: schemas/regions/README.md. 变更 rows are earlier names of a code that another row carries on.

#include "schema/regions.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/csv.hpp"
#include "base/error.hpp"
#include "schema/load.hpp"

namespace huizong {
namespace {

struct Row {
  std::string code, name, level, state, second;
  int since = 0, until = 0;
  std::string successors;
};

int to_year(std::string_view text) {
  int year = 0;
  std::from_chars(text.data(), text.data() + text.size(), year);
  return year;
}

std::vector<Row> to_rows(std::string_view csv) {
  if (csv.starts_with("\xEF\xBB\xBF")) csv.remove_prefix(3);
  std::vector<Row> rows;
  std::size_t line = 0;
  split_csv(csv, ',', [&](const std::vector<std::string>& cells) {
    if (++line == 1) return;
    if (cells.size() != 9 || cells[0].size() != 6) {
      throw Error(ErrorKind::schema, "error.region-table", {{"line", std::to_string(line)}});
    }
    rows.push_back({cells[0], cells[3], cells[4], cells[5], cells[2], to_year(cells[6]), to_year(cells[7]), cells[8]});
  });
  return rows;
}

Level to_level(std::string_view word) {
  if (word == "省级") return Level::province;
  return word == "地级" ? Level::city : Level::county;
}

std::string parent_of(const Row& row) {
  if (row.level == "省级") return {};
  if (row.level == "地级" || row.second == "直辖") return row.code.substr(0, 2) + "0000";
  return row.code.substr(0, 4) + "00";
}

/// `130108[2001];130111` of a code that ended in 2014: only 130111 stands for it, what went in 2001 was a part of it.
/// A code in use has given parts away and stands for itself.
std::vector<Successor> successors_of(const Row& row) {
  std::vector<Successor> last, parts;
  if (row.state != "弃用") return last;
  for (std::string_view rest = row.successors; rest.size() >= 6;) {
    const std::string_view entry = rest.substr(0, rest.find(';'));
    rest.remove_prefix(std::min(rest.size(), entry.size() + 1));
    const int year = entry.size() > 6 ? to_year(entry.substr(7)) : row.until;
    (year == row.until ? last : parts).push_back({std::string(entry.substr(0, 6)), year});
  }
  return last.empty() ? parts : last;
}

Region to_region(const Row& row) {
  Region region;
  region.code = row.code;
  region.name = row.name;
  region.parent = parent_of(row);
  region.level = to_level(row.level);
  region.since = row.since;
  region.until = row.state == "弃用" ? row.until : 0;
  region.successors = successors_of(row);
  return region;
}

}  // namespace

std::vector<Region> parse_regions(std::string_view csv) {
  const std::vector<Row> rows = to_rows(csv);
  std::vector<Region> regions;
  std::unordered_map<std::string, std::size_t> by_code;
  std::unordered_set<std::string> in_use;  // province + name
  for (const Row& row : rows) {
    if (row.state == "变更") continue;
    if (row.state == "在用") in_use.insert(row.code.substr(0, 2) + row.name);
    by_code.emplace(row.code, regions.size());
    regions.push_back(to_region(row));
  }
  for (const Row& row : rows) {
    const auto found = by_code.find(row.code);
    if (row.state != "变更" || found == by_code.end()) continue;
    Region& region = regions[found->second];
    region.since = std::min(region.since, row.since);
    // A former name that another region of the province bears today would only confuse.
    if (row.name == region.name || in_use.contains(row.code.substr(0, 2) + row.name)) continue;
    if (std::find(region.other_names.begin(), region.other_names.end(), row.name) == region.other_names.end()) {
      region.other_names.push_back(row.name);
    }
  }
  return regions;
}

void add_regions(RegionTree& tree, std::string_view csv) {
  for (Region& region : parse_regions(csv)) tree.add(std::move(region));
}

}  // namespace huizong
