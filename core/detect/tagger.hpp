// The first tagger: people, organisations, places, projects. Local emissions (a sum of weights, read with
// the passage), then what the whole note says, then the decoder, twice: the names of the first reading are
// what the second looks for.
#pragma once

#include <vector>

#include "detect/decode.hpp"
#include "detect/name_index.hpp"
#include "detect/note_facts.hpp"
#include "detect/passage.hpp"

namespace paravent::detect {

// Keeps its memory from passage to passage.
class Tagger {
 public:
  Tagger(const NoteFacts& facts, const NameIndex& names) : facts_(facts), names_(names) {}

  // The names that a passage shows without those of the note, sorted, with hints.
  std::vector<Span> first_reading(const Passage& passage);
  // The same with the names of the note, which were taken from the first readings.
  std::vector<Span> second_reading(const Passage& passage);

 private:
  void add_candidate(const Candidate& local, const Token& token);

  const NoteFacts& facts_;
  const NameIndex& names_;
  std::vector<Candidate> candidates_;
};

}  // namespace paravent::detect
