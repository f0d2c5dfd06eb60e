// The words of a note with its sentences: what belongs to whom is read within one.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "detect/finding.hpp"
#include "detect/form_table.hpp"
#include "detect/token.hpp"

namespace paravent::risk {

struct Sentence {
  std::size_t first = 0;  // tokens
  std::size_t last = 0;
  std::size_t block = 0;
  bool heading = false;
  bool item = false;  // of a list, or a row of a table: it does not go on with the one before
};

class NoteWords {
 public:
  // The text must outlive it.
  explicit NoteWords(std::string_view text);

  std::string_view text() const { return tokens_.text; }
  const std::vector<detect::Token>& tokens() const { return tokens_.all; }
  const std::vector<Sentence>& sentences() const { return sentences_; }
  std::string_view form(std::size_t at) const { return at < size() ? tokens_.form(at) : std::string_view(); }
  std::size_t size() const { return tokens_.size(); }
  // Whether the word and the one before it may belong to one phrase.
  bool is_joined(std::size_t at) const;
  // The first word that begins at `byte` or behind.
  std::size_t token_from(text::ByteOffset byte) const;

 private:
  void cut_sentences(std::size_t first, std::size_t block, bool heading);

  detect::FormTable forms_;
  detect::Tokens tokens_;
  std::vector<Sentence> sentences_;
};

}  // namespace paravent::risk
