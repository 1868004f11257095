#include "bind/reporter_evidence.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"

namespace huizong {

ReporterEvidence::ReporterEvidence(const ReporterSources& from, const Return& data)
    : from_(from), data_(data), year_(from.year == 0 ? 9999 : from.year) {
  gather();
  resolve();
}

void ReporterEvidence::add(NamedIn source, std::vector<PlaceName> names, std::optional<CellRef> at, std::size_t record) {
  for (PlaceName& name : names) {
    all_.push_back({source, std::move(name.codes), std::move(name.text), name.full, name.begin == 0, at, record});
  }
}

void ReporterEvidence::gather() {
  all_.reserve(8 + data_.records.size());
  for (const Lines* lines : {&from_.head, &from_.foot}) {
    for (const Pair& pair : lines->pairs) {
      if (!line_.empty() || pair.value.empty() || !is_reporter_label(pair.label, from_.known.reporter_labels)) continue;
      line_ = pair.value;
      add(NamedIn::line, from_.places.find(pair.value, year_), pair.at);
    }
  }
  gather_columns();
  const auto find = [&](std::string_view text) {
    return from_.memo != nullptr ? from_.memo->find(from_.places, text, year_) : from_.places.find(text, year_);
  };
  add(NamedIn::name, find(from_.file.name), std::nullopt);
  trust_file_name();
  for (const std::string_view folder : from_.file.folders) add(NamedIn::folder, find(folder), std::nullopt);
  for (std::size_t i = 0; i < data_.records.size() && !from_.form.reporter.named; ++i) {
    const Record& record = data_.records[i];
    const std::optional<CellRef> at = key_cell(record);
    add(NamedIn::record, from_.places.find_chain(record.name, year_), at, i);
  }
}

/// 小店-2024, 小店（修改后）, 小店基本情况表: a short name that stands apart is as good as a full one.
void ReporterEvidence::trust_file_name() {
  const FoldedLabel folded(from_.file.name);
  for (Evidence& e : all_) {
    if (e.source != NamedIn::name || !e.at_start || e.full) continue;
    const std::string_view behind = folded.view().substr(e.text.size());
    const bool sign = !behind.empty() && std::string_view("0123456789-_.(,").find(behind.front()) != std::string_view::npos;
    const auto& words = from_.known.names.words;
    e.full = sign || std::any_of(words.begin(), words.end(), [behind](const std::string& word) { return behind.starts_with(word); });
  }
}

/// What a card's own columns say: who files, and where that is.
void ReporterEvidence::gather_columns() {
  for (std::size_t i = 0; i < data_.records.size(); ++i) {
    const auto value_of = [&](int field) -> const Value& { return data_.records[i].values[static_cast<std::size_t>(field)]; };
    const int name = from_.form.reporter.name_field;
    if (name >= 0 && line_.empty() && value_of(name).kind == ValueKind::text) {
      line_ = value_of(name).text;
      add(NamedIn::line, from_.places.find(line_, year_), value_of(name).cell);
    }
    const NamedIn source = from_.form.reporter.named ? NamedIn::line : NamedIn::record;
    for (const int field : from_.form.reporter.region_fields) {
      const Value& value = value_of(field);
      if (value.kind == ValueKind::text) add(source, from_.places.find(value.text, year_), value.cell, i);
    }
  }
}

std::optional<CellRef> ReporterEvidence::key_cell(const Record& record) const {
  if (from_.form.key.empty()) return std::nullopt;
  return record.values[static_cast<std::size_t>(from_.form.key[0])].cell;
}

/// A name that several regions share (城区) is told by what other names say; short names count only where full ones do not.
void ReporterEvidence::resolve() {
  const bool any_full = std::any_of(all_.begin(), all_.end(), [](const Evidence& e) {
    return e.full && e.source != NamedIn::record;
  });
  std::set<std::string> sure;
  for (const Evidence& e : all_) {
    if (e.codes.size() == 1 && (e.full || !any_full)) sure.insert(e.codes[0]);
  }
  for (Evidence& e : all_) {
    if (e.codes.size() < 2) continue;
    std::vector<std::string> fitting;
    for (const std::string& code : e.codes) {
      const bool fits = std::any_of(sure.begin(), sure.end(), [&](const std::string& s) { return from_.places.agree(code, s); });
      if (fits) fitting.push_back(code);
    }
    if (fitting.size() == 1) e.codes = fitting;
    if (e.codes.size() > 1) take_level(e.codes);
  }
}

/// 玉树 is a prefecture and a city within it: the one that may file is meant.
void ReporterEvidence::take_level(std::vector<std::string>& codes) const {
  const auto around = [&](const std::string& outer) {
    return std::all_of(codes.begin(), codes.end(), [&](const std::string& code) { return from_.places.regions().is_within(code, outer); });
  };
  if (std::none_of(codes.begin(), codes.end(), around)) return;
  std::vector<std::string> allowed;
  std::copy_if(codes.begin(), codes.end(), std::back_inserter(allowed), [&](const std::string& code) { return is_allowed(code); });
  if (allowed.size() == 1) codes = allowed;
}

std::string ReporterEvidence::deepest(NamedIn source, bool weak) const {
  std::string best;
  for (const Evidence& e : all_) {
    if (e.source != source || e.codes.size() != 1) continue;
    if (!is_sure(e) && !(weak && e.at_start)) continue;
    if (best.empty() || from_.places.regions().is_within(e.codes[0], best)) best = e.codes[0];
  }
  return best;
}

/// 太原市/小店双创基地.xlsx: a short name is certain where its city's folder stands over it.
bool ReporterEvidence::is_in_folder(const Evidence& e) const {
  return e.source == NamedIn::name && e.codes.size() == 1 && std::any_of(all_.begin(), all_.end(), [&](const Evidence& folder) {
           return folder.source == NamedIn::folder && folder.full && folder.codes.size() == 1 &&
                  from_.places.regions().is_within(e.codes[0], folder.codes[0]);
         });
}

std::string ReporterEvidence::common_of_records() const {
  std::map<std::size_t, std::string> by_record;
  for (const Evidence& e : all_) {
    if (e.source != NamedIn::record || e.codes.size() != 1 || !e.full) continue;
    std::string& code = by_record[e.record];
    if (code.empty() || from_.places.regions().is_within(e.codes[0], code)) code = e.codes[0];
  }
  std::string common;
  for (const auto& [record, code] : by_record) {
    if (common.empty() || from_.places.regions().is_within(common, code)) {
      common = code;
    } else if (!from_.places.regions().is_within(code, common)) {
      const std::string city = from_.places.regions().city_of(code);
      if (city.empty() || city != from_.places.regions().city_of(common)) return {};
      common = city;
    }
  }
  return common;
}

bool ReporterEvidence::is_allowed(const std::string& code) const {
  const Region* region = from_.places.regions().find(code);
  if (region == nullptr) return false;
  const auto& levels = from_.form.reporter.levels;
  const auto has = [&](Level level) { return std::find(levels.begin(), levels.end(), level) != levels.end(); };
  if (levels.empty() || has(region->level)) return true;
  if (region->level == Level::zone) return true;  // a zone files beside the counties, or beside the cities
  const Region* parent = from_.places.regions().find(region->parent);
  return parent != nullptr && parent->level == Level::province && has(Level::city);
}

}  // namespace huizong
