#include "model/status.hpp"

#include <stdexcept>

namespace huizong {

std::string_view to_word(Bucket bucket) {
  switch (bucket) {
    case Bucket::unreadable: return "unreadable";
    case Bucket::unrecognised: return "unrecognised";
    case Bucket::returned: return "returned";
    case Bucket::unfinished: return "unfinished";
    case Bucket::pending: return "pending";
    case Bucket::accepted: return "accepted";
    case Bucket::duplicate: return "duplicate";
    case Bucket::superseded: return "superseded";
    case Bucket::withdrawn: return "withdrawn";
    case Bucket::passed_over: return "passed-over";
  }
  throw std::logic_error("bucket");
}

std::string_view to_word(UnitState state) {
  switch (state) {
    case UnitState::accepted: return "accepted";
    case UnitState::pending: return "pending";
    case UnitState::returned: return "returned";
    case UnitState::missing: return "missing";
    case UnitState::nil: return "nil";
    case UnitState::exempt: return "exempt";
  }
  throw std::logic_error("unit state");
}

}  // namespace huizong
