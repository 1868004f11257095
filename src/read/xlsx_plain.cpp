#include "read/xlsx_plain.hpp"

#include "model/sheet_bounds.hpp"

namespace huizong {

/// All that the loop over a row's cells asks and changes, out of reach of the stores into those cells: the compiler would
/// have to load it anew behind each.
struct PlainRun {
  const char* end;
  std::uint64_t row_digits, row_mask;
  std::size_t row_size;
  std::size_t string_count;
  std::span<const NumberLook> looks;
  RowCells::Place place;
};

namespace {

/// Nothing that is read here without a look at the end reaches farther: <c r="XFD1048576" s="1048576" t="s"><v>, a value of
/// up to 24 characters, the tags behind it, and eight bytes more.
constexpr std::ptrdiff_t reach = 128;

unsigned letter_at(const char* p) { return static_cast<unsigned>(static_cast<unsigned char>(*p)) - 'A'; }
unsigned digit_at(const char* p) { return static_cast<unsigned>(static_cast<unsigned char>(*p)) - '0'; }

/// A number of up to seven digits, moved behind.
std::uint32_t take_count(const char*& p) {
  std::uint32_t value = 0;
  for (int i = 0; i < 7 && digit_at(p) < 10; ++i, ++p) value = value * 10 + digit_at(p);
  return value;
}

/// The length of a number of up to 15 characters, or 31, that ends at a <: digits, a minus in front, a point inside. 0 for
/// anything else, exponents included: they are rare. Where it ends is found first, and whether it is a number beside that:
/// the cells behind wait for nothing else.
inline std::size_t plain_number_size(const char* p) {
  std::uint32_t ends = marks16(p, '<'), others = non_digits16(p);
  if (ends == 0) {
    ends = marks16(p + 16, '<') << 16;
    others |= non_digits16(p + 16) << 16;
    if (ends == 0) return 0;
  }
  const auto size = static_cast<std::size_t>(std::countr_zero(ends));
  others &= (ends & -ends) - 1;
  const std::uint32_t sign = *p == '-';
  others &= ~sign;
  if (size == sign) return 0;
  if (others == 0) return size;
  const auto point = static_cast<std::size_t>(std::countr_zero(others));
  return (others & (others - 1)) == 0 && p[point] == '.' && point != sign ? size : 0;
}

/// What stands before the value of a plain cell.
struct PlainHead {
  std::uint32_t style = 0;
  bool shared = false;
};

/// s and t, in this order and each at most once, as everybody writes them, moved behind. What is written otherwise is left.
inline PlainHead take_head(const char*& p) {
  PlainHead head;
  if (stands_at(p, " s=\"")) {
    const char* behind = p + 4;
    head.style = take_count(behind);
    if (*behind != '"') return head;
    p = behind + 1;
  }
  if (stands_at(p, " t=\"s\"")) {
    head.shared = true;
    p += 6;
  } else if (stands_at(p, " t=\"n\"")) {
    p += 6;
  }
  return head;
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
  cell.look = NumberLook::plain;
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

/// Zero-based column of the letters in `<c r="…`, whose first eight bytes are `word`; `p` at the first letter is moved behind.
/// Too great a column where they are none, or too many.
inline std::uint32_t take_column(std::uint64_t word, const char*& p) {
  constexpr std::uint32_t none = 0xFFFFFFFFu;
  std::uint32_t column = static_cast<std::uint32_t>(word >> 48 & 0xFF) - 'A';
  if (column >= 26) return none;
  ++p;
  for (int more = 0; more < 2 && letter_at(p) < 26; ++more, ++p) column = (column + 1) * 26 + letter_at(p);
  return column;
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

/// Does what is remembered stand at `p`? As many bytes as are kept are readable there.
inline bool PlainRows::is_rest(const char* p) const {
  std::size_t at = 0;
  for (; at + 8 < rest_size_; at += 8) {
    if (load8(p + at) != load8(rest_.data() + at)) return false;
  }
  return ((load8(p + at) ^ load8(rest_.data() + at)) & mask_of(rest_size_ - at)) == 0;
}

std::optional<RowStart> PlainRows::take(const char*& place, const char* end) {
  constexpr std::ptrdiff_t before_rest = 16;  // <row r="1048576"
  if (rest_size_ > 0 && end - place >= before_rest + static_cast<std::ptrdiff_t>(longest_rest) && stands_at(place, "<row r=\"")) {
    const char* p = place + 8;
    const std::uint64_t word = load8(p);
    const auto size = static_cast<std::size_t>(std::countr_zero(non_digits(word) | 1ull << 63)) / 8;
    const std::uint32_t number = to_number8(word, size);
    if (number > 0 && p[size] == '"' && is_rest(p + size + 1)) {
      place = p + size + 1 + rest_size_;
      return RowStart{number, rest_hidden_, {word & mask_of(size), size}};
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

/// Behind the cell at `p`; nullptr, and nothing done, where it is not plain. r comes first, as everybody writes it.
[[gnu::always_inline]] inline const char* PlainCells::take_one(const char* p, PlainRun& run) {
  const std::uint64_t word = load8(p);
  if (((word ^ word_of("<c r=\"")) & mask_of(6)) != 0) return nullptr;
  p += 6;
  const std::uint32_t column = take_column(word, p);
  if (column >= most_columns || ((load8(p) ^ run.row_digits) & run.row_mask) != 0) return nullptr;
  p += run.row_size;
  const PlainHead head = take_head(p);
  bool formula = false;
  if (stands_at(p, "><v>")) {
    p += 4;
  } else if (stands_at(p, "/>")) {
    return run.place.pass(column), p + 2;
  } else {
    p = behind_plain_formula(p, run.end);
    if (!p) return nullptr;
    formula = true;
  }
  Cell& cell = *run.place.at;
  cell.column = column;
  cell.formula = formula;
  cell.no_result = false;  // each member once: the place may hold an earlier row's cell
  cell.number = 0;
  if (head.shared && context_.strikes(head.style)) return nullptr;
  p = head.shared ? take_shared(p, run, context_.strings, cell) : take_number(p, look_at(run.looks, head.style), cell);
  if (!p || !stands_at(p, "</v></c>")) return nullptr;
  run.place.pass(column);
  ++run.place.at;
  return p + 8;
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

const char* PlainCells::take(const char* p, const char* end, RowCells& row) {
  const std::size_t first = row.cells().size();
  PlainRun run{end, row_digits_, row_mask_, row_size_, context_.strings.size(), context_.looks, row.place_behind()};
  while (end - p >= reach) {
    if (run.place.at == run.place.end) {
      row.take_over(run.place);
      run.place = row.place_behind();
    }
    const char* behind = take_one(p, run);
    if (!behind) break;
    p = behind;
  }
  row.take_over(run.place);
  resolve(first, row);
  return p;
}

}  // namespace huizong
