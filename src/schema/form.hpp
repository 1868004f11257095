#pragma once
// Immutable form specifications, as the schemas under schemas/ declare them.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.hpp"
#include "model/period.hpp"
#include "model/region.hpp"
#include "model/return.hpp"
#include "schema/rule.hpp"

namespace huizong {

enum class Layout : std::uint8_t { list, bands, card, document };
/// tick: √ or nothing; a figure, 1 or 0, so that ticks add up.
enum class FieldType : std::uint8_t { integer, number, text, date, boolean, ordinal, tick };
/// How a column rolls up (FORMS.md, Notation): + S D ÷ — =.
enum class Additivity : std::uint8_t { flow, stock, distinct, ratio, none, text };

inline bool is_additive(Additivity a) {
  return a == Additivity::flow || a == Additivity::stock || a == Additivity::distinct;
}

/// Where a card prints a value, seen from its label.
enum class ValuePlace : std::uint8_t {
  either,  ///< in the next cell to the right; below, where another label stands there
  right,
  below,
  inside,  ///< in the label's own cell, in the blank behind the label: 自筹 1200 万元；贷款 300 万元
};

/// A header path as printed; a segment may hold {year} or {year-1}.
using HeaderPath = std::vector<std::string>;

struct Alias {
  HeaderPath path;
  bool suspicious = false;  ///< read as this column, with header.alias-suggested raised to V by the schema
  /// Taken only where the column of this field name is not in the header under its own path (nor under another alias
  /// without this word). It then goes before the column whose own path this is, which must be an optional one.
  std::string only_without;
};

/// What a column's 合计 may be called and be, where it is more than a figure in the 合计 row (schemas/README.md, `total`).
struct FieldTotal {
  std::vector<std::string> labels;   ///< folded: 平均满意度; the figure stands behind the label, in a row of its own
  int times = -1;                    ///< may also be the sum of products with this column (数量 × 原值)
  std::optional<Severity> severity;  ///< of total.mismatch; nothing: the program's
};

/// A column that is not printed, but computed from the record's others.
struct FieldComputed {
  bool is = false;
  bool one = false;          ///< 1 a record: counts them
  std::vector<int> sum_of;   ///< the sum of these columns
};

struct Field {
  std::string name;  ///< ASCII id that rules use
  HeaderPath path;   ///< full path
  std::vector<Alias> aliases;
  FieldType type = FieldType::integer;
  Additivity additivity = Additivity::text;
  std::string unit;  ///< 万元, 人, …; empty: none
  std::vector<std::string> unit_also;  ///< other counting words that returns use for it: rule units-mixed, V
  bool unit_expected = false;  ///< printed without a unit: a return must name one, in label or unit line (unit.missing)
  bool required = false;         ///< the column must be in the header: header.missing-column
  bool needs_value = false;      ///< a blank is cell.required
  bool estimates = false;        ///< 约500 is read as 500, to be verified
  bool optional_column = false;  ///< may be absent from the header without a word
  std::optional<Decimal> minimum, maximum;
  std::vector<std::string> allowed;      ///< constraints.enum
  int places = 2;                        ///< of a ratio
  int numerator = -1, denominator = -1;  ///< ratio of two columns (field indexes)
  bool mean = false;                     ///< rolls up as the mean over the records that have a figure
  int weighted_by = -1;                  ///< of a mean: the column of its weights; -1: each record counts once
  int growth_of = -1;                    ///< a printed 同比增长（%） column: the column that it is the growth of
  int group = -1;                        ///< bands: index into FormSpec::bands
  int block = -1;                        ///< card: index into FormSpec::blocks; -1: of the card's own record
  ValuePlace place = ValuePlace::either;  ///< card
  std::vector<std::string> ticks;         ///< boxes to tick, as printed; empty: none
  bool many_ticks = false;                ///< several of them may be ticked
  bool section = false;                   ///< document: the text under a heading, up to the next one
  int most_characters = 0;                ///< of a section, as a word processor counts; 0: no bound
  FieldTotal total;
  FieldComputed computed;
  Sentence reading;  ///< how we read what the document leaves unclear about it; for lint
  bool is_money() const { return unit == "万元" || unit == "元" || unit == "亿元"; }
};

/// One band of a bands form: the row pair under task and band names.
struct Band {
  std::string task;
  std::string name;
  bool total = false;       ///< the task's 合计 band
  std::vector<int> fields;  ///< field indexes in printed order
};

/// A small table inside a card: investors, yearly figures, sampled firms. Its rows are records of their own.
struct Block {
  std::string name;         ///< ASCII id that rules use
  std::string title;        ///< as reports call it, and as it may stand beside its header
  std::vector<int> fields;  ///< field indexes in printed order, behind all of the card's own
};

/// Another day for the same return that the document prints elsewhere: lint tells it, and nobody is held to it.
struct OtherDay {
  int year_offset = 0, month = 0, day = 0;
  std::string printed_at;  ///< where it stands: 第十四条
  Sentence reading;
};

/// Of several that apply to a period, one that names the region goes before one for all.
struct Deadline {
  int first_month = 0, last_month = 0;      ///< applies to periods of this span; 0: to every period
  int year_offset = 0, month = 0, day = 0;  ///< relative to the period's year
  std::vector<std::string> regions;         ///< applies at or below these codes only; empty: to all
  std::string printed_at;                   ///< where the document prints it; empty: not said
  std::optional<OtherDay> also_printed;
};

/// Columns of which one thing may be in several (titles that a firm holds): nothing may add them.
struct Overlap {
  std::vector<int> columns;
  Sentence reading;
};

/// One step of a table of thresholds over whole numbers, both ends in it; without a lower end it follows the step before.
struct Step {
  std::optional<int> least, greatest;
  int value = 0;
};

/// Thresholds as a document prints them, for the column that they decide.
struct StepTable {
  int column = -1;
  std::string title;  ///< what is counted
  std::vector<Step> steps;
  Sentence reading;
};

/// Bounds of money a head (an employee, a tenant firm), in the money column's unit: a return beyond them by the form's
/// `magnitude` is asked for its unit. Both columns are the form's own, or of one block; or the heads are the form's own.
struct PerHead {
  int money = -1, heads = -1;
  Decimal least, most;
};

/// Who must file a form, as a code list names them: columns of its rows. Without rows: nobody is listed.
struct Roster {
  std::shared_ptr<const std::vector<Record>> rows;
  int name = -1, region = -1;
  int until = -1;  ///< the first day on which they are not on the list any more; -1: no such column
};

/// Who files. Levels that may report; `entity`: the record itself (a base) may file its own return.
struct ReporterSpec {
  std::vector<Level> levels;
  bool entity = false;                   ///< without `levels`: only entities file, and nobody is expected to
  bool named = false;                    ///< an entity (a base, a platform) that line, folder or file name names; records are not it
  bool voluntary = false;                ///< a unit without a return is 未申报, not owed
  std::vector<std::string> only;         ///< codes that owe the form; empty: every region of the first of `levels`
  std::vector<std::string> line_labels;  ///< 填报单位, 市级中小企业主管部门（盖章）
  std::vector<int> region_fields;        ///< columns that name the region (所在市县)
  int name_field = -1;                   ///< of a card: the column that says who files, in place of a reporter line
  Roster roster;                         ///< of a named form: who owes it
};

/// A set of rows that rules may read beside the form's own records: those of a block, of another form, of a code list.
struct RowSource {
  std::string name;           ///< as rules call it
  std::string form;           ///< id of the form or code list
  std::string title;          ///< as sentences call it, without the year
  bool one_record = false;    ///< the other form holds one record a return: `name.column` reads it
  std::vector<Field> fields;
  std::shared_ptr<const std::vector<Record>> codes;  ///< the rows of a code list; null for a form
  int block = -1;             ///< the rows of this block, whose fields have the form's own indexes: of the form itself where `form` is empty
  std::string block_name{};   ///< of another form's block
  bool subject = false;       ///< a verdict form's: only the record that is the subject's, out of whatever return it stands in
};

/// A code list 代码表: rows that stand in the schema itself, and that nobody files.
struct CodeList {
  std::string id, title, document, source;
  std::vector<Field> fields;
  std::shared_ptr<const std::vector<Record>> rows;
  int code = -1, name = -1, group = -1;  ///< columns: of each entry's code and name, and of its class's name; -1: not said
  Sentence reading;                      ///< how we read what the document leaves unclear; for lint
};

struct FormSpec {
  std::string id;
  std::string pack;
  std::string title;                     ///< as printed; may hold {year}
  std::vector<std::string> title_words;  ///< folded parts that a title must contain, all of them
  std::vector<std::string> title_not;    ///< folded parts that it must not contain
  std::vector<std::string> title_any;    ///< folded parts of which it must contain one; empty: none asked for
  bool title_needed = false;             ///< a sheet that does not name the form is none of it, whatever its labels
  std::string document;                  ///< form's document number, 附件10
  std::string source;                    ///< file and issuer
  Layout layout = Layout::list;
  std::vector<Field> fields;  ///< in printed order
  std::vector<Band> bands;
  std::vector<Block> blocks;
  std::vector<int> key;                     ///< field indexes of primaryKey
  std::vector<int> key_else;                ///< name and key of a record whose key columns are blank
  std::vector<int> name_by;                 ///< without a key: what a record is called; two may be called alike
  std::vector<int> rename_by;               ///< fields that tell a renamed record: equal in both periods
  std::vector<std::string> missing_values;  ///< beside the program's own
  std::string unit_line;                    ///< 万元、平方米、人、户、个、场; empty: none printed
  ReporterSpec reporter;
  std::vector<Deadline> deadlines;
  Scope mandatory_scope = Scope::whole_return;
  std::vector<RowSource> sources;  ///< `uses` and `lists`, in the order that the rules' numbers mean
  std::vector<Rule> rules;
  bool title_below = false;  ///< the printed title stands below the table
  bool empty_is_nil = false;  ///< a table without records says that there is none
  bool half_yearly = false;
  bool period_from_filing =
      false;                  ///< the printed period line may lack the half: the filing date tells it (FORMS, qinghai)
  bool growth_filed = false;  ///< compare filed growth columns with the computed ones (rule growth-filed, V)
  bool rise_as_amount = false;       ///< rule rise-as-amount, V
  std::optional<Decimal> magnitude;  ///< unit.magnitude: money about this many times last period's, or its peers' (10000)
  std::vector<PerHead> per_head;     ///< of `magnitude`: what money a head may be
  std::optional<Decimal> yearly_change_over,
      yearly_change_from;             ///< rule yearly-change, V: more than ×, where base >= from
  bool has_summary = true;            ///< false: a card that asks for none
  std::string summary_id;             ///< id of the summary form; empty: own id
  std::string summary_title;          ///< printed on the summary; may hold {year}
  std::string summary_sheet;          ///< sheet name of the summary
  bool growth_columns = false;        ///< the printed summary has growth columns behind the form's own
  bool records_are_regions = false;   ///< each record is a region's own: the printed summary shows the regions alone
  bool different_applicants = false;  ///< nominal growth is of different applicants: marked 口径不同
  std::string records_of;     ///< this form's records are records of another form (base-summary of base-situation)
  std::string same_fields_as;     ///< the form whose columns these are (`fieldsOf`); empty: its own
  std::vector<Overlap> overlaps;  ///< no rule adds them to something equal
  std::vector<StepTable> steps;
  std::string levels_differ;  ///< rule id for records of two levels that differ; empty: not compared

