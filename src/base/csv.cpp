#include "base/csv.hpp"

#include <algorithm>
#include <cstring>
#include <map>
#include <utility>

namespace huizong {
namespace {

constexpr std::size_t sample_bytes = 64 * 1024;
constexpr std::size_t sample_rows = 20;

/// How evenly a delimiter cuts.
struct Evenness {
  std::size_t even = 0;    ///< rows of the most frequent width above 1
  std::size_t rows = 1;    ///< all rows that are not blank
  std::size_t fields = 0;  ///< the width of the even ones

  bool operator<(const Evenness& other) const {
    const std::size_t mine = even * other.rows, its = other.even * rows;  // as shares
    return mine != its ? mine < its : std::pair(even, fields) < std::pair(other.even, other.fields);
  }
};

/// Over whole records only: half a line would count as a row of another width.
Evenness measure(std::string_view text, char delimiter) {
  std::map<std::size_t, std::size_t> rows_by_width;
  std::size_t rows = 0;
  for (CsvScanner csv(text, delimiter); rows < sample_rows && csv.position() < sample_bytes && csv.next();) {
    if (csv.is_doubtful()) break;  // what it cuts is no row; the rows before it say what the delimiter is
    const bool blank = csv.fields().size() == 1 && csv.fields()[0].empty();
    if (blank) continue;
    ++rows;
    ++rows_by_width[csv.fields().size()];
  }
  Evenness best;
  // Bars stand in text as well: only where they cut every row are they the delimiter.
  if (delimiter == '|' && rows_by_width.contains(1)) return best;
  for (const auto& [width, count] : rows_by_width) {
    if (width > 1) best = std::max(best, Evenness{count, rows, width});
  }
  return best;
}

}  // namespace

CsvScanner::CsvScanner(std::string_view text, char delimiter)
    : text_(text), at_(text.data()), end_(text.data() + text.size()), delimiter_(delimiter) {
  for (const char stop : {delimiter, '\r', '\n'}) stops_[static_cast<unsigned char>(stop)] = true;
}

const char* CsvScanner::find_stop(const char* from) const {
  while (from < end_ && !stops_[static_cast<unsigned char>(*from)]) ++from;
  return from;
}

bool CsvScanner::next() {
  if (at_ == end_) return false;
  doubtful_ = false;
  fields_.clear();
  rewritten_.clear();
  rewritten_text_.clear();
  while (take_field()) {
  }
  for (const Rewritten& r : rewritten_) {
    fields_[r.field] = std::string_view(rewritten_text_).substr(r.offset, r.size);
  }
  if (at_ < end_ && *at_ == '\r') ++at_;
  if (at_ < end_ && *at_ == '\n') ++at_;
  return true;
}

/// More than any spreadsheet has columns. Of what stands behind, the first text is kept, to be refused by: a line of two
/// hundred million commas would take gigabytes.
constexpr std::size_t most_fields = 1u << 16;

bool CsvScanner::take_field() {
  if (at_ < end_ && *at_ == '"') {
    take_quoted();
  } else {
    const char* stop = find_stop(at_);
    fields_.emplace_back(at_, static_cast<std::size_t>(stop - at_));
    at_ = stop;
  }
  if (fields_.size() > most_fields) drop_surplus();
  if (at_ == end_ || *at_ != delimiter_) return false;
  ++at_;
  return true;
}

void CsvScanner::drop_surplus() {
  const bool is_rewritten = !rewritten_.empty() && rewritten_.back().field + 1 == fields_.size();
  const bool is_empty = !is_rewritten && fields_.back().empty();
  if (fields_.size() <= most_fields + 1 && !is_empty) return;
  fields_.pop_back();
  if (is_rewritten) rewritten_.pop_back();
}

/// A field from its opening quote. What stands behind the closing quote belongs to it, as it stands.
void CsvScanner::take_quoted() {
  const std::size_t offset = rewritten_text_.size();
  const char* from = ++at_;
  const char* close = nullptr;
  bool is_rewritten = false;
  while ((close = static_cast<const char*>(std::memchr(at_, '"', static_cast<std::size_t>(end_ - at_))))) {
    if (close + 1 == end_ || close[1] != '"') break;
    rewritten_text_.append(from, close + 1);
    from = at_ = close + 2;
    is_rewritten = true;
  }
  const std::string_view rest(from, static_cast<std::size_t>((close ? close : end_) - from));
  at_ = close ? close + 1 : end_;
  const char* stop = find_stop(at_);
  if (!close) doubtful_ = true;
  if (stop == at_ && !is_rewritten) {
    fields_.push_back(rest);
    return;
  }
  rewritten_text_ += rest;
  const bool has_break = rewritten_text_.find_first_of("\r\n", offset) != std::string::npos;
  if (stop != at_ && has_break) doubtful_ = true;
  rewritten_text_.append(at_, stop);
  rewritten_.push_back({fields_.size(), offset, rewritten_text_.size() - offset});
  fields_.emplace_back();
  at_ = stop;
}

void split_csv(std::string_view text, char delimiter, const std::function<void(const std::vector<std::string>&)>& row) {
  std::vector<std::string> fields;
  for (CsvScanner csv(text, delimiter); csv.next();) {
    fields.assign(csv.fields().begin(), csv.fields().end());
    row(fields);
  }
}

char guess_delimiter(std::string_view text) {
  constexpr std::array delimiters{',', ';', '\t', '|'};
  char best = delimiters[0];
  Evenness best_evenness;
  for (const char delimiter : delimiters) {
    const Evenness evenness = measure(text, delimiter);
    if (best_evenness < evenness) {
      best = delimiter;
      best_evenness = evenness;
    }
  }
  return best;
}

}  // namespace huizong
