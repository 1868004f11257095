#pragma once
// A page to be read in a browser: sections with paragraphs, tables and charts. write/ turns it into one HTML file.

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/decimal.hpp"
#include "model/sheet.hpp"

namespace huizong {

struct PageCell {
  std::string text;
  Ink ink = Ink::normal;
  bool number = false;  ///< set right, in tabular figures
  std::string link;
};

struct PageTable {
  std::string caption;
  std::vector<std::string> head;
  std::vector<std::vector<PageCell>> rows;
};

/// Key figures: a label, a figure with its unit, what it grew.
struct PageFigures {
  struct Item { std::string label, value, remark; Ink ink = Ink::normal; };
  std::vector<Item> items;
};

struct PageBars {
  std::string caption;
  struct Bar { std::string label; Decimal value; std::string text; };
  std::vector<Bar> bars;
};

struct PageText { std::string text; };

using PageBlock = std::variant<PageText, PageFigures, PageTable, PageBars>;

struct PageSection {
  std::string id;
  std::string title;
  std::vector<PageBlock> blocks;
};

struct Page {
  std::string lang;  ///< zh-CN or en
  std::string title;
  std::string subtitle;
  std::vector<PageSection> sections;
};

}  // namespace huizong
