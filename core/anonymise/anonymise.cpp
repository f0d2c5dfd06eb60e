#include <algorithm>
#include <utility>

#include "anonymise/note.hpp"
#include "anonymise/plan.hpp"
#include "anonymise/private_places.hpp"
#include "anonymise/rounds.hpp"

namespace paravent::anonymise {
namespace {

constexpr int most_rounds = 3;

text::Failure not_finished() {
  return {
      "Après trois passages, des données personnelles restent dans le texte : rien n’a été écrit. Remplacez "
      "à la "
      "main ce que la vérification signale, puis recommencez.",
      "After three passes personal data remains in the text: nothing has been written. Replace by hand what "
      "the "
      "check points out, then try again."};
}

text::Failure not_exact() {
  return {"Les liens n’ont pas pu être remplacés avec exactitude : rien n’a été écrit.",
          "The links could not be replaced exactly: nothing has been written."};
}

}  // namespace

text::Result<Anonymised> anonymise(std::string_view text, const policy::Policy& policy,
                                   const detect::Context& context) {
  text::Result<detect::Analysis> first = detect::find(text, policy, context);
  if (!first) return first.failure();
  return anonymise(text, *std::move(first), policy, context);
}

text::Result<Anonymised> anonymise(std::string_view text, detect::Analysis first,
                                   const policy::Policy& policy, const detect::Context& context) {
  return anonymise(text, std::move(first), policy, context, {});
}

text::Result<Anonymised> anonymise(std::string_view text, detect::Analysis first,
                                   const policy::Policy& policy, const detect::Context& context,
                                   const KnownAliases& known) {
  Anonymised out{std::string(text), {}, {}, {}};
  Sought sought{std::move(first), {}};
  for (int round = 0; round < most_rounds; ++round) {
    text::Result<Plan> planned = plan(text, sought, policy, known);
    if (!planned) return planned.failure();
    auto edits = text::TextEdits::make(
        with_private_places(text, planned->edits.all(), policy, sought.analysis.language), text.size());
    if (!edits) return not_exact();
    out = {edits->apply(text), *std::move(edits), std::move(planned->new_aliases), std::move(planned->forms)};
    const text::Result<detect::Analysis> again = detect::find(out.text, policy, context);
    if (!again) return again.failure();
    const bool clean = std::none_of(again->findings.begin(), again->findings.end(),
                                    [&policy](const auto& finding) { return masks(finding, policy); });
    if (clean) return out;
    if (!take_in(text, out.edits, *again, policy, sought)) break;
  }
  return not_finished();
}

}  // namespace paravent::anonymise
