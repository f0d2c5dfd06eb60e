// How what `detect::find` says of whole notes compares with their marks.
#pragma once

#include <array>
#include <cstddef>
#include <cstdio>
#include <string>

#include "annotated_note.hpp"
#include "detect/tagger_model.hpp"

namespace paravent::training {

struct Score {
  std::array<std::size_t, detect::label_count> marks{}, exact{}, found{};  // by label
  std::size_t names = 0, leaking = 0;  // of private people, firms, places; with a letter that is read
  std::size_t authors = 0, authors_masked = 0;
  std::size_t letters = 0, letters_masked = 0;  // bytes of text outside of names
  void add(const Score& other);
  std::string in_words() const;
};

// What is wrong goes to `errors`, a line each with some text around it, unless that is nullptr.
Score score_of(const AnnotatedNote& note, const detect::TaggerModel& model, std::FILE* errors = nullptr);

}  // namespace paravent::training
