#include "cli/commands.hpp"
#include "cli/each_input.hpp"
#include "detect/note_analyser.hpp"
#include "report/findings.hpp"
#include "report/sarif.hpp"

namespace paravent::cli {
namespace {

// The findings of the inputs in the chosen format: SARIF is one document, written at the end.
class Output {
 public:
  Output(Format format, const report::Options& options, text::Language language)
      : format_(format), options_(options), language_(language), sarif_(PARAVENT_VERSION, options) {}

  std::string add(const report::Checked& input) {
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
    return out;
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
  Output output(options.format, {options.hints, language}, language);
  const auto look = [&](const Input& input, const Loaded& loaded,
                        const detect::Context& context) -> text::Result<Looked> {
    const Found found = look_at(loaded, context, options.explain);
    if (!found.analysis) return found.analysis.failure();
    return Looked{output.add({input.name, loaded.decoded, *found.analysis, loaded.policy, found.weighed}),
                  report::anything_to_mask(*found.analysis)};
  };
  const int exit_code = for_each_input(options.inputs, language, look);
  return output.finish() ? exit_code : input_failed;
}

}  // namespace paravent::cli
