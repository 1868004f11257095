#include "bind/reporter.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/entity.hpp"

namespace huizong {
namespace {

enum class Source { line, name, folder, record };

/// One name in one place, with the regions it may mean.
struct Evidence {
  Source source = Source::line;
  std::vector<std::string> codes;
  std::string text;
  bool full = true;
  bool at_start = true;  ///< of a reporter line or a file name
  std::optional<CellRef> at;
  std::size_t record = 0;
};

class Decision {
 public:
  Decision(const ReporterSources& from, Return& data) : from_(from), data_(data), year_(from.year == 0 ? 9999 : from.year) {}

  std::vector<Finding> run() {
    gather();
    resolve();
    if (from_.form.reporter.named) {
      choose_named();
      return std::move(findings_);
    }
    if (find_entity()) data_.by_entity = true;
    choose();
    check_conflicts();
    place_records();
    name_reporter();
    return std::move(findings_);
  }

 private:
  const RegionTree& tree() const { return from_.places.regions(); }

  void add(Source source, const std::vector<PlaceName>& names, std::optional<CellRef> at, std::size_t record = 0) {
    for (const PlaceName& name : names) {
      evidence_.push_back({source, name.codes, name.text, name.full, name.begin == 0, at, record});
    }
  }

  void gather() {
    for (const Lines* lines : {&from_.head, &from_.foot}) {
      for (const Pair& pair : lines->pairs) {
        if (!is_reporter_label(pair.label, labels_) || pair.value.empty() || !line_.empty()) continue;
        line_ = pair.value;
        add(Source::line, from_.places.find(pair.value, year_), pair.at);
      }
    }
    gather_columns();
    std::vector<std::string> parts = split(from_.file, '/');
    if (!parts.empty()) {
      name_ = parts.back();
      parts.pop_back();
    }
    if (const std::size_t dot = name_.rfind('.'); dot != std::string::npos && name_.size() - dot <= 6) name_.resize(dot);
    add(Source::name, from_.places.find(name_, year_), std::nullopt);
    for (const std::string& part : parts) add(Source::folder, from_.places.find(part, year_), std::nullopt);
    for (std::size_t i = 0; i < data_.records.size() && !from_.form.reporter.named; ++i) {
      const Record& record = data_.records[i];
      const std::optional<CellRef> at = key_cell(record);
      add(Source::record, from_.places.find_chain(record.name, year_), at, i);
    }
  }

  /// What a card's own columns say: who files, and where that is.
  void gather_columns() {
    for (std::size_t i = 0; i < data_.records.size(); ++i) {
      const auto value_of = [&](int field) { return data_.records[i].values[static_cast<std::size_t>(field)]; };
      const int name = from_.form.reporter.name_field;
      if (name >= 0 && line_.empty() && value_of(name).kind == ValueKind::text) {
        line_ = value_of(name).text;
        add(Source::line, from_.places.find(line_, year_), value_of(name).cell);
      }
      const Source source = from_.form.reporter.named ? Source::line : Source::record;
      for (const int field : from_.form.reporter.region_fields) {
        const Value value = value_of(field);
        if (value.kind == ValueKind::text) add(source, from_.places.find(value.text, year_), value.cell, i);
      }
    }
  }

  std::optional<CellRef> key_cell(const Record& record) const {
    if (from_.form.key.empty()) return std::nullopt;
    return record.values[static_cast<std::size_t>(from_.form.key[0])].cell;
  }

