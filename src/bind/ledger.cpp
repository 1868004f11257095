#include "bind/ledger.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <map>
#include <memory>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/sheet_text.hpp"

namespace huizong {
namespace {

/// Who wants a cell: a value of a record or of a total, or a mark. The first of a cell's claims speaks.
struct Claim {
  CellRef at;
  int rank = 0;  ///< 0 figure, 1 total, 2 label, 3 a value that is missing or a section's text, 4 ignored
  int field = -1;
  const Value* value = nullptr;
  const std::string* key = nullptr;
  const CellMark* mark = nullptr;
  bool total = false;
};

bool is_before(const Claim& a, const Claim& b) { return a.at != b.at ? a.at < b.at : a.rank < b.rank; }

void add_values(const FormSpec& form, const Values& values, const std::string* key, bool total, std::vector<Claim>& claims) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Field& field = form.fields[i];
    const Value& value = values[i];
    const bool computed = field.computed.is && value.text.empty();
    if (value.kind == ValueKind::not_applicable || (field.computed.is && !total) || computed || field.section) continue;
    const int rank = value.kind == ValueKind::missing ? 3 : total ? 1 : 0;
    claims.push_back({value.cell, rank, static_cast<int>(i), &value, key, nullptr, total});
  }
}

/// The sheet of a part of a return.
template <class Part>
const std::string& sheet_of(const Part& part, const Return& data) {
  return part.sheet.empty() ? data.sheet : part.sheet;
}

/// The sheets that a return goes over, its own first.
std::vector<std::string> sheets_of(const Return& data) {
  std::vector<std::string> sheets{data.sheet};
  for (const Record& record : data.records) {
    const std::string& sheet = sheet_of(record, data);
    if (sheet != sheets.back() && std::find(sheets.begin(), sheets.end(), sheet) == sheets.end()) sheets.push_back(sheet);
  }
  return sheets;
}

std::vector<Claim> to_claims(const LedgerReturn& from, const std::string& sheet) {
  std::vector<Claim> claims;
  const Return& data = from.source.data;
  for (const Record& record : data.records) {
    if (sheet_of(record, data) == sheet) add_values(from.form, record.values, &record.key, false, claims);
  }
  for (const Record& record : data.block_records) {
    if (sheet_of(record, data) == sheet) add_values(from.form, record.values, &record.name, false, claims);
  }
  for (const FiledTotal& total : data.totals) {
    if (sheet_of(total, data) == sheet) add_values(from.form, total.values, nullptr, true, claims);
  }
  for (const CellMark& mark : from.source.marks) {
    if (sheet_of(mark, data) != sheet) continue;
    const int rank = mark.use == CellUse::label ? 2 : mark.use == CellUse::figure ? 3 : 4;
    claims.push_back({mark.at, rank, mark.field, nullptr, nullptr, &mark, false});
  }
  std::stable_sort(claims.begin(), claims.end(), is_before);
  return claims;
}

std::string text_of(const Cell& cell, bool date1904) {
  std::string text = shown_text(cell);
  if (cell.kind != CellKind::date) return text;
  const auto date = to_date(std::strtod(text.c_str(), nullptr), date1904);
  return date ? to_text(*date) : text;
}

LedgerValue to_ledger_value(const Value& value) {
  switch (value.kind) {
    case ValueKind::figure:
    case ValueKind::nil: return to_text(value.number);
    case ValueKind::boolean: return !value.number.is_zero();
    case ValueKind::date: return to_text(value.date);
    case ValueKind::text: return value.text;
    default: return {};
  }
}

using Claims = std::vector<Claim>;

/// One return's part of the ledger, on one sheet.
struct Part {
  Part(const LedgerReturn& given, std::string on) : from(given), sheet(std::move(on)), claims(to_claims(given, sheet)) {
    for (const Finding& finding : given.findings) {
      if (finding.cell && finding.sheet == sheet) rules.emplace(*finding.cell, finding.rule);
    }
  }

