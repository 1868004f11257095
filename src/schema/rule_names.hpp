#pragma once
// What the names in a rule mean, which hangs on the sets of rows around them. Internal to the room.

#include <optional>
#include <vector>

#include "schema/rule_build.hpp"
#include "schema/rule_parse.hpp"
#include "schema/rule_token.hpp"

namespace huizong {

/// The sets of rows around a place in a rule: frame 0 is the record that the rule is about. Faults are refused by the
/// builder at the token's place.
class RuleScopes {
 public:
  static constexpr std::size_t most = 4;  ///< sets within sets

  RuleScopes(const RuleNames& names, const RuleBuilder& build) : names_(names), build_(build) {}

  void enter(int source) { sources_.push_back(source); }
  void leave() { sources_.pop_back(); }
  bool is_full() const { return sources_.size() > most; }
  int innermost() const { return static_cast<int>(sources_.size()) - 1; }
  int source_of_frame(int frame) const { return sources_[static_cast<std::size_t>(frame)]; }

  /// `rows`, or a name of the form's sources.
  std::optional<int> source_of(const Token& token) const;
  /// The innermost row of the set around here, else its one record. *Errors*: why.rule-needs-rows where it has many.
  int frame_of(const Token& token, int source, bool around) const;
  /// Rows of a code list stand in no period, and those of a block in that of their card.
  bool has_periods(int source) const;

  /// A column of the source by its name, `each`, its path, or a leaf label that only one column has.
  int column_of(const Token& token, int source) const;
  /// *Errors*: why.column-not-number for an ordinal, which no rule can read.
  ValueType type_of_column(int source, int column, std::size_t at) const;
  const Field& field(int source, int column) const { return fields_of(source)[static_cast<std::size_t>(column)]; }

 private:
  const RowSource& other(int source) const { return names_.sources[static_cast<std::size_t>(source - 1)]; }
  const std::vector<Field>& fields_of(int source) const { return source == 0 ? names_.fields : other(source).fields; }
  int by_path(const Token& token, const std::vector<Field>& fields) const;

  const RuleNames& names_;
  const RuleBuilder& build_;
  std::vector<int> sources_{0};
};

}  // namespace huizong
