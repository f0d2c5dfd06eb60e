#include <algorithm>
#include <utility>

#include "anonymise/compose.hpp"
#include "anonymise/plan.hpp"

namespace paravent::anonymise {
namespace {

constexpr int most_rounds = 3;

bool masks(const detect::Analysis& analysis, const policy::Policy& policy) {
  return std::any_of(analysis.findings.begin(), analysis.findings.end(),
                     [&policy](const detect::Finding& finding) {
                       return !finding.hint && policy::is_masked(finding.category) &&
                              !policy.ignored.contains(finding.category);
                     });
}

text::Failure not_finished() {
  return {
      "Après trois passages, des données personnelles restent dans le texte : rien n’a été écrit. Remplacez "
      "à la "
      "main ce que la vérification signale, puis recommencez.",
      "After three passes personal data remains in the text: nothing has been written. Replace by hand what "
      "the "
      "check points out, then try again."};
}

}  // namespace

text::Result<Anonymised> anonymise(std::string_view text, const policy::Policy& policy,
                                   const detect::Context& context) {
  Anonymised out{std::string(text), {}, {}};
  policy::Policy round_policy = policy;
  for (int round = 0; round <= most_rounds; ++round) {
    const text::Result<detect::Analysis> analysis = detect::find(out.text, policy, context);
    if (!analysis) return analysis.failure();
    if (!masks(*analysis, policy)) return out;
    if (round == most_rounds) break;
    text::Result<Plan> planned = plan(out.text, *analysis, round_policy, out.aliases);
    if (!planned) return planned.failure();
    std::optional<text::TextEdits> edits = compose(text, out.edits, planned->edits);
    if (!edits) break;
    out.text = planned->edits.apply(out.text);
    out.edits = *std::move(edits);
    // What a second look finds gets an alias: descriptions are plain words that might be taken for names once
    // more, aliases are reserved.
    round_policy.style = policy::Style::Pseudonym;
    std::move(planned->new_aliases.begin(), planned->new_aliases.end(), std::back_inserter(out.aliases));
  }
  return not_finished();
}

}  // namespace paravent::anonymise
