// Thompson's construction: the pattern becomes a net of steps, and the text walks all its ways at once, so that each
// character costs the steps of the net at most.
#include "schema/rule_pattern.hpp"

#include <algorithm>

#include "schema/rule_text.hpp"

namespace huizong {
namespace {

using Step = Pattern::Step;
using Range = Pattern::Range;

constexpr std::size_t most_steps = 500;
constexpr int most_repeats = 100;
constexpr int most_nesting = 20;
constexpr char32_t last_character = 0x10FFFF;

/// What the pattern says, before it becomes steps: repeated parts are built once for every repeat.
struct Part {
  enum class Kind : std::uint8_t { take, sequence, choice, repeat } kind = Kind::sequence;
  std::vector<Range> ranges;
  bool negated = false;
  std::vector<Part> parts;
  int least = 1, most = 1;  ///< most -1: without end
};

struct BadPattern {};

class Reader {
 public:
  explicit Reader(std::string_view text) {
    while (!text.empty()) characters_.push_back(take_character(text));
  }
  Part whole() {
    Part part = choice(0);
    if (next_ != characters_.size()) throw BadPattern();
    return part;
  }

 private:
  bool at_end() const { return next_ == characters_.size(); }
  bool is_at(char32_t c) const { return !at_end() && characters_[next_] == c; }
  char32_t take() {
    if (at_end()) throw BadPattern();
    return characters_[next_++];
  }

  Part choice(int depth) {
    if (depth > most_nesting) throw BadPattern();
    Part part;
    part.kind = Part::Kind::choice;
    do part.parts.push_back(sequence(depth));
    while (is_at('|') && take());
    return part;
  }

  Part sequence(int depth) {
    Part part;
    while (!at_end() && !is_at('|') && !is_at(')')) part.parts.push_back(repeated(one(depth)));
    return part;
  }

  Part one(int depth) {
    const char32_t c = take();
    Part part;
    part.kind = Part::Kind::take;
    switch (c) {
      case '(': {
        part = choice(depth + 1);
        if (take() != ')') throw BadPattern();
        return part;
      }
      case '.': part.ranges = {{0, last_character}}; return part;
      case '[': return set();
      case '\\': escaped(take(), part.ranges, part.negated); return part;
      case '*': case '+': case '?': case '{': case '}': case ']': case '^': case '$': throw BadPattern();
      default: part.ranges = {{c, c}}; return part;
    }
  }

  static void escaped(char32_t c, std::vector<Range>& ranges, bool& negated) {
    negated = c == 'D' || c == 'W' || c == 'S';
    const char32_t lower = negated ? c + 32 : c;
    const auto add = [&ranges](std::initializer_list<Range> more) { ranges.insert(ranges.end(), more); };
    if (lower == 'd') return add({{'0', '9'}});
    if (lower == 'w') return add({{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}});
    if (lower == 's') return add({{'\t', '\r'}, {' ', ' '}});
    const bool mark = c < 0x80 && !(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z');
    if (!mark) throw BadPattern();
    add({{c, c}});
  }

  Part set() {
    Part part;
    part.kind = Part::Kind::take;
    part.negated = is_at('^') && take();
    do {
      const char32_t first = take();
      if (first == '[') throw BadPattern();
      if (first == '\\') {
        bool inverse = false;
        escaped(take(), part.ranges, inverse);
        if (inverse) throw BadPattern();
      } else if (is_at('-') && next_ + 1 < characters_.size() && characters_[next_ + 1] != ']') {
        take();
        const char32_t last = take();
        if (last < first || last == '\\') throw BadPattern();
        part.ranges.push_back({first, last});
      } else {
        part.ranges.push_back({first, first});
      }
    } while (!is_at(']'));
    take();
    return part;
  }

  Part repeated(Part part) {
    int least = 1, most = 1;
    if (is_at('*')) least = 0, most = -1;
    else if (is_at('+')) most = -1;
    else if (is_at('?')) least = 0;
    else if (!is_at('{')) return part;
    if (take() == '{') {
      least = most = number();
      if (is_at(',') && take()) most = is_at('}') ? -1 : number();
      if (take() != '}' || (most >= 0 && most < least)) throw BadPattern();
    }
    Part repeat;
    repeat.kind = Part::Kind::repeat;
    repeat.least = least;
    repeat.most = most;
    repeat.parts.push_back(std::move(part));
    return repeat;
  }

  int number() {
    int value = -1;
    while (!at_end() && characters_[next_] >= '0' && characters_[next_] <= '9') {
      value = std::max(value, 0) * 10 + static_cast<int>(take() - '0');
      if (value > most_repeats) throw BadPattern();
    }
    if (value < 0) throw BadPattern();
    return value;
  }

  std::vector<char32_t> characters_;
  std::size_t next_ = 0;
};

/// Builds from the end: each part is told where it leads on to, and says where it begins.
class Builder {
 public:
  int add(Step step) {
    if (steps.size() >= most_steps) throw BadPattern();
    steps.push_back(std::move(step));
    return static_cast<int>(steps.size()) - 1;
  }

