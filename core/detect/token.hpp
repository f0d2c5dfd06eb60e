// The words of a note, as the tagger reads them. Punctuation is no token: it is kept as the gap before a
// word.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "detect/cue_words.hpp"
#include "detect/form_table.hpp"
#include "knowledge/lexicon.hpp"
#include "text/offsets.hpp"

namespace paravent::detect {

enum class Shape : std::uint8_t {
  Lower,    // claire
  Capital,  // Claire
  AllCaps,  // CLAIRE, RH
  Initial,  // C (one capital)
  Mixed,    // LinkedIn, eBay, pierre_count
  Digits,   // 12, 3e, N1
};

// A set of enumerators that are bit numbers.
template <class Enum>
class Bits {
 public:
  constexpr Bits() = default;
  template <class... More>
  constexpr explicit Bits(Enum first, More... more) {
    add(first);
    (add(more), ...);
  }
  constexpr void add(Enum bit) { value_ |= 1U << static_cast<unsigned>(bit); }
  constexpr void add(Bits other) { value_ |= other.value_; }
  constexpr void remove(Enum bit) { value_ &= ~(1U << static_cast<unsigned>(bit)); }
  constexpr bool has(Enum bit) const { return (value_ >> static_cast<unsigned>(bit)) & 1U; }
  constexpr bool has_any(Bits other) const { return (value_ & other.value_) != 0; }
  constexpr bool only(Bits other) const { return (value_ & ~other.value_) == 0; }
  constexpr bool empty() const { return value_ == 0; }
  constexpr std::uint32_t bits() const { return value_; }
  constexpr bool operator==(const Bits&) const = default;

 private:
  std::uint32_t value_ = 0;
};

// What stands between a word and the one before it.
enum class Gap : std::uint8_t {
  Space,
  LineBreak,
  BlockStart,
  Comma,
  Stop,  // . ! ? … as the end of a sentence
  Dot,   // the dot of an abbreviation or initial, or one without a space behind
  Colon,
  Semicolon,
  Dash,    // – — or a hyphen between spaces
  Hyphen,  // joins the two words
  Apostrophe,
  Slash,
  Ampersand,
  Plus,
  Open,   // ( [
  Close,  // ) ]
  Quote,  // « » " “ ”
  Pipe,   // a cell or the alias of a wikilink
  Emphasis,
  Underscore,
  Camel,  // nothing that is seen; the case changes
  Hash,
  At,
  Other,
};
using Gaps = Bits<Gap>;

// Where a word stands in the note.
enum class Where : std::uint8_t {
  SentenceStart,
  LineStart,
  ItemStart,  // first word of a list item, cell, heading, callout
  Heading,
  ListItem,
  Cell,
  Code,
  FrontMatterKey,
  FrontMatterValue,
  Wikilink,
  Tag,
  Link,
  Emphasis,
  Quoted,          // > …
  NoNames,         // the region's rule says that no name is looked for
  Identifier,      // part of a structured identifier
  Alias,           // part of a reserved alias form
  FileName,        // of the note's own name, before its text
  Neutral,         // stands for a noun that no table knows, whatever its form
  Reference,       // part of the name of an author in a reference: "Rooke, D." (mark_references)
  ReferenceStart,  // first word of one
};
using Places = Bits<Where>;

// Which known phrase a word is part of (knowledge::longest_phrase).
enum class Known : std::uint8_t {
  Company,
  WordCompany,  // its name is also a common word
  SmallPlace,   // < 5 000 inhabitants
  Place,
  City,  // ≥ 50 000
  Country,
  Method,
  AiTool,
  Role,
  Institution,  // CHU, lycée: a part of the name it opens
  CompanyHead,  // cabinet, agence: a part of the name only with a capital
  FixedPhrase,
  Author,           // a full name
  AuthorPart,       // a surname alone
  AmbiguousAuthor,  // that surname is a word, a given name or a frequent surname too
  Several,          // the phrase has two or more words
  First,            // first word of its phrase
  Last,             // last word of it
};
using Knowns = Bits<Known>;

// What the label of its line, column or front matter key says that a word is.
enum class LineLabel : std::uint8_t { None, Person, Org, Loc, Project, Other };

// Of the words of its block; Unknown where they are too few to tell.
enum class Tongue : std::uint8_t { Unknown, French, English };

struct Token {
  const Form* form = &no_form;  // empty for a run of letters too long to be a word
  WordCues cues;                // of the form as it is written here
  std::uint32_t begin = 0;      // bytes of the text
  std::uint32_t end = 0;
  Gaps gap;
  Places where;
  Knowns known;
  Shape shape = Shape::Lower;
  LineLabel label = LineLabel::None;
  Tongue tongue = Tongue::Unknown;

  // What the tables know of it; nothing of digits.
  const knowledge::Lexeme& lexeme() const {
    static constexpr knowledge::Lexeme unknown;
    static constexpr knowledge::Lexeme noun = [] {
      knowledge::Lexeme out;
      out.noun = true;
      return out;
    }();
    if (where.has(Where::Neutral)) return noun;
    return shape == Shape::Digits ? unknown : form->lexeme;
  }
  std::size_t form_size() const { return form->text.size(); }

  bool has_capital() const {
    return shape == Shape::Capital || shape == Shape::AllCaps || shape == Shape::Initial ||
           shape == Shape::Mixed;
  }
  // A French word that is not only a verb form: what the bands of reference/lexicon.md §4 are crossed with.
  bool is_common_word() const { return lexeme().noun || lexeme().adjective || lexeme().other; }
  text::ByteRange range() const { return text::range(begin, end); }
};

// A set of first letters of folded words, a bit each; letters that are not of the alphabet share bits.
using FirstLetters = std::uint32_t;
inline FirstLetters first_letter(std::string_view form) {
  return form.empty() ? 0 : FirstLetters{1} << (static_cast<unsigned char>(form.front()) % 32U);
}

// May it be somebody's initials, alone or with its neighbours?
inline bool may_be_initials(const Token& token) {
  return token.shape == Shape::Initial || (token.shape == Shape::AllCaps && token.form_size() <= 4);
}

// The words of a text: of some blocks of a note, or of a name.
struct Tokens {
  std::string_view text;
  std::vector<Token> all;

  std::string_view form(const Token& token) const { return token.form->text; }
  std::string_view form(std::size_t at) const { return form(all[at]); }
  std::string_view surface(const Token& token) const {
    return text.substr(token.begin, token.end - token.begin);
  }
  std::size_t size() const { return all.size(); }
};

// Gaps that a name may span: "Claire Dupont", "Jean-Marc", "O’Neil", "C. Dupont".
inline constexpr Gaps name_joints{Gap::Space, Gap::Hyphen,     Gap::Apostrophe,
                                  Gap::Dot,   Gap::Underscore, Gap::Camel};

inline bool is_joined(const Token& token) {
  return !token.gap.empty() && token.gap.only(name_joints);
}
// Nothing in front of it is looked at: what a block says depends on the block alone.
inline bool starts_block(const Token& token) {
  return token.gap.has(Gap::BlockStart);
}
// The first word of a line, an item or a cell.
inline bool opens_line(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens.all[at];
  return starts_block(token) || token.where.has_any(Places{Where::LineStart, Where::ItemStart});
}
// "C." and not "C"
inline bool is_dotted(const Tokens& tokens, const Token& letter) {
  return letter.end < tokens.text.size() && tokens.text[letter.end] == '.';
}

// No end of sentence, line or block before this word.
bool continues_sentence(const Token& token);

}  // namespace paravent::detect