  int field(std::string_view name) const;  ///< index by name, -1
  /// A card, or a document with its cover: one record, whose labels may stand anywhere.
  bool is_card() const { return layout == Layout::card || layout == Layout::document; }
  std::size_t own_fields() const;          ///< how many fields come before those of blocks
  std::vector<int> naming() const;         ///< the columns that tell one record from another, by key or by name
  const std::string& summary_form() const { return summary_id.empty() ? id : summary_id; }
};

/// The block whose rows a rule is about; -1: the form's own records.
int block_of(const FormSpec& form, const Rule& rule);

/// The columns of a source as rules number them: 0 the form's own.
inline const std::vector<Field>& fields_of(const FormSpec& form, int source) {
  return source == 0 ? form.fields : form.sources[static_cast<std::size_t>(source - 1)].fields;
}

/// A path as INTERFACE prints it, years made concrete: 2024年/省级示范平台….
std::string to_path(const FormSpec& form, const Field& field, const Period& period);
/// The labels of columns, with the header above where two of them are equal: 技改服务/服务企业数、质量服务/服务企业数.
std::string to_labels(const FormSpec& form, const std::vector<int>& columns);
/// Text with {year} and {year-1} made concrete.
std::string with_years(std::string_view text, const Period& period);

/// One way to tell a condition: several forms may ask for the same thing.
struct Reading {
  std::optional<Expression> figure;  ///< what is shown
  Rule rule;                         ///< where, and check
};

/// A line of a verdict form.
struct Condition {
  enum class Kind : std::uint8_t { computed, group, indicator } kind = Kind::computed;
  std::string id;
  std::string title;   ///< as printed
  std::string clause;  ///< where it stands
  std::string unit;    ///< of the figure
  std::vector<Reading> readings;    ///< those that can be told must agree
  std::optional<Expression> floor;  ///< atLeast: shown as the threshold
  std::vector<int> of;              ///< group: its conditions
  int at_least = 0;                 ///< group: how many of them; 0: all
  bool may_relax = false;           ///< in VerdictForm::relaxed a person judges what is below the bar
  Sentence reason;                  ///< why a person judges, or nobody can
  Sentence note;                    ///< always shown
};

/// Verdicts 判定表 computed from other forms, a table a subject (a base, a platform). Nobody files it.
struct VerdictForm {
  FormSpec form;                        ///< id, pack, title, document, source and sources; no fields
  std::vector<Condition> conditions;    ///< in printed order
  std::vector<int> subjects;            ///< sources whose filers have a table
  std::vector<std::pair<int, int>> also_called;  ///< source and column: other names of the subject
  std::vector<std::string> relaxed;     ///< region codes
};

struct Pack {
  std::string id;
  std::string title;     ///< 山西省小微企业创业创新基地
  std::string province;  ///< default code
  std::vector<Region> zones;
  std::vector<std::pair<std::string, std::string>> short_names;  ///< name, code
  std::vector<FormSpec> forms;
  std::vector<CodeList> code_lists;
  std::vector<VerdictForm> verdict_forms;
  std::vector<std::pair<std::string, std::string>> lists;  ///< name, code list: for the rules of every form

  const FormSpec* form(std::string_view id) const;
  const VerdictForm* verdict_form(std::string_view id) const;
  /// The form whose returns carry the records of `id`: itself, or records_of.
  const FormSpec* record_form(std::string_view id) const;
};

/// Everything a run needs to know before it opens a return.
struct Catalogue {
  std::vector<Pack> packs;
  RegionTree regions;       ///< GB/T 2260 and the zones of the packs
  std::string fingerprint;  ///< SHA-256 over all schema files: tells when cached results are stale

  const Pack* pack(std::string_view id) const;
};

}  // namespace huizong
