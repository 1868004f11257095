#include "schema/rule_token.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"

namespace huizong {
namespace {

constexpr std::size_t longest_rule = 8000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_name_part(char c) { return is_name_start(c) || is_digit(c); }

constexpr std::array<std::string_view, 14> marks{"!=", "<=", ">=", "=", "<", ">", "+",
                                                 "-",  "*",  "/",  "(", ")", ",", "."};

/// One whole character, for a message.
std::string character_at(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  return std::string(text.substr(at, end - at));
}

std::size_t end_of_number(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  if (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1])) {
    ++at;
    while (at < text.size() && is_digit(text[at])) ++at;
  }
  return at;
}

Token token_of(Token::Kind kind, std::string_view text, std::size_t at, std::size_t end) {
  return {kind, std::string(text.substr(at, end - at)), at, end - at};
}

/// 'text', in which '' stands for one quote.
Token text_token(std::string_view text, std::size_t at) {
  Token token{Token::Kind::text, "", at, 0};
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '\'') {
      if (i + 1 == text.size() || text[i + 1] != '\'') {
        token.bytes = i + 1 - at;
        return token;
      }
      ++i;
    }
    token.text += text[i];
  }
  refuse_rule(text, at, "why.quote-open");
}

Token next_token(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (is_digit(c)) {
    const std::size_t end = end_of_number(text, at);
    if (end < text.size() && is_name_part(text[end])) refuse_rule(text, end, "why.bad-number");
    return token_of(Token::Kind::number, text, at, end);
  }
  if (is_name_start(c)) {
    std::size_t end = at;
    while (end < text.size() && is_name_part(text[end])) ++end;
    return token_of(Token::Kind::name, text, at, end);
  }
  if (c == '[') {
    const std::size_t end = text.find(']', at);
    if (end == std::string_view::npos) refuse_rule(text, at, "why.bracket-open");
    return {Token::Kind::path, std::string(text.substr(at + 1, end - at - 1)), at, end + 1 - at};
  }
  if (c == '\'') return text_token(text, at);
  for (std::string_view mark : marks) {
    if (text.substr(at).starts_with(mark)) return {Token::Kind::mark, std::string(mark), at, mark.size()};
  }
  refuse_rule(text, at, "why.unknown-character", {{"what", character_at(text, at)}});
}

}  // namespace

void refuse_rule(std::string_view text, std::size_t at, std::string_view why, Args more) {
  const std::string_view before = text.substr(0, at);
  const auto characters = std::count_if(before.begin(), before.end(),
                                        [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
  Args args{{"column", std::to_string(characters + 1)}, {"why", std::string(why)}};
  args.insert(args.end(), more.begin(), more.end());
  throw Error(ErrorKind::schema, "error.rule", std::move(args));
}

std::vector<Token> tokenise(std::string_view text) {
  if (text.size() > longest_rule) refuse_rule(text, 0, "why.rule-too-long", {{"limit", std::to_string(longest_rule)}});
  std::vector<Token> tokens;
  std::size_t at = 0;
  while (true) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r')) ++at;
    if (at >= text.size()) break;
    tokens.push_back(next_token(text, at));
    at += tokens.back().bytes;
  }
  tokens.push_back({Token::Kind::end, "", text.size(), 0});
  return tokens;
}

}  // namespace huizong
