#include "bind/places.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "bind/chars.hpp"

namespace huizong {
namespace {

std::size_t character_size(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return std::min(size, text.size());
}

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
    for (const std::string& code : codes_within(name, year, province_)) codes.insert(code);
  }
  codes.erase(province_);
  return {codes.begin(), codes.end()};
}

/// A name of another time stands for what took its place, or for what it took the place of.
std::vector<std::string> Places::codes_within(const std::string& name, int year, const std::string& city) const {
  std::set<std::string> codes;
  for (const std::uint32_t at : regions_.names().at(name)) {
    const Region& region = regions_.all()[at];
    if (region.code == province_ || !regions_.is_within(region.code, city)) continue;
    if (year == 0) {
      codes.insert(region.code);
    } else if (region.since > year) {
      for (std::string& code : codes_before(region.code, region.since, year)) codes.insert(std::move(code));
    } else if (std::string code = regions_.code_in(region.code, year); !code.empty()) {
      codes.insert(std::move(code));
    }
  }
  return {codes.begin(), codes.end()};
}

/// What became `later`, as a whole: 太谷县 of 太谷区.
std::vector<std::string> Places::codes_before(std::string_view later, int since, int year) const {
  std::vector<std::string> codes;
  for (const Region& region : regions_.all()) {
    if (region.code.compare(0, 2, province_, 0, 2) != 0 || region.since > year || region.until == 0 || region.until <= year) continue;
    if (region.code != later && regions_.code_in(region.code, since) == later) codes.push_back(region.code);
  }
  return codes;
}

/// 阳泉城区, 长治市郊区: a name right behind another is one within it, of this time or another.
void Places::narrow(PlaceName& place, const PlaceName& before, int year) const {
  if (before.end != place.begin || before.codes.size() != 1) return;
  const std::string& city = before.codes[0];
  const auto outside = [&](const std::string& code) { return !regions_.is_within(code, city); };
  if (std::none_of(place.codes.begin(), place.codes.end(), outside)) return;
  if (!std::all_of(place.codes.begin(), place.codes.end(), outside)) {
    std::erase_if(place.codes, outside);
    return;
  }
  const auto& all = regions_.names().at(place.text);
  const bool once = std::any_of(all.begin(), all.end(), [&](std::uint32_t at) {
    return regions_.all()[at].code != city && regions_.is_within(regions_.all()[at].code, city);
  });
  if (once) place.codes = codes_within(place.text, year, city);
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
        PlaceName place{codes_of(name, year), name, at, at + name.size(), has_kind(name) || name.size() == folded.size()};
        // 南郊区 that was split up stays a name: 郊区 inside it is none. A 地区 became the city of its name, which no table says.
        if (place.codes.empty() && (!has_kind(name) || ends_with(name, "地区"))) continue;
        if (!found.empty()) narrow(place, found.back(), year);
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
