#include "read/xlsx_plain.hpp"

#include <charconv>

#include "package/bytes8.hpp"

namespace huizong {
namespace {

/// Nothing that is read here without a look at the end reaches farther: <c r="XFD1048576" s="1048576" t="s"><v>, a value of
/// up to 24 characters, the tags behind it, and eight bytes more.
constexpr std::ptrdiff_t reach = 128;

unsigned letter_at(const char* p) { return static_cast<unsigned>(static_cast<unsigned char>(*p)) - 'A'; }
unsigned digit_at(const char* p) { return static_cast<unsigned>(static_cast<unsigned char>(*p)) - '0'; }

/// Letters of a column, moved behind; one to three, as in A to XFD. The column is one-based, and may be too great.
std::uint32_t take_column(const char*& p) {
  std::uint32_t column = 0;
  for (int i = 0; i < 3 && letter_at(p) < 26; ++i, ++p) column = column * 26 + letter_at(p) + 1;
  return column;
}

/// A number of up to seven digits, moved behind.
std::uint32_t take_count(const char*& p) {
  std::uint32_t value = 0;
  for (int i = 0; i < 7 && digit_at(p) < 10; ++i, ++p) value = value * 10 + digit_at(p);
  return value;
}

/// The length of a number that ends at a < within 24 characters: digits, a minus in front, a point inside. 0 for anything
/// else, exponents included: they are rare.
inline std::size_t plain_number_size(const char* p) {
  constexpr std::uint32_t end = 1u << 24;
  std::uint32_t others = to_bits(non_digits(load8(p))) | to_bits(non_digits(load8(p + 8))) << 8;
  const std::uint32_t sign = *p == '-';
  others &= ~sign;
  if ((others & (others - 1)) == 0) others |= to_bits(non_digits(load8(p + 16))) << 16 | end;
  const auto first = static_cast<std::size_t>(std::countr_zero(others));
  if (first == sign || first == 24) return 0;
  const auto second = static_cast<std::size_t>(std::countr_zero(others & (others - 1)));  // asked before it is known to be
  const std::size_t stop = p[first] == '.' ? second : first;                              // needed: no branch to miss
  return stop < 24 && p[stop] == '<' ? stop : 0;
}

/// What stands before the value of a plain cell.
struct PlainHead {
  std::uint32_t column = 0;
  std::uint32_t style = 0;
  bool shared = false;
};

/// All that the loop over a row's cells asks, out of reach of the stores into those cells: the compiler would have to load
/// it anew behind each.
struct PlainRun {
  const char* end;
  std::uint64_t row_digits, row_mask;
  std::size_t row_size;
  std::size_t string_count;
  std::span<const NumberLook> looks;
};

/// s and t, behind r. nullptr where they are not plain.
inline const char* take_style_and_type(const char* p, PlainHead& head) {
  while (*p == ' ') {
    if (stands_at(p, " s=\"")) {
      p += 4;
      head.style = take_count(p);
    } else if (stands_at(p, " t=\"s\"")) {
      p += 5;
      head.shared = true;
    } else if (stands_at(p, " t=\"n\"")) {
      p += 5;
    } else {
      return nullptr;
    }
    if (*p++ != '"') return nullptr;
  }
  return p;
}

/// Behind the index at `p`; nullptr where it is none. The cell holds the index in place of its text's size until `resolve`.
inline const char* take_shared(const char* p, const PlainRun& run, const SharedStrings& strings, Cell& cell) {
  const std::uint64_t word = load8(p);
  const std::uint64_t others = non_digits(word);
  if (others == 0) return nullptr;
  const auto size = static_cast<std::size_t>(std::countr_zero(others)) / 8;
  const std::uint32_t index = to_number8(word, size);
  if (size == 0 || index >= run.string_count) return nullptr;
  strings.prefetch(index);
  cell.kind = CellKind::text;
  cell.percent = false;
  cell.text = {static_cast<const char*>(nullptr), index};
  return p + size;
}

inline const char* take_number(const char* p, NumberLook look, Cell& cell) {
  const std::size_t size = plain_number_size(p);
  if (size == 0) return nullptr;
  set_number_text({p, size}, look, cell);
  return p + size;
}

/// Behind `><f>…</f><v>`; nullptr where it is anything else.
const char* behind_plain_formula(const char* p, const char* end) {
  if (!stands_at(p, "><f>")) return nullptr;
  p = static_cast<const char*>(std::memchr(p + 4, '<', static_cast<std::size_t>(end - p - 4)));
  return p && end - p >= reach && stands_at(p, "</f><v>") ? p + 7 : nullptr;
}

/// The attribute ` name="value"` at `place`, moved behind. False, and nothing moved, where it is none or is cut off.
bool take_attribute(const char*& place, const char* end, std::string_view& name, std::string_view& value) {
  const char* p = place;
  if (p == end || *p != ' ') return false;
  const char* from = ++p;
  while (p < end && ((*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') || *p == ':' || (*p >= '0' && *p <= '9'))) ++p;
  if (p == from) return false;
  if (end - p < 2 || p[0] != '=' || p[1] != '"') return false;
  name = {from, static_cast<std::size_t>(p - from)};
  from = p += 2;
  while (p < end && *p != '"' && *p != '<') ++p;
  if (p == end || *p != '"') return false;
  value = {from, static_cast<std::size_t>(p++ - from)};
  place = p;
  return true;
}

/// Behind the cell at `p`; nullptr, and nothing done, where it is not plain. r comes first, as everybody writes it.
inline const char* take_one(const char* p, const PlainRun& run, const SharedStrings& strings, RowCells& row) {
  if (!stands_at(p, "<c r=\"")) return nullptr;
  p += 6;
  PlainHead head;
  head.column = take_column(p) - 1;
  if (head.column >= 16'384 || ((load8(p) ^ run.row_digits) & run.row_mask) != 0) return nullptr;
  p = take_style_and_type(p + run.row_size, head);
  if (!p) return nullptr;
  bool formula = false;
  if (stands_at(p, "><v>")) {
    p += 4;
  } else if (stands_at(p, "/>")) {
    return row.pass(head.column), p + 2;
  } else {
    p = behind_plain_formula(p, run.end);
    if (!p) return nullptr;
    formula = true;
  }
  Cell& cell = row.place();
  cell.column = head.column;
  cell.formula = formula;
  cell.no_result = false;  // each member once: the place may hold an earlier row's cell
  cell.number = 0;
  p = head.shared ? take_shared(p, run, strings, cell) : take_number(p, look_at(run.looks, head.style), cell);
  if (!p || !stands_at(p, "</v></c>")) return nullptr;
  row.add();
  return p + 8;
}

/// As PlainRows::take, attribute by attribute. `rest` is set where r= comes first: to what stands behind it.
std::optional<RowStart> take_any_row(const char*& place, const char* end, const char*& rest) {
  constexpr std::string_view open = "<row";
  const char* p = place;
  if (end - p < 16 || std::string_view(p, open.size()) != open) return std::nullopt;
  p += open.size();
  RowStart row;
  std::string_view name, value;
  for (const char* first = p; take_attribute(p, end, name, value);) {
    if (name == "hidden") row.hidden = value == "1" || value == "true";
    if (name != "r") continue;
    if (row.number) return std::nullopt;
    const char* digits = value.data();
    row.number = take_count(digits);
    if (digits != value.data() + value.size() || *row.number == 0) return std::nullopt;
    if (name.data() == first + 1) rest = p;
  }
  if (p == end || *p != '>') return std::nullopt;
  place = p + 1;
  return row;
}

}  // namespace

std::optional<RowStart> PlainRows::take(const char*& place, const char* end) {
  constexpr std::ptrdiff_t before_rest = 16;  // <row r="1048576"
  if (rest_size_ > 0 && end - place >= before_rest + static_cast<std::ptrdiff_t>(longest_rest) && stands_at(place, "<row r=\"")) {
    const char* p = place + 8;
    const std::uint32_t number = take_count(p);
    if (number > 0 && *p == '"' && std::memcmp(p + 1, rest_.data(), rest_size_) == 0) {
      place = p + 1 + rest_size_;
      return RowStart{number, rest_hidden_};
    }
  }
  const char* rest = nullptr;
  const auto row = take_any_row(place, end, rest);
  if (!row || !rest) return row;
  const auto size = static_cast<std::size_t>(place - rest);
  rest_size_ = size <= longest_rest ? size : 0;
  std::memcpy(rest_.data(), rest, rest_size_);
  rest_hidden_ = row->hidden;
  return row;
}

void PlainCells::begin_row(std::uint32_t row) {
  char text[16];
  char* end = std::to_chars(text, text + sizeof text, row + 1).ptr;
  *end++ = '"';
  row_size_ = static_cast<std::size_t>(end - text);
  row_digits_ = word_of({text, row_size_});
  row_mask_ = mask_of(row_size_);
}

/// Indices to texts, for the cells since `first`. The table of a big workbook is not in the cache: asked a row at a time, its
/// lines arrive side by side, and the scan does not wait for each.
void PlainCells::resolve(std::size_t first, RowCells& row) const {
  bool some_empty = false;
  for (Cell& cell : row.cells().subspan(first)) {
    if (cell.kind != CellKind::text) continue;
    cell.text = context_.strings[cell.text.size()];
    if (!cell.text.empty()) continue;
    cell.kind = CellKind::empty;
    some_empty = true;
  }
  if (some_empty) row.drop_empty();
}

const char* PlainCells::take(const char* p, const char* end, RowCells& row) const {
  const PlainRun run{end, row_digits_, row_mask_, row_size_, context_.strings.size(), context_.looks};
  const std::size_t first = row.cells().size();
  while (end - p >= reach) {
    const char* behind = take_one(p, run, context_.strings, row);
    if (!behind) break;
    p = behind;
  }
  resolve(first, row);
  return p;
}

}  // namespace huizong
