#include "bind/reporter_findings.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "bind/chars.hpp"

namespace huizong {
namespace {

/// The line as it stands, and the regions that a shared name may mean (阳泉市城区、晋城市城区).
Args unknown_args(const ReporterEvidence& evidence, const std::vector<std::string>& seen) {
  const RegionTree& tree = evidence.from().places.regions();
  Args args;
  const std::string value = evidence.line().empty() ? join(seen, "、") : evidence.line();
  if (!value.empty()) args.emplace_back("value", value);
  std::vector<std::string> names;
  for (const Evidence& e : evidence.all()) {
    if (e.source == NamedIn::record || e.codes.size() < 2 || !names.empty()) continue;
    for (const std::string& code : e.codes) {
      const Region* region = tree.find(code);
      const Region* city = tree.find(tree.city_of(code));
      if (region != nullptr) names.push_back((city != nullptr && city != region ? city->name : "") + region->name);
    }
  }
  if (!names.empty()) args.emplace_back("candidates", join(names, "、"));
  return args;
}

/// A zone lies inside some county of its city without a code that says so.
bool may_touch(const RegionTree& tree, const std::string& a, const std::string& b) {
  const Region* one = tree.find(a);
  const Region* two = tree.find(b);
  const bool zone = (one != nullptr && one->level == Level::zone) || (two != nullptr && two->level == Level::zone);
  return zone && tree.city_of(a) == tree.city_of(b);
}

const char* why(NamedIn source) {
  switch (source) {
    case NamedIn::line: return "why.reporter-line";
    case NamedIn::name: return "why.file-name";
    case NamedIn::folder: return "why.folder";
    case NamedIn::record: break;
  }
  return "why.record-name";
}

bool disagrees(const Evidence& e, const Places& places, const std::string& region) {
  return std::none_of(e.codes.begin(), e.codes.end(), [&](const std::string& code) {
    return places.agree(code, region) || (e.source == NamedIn::record && may_touch(places.regions(), code, region));
  });
}

/// The region that a record's whole name stands for: 牡丹江市本级 is a part of one.
std::map<std::size_t, std::string> regions_of_records(const ReporterEvidence& evidence, const Return& data) {
  std::map<std::size_t, std::string> codes;
  for (const Evidence& e : evidence.all()) {
    if (e.source != NamedIn::record || e.codes.size() != 1 || !ends_with(fold_label(data.records[e.record].name), e.text)) continue;
    std::string& code = codes[e.record];
    if (code.empty() || evidence.from().places.regions().is_within(e.codes[0], code)) code = e.codes[0];
  }
  return codes;
}

Finding tell_twice(const FormSpec& form, const Record& record, const Record& other) {
  Finding finding = make_finding("row.duplicate-key", {{"key", record.name}, {"names", other.name}});
  finding.cell = record.values[static_cast<std::size_t>(form.key[0])].cell;
  finding.key = record.key;
  return finding;
}

}  // namespace

Finding tell_unknown(const ReporterEvidence& evidence) {
  std::vector<std::string> seen;
  for (const Evidence& e : evidence.all()) {
    if (e.source != NamedIn::record && std::find(seen.begin(), seen.end(), e.text) == seen.end()) seen.push_back(e.text);
  }
  return make_finding("reporter.unknown", unknown_args(evidence, seen));
}

std::vector<Finding> tell_no_regions(const ReporterEvidence& evidence, const Return& data) {
  std::vector<Finding> findings;
  const FormSpec& form = evidence.from().form;
  if (!form.records_are_regions || form.key.empty()) return findings;
  std::set<std::size_t> known;
  for (const Evidence& e : evidence.all()) {
    if (e.source == NamedIn::record) known.insert(e.record);
  }
  for (std::size_t i = 0; i < data.records.size(); ++i) {
    const Record& record = data.records[i];
    const Value& name = record.values[static_cast<std::size_t>(form.key[0])];
    if (known.count(i) != 0 || name.kind != ValueKind::text) continue;
    Finding finding = make_finding("cell.not-in-list", {{"value", name.text}, {"expected", "why.region-name"}});
    finding.cell = name.cell;
    finding.key = record.key;
    findings.push_back(std::move(finding));
  }
  return findings;
}

std::vector<Finding> tell_regions_twice(const ReporterEvidence& evidence, const Return& data) {
  std::vector<Finding> findings;
  const FormSpec& form = evidence.from().form;
  if (!form.records_are_regions || form.key.empty()) return findings;
  const auto codes = regions_of_records(evidence, data);
  std::map<std::string, std::size_t> first;
  for (const auto& [i, code] : codes) {
    const std::size_t before = first.try_emplace(code, i).first->second;
    const Record &one = data.records[before], &two = data.records[i];
    if (one.key == two.key) continue;  // the check of keys sees these
    findings.push_back(tell_twice(form, one, two));
    findings.push_back(tell_twice(form, two, one));
  }
  for (const auto& [i, code] : codes) {
    const auto around = first.find(evidence.from().places.regions().city_of(code));
    if (around == first.end() || around->first == code) continue;
    findings.push_back(tell_twice(form, data.records[around->second], data.records[i]));
    findings.back().severity = Severity::verify;
    first.erase(around);  // said once
  }
  return findings;
}

std::vector<Finding> tell_conflicts(const ReporterEvidence& evidence, const Return& data, NamedIn chosen_from) {
  const Places& places = evidence.from().places;
  std::vector<Finding> findings;
  if (data.region.empty()) return findings;
  std::set<std::size_t> told;
  bool outside_told = false;
  for (const Evidence& e : evidence.all()) {
    // A region that was split up by then may stand in a base's name.
    if (!evidence.is_sure(e) || (e.codes.empty() && e.source == NamedIn::record) || !disagrees(e, places, data.region)) continue;
    if (e.source == NamedIn::line && data.by_entity) continue;
    if (e.source == NamedIn::record ? !told.insert(e.record).second : outside_told) continue;
    if (e.source != NamedIn::record) outside_told = true;
    const Region* own = places.regions().find(data.region);
    Finding finding = make_finding("reporter.conflict", {{"names", e.text + "、" + own->name}, {"from", why(e.source)}, {"to", why(chosen_from)}});
    finding.cell = e.at;
    if (e.source == NamedIn::record) finding.key = data.records[e.record].key;
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace huizong
