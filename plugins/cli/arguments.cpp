#include "cli/arguments.hpp"

#include <algorithm>

#include "policy/nearest.hpp"
#include "text/wording.hpp"

namespace paravent::cli {
namespace {

using text::Failure;
using text::Wording;

constexpr Wording no_command{"dites que faire, par exemple « paravent check FICHIER ».",
                             "say what to do, for example “paravent check FILE”."};
constexpr Wording unknown_command{"commande inconnue : « {0} »{1}", "unknown command: “{0}”{1}"};
constexpr Wording unknown_option{"option inconnue : « {0} »{1}", "unknown option: “{0}”{1}"};
constexpr Wording did_you_mean{". Vouliez-vous dire « {0} » ?", ". Did you mean “{0}”?"};
constexpr Wording no_value{"l’option {0} attend une valeur : {0} {1}.", "option {0} needs a value: {0} {1}."};
constexpr Wording no_value_wanted{"l’option {0} ne prend pas de valeur.", "option {0} takes no value."};
constexpr Wording wrong_value{"l’option {0} ne connaît pas « {1} ». Elle prend : {2}.",
                              "option {0} does not know “{1}”. It takes: {2}."};
constexpr Wording given_twice{"l’option {0} est donnée deux fois.", "option {0} is given twice."};
constexpr Wording too_few{"« paravent {0} » attend : {1}.", "“paravent {0}” needs: {1}."};
constexpr Wording too_many{"« paravent {0} » ne sait que faire de « {1} ».",
                           "“paravent {0}” does not know what to do with “{1}”."};

Failure failure(const Wording& wording, std::initializer_list<std::string_view> arguments) {
  return {text::fill(wording, text::Language::French, arguments),
          text::fill(wording, text::Language::English, arguments)};
}

// An unknown word, with the known one that it most likely meant.
Failure unknown(const Wording& wording, std::string_view word, std::span<const std::string_view> known) {
  const std::string_view meant = policy::nearest(word, known);
  const auto in = [&](text::Language language) {
    return text::fill(wording, language,
                      {word, meant.empty() ? std::string(".") : text::fill(did_you_mean, language, {meant})});
  };
  return {in(text::Language::French), in(text::Language::English)};
}

std::string listed(std::span<const std::string_view> values) {
  std::string out;
  for (const std::string_view value : values) {
    if (!out.empty()) out += ", ";
    out += value;
  }
  return out;
}

bool asks_for_help(std::string_view word) {
  return word == "-h" || word == "--help";
}

// Reads what stands behind a command.
class Reading {
 public:
  Reading(const CommandSpec& command, std::span<const std::string> words) : words_(words) {
    out_.command = &command;
  }

  text::Result<Arguments> run() {
    for (; at_ < words_.size(); ++at_) {
      const std::string& word = words_[at_];
      if (only_inputs_ || word == "-" || !word.starts_with('-')) {
        if (out_.inputs.size() == out_.command->most) {
          return failure(too_many, {out_.command->name, word});
        }
        out_.inputs.push_back(word);
      } else if (word == "--") {
        only_inputs_ = true;
      } else if (asks_for_help(word)) {
        out_.help = true;
        return out_;
      } else if (auto read = option(word); !read) {
        return read.failure();
      }
    }
    if (out_.inputs.size() < out_.command->fewest) {
      const auto in = [&](text::Language language) {
        return text::fill(too_few, language, {out_.command->name, out_.command->inputs.in(language)});
      };
      return Failure{in(text::Language::French), in(text::Language::English)};
    }
    return out_;
  }

 private:
  // "--format json", "--format=json", "--hints".
  text::Result<bool> option(std::string_view word) {
    const std::size_t equals = word.find('=');
    const std::string_view name = word.substr(0, equals);
    const auto options = out_.command->options;
    const auto spec =
        std::find_if(options.begin(), options.end(), [&](const OptionSpec& one) { return one.name == name; });
    if (spec == options.end()) {
      std::vector<std::string_view> known{"--help"};
      for (const OptionSpec& one : options) known.push_back(one.name);
      return unknown(unknown_option, name, known);
    }
    std::string value;
    if (equals != std::string_view::npos) {
      if (!spec->takes_value()) return failure(no_value_wanted, {name});
      value = word.substr(equals + 1);
    } else if (spec->takes_value()) {
      if (at_ + 1 < words_.size()) value = words_[++at_];
    }
    if (spec->takes_value() && value.empty()) {
      return Failure{text::fill(no_value, text::Language::French, {name, spec->value.fr}),
                     text::fill(no_value, text::Language::English, {name, spec->value.en})};
    }
    if (!spec->values.empty() &&
        std::find(spec->values.begin(), spec->values.end(), value) == spec->values.end()) {
      return failure(wrong_value, {name, value, listed(spec->values)});
    }
    if (!out_.options.emplace(spec->name, std::move(value)).second) return failure(given_twice, {name});
    return true;
  }

  std::span<const std::string> words_;
  std::size_t at_ = 0;
  bool only_inputs_ = false;  // behind "--"
  Arguments out_;
};

}  // namespace

std::string Arguments::value(std::string_view option) const {
  const auto found = options.find(option);
  return found == options.end() ? std::string() : found->second;
}

text::Result<const CommandSpec*> find_command(std::string_view name, std::span<const CommandSpec> commands) {
  std::vector<std::string_view> known;
  for (const CommandSpec& command : commands) {
    if (command.name == name) return &command;
    known.push_back(command.name);
  }
  return unknown(name.starts_with('-') ? unknown_option : unknown_command, name, known);
}

text::Result<Arguments> read_arguments(std::span<const std::string> words,
                                       std::span<const CommandSpec> commands) {
  if (words.empty()) return failure(no_command, {});
  std::string_view first = words.front();
  if (asks_for_help(first)) first = "help";
  if (first == "--version" || first == "-V") first = "version";
  const auto command = find_command(first, commands);
  if (!command) return command.failure();
  return Reading(**command, words.subspan(1)).run();
}

}  // namespace paravent::cli
