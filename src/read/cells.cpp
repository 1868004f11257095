#include "read/cells.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

#include "base/error.hpp"

namespace huizong {
namespace {

void append_json(std::string_view text, std::string& out) {
  constexpr std::string_view hex = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += {'\\', c};
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\r') {
      out += "\\r";
    } else if (byte < 0x20) {
      out += "\\u00";
      out += {hex[byte >> 4], hex[byte & 15]};
    } else {
      out += c;
    }
  }
  out += '"';
}

/// The double that a spreadsheet would hold; nullopt where it is too great for one.
std::optional<double> to_number(const Cell& cell) {
  if (cell.text.empty()) return cell.number;
  const std::string_view digits = cell.text.substr(cell.text.front() == '+' ? 1 : 0);
  double value = 0;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error == std::errc::result_out_of_range) {
    // Too small is zero; too great is no number. from_chars does not say which, the exponent's sign does.
    const bool is_tiny = digits.find("e-") != std::string_view::npos || digits.find("E-") != std::string_view::npos;
    return is_tiny ? std::optional(0.0) : std::nullopt;
  }
  return value;
}

void append_number(double value, std::string& out) {
  std::array<char, 32> digits;
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  if (error == std::errc()) out.append(digits.data(), end);
}

/// "n","value":… and so on; false for a cell without a value.
bool append_value(const Cell& cell, std::string& out) {
  switch (cell.kind) {
    case CellKind::empty:
      return false;
    case CellKind::boolean:
      out += cell.number != 0 ? R"("b","value":true)" : R"("b","value":false)";
      return true;
    case CellKind::text:
    case CellKind::error:
      out += cell.kind == CellKind::text ? R"("s","value":)" : R"("e","value":)";
      append_json(cell.text, out);
      return true;
    case CellKind::number:
    case CellKind::date:
      break;
  }
  const auto number = to_number(cell);
  if (!number || !std::isfinite(*number)) {
    out += R"("s","value":)";
    append_json(cell.text, out);
    return true;
  }
  out += cell.kind == CellKind::date ? R"("d","value":)" : R"("n","value":)";
  append_number(*number, out);
  return true;
}

class CellPrinter : public CellSink {
 public:
  CellPrinter(std::string_view only_sheet, const std::function<void(std::string_view)>& out)
      : only_sheet_(only_sheet), out_(out) {}

  bool begin_sheet(const SheetHead& head) override {
    if (!only_sheet_.empty() && head.name != only_sheet_) return false;
    seen_ = true;
    line_ = R"({"sheet":)";
    append_json(head.name, line_);
    line_ += R"(,"ref":")";
    prefix_ = line_.size();
    return true;
  }

  void row(std::uint32_t row, RowHiding, std::span<const Cell> cells) override {
    for (const Cell& cell : cells) {
      line_.resize(prefix_);
      line_ += to_a1({row, cell.column});
      line_ += R"(","type":)";
      if (!append_value(cell, line_)) continue;
      line_ += '}';
      out_(line_);
    }
  }

  void end_sheet(const SheetTail&) override {}
  bool seen() const { return seen_; }

 private:
  std::string_view only_sheet_;
  const std::function<void(std::string_view)>& out_;
  std::string line_;
  std::size_t prefix_ = 0;
  bool seen_ = false;
};

}  // namespace

void print_cells(std::string_view bytes, std::string_view file_name, const ReadLimits& limits,
                 std::string_view only_sheet, const std::function<void(std::string_view line)>& out) {
  CellPrinter printer(only_sheet, out);
  read_workbook(bytes, file_name, limits, printer);
  if (!only_sheet.empty() && !printer.seen()) {
    throw Error(ErrorKind::usage, "error.unknown-sheet", {{"sheet", std::string(only_sheet)}});
  }
}

}  // namespace huizong
