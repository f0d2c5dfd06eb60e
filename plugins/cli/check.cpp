#include "cli/commands.hpp"
#include "cli/input.hpp"
#include "cli/progress.hpp"
#include "detect/note_analyser.hpp"
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

// Analysis and, where it is asked for, what weighed for each finding.
struct Found {
  text::Result<detect::Analysis> analysis;
  std::vector<std::vector<detect::Weighed>> weighed;
};

Found look_at(const Loaded& loaded, const detect::Context& context, bool explain) {
  if (!explain) return {detect::find(loaded.decoded.text, loaded.policy, context), {}};
  detect::NoteAnalyser analyser(loaded.decoded.text, loaded.policy, context);
  Found out{analyser.result(), {}};
  if (!out.analysis) return out;
  for (const detect::Finding& finding : out.analysis->findings)
    out.weighed.push_back(analyser.weigh(finding));
  return out;
}

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
    const Found found = look_at(*loaded, context_of(input, stem), options.explain);
    const text::Result<detect::Analysis>& analysis = found.analysis;
    if (!analysis) {
      fail({input.name + " : " + analysis.failure().fr, input.name + ": " + analysis.failure().en});
      continue;
    }
    progress.wipe();
    if (!output.add({input.name, loaded->decoded, *analysis, loaded->policy, found.weighed}))
      return input_failed;
    if (exit_code == 0 && report::anything_to_mask(*analysis)) exit_code = found_something;
  }
  return output.finish() ? exit_code : input_failed;
}

}  // namespace paravent::cli