  int build(const Part& part, int next) {
    switch (part.kind) {
      case Part::Kind::take: return add({Step::Kind::take, part.ranges, part.negated, next, -1});
      case Part::Kind::sequence:
        for (auto p = part.parts.rbegin(); p != part.parts.rend(); ++p) next = build(*p, next);
        return next;
      case Part::Kind::choice: {
        int start = build(part.parts.back(), next);
        for (std::size_t i = part.parts.size() - 1; i-- > 0;) start = fork(build(part.parts[i], next), start);
        return start;
      }
      case Part::Kind::repeat: return build_repeat(part, next);
    }
    return next;
  }

  std::vector<Step> steps;

 private:
  int fork(int a, int b) { return add({Step::Kind::fork, {}, false, a, b}); }

  int build_repeat(const Part& part, int next) {
    int start = next;
    if (part.most < 0) {
      start = fork(-1, next);
      const int body = build(part.parts[0], start);
      steps[static_cast<std::size_t>(start)].next = body;
    }
    for (int i = part.least; i < part.most; ++i) start = fork(build(part.parts[0], start), next);
    for (int i = 0; i < part.least; ++i) start = build(part.parts[0], start);
    return start;
  }
};

bool takes(const Step& step, char32_t c) {
  const bool in = std::any_of(step.ranges.begin(), step.ranges.end(), [c](Range r) { return c >= r.first && c <= r.last; });
  return in != step.negated;
}

/// The steps at which the text stands, each once.
struct Front {
  explicit Front(std::size_t size) : marked(size) {}
  void add(const std::vector<Step>& steps, int at) {
    std::vector<int> todo{at};
    while (!todo.empty()) {
      const auto i = static_cast<std::size_t>(todo.back());
      todo.pop_back();
      if (marked[i]) continue;
      marked[i] = true;
      if (steps[i].kind == Step::Kind::fork) todo.insert(todo.end(), {steps[i].next, steps[i].other});
      else here.push_back(static_cast<int>(i));
    }
  }
  void clear() {
    here.clear();
    std::fill(marked.begin(), marked.end(), false);
  }
  std::vector<int> here;
  std::vector<bool> marked;
};

}  // namespace

std::optional<Pattern> Pattern::parse(std::string_view text) try {
  const Part whole = Reader(text).whole();
  Builder builder;
  const int accept = builder.add({Step::Kind::accept, {}, false, -1, -1});
  Pattern pattern;
  pattern.start_ = builder.build(whole, accept);
  pattern.steps_ = std::move(builder.steps);
  return pattern;
} catch (const BadPattern&) {
  return std::nullopt;
}

bool Pattern::matches(std::string_view text) const {
  Front now(steps_.size()), then(steps_.size());
  now.add(steps_, start_);
  while (!text.empty() && !now.here.empty()) {
    const char32_t c = take_character(text);
    then.clear();
    for (int at : now.here) {
      const Step& step = steps_[static_cast<std::size_t>(at)];
      if (step.kind == Step::Kind::take && takes(step, c)) then.add(steps_, step.next);
    }
    std::swap(now, then);
  }
  return text.empty() && now.marked[0];  // step 0 accepts
}

}  // namespace huizong
