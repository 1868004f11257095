#include "read/xlsx_formulas.hpp"

#include <map>
#include <optional>
#include <string>

#include "package/xml.hpp"

namespace huizong {
namespace {

/// The text of the element whose start was just read.
std::string take_text(XmlScanner& xml) {
  std::string out;
  if (xml.self_closed()) return out;
  const int outside = xml.depth() - 1;
  for (XmlToken token = xml.next(); token != XmlToken::end && xml.depth() > outside; token = xml.next()) {
    if (token != XmlToken::text) continue;
    if (xml.is_cdata()) out.append(xml.text());
    else append_decoded(xml.text(), out);
  }
  return out;
}

class FormulaScan {
 public:
  explicit FormulaScan(std::string_view text) : xml_(text) {}

  SheetFormulas read() {
    std::optional<CellRef> at;
    for (XmlToken token = xml_.next(); token != XmlToken::end; token = xml_.next()) {
      if (token != XmlToken::start) continue;
      if (xml_.name() == "c") {
        at = parse_a1(xml_.attribute("r").value_or(""));
        if (!at) return {};  // cells are counted by their places in some files: not here
      } else if (xml_.name() == "f" && at) {
        take(*at);
      }
    }
    return std::move(found_);
  }

 private:
  void take(CellRef at) {
    const std::string type(xml_.attribute("t").value_or("normal"));
    const std::string shared(xml_.attribute("si").value_or(""));
    std::string text = take_text(xml_);
    if (type == "shared") {
      if (!text.empty()) masters_[shared] = {at, at, add(std::move(text))};
      const auto master = masters_.find(shared);
      if (master != masters_.end()) found_.cells.push_back({at, master->second.origin, master->second.text});
    } else if (type == "normal" && !text.empty()) {
      found_.cells.push_back({at, at, add(std::move(text))});
    }
  }

  std::uint32_t add(std::string text) {
    found_.texts.push_back(std::move(text));
    return static_cast<std::uint32_t>(found_.texts.size() - 1);
  }

  XmlScanner xml_;
  SheetFormulas found_;
  std::map<std::string, SheetFormula> masters_;
};

}  // namespace

SheetFormulas read_sheet_formulas(std::string_view part) {
  std::string own;
  return FormulaScan(to_utf8_part(part, own)).read();
}

}  // namespace huizong
