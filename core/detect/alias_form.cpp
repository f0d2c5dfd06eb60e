#include "detect/alias_form.hpp"

#include <algorithm>
#include <array>

#include "detect/fictitious_form.hpp"
#include "text/unicode.hpp"

namespace paravent::detect {
namespace {

using policy::Category;

constexpr AliasNoun person{{"Personne", "Person"}, true, false};
constexpr AliasNoun company{{"Entreprise", "Company"}, true, true};
constexpr AliasNoun place{{"Lieu", "Place"}, false, false};
constexpr AliasNoun project{{"Projet", "Project"}, false, false};
constexpr AliasNoun address{{"Adresse", "Address"}, true, true};
constexpr AliasNoun email{{"Courriel", "Email"}, false, false};
constexpr AliasNoun phone{{"Téléphone", "Phone"}, false, false};
constexpr AliasNoun link{{"Lien", "Link"}, false, false};
constexpr AliasNoun date{{"Date", "Date"}, true, false};
constexpr AliasNoun age{{"Âge", "Age"}, false, true};
constexpr AliasNoun number{{"Numéro", "Number"}, false, false};

constexpr std::array all_nouns{person, company, place, project, address, email,
                               phone,  link,    date,  age,     number};

constexpr std::size_t letter_count = 26;
constexpr std::size_t pair_count = letter_count * letter_count;

char letter(std::size_t index) {
  return static_cast<char>('A' + index);
}

bool is_ascii_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_ascii_letter(char c) {
  return is_ascii_capital(c) || (c >= 'a' && c <= 'z');
}
bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

// Bytes of the separator between noun and letters: space, no-break spaces, "-", "_"; 0 when there is none.
std::size_t separator_at(std::string_view text, std::size_t at) {
  for (const std::string_view separator : {" ", "-", "_", "\u00A0", "\u202F"}) {
    if (text.substr(at, separator.size()) == separator) return separator.size();
  }
  return 0;
}

// Bytes of "A", "AB" or "AB2" at `at`, with no word character behind; 0 when there is none.
std::size_t letters_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < 2 && is_ascii_capital(text[end])) ++end;
  if (end == at) return 0;
  if (end - at == 2) {
    const std::size_t digits = end;
    while (end < text.size() && end - digits < 6 && is_ascii_digit(text[end])) ++end;
  }
  const text::Codepoint next = text::decode_at(text, end);
  if (next.size != 0 && text::is_word(next.value)) return 0;
  return end - at;
}

std::size_t alias_with_noun(std::string_view text, std::size_t at, std::string_view noun) {
  if (text[at] != noun.front() || text.substr(at, noun.size()) != noun) return 0;
  const std::size_t separator = separator_at(text, at + noun.size());
  if (separator == 0) return 0;
  const std::size_t letters = letters_at(text, at + noun.size() + separator);
  return letters == 0 ? 0 : noun.size() + separator + letters;
}

constexpr std::uint32_t low_bits(char c) {
  return 1U << (static_cast<unsigned char>(c) % 32U);
}

// By the first byte of an alias noun, the low five bits of the second.
constexpr std::array<std::uint32_t, 256> second_bytes = [] {
  std::array<std::uint32_t, 256> out{};
  for (const AliasNoun& alias : all_nouns) {
    for (const std::string_view noun : {alias.noun.fr, alias.noun.en}) {
      out[static_cast<unsigned char>(noun[0])] |= low_bits(noun[1]);
    }
  }
  return out;
}();

// Spares the table of nouns at almost every place of a note.
bool may_start_noun(std::string_view text, std::size_t at) {
  const std::uint32_t seconds = second_bytes[static_cast<unsigned char>(text[at])];
  return seconds != 0 && at + 1 < text.size() && (seconds & low_bits(text[at + 1])) != 0;
}

std::size_t with_any_noun(std::string_view text, std::size_t at) {
  std::size_t longest = 0;
  if (!may_start_noun(text, at)) return longest;
  for (const AliasNoun& noun : all_nouns) {
    longest =
        std::max({longest, alias_with_noun(text, at, noun.noun.fr), alias_with_noun(text, at, noun.noun.en)});
  }
  return longest;
}

// Whether a word may start or go on with this byte; what stands in front of it is_alias_at() sees.
bool is_byte_of_word(char c) {
  return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

AliasNoun alias_noun(Category category) {
  switch (category) {
    case Category::Person:
      return person;
    case Category::Org:
      return company;
    case Category::Loc:
      return place;
    case Category::Project:
      return project;
    case Category::Address:
      return address;
    case Category::Email:
      return email;
    case Category::Phone:
      return phone;
    case Category::Url:
    case Category::Ip:
      return link;
    case Category::Birthdate:
    case Category::Date:
      return date;
    case Category::Age:
      return age;
    case Category::Nir:
    case Category::Iban:
    case Category::Card:
    case Category::Siren:
    case Category::Plate:
    case Category::Id:
      return number;
    case Category::Sensitive:
    case Category::Public:
      break;
  }
  return {};
}

std::string alias_letters(std::size_t index) {
  if (index < letter_count) return std::string(1, letter(index));
  const std::size_t round = (index - letter_count) / pair_count;
  const std::size_t pair = (index - letter_count) % pair_count;
  std::string out{letter(pair / letter_count), letter(pair % letter_count)};
  if (round > 0) out += std::to_string(round + 1);
  return out;
}

std::string alias_of(Category category, std::size_t index, text::Language language) {
  const std::string_view noun = alias_noun(category).noun.in(language);
  if (noun.empty()) return {};
  return std::string(noun) + " " + alias_letters(index);
}

bool may_be_alias_at(std::string_view text, std::size_t at, const knowledge::Lexeme& word) {
  return word.fictitious_given || word.fictitious_surname || (at < text.size() && may_start_noun(text, at));
}

bool is_alias_at(std::string_view text, std::size_t at, std::size_t* length) {
  if (at >= text.size()) return false;
  const text::Codepoint before = text::decode_before(text, at);
  if (before.size != 0 && text::is_word(before.value)) return false;
  const std::size_t longest = std::max(with_any_noun(text, at), fictitious_form_at(text, at));
  if (longest == 0) return false;
  if (length != nullptr) *length = longest;
  return true;
}

AliasForm next_alias(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size();) {
    if (!is_byte_of_word(text[at])) {
      ++at;
      continue;
    }
    std::size_t size = 0;
    if (is_alias_at(text, at, &size)) return {at, size};
    const text::Codepoint first = text::decode_at(text, at);
    at += first.size;
    // Marks and blanks of more than one byte end where they do; of a word, the rest starts none.
    if (!text::is_word(first.value)) continue;
    while (at < text.size() && is_ascii_letter(text[at])) ++at;
  }
  return {text.size(), 0};
}

}  // namespace paravent::detect