  /// A name that several regions share (城区) is told by what other names say; short names count only where full ones do not.
  void resolve() {
    const bool any_full = std::any_of(evidence_.begin(), evidence_.end(), [](const Evidence& e) {
      return e.full && e.source != Source::record;
    });
    std::set<std::string> sure;
    for (const Evidence& e : evidence_) {
      if (e.codes.size() == 1 && (e.full || !any_full)) sure.insert(e.codes[0]);
    }
    for (Evidence& e : evidence_) {
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
  void take_level(std::vector<std::string>& codes) const {
    const auto around = [&](const std::string& outer) {
      return std::all_of(codes.begin(), codes.end(), [&](const std::string& code) { return tree().is_within(code, outer); });
    };
    if (std::none_of(codes.begin(), codes.end(), around)) return;
    std::vector<std::string> allowed;
    std::copy_if(codes.begin(), codes.end(), std::back_inserter(allowed), [&](const std::string& code) { return is_allowed(code); });
    if (allowed.size() == 1) codes = allowed;
  }

  /// The deepest region that a source names without doubt; `weak` takes short names too.
  std::string deepest(Source source, bool weak) const {
    std::string best;
    for (const Evidence& e : evidence_) {
      if (e.source != source || e.codes.size() != 1) continue;
      if (!e.full && !(e.at_start && (weak || is_in_folder(e)))) continue;
      if (best.empty() || tree().is_within(e.codes[0], best)) best = e.codes[0];
    }
    return best;
  }

  /// 太原市/小店双创基地.xlsx: a short name is certain where its city's folder stands over it.
  bool is_in_folder(const Evidence& e) const {
    return e.source == Source::name && std::any_of(evidence_.begin(), evidence_.end(), [&](const Evidence& folder) {
             return folder.source == Source::folder && folder.full && folder.codes.size() == 1 &&
                    tree().is_within(e.codes[0], folder.codes[0]);
           });
  }

  /// What all records' names have in common: a county, or the city above several.
  std::string common_of_records() const {
    std::map<std::size_t, std::string> by_record;
    for (const Evidence& e : evidence_) {
      if (e.source != Source::record || e.codes.size() != 1 || !e.full) continue;
      std::string& code = by_record[e.record];
      if (code.empty() || tree().is_within(e.codes[0], code)) code = e.codes[0];
    }
    std::string common;
    for (const auto& [record, code] : by_record) {
      if (common.empty() || tree().is_within(common, code)) {
        common = code;
      } else if (!tree().is_within(code, common)) {
        const std::string city = tree().city_of(code);
        if (city.empty() || city != tree().city_of(common)) return {};
        common = city;
      }
    }
    return common;
  }

  bool is_allowed(const std::string& code) const {
    const Region* region = tree().find(code);
    if (region == nullptr) return false;
    const auto& levels = from_.form.reporter.levels;
    const auto has = [&](Level level) { return std::find(levels.begin(), levels.end(), level) != levels.end(); };
    if (levels.empty() || has(region->level)) return true;
    if (region->level == Level::zone) return true;  // a zone files beside the counties, or beside the cities
    const Region* parent = tree().find(region->parent);
    return parent != nullptr && parent->level == Level::province && has(Level::city);
  }

  bool find_entity() {
    if (!from_.form.reporter.entity || data_.records.empty()) return false;
    // A card is about whom it names: there is no table of several that a region's office could have put together.
    if (from_.form.is_card() && !data_.records[0].name.empty()) {
      entity_ = data_.records[0].name;
      return true;
    }
    for (std::size_t i = 0; i < data_.records.size(); ++i) {
      if (!line_.empty() && names_entity(data_.records[i])) {
        entity_ = data_.records[i].name;
        return true;
      }
    }
    const std::string name = fold_label(data_.records[0].name);
    if (line_.empty() && data_.records.size() == 1 && !name.empty() && contains(fold_label(name_), name)) {
      entity_ = data_.records[0].name;
      return true;
    }
    return false;
  }

  /// The line says who files; a region's office is never a base or its operator.
  bool names_entity(const Record& record) const {
    std::vector<int> fields = from_.form.key;
    for (const int field : from_.form.rename_by) fields.push_back(field);
    const std::string line = fold_label(line_);
    for (const int field : fields) {
      const Value& value = record.values[static_cast<std::size_t>(field)];
      const std::string text = fold_label(value.text);
      if (value.kind != ValueKind::text || to_u32(text).size() < 4) continue;
      if (contains(line, text) || (to_u32(line).size() >= 6 && contains(text, line) && !is_place(line))) return true;
    }
    return false;
  }

  /// Nothing but region names: 太原市小店区.
  bool is_place(const std::string& line) const {
    const auto chain = from_.places.find_chain(line, year_);
    return !chain.empty() && chain.back().end == line.size();
  }

  void choose() {
    const std::string records = common_of_records();
    for (const bool weak : {false, true}) {
      const std::string line = data_.by_entity ? "" : deepest(Source::line, weak);
      std::string outside = deepest(Source::name, weak);
      const std::string folder = deepest(Source::folder, weak);
      if (outside.empty() || (!folder.empty() && tree().is_within(folder, outside))) outside = folder;
      if (data_.by_entity) {
        take_entity(records, outside);
      } else {
        take_region({line, outside, records}, outside == folder ? Source::folder : Source::name);
      }
      if (!data_.region.empty()) return;
    }
    report_unknown();
  }

  /// A base or platform files what is its own: who it is must be told, and where it is. Its line may name any place
  /// (中关村…（太原）有限公司): folders and file name go before it.
  void choose_named() {
    std::vector<std::string> parts = split(from_.file, '/');
    if (!parts.empty()) parts.back() = name_;
    data_.by_entity = true;
    find_listed(parts);
    if (entity_.empty()) entity_ = huizong::find_entity(from_.form, line_, parts);
    for (const bool weak : {false, true}) {
      for (const Source source : {Source::folder, Source::name, Source::line}) {
        if (data_.region.empty()) data_.region = deepest(source, weak);
      }
    }
    for (const Source source : {Source::name, Source::line}) {  // 太原市's folder, 太原市小店区's base
      const std::string deeper = deepest(source, false);
      if (!deeper.empty() && tree().is_within(deeper, data_.region)) data_.region = deeper;
    }
    if (entity_.empty() || data_.region.empty()) report_unknown();
    check_conflicts();
    for (Record& record : data_.records) record.region = data_.region;
    data_.reporter = entity_;
  }

  /// Whoever the form's list names, in the line, in the deepest folder or in the file's name; the list knows where it is.
  void find_listed(const std::vector<std::string>& parts) {
    const Period then{static_cast<std::int16_t>(from_.year), 1, 12};
    const auto found = find_listed_names(listed_reporters(from_.form, tree(), from_.province, then), line_, parts);
    if (found.empty()) return;
    entity_ = found.front().reporter.name;
    data_.region = found.front().reporter.region;
    if (found.size() < 2) return;
    findings_.push_back(make_finding("reporter.conflict", {{"names", entity_ + "、" + found[1].reporter.name},
                                                           {"from", found.front().in_line ? "why.reporter-line" : "why.folder"},
                                                           {"to", "why.folder"}}));
  }

  void take_entity(const std::string& records, const std::string& outside) {
    std::string own;
    for (const std::string& code : {records, deepest(Source::line, false), outside}) {
      if (own.empty() || (!code.empty() && tree().is_within(code, own))) own = code.empty() ? own : code;
    }
    data_.region = own;
  }

  /// The first that names a region of a level that may file; a region above it is narrowed by those behind.
  void take_region(const std::vector<std::string>& named, Source outside) {
    const Source sources[] = {Source::line, outside, Source::record};
    std::string wider;
    for (std::size_t i = 0; i < named.size(); ++i) {
      const std::string& code = named[i];
      if (code.empty()) continue;
      if (!wider.empty() && !tree().is_within(code, wider)) continue;
      if (is_allowed(code)) {
        data_.region = code;
        chosen_from_ = sources[i];
        return;
      }
      wider = code;
    }
  }

  void report_unknown() {
    std::vector<std::string> seen;
    for (const Evidence& e : evidence_) {
      if (e.source != Source::record && std::find(seen.begin(), seen.end(), e.text) == seen.end()) seen.push_back(e.text);
    }
    Finding finding = make_finding("reporter.unknown", unknown_args(seen));
    findings_.push_back(std::move(finding));
  }

  /// The line as it stands, and the regions that a shared name may mean (阳泉市城区、晋城市城区).
  Args unknown_args(const std::vector<std::string>& seen) const {
    Args args;
    const std::string value = line_.empty() ? join(seen, "、") : line_;
    if (!value.empty()) args.emplace_back("value", value);
    std::vector<std::string> names;
    for (const Evidence& e : evidence_) {
      if (e.source == Source::record || e.codes.size() < 2 || !names.empty()) continue;
      for (const std::string& code : e.codes) {
        const Region* region = tree().find(code);
        const Region* city = tree().find(tree().city_of(code));
        if (region != nullptr) names.push_back((city != nullptr && city != region ? city->name : "") + region->name);
      }
    }
    if (!names.empty()) args.emplace_back("candidates", join(names, "、"));
    return args;
  }

  /// A zone lies inside some county of its city without a code that says so.
  bool may_touch(const std::string& a, const std::string& b) const {
    const Region* one = tree().find(a);
    const Region* two = tree().find(b);
    const bool zone = (one != nullptr && one->level == Level::zone) || (two != nullptr && two->level == Level::zone);
    return zone && tree().city_of(a) == tree().city_of(b);
  }

  void check_conflicts() {
    if (data_.region.empty()) return;
    std::set<std::size_t> told;
    bool outside_told = false;
    for (const Evidence& e : evidence_) {
      // A region that was split up by then may stand in a base's name.
      if (!e.full || (e.codes.empty() && e.source == Source::record) || !disagrees(e)) continue;
      if (e.source == Source::line && data_.by_entity) continue;
      if (e.source == Source::record ? !told.insert(e.record).second : outside_told) continue;
      if (e.source != Source::record) outside_told = true;
      const Region* own = tree().find(data_.region);
      Finding finding = make_finding("reporter.conflict", {{"names", e.text + "、" + own->name}, {"from", why(e.source)}, {"to", why(chosen_from_)}});
      finding.cell = e.at;
      if (e.source == Source::record) finding.key = data_.records[e.record].key;
      findings_.push_back(std::move(finding));
    }
  }

  static const char* why(Source source) {
    switch (source) {
      case Source::line: return "why.reporter-line";
      case Source::name: return "why.file-name";
      case Source::folder: return "why.folder";
      case Source::record: break;
    }
    return "why.record-name";
  }

  bool disagrees(const Evidence& e) const {
    return std::none_of(e.codes.begin(), e.codes.end(), [&](const std::string& code) {
      return from_.places.agree(code, data_.region) || (e.source == Source::record && may_touch(code, data_.region));
    });
  }

  /// A city's table holds records of its counties; elsewhere a record belongs to the reporter's region.
  void place_records() {
    for (Record& record : data_.records) record.region = data_.region;
    if (data_.region.empty()) return;
    for (const Evidence& e : evidence_) {
      if (e.source != Source::record || !e.full) continue;
      Record& record = data_.records[e.record];
      const bool whole = fold_label(record.name) == e.text;
      if (from_.form.records_of.empty() && !whole) continue;
      for (const std::string& code : e.codes) {
        const bool deeper = tree().is_within(code, data_.region) && tree().is_within(code, record.region);
        if (deeper) record.region = code;
      }
    }
  }

  void name_reporter() {
    const Region* region = tree().find(data_.region);
    data_.reporter = data_.by_entity ? entity_ : region != nullptr ? region->name : line_;
  }

  const ReporterSources& from_;
  Return& data_;
  int year_;  ///< regions in use then; where the period is unknown, those in use now
  std::vector<std::string> labels_ = to_reporter_labels(from_.form);
  std::vector<Evidence> evidence_;
  std::vector<Finding> findings_;
  std::string line_, name_, entity_;
  Source chosen_from_ = Source::record;
};

}  // namespace

std::vector<Finding> decide_reporter(const ReporterSources& sources, Return& data) { return Decision(sources, data).run(); }

}  // namespace huizong
