#include "model/region.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "base/text.hpp"

namespace huizong {
namespace {

constexpr std::size_t max_depth = 12;  // of parents and of successors; guards against circles in the data
constexpr std::size_t han_bytes = 3;

/// The peoples that autonomous places are named after; longer names first where one ends another.
constexpr std::array peoples{
    "维吾尔",   "哈萨克族", "哈萨克",   "柯尔克孜", "塔吉克", "蒙古族", "蒙古",   "锡伯",   "回族",   "藏族",
    "土家族",   "土族",     "撒拉族",   "朝鲜族",   "满族",   "壮族",   "苗族",   "侗族",   "布依族", "彝族",
    "白族",     "傣族",     "景颇族",   "傈僳族",   "哈尼族", "羌族",   "黎族",   "瑶族",   "畲族",   "仫佬族",
    "毛南族",   "仡佬族",   "水族",     "佤族",     "拉祜族", "布朗族", "纳西族", "普米族", "怒族",   "独龙族",
    "达斡尔族", "鄂温克族", "鄂伦春族", "东乡族",   "保安族", "裕固族", "各族"};

bool in_use(const Region& region, int year) { return region.since <= year && (region.until == 0 || year < region.until); }

/// `name` without its last `suffix`; nothing where it does not end so or less than two characters would remain.
std::optional<std::string> without(const std::string& name, std::string_view suffix) {
  if (!name.ends_with(suffix) || name.size() < suffix.size() + 2 * han_bytes) return std::nullopt;
  return name.substr(0, name.size() - suffix.size());
}

std::string without_peoples(std::string name) {
  for (bool found = true; found;) {
    found = false;
    for (const char* people : peoples) {
      const std::size_t kept = name.size() - std::min(name.size(), std::string_view(people).size());
      if (!name.ends_with(people) || kept < 2 * han_bytes) continue;
      name.resize(kept);
      found = true;
    }
  }
  return name;
}

/// 海西蒙古族藏族自治州: 海西州, 海西; 管城回族区: 管城区, 管城. A province (广西壮族自治区) has no name with 区.
std::vector<std::string> autonomous_names(const std::string& name) {
  struct Kind { const char *suffix, *last; };
  constexpr std::array kinds{Kind{"自治州", "州"}, Kind{"自治县", "县"}, Kind{"自治旗", "旗"}, Kind{"自治区", ""},
                             Kind{"区", "区"}};
  for (const auto& [suffix, last] : kinds) {
    const auto rest = without(name, suffix);
    if (!rest || (std::string_view(suffix) == "区" && !rest->ends_with("族"))) continue;
    std::string stem = without_peoples(*rest);
    if (auto people = without(stem, "族"); people && stem == *rest) stem = *people;  // 东乡族自治县 has no other name
    return *last == '\0' ? std::vector{stem} : std::vector{stem + last, stem};
  }
  return {};
}

std::vector<std::string> short_names(const std::string& name) {
  if (auto names = autonomous_names(name); !names.empty()) return names;
  constexpr std::array suffixes{"特别行政区", "地区", "新区", "林区", "特区", "省", "市", "区", "县", "旗", "盟"};
  for (const char* suffix : suffixes) {
    if (auto rest = without(name, suffix)) return {*rest};
  }
  return {};
}

/// Counties and cities by code, zones behind them.
bool comes_before(const Region& a, const Region& b) {
  const bool zone_a = a.level == Level::zone;
  const bool zone_b = b.level == Level::zone;
  return zone_a != zone_b ? zone_b : a.code < b.code;
}

}  // namespace

void RegionTree::add(Region region) { regions_.push_back(std::move(region)); }

void RegionTree::index() {
  const auto add_name = [&](const std::string& name, std::uint32_t at) {
    auto& places = by_name_[fold_label(name)];
    if (std::find(places.begin(), places.end(), at) == places.end()) places.push_back(at);
  };
  for (std::uint32_t at = 0; at < regions_.size(); ++at) {
    const Region& region = regions_[at];
    by_code_[region.code].push_back(at);
    children_[region.parent].push_back(at);
    add_name(region.name, at);
    for (const std::string& name : region.other_names) add_name(name, at);
    for (const std::string& name : short_names(region.name)) add_name(name, at);
  }
  for (auto& [code, places] : children_) {
    std::sort(places.begin(), places.end(),
              [&](std::uint32_t a, std::uint32_t b) { return comes_before(regions_[a], regions_[b]); });
  }
  for (auto& [code, places] : by_code_) {
    std::stable_sort(places.begin(), places.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return regions_[a].since < regions_[b].since; });
  }
  for (const Region& region : regions_) {
    const Region* parent = find(region.parent);
    parents_.push_back(parent == nullptr ? no_parent : static_cast<std::uint32_t>(parent - regions_.data()));
  }
}

