#include "model/verdict.hpp"

namespace huizong {

std::string_view to_word(Judgement judgement) {
  switch (judgement) {
    case Judgement::pass: return "pass";
    case Judgement::fail: return "fail";
    case Judgement::undecided: return "undecided";
    case Judgement::person: return "person";
    case Judgement::not_applicable: return "not-applicable";
    case Judgement::value: break;
  }
  return "value";
}

}  // namespace huizong
