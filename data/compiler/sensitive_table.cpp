#include "sensitive_table.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "inflection.hpp"
#include "knowledge/sensitive.hpp"
#include "read_tables.hpp"
#include "text/unicode.hpp"

namespace paravent::data {

namespace {

using knowledge::SensitiveUse;

// In the order of knowledge::SensitiveKinds and knowledge::SensitiveUse.
constexpr std::array<std::string_view, knowledge::sensitive_kind_bits> kinds{
    "health", "belief", "politics", "union", "intimacy", "origin", "remedy", "body"};
constexpr std::array<std::string_view, knowledge::sensitive_use_count> uses{
    "sure", "near", "said",  "had",    "led",   "heritage", "figure",
    "lead", "tail", "topic", "person", "being", "having",   "negation"};

template <std::size_t N>
unsigned index_in(const std::array<std::string_view, N>& names, const std::string& name, const Row& row) {
  const auto* found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) fail(row.where() + ": no such kind or use: " + name);
  return static_cast<unsigned>(found - names.begin());
}

std::uint8_t kinds_of(const Row& row) {
  if (row["kind"] == "any") return (1U << kinds.size()) - 1;
  unsigned bits = 0;
  for (const std::string& kind : row.list("kind")) bits |= 1U << index_in(kinds, kind, row);
  return static_cast<std::uint8_t>(bits);
}

unsigned languages_of(const Row& row) {
  const std::string& language = row["language"];
  if (language == "fr") return knowledge::format::kFrench;
  if (language == "en") return knowledge::format::kEnglish;
  if (language != "both") fail(row.where() + ": language must be fr, en or both");
  return knowledge::format::kFrench | knowledge::format::kEnglish;
}

std::uint16_t flags_of(const Row& row, const std::string& phrase) {
  unsigned flags = languages_of(row);
  if (text::is_upper(text::decode_at(phrase, 0).value)) flags |= knowledge::format::kCapital;
  if (phrase != row["phrase"]) flags |= knowledge::format::kAccents;
  return static_cast<std::uint16_t>(flags);
}

// Without the sign that it needs its accents.
std::string phrase_of(const Row& row) {
  const std::string& cell = row["phrase"];
  return cell.substr(cell.empty() || cell.front() != '=' ? 0 : 1);
}

// The words of each phrase folded, one space between.
std::string folded_list(const Row& row) {
  std::string out;
  for (const std::string& phrase : row.list("unless")) {
    std::string words;
    for (const std::string& word : words_of(phrase)) words += (words.empty() ? "" : " ") + word;
    out += (out.empty() ? "" : "|") + words;
  }
  return out;
}

bool makes_finding_or_figure(unsigned use) {
  return use <= static_cast<unsigned>(SensitiveUse::Figure);
}

}  // namespace

void read_sensitive(const std::string& folder, Lexemes& lexemes, PhraseTables& tables) {
  read_rows(folder + "/sensitive.tsv", [&](const Row& row) {
    const unsigned use = index_in(uses, row["use"], row);
    const auto at = static_cast<std::uint32_t>(tables.sensitive_rows.size());
    const std::string phrase = phrase_of(row);
    tables.sensitive_rows.push_back({kinds_of(row), static_cast<std::uint8_t>(use), flags_of(row, phrase),
                                     tables.strings.add(folded_list(row))});
    for (const std::string& form : inflected(phrase)) {
      const PhraseTables::Words words = words_of(form);
      if (words.empty()) fail(row.where() + ": a phrase without a word");
      std::vector<std::uint32_t>& known = tables.sensitive[words];
      if (known.empty() || known.back() != at) known.push_back(at);
      if (makes_finding_or_figure(use)) lexemes[words.front()].sensitive = true;
    }
  });
}

}  // namespace paravent::data
