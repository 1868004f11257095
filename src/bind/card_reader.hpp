#pragma once
// The values of a card, once its labels are found.

#include <map>
#include <string>

#include "bind/card.hpp"
#include "bind/draft.hpp"
#include "bind/lines.hpp"

namespace huizong {

/// Reads the one record and the rows of its blocks; cuts units off the values in `match`. *Errors*: as read_value and ListReader; cell.unclaimed for figures of
/// the card that no field claims; row.hidden.
void read_card(const SourceSheet& sheet, const SheetText& text, CardMatch& match,
               const std::vector<KnownBlock>& blocks, const std::optional<UnitLine>& unit_line, Draft& draft);

/// *Errors*: reports header.ambiguous, header.alias-suggested of a card and of its blocks, header.unknown-column of its
/// blocks; sets `present`. Gives the missing fields that a label is close to, each with that label. `day`: as report_strange.
std::map<int, std::string> report_card_header(const SheetText& text, const CardMatch& match, const CardLabels& labels,
                                              const std::vector<KnownBlock>& blocks, const Date& day, Draft& draft);

}  // namespace huizong
