// Gathers the tables of things that have a name of one or more words.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "knowledge/format.hpp"
#include "knowledge/phrases.hpp"
#include "lexemes.hpp"

namespace paravent::data {

// All strings of the rows, each kept once.
class StringPool {
 public:
  knowledge::format::StringOffset add(const std::string& text);
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
  std::unordered_map<std::string, knowledge::format::StringOffset> known_;
};

struct PhraseTables {
  using Words = std::vector<std::string>;                                   // the folded words of a phrase
  std::map<Words, std::map<knowledge::PhraseKind, std::uint32_t>> phrases;  // → row of each kind
  std::map<std::string, std::vector<std::uint32_t>> diminutives;            // → strings
  std::map<std::string, std::vector<std::uint32_t>> sectors;                // key → row
  std::map<Words, std::vector<std::uint32_t>> sensitive;                    // → rows
  std::vector<knowledge::format::StringOffset> regions;
  std::vector<knowledge::format::PlaceRow> places;
  std::vector<knowledge::format::CompanyRow> companies;
  std::vector<knowledge::format::AuthorRow> authors;
  std::vector<knowledge::format::RoleRow> roles;
  std::vector<knowledge::format::MethodRow> methods;
  std::vector<knowledge::format::InstitutionRow> institutions;
  std::vector<knowledge::format::FixedPhraseRow> fixed_phrases;
  std::vector<knowledge::format::SectorRow> sector_rows;
  std::map<Words, std::uint32_t> readable_facts;  // → row
  std::vector<knowledge::format::ReadableFactRow> readable_fact_rows;
  std::map<Words, std::uint32_t> shares;  // kind and key → row
  std::vector<knowledge::format::ShareRow> share_rows;
  std::vector<knowledge::format::SensitiveRow> sensitive_rows;
  std::vector<knowledge::format::FictitiousSurnameRow> fictitious_surnames;
  std::vector<knowledge::format::FictitiousGivenRow> fictitious_given_names;
  std::vector<knowledge::format::NameOriginRow> name_origins;
  StringPool strings;
};

// The folded words of a name: split at everything that is no letter and no digit.
std::vector<std::string> words_of(const std::string& name);

// Reads the tables of phrases of a folder, and marks in `lexemes` the words that they tell something of
// (first word of a phrase, place of one word, acronym).
PhraseTables read_phrases(const std::string& folder, Lexemes& lexemes);

}  // namespace paravent::data
