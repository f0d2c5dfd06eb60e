// Which rows of the model speak for a word: the named features that it has (feature.hpp), and combinations of
// forms, shapes and table entries around it, by hash.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "detect/feature.hpp"
#include "detect/tagger_model.hpp"
#include "detect/token.hpp"

namespace paravent::detect {

// What a row stands for: a feature with a name, crossed with others or not, or a combination by its number.
struct RowSource {
  Feature feature = Feature::Count;  // none
  std::uint64_t combination = 0;
};

class Rows {
 public:
  void add(RowId row, RowSource /*unused*/) {
    if (size_ < rows_.size()) rows_[size_++] = row;
  }
  const RowId* begin() const { return rows_.data(); }
  const RowId* end() const { return rows_.data() + size_; }
  void clear() { size_ = 0; }

 private:
  std::array<RowId, 192> rows_;  // NOLINT(cppcoreguidelines-pro-type-member-init): only [0, size_) is read
  std::size_t size_ = 0;
};

// Rows that remember what they stand for: slower, for who explains them.
struct SourcedRow {
  RowId row = 0;
  RowSource source;
};
class SourcedRows {
 public:
  void add(RowId row, RowSource source) { rows_.push_back({row, source}); }
  const std::vector<SourcedRow>& all() const { return rows_; }

 private:
  std::vector<SourcedRow> rows_;
};

// What the block says; `features` are those of word_features() and context_features(). `Out` is one of the
// two.
template <class Out>
void add_local_rows(const TaggerModel& model, const Tokens& tokens, std::size_t at,
                    const FeatureSet& features, Out& out);
// What the rest of the note says of the form: NoteFacts::features(), or NameIndex::features() of a second
// reading, where to say nothing says something, too.
template <class Out>
void add_note_rows(const TaggerModel& model, const Token& token, const FeatureSet& features, Out& out);
template <class Out>
void add_register_rows(const TaggerModel& model, const Token& token, const FeatureSet& features, Out& out);

}  // namespace paravent::detect
