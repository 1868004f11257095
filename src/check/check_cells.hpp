#pragma once
// What stands in the cells of one return. Internal to the room.

#include <span>
#include <vector>

#include "check/finding_of.hpp"

namespace huizong {

/// *Errors*: reports cell.required, cell.out-of-range, cell.not-in-list, section-missing and section-too-long, record by record.
class CellCheck {
 public:
  explicit CellCheck(const ReturnPlace& place);
  void look(std::span<const Record> records);
  void report(std::vector<Finding>& findings);

 private:
  /// A column of which something is asked.
  struct Column {
    int at;
    const Field* field;
    bool filled;   ///< a value
    bool bounded;  ///< that a figure is within bounds, or whole
    bool listed;   ///< that a text is one of some
  };

  void look(const Record& record, const Column& column);
  void look_at_section(const Record& record, const Column& column);
  void lay(const Record& record, int at, Finding finding);

  const ReturnPlace& place_;
  std::vector<Column> columns_;
  std::vector<Finding> findings_;
};

}  // namespace huizong
