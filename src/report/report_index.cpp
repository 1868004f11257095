// index.html: the first thing an officer looks at in the morning.

#include <algorithm>

#include "base/text.hpp"
#include "report/figures.hpp"
#include "report/messages.hpp"
#include "report/reports.hpp"
#include "report/status_words.hpp"

namespace huizong {
namespace {

constexpr std::size_t most_findings = 200, most_bars = 8, most_movers = 4, most_figures = 8;

struct Context {
  const Catalogue& catalogue;
  const Period& period;
  Lang lang;
};

std::string say_plain(std::string_view id, Lang lang) { return say(id, {}, lang); }

const SummaryRow* province_of(const Summary& summary) {
  const auto at = std::ranges::find(summary.rows, RowLevel::province, &SummaryRow::level);
  return at == summary.rows.end() ? nullptr : &*at;
}

Ink ink_of_rate(const std::optional<Decimal>& rate) {
  if (!rate || rate->is_zero()) return Ink::normal;
  return rate->is_negative() ? Ink::bad : Ink::good;
}

std::string signed_rate(const Decimal& rate) { return (rate > Decimal(0) ? "+" : "") + to_fixed_text(rate, 2); }

std::string title_of(const Summary& summary, const Context& context) {
  for (const Pack& pack : context.catalogue.packs) {
    const FormSpec* form = pack.form(summary.return_form);
    if (form == nullptr) continue;
    return with_years(form->summary_title.empty() ? form->title : form->summary_title, summary.period);
  }
  return summary.form;
}

std::string leaf_of(const std::string& path) {
  // Labels such as 新增金额 say nothing without their group.
  const std::size_t last = path.rfind('/');
  if (last == std::string::npos) return path;
  const std::size_t before = path.rfind('/', last - 1);
  return path.substr(before == std::string::npos ? 0 : before + 1);
}

PageFigures to_figures(const Summary& summary, const SummaryRow& province, const Context& context) {
  PageFigures figures;
  const std::string coverage = std::to_string(province.coverage.counted) + "/" + std::to_string(province.coverage.expected);
  figures.items.push_back({say_plain("word.reported", context.lang), coverage, "", Ink::normal});
  for (std::size_t i = 0; i < summary.columns.size() && figures.items.size() < most_figures; ++i) {
    const SummaryColumn& column = summary.columns[i];
    const SummaryCell& cell = province.cells[i];
    if (!is_additive_column(column) || !cell.value) continue;
    PageFigures::Item item{leaf_of(column.path), to_text(*cell.value) + " " + column.unit, "", ink_of_rate(cell.growth)};
    if (cell.growth) item.remark = say("report.up-on-year", {{"value", signed_rate(*cell.growth)}, {"unit", column.growth_unit}}, context.lang);
    figures.items.push_back(std::move(item));
  }
  return figures;
}

PageCell figure_cell(const SummaryColumn& column, const std::optional<Decimal>& value) {
  return {value ? to_figure_text(column, value) : "—", Ink::normal, true, ""};
}
PageCell rate_cell(const std::optional<Decimal>& rate) { return {rate ? signed_rate(*rate) : "—", ink_of_rate(rate), true, ""}; }

PageTable to_growth_table(const Summary& summary, const SummaryRow& province, const Context& context) {
  PageTable table;
  table.caption = say("report.subtitle", {{"value", to_text(summary.base_period)}}, context.lang);
  for (std::string_view id : {"column", "unit", "value", "base", "growth", "growth-comparable", "remark"}) {
    table.head.push_back(say_plain("word." + std::string(id), context.lang));
  }
  for (std::size_t i = 0; i < summary.columns.size(); ++i) {
    const SummaryColumn& column = summary.columns[i];
    if (!is_growing_column(column)) continue;
    const SummaryCell& cell = province.cells[i];
    const Ink muted = Ink::muted;
    table.rows.push_back({{column.path, Ink::normal, false, ""}, {column.unit, Ink::normal, false, ""}, figure_cell(column, cell.value),
                          figure_cell(column, cell.base), rate_cell(cell.growth), rate_cell(cell.growth_comparable),
                          {to_notes_text(cell, context.lang), muted, false, ""}});
  }
  return table;
}

// The rows just below the province that moved one column most.
std::optional<PageBars> to_bars(const Summary& summary, std::size_t column, const Context& context) {
  const bool cities = std::ranges::any_of(summary.rows, [](const SummaryRow& row) { return row.level == RowLevel::city; });
  const RowLevel level = cities ? RowLevel::city : RowLevel::county;
  PageBars bars{say("report.mover-caption", {{"column", summary.columns[column].path}}, context.lang), {}};
  for (const SummaryRow& row : summary.rows) {
    const auto& part = row.cells[column].contribution;
    if (row.level == level && part && !part->is_zero()) bars.bars.push_back({row.name, *part, signed_rate(*part)});
  }
  std::ranges::stable_sort(bars.bars, [](const auto& a, const auto& b) { return abs(a.value) > abs(b.value); });
  if (bars.bars.size() > most_bars) bars.bars.resize(most_bars);
  if (bars.bars.empty()) return std::nullopt;
  return bars;
}

void add_movers(std::vector<PageBlock>& blocks, const Summary& summary, const SummaryRow& province, const Context& context) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < summary.columns.size(); ++i) {
    if (is_additive_column(summary.columns[i]) && province.cells[i].growth) order.push_back(i);
  }
  // Money first, since that is what is asked about; else in printed order.
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    return (summary.columns[a].unit == "万元") > (summary.columns[b].unit == "万元");
  });
  std::size_t count = 0;
  for (const std::size_t column : order) {
    if (count == most_movers) break;
    if (auto bars = to_bars(summary, column, context)) {
      blocks.emplace_back(std::move(*bars));
      ++count;
    }
  }
}

