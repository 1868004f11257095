#include "model/ledger.hpp"

namespace huizong {

std::string_view to_word(CellUse use) {
  switch (use) {
    case CellUse::figure: return "figure";
    case CellUse::total: return "total";
    case CellUse::label: return "label";
    case CellUse::ignored: break;
  }
  return "ignored";
}

}  // namespace huizong
