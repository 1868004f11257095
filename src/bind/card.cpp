#include "bind/card.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "bind/card_place.hpp"
#include "bind/header_match.hpp"

namespace huizong {
namespace {

/// At least half of the table's columns: less is a row that happens to hold one of its words.
bool has_enough(const Header& header, const FormSpec& table) {
  const auto matched = std::count_if(header.band.columns.begin(), header.band.columns.end(),
                                     [](const HeaderColumn& column) { return column.field >= 0; });
  return 2 * static_cast<std::size_t>(matched) >= table.fields.size();
}


/// The last column that the header covers.
std::uint32_t last_column(const SheetText& text, const Header& header) {
  std::uint32_t last = 0;
  for (const HeaderColumn& column : header.band.columns) {
    if (column.field < 0) continue;
    const TextCell* leaf = text.at(column.leaf);
    last = std::max(last, leaf != nullptr ? leaf->span.last.column : column.column);
  }
  return last;
}

std::uint32_t first_column(const Header& header) {
  for (const HeaderColumn& column : header.band.columns) {
    if (column.field >= 0) return column.column;
  }
  return 0;
}

/// The tables between: each ends where another label of the card, or another table, begins.
std::vector<BlockMatch> find_blocks(const SheetText& text, const Spots& spots, const Sections& sections,
                                    const std::vector<KnownBlock>& known, HeaderBook& headers) {
  std::vector<BlockMatch> blocks;
  for (std::size_t i = 0; i < known.size(); ++i) {
    BlockMatch match{static_cast<int>(i), headers.find(text, known[i].form, known[i].labels, Around::card), 0};
    if (match.header && !has_enough(*match.header, known[i].form)) match.header.reset();
    blocks.push_back(std::move(match));
  }
  std::uint32_t margin = 0;
  if (!spots.all.empty()) {
    margin = std::min_element(spots.all.begin(), spots.all.end(), [](const Spot& a, const Spot& b) {
               return a.cell->at().column < b.cell->at().column;
             })->cell->at().column;
  }
  for (BlockMatch& match : blocks) {
    if (!match.header) continue;
    const std::uint32_t last = match.header->band.last_row;
    match.end = text.rows().back().row + 1;
    // The next label of the card stands at the left, or beside another one; within the table a word that reads like a
    // label is a word.
    const std::uint32_t left = first_column(*match.header);
    std::uint32_t before = 0;
    for (const Spot& spot : spots.all) {
      const CellRef at = spot.cell->at();
      if (at.row > last && (at.column <= left || at.row == before)) match.end = std::min(match.end, at.row);
      before = at.row;
    }
    for (const SectionMatch& section : sections.found) {
      if (section.heading.row > last) match.end = std::min(match.end, section.heading.row);
    }
    const std::uint32_t right = last_column(text, *match.header);
    for (auto row = text.rows().from(last + 1); row != text.rows().end() && row->row < match.end; ++row) {
      if (opens_part(row->cells, margin, right)) match.end = row->row;
    }
    for (const BlockMatch& other : blocks) {
      const std::uint32_t first = other.header ? other.header->band.first_row : 0;
      if (other.header && first > last) match.end = std::min(match.end, first);
    }
  }
  return blocks;
}

/// Labels of a table's header, and words of its rows, are none of the card's labels, though they may read alike.
void drop_spots_of_blocks(const std::vector<BlockMatch>& blocks, Spots& spots) {
  std::set<CellRef> heads;
  const auto is_in_rows = [&](CellRef at) {
    return std::any_of(blocks.begin(), blocks.end(), [&](const BlockMatch& match) {
      return match.header && at.row > match.header->band.last_row && at.row < match.end &&
             at.column >= first_column(*match.header);
    });
  };
  for (const BlockMatch& match : blocks) {
    if (!match.header) continue;
    for (const HeaderColumn& column : match.header->band.columns) {
      if (column.field >= 0) heads.insert(column.leaf);
    }
  }
  std::erase_if(spots.all, [&](const Spot& spot) {
    return heads.count(spot.cell->at()) != 0 || is_in_rows(spot.cell->at());
  });
}

void count(const FormSpec& form, CardMatch& match) {
  std::vector<bool> found(form.fields.size());
  for (const CardCell& cell : match.cells) found[static_cast<std::size_t>(cell.field)] = true;
  for (const SectionMatch& section : match.sections.found) found[static_cast<std::size_t>(section.field)] = true;
  for (const BlockMatch& block : match.blocks) {
    if (!block.header) continue;
    for (const HeaderColumn& column : block.header->band.columns) {
      if (column.field < 0) continue;
      const int own = form.blocks[static_cast<std::size_t>(block.block)].fields[static_cast<std::size_t>(column.field)];
      found[static_cast<std::size_t>(own)] = true;
    }
  }
  for (std::size_t i = 0; i < form.fields.size(); ++i) {
    if (!form.fields[i].required && !form.fields[i].section) continue;
    ++match.wanted;
    match.found += found[i] ? 1 : 0;
  }
}

void measure(const Spots& spots, CardMatch& match) {
  std::uint32_t first = ~0u, last = 0;
  const auto take = [&](std::uint32_t from, std::uint32_t to) {
    first = std::min(first, from);
    last = std::max(last, to);
  };
  for (const CardCell& cell : match.cells) {
    take(cell.label.row, cell.label.row);
    take(cell.value.row, cell.value.row);
  }
  for (const BlockMatch& block : match.blocks) {
    if (block.header) take(block.header->band.first_row, std::max(block.end, block.header->band.last_row + 1) - 1);
  }
  for (const SectionMatch& section : match.sections.found) take(section.heading.row, section.end - 1);
  match.labels.reserve(spots.all.size());
  for (const Spot& spot : spots.all) {
    const bool within = spot.cell->at().row >= first && spot.cell->at().row <= last;
    if (within) match.labels.insert(spot.cell->at());
    if (within && spot.rest != nullptr) match.labels.insert(spot.rest->at());
    if (within && !spot.whole && !spot.value.empty()) match.unplaced.insert(spot.cell->at());
  }
  for (const CardCell& cell : match.cells) match.unplaced.erase(cell.label);
  for (const CardDoubt& doubt : match.doubts) match.unplaced.erase(doubt.at);
  match.first_row = first == ~0u ? 0 : first;
  match.last_row = last;
}

}  // namespace

std::vector<KnownBlock> to_known_blocks(const FormSpec& form) {
  std::vector<KnownBlock> blocks;
  for (const Block& block : form.blocks) {
    KnownBlock known;
    known.form.id = form.id;
    known.form.missing_values = form.missing_values;
    for (const int index : block.fields) {
      Field field = form.fields[static_cast<std::size_t>(index)];
      field.path.erase(field.path.begin());  // the block's title
      for (Alias& alias : field.aliases) {
        if (alias.path.size() > 1 && alias.path.front() == block.title) alias.path.erase(alias.path.begin());
      }
      if (known.form.key.empty() && field.type != FieldType::ordinal) {
        known.form.key.push_back(static_cast<int>(known.form.fields.size()));
      }
      known.form.fields.push_back(std::move(field));
    }
    known.labels = to_form_labels(known.form);
    blocks.push_back(std::move(known));
  }
  return blocks;
}

CardMatch find_card(const SheetText& text, std::vector<CardCellText>& cells, const FormSpec& form, const CardLabels& labels,
                    const std::vector<KnownBlock>& blocks, HeaderBook& headers) {
  CardMatch match;
  if (form.layout == Layout::document) match.sections = find_sections(text, labels.headings);
  Spots spots = find_spots(text, cells, labels);
  // Under the first heading of a document a word is text, whatever it reads like.
  if (form.layout == Layout::document) {
    std::erase_if(spots.all, [&](const Spot& spot) { return spot.cell->at().row >= match.sections.first_row; });
  }
  match.years = spots.years;
  if (spots.all.empty() && match.sections.found.empty()) return match;
  match.blocks = find_blocks(text, spots, match.sections, blocks, headers);
  drop_spots_of_blocks(match.blocks, spots);
  place_fields({text, form, labels, spots, match.blocks}, match);
  count(form, match);
  measure(spots, match);
  for (const auto& [cell, figure] : spots.before) match.before.emplace_back(cell->at(), figure);
  return match;
}

bool is_in_block(const CardMatch& match, std::uint32_t row) {
  return std::any_of(match.blocks.begin(), match.blocks.end(), [row](const BlockMatch& block) {
    return block.header && row >= block.header->band.first_row && row < block.end;
  });
}

}  // namespace huizong
