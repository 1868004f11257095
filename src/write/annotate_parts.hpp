#pragma once
// The parts of a workbook that an annotation changes. Private to write/.

#include <map>
#include <pugixml.hpp>
#include <string>
#include <utility>
#include <vector>

#include "model/cell.hpp"
#include "model/finding.hpp"
#include "write/annotate.hpp"
#include "write/package_patch.hpp"

namespace huizong {

/// What stands on one cell: all its remarks, and the gravest of their severities.
struct CellRemark {
  std::string text;
  Severity severity = Severity::info;
};
using CellRemarks = std::map<CellRef, CellRemark>;

/// Cell formats added to a workbook's style part: each is a copy of one that is there.
class StylePatch {
 public:
  explicit StylePatch(pugi::xml_document& styles);
  int marked(int format, Severity severity);  ///< the same look with another fill
  int head();                                 ///< of the remark sheet
  int body();

 private:
  int add_fill(Severity severity);
  int add_format(pugi::xml_node format);

  pugi::xml_node root_;
  pugi::xml_node formats_;
  std::map<std::pair<int, Severity>, int> marked_;
  std::map<Severity, int> fills_;
};

/// Remarks on inner cells of merged ranges move to the first corner, where readers see them.
CellRemarks move_to_corners(pugi::xml_node worksheet, const CellRemarks& remarks);

/// Gives the cells their marked formats; cells that are not there are made.
void mark_cells(pugi::xml_node worksheet, const CellRemarks& remarks, StylePatch& styles);

/// Adds comments to a sheet, to its comments part and its drawing where it has them.
/// `relation_types`: what stands before the last word of relation types in this document.
void add_comments(PackagePatch& package, const std::string& sheet_part, const CellRemarks& remarks,
                  const std::string& author, const std::string& relation_types);

/// The whole worksheet of remarks.
std::string to_remark_sheet(const RemarkSheet& remarks, const std::string& main_namespace, StylePatch& styles);

}  // namespace huizong
