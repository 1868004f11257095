#pragma once
// The one table of formats: what each is called, and who reads it. A new format is a line here and a file beside it.

#include <string_view>

#include "model/workbook.hpp"
#include "read/docx.hpp"
#include "read/html.hpp"
#include "read/ods.hpp"
#include "read/read.hpp"
#include "read/read_csv.hpp"
#include "read/spreadsheetml.hpp"
#include "read/xls.hpp"
#include "read/xlsx.hpp"

namespace huizong {

using FormatReader = void (*)(std::string_view bytes, std::string_view file_name, const ReadLimits& limits,
                              CellSink& sink);

struct FormatRow {
  Format format;
  std::string_view name;  ///< as the messages call it
  FormatReader read;      ///< nullptr: known, but not read
};

constexpr FormatRow formats[] = {
    {Format::xlsx, "xlsx", read_xlsx},       {Format::csv, "csv", read_csv},  {Format::xls, "xls", read_xls},
    {Format::ods, "ods", read_ods},          {Format::xlsb, "xlsb", nullptr}, {Format::pdf, "pdf", nullptr},
    {Format::image, "image", nullptr},       {Format::docx, "docx", read_docx}, {Format::html, "html", read_html},
    {Format::spreadsheetml, "xml", read_spreadsheetml},
    {Format::pptx, "pptx", nullptr}, {Format::ofd, "ofd", nullptr},
    {Format::rtf, "rtf", nullptr},           {Format::numbers, "numbers", nullptr},
    {Format::zip, "zip", nullptr},           {Format::rar, "rar", nullptr},   {Format::sevenzip, "7z", nullptr},
    {Format::gzip, "gzip", nullptr},         {Format::dbase, "dbase", nullptr}, {Format::lotus, "lotus", nullptr},
    {Format::sylk, "slk", nullptr},          {Format::dif, "dif", nullptr},   {Format::shortcut, "lnk", nullptr},
    {Format::mail, "eml", nullptr},
};

}  // namespace huizong
