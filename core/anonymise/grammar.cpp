#include "anonymise/grammar.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

// Words whose h keeps le, de, que whole, by their first letters, folded; and others that look like a vowel
// but bar elision.
constexpr auto no_elision = std::to_array<std::string_view>(
    {"hach",   "hack", "haie",   "hain",   "hall",  "halt",  "hamac",  "hamb",  "hameau",   "hamster",
     "hanche", "hand", "hangar", "hara",   "hard",  "hare",  "hari",   "harp",  "hasard",   "hat",
     "hauss",  "haut", "havr",   "heros",  "herse", "hetr",  "heurt",  "hibou", "hierarch", "hippie",
     "hobb",   "hock", "holl",   "homard", "hong",  "hont",  "hors",   "hotte", "houl",     "huit",
     "hurl",   "huss", "onz",    "oui",    "uhlan", "yacht", "yaourt", "yoga"});
// … and those among them that are mute all the same.
constexpr auto mute = std::to_array<std::string_view>({"haltere", "halterophile"});

bool starts_with_any(std::string_view word, std::span<const std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [word](std::string_view start) { return word.starts_with(start); });
}

std::string first_word_folded(std::string_view phrase) {
  std::size_t at = 0;
  while (at < phrase.size()) {
    const text::Codepoint c = text::decode_at(phrase, at);
    if (!text::is_word(c.value)) break;
    at += c.size;
  }
  return text::fold(phrase.substr(0, at));
}

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

std::string_view french_article(Article article, const NounPhrase& noun) {
  switch (article) {
    case Article::None:
      return "";
    case Article::Indefinite:
      return noun.feminine ? "une " : "un ";
    case Article::Definite:
      if (takes_elision(noun.words)) return "l’";
      return noun.feminine ? "la " : "le ";
    case Article::Demonstrative:
      if (noun.feminine) return "cette ";
      return takes_elision(noun.words) ? "cet " : "ce ";
  }
  return "";
}

// Whether letters said one by one start with a vowel: "an HR director", "an MP", "a UX designer".
bool letters_start_with_vowel(std::string_view word) {
  return std::string_view("AEFHILMNORSX").find(word.front()) != std::string_view::npos;
}

// Capitals alone, of a few letters.
bool is_spelled_out(std::string_view word) {
  constexpr std::size_t most_letters = 4;
  return word.size() > 1 && word.size() <= most_letters &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "an hour", "a university", "a one-off".
bool starts_with_vowel_sound(std::string_view phrase) {
  constexpr std::array<std::string_view, 8> consonants{"uni", "use", "usa", "usu",
                                                       "uti", "eu",  "one", "once"};
  constexpr std::array<std::string_view, 4> silent{"hour", "honest", "honor", "heir"};
  const std::string_view written = phrase.substr(0, phrase.find_first_of(" -"));
  if (is_spelled_out(written)) return letters_start_with_vowel(written);
  const std::string word = first_word_folded(phrase);
  if (word.empty()) return false;
  if (!is_vowel(word.front())) return starts_with_any(word, silent);
  return word.starts_with("unin") || word.starts_with("unim") || !starts_with_any(word, consonants);
}

std::string_view english_article(Article article, const NounPhrase& noun) {
  switch (article) {
    case Article::None:
      return "";
    case Article::Indefinite:
      return starts_with_vowel_sound(noun.words) ? "an " : "a ";
    case Article::Definite:
      return "the ";
    case Article::Demonstrative:
      return "that ";
  }
  return "";
}

bool elidable(std::string_view lead) {
  constexpr std::array<std::string_view, 7> words{"de",      "que",     "jusque", "lorsque",
                                                  "puisque", "quoique", "presque"};
  return std::find(words.begin(), words.end(), lead) != words.end();
}

}  // namespace

NounPhrase noun_phrase(std::string_view with_indefinite_article, text::Language language) {
  constexpr std::array<std::string_view, 4> articles{"un ", "une ", "a ", "an "};
  NounPhrase out{std::string(with_indefinite_article), false, language};
  for (const std::string_view article : articles) {
    if (with_indefinite_article.substr(0, article.size()) != article) continue;
    out.words = with_indefinite_article.substr(article.size());
    out.feminine = article == "une ";
  }
  return out;
}

NounPhrase other(const NounPhrase& noun) {
  NounPhrase out = noun;
  out.words = (noun.language == text::Language::English ? "other " : "autre ") + noun.words;
  return out;
}

bool takes_elision(std::string_view word) {
  const std::string folded = first_word_folded(word);
  if (folded.empty()) return false;
  const char first = folded.front();
  if (!is_vowel(first) && first != 'h' && first != 'y') return false;
  if (starts_with_any(folded, no_elision) && !starts_with_any(folded, mute)) return false;
  return first != 'y' || (folded.size() > 1 && !is_vowel(folded[1]));
}

std::string with_article(Article article, const NounPhrase& noun) {
  const bool english = noun.language == text::Language::English;
  // "another large group" is one word.
  if (english && article == Article::Indefinite && noun.words.starts_with("other ")) return "an" + noun.words;
  return std::string(english ? english_article(article, noun) : french_article(article, noun)) + noun.words;
}

std::string behind(std::string_view lead, Article article, const NounPhrase& noun) {
  std::string phrase = with_article(article, noun);
  if (lead.empty()) return phrase;
  if (noun.language == text::Language::French) {
    const bool contracts = article == Article::Definite && !noun.feminine && !takes_elision(noun.words);
    if (contracts && lead == "de") return "du " + noun.words;
    if (contracts && lead == "à") return "au " + noun.words;
    // The article itself starts with a consonant, but for un and une.
    if (elidable(lead) && takes_elision(phrase)) {
      return std::string(lead.substr(0, lead.size() - 1)) + "’" + phrase;
    }
  }
  return std::string(lead) + " " + phrase;
}

bool is_agent(const NounPhrase& noun) {
  std::string_view head = noun.words;
  for (const std::string_view adjective : {"autre ", "grand ", "grande ", "petit ", "petite ", "gros "}) {
    if (head.substr(0, adjective.size()) == adjective) head.remove_prefix(adjective.size());
  }
  const std::string word = first_word_folded(head);
  const auto ends = [&word](std::string_view tail) {
    return word.size() > tail.size() && word.compare(word.size() - tail.size(), tail.size(), tail) == 0;
  };
  if (word == "atelier" || word == "chantier" || word == "secteur") return false;
  return ends("eur") || ends("ier") || ends("iste");
}

std::string capitalised(std::string_view phrase) {
  const text::Codepoint first = text::decode_at(phrase, 0);
  if (first.size == 0) return {};
  std::string out;
  text::append_utf8(out, text::to_upper(first.value));
  out += phrase.substr(first.size);
  return out;
}

bool starts_with_capital(std::string_view phrase) {
  return text::is_upper(text::decode_at(phrase, 0).value);
}

}  // namespace paravent::anonymise
