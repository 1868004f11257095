#include "bind/ticks.hpp"

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "bind/chars.hpp"

namespace huizong {
namespace {

enum class Mark { none, empty, ticked, crossed };

Mark to_mark(char32_t c) {
  // U+F052, U+F0FE, U+F0FC, U+F0A3, U+F06F: Wingdings as office programs store them.
  static constexpr std::u32string_view ticked = U"☑√■✓✔☒●▣⊠✅🗹🗸🗷\uF052\uF0FE\uF0FC\uF054\uF053";
  static constexpr std::u32string_view empty = U"□☐▢○◯◻\uF0A3\uF06F\uF0A8";
  if (ticked.find(c) != std::u32string_view::npos) return Mark::ticked;
  if (empty.find(c) != std::u32string_view::npos) return Mark::empty;
  return c == U'×' || c == U'✗' || c == U'✘' ? Mark::crossed : Mark::none;
}

/// A mark or an option, as they follow each other. `gap`: white space or the text's end stands before it.
struct Token {
  Mark mark = Mark::none;
  int option = -1;
  bool gap = false;
  std::size_t begin = 0, end = 0;
};

/// R and £ of Wingdings 2, where the font is lost: only where a £ shows what is meant.
Mark to_letter_mark(char32_t c) { return c == U'£' ? Mark::empty : c == U'R' ? Mark::ticked : Mark::none; }

/// (√) and ( ) are marks too.
std::optional<Token> bracket_mark(const std::u32string& text, std::size_t at) {
  if (text[at] != U'(' && text[at] != U'[') return std::nullopt;
  std::size_t next = at + 1;
  Mark mark = Mark::empty;
  while (next < text.size() && text[next] == U' ') ++next;
  if (next < text.size() && to_mark(text[next]) != Mark::none) mark = to_mark(text[next++]);
  while (next < text.size() && text[next] == U' ') ++next;
  if (next >= text.size() || (text[next] != U')' && text[next] != U']')) return std::nullopt;
  return Token{mark, -1, false, at, next + 1};
}

int option_at(const std::u32string& text, std::size_t at, const std::vector<std::u32string>& options) {
  int best = -1;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const bool here = !options[i].empty() && options[i][0] == text[at] && text.compare(at, options[i].size(), options[i]) == 0;
    if (here && (best < 0 || options[i].size() > options[static_cast<std::size_t>(best)].size())) best = static_cast<int>(i);
  }
  return best;
}

std::vector<Token> to_tokens(const std::u32string& text, const std::vector<std::u32string>& options) {
  std::vector<Token> tokens;
  const bool has_letters = text.find(U'£') != std::u32string::npos;
  for (std::size_t at = 0; at < text.size();) {
    Token token{is_han(text[at]) ? Mark::none : to_mark(text[at]), -1, at == 0 || text[at - 1] == U' ', at, at + 1};
    if (token.mark == Mark::none && has_letters) token.mark = to_letter_mark(text[at]);
    if (token.mark == Mark::none) {
      if (const auto bracket = bracket_mark(text, at)) {
        token.mark = bracket->mark;
        token.end = bracket->end;
      } else if (const int option = option_at(text, at, options); option >= 0) {
        token.option = option;
        token.end = at + options[static_cast<std::size_t>(option)].size();
      }
    }
    at = token.end;
    if (token.mark != Mark::none || token.option >= 0) tokens.push_back(token);
  }
  return tokens;
}

/// √□否: a tick set on its box is one mark. One that touches an option on its other side, too, may be of either.
std::optional<std::vector<Token>> join_marks(const std::vector<Token>& tokens) {
  std::vector<Token> joined;
  for (const Token& token : tokens) {
    const bool touches = !joined.empty() && joined.back().end == token.begin;
    if (!touches || token.option >= 0 || joined.back().option >= 0) {
      joined.push_back(token);
      continue;
    }
    const bool between = joined.size() > 1 && joined[joined.size() - 2].end == joined.back().begin;
    if (between) return std::nullopt;
    Token& mark = joined.back();
    mark.end = token.end;
    if (token.mark == Mark::ticked || mark.mark == Mark::empty) mark.mark = token.mark;
  }
  return joined;
}

/// The option that each mark is of, by its index among the tokens; nullopt where a mark may be of two.
std::optional<std::vector<std::pair<std::size_t, std::size_t>>> pair_up(const std::vector<Token>& tokens) {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;  // mark, option
  bool regular = tokens.size() > 3 && tokens.size() % 2 == 0;  // mark and option in turn
  for (std::size_t i = 1; i < tokens.size(); ++i) regular = regular && (tokens[i].option < 0) != (tokens[i - 1].option < 0);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].option >= 0) continue;
    const bool before = i > 0 && tokens[i - 1].option >= 0;                    // an option stands before the mark
    const bool behind = i + 1 < tokens.size() && tokens[i + 1].option >= 0;
    if (!before && !behind) return std::nullopt;
    // As many boxes as options: they all stand on the side on which the first one does.
    const bool touches_before = before && tokens[i].begin == tokens[i - 1].end;
    const bool touches_behind = behind && tokens[i].end == tokens[i + 1].begin;
    bool left = before && !behind;
    if (left && i + 1 < tokens.size() && !touches_before) return std::nullopt;  // 是 √ □否
    if (before && behind) {
      if (regular) left = tokens[0].option >= 0;
      else if (touches_before != touches_behind) left = touches_before;
      else return std::nullopt;
    } else if (regular && left != (tokens[0].option >= 0)) {
      return std::nullopt;
    }
    pairs.emplace_back(i, left ? i - 1 : i + 1);
  }
  return pairs;
}

