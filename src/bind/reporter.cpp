#include "bind/reporter.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/entity.hpp"
#include "bind/reporter_findings.hpp"
#include "schema/roster.hpp"

namespace huizong {
namespace {

/// Can neither text hold the other, both beginning with a Chinese character that the other lacks? Folding changes none.
bool is_apart(std::string_view a, std::string_view b) {
  const auto is_han = [](std::string_view text) { return text.size() >= 3 && text[0] >= '\xE5' && text[0] <= '\xE9'; };
  return is_han(a) && is_han(b) && !contains(a, b.substr(0, 3)) && !contains(b, a.substr(0, 3));
}

class Decision {
 public:
  Decision(const ReporterSources& from, Return& data) : from_(from), data_(data), evidence_(from, data) {}

  std::vector<Finding> run() {
    if (from_.form.reporter.named) {
      choose_named();
      return std::move(findings_);
    }
    if (find_entity()) data_.by_entity = true;
    choose();
    report_conflicts();
    place_records();
    name_reporter();
    return std::move(findings_);
  }

 private:
  const RegionTree& tree() const { return from_.places.regions(); }

  bool find_entity() {
    if (!from_.form.reporter.entity || data_.records.empty()) return false;
    // A card is about whom it names: there is no table of several that a region's office could have put together.
    if (from_.form.is_card() && !data_.records[0].name.empty()) {
      entity_ = data_.records[0].name;
      return true;
    }
    const std::string line = fold_label(evidence_.line());
    for (std::size_t i = 0; i < data_.records.size(); ++i) {
      if (!evidence_.line().empty() && names_entity(data_.records[i], line)) {
        entity_ = data_.records[i].name;
        return true;
      }
    }
    const std::string name = fold_label(data_.records[0].name);
    if (evidence_.line().empty() && data_.records.size() == 1 && !name.empty() && contains(fold_label(from_.file.name), name)) {
      entity_ = data_.records[0].name;
      return true;
    }
    return false;
  }

  /// The line says who files; a region's office is never a base or its operator.
  bool names_entity(const Record& record, const std::string& line) const {
    const auto is_named = [&](int field) {
      const Value& value = record.values[static_cast<std::size_t>(field)];
      if (value.kind != ValueKind::text || is_apart(value.text, line)) return false;
      const FoldedLabel folded(value.text);
      const std::string_view text = folded.view();
      if (count_characters(text) < 4) return false;
      return contains(line, text) || (count_characters(line) >= 6 && contains(text, line) && !is_place(line));
    };
    return std::any_of(from_.form.key.begin(), from_.form.key.end(), is_named) ||
           std::any_of(from_.form.rename_by.begin(), from_.form.rename_by.end(), is_named);
  }

  /// Nothing but region names: 太原市小店区.
  bool is_place(const std::string& line) const {
    const auto chain = from_.places.find_chain(line, evidence_.year());
    return !chain.empty() && chain.back().end == line.size();
  }

  void choose() {
    const std::string records = evidence_.common_of_records();
    for (const bool weak : {false, true}) {
      const std::string line = data_.by_entity ? "" : evidence_.deepest(NamedIn::line, weak);
      std::string outside = evidence_.deepest(NamedIn::name, weak);
      const std::string folder = evidence_.deepest(NamedIn::folder, weak);
      if (outside.empty() || (!folder.empty() && tree().is_within(folder, outside))) outside = folder;
      if (data_.by_entity) {
        take_entity(records, outside);
      } else {
        take_region({line, outside, records}, outside == folder ? NamedIn::folder : NamedIn::name);
      }
      if (!data_.region.empty()) return;
    }
    report_unknown();
  }

  /// A base or platform files what is its own: who it is must be told, and where it is. Its line may name any place
  /// (中关村…（太原）有限公司): folders and file name go before it.
  void choose_named() {
    data_.by_entity = true;
    find_listed();
    choose_body(find_bodies(from_.known.names, evidence_.line(), from_.file));
    for (const bool weak : {false, true}) {
      for (const NamedIn source : {NamedIn::folder, NamedIn::name, NamedIn::line}) {
        if (data_.region.empty()) data_.region = evidence_.deepest(source, weak);
      }
    }
    for (const NamedIn source : {NamedIn::name, NamedIn::line}) {  // 太原市's folder, 太原市小店区's base
      const std::string deeper = evidence_.deepest(source, false);
      if (!deeper.empty() && tree().is_within(deeper, data_.region)) data_.region = deeper;
    }
    if (entity_.empty() || data_.region.empty()) report_unknown();
    report_conflicts();
    for (Record& record : data_.records) record.region = data_.region;
    data_.reporter = entity_;
  }

