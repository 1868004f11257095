#pragma once
// A verdict table 判定表: what the conditions of a verdict form come to for one base or platform, and what they rest on.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.hpp"
#include "model/cell.hpp"
#include "model/period.hpp"

namespace huizong {

enum class Judgement : std::uint8_t {
  pass,
  fail,
  undecided,       ///< 无法判定: no form asks, or what it rests on was not filed or not filled in
  person,          ///< 待人工判定
  not_applicable,
  value,           ///< an indicator: its figure is shown, and nothing judged
};

/// Cells of one column of one return.
struct Resting {
  std::string form;    ///< id
  std::string file;    ///< relative to the inbox
  std::string sheet;
  std::string column;  ///< header path
  std::vector<CellRange> cells;
  std::size_t count = 0;  ///< of cells
  std::string value;      ///< what stands there, of a single cell
};

struct VerdictRow {
  Judgement judgement = Judgement::undecided;
  std::string threshold;             ///< empty: the title says it
  std::vector<std::string> figures;  ///< — where one cannot be told
  std::vector<Message> reasons;      ///< ids verdict.*
  bool own_reason = false;           ///< the condition's own words say why
  std::vector<Resting> rests_on;
};

struct VerdictTable {
  std::string form;  ///< id of the verdict form
  Period period;
  std::string region;
  std::string subject;
  std::vector<VerdictRow> rows;  ///< one a condition, in the form's order
};

std::string_view to_word(Judgement judgement);  ///< pass, fail, undecided, person, not-applicable, value

}  // namespace huizong
