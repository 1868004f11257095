#pragma once
// Who filed: from the reporter line, the file's name, the folders and the records' names.

#include <optional>
#include <string>
#include <vector>

#include "bind/entity.hpp"
#include "bind/known_form.hpp"
#include "bind/lines.hpp"
#include "bind/places.hpp"
#include "model/return.hpp"

namespace huizong {

struct ReporterSources {
  const FormSpec& form;
  const KnownForm& known;  ///< the form again
  const Places& places;
  int year = 0;
  const Lines& head;
  const Lines& foot;
  const FilePlace& file;
  std::string_view province = {};  ///< code; for those that a list names as reporters
  PlaceMemo* memo = nullptr;       ///< of folders and file names
};

/// Sets region, reporter and by_entity of a return, and the records' regions; gives the findings.
/// *Errors*: reports reporter.unknown, reporter.conflict.
std::vector<Finding> decide_reporter(const ReporterSources& sources, Return& data);

}  // namespace huizong
