// The risk of being recognised: who could be meant by what stays readable of a person once the names are
// gone, and the smallest change after which more people could be. Coarse estimates; never a verdict that
// there is no risk.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "detect/finding.hpp"
#include "risk/estimate.hpp"
#include "risk/fact.hpp"
#include "text/language.hpp"

namespace paravent::risk {

struct Person {
  text::ByteRange range;          // first mention
  detect::EntityId entity = 0;    // 0: known by a role or an alias alone
  std::string name;               // as the note knows them: a name, "Personne A", "DRH"
  std::vector<Fact> facts;        // in the order of the traits
  std::uint64_t thousandths = 0;  // of the people who share all of them
  Grade grade = Grade::Many;
  std::vector<Changes> changes;  // alternatives, each of which alone leads to a better grade; may be empty
};

// The people of whom a note tells something readable, in order of first mention; those without a name only
// when few share what is told. Works on a note as it is and on one that was anonymised. Linear in the note.
// `language` is that of the labels.
std::vector<Person> assess(std::string_view text, const detect::Analysis& analysis, text::Language language);

}  // namespace paravent::risk
