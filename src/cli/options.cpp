#include "cli/options.hpp"

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "report/messages.hpp"

namespace huizong {
namespace po = boost::program_options;

Options::Options(std::string_view command, const Globals& globals) : command_(command), globals_(globals) {
  flag("help");
}

Options& Options::value(const std::string& name) {
  shown_.add_options()(name.c_str(), po::value<std::string>(), "");
  return *this;
}

Options& Options::letter_value(const std::string& name, char letter) {
  shown_.add_options()((name + "," + letter).c_str(), po::value<std::string>(), "");
  return *this;
}

Options& Options::flag(const std::string& name) {
  shown_.add_options()(name.c_str(), "");
  return *this;
}

Options& Options::positional(const std::string& name, int at_least, int at_most) {
  positional_name_ = name;
  at_least_ = at_least;
  at_most_ = at_most;
  return *this;
}

bool Options::parse(const std::vector<std::string>& arguments) {
  po::options_description all;
  all.add(shown_);
  all.add_options()("positional", po::value<std::vector<std::string>>(), "");
  po::positional_options_description order;
  order.add("positional", -1);
  try {
    const auto style = po::command_line_style::default_style & ~po::command_line_style::allow_guessing;
    po::store(po::command_line_parser(arguments).options(all).positional(order).style(style).run(), values_);
  } catch (const po::unknown_option& error) {
    throw Error(ErrorKind::usage, "error.unknown-option", {{"value", error.get_option_name()}, {"command", command_}});
  } catch (const po::error_with_option_name& error) {
    throw Error(ErrorKind::usage, "error.option-value", {{"value", error.get_option_name()}, {"command", command_}});
  }
  if (has("help")) {
    print_help();
    return false;
  }
  if (has("positional")) positional_values_ = values_["positional"].as<std::vector<std::string>>();
  const int count = static_cast<int>(positional_values_.size());
  if (count < at_least_ || (at_most_ >= 0 && count > at_most_)) {
    throw Error(ErrorKind::usage, count < at_least_ ? "error.argument-missing" : "error.argument-extra",
                {{"value", positional_name_}, {"command", command_}});
  }
  return true;
}

std::string Options::get(const std::string& name) const { return has(name) ? values_[name].as<std::string>() : ""; }
bool Options::has(const std::string& name) const { return values_.count(name) != 0; }

std::string Options::need(const std::string& name) const {
  if (!has(name)) throw Error(ErrorKind::usage, "error.option-missing", {{"value", "--" + name}, {"command", command_}});
  return get(name);
}

void Options::print_help() const {
  const Lang lang = globals_.lang;
  fmt::print("{}huizong {} {}{}{}\n\n{}\n\n", say("help.usage", {}, lang), command_, say("help.options", {}, lang),
             positional_name_.empty() ? "" : " ", positional_name_, say("help." + command_, {}, lang));
  for (const auto& option : shown_.options()) {
    const std::string name = option->long_name();
    const bool takes_value = option->semantic()->max_tokens() > 0;
    const std::string letter = option->canonical_display_name(po::command_line_style::allow_dash_for_short);
    const std::string shown = (letter.starts_with("-") ? letter + ", " : "") + "--" + name + (takes_value ? " …" : "");
    fmt::print("  {}{}\n", pad_right(shown, 22), say("option." + name, {}, lang));
  }
}

}  // namespace huizong