/// Nothing but options and what separates them: 不是 is no 是.
bool is_options_only(const std::u32string& text, const std::vector<Token>& tokens) {
  std::size_t at = 0;
  const auto separates = [&](std::size_t to) {
    return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.begin() + static_cast<std::ptrdiff_t>(to),
                       [](char32_t c) { return std::u32string_view(U" 、,;/.。和及").find(c) != std::u32string_view::npos; });
  };
  for (const Token& token : tokens) {
    if (!separates(token.begin)) return false;
    at = token.end;
  }
  return separates(text.size());
}

bool asks_for_words(const std::string& option) {
  return option.find("其他") != std::string::npos || option.find("其它") != std::string::npos;
}

/// 其他：行业协会 -> 行业协会, 是（基金规模 5000万元） -> 基金规模 5000万元: what stands behind an option.
std::string words_behind(const std::u32string& text, const std::vector<Token>& tokens, std::size_t option) {
  const std::size_t begin = tokens[option].end;
  const std::size_t end = option + 1 < tokens.size() ? tokens[option + 1].begin : text.size();
  std::u32string words = text.substr(begin, end - begin);
  const auto drop = [](char32_t c) { return std::u32string_view(U" :_()[];,.、。").find(c) != std::u32string_view::npos; };
  while (!words.empty() && drop(words.back())) words.pop_back();
  std::size_t start = 0;
  while (start < words.size() && drop(words[start])) ++start;
  return to_utf8(words.substr(start));
}

}  // namespace

Ticks read_ticks(std::string_view shown, const std::vector<std::string>& printed) {
  const std::u32string text = to_u32(normalise(shown));
  std::vector<std::u32string> options;
  for (const std::string& option : printed) options.push_back(to_u32(normalise(option)));
  const auto joined = join_marks(to_tokens(text, options));
  if (!joined) return {Ticks::Kind::unreadable, {}};
  const std::vector<Token>& tokens = *joined;
  const bool any_mark = std::any_of(tokens.begin(), tokens.end(), [](const Token& t) { return t.option < 0; });
  const bool any_option = std::any_of(tokens.begin(), tokens.end(), [](const Token& t) { return t.option >= 0; });
  if (!any_option) return {any_mark ? Ticks::Kind::unreadable : text.empty() ? Ticks::Kind::none : Ticks::Kind::unreadable, {}};
  Ticks ticks;
  const auto choose = [&](std::size_t token) {
    std::string option = printed[static_cast<std::size_t>(tokens[token].option)];
    const std::string words = any_mark || asks_for_words(option) ? words_behind(text, tokens, token) : "";
    ticks.chosen.push_back(words.empty() ? option : option + "：" + words);
  };
  if (!any_mark) {
    // The form with all its options and no mark is blank; options alone are an answer.
    if (tokens.size() == printed.size() && printed.size() > 1) return ticks;
    const bool with_words = asks_for_words(printed[static_cast<std::size_t>(tokens.back().option)]);
    if (!with_words && !is_options_only(text, tokens)) return {Ticks::Kind::unreadable, {}};
    for (std::size_t i = 0; i < tokens.size(); ++i) choose(i);
    ticks.kind = Ticks::Kind::ticked;
    return ticks;
  }
  const auto pairs = pair_up(tokens);
  const bool crosses = std::any_of(tokens.begin(), tokens.end(), [](const Token& t) { return t.mark == Mark::crossed; });
  const bool ticks_too = std::any_of(tokens.begin(), tokens.end(), [](const Token& t) { return t.mark == Mark::ticked; });
  // A lone × may tick or strike out.
  if (!pairs || (crosses && !ticks_too)) return {Ticks::Kind::unreadable, {}};
  for (const auto& [mark, option] : *pairs) {
    if (tokens[mark].mark == Mark::ticked) choose(option);
  }
  if (!ticks.chosen.empty()) ticks.kind = Ticks::Kind::ticked;
  return ticks;
}

}  // namespace huizong
