#pragma once
// The one table of messages: every id with its Chinese and English words, and how to mend.

#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "base/message.hpp"
#include "model/finding.hpp"
#include "schema/form.hpp"

namespace huizong {

/// `{name}` in a text stands for the argument of that name; a value that is itself a message id (`why.*`, `format.*`,
/// `unit.*`) is put into words too. `mend` is empty where there is nothing to mend.
struct MessageRow {
  std::string_view id;
  std::string_view zh, en;
  std::string_view mend_zh, mend_en;
};
const std::vector<MessageRow>& message_table();  ///< sorted by id, all parts joined

/// *Errors*: std::logic_error for an id that the table lacks: a bug that the tests would show.
std::string say(std::string_view id, const Args& args, Lang lang);
inline std::string say(const Message& message, Lang lang) { return say(message.id, message.args, lang); }
/// A reason (`why`) that has a way to mend of its own goes before the general one.
std::string say_mend(std::string_view id, const Args& args, Lang lang);

/// The words of a finding. Rules of a schema take title, figures and mend from the catalogue.
std::string message_of(const Finding& finding, const Catalogue& catalogue, Lang lang);
std::string mend_of(const Finding& finding, const Catalogue& catalogue, Lang lang);

/// `file [sheet!C5] 强制性 rule: what is, what should be` + line break + `  办法：…`, coloured where wanted.
std::string to_line(const Finding& finding, const Catalogue& catalogue, Lang lang, bool color);

}  // namespace huizong
