// The layout of the compiled tables, shared by the compiler (data/compiler) that writes them and the library
// that reads them in place. Little-endian; every section is aligned to 8 bytes; offsets count from the start
// of the file.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "knowledge/lexicon.hpp"

namespace paravent::knowledge::format {

static_assert(std::endian::native == std::endian::little, "the compiled tables are little-endian");

inline constexpr std::uint64_t kMagic = 0x3430574f4e4b5650;  // "PVKNOW04"
inline constexpr std::uint32_t kNone = 0xffffffff;

struct Section {
  std::uint32_t offset = 0;  // bytes
  std::uint32_t count = 0;   // items
};

// A static hash by displacement: a key's hash picks a bucket, the bucket's pilot picks the slot; no two keys
// share one.
struct Slots {
  std::uint32_t slots = 0;
  std::uint32_t buckets = 0;
  Section pilots;  // uint16 a bucket
};

// One word → its lexeme: a fingerprint tells strangers (all but one in 65 536), then an index of distinct
// payloads.
struct Words {
  Slots hash;
  Section fingerprints;  // uint16 a slot, 0 where empty
  Section indices;       // uint16 a slot
  Section payloads;      // uint32, see pack()
};

// A key → one or more values of 31 bits; 32 further bits of the hash tell strangers.
struct Lists {
  Slots hash;
  Section checks;   // uint32 a slot
  Section entries;  // uint32 a slot: the only value, or with kSeveral the index of the first one; kNone where
                    // empty
  Section values;   // uint32: those of keys that have several; kLast is set on a key's last one
};
inline constexpr std::uint32_t kSeveral = 0x80000000;
inline constexpr std::uint32_t kLast = 0x80000000;

// Values of the phrase list: kind and row of that kind's table.
inline constexpr unsigned kKindShift = 27;
inline constexpr std::uint32_t kRowMask = (1u << kKindShift) - 1;

// Strings are offsets into one pool: a byte that tells how many follow, then these.
using StringOffset = std::uint32_t;

// Forty-eight thousand of them: 8 bytes each.
struct PlaceRow {
  std::uint32_t name_and_region;         // 23 bits of StringOffset, 9 bits of index into File::regions
  std::uint32_t population_and_country;  // 31 bits, and the country flag on top
};
inline constexpr unsigned kRegionShift = 23;
inline constexpr std::uint32_t kCountry = 0x80000000;
struct CompanyRow {
  StringOffset name, sector;
  std::uint32_t size;  // the letter
  std::uint32_t word;  // 0 or 1
};
struct AuthorRow {
  StringOffset name;
  std::uint16_t part, ambiguous;
};
struct RoleRow {
  StringOffset masculine, feminine, plural, english;
  std::uint32_t epicene;
};
struct MethodRow {
  StringOffset name, kind;
};
struct InstitutionRow {
  StringOffset head, general_fr, general_en, kind;
  std::uint32_t feminine;
};
struct FixedPhraseRow {
  StringOffset phrase, kind;
};
struct SensitiveRow {
  std::uint8_t kinds;  // SensitiveKinds
  std::uint8_t use;    // SensitiveUse
  std::uint16_t flags;
  StringOffset unless;
};
inline constexpr std::uint16_t kFrench = 1, kEnglish = 2, kCapital = 4, kAccents = 8;
struct SectorRow {
  StringOffset large_fr, any_fr, large_en, any_en;
};

struct ReadableFactRow {
  std::uint32_t kind;  // knowledge::FactKind
  StringOffset key;
  std::uint32_t per_million;
};
struct ShareRow {
  std::uint32_t value, in_place;
  StringOffset home;
};

struct FictitiousSurnameRow {
  StringOffset name, origin;
};
struct FictitiousGivenRow {
  StringOffset name, origin;
  std::uint32_t sex;  // knowledge::Sex
};
struct NameOriginRow {
  StringOffset letters, origin;
  std::uint16_t part, end;  // knowledge::NamePart, knowledge::NameEnd
};

struct File {
  std::uint64_t magic = kMagic;
  std::uint32_t size = 0;                   // bytes of all
  std::uint32_t longest_phrase = 0;         // words
  std::uint32_t longest_readable_fact = 0;  // words
  std::uint32_t longest_sensitive = 0;      // words
  Words words;
  Lists phrases;         // words of a phrase → kind and row
  Lists diminutives;     // → StringOffset of a given name
  Lists sectors;         // key → row
  Lists readable_facts;  // words → row
  Lists shares;          // kind and key → row
  Lists sensitive;       // words of a phrase → rows
  Section regions;       // StringOffset
  Section places, companies, authors, roles, methods, institutions, fixed_phrases, sector_rows,
      readable_fact_rows, share_rows, sensitive_rows, fictitious_surnames, fictitious_given_names,
      name_origins;
  Section strings;  // bytes
};

inline std::uint64_t mix(std::uint64_t x) {
  x ^= x >> 32;
  x *= 0xd6e8feb86659fd93;
  x ^= x >> 32;
  x *= 0xd6e8feb86659fd93;
  return x ^ (x >> 32);
}

inline std::uint64_t hash_word(std::string_view word) {
  std::uint64_t hash = 0x9e3779b97f4a7c15 ^ word.size();
  while (word.size() >= 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, word.data(), 8);
    hash = mix(hash ^ eight);
    word.remove_prefix(8);
  }
  std::uint64_t rest = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    rest |= static_cast<std::uint64_t>(static_cast<unsigned char>(word[i])) << (8 * i);
  }
  return mix(hash ^ rest ^ 0x517cc1b727220a95);
}

