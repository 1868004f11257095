#include "base/csv.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace huizong {
namespace {

using RowSink = std::function<void(const std::vector<std::string>&)>;

class Splitter {
 public:
  Splitter(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

  void run(const RowSink& row) {
    while (at_ < text_.size()) {
      fields_.clear();
      do fields_.push_back(take_field());
      while (skip(delimiter_));
      skip('\r');
      skip('\n');
      row(fields_);
    }
  }

 private:
  bool skip(char wanted) {
    if (at_ >= text_.size() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  bool at_end_of_field() const {
    return at_ >= text_.size() || text_[at_] == delimiter_ || text_[at_] == '\r' || text_[at_] == '\n';
  }

  std::string take_field() {
    std::string field;
    if (skip('"')) take_quoted(field);
    while (!at_end_of_field()) field += text_[at_++];  // also what stands behind a closing quote
    return field;
  }

  void take_quoted(std::string& field) {
    while (at_ < text_.size()) {
      if (!skip('"')) {
        field += text_[at_++];
      } else if (skip('"')) {
        field += '"';
      } else {
        return;
      }
    }
  }

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  std::vector<std::string> fields_;
};

constexpr std::size_t sample_bytes = 16 * 1024;
constexpr std::size_t sample_rows = 20;

std::string_view first_lines(std::string_view text) {
  if (text.size() <= sample_bytes) return text;
  const std::size_t end = text.substr(0, sample_bytes).find_last_of("\r\n");
  return text.substr(0, end == std::string_view::npos ? sample_bytes : end);
}

struct Evenness {
  std::size_t rows = 0;    ///< rows of the most frequent width; 0: the delimiter does not cut
  std::size_t fields = 0;  ///< that width

  auto operator<=>(const Evenness&) const = default;
};

Evenness measure(std::string_view text, char delimiter) {
  std::map<std::size_t, std::size_t> rows_by_width;
  std::size_t rows = 0;
  split_csv(text, delimiter, [&](const std::vector<std::string>& fields) {
    const bool blank = fields.size() == 1 && fields[0].empty();
    if (!blank && rows++ < sample_rows) ++rows_by_width[fields.size()];
  });
  Evenness best;
  for (const auto& [width, count] : rows_by_width) {
    if (width > 1) best = std::max(best, Evenness{count, width});
  }
  return best;
}

}  // namespace

void split_csv(std::string_view text, char delimiter, const RowSink& row) { Splitter(text, delimiter).run(row); }

char guess_delimiter(std::string_view text) {
  constexpr std::array delimiters{',', ';', '\t'};
  const std::string_view sample = first_lines(text);
  char best = delimiters[0];
  Evenness best_evenness;
  for (const char delimiter : delimiters) {
    const Evenness evenness = measure(sample, delimiter);
    if (evenness > best_evenness) {
      best = delimiter;
      best_evenness = evenness;
    }
  }
  return best;
}

}  // namespace huizong
