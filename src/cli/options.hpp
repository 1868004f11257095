#pragma once
// Options of a command: Boost.Program_options with its refusals put into our words.

#include <boost/program_options.hpp>
#include <string>
#include <vector>

#include "cli/command.hpp"

namespace huizong {

/// Describes and parses one command's options. Help texts are messages `option.NAME`.
class Options {
 public:
  Options(std::string_view command, const Globals& globals);

  Options& value(const std::string& name);              ///< --name VALUE
  Options& letter_value(const std::string& name, char letter);
  Options& flag(const std::string& name);
  Options& positional(const std::string& name, int at_least, int at_most);  ///< -1: any number

  /// False where --help was asked for and printed. *Errors*: Error(usage).
  bool parse(const std::vector<std::string>& arguments);

  std::string get(const std::string& name) const;       ///< empty where it was not given
  bool has(const std::string& name) const;
  /// *Errors*: Error(usage, "error.option-missing") where it was not given.
  std::string need(const std::string& name) const;
  const std::vector<std::string>& arguments() const { return positional_values_; }

 private:
  void print_help() const;

  std::string command_;
  const Globals& globals_;
  boost::program_options::options_description shown_;
  std::string positional_name_;
  int at_least_ = 0, at_most_ = 0;
  boost::program_options::variables_map values_;
  std::vector<std::string> positional_values_;
};

}  // namespace huizong
