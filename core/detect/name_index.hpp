// The names of a note, by their parts: what makes every other mention of them found (DESIGN.md, Detection). A
// word that is a part of a name met elsewhere gets a feature; the decoder decides. Names come and go; what
// that changes is told by form.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "detect/decode.hpp"
#include "detect/form_map.hpp"
#include "detect/form_table.hpp"
#include "detect/token.hpp"

namespace paravent::detect {

// Initials of at most four letters, packed.
using Initials = std::uint32_t;

class NameIndex {
 public:
  // `forms` must outlive the index.
  explicit NameIndex(const FormTable& forms) : forms_(forms) {}

  // Takes the parts of names found in the note, or gives them back. A span that is not sure enough says
  // nothing.
  void add(const Tokens& tokens, const std::vector<Span>& spans) { count(tokens, spans, true); }
  void remove(const Tokens& tokens, const std::vector<Span>& spans) { count(tokens, spans, false); }
  // Takes the parts of a person known from elsewhere (declared by the coach).
  void add_person(const Tokens& name);
  // … of a name that another note of the folder tells.
  void add_known(const Tokens& name, Label label);

  // Whether add() of that span counts that word of it as a part.
  static bool takes(const Tokens& tokens, const Span& span, std::size_t at);
  // Whether add_person() and add_known() can count that word of a name as a part.
  static bool takes_known(const Tokens& name, Label label, std::size_t at);

  // The forms whose words may have other features than at the last call.
  struct Changes {
    std::vector<FormId> forms;
    FirstLetters initials = 0;  // and words that may be initials which begin so
  };
  // To be called behind every round of add() and remove(): features() is out of date until then.
  // `by_form`: whether the forms are asked for.
  Changes settle(bool by_form);

  // What the names of the note say of a word. `own`: that word is counted as a part itself; a name is no
  // evidence for itself.
  FeatureSet features(const Tokens& tokens, std::size_t at, bool own) const;

 private:
  struct Reading {
    Label label = Label::Person;
    std::int32_t margin = 0;
    std::uint32_t count = 0;
  };
  // What a form is a part of.
  struct Part {
    FormId form = FormTable::nothing;
    std::uint32_t words = 0;    // that were read as such a part
    std::uint32_t given = 0;    // of a person, as given names
    std::uint32_t surname = 0;  // … and as others
    std::uint16_t told = 0;     // what features() could tell at the last settle()
    bool touched = false;
    std::vector<Reading> readings;
  };

  void count(const Tokens& tokens, const std::vector<Span>& spans, bool add);
  void count_part(const Form& form, Label label, std::int32_t margin, bool given, bool add);
  void count_initials(const Tokens& tokens, std::size_t first, std::size_t last, bool add);
  void count_initials(std::string_view letters, bool add);
  void count_joined(const Tokens& tokens, std::size_t first, std::size_t last, bool add);
  std::uint16_t told_of(const Form& form) const;
  bool is_given_name(std::string_view form) const;

  // What features() can tell of a part.
  static std::uint16_t told(const Part& part);
  void settle_person(std::string_view part, std::uint16_t before, std::uint16_t now);
  void settle_deletions();
  void add_short_forms(std::string_view full, std::vector<FormId>& changed);
  void add_misspelt_forms(std::string_view part, std::vector<FormId>& changed);
  void add_joined_forms(std::vector<FormId>& changed);
  void list_new_forms();

  bool is_joined_form(const Token& token) const;
  bool has_initials(std::string_view letters) const;
  bool is_initials(const Tokens& tokens, std::size_t at) const;
  bool is_short_form(const Token& token) const;
  bool is_misspelt(const Token& token) const;

  const FormTable& forms_;
  std::vector<std::uint32_t> part_at_;  // by form: 0, or 1 and more for parts_[it - 1]
  std::vector<Part> parts_;
  std::vector<std::uint32_t> touched_;  // places in parts_
  std::uint32_t people_ = 0;            // parts of people
  FormMap<std::uint32_t> prefixes_;     // of given names, three letters and more: how many have it
  std::unordered_map<Initials, std::uint32_t> initials_;
  std::unordered_map<Initials, bool> touched_initials_;      // with whether the note had them
  std::unordered_map<std::uint64_t, std::uint32_t> joined_;  // hashes of names as one word: how often
  std::vector<std::uint64_t> turned_joined_;                 // those that came or went
  // Sorted hashes of long parts of people with one letter taken out, as often as a part gives them.
  std::vector<std::uint64_t> deletions_;
  std::vector<std::uint64_t> new_deletions_, old_deletions_;
  // Forms that may stand for another one, as far as they are listed: diminutives, and words that no table
  // knows.
  std::vector<FormId> diminutives_, rare_forms_;
  FormId listed_ = 0;
};

}  // namespace paravent::detect
