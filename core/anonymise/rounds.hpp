// What a second look at the rewritten note adds to what the first found in the note itself.
#pragma once

#include <cstdint>
#include <set>
#include <string_view>
#include <vector>

#include "anonymise/plan.hpp"
#include "detect/finding.hpp"
#include "policy/policy.hpp"
#include "text/text_edit.hpp"

namespace paravent::anonymise {

// What is to be replaced in a note. It grows from round to round; every round plans from the note itself, so
// that words outside its findings cannot be lost.
struct Sought {
  detect::Analysis analysis;
  std::set<std::uint32_t> as_alias;  // where findings begin whose description was taken for a name again
};

// Takes in the masking findings of `seen`, the analysis of `edits` applied to the note. One that touches what
// we wrote is about our words: they become an alias wherever they stand, what stands beside them stays,
// unless it is glued to an alias. Another is a finding of the note that the first look missed. False if
// nothing was new.
bool take_in(std::string_view text, const text::TextEdits& edits, const detect::Analysis& seen,
             const policy::Policy& policy, Sought& sought);

// plan() where the findings that begin at `as_alias` are given aliases whatever the style.
text::Result<Plan> plan(std::string_view text, const Sought& sought, const policy::Policy& policy,
                        const KnownAliases& known);

}  // namespace paravent::anonymise
