#include "cli/commands.hpp"
#include "cli/input.hpp"
#include "cli/progress.hpp"
#include "report/findings.hpp"
#include "report/sarif.hpp"

namespace paravent::cli {
namespace {

constexpr int found_something = 1;
constexpr int input_failed = 2;

// Writes the findings of one input in the chosen format, as soon as they are known: a long run shows what it
// has.
class Output {
 public:
  Output(Format format, const report::Options& options, text::Language language)
      : format_(format), options_(options), language_(language), sarif_(PARAVENT_VERSION, options) {}

  bool add(const report::Checked& input) {
    std::string out;
    switch (format_) {
      case Format::Text:
        report::append_text(out, input, options_);
        break;
      case Format::JsonLines:
        report::append_json_line(out, input, options_);
        break;
      case Format::Sarif:
        sarif_.add(input);
        break;
    }
    return out.empty() || print(out, language_);
  }
  bool finish() { return format_ != Format::Sarif || print(sarif_.finish(), language_); }

 private:
  Format format_;
  report::Options options_;
  text::Language language_;
  report::SarifLog sarif_;
};

}  // namespace

int check(const CheckOptions& options, text::Language language) {
  const Inputs inputs = expand(options.inputs, language);
  int exit_code = inputs.failed > 0 ? input_failed : 0;
  Reader reader(language);
  Output output(options.format, {options.hints, language}, language);
  Progress progress(inputs.all.size());
  for (const Input& input : inputs.all) {
    const auto fail = [&](const text::Failure& failure) {
      progress.wipe();
      tell(failure, language);
      exit_code = input_failed;
    };
    progress.advance();
    const auto loaded = reader.read(input);
    if (!loaded) {
      fail(loaded.failure());
      continue;
    }
    std::string stem;
    const auto analysis = detect::find(loaded->decoded.text, loaded->policy, context_of(input, stem));
    if (!analysis) {
      fail({input.name + " : " + analysis.failure().fr, input.name + ": " + analysis.failure().en});
      continue;
    }
    progress.wipe();
    if (!output.add({input.name, loaded->decoded, *analysis, loaded->policy})) return input_failed;
    if (exit_code == 0 && report::anything_to_mask(*analysis)) exit_code = found_something;
  }
  return output.finish() ? exit_code : input_failed;
}

}  // namespace paravent::cli
