#include "write/xlsx_style.hpp"

namespace huizong {
namespace {

constexpr std::uint8_t text_format = 49;  // "@", which is built in
constexpr lxw_color_t link_colour = 0x0563C1;
constexpr lxw_color_t border_colour = 0x808080;

lxw_color_t ink_colour(Ink ink) {
  switch (ink) {
    case Ink::normal: return 0x000000;
    case Ink::muted: return 0x808080;
    case Ink::good: return 0x00703C;
    case Ink::warning: return 0xB45F06;
    case Ink::bad: return 0xC00000;
  }
  return 0x000000;
}

std::uint8_t to_alignment(Align align, CellStyle look) {
  switch (align) {
    case Align::left: return LXW_ALIGN_LEFT;
    case Align::center: return LXW_ALIGN_CENTER;
    case Align::right: return LXW_ALIGN_RIGHT;
    case Align::automatic: break;
  }
  // A figure that had to become text still stands where figures stand.
  return look == CellStyle::long_number ? LXW_ALIGN_RIGHT : LXW_ALIGN_NONE;
}

void set_number_format(lxw_format* format, const Style& style, CellStyle look) {
  if (look == CellStyle::long_number) {
    format_set_num_format_index(format, text_format);
  } else if (!style.number_format.empty()) {
    format_set_num_format(format, style.number_format.c_str());
  } else if (look == CellStyle::date) {
    format_set_num_format(format, "yyyy-mm-dd");
  }
}

void set_font(lxw_format* format, const Style& style, CellStyle look) {
  format_set_font_name(format, sheet_font);
  format_set_font_size(format, style.size_points);
  if (style.bold) format_set_bold(format);
  if (style.ink != Ink::normal) format_set_font_color(format, ink_colour(style.ink));
  if (look != CellStyle::link) return;
  format_set_underline(format, LXW_UNDERLINE_SINGLE);
  if (style.ink == Ink::normal) format_set_font_color(format, link_colour);
}

void set_box(lxw_format* format, const Style& style) {
  if (style.border) {
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, border_colour);
  }
  if (style.fill != 0) {
    format_set_pattern(format, LXW_PATTERN_SOLID);
    format_set_bg_color(format, style.fill);
  }
}

}  // namespace

lxw_format* Formats::cell(const Style& style, CellStyle look) {
  Key key{style.bold, style.wrap,        style.border, style.locked,        style.align,
          style.ink,  style.size_points, style.fill,   style.number_format, look};
  const auto [at, added] = cells_.try_emplace(std::move(key), nullptr);
  if (!added) return at->second;
  lxw_format* format = workbook_add_format(workbook_);
  set_font(format, style, look);
  set_box(format, style);
  set_number_format(format, style, look);
  if (const std::uint8_t align = to_alignment(style.align, look); align != LXW_ALIGN_NONE) {
    format_set_align(format, align);
  }
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  if (style.wrap) format_set_text_wrap(format);
  if (!style.locked) format_set_unlocked(format);
  at->second = format;
  return format;
}

lxw_format* Formats::conditional(const Style& style) {
  lxw_format* format = workbook_add_format(workbook_);
  if (style.bold) format_set_bold(format);
  if (style.ink != Ink::normal) format_set_font_color(format, ink_colour(style.ink));
  // In a differential style the background colour alone means a solid fill.
  if (style.fill != 0) format_set_bg_color(format, style.fill);
  if (style.border) format_set_border(format, LXW_BORDER_THIN);
  return format;
}

void set_default_font(lxw_workbook* workbook) {
  lxw_format* format = STAILQ_FIRST(workbook->formats);
  if (format == nullptr) return;
  format_set_font_name(format, sheet_font);
}

}  // namespace huizong
