// schema lint: what the documents of the forms leave unclear, as text.

#include "report/messages.hpp"
#include "report/reports.hpp"

namespace huizong {

std::string to_lint_text(const std::vector<LintNote>& notes, Lang lang) {
  std::string out;
  for (const LintNote& note : notes) {
    out += note.pack + "/" + note.form + "  " + say(note.message, lang) + "\n";
    const std::string& own = note.reading.in(lang);
    const std::string reading = own.empty() ? say_mend(note.message.id, note.message.args, lang) : own;
    if (!reading.empty()) out += say("lint.reading", {{"text", reading}}, lang) + "\n";
  }
  return notes.empty() ? out : out + say("lint.count", {{"count", std::to_string(notes.size())}}, lang) + "\n";
}

}  // namespace huizong
