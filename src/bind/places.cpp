#include "bind/places.hpp"

#include <algorithm>
#include <array>
#include <boost/container/small_vector.hpp>
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

/// 广灵工信局: the office of a region, which is called by its short name.
bool is_office(std::string_view rest) {
  static constexpr std::array offices{"工信", "工业和信息化", "工业信息化", "经信", "经济和信息化", "经济信息化", "科工", "科技和工信", "发改", "中小企业", "商务"};
  if (std::none_of(offices.begin(), offices.end(), [&](const char* word) { return starts_with(rest, word); })) return false;
  return contains(rest, "局") || contains(rest, "委") || contains(rest, "厅");
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
    if (here || own) add_beginning(name);
    if (!here || own) continue;
    names_.add(name, static_cast<std::uint32_t>(all_names_.size()));
    all_names_.push_back(name);
  }
  std::sort(own_names_.begin(), own_names_.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
}

void Places::add_beginning(std::string_view name) { begins_[three_bytes_at(name, 0)] = true; }  // [0]: names that begin otherwise

bool Places::may_begin(std::string_view folded, std::size_t at) const { return begins_[three_bytes_at(folded, at)]; }

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

std::size_t Places::own_name_at(std::string_view folded, std::size_t at) const {
  for (const std::string& own : own_names_) {  // longest first
    if (starts_with(folded.substr(at), own)) return own.size();
  }
  return 0;
}

const std::vector<std::vector<std::string>>& Places::codes_in(int year) const {
  const std::lock_guard lock(mutex_);
  const auto [found, fresh] = codes_by_year_.try_emplace(year);
  for (std::size_t i = 0; fresh && i < all_names_.size(); ++i) found->second.push_back(codes_of(all_names_[i], year));
  return found->second;  // it stays where it is
}

std::optional<PlaceName> Places::name_at(std::string_view folded, std::size_t at, const std::vector<std::vector<std::string>>& codes) const {
  boost::container::small_vector<std::pair<std::uint32_t, std::size_t>, 8> found;  // names with their ends
  names_.find_at(folded, at, [&](std::uint32_t id, std::size_t end) { found.emplace_back(id, end); });
  const std::size_t own = found.empty() ? 0 : own_name_at(folded, at);
  for (auto one = found.rbegin(); one != found.rend() && one->second - at > own; ++one) {
    const std::string& name = all_names_[one->first];
    // 南郊区 that was split up stays a name: 郊区 inside it is none. A 地区 became the city of its name, which no table says.
    if (codes[one->first].empty() && (!has_kind(name) || ends_with(name, "地区"))) continue;
    const bool full = has_kind(name) || name.size() == folded.size() || is_office(folded.substr(one->second));
    return PlaceName{codes[one->first], name, at, one->second, full};
  }
  return std::nullopt;
}

std::vector<PlaceName> Places::find(std::string_view text, int year) const {
  const FoldedLabel label(text);
  const std::string_view folded = label.view();
  const auto& codes = codes_in(year);
  std::vector<PlaceName> found;
  for (std::size_t at = 0; at < folded.size();) {
    if (!may_begin(folded, at)) {
      at += character_size(folded.substr(at));
    } else if (auto name = name_at(folded, at, codes)) {
      if (!found.empty()) narrow(*name, found.back(), year);
      at = name->end;
      found.push_back(std::move(*name));
    } else {
      at += std::max(own_name_at(folded, at), character_size(folded.substr(at)));
    }
  }
  return found;
}

std::vector<PlaceName> Places::find_chain(std::string_view text, int year) const {
  const FoldedLabel label(text);
  const std::string_view folded = label.view();
  const auto& codes = codes_in(year);
  std::vector<PlaceName> chain;
  std::size_t at = own_name_at(folded, 0);
  if (at != 0 && name_at(folded, 0, codes)) return chain;  // a longer name, of a region called after its province
  while (at < folded.size() && may_begin(folded, at)) {
    auto name = name_at(folded, at, codes);
    if (!name) break;
    if (!chain.empty()) narrow(*name, chain.back(), year);
    at = name->end;
    chain.push_back(std::move(*name));
  }
  return chain;
}

const std::vector<PlaceName>& PlaceMemo::find(const Places& places, std::string_view text, int year) {
  return by_year_[year].get(text, [&](std::string_view fresh) { return places.find(fresh, year); });
}

bool Places::agree(std::string_view a, std::string_view b) const {
  return regions_.is_within(a, b) || regions_.is_within(b, a);
}

}  // namespace huizong
