// From what was read of a passage to its findings.
#pragma once

#include <cstdint>
#include <vector>

#include "detect/find.hpp"
#include "detect/finding.hpp"
#include "detect/mention.hpp"
#include "detect/name_book.hpp"
#include "detect/passage.hpp"
#include "policy/policy.hpp"

namespace paravent::detect {

// The mentions of the spans; who is meant is not known yet.
std::vector<Mention> mentions_of(const Tokens& tokens, const std::vector<Span>& spans, NameBook& book);

// Whether two readings mention the same: joining the note anew would give the same entities.
bool mention_the_same(const Mention& a, const Tokens& a_tokens, const Mention& b, const Tokens& b_tokens);

// Adds what a passage that begins at byte `begin` of the note holds, sorted. Blocks that do not say which
// language they are in have that of the note.
void add_findings(const Passage& passage, std::uint32_t begin, text::Language note_language,
                  const policy::Policy& policy, const SetAside& set_aside, std::vector<Finding>& out);

}  // namespace paravent::detect
