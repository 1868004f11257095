// A form file as a whole.

#include <string>

#include "base/text.hpp"
#include "schema/form_parse.hpp"
#include "schema/load.hpp"

namespace huizong {
namespace {

constexpr std::pair<std::string_view, Layout> layouts[] = {
    {"list", Layout::list}, {"bands", Layout::bands}, {"card", Layout::card},
    {"document", Layout::document}};
constexpr std::pair<std::string_view, Scope> scopes[] = {{"return", Scope::whole_return}, {"row", Scope::row}};
constexpr std::pair<std::string_view, Level> levels[] = {
    {"city", Level::city}, {"county", Level::county}, {"zone", Level::zone}};

struct Span {
  int first = 0, last = 0;
};
constexpr std::pair<std::string_view, Span> spans[] = {{"year", {1, 12}}, {"H1", {1, 6}}, {"H2", {7, 12}},
                                                       {"Q1", {1, 3}},    {"Q2", {4, 6}}, {"Q3", {7, 9}},
                                                       {"Q4", {10, 12}}};

constexpr int days_in[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

/// MM-DD
std::pair<int, int> read_day(const Source& source, const YamlNode& node) {
  const bool scalar = node.kind == YamlNode::Kind::scalar;
  const std::string& text = node.text;
  bool good = scalar && text.size() == 5 && text[2] == '-';
  for (std::size_t i : {0, 1, 3, 4}) good = good && text[i] >= '0' && text[i] <= '9';
  const int month = good ? (text[0] - '0') * 10 + text[1] - '0' : 0;
  const int day = good ? (text[3] - '0') * 10 + text[4] - '0' : 0;
  if (month < 1 || month > 12 || day < 1 || day > days_in[month - 1]) {
    refuse(source, node.at, "why.not-a-day", {{"what", text}});
  }
  return {month, day};
}

OtherDay read_other_day(const Source& source, const YamlNode& node) {
  const MapReader map(source, node, {"date", "yearOffset", "printedAt", "reading"});
  OtherDay other;
  std::tie(other.month, other.day) = read_day(source, map.need("date"));
  other.year_offset = map.whole("yearOffset");
  other.printed_at = to_string(source, map.need("printedAt"));
  other.reading = to_sentence_pair(source, map.need("reading"));
  return other;
}

Deadline read_deadline(const Source& source, const YamlNode& node) {
  const MapReader map(source, node, {"date", "yearOffset", "period", "regions", "printedAt", "alsoPrinted"});
  Deadline deadline;
  std::tie(deadline.month, deadline.day) = read_day(source, map.need("date"));
  deadline.year_offset = map.whole("yearOffset");
  if (const YamlNode* period = map.find("period")) {
    const Span span = to_choice(source, *period, spans);
    deadline.first_month = span.first;
    deadline.last_month = span.last;
  }
  deadline.regions = map.texts("regions");
  deadline.printed_at = map.text("printedAt");
  if (const YamlNode* other = map.find("alsoPrinted")) deadline.also_printed = read_other_day(source, *other);
  return deadline;
}

ReporterSpec read_reporter(const Source& source, const YamlNode& node) {
  const MapReader map(source, node, {"levels", "entity", "named", "roster", "voluntary", "only", "lineLabels", "regionFrom", "nameFrom"});
  ReporterSpec reporter;
  for (const YamlNode& level : to_list(source, map.need("levels"))) {
    reporter.levels.push_back(to_choice(source, level, levels));
  }
  reporter.entity = map.flag("entity");
  reporter.named = map.flag("named");
  reporter.voluntary = map.flag("voluntary");
  reporter.only = map.texts("only");
  reporter.line_labels = map.texts("lineLabels");
  return reporter;
}

void read_summary(const Source& source, const YamlNode& node, FormSpec& form) {
  const MapReader map(source, node, {"id", "title", "sheet", "growthColumns", "recordsAreRegions", "differentApplicants"});
  form.summary_id = map.text("id");
  form.summary_title = map.text("title");
  form.summary_sheet = map.text("sheet");
  form.growth_columns = map.flag("growthColumns");
  form.records_are_regions = map.flag("recordsAreRegions");
  form.different_applicants = map.flag("differentApplicants");
}

std::vector<std::string> folded(std::vector<std::string> words) {
  for (std::string& word : words) word = fold_label(word);
  return words;
}

/// What `fieldsOf` brings: everything about the columns; their rules follow in read_form_rules.
void take_fields(const FormSpec& other, FormSpec& form) {
  form.layout = other.layout;
  form.fields = other.fields;
  form.bands = other.bands;
  form.blocks = other.blocks;
  form.key = other.key;
  form.key_else = other.key_else;
  form.name_by = other.name_by;
  form.rename_by = other.rename_by;
  form.missing_values = other.missing_values;
  form.unit_line = other.unit_line;
  form.mandatory_scope = other.mandatory_scope;
  form.magnitude = other.magnitude;
  form.per_head = other.per_head;
  form.overlaps = other.overlaps;
  form.same_fields_as = other.id;
}

/// The small tables of a card or a document.
void read_tables(const Source& source, const MapReader& map, FormSpec& form) {
  const YamlNode* blocks = map.find("blocks");
  if (blocks == nullptr) return;
  if (!form.is_card()) refuse(source, blocks->at, "why.layout-columns");
  read_blocks(source, *blocks, form);
  link_fields(source, *blocks, true, form);
}

void read_columns(const Source& source, const MapReader& map, const FormLookup& lookup, FormSpec& form) {
  const YamlNode *of = map.find("fieldsOf"), *fields = map.find("fields"), *bands = map.find("bands");
  const YamlNode* sections = map.find("sections");
  if (sections != nullptr && form.layout != Layout::document) refuse(source, sections->at, "why.layout-columns");
  if (sections != nullptr && of == nullptr && bands == nullptr) {
    if (fields != nullptr) read_fields(source, *fields, form);
    read_sections(source, *sections, form);
    if (fields != nullptr) link_fields(source, *fields, false, form);
    return read_tables(source, map, form);
  }
  if ((of != nullptr) + (fields != nullptr) + (bands != nullptr) != 1 || form.layout == Layout::document) {
    refuse(source, map.at(), "why.columns-once");
  }
  if (of != nullptr) {
    const std::string id = to_string(source, *of);
    const FormSpec* other = lookup(id);
    if (other == nullptr) refuse(source, of->at, "why.unknown-form", {{"what", id}});
    return take_fields(*other, form);
  }
  const YamlNode& list = bands != nullptr ? *bands : *fields;
  if ((form.layout == Layout::bands) != (bands != nullptr)) refuse(source, list.at, "why.layout-columns");
  bands != nullptr ? read_bands(source, list, form) : read_fields(source, list, form);
  link_fields(source, list, bands != nullptr, form);
  read_tables(source, map, form);
}

void read_words(const Source& source, const MapReader& map, FormSpec& form) {
  form.id = to_string(source, map.need("id"));
  form.title = to_string(source, map.need("title"));
  form.title_words = folded(to_strings(source, map.need("titleWords")));
  form.title_not = folded(map.texts("titleNot"));
  form.title_any = folded(map.texts("titleAny"));
  form.title_needed = map.flag("titleNeeded");
  form.document = map.text("document");
  form.source = map.text("source");
  if (const YamlNode* layout = map.find("layout")) form.layout = to_choice(source, *layout, layouts);
  form.reporter = read_reporter(source, map.need("reporter"));
  if (const YamlNode* deadlines = map.find("deadlines")) {
    for (const YamlNode& node : to_list(source, *deadlines)) {
      attempt(source, [&] { form.deadlines.push_back(read_deadline(source, node)); });
    }
  }
  const YamlNode* summary = map.find("summary");
  form.has_summary = summary != nullptr || !form.is_card();
  if (summary != nullptr) read_summary(source, *summary, form);
  form.records_of = map.text("recordsOf");
  form.levels_differ = map.text("levelsDiffer");
  form.title_below = map.flag("titleBelow");
  form.empty_is_nil = map.flag("emptyIsNil");
  form.half_yearly = map.flag("halfYearly");
  form.period_from_filing = map.flag("periodFromFiling");
  form.growth_filed = map.flag("growthFiled");
  form.rise_as_amount = map.flag("riseAsAmount");
}

void read_after_columns(const Source& source, const MapReader& map, FormSpec& form) {
  if (const YamlNode* values = map.find("missingValues")) form.missing_values = to_strings(source, *values);
  if (const YamlNode* line = map.find("unitLine")) form.unit_line = to_string(source, *line);
  if (const YamlNode* scope = map.find("mandatoryScope")) form.mandatory_scope = to_choice(source, *scope, scopes);
  if (const YamlNode* key = map.find("primaryKey")) form.key = to_columns(source, *key, form);
  if (const YamlNode* reporter = map.find("reporter")) {
    const MapReader words(source, *reporter,
                          {"levels", "entity", "named", "roster", "voluntary", "only", "lineLabels", "regionFrom", "nameFrom"});
    if (const YamlNode* from = words.find("regionFrom")) form.reporter.region_fields = to_columns(source, *from, form);
    if (const YamlNode* name = words.find("nameFrom")) form.reporter.name_field = to_column(source, *name, form);
  }
  if (const YamlNode* other = map.find("keyElse")) form.key_else = to_columns(source, *other, form);
  if (const YamlNode* by = map.find("nameBy")) form.name_by = to_columns(source, *by, form);
  if (const YamlNode* by = map.find("renameBy")) form.rename_by = to_columns(source, *by, form);
  if (auto magnitude = map.number("magnitude")) form.magnitude = magnitude;
  if (const YamlNode* bounds = map.find("perHead")) read_per_head(source, *bounds, form);
  if (const YamlNode* change = map.find("yearlyChange")) {
    const MapReader bounds(source, *change, {"over", "from"});
    form.yearly_change_over = to_number(source, bounds.need("over"));
    form.yearly_change_from = to_number(source, bounds.need("from"));
  }
  if (const YamlNode* overlaps = map.find("overlaps")) read_overlaps(source, *overlaps, form);
  if (const YamlNode* steps = map.find("steps")) read_steps(source, *steps, form);
  if (!form.name_by.empty() && !form.key.empty()) refuse(source, map.key_place("nameBy"), "why.key-and-name");
  if (form.layout == Layout::list && form.naming().empty()) {
    refuse(source, map.at(), "why.missing-key", {{"what", "primaryKey"}});
  }
}

}  // namespace

FormSpec read_form(const Source& source, const YamlNode& root, const FormLookup& lookup) {
  const MapReader map(source, root, {"id",           "title",          "titleWords",
                                     "titleNot",     "document",       "source",
                                     "layout",       "unitLine",       "reporter",
                                     "deadlines",    "summary",        "recordsOf",
                                     "levelsDiffer", "halfYearly",     "periodFromFiling",
                                     "growthFiled",  "riseAsAmount",   "magnitude",      "perHead",
                                     "yearlyChange", "mandatoryScope", "missingValues",
                                     "primaryKey",   "keyElse",        "nameBy",
                                     "renameBy",     "titleBelow",     "emptyIsNil",
                                     "fieldsOf",     "fields",         "bands",
                                     "blocks",       "sections",       "titleAny",       "titleNeeded",
                                     "rules",        "uses",           "lists",
                                     "overlaps",     "steps"});
  FormSpec form;
  attempt(source, [&] { read_words(source, map, form); });
  read_columns(source, map, lookup, form);
  attempt(source, [&] { read_after_columns(source, map, form); });
  return form;
}

std::string fields_of(const YamlNode& root) {
  for (std::size_t i = 0; i < root.keys.size() && root.kind == YamlNode::Kind::map; ++i) {
    if (root.keys[i].text == "fieldsOf") return root.items[i].text;
  }
  return {};
}

FormSpec parse_form(std::string_view yaml, std::string_view file_name) {
  Source source;
  source.text = yaml;
  source.file = std::string(file_name);
  const YamlNode root = parse_yaml(source);
  const FormLookup no_form = [](std::string_view) { return nullptr; };
  FormSpec form = read_form(source, root, no_form);
  read_form_rules(source, root, no_form, [](std::string_view) { return nullptr; }, {}, form);
  return form;
}

}  // namespace huizong
