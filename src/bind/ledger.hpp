#pragma once
// The ledger of a file: what became of every non-empty cell of its recognised sheets, derived from the returns.

#include <memory>
#include <span>
#include <vector>

#include "model/ledger.hpp"
#include "model/workbook.hpp"
#include "schema/form.hpp"

namespace huizong {

/// One return of the file, as it was bound with BindContext::ledger. Refers to its parts.
struct LedgerReturn {
  const FormSpec& form;
  const LedgerSource& source;
  const std::vector<Finding>& findings;  ///< say why a figure has no value
};

/// Takes the workbook a second time, and lists each cell once: what no return claims is `unclaimed`, so that no cell can
/// be left out. Of several returns on one sheet a cell goes to the one that claims it, else to the one that begins last
/// before it. *Shape*: by return, then in row order.
class LedgerSink : public CellSink {
 public:
  explicit LedgerSink(const std::vector<LedgerReturn>& returns);
  ~LedgerSink() override;

  bool begin_sheet(const SheetHead& head) override;
  void row(std::uint32_t row, RowHiding hiding, std::span<const Cell> cells) override;
  void end_sheet(const SheetTail&) override {}

  std::vector<std::vector<LedgerEntry>> take();  ///< in the order of the returns

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace huizong