  /// The claims of a cell; an empty span where nobody claims it.
  std::span<const Claim> at(CellRef ref) const {
    const auto [first, last] = std::equal_range(claims.begin(), claims.end(), Claim{ref},
                                                [](const Claim& a, const Claim& b) { return a.at < b.at; });
    return {first, last};
  }

  std::string column_of(int field) const {
    return field < 0 ? "" : to_path(from.form, from.form.fields[static_cast<std::size_t>(field)], from.source.data.period);
  }

  LedgerFigure figure_of(const Claim& claim) const { return {column_of(claim.field), to_ledger_value(*claim.value)}; }

  void take_claims(std::span<const Claim> found, LedgerEntry& entry) const {
    const Claim& first = found.front();
    if (first.mark != nullptr) {
      entry.use = first.mark->use;
      entry.figure.column = column_of(first.field);
      if (entry.use == CellUse::figure) entry.figure.value = tidy(entry.raw);
      else entry.reason = first.mark->reason;
      return;
    }
    entry.use = first.total ? CellUse::total : CellUse::figure;
    entry.figure = figure_of(first);
    if (first.key != nullptr) entry.key = *first.key;
    for (const Claim& other : found.subspan(1)) {
      if (other.value != nullptr) entry.more.push_back(figure_of(other));
    }
    if (!std::holds_alternative<std::monostate>(entry.figure.value)) return;
    const auto rule = rules.find(entry.cell);
    const bool missing = first.value->kind == ValueKind::missing && (rule == rules.end() || rule->second != "cell.no-result");
    entry.reason = missing || rule == rules.end() ? "missing" : rule->second;
  }

  const LedgerReturn& from;
  std::string sheet;
  Claims claims;
  std::map<CellRef, std::string> rules;  ///< the first finding of each cell
  std::vector<LedgerEntry> entries;
};

}  // namespace

struct LedgerSink::State {
  std::vector<Part> parts;
  std::vector<Part*> here;  ///< of the sheet at hand
  SheetHead head;

  Part& owner(CellRef ref) const {
    Part* nearest = here.front();
    for (Part* part : here) {
      if (!part->at(ref).empty()) return *part;
      if (!part->claims.empty() && part->claims.front().at <= ref) nearest = part;
    }
    return *nearest;
  }

  void add(const Cell& cell, CellRef ref) const {
    Part& part = owner(ref);
    LedgerEntry entry;
    entry.sheet = head.name;
    entry.cell = ref;
    entry.raw = text_of(cell, head.date1904);
    const auto claims = part.at(ref);
    if (!claims.empty()) part.take_claims(claims, entry);
    else entry.reason = tidy(entry.raw).empty() ? "blank" : "unclaimed";
    part.entries.push_back(std::move(entry));
  }
};

LedgerSink::LedgerSink(const std::vector<LedgerReturn>& returns) : state_(std::make_unique<State>()) {
  for (const LedgerReturn& one : returns) {
    for (const std::string& sheet : sheets_of(one.source.data)) state_->parts.emplace_back(one, sheet);
  }
}
LedgerSink::~LedgerSink() = default;

bool LedgerSink::begin_sheet(const SheetHead& head) {
  state_->head = head;
  state_->here.clear();
  for (Part& part : state_->parts) {
    if (part.sheet == head.name) state_->here.push_back(&part);
  }
  return !state_->here.empty();
}

void LedgerSink::row(std::uint32_t row, RowHiding, std::span<const Cell> cells) {
  for (const Cell& cell : cells) {
    if (cell.kind != CellKind::empty) state_->add(cell, {row, cell.column});
  }
}

std::vector<std::vector<LedgerEntry>> LedgerSink::take() {
  std::vector<std::vector<LedgerEntry>> out;
  const LedgerReturn* last = nullptr;
  for (Part& part : state_->parts) {
    if (&part.from != last) out.emplace_back();
    last = &part.from;
    out.back().insert(out.back().end(), std::make_move_iterator(part.entries.begin()), std::make_move_iterator(part.entries.end()));
  }
  return out;
}

}  // namespace huizong
