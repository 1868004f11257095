#pragma once
// One file from bytes to what the archive stores: read, bind, check by itself. A bad file ends here and costs nobody else.

#include <memory>
#include <string>

#include "archive/archive.hpp"
#include "bind/bind.hpp"
#include "read/read.hpp"
#include "schema/form.hpp"

namespace huizong {

struct TakeInContext {
  const Catalogue& catalogue;
  const Pack& pack;
  std::string province;
  std::optional<Period> assumed;
  std::string only_form;
  ReadLimits limits;
  int zone_minutes = 480;
  std::string fingerprint;  ///< of everything above that changes what a file becomes
  std::shared_ptr<const BindIndex> index = nullptr;  ///< of the pack; null: made for every file
  bool ledger = false;  ///< keep what a ledger needs
};

std::string to_take_in_fingerprint(const TakeInContext& context);

/// Never throws for what is in the file: what cannot be read becomes a finding.
Intake take_in(std::string bytes, const std::string& file, std::int64_t mtime, const TakeInContext& context);

}  // namespace huizong