// The hash of a phrase is that of its words, one after the other.
inline std::uint64_t append_word(std::uint64_t phrase, std::uint64_t word) {
  return mix(phrase * 31 + word);
}

inline std::uint32_t scale(std::uint64_t hash, std::uint32_t size) {
  return static_cast<std::uint32_t>(((hash >> 32) * size) >> 32);
}
inline std::uint32_t bucket_of(std::uint64_t hash, std::uint32_t buckets) {
  return scale(mix(hash + 1), buckets);
}
inline std::uint32_t slot_of(std::uint64_t hash, std::uint16_t pilot, std::uint32_t slots) {
  return scale(mix(hash ^ (pilot + std::uint64_t{1}) * 0x9e3779b97f4a7c15), slots);
}
inline std::uint16_t fingerprint(std::uint64_t hash) {
  const auto low = static_cast<std::uint16_t>(hash);
  return low == 0 ? std::uint16_t{1} : low;
}
inline std::uint32_t check_bits(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash);
}

// A lexeme as 29 bits, one to each flag and a few to each number.
inline std::uint32_t pack(const Lexeme& lexeme) {
  std::uint32_t bits = lexeme.given;
  bits |= static_cast<std::uint32_t>(lexeme.surname) << 4;
  bits |= static_cast<std::uint32_t>(lexeme.place) << 7;
  bits |= static_cast<std::uint32_t>(lexeme.frequency) << 10;
  bits |= static_cast<std::uint32_t>(lexeme.sex) << 13;
  unsigned shift = 15;
  for (const bool flag :
       {lexeme.noun, lexeme.adjective, lexeme.verb, lexeme.other, lexeme.feminine, lexeme.masculine,
        lexeme.plural, lexeme.starts_phrase, lexeme.demonym, lexeme.acronym, lexeme.sensitive,
        lexeme.fictitious_given, lexeme.fictitious_surname}) {
    bits |= static_cast<std::uint32_t>(flag) << shift++;
  }
  bits |= static_cast<std::uint32_t>(lexeme.english) << shift;
  return bits;
}

inline Lexeme unpack(std::uint32_t bits) {
  const auto flag = [bits](unsigned shift) { return ((bits >> shift) & 1u) != 0; };
  Lexeme lexeme;
  lexeme.given = static_cast<std::uint8_t>(bits & 15u);
  lexeme.surname = static_cast<std::uint8_t>((bits >> 4) & 7u);
  lexeme.place = static_cast<std::uint8_t>((bits >> 7) & 7u);
  lexeme.frequency = static_cast<std::uint8_t>((bits >> 10) & 7u);
  lexeme.sex = static_cast<Sex>((bits >> 13) & 3u);
  lexeme.noun = flag(15);
  lexeme.adjective = flag(16);
  lexeme.verb = flag(17);
  lexeme.other = flag(18);
  lexeme.feminine = flag(19);
  lexeme.masculine = flag(20);
  lexeme.plural = flag(21);
  lexeme.starts_phrase = flag(22);
  lexeme.demonym = flag(23);
  lexeme.acronym = flag(24);
  lexeme.sensitive = flag(25);
  lexeme.fictitious_given = flag(26);
  lexeme.fictitious_surname = flag(27);
  lexeme.english = static_cast<std::uint8_t>((bits >> 28) & 3u);
  return lexeme;
}

}  // namespace paravent::knowledge::format
