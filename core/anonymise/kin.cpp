#include "anonymise/kin.hpp"

#include <array>
#include <span>
#include <vector>

namespace paravent::anonymise {
namespace {

// How each sex is written, and what is said later on, where "la femme" would be any woman.
struct Kin {
  std::string_view masculine;  // folded, words joined by a blank
  std::string_view feminine;
  knowledge::Role role;
};

constexpr Kin kin(std::string_view masculine, std::string_view feminine, std::string_view he,
                  std::string_view she) {
  return {masculine, feminine, {he, she, "", he == she, ""}};
}

constexpr auto all_kin = std::to_array<Kin>({
    kin("mari", "femme", "mari", "épouse"),
    kin("ex mari", "ex femme", "ex-mari", "ex-épouse"),
    kin("epoux", "epouse", "époux", "épouse"),
    kin("conjoint", "conjointe", "conjoint", "conjointe"),
    kin("compagnon", "compagne", "compagnon", "compagne"),
    kin("fiance", "fiancee", "fiancé", "fiancée"),
    kin("copain", "copine", "copain", "copine"),
    kin("petit copain", "petite copine", "petit copain", "petite copine"),
    kin("petit ami", "petite amie", "petit ami", "petite amie"),
    kin("ex", "ex", "ex", "ex"),
    kin("fils", "fille", "fils", "fille"),
    kin("petit fils", "petite fille", "petit-fils", "petite-fille"),
    kin("beau fils", "belle fille", "beau-fils", "belle-fille"),
    kin("gendre", "bru", "gendre", "bru"),
    kin("aine", "ainee", "aîné", "aînée"),
    kin("cadet", "cadette", "cadet", "cadette"),
    kin("benjamin", "benjamine", "benjamin", "benjamine"),
    kin("fils aine", "fille ainee", "fils aîné", "fille aînée"),
    kin("fils cadet", "fille cadette", "fils cadet", "fille cadette"),
    kin("frere", "soeur", "frère", "sœur"),
    kin("petit frere", "petite soeur", "petit frère", "petite sœur"),
    kin("grand frere", "grande soeur", "grand frère", "grande sœur"),
    kin("frere aine", "soeur ainee", "frère aîné", "sœur aînée"),
    kin("frere cadet", "soeur cadette", "frère cadet", "sœur cadette"),
    kin("frere jumeau", "soeur jumelle", "frère jumeau", "sœur jumelle"),
    kin("demi frere", "demi soeur", "demi-frère", "demi-sœur"),
    kin("beau frere", "belle soeur", "beau-frère", "belle-sœur"),
    kin("jumeau", "jumelle", "jumeau", "jumelle"),
    kin("pere", "mere", "père", "mère"),
    kin("papa", "maman", "père", "mère"),
    kin("beau pere", "belle mere", "beau-père", "belle-mère"),
    kin("grand pere", "grand mere", "grand-père", "grand-mère"),
    kin("papi", "mamie", "grand-père", "grand-mère"),
    kin("papy", "mamy", "grand-père", "grand-mère"),
    kin("oncle", "tante", "oncle", "tante"),
    kin("cousin", "cousine", "cousin", "cousine"),
    kin("neveu", "niece", "neveu", "nièce"),
    kin("parrain", "marraine", "parrain", "marraine"),
    kin("filleul", "filleule", "filleul", "filleule"),
    kin("ami", "amie", "ami", "amie"),
    kin("voisin", "voisine", "voisin", "voisine"),
    kin("colocataire", "colocataire", "colocataire", "colocataire"),
});

constexpr std::size_t most_words = 2;

std::optional<RoleMention> mention(std::span<const Word> words) {
  std::string written;
  for (const Word& word : words) written += (written.empty() ? "" : " ") + word.folded;
  for (const Kin& row : all_kin) {
    const bool masculine = written == row.masculine;
    const bool feminine = written == row.feminine;
    if (!masculine && !feminine) continue;
    RoleMention out{row.role, words.front().begin, words.back().end, feminine && !masculine,
                    masculine && !feminine};
    out.kin = true;
    return out;
  }
  return std::nullopt;
}

}  // namespace

std::optional<RoleMention> kin_at(std::string_view text, std::size_t at) {
  const std::vector<Word> words = words_from(text, at, most_words);
  for (std::size_t count = words.size(); count > 0; --count) {
    if (const auto found = mention(std::span(words).first(count))) return found;
  }
  return std::nullopt;
}

std::optional<RoleMention> kin_ending_at(std::string_view text, std::size_t end) {
  const std::vector<Word> words = words_back(text, end, most_words, 0);
  for (std::size_t count = words.size(); count > 0; --count) {
    if (const auto found = mention(std::span(words).last(count))) return found;
  }
  return std::nullopt;
}

}  // namespace paravent::anonymise
