// Which rows of the model speak for a word: the named features that it has (feature.hpp), and combinations of
// forms, shapes and table entries around it, by hash.
#pragma once

#include <array>
#include <cstddef>

#include "detect/feature.hpp"
#include "detect/tagger_model.hpp"
#include "detect/token.hpp"

namespace paravent::detect {

class Rows {
 public:
  void add(RowId row) {
    if (size_ < rows_.size()) rows_[size_++] = row;
  }
  const RowId* begin() const { return rows_.data(); }
  const RowId* end() const { return rows_.data() + size_; }
  void clear() { size_ = 0; }

 private:
  std::array<RowId, 192> rows_;  // NOLINT(cppcoreguidelines-pro-type-member-init): only [0, size_) is read
  std::size_t size_ = 0;
};

// What the block says; `features` are those of word_features() and context_features().
void add_local_rows(const TaggerModel& model, const Tokens& tokens, std::size_t at,
                    const FeatureSet& features, Rows& out);
// What the rest of the note says of the form: NoteFacts::features(), or NameIndex::features() of a second
// reading, where to say nothing says something, too.
void add_note_rows(const TaggerModel& model, const Token& token, const FeatureSet& features, Rows& out);
void add_register_rows(const TaggerModel& model, const Token& token, const FeatureSet& features, Rows& out);

}  // namespace paravent::detect
