// The tagger: people, organisations, places, projects, cited authors. Local emissions (a sum of learned
// weights), then what the whole note says, then the decoder, twice: the names of the first reading are what
// the second looks for.
#pragma once

#include <vector>

#include "detect/decode.hpp"
#include "detect/name_index.hpp"
#include "detect/note_facts.hpp"
#include "detect/passage.hpp"
#include "detect/tag_features.hpp"

namespace paravent::detect {

// Keeps its memory from passage to passage.
class Tagger {
 public:
  Tagger(const NoteFacts& facts, const NameIndex& names, const TaggerModel& model = TaggerModel::built_in())
      : facts_(facts), names_(names), model_(model) {}

  // Finds the candidates of a passage that was read, with what speaks for them by itself.
  void emit(Passage& passage);
  // The names that a passage shows without those of the note, sorted, with hints.
  std::vector<Span> first_reading(const Passage& passage);
  // The same with the names of the note, which were taken from the first readings.
  std::vector<Span> second_reading(const Passage& passage);

  // The words that those two readings decide on. Valid until the next call.
  const std::vector<Candidate>& candidates_of_first(const Passage& passage);
  const std::vector<Candidate>& candidates_of_second(const Passage& passage);
  // From now on, the rows that speak for each of these words are kept in `rows`, one list a word; they are
  // what is learned from. Not with nullptr.
  void keep_rows(std::vector<std::vector<RowId>>* rows) { kept_rows_ = rows; }

 private:
  Candidate local_candidate(const Tokens& tokens, std::size_t at);
  void begin_candidates();
  void add_candidate(const Candidate& local, const Tokens& tokens);
  void add_rows(Candidate& candidate);

  const NoteFacts& facts_;
  const NameIndex& names_;
  const TaggerModel& model_;
  std::vector<Candidate> candidates_;
  Rows rows_;
  std::vector<std::vector<RowId>>* kept_rows_ = nullptr;
};

}  // namespace paravent::detect
