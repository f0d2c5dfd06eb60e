// plan(text, findings, policy, aliases) → edits: the second of the two pure functions that carry the product.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "anonymise/known_aliases.hpp"
#include "detect/find.hpp"
#include "detect/finding.hpp"
#include "knowledge/lexicon.hpp"
#include "policy/policy.hpp"
#include "text/result.hpp"
#include "text/text_edit.hpp"

namespace paravent::anonymise {

// How what an alias stands for is written in a note, each form once, in their order.
struct AliasForms {
  std::string alias;
  std::vector<std::string> forms;  // "Claire Dupont", "Claire"
  knowledge::Sex sex = knowledge::Sex::Unknown;
};

struct Plan {
  text::TextEdits edits;
  std::vector<Alias> new_aliases;  // those that `known` did not have
  std::vector<AliasForms> forms;   // of every alias that stands for a finding, known or new
};

// The edits that take every masking finding out of the text, with articles and elision redone.
// A failure means: not done, not even in part. A known alias without a canonical form stands for nobody: it
// is only not given again. One that goes by several canonical forms stands there once for each.
text::Result<Plan> plan(std::string_view text, const detect::Analysis& analysis, const policy::Policy& policy,
                        const KnownAliases& known);

// What plan() puts for one finding, without the article or preposition before it ("Personne A", "une DRH d’un
// grand groupe de luxe"), and for a hint what it would put; for messages and quick fixes.
std::string replacement_of(const detect::Finding& finding, std::string_view text,
                           const detect::Analysis& analysis, const policy::Policy& policy);

// The same for every finding at once, in their order; empty for those that are only reported. Linear, where
// replacement_of() reads the whole note for each.
std::vector<std::string> replacements(std::string_view text, const detect::Analysis& analysis,
                                      const policy::Policy& policy);

struct Anonymised {
  std::string text;
  text::TextEdits edits;          // of the original text
  std::vector<Alias> aliases;     // those that were not known
  std::vector<AliasForms> forms;  // see Plan
};

// find and plan until find has nothing left to mask: at most three rounds, then a failure (DESIGN.md rule 8).
// Every round plans from the original text: a description that is taken for a name again becomes an alias,
// and words outside findings stay as they are.
text::Result<Anonymised> anonymise(std::string_view text, const policy::Policy& policy,
                                   const detect::Context& context);
// The same where find() has been asked already: `first` is what it gave.
text::Result<Anonymised> anonymise(std::string_view text, detect::Analysis first,
                                   const policy::Policy& policy, const detect::Context& context);
// The same where aliases have been given before: `known` are those of the client folder.
text::Result<Anonymised> anonymise(std::string_view text, detect::Analysis first,
                                   const policy::Policy& policy, const detect::Context& context,
                                   const KnownAliases& known);

}  // namespace paravent::anonymise
