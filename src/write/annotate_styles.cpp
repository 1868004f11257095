#include "write/annotate_parts.hpp"

namespace huizong {
namespace {

const char* fill_colour(Severity severity) {
  switch (severity) {
    case Severity::mandatory: return "FFFF9999";
    case Severity::verify: return "FFFFFF99";
    case Severity::info: return "FFDDEBF7";
  }
  return "FFFFFF99";
}

int count_elements(pugi::xml_node parent) {
  int count = 0;
  for (pugi::xml_node child : parent.children()) count += child.type() == pugi::node_element;
  return count;
}

pugi::xml_node element_at(pugi::xml_node parent, int index) {
  for (pugi::xml_node child : parent.children()) {
    if (child.type() == pugi::node_element && index-- == 0) return child;
  }
  return {};
}

/// Index of the last element, written into the count that the format wants.
int recount(pugi::xml_node parent) {
  const int count = count_elements(parent);
  set(parent, "count", std::to_string(count));
  return count - 1;
}

pugi::xml_node add_pattern_fill(pugi::xml_node fills, const char* type) {
  pugi::xml_node pattern = append_child(append_child(fills, "fill"), "patternFill");
  set(pattern, "patternType", type);
  return pattern;
}

}  // namespace

StylePatch::StylePatch(pugi::xml_document& styles) : root_(styles.document_element()) {
  formats_ = ensure_child(root_, "cellXfs", {"cellStyles", "dxfs", "tableStyles", "colors", "extLst"});
  if (count_elements(formats_) == 0) append_child(formats_, "xf");  // format 0 is what cells without one have
}

int StylePatch::add_fill(Severity severity) {
  const auto [known, added] = fills_.try_emplace(severity, 0);
  if (!added) return known->second;
  pugi::xml_node fills = ensure_child(
      root_, "fills", {"borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"});
  // Office programs take the first two for none and gray125, whatever they say.
  for (const char* type : {"none", "gray125"}) {
    if (count_elements(fills) < 2) add_pattern_fill(fills, type);
  }
  pugi::xml_node pattern = add_pattern_fill(fills, "solid");
  set(append_child(pattern, "fgColor"), "rgb", fill_colour(severity));
  set(append_child(pattern, "bgColor"), "indexed", "64");
  return known->second = recount(fills);
}

int StylePatch::marked(int format, Severity severity) {
  const auto [known, added] = marked_.try_emplace({format, severity}, 0);
  if (!added) return known->second;
  pugi::xml_node original = element_at(formats_, format);
  if (!original) original = element_at(formats_, 0);
  pugi::xml_node copy = formats_.append_copy(original);
  set(copy, "fillId", std::to_string(add_fill(severity)));
  set(copy, "applyFill", "1");
  return known->second = recount(formats_);
}

int StylePatch::body() {
  pugi::xml_node format = append_child(formats_, "xf");
  set(format, "numFmtId", "49");  // text: a remark that begins with = is no formula when somebody edits it
  set(format, "fontId", "0");
  set(format, "fillId", "0");
  set(format, "borderId", "0");
  set(format, "applyAlignment", "1");
  pugi::xml_node alignment = append_child(format, "alignment");
  set(alignment, "vertical", "top");
  set(alignment, "wrapText", "1");
  return recount(formats_);
}

int StylePatch::head() {
  const int index = body();
  pugi::xml_node fonts = ensure_child(root_, "fonts", {"fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles"});
  if (count_elements(fonts) == 0) append_child(fonts, "font");
  pugi::xml_node font = fonts.append_copy(element_at(fonts, 0));
  if (!find_child(font, "b")) font.prepend_child((prefix_of(font) + "b").c_str());
  pugi::xml_node format = element_at(formats_, index);
  set(format, "fontId", std::to_string(recount(fonts)));
  set(format, "applyFont", "1");
  return index;
}

}  // namespace huizong
