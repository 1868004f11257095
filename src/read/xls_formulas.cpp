#include "read/xls_formulas.hpp"

#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <vector>

#include "package/compound.hpp"
#include "read/xls_globals.hpp"
#include "read/xls_layout.hpp"
#include "read/xls_records.hpp"

namespace huizong {
namespace {

constexpr std::uint16_t precision_record = 0x000E;
constexpr std::size_t tokens_at = 22;         ///< in a FORMULA record, behind their size
constexpr std::size_t shared_tokens_at = 10;  ///< in a SHRFMLA record

/// One step of a reference in R1C1: absolute, or relative to the cell.
std::string to_part(char letter, int number, bool relative) {
  if (!relative) return letter + std::to_string(number + 1);
  return number == 0 ? std::string(1, letter) : std::string(1, letter) + "[" + std::to_string(number) + "]";
}

/// The shortest text that reads back the same.
std::string to_text(double number) {
  std::array<char, 32> text{};
  return {text.data(), std::to_chars(text.data(), text.data() + text.size(), number).ptr};
}

/// Tokens in postfix to text in infix, as they were typed: brackets are tokens of their own.
class TokenWriter {
 public:
  explicit TokenWriter(std::string_view tokens) : at_(tokens.data()), end_(tokens.data() + tokens.size()) {}

  /// nullopt where a token is not one of those that clerks' formulas are made of.
  std::optional<std::string> write() {
    while (at_ < end_) {
      if (!take()) return std::nullopt;
    }
    return stack_.size() == 1 ? std::optional(stack_.front()) : std::nullopt;
  }

 private:
  bool has(std::ptrdiff_t bytes) const { return end_ - at_ >= bytes; }

  bool take() {
    const std::uint8_t token = get8(at_++);
    switch (token) {
      case 0x03: return join('+');
      case 0x04: return join('-');
      case 0x05: return join('*');
      case 0x06: return join('/');
      case 0x12: return wrap("+", "");
      case 0x13: return wrap("-", "");
      case 0x14: return wrap("", "%");
      case 0x15: return wrap("(", ")");
      case 0x19: return take_attribute();
      case 0x1E: return has(2) && push(std::to_string(get16(at_)), 2);
      case 0x1F: return has(8) && push(to_text(get_double(at_)), 8);
      default: break;
    }
    switch (token & 0x1F) {  // the class of an operand stands in the upper bits
      case 0x01: return token > 0x20 && has(2) && get16(at_) == 27 && (at_ += 2, call("ROUND", 2));
      case 0x02: return token > 0x20 && take_call();
      case 0x04: return token > 0x20 && has(4) && push(reference(get16(at_), get16(at_ + 2), false), 4);
      case 0x05: return token > 0x20 && has(8) && push(area(false), 8);
      case 0x0C: return token > 0x20 && has(4) && push(reference(get16(at_), get16(at_ + 2), true), 4);
      case 0x0D: return token > 0x20 && has(8) && push(area(true), 8);
      default: return false;
    }
  }

  bool push(std::string text, std::ptrdiff_t bytes) {
    at_ += bytes;
    stack_.push_back(std::move(text));
    return true;
  }

  bool join(char sign) {
    if (stack_.size() < 2) return false;
    const std::string right = std::move(stack_.back());
    stack_.pop_back();
    stack_.back() += sign + right;
    return true;
  }

  bool wrap(std::string_view before, std::string_view behind) {
    if (stack_.empty()) return false;
    stack_.back() = std::string(before) + stack_.back() + std::string(behind);
    return true;
  }

  /// SUM of one argument, and spaces; anything that jumps is no formula for us.
  bool take_attribute() {
    if (!has(3)) return false;
    const std::uint8_t kind = get8(at_);
    at_ += 3;
    if (kind & 0x10) return call("SUM", 1);
    return kind == 0x40 || kind == 0x41 || kind == 0x01;
  }

  bool take_call() {
    if (!has(3)) return false;
    const std::size_t count = get8(at_) & 0x7F;
    const std::uint16_t function = get16(at_ + 1);
    at_ += 3;
    return function == 4 && count > 0 && call("SUM", count);
  }

  bool call(std::string_view name, std::size_t count) {
    if (stack_.size() < count) return false;
    std::string text = std::string(name) + "(";
    for (std::size_t i = stack_.size() - count; i < stack_.size(); ++i) text += (text.back() == '(' ? "" : ",") + stack_[i];
    stack_.resize(stack_.size() - count);
    stack_.push_back(text + ")");
    return true;
  }

