#include <fmt/format.h>

#include <algorithm>

#include "write/html.hpp"

namespace huizong {
namespace {

constexpr int line_height = 40, bar_top = 22, bar_height = 10;  // pixels: the words of a bar stand above it

// Where a value lies between the lowest and the highest, in percent of the width; the range always holds zero.
struct Axis {
  double low = 0;
  double high = 0;

  explicit Axis(const std::vector<PageBars::Bar>& bars) {
    for (const PageBars::Bar& bar : bars) {
      low = std::min(low, to_double(bar.value));
      high = std::max(high, to_double(bar.value));
    }
    if (low == high) high = 1;
  }
  double at(double value) const { return 100 * (value - low) / (high - low); }
};

void append_bar(std::string& out, const PageBars::Bar& bar, const Axis& axis, int top) {
  const double value = to_double(bar.value);
  const double left = axis.at(std::min(value, 0.0)), right = axis.at(std::max(value, 0.0));
  out += fmt::format("<text x=\"0\" y=\"{}\">", top + 15);
  append_escaped(out, bar.label);
  out += fmt::format("</text><text x=\"100%\" y=\"{}\" text-anchor=\"end\" class=\"value\">", top + 15);
  append_escaped(out, bar.text);
  out += fmt::format("</text><rect x=\"{:.2f}%\" y=\"{}\" width=\"{:.2f}%\" height=\"{}\" rx=\"2\" class=\"{}\"/>\n",
                     left, top + bar_top, right - left, bar_height, value < 0 ? "below" : "above");
}

}  // namespace

// No view box: positions are percentages, so bars stretch with the page while words keep their size on a phone.
void append_bars(std::string& out, const PageBars& bars) {
  const Axis axis(bars.bars);
  const int height = line_height * static_cast<int>(bars.bars.size());
  out += "<figure class=\"bars\">";
  if (!bars.caption.empty()) {
    out += "<figcaption>";
    append_escaped(out, bars.caption);
    out += "</figcaption>";
  }
  out += fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"100%\" height=\"{}\"", height);
  out += " aria-label=\"";
  append_escaped(out, bars.caption);
  out += "\">\n";
  int top = 0;
  for (const PageBars::Bar& bar : bars.bars) {
    append_bar(out, bar, axis, top);
    top += line_height;
  }
  out += fmt::format("<line x1=\"{0:.2f}%\" x2=\"{0:.2f}%\" y1=\"0\" y2=\"{1}\" class=\"zero\"/>\n</svg></figure>\n",
                     axis.at(0), height);
}

}  // namespace huizong