  /// The line goes before folders, and these before the file's name; another body in one of them is a contradiction.
  void choose_body(const NamedBodies& bodies) {
    const char* from = bodies.line.empty() ? "why.folder" : "why.reporter-line";
    const std::pair<const std::string&, const char*> all[] = {
        {bodies.line, "why.reporter-line"}, {bodies.folder, "why.folder"}, {bodies.file, "why.file-name"}};
    for (const auto& [name, source] : all) {
      if (name.empty()) continue;
      if (entity_.empty()) {
        entity_ = name;
        from = source;
      } else if (findings_.empty() && are_other_bodies(entity_, name)) {
        findings_.push_back(make_finding("reporter.conflict", {{"names", entity_ + "、" + name}, {"from", from}, {"to", source}}));
      }
    }
  }

  /// Whoever the form's list names, in the line, in the deepest folder or in the file's name; the list knows where it is.
  void find_listed() {
    const Period then{static_cast<std::int16_t>(from_.year), 1, 12};
    const char* from = "";
    for (const NamedRow& named : find_listed_names(from_.known.listed, evidence_.line(), from_.file)) {
      const Record& row = (*from_.form.reporter.roster.rows)[named.row];
      const auto one = listed_reporter(from_.form, row, tree(), from_.province, then);
      if (!one || one->name == entity_) continue;
      if (!entity_.empty()) {
        findings_.push_back(make_finding("reporter.conflict", {{"names", entity_ + "、" + one->name}, {"from", from}, {"to", "why.folder"}}));
        return;
      }
      entity_ = one->name;
      data_.region = one->region;
      from = named.in_line ? "why.reporter-line" : "why.folder";
    }
  }

  void report_unknown() { findings_.push_back(tell_unknown(evidence_)); }

  void report_conflicts() {
    for (Finding& finding : tell_no_regions(evidence_, data_)) findings_.push_back(std::move(finding));
    for (Finding& finding : tell_regions_twice(evidence_, data_)) findings_.push_back(std::move(finding));
    for (Finding& finding : tell_conflicts(evidence_, data_, chosen_from_)) findings_.push_back(std::move(finding));
  }

  void take_entity(const std::string& records, const std::string& outside) {
    std::string own;
    for (const std::string& code : {records, evidence_.deepest(NamedIn::line, false), outside}) {
      if (own.empty() || (!code.empty() && tree().is_within(code, own))) own = code.empty() ? own : code;
    }
    data_.region = own;
  }

  /// The first that names a region of a level that may file; a region above it is narrowed by those behind.
  void take_region(const std::vector<std::string>& named, NamedIn outside) {
    const NamedIn sources[] = {NamedIn::line, outside, NamedIn::record};
    std::string wider;
    for (std::size_t i = 0; i < named.size(); ++i) {
      const std::string& code = named[i];
      if (code.empty()) continue;
      if (!wider.empty() && !tree().is_within(code, wider)) continue;
      if (evidence_.is_allowed(code)) {
        data_.region = code;
        chosen_from_ = sources[i];
        return;
      }
      wider = code;
    }
  }

  /// A city's table holds records of its counties; elsewhere a record belongs to the reporter's region.
  void place_records() {
    for (Record& record : data_.records) record.region = data_.region;
    if (data_.region.empty()) return;
    for (const Evidence& e : evidence_.all()) {
      if (e.source != NamedIn::record || !e.full) continue;
      Record& record = data_.records[e.record];
      if (from_.form.records_of.empty() && FoldedLabel(record.name).view() != e.text) continue;  // a name that is the region's whole
      for (const std::string& code : e.codes) {
        const bool deeper = tree().is_within(code, data_.region) && tree().is_within(code, record.region);
        if (deeper) record.region = code;
      }
    }
  }

  void name_reporter() {
    const Region* region = tree().find(data_.region);
    data_.reporter = data_.by_entity ? entity_ : region != nullptr ? region->name : evidence_.line();
  }

  const ReporterSources& from_;
  Return& data_;
  ReporterEvidence evidence_;
  std::vector<Finding> findings_;
  std::string entity_;
  NamedIn chosen_from_ = NamedIn::record;
};

}  // namespace

std::vector<Finding> decide_reporter(const ReporterSources& sources, Return& data) { return Decision(sources, data).run(); }

}  // namespace huizong