  /// Bit 14 of the column: it is relative; bit 15: the row is. Only a shared formula stores offsets.
  static std::string reference(std::uint16_t row, std::uint16_t column, bool shared) {
    const bool row_moves = shared && (column & 0x8000) != 0, column_moves = shared && (column & 0x4000) != 0;
    const int down = row_moves ? static_cast<std::int16_t>(row) : row;
    const int across = column_moves ? static_cast<std::int8_t>(column & 0xFF) : column & 0x3FFF;
    return to_part('R', down, row_moves) + to_part('C', across, column_moves);
  }

  std::string area(bool shared) const {
    return reference(get16(at_), get16(at_ + 4), shared) + ":" + reference(get16(at_ + 2), get16(at_ + 6), shared);
  }

  const char* at_;
  const char* end_;
  std::vector<std::string> stack_;
};

/// The tokens whose size stands right before them.
std::optional<std::string> write_tokens(std::string_view record, std::size_t at) {
  if (record.size() < at) return std::nullopt;
  const std::size_t size = get16(record.data() + at - 2);
  if (size == 0 || record.size() - at < size) return std::nullopt;
  return TokenWriter(record.substr(at, size)).write();
}

/// Where the formula that a cell shares stands: its tokens are one, which names that cell.
std::optional<CellRef> find_master(std::string_view record) {
  const bool shares = record.size() >= tokens_at + 5 && get16(record.data() + tokens_at - 2) == 5 && get8(record.data() + tokens_at) == 0x01;
  if (!shares) return std::nullopt;
  return CellRef{get16(record.data() + tokens_at + 1), get16(record.data() + tokens_at + 3)};
}

class FormulaRecords {
 public:
  void take(const BiffRecord& record) {
    if (record.id == xls::shrfmla && last_) {
      if (auto text = write_tokens(record.data, shared_tokens_at)) masters_[*last_] = add(std::move(*text));
    } else if (record.id == xls::formula && record.data.size() >= tokens_at) {
      const CellRef at{get16(record.data.data()), get16(record.data.data() + 2)};
      last_ = at;
      if (const auto master = find_master(record.data)) {
        members_.emplace_back(at, *master);
      } else if (auto text = write_tokens(record.data, tokens_at)) {
        found_.cells.push_back({at, at, add(std::move(*text))});
      }
    }
  }

  SheetFormulas finish() {
    for (const auto& [at, master] : members_) {
      const auto text = masters_.find(master);
      if (text != masters_.end()) found_.cells.push_back({at, at, text->second});
    }
    found_.dialect = FormulaDialect::r1c1;
    return std::move(found_);
  }

 private:
  std::uint32_t add(std::string text) {
    found_.texts.push_back(std::move(text));
    return static_cast<std::uint32_t>(found_.texts.size() - 1);
  }

  SheetFormulas found_;
  std::optional<CellRef> last_;  ///< the cell of the last FORMULA: a SHRFMLA stands behind the first that uses it
  std::map<CellRef, std::uint32_t> masters_;
  std::vector<std::pair<CellRef, CellRef>> members_;
};

bool is_as_displayed(const StreamBytes& stream) {
  RecordCursor cursor(stream, 0);
  BiffRecord record;
  while (cursor.next(record) && record.id != xls::eof) {
    if (record.id == precision_record && record.data.size() >= 2) return get16(record.data.data()) == 0;
  }
  return false;
}

SheetFormulas read_stream(const StreamBytes& stream, const std::string& wanted) {
  const XlsGlobals globals = read_xls_globals(stream, 0);
  if (globals.kind != BofKind::globals || globals.version != Biff::v8 || is_as_displayed(stream)) return {};
  for (const XlsSheetEntry& sheet : globals.sheets) {
    if (sheet.name != wanted) continue;
    RecordCursor cursor(stream, sheet.offset);
    BiffRecord record;
    if (!cursor.next(record) || !is_bof(record.id)) return {};
    FormulaRecords records;
    while (cursor.next(record) && record.id != xls::eof) {
      if (is_bof(record.id)) {
        skip_substream(cursor);
      } else {
        records.take(record);
      }
    }
    return records.finish();
  }
  return {};
}

}  // namespace

SheetFormulas read_xls_formulas(std::string_view bytes, const std::string& sheet) {
  if (!is_compound(bytes)) return {};
  CompoundFile file(bytes);
  const CompoundEntry* entry = file.find("Workbook");
  if (!entry) return {};
  return read_stream(file.read(*entry), sheet);
}

}  // namespace huizong
