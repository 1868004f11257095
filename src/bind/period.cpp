#include "bind/period.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/form_names.hpp"

namespace huizong {
namespace {

constexpr std::size_t longest_month = 32;  // bytes: ２０２４年８月 with spaces
constexpr int any_year = 2023;  // with 28 days in February
constexpr std::size_t longest_title = 60;  // characters: longer text is an instruction

bool contains_period(const Period& outer, const Period& inner) {
  return outer.year == inner.year && outer.first_month <= inner.first_month && inner.last_month <= outer.last_month;
}
bool agree(const Period& a, const Period& b) { return contains_period(a, b) || contains_period(b, a); }
Period narrower(const Period& a, const Period& b) { return contains_period(a, b) ? b : a; }

bool names_no_period(std::string_view label) {
  for (const char* word : {"报告期", "所属", "统计期", "统计时间", "报告时间", "年度"}) {
    if (contains(label, word)) return false;
  }
  for (const char* word : {"时间", "日期", "电话", "手机", "传真", "文号", "邮", "截", "人", "注", "说明", "单位", "盖章", "有效", "批准"}) {
    if (contains(label, word)) return true;
  }
  return false;
}

/// 本表由各单位如实填写，涉及2022年、2023年数据的以年报为准: the years of a sentence that tells how to fill in are no period.
bool is_instruction(std::string_view text) {
  if (count_characters(text) > longest_title) return true;
  const auto has = [&](std::string_view part) { return contains(text, part); };
  static constexpr auto stops = std::to_array<std::string_view>({"，", "；", "。", ",", ";"});
  static constexpr auto words = std::to_array<std::string_view>({"请", "须", "应", "为准", "如实", "不得", "不少于", "按照"});
  return std::any_of(stops.begin(), stops.end(), has) && std::any_of(words.begin(), words.end(), has);
}

/// A bare number is a year only alone in its row, or in front of 年: beside other words it is a figure.
bool is_year_cell(const Lines& head, std::size_t index) {
  const auto in_row = [&](std::size_t i) { return i < head.cells.size() && head.cells[i].at().row == head.cells[index].at().row; };
  if (in_row(index + 1)) return starts_with(head.cells[index + 1].folded(), "年");
  return index == 0 || !in_row(index - 1);
}

std::vector<NamedPeriod> find_in_title(std::string_view text) {
  return is_instruction(text) || is_note(text) || contains(text, "有效期") ? std::vector<NamedPeriod>() : find_periods(text);
}

/// 2024年8月, alone in its cell: mostly the day of filing. No form is asked for month by month.
bool is_lone_month(std::string_view folded) {
  std::size_t at = 0;
  const auto take = [&](std::string_view sign, std::size_t most) {
    const std::size_t from = at;
    while (at < folded.size() && folded[at] >= '0' && folded[at] <= '9') ++at;
    const bool fits = at > from && at - from <= most && starts_with(folded.substr(at), sign);
    at += sign.size();
    return fits;
  };
  return take("年", 4) && take("月", 2) && at == folded.size();
}

/// What the title and the period line name, in their order.
std::vector<NamedPeriod> find_in_head(const Lines& head, PeriodMemo& memo, std::vector<NamedPeriod>& months) {
  std::vector<NamedPeriod> found;
  const auto add = [&](const std::vector<NamedPeriod>& periods, CellRef at, bool month = false) {
    for (NamedPeriod named : periods) {
      named.at = at;
      (month ? months : found).push_back(named);
    }
  };
  for (std::size_t i = 0; i < head.cells.size(); ++i) {
    const TextCell& cell = head.cells[i];
    if (cell.kind == CellKind::number && !is_year_cell(head, i)) continue;
    const bool in_pairs = std::any_of(head.pairs.begin(), head.pairs.end(), [&](const Pair& p) { return p.at == cell.at(); });
    if (in_pairs || cell.kind == CellKind::date) continue;
    add(memo.titles.get(cell.text, find_in_title), cell.at(), cell.text.size() < longest_month && is_lone_month(cell.folded()));
  }
  for (const Pair& pair : head.pairs) {
    if (!memo.silent.get(pair.label, names_no_period)) add(find_periods(pair.label + ":" + pair.value), pair.at);
  }
  return found;
}

/// （上半年） on a line of its own, behind 报告期：, or in a title that names no year.
std::optional<NamedPeriod> find_lone_span(const FormSpec& form, const Lines& head, int year) {
  for (const TextCell& cell : head.cells) {
    auto named = find_span(cell.folded(), year);
    if (!named || (named->loose && !names_form(form, cell.text))) continue;
    named->at = cell.at();
    return named;
  }
  for (const Pair& pair : head.pairs) {
    auto named = find_span(pair.value, year);
    if (!named || named->loose || names_no_period(pair.label)) continue;
    named->at = pair.at;
    return named;
  }
  return std::nullopt;
}

void add_lone_span(const FormSpec& form, const Lines& head, std::vector<NamedPeriod>& found) {
  if (found.empty() || std::any_of(found.begin(), found.end(), [](const NamedPeriod& n) { return n.span; })) return;
  if (const auto named = find_lone_span(form, head, found.front().period.year)) found.push_back(*named);
}

struct Named {
  std::optional<NamedPeriod> period;
  std::optional<NamedPeriod> against;  ///< another that disagrees
};

Named join_named(const std::vector<NamedPeriod>& found) {
  Named out;
  for (const NamedPeriod& named : found) {
    if (!out.period) {
      out.period = named;
    } else if (!agree(out.period->period, named.period)) {
      if (!out.against) out.against = named;
    } else if (narrower(out.period->period, named.period) != out.period->period) {
      out.period = named;
    }
  }
  return out;
}

/// A name that speaks of two periods (2023年、2024年对比) names none.
std::optional<NamedPeriod> only_one(const std::vector<NamedPeriod>& found) {
  const Named named = join_named(found);
  return named.against ? std::nullopt : named.period;
}

/// Where a return lies and what it is called. Months without a year are those of year 0.
struct Outside {
  std::optional<NamedPeriod> sheet;
  std::optional<NamedPeriod> folder;
  std::optional<NamedPeriod> name;
};

std::optional<NamedPeriod> read_name(std::string_view name) {
  const std::vector<NamedPeriod> found = find_periods(name);
  if (!found.empty()) return only_one(found);
  auto months = find_span(name, any_year);
  if (months) months->period.year = 0;
  return months;
}

void give_year(std::optional<NamedPeriod>& named, int year) {
  if (!named || named->period.year != 0) return;
  named->period.year = static_cast<std::int16_t>(year);
  if (year == 0) named.reset();
}

int first_year(std::initializer_list<std::optional<NamedPeriod>> all) {
  for (const auto& named : all) {
    if (named && named->period.year != 0) return named->period.year;
  }
  return 0;
}

Outside read_file(const FilePlace& file, const std::string& sheet, PeriodMemo& memo) {
  Outside out;
  // The only sheet of a text file is called as the file is, and speaks after the folders, as the file's name does.
  if (sheet != file.name) out.sheet = memo.names.get(sheet, read_name);
  // The innermost folder speaks first; an outer one may only narrow it.
  std::vector<std::optional<NamedPeriod>> named;
  int year = 0;
  for (auto folder = file.folders.rbegin(); folder != file.folders.rend(); ++folder) {
    named.push_back(memo.names.get(*folder, read_name));
    if (year == 0) year = first_year({named.back()});
  }
  std::vector<NamedPeriod> found;
  for (std::optional<NamedPeriod>& one : named) {
    if (year != 0) give_year(one, year);
    if (one) found.push_back(*one);
  }
  out.folder = join_named(found).period;
  out.name = read_name(file.name);
  return out;
}

/// FORMS, qinghai: the form prints only the year; the filing day tells the half.
std::optional<Period> half_from(const Date& day, int year) {
  if (day.year == year && day.month >= 7) {
    return Period{static_cast<std::int16_t>(year), 1, 6};
  }
  if (day.year > year) return Period{static_cast<std::int16_t>(year), 1, 12};
  return std::nullopt;
}

void take_half(const PeriodSources& from, const Outside& outside, PeriodReading& reading) {
  const int year = reading.period.year;
  const auto filed_in_head = find_filing_date(from.head);
  const auto filed = filed_in_head ? filed_in_head : find_filing_date(from.foot);
  for (const auto& named : {outside.folder, outside.name}) {
    if (filed || !named || !named->span || named->period.year != year) continue;
    reading.period = named->period;
    return;
  }
  const Date& day = filed ? *filed : from.arrived;
  if (const auto half = half_from(day, year)) {
    reading.period = *half;
    return;
  }
  Finding finding = make_finding("period.conflict", {{"names", to_text(reading.period) + "、" + to_text(day)}});
  finding.severity = Severity::verify;
  reading.findings.push_back(std::move(finding));
}

void assume(const PeriodSources& from, PeriodReading& reading) {
  if (from.assumed) {
    reading.period = *from.assumed;
    reading.findings.push_back(make_finding("period.assumed", {{"value", to_text(*from.assumed)}, {"from", "why.option"}}));
  } else {
    reading.findings.push_back(make_finding("period.unknown"));
  }
}

/// Another period, or a part of it (a year's title in a half-year's folder), is said; so are months apart from their year.
void compare_outside(const Outside& outside, bool spoken, bool loose, PeriodReading& reading) {
  const char* from = spoken ? "why.title" : outside.sheet ? "why.sheet-name" : outside.folder ? "why.folder" : "why.file-name";
  for (const auto& named : {outside.folder, outside.name, outside.sheet}) {
    if (!named || contains_period(named->period, reading.period)) continue;
    Args args{{"value", to_text(reading.period)}, {"expected", to_text(named->period)}, {"from", from}};
    reading.findings.push_back(make_finding("period.assumed", std::move(args)));
    return;
  }
  if (loose) reading.findings.push_back(make_finding("period.assumed", {{"value", to_text(reading.period)}, {"from", from}}));
}

}  // namespace

PeriodReading decide_period(const PeriodSources& from) {
  PeriodReading reading;
  PeriodMemo own;
  PeriodMemo& memo = from.memo != nullptr ? *from.memo : own;
  std::vector<NamedPeriod> months;
  std::vector<NamedPeriod> found = find_in_head(from.head, memo, months);
  if (from.form.title_below) {
    Lines titles;
    for (const TextCell& cell : from.foot.cells) {
      if (names_form(from.form, cell.text)) titles.cells.push_back(cell);
    }
    const auto below = find_in_head(titles, memo, months);
    found.insert(found.end(), below.begin(), below.end());
  }
  add_lone_span(from.form, from.head, found);
  if (from.printed_year != 0) {
    found.push_back({{static_cast<std::int16_t>(from.printed_year), 1, 12}, false, {}});
  }
  Outside outside = read_file(from.file, from.sheet, memo);
  if (found.empty() && !outside.sheet && !outside.folder && !outside.name) found = std::move(months);
  const Named spoken = join_named(found);
  const int year = first_year({spoken.period, outside.sheet, outside.folder, outside.name});
  for (auto* named : {&outside.sheet, &outside.folder, &outside.name}) give_year(*named, year);
  std::optional<NamedPeriod> chosen = spoken.period;
  const bool in_sheet = chosen.has_value();
  for (const auto& named : {outside.sheet, outside.folder, outside.name}) {
    if (in_sheet || !named) continue;
    if (!chosen) chosen = named;
    if (agree(chosen->period, named->period)) chosen->period = narrower(chosen->period, named->period);
  }
  if (!in_sheet && chosen && !chosen->span) {
    if (const auto lone = find_lone_span(from.form, from.head, chosen->period.year)) chosen = lone;
  }
  if (!chosen) {
    assume(from, reading);
    return reading;
  }
  reading.period = chosen->period;
  if (spoken.against) {
    Finding finding = make_finding("period.conflict", {{"names", to_text(spoken.period->period) + "、" +
                                                                      to_text(spoken.against->period)}});
    if (spoken.against->at != CellRef{}) finding.cell = spoken.against->at;
    reading.findings.push_back(std::move(finding));
  } else if (from.form.period_from_filing && is_full_year(reading.period)) {
    take_half(from, outside, reading);
  }
  compare_outside(outside, in_sheet, chosen->loose, reading);
  return reading;
}

}  // namespace huizong
