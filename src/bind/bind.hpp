#pragma once
// Workbook + form specifications to returns: which form, reporter and period, where the header is, which column is which,
// which unit, and rows told apart. What is not understood with certainty is reported with its cell.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "model/formula.hpp"
#include "model/ledger.hpp"
#include "model/return.hpp"
#include "model/workbook.hpp"
#include "schema/form.hpp"

namespace huizong {

/// What all files of a pack share: its region names and form labels, ready for searching. *Lifetime*: it refers to the
/// catalogue and the pack that it was made from, which stay where they are. Many threads may read it at once.
struct BindIndex;

/// `only_form` empty: all forms of the pack.
std::shared_ptr<const BindIndex> make_bind_index(const Catalogue& catalogue, const Pack& pack, const std::string& province,
                                                 const std::string& only_form);

struct BindContext {
  const Catalogue& catalogue;
  const Pack& pack;
  std::string province;            ///< code
  std::string file;                ///< relative to the inbox, with / : folders and name help to tell reporter and period
  std::optional<Period> assumed;   ///< --period
  std::string only_form;           ///< --form: empty: any
  Date arrived;                    ///< the file's day, where a form takes its half-year from the filing time
  /// Made from the same catalogue, pack, province and form, once for many files; null: the binder makes its own.
  std::shared_ptr<const BindIndex> index = nullptr;
  bool ledger = false;  ///< keep what every cell was read as
  /// The formulas of a sheet, by its name: asked for a small sheet that is a return and holds some. Null: they are not judged.
  std::function<SheetFormulas(const std::string& sheet)> formulas = nullptr;
};

struct BoundReturn {
  Return data;                    ///< period.year 0: unknown; region empty: unknown
  std::vector<Finding> findings;  ///< form, period, region, reporter, file, sheet filled in
  std::vector<CellMark> marks;    ///< where a ledger was asked for: cells that hold no value
};

struct Bound {
  std::vector<BoundReturn> returns;       ///< in sheet order
  std::vector<Finding> findings;          ///< about the file: file.unrecognised, file.ambiguous-form, sheet.ignored
};

/// Takes a workbook row by row. Small sheets (up to 4,096 rows) are bound with their merges; of a longer sheet the first
/// rows tell the header, the rest flows through, and merges that contradict the header at the end are header.ambiguous.
/// *Errors*: reports header.*, reporter.*, period.*, unit.*, cell.* (cell.stale-formula too), row.hidden, row.ignored, sheet.ignored.
class Binder : public CellSink {
 public:
  explicit Binder(BindContext context);
  ~Binder() override;

  bool begin_sheet(const SheetHead& head) override;
  void row(std::uint32_t row, RowHiding hiding, std::span<const Cell> cells) override;
  void end_sheet(const SheetTail& tail) override;

  Bound take();  ///< call once, after the last sheet

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A workbook that is in memory already (tests, small files).
Bound bind_workbook(const Workbook& workbook, const BindContext& context);

}  // namespace huizong
