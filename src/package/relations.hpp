#pragma once
// Which part belongs to which: the _rels of a package. Types are compared by their last word, which Transitional and
// Strict documents share.

#include <string>
#include <string_view>
#include <vector>

#include "package/inflate.hpp"
#include "package/zip.hpp"

namespace huizong {

struct Relation {
  std::string id;
  std::string kind;  ///< last word of the type: worksheet, sharedStrings, styles, officeDocument
  std::string part;  ///< name of the target part, without a leading /
};

/// The relations of `part` ("" for the package itself), external ones left out; empty where it has no _rels.
/// *Errors*: file.hostile why.path-trick for a target outside the package.
std::vector<Relation> read_relations(const ZipDirectory& zip, std::string_view part, InflateBudget& budget);

const Relation* find_relation(const std::vector<Relation>& relations, std::string_view id);
const Relation* find_relation_of_kind(const std::vector<Relation>& relations, std::string_view kind);

/// A target as it is written (absolute, relative, %20, backslashes) to the name of a part.
std::string resolve_target(std::string_view source_part, std::string_view target);

}  // namespace huizong
