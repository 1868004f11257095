#include "bind/places.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "bind/chars.hpp"

namespace huizong {
namespace {

bool has_kind(std::string_view name) {
  for (const std::string_view kind : {"市", "县", "区", "州", "盟", "旗", "地区"}) {
    if (ends_with(name, kind)) return true;
  }
  return false;
}

}  // namespace

Places::Places(const RegionTree& regions, std::string province) : regions_(regions), province_(std::move(province)) {
  for (const auto& [name, places] : regions.names()) {
    const bool here = std::any_of(places.begin(), places.end(), [&](std::uint32_t at) {
      const Region& region = regions.all()[at];
      // Codes of one province begin alike; asked first, since most names are of other provinces.
      return region.code.compare(0, 2, province_, 0, 2) == 0 && region.code != province_ &&
             regions.is_within(region.code, province_);
    });
    const bool own = std::any_of(places.begin(), places.end(),
                                 [&](std::uint32_t at) { return regions.all()[at].code == province_; });
    if (own) own_names_.push_back(name);
    if (here && !own && !name.empty()) by_start_[name.substr(0, character_size(name))].push_back(name);
  }
  for (auto& [start, names] : by_start_) {
    std::sort(names.begin(), names.end(), [](const std::string& a, const std::string& b) {
      return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
  }
  std::sort(own_names_.begin(), own_names_.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
}

std::vector<std::string> Places::codes_of(const std::string& name, int year) const {
  std::set<std::string> codes;
  if (year != 0) {
    for (const Region* region : regions_.named(name, province_, year)) codes.insert(region->code);
  }
  if (codes.empty()) {
    // A name of another time stands for what took its place.
    for (const std::uint32_t at : regions_.names().at(name)) {
      const Region& region = regions_.all()[at];
      if (region.code == province_ || !regions_.is_within(region.code, province_)) continue;
      const std::string code = year == 0 ? region.code : regions_.code_in(region.code, year);
      if (!code.empty()) codes.insert(code);
    }
  }
  codes.erase(province_);
  return {codes.begin(), codes.end()};
}

std::vector<PlaceName> Places::find(std::string_view text, int year) const {
  const std::string folded = fold_label(text);
  std::vector<PlaceName> found;
  for (std::size_t at = 0; at < folded.size();) {
    const std::string_view rest = std::string_view(folded).substr(at);
    const std::size_t step = character_size(rest);
    std::size_t taken = 0;
    for (const std::string& own : own_names_) {
      if (starts_with(rest, own)) taken = std::max(taken, own.size());
    }
    const auto names = by_start_.find(std::string(rest.substr(0, step)));
    if (names != by_start_.end()) {
      for (const std::string& name : names->second) {
        if (name.size() <= taken || !starts_with(rest, name)) continue;
        PlaceName place{codes_of(name, year), name, at, at + name.size(), has_kind(name)};
        if (place.codes.empty()) continue;
        taken = name.size();
        found.push_back(std::move(place));
        break;
      }
    }
    at += taken != 0 ? taken : step;
  }
  return found;
}

std::vector<PlaceName> Places::find_chain(std::string_view text, int year) const {
  const std::string folded = fold_label(text);
  std::size_t begin = 0;
  for (const std::string& own : own_names_) {
    if (starts_with(folded, own)) begin = std::max(begin, own.size());
  }
  std::vector<PlaceName> chain;
  for (PlaceName& place : find(text, year)) {
    const std::size_t expected = chain.empty() ? begin : chain.back().end;
    if (place.begin != expected) break;
    chain.push_back(std::move(place));
  }
  return chain;
}

bool Places::agree(std::string_view a, std::string_view b) const {
  return regions_.is_within(a, b) || regions_.is_within(b, a);
}

}  // namespace huizong
