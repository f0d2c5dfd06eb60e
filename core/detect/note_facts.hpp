// What the whole note says of a form, before any name is known: how it is written elsewhere, and whether it
// stands in an address of the note or in its name. Passages come and go; what that changes is told by form.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "detect/feature.hpp"
#include "detect/form_table.hpp"
#include "detect/passage.hpp"
#include "text/language.hpp"

namespace paravent::detect {

class NoteFacts {
 public:
  // Parts of the note's own name.
  void set_file_name(const Tokens& name);

  void add(const Passage& passage) { count(passage, true); }
  void remove(const Passage& passage) { count(passage, false); }

  // Features of a candidate.
  FeatureSet features(const Token& token) const;
  // Fewer than one sentence in four starts with a capital: dictated, or typed in haste.
  bool is_lowercase() const { return sentences_ >= 2 && capitals_ * 4 < sentences_; }
  text::Language language() const;
  // What is a feature of the words of every block: where it turns, all are read again.
  struct OfAllWords {
    bool lowercase = false;
    text::Language language = text::Language::French;
    bool operator==(const OfAllWords&) const = default;
  };
  OfAllWords of_all_words() const { return {is_lowercase(), language()}; }
  std::uint32_t uses(FormId form) const { return form < counts_.size() ? counts_[form].uses : 0; }

  // Forms whose features are others than at the last call.
  std::vector<FormId> take_changes();

 private:
  struct Count {
    std::uint32_t uses = 0;
    std::uint32_t capital = 0;  // in mid-sentence
    std::uint32_t lower = 0;
    std::uint8_t elsewhere = 0;  // bits: in the file name, in an address
    bool touched = false;
  };
  struct MailCount {
    std::uint32_t names = 0, domains = 0;
  };
  void count(const Passage& passage, bool add);
  void count_mail(const MailForm& part, bool add);
  Count& at(FormId form);
  static std::uint8_t told(const Count& count);  // what features() tells, as bits
  void touch(FormId form);

  std::vector<Count> counts_;  // by form
  std::unordered_map<FormId, MailCount> mails_;
  std::int64_t language_votes_ = 0;
  std::uint64_t sentences_ = 0;
  std::uint64_t capitals_ = 0;
  std::vector<std::pair<FormId, std::uint8_t>> touched_;  // with what was told before
};

}  // namespace paravent::detect
