#pragma once
// The rows below a list's header: records, totals, what ends the table and what is passed over.

#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "bind/draft.hpp"
#include "bind/header.hpp"
#include "bind/lines.hpp"
#include "bind/number.hpp"
#include "bind/row_kind.hpp"
#include "model/workbook.hpp"

namespace huizong {

/// 30 or 120.5 where a name or another text is asked for; codes are longer.
bool is_number_for_name(const Value& name);

class ListReader {
 public:
  /// What is above the header: the head of a page, which a second page may repeat, or the rest of a card.
  enum class Above { page_head, card };

  /// `draft` and `text` outlive the reader. `units` by field index.
  ListReader(Draft& draft, const SheetText& text, const Header& header, std::vector<ColumnUnit> units, bool date1904,
             Above above = Above::page_head);

  void row(std::uint32_t row, RowHiding hiding, std::span<const Cell> cells);
  /// `torn_row`: with which the file breaks off.
  void finish(std::optional<std::uint32_t> torn_row = std::nullopt);

  const Lines& foot() const { return foot_; }

 private:
  struct Row {
    std::uint32_t row = 0;
    RowHiding hiding = RowHiding::shown;
    std::span<const Cell> cells;
    std::span<const TextCell> texts;
    std::span<const TextCell> own;  ///< without words beside the table; figures there are told, so they stay
    std::string key;  ///< what stands in the columns that tell a record
  };

  bool take_unit_row(const Row& row);
  bool pass_over(const Row& row);
  bool is_repeated_header(const Row& row) const;
  bool repeats_head(const Row& row) const;
  bool is_only_serial(const Row& row) const;
  bool is_lone_serial(const Row& row) const;
  bool take_total(const Row& row);
  bool take_of_which(const Row& row);
  bool take_aside(const Row& row);
  bool take_remark(const Row& row);
  bool take_labelled_totals(const Row& row);
  bool is_total_label(const TextCell& cell) const;
  Value read_labelled(const Row& row, std::size_t index, std::string rest, int field);
  void mark_total(const Row& row, const FiledTotal& total);
  void put_count(const Row& row, const NumberText& count, FiledTotal& total) const;
  void compute(Record& record) const;
  bool is_title_below(const Row& row) const;
  bool names_regions() const;
  bool is_ordinal(std::uint32_t column) const;
  void take_record(const Row& row);
  Values read_values(const Row& row, bool total);
  void set_key(Record& record);
  bool goes_on(const Row& row) const;
  void tell_total_word(const Row& row);
  bool tells_of_itself(const Record& record) const;
  bool is_shown_from_above(const Value& value) const;
  bool has_more_than_a_name(const Record& record) const;
  int name_column(const Record& record) const;
  bool is_bare(const Record& record) const;
  std::size_t width(const Record& record) const;
  std::size_t usual_width(int ordinal) const;
  bool starts_anew(const Record& record, int ordinal) const;
  bool opens_list(std::size_t record, int ordinal) const;
  void doubt(std::size_t record, const char* why);
  void doubt_name(std::size_t record);
  void tell_unlike_others();
  void tell_bare_name_in_card();
  void tell_figures_among_texts();
  void tell_other_year(const Row& row);
  bool is_lost(const Row& row) const;
  void keep_lost(const Row& row);
  void tell_lost();
  void tell_unlabelled(const Row& row);
  void tell_unit_of_row(const Row& row);
  void tell_hidden(const Row& row);
  bool stands_above(std::string_view folded) const;
  bool heads_column(const TextCell& cell) const;
  void ignore(const Row& row, const char* why);
  bool mark(const Row& row, std::string_view reason);
  bool leave(const Row& row, std::string_view reason);
  std::span<const TextCell> to_texts(std::uint32_t row, std::span<const Cell> cells);
  std::span<const TextCell> own_texts(std::span<const TextCell> texts) const;
  std::string key_text(std::span<const TextCell> texts) const;
  int field_at(std::uint32_t column) const;
  void finish_totals();

  Draft& draft_;
  const SheetText& text_;
  const Header& header_;
  std::vector<ColumnUnit> units_;
  bool date1904_;
  bool in_card_;
  std::vector<std::string> reporter_labels_;
  std::vector<int> field_of_column_;
  std::vector<const TextCell*> head_texts_;  ///< above the header
  std::vector<const TextCell*> labels_;      ///< in the header
  std::vector<TextCell> row_texts_;          ///< of a row that the sheet's text does not hold
  std::vector<TotalKind> total_kinds_;
  std::set<std::uint32_t> told_columns_;
  Lines foot_;
  std::uint32_t first_column_ = 0;
  std::optional<std::uint32_t> serial_column_;  ///< left of the first label: serial numbers without a label
  std::size_t filtered_ = 0;
  std::vector<int> naming_;                               // columns that tell a record
  std::unordered_map<std::string, std::uint32_t> named_;  // without a key: how often a name stood
  bool has_total_labels_ = false;
  bool seen_data_ = false;
  bool ended_ = false;
  std::optional<CellRange> lost_;  ///< rows behind the end that look like records
};

}  // namespace huizong
