#include "report/risk.hpp"
#include "anonymise/plan.hpp"
#include "cli/commands.hpp"
#include "cli/input.hpp"
#include "cli/progress.hpp"
#include "risk/risk.hpp"

namespace paravent::cli {
namespace {

constexpr int found_something = 1;
constexpr int input_failed = 2;

// A text to assess with what was found in it.
struct Read {
  std::string text;
  detect::Analysis analysis;
};

text::Result<Read> read(const Loaded& loaded, const detect::Context& context, bool anonymised) {
  std::string text = loaded.decoded.text;
  if (anonymised) {
    auto copy = anonymise::anonymise(text, loaded.policy, context);
    if (!copy) return copy.failure();
    text = std::move(copy->text);
  }
  auto analysis = detect::find(text, loaded.policy, context);
  if (!analysis) return analysis.failure();
  return Read{std::move(text), *std::move(analysis)};
}

}  // namespace

int risk(const RiskOptions& options, text::Language language) {
  const Inputs inputs = expand(options.inputs, language);
  int exit_code = inputs.failed > 0 ? input_failed : 0;
  Reader reader(language);
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
    const auto note = read(*loaded, context_of(input, stem), options.anonymised);
    if (!note) {
      fail({input.name + " : " + note.failure().fr, input.name + ": " + note.failure().en});
      continue;
    }
    progress.wipe();
    const auto people = risk::assess(note->text, note->analysis, language);
    const report::Assessed assessed{input.name, note->text, options.anonymised ? nullptr : &loaded->decoded,
                                    people};
    std::string out;
    if (options.json) {
      report::append_risk_json_line(out, assessed, note->analysis, language);
    } else {
      report::append_risk_text(out, assessed, language);
    }
    if (!print(out, language)) return input_failed;
    if (exit_code == 0 && report::anybody_stands_out(people)) exit_code = found_something;
  }
  return exit_code;
}

}  // namespace paravent::cli
