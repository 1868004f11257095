#pragma once
// The values of a card, once its labels are found.

#include "bind/card.hpp"
#include "bind/draft.hpp"
#include "bind/lines.hpp"

namespace huizong {

/// Reads the one record and the rows of its blocks. *Errors*: as read_value and ListReader; cell.unclaimed for figures of
/// the card that no field claims; row.hidden.
void read_card(const SourceSheet& sheet, const SheetText& text, const CardMatch& match,
               const std::vector<KnownBlock>& blocks, const std::optional<UnitLine>& unit_line, Draft& draft);

/// *Errors*: reports header.ambiguous, header.alias-suggested of a card and of its blocks, header.unknown-column of its
/// blocks; sets `present`.
void report_card_header(const CardMatch& match, const CardLabels& labels, Draft& draft);

}  // namespace huizong
