#include "report/suspect_words.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "report/messages.hpp"

namespace huizong {
namespace {

constexpr const char* members[] = {"rows", "names", "label", "value", "expected", "columns"};

std::string_view or_words(Lang lang) { return lang == Lang::zh ? "，或者" : ", or "; }

}  // namespace

void name_suspects(Args& args, Lang lang) {
  const auto told = std::ranges::find(args, "suspects", &Args::value_type::first);
  if (told == args.end()) return;
  const auto sum = std::ranges::find(args, "sum", &Args::value_type::first);
  std::vector<std::string> hints, mends;
  for (const std::string& line : split(told->second, '\n')) {
    const std::vector<std::string> parts = split(line, '\t');
    Args own;
    for (std::size_t i = 0; i < std::size(members) && i + 1 < parts.size(); ++i) own.emplace_back(members[i], parts[i + 1]);
    if (sum != args.end()) own.emplace_back("sum", sum->second);
    hints.push_back(say("suspect." + parts[0], own, lang));
    mends.push_back(say_mend("suspect." + parts[0], own, lang));
  }
  args.emplace_back("hint", join(hints, or_words(lang)));
  if (mends.size() == 1) args.emplace_back("do", mends[0]);
}

}  // namespace huizong
