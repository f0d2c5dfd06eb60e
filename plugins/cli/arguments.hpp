// Reading the command line by a table. No library does it: each of them speaks English, and all that a user
// reads here is French or English.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.hpp"
#include "text/result.hpp"

namespace paravent::cli {

// "--format FORMAT"; a switch when it takes no value.
struct OptionSpec {
  std::string_view name;
  text::Wording help;
  text::Wording value = {};                  // what stands for its value in the help
  std::span<const std::string_view> values;  // that it takes; any, when there are none

  bool takes_value() const { return !value.fr.empty(); }
};

struct CommandSpec {
  std::string_view name;
  text::Wording help;
  text::Wording inputs = {};  // what stands for them in the help; empty: it takes none
  text::Wording inputs_help = {};
  std::size_t fewest = 0;
  std::size_t most = 0;
  std::span<const OptionSpec> options;
};

inline constexpr std::size_t any_number = static_cast<std::size_t>(-1);

// A command line that was understood.
struct Arguments {
  const CommandSpec* command = nullptr;
  std::vector<std::string> inputs;
  std::map<std::string_view, std::string> options;  // by name; a switch has an empty value
  bool help = false;                                // asked for: nothing else of it counts

  bool has(std::string_view option) const { return options.contains(option); }
  std::string value(std::string_view option) const;  // empty when it was not given
};

// `words` are those behind the program's name. A failure says which word is wrong and what was meant.
text::Result<Arguments> read_arguments(std::span<const std::string> words,
                                       std::span<const CommandSpec> commands);

// The command of that name; a failure names the nearest one.
text::Result<const CommandSpec*> find_command(std::string_view name, std::span<const CommandSpec> commands);

}  // namespace paravent::cli
