#pragma once
// The last steps of a return: header findings, period, reporter, and the place of every finding.

#include "bind/bind.hpp"
#include "bind/draft.hpp"
#include "bind/form_match.hpp"
#include "bind/lines.hpp"
#include "bind/memory.hpp"
#include "bind/places.hpp"

namespace huizong {

/// The lines above the table, rows before `end`.
Lines read_head(const SheetText& text, std::uint32_t end, const KnownForm& known);

/// The lines below the table, rows after `last`.
Lines read_foot(const SheetText& text, std::uint32_t last, const KnownForm& known);

/// Of all lines of a card, those that speak of units.
Lines read_unit_lines(const SheetText& text, const KnownForm& known);

/// *Errors*: reports header.missing-column, header.ambiguous, header.unknown-column, header.alias-suggested; sets `present`.
/// `day`: that of the file, from which an alias that it proposes would hold.
void report_header(const SheetText& text, const FormMatch& match, const Date& day, Draft& draft);

/// Period, reporter and the places of findings.
BoundReturn finish_return(Draft draft, const FormMatch& match, const Lines& head, const Lines& foot, const BindContext& context,
                          const Places& places, Memory& memory);

}  // namespace huizong
