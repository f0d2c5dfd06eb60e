#include "report/risk.hpp"
#include "anonymise/plan.hpp"
#include "cli/commands.hpp"
#include "cli/each_input.hpp"
#include "risk/risk.hpp"

namespace paravent::cli {
namespace {

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
  const auto look = [&](const Input& input, const Loaded& loaded,
                        const detect::Context& context) -> text::Result<Looked> {
    const auto note = read(loaded, context, options.anonymised);
    if (!note) return note.failure();
    const auto people = risk::assess(note->text, note->analysis, language);
    const report::Assessed assessed{input.name, note->text, options.anonymised ? nullptr : &loaded.decoded,
                                    people};
    Looked out{{}, report::anybody_stands_out(people)};
    if (options.json) {
      report::append_risk_json_line(out.said, assessed, note->analysis, language);
    } else {
      report::append_risk_text(out.said, assessed, language);
    }
    return out;
  };
  return for_each_input(options.inputs, language, look);
}

}  // namespace paravent::cli