const Region* RegionTree::find(std::string_view code) const {
  const auto found = by_code_.find(std::string(code));
  return found == by_code_.end() ? nullptr : &regions_[found->second.back()];
}

std::vector<const Region*> RegionTree::children(std::string_view code, int year) const {
  std::vector<const Region*> result;
  const auto found = children_.find(std::string(code));
  if (found == children_.end()) return result;
  for (const std::uint32_t at : found->second) {
    if (in_use(regions_[at], year)) result.push_back(&regions_[at]);
  }
  return result;
}

std::vector<const Region*> RegionTree::below(std::string_view code, int year) const {
  std::vector<const Region*> result;
  const auto spells = by_code_.find(std::string(code));
  if (spells == by_code_.end()) return result;
  for (const std::uint32_t at : spells->second) {
    if (in_use(regions_[at], year) && result.empty()) result.push_back(&regions_[at]);
  }
  for (const Region* child : children(code, year)) {
    const auto deeper = below(child->code, year);
    result.insert(result.end(), deeper.begin(), deeper.end());
  }
  return result;
}

std::vector<const Region*> RegionTree::named(std::string_view name, std::string_view province, int year) const {
  const std::string folded = fold_label(name);
  std::vector<const Region*> full;
  std::vector<const Region*> other;
  const auto found = by_name_.find(folded);
  if (found == by_name_.end()) return full;
  for (const std::uint32_t at : found->second) {
    const Region& region = regions_[at];
    if (!in_use(region, year) || !is_within(region, province)) continue;
    (fold_label(region.name) == folded ? full : other).push_back(&region);
  }
  return full.empty() ? other : full;
}

const Region* RegionTree::parent_of(const Region& region) const {
  const std::uint32_t parent = parents_[static_cast<std::size_t>(&region - regions_.data())];
  return parent == no_parent ? nullptr : &regions_[parent];
}

bool RegionTree::is_within(const Region& region, std::string_view ancestor) const {
  const Region* at = &region;
  for (std::size_t depth = 0; at != nullptr && depth < max_depth; ++depth) {
    if (at->code == ancestor) return true;
    at = parent_of(*at);
  }
  return false;
}

bool RegionTree::is_within(std::string_view code, std::string_view ancestor) const {
  if (code == ancestor) return true;
  const Region* region = find(code);
  return region != nullptr && is_within(*region, ancestor);
}

std::string RegionTree::code_in(std::string_view code, int year) const {
  std::set<std::string> standing;
  collect_standing(std::string(code), year, 0, standing);
  return standing.size() == 1 ? *standing.begin() : std::string();
}

void RegionTree::collect_standing(const std::string& code, int year, std::size_t depth,
                                  std::set<std::string>& standing) const {
  const auto spells = by_code_.find(code);
  if (spells == by_code_.end() || depth > max_depth) return;
  const Region* last = nullptr;  // the latest spell that had begun
  for (const std::uint32_t at : spells->second) {
    if (regions_[at].since <= year) last = &regions_[at];
    if (!in_use(regions_[at], year)) continue;
    standing.insert(code);
    return;
  }
  if (last == nullptr) return;
  // A successor of an earlier year took a part only; those that took over at the end stand for the code.
  for (const Successor& successor : last->successors) {
    if (successor.year == 0 || successor.year >= last->until) collect_standing(successor.code, year, depth + 1, standing);
  }
}

std::string RegionTree::city_of(std::string_view code) const {
  const Region* at = find(code);
  for (std::size_t depth = 0; at != nullptr && depth < max_depth; ++depth) {
    const Region* parent = parent_of(*at);
    if (parent == nullptr) return at->level == Level::province ? std::string() : at->code;
    if (parent->level == Level::province) return at->code;
    at = parent;
  }
  return {};
}

}  // namespace huizong
