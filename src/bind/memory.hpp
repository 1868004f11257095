#pragma once
// What was understood of earlier files and comes again: their words, and their headers.

#include <memory>
#include <mutex>
#include <vector>

#include "bind/column_units.hpp"
#include "bind/header.hpp"
#include "bind/period.hpp"
#include "bind/places.hpp"
#include "bind/words.hpp"
#include "model/workbook.hpp"

namespace huizong {

class FormIndex;

/// Changes nothing that is read, only how soon. For one thread at a time.
struct Memory {
  explicit Memory(const FormIndex& index);
  WordBook words;
  HeaderBook headers;
  TextMemo<ListedUnits> units;                 ///< that a unit line lists
  PeriodMemo periods;                          ///< that titles and folders name
  PlaceMemo places;                            ///< that folders and file names name
  UnitBook column_units;
  Grid grid;                                   ///< empty: its room goes from file to file
};

/// Memories for binders that run at the same time: one takes what another has given back.
class MemoryPool {
 public:
  explicit MemoryPool(const FormIndex& index) : index_(index) {}
  std::unique_ptr<Memory> take();
  void give_back(std::unique_ptr<Memory> memory);

 private:
  const FormIndex& index_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Memory>> idle_;
};

}  // namespace huizong
