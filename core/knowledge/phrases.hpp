// Known things that have a name: places, companies, public authors, methods, roles … of one or more words.
// The tables' rows live in data/tables/*.tsv.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "knowledge/lexicon.hpp"

namespace paravent::knowledge {

enum class PhraseKind : std::uint8_t {
  Place,        // Fontenay-le-Comte, La Réunion
  Company,      // LVMH, Brioche Pasquier
  Author,       // Carl Rogers; Rogers alone is a row of its own with `part` set
  Method,       // Process Com, GROW, MBTI
  AiTool,       // ChatGPT, Mistral (the product)
  Role,         // DRH, directrice commerciale
  Institution,  // heads of names: CHU, lycée, mairie, conseil départemental
  FixedPhrase,  // words that look like a name and are none: Bonne Année, Teams, PowerPoint, Noël
};

struct Place {
  std::string_view name;
  std::uint32_t population = 0;  // inhabitants; 0 unknown
  std::string_view region;       // French region, or country code
  bool country = false;          // countries and continents are not personal data
};

struct Company {
  std::string_view name;
  std::string_view sector;  // key of a row of sectors.tsv ("luxe")
  char size = '?';          // L large, M medium, S small, ? unknown
  bool word = false;        // its name is also a common word (Orange, Free)
};

struct Sector {
  std::string_view large_fr, any_fr;  // "un grand groupe de luxe", "une maison de luxe"
  std::string_view large_en, any_en;
};

struct Author {
  std::string_view name;       // canonical full name
  bool part = false;           // only the surname was matched
  bool word_or_given = false;  // the surname is also a common word or a frequent name (Moral, Berne, Martin)
};

struct Role {
  std::string_view masculine, feminine,
      plural;                // "directeur commercial", "directrice commerciale", "directeurs commerciaux"
  bool epicene = false;      // both forms are the same: "un/une DRH"
  std::string_view english;  // "HR director"
};

struct Method {
  std::string_view name;  // canonical: "Process Com"
  std::string_view kind;  // method, test, ai, software, product or framework
};

struct Institution {
  std::string_view head;  // "CHU", "lycée"
  bool feminine = false;
  std::string_view general_fr, general_en;  // what may stand for it: "un hôpital", "a hospital"
  std::string_view kind;
};

struct Phrase {
  PhraseKind kind = PhraseKind::FixedPhrase;
  std::uint16_t words = 0;  // how many tokens matched
  std::uint32_t row = 0;    // row of that kind's table
};

// The longest phrase that starts at the first of `folded` (word tokens, folded; hyphens and apostrophes split
// words, so "Fontenay-le-Comte" is three). Of two kinds for the same words, all are given: ask with `nth` 0,
// 1 … until nothing comes.
std::optional<Phrase> longest_phrase(std::span<const std::string_view> folded, std::size_t nth = 0) noexcept;

// The phrase that has these words and no others: one look-up, where longest_phrase() takes one a word.
std::optional<Phrase> whole_phrase(std::span<const std::string_view> folded, std::size_t nth = 0) noexcept;

// The row of a phrase; only for a phrase of that kind.
Place place(const Phrase& phrase) noexcept;
Company company(const Phrase& phrase) noexcept;
Author author(const Phrase& phrase) noexcept;
Role role(const Phrase& phrase) noexcept;
Method method(const Phrase& phrase) noexcept;  // Method and AiTool
Institution institution(const Phrase& phrase) noexcept;
std::string_view fixed_phrase_kind(const Phrase& phrase) noexcept;  // "software", "calendar" …
std::optional<Sector> sector(std::string_view key) noexcept;

// The given name a French or English diminutive stands for ("Béa" → "beatrice"), folded; empty when unknown.
// `nth` lists more.
std::string_view given_name_of(std::string_view folded_diminutive, std::size_t nth = 0) noexcept;

}  // namespace paravent::knowledge
