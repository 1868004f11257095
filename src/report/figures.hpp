#pragma once
// Figures as the reports show them, and which columns of a summary are which.

#include <optional>
#include <string>

#include "model/summary.hpp"

namespace huizong {

bool is_additive_column(const SummaryColumn& column);  ///< + S D: has a base figure of its own
bool is_growing_column(const SummaryColumn& column);   ///< + S D ÷: growth is computed
bool is_printed_growth(const SummaryColumn& column);   ///< a 同比增长（%） column of the form itself: always two places

/// The figure of a column as text: canonical, a printed growth with two places; empty where there is none.
std::string to_figure_text(const SummaryColumn& column, const std::optional<Decimal>& value);

/// All notes of a cell in one line.
std::string to_notes_text(const SummaryCell& cell, Lang lang);

}  // namespace huizong