PageSection to_section(const Summary& summary, const Context& context) {
  PageSection section{"form-" + summary.form, title_of(summary, context), {}};
  const SummaryRow* province = province_of(summary);
  if (province == nullptr) return section;
  section.blocks.emplace_back(to_figures(summary, *province, context));
  section.blocks.emplace_back(to_growth_table(summary, *province, context));
  add_movers(section.blocks, summary, *province, context);
  return section;
}

PageSection to_completeness(const Status& status, const Context& context) {
  PageSection section{"status", say_plain("report.completeness", context.lang), {}};
  PageFigures figures;
  for (const auto& [word, count] : count_states(status.units, context.catalogue, context.lang)) {
    figures.items.push_back({word, std::to_string(count), "", Ink::normal});
  }
  section.blocks.emplace_back(std::move(figures));
  PageTable table;
  for (std::string_view id : {"form", "region", "reporter", "state", "timely", "file"}) {
    table.head.push_back(say_plain("word." + std::string(id), context.lang));
  }
  for (const Unit& unit : status.units) {
    table.rows.push_back({{form_in_words(context.catalogue, unit.form, status.period), Ink::normal, false, ""},
                          {unit.region, Ink::muted, false, ""},
                          {unit.reporter.empty() ? unit.name : unit.reporter, Ink::normal, false, ""},
                          {state_in_words(unit, context.catalogue, context.lang), ink_of(unit.state), false, ""},
                          {late_in_words(unit, context.lang), unit.late == true ? Ink::bad : Ink::muted, false, ""},
                          {unit.file, Ink::muted, false, ""}});
  }
  section.blocks.emplace_back(std::move(table));
  return section;
}

PageSection to_open_findings(const std::vector<Finding>& findings, const Context& context) {
  PageSection section{"findings", say_plain("report.open-findings", context.lang), {}};
  std::vector<const Finding*> open;
  for (const Finding& finding : findings) {
    if (finding.severity != Severity::info && finding.state == FindingState::open) open.push_back(&finding);
  }
  std::ranges::stable_sort(open, [](const Finding* a, const Finding* b) { return a->severity < b->severity; });
  if (open.empty()) {
    section.blocks.emplace_back(PageText{say_plain("report.no-findings", context.lang)});
    return section;
  }
  PageTable table;
  for (std::string_view id : {"severity", "reporter", "file", "cell", "message", "how-to-mend"}) {
    table.head.push_back(say_plain("word." + std::string(id), context.lang));
  }
  for (std::size_t i = 0; i < std::min(open.size(), most_findings); ++i) {
    const Finding& finding = *open[i];
    const Ink ink = finding.severity == Severity::mandatory ? Ink::bad : Ink::warning;
    const std::string place = finding.sheet + (finding.cell ? (finding.sheet.empty() ? "" : "!") + to_a1(*finding.cell) : "");
    table.rows.push_back({{say("word.severity." + std::string(to_letter(finding.severity)), {}, context.lang), ink, false, ""},
                          {finding.reporter, Ink::normal, false, ""},
                          {finding.file, Ink::muted, false, ""},
                          {place, Ink::muted, false, ""},
                          {message_of(finding, context.catalogue, context.lang), Ink::normal, false, ""},
                          {mend_of(finding, context.catalogue, context.lang), Ink::muted, false, ""}});
  }
  section.blocks.emplace_back(std::move(table));
  if (open.size() > most_findings) {
    section.blocks.emplace_back(PageText{say("report.and-more", {{"value", std::to_string(open.size() - most_findings)}}, context.lang)});
  }
  return section;
}

}  // namespace

Page to_index_page(const Period& period, const std::vector<Summary>& summaries, const Status& status,
                   const std::vector<Finding>& findings, const Catalogue& catalogue, Lang lang) {
  const Context context{catalogue, period, lang};
  std::string place;
  for (const Summary& summary : summaries) {
    if (const SummaryRow* province = province_of(summary); province != nullptr && place.empty()) place = province->name;
  }
  Page page;
  page.lang = lang == Lang::zh ? "zh-CN" : "en";
  page.title = place.empty() ? to_text(period) : say("report.title", {{"place", place}, {"period", to_text(period)}}, lang);
  page.subtitle = say("report.subtitle", {{"value", to_text(base_of(period))}}, lang);
  for (const Summary& summary : summaries) page.sections.push_back(to_section(summary, context));
  page.sections.push_back(to_completeness(status, context));
  page.sections.push_back(to_open_findings(findings, context));
  return page;
}

}  // namespace huizong
