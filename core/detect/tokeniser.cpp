#include "detect/tokeniser.hpp"

#include <algorithm>
#include <array>

#include "text/unicode.hpp"

namespace paravent::detect {
namespace {

using markdown::RegionKind;

// Longer runs of letters are no words; they keep an empty form and are looked up nowhere.
constexpr std::size_t longest_word = 48;

// Words whose dot does not end a sentence.
constexpr std::array abbreviations{"m",  "mm",  "mme", "mmes", "mlle", "mlles", "dr", "drs",  "pr",
                                   "me", "st",  "ste", "mr",   "mrs",  "ms",    "cf", "ex",   "p",
                                   "pp", "av",  "bd",  "tel",  "env",  "art",   "ch", "chap", "vol",
                                   "ed", "eds", "vs",  "resp", "no",   "al"};

Places places_of(RegionKind kind) {
  Places places;
  // A link to another note bears a name as its text does; one to a web page is an identifier as a whole.
  if (!markdown::rule_of(kind).names && kind != RegionKind::LinkTarget) places.add(Where::NoNames);
  if (markdown::rule_of(kind).code_like) places.add(Where::Code);
  switch (kind) {
    case RegionKind::FrontMatterKey:
      places.add(Where::FrontMatterKey);
      break;
    case RegionKind::FrontMatterValue:
      places.add(Where::FrontMatterValue);
      break;
    case RegionKind::Heading:
      places.add(Where::Heading);
      break;
    case RegionKind::ListItem:
      places.add(Where::ListItem);
      break;
    case RegionKind::TableCell:
      places.add(Where::Cell);
      break;
    case RegionKind::WikiTarget:
    case RegionKind::WikiAlias:
      places.add(Where::Wikilink);
      break;
    case RegionKind::Tag:
      places.add(Where::Tag);
      break;
    case RegionKind::LinkTarget:
    case RegionKind::LinkText:
    case RegionKind::AutoLink:
      places.add(Where::Link);
      break;
    case RegionKind::Emphasis:
      places.add(Where::Emphasis);
      break;
    case RegionKind::Quote:
      places.add(Where::Quoted);
      break;
    default:
      break;
  }
  return places;
}

// Gives the places of offsets that only grow, from regions that nest.
class RegionCursor {
 public:
  RegionCursor(std::span<const markdown::Region> regions, std::uint32_t base)
      : regions_(regions), base_(base) {}

  Places at(std::uint32_t offset) {
    if (offset < stable_until_) return places_;
    while (!open_.empty() && open_.back().end <= offset) open_.pop_back();
    while (next_ < regions_.size() && begin_of(next_) <= offset) {
      const markdown::Region& region = regions_[next_++];
      const std::uint32_t end = base_ + region.range.end.value;
      if (end <= offset) continue;
      Places places = places_of(region.kind);
      while (!open_.empty() && open_.back().end < end) open_.pop_back();
      if (!open_.empty()) places.add(open_.back().places);
      open_.push_back({end, places});
    }
    places_ = open_.empty() ? Places() : open_.back().places;
    stable_until_ = open_.empty() ? UINT32_MAX : open_.back().end;
    if (next_ < regions_.size()) stable_until_ = std::min(stable_until_, begin_of(next_));
    return places_;
  }

 private:
  struct Open {
    std::uint32_t end;
    Places places;  // of this region and those around it
  };
  std::uint32_t begin_of(std::size_t region) const { return base_ + regions_[region].range.begin.value; }

  std::span<const markdown::Region> regions_;
  std::uint32_t base_;
  std::size_t next_ = 0;
  std::vector<Open> open_;
  Places places_;
  std::uint32_t stable_until_ = 0;
};

bool is_sentence_stop(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == U'…';
}

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == U'’' || c == U'ʼ';
}

bool is_hyphen(char32_t c) {
  return c == '-' || c == U'\u2010' || c == U'\u2011';
}

// The gap a character makes, whatever stands around it.
Gap gap_of(char32_t c) {
  switch (c) {
    case '\n':
    case '\r':
      return Gap::LineBreak;
    case ',':
      return Gap::Comma;
    case ':':
      return Gap::Colon;
    case ';':
      return Gap::Semicolon;
    case '/':
    case '\\':
      return Gap::Slash;
    case '&':
      return Gap::Ampersand;
    case '+':
      return Gap::Plus;
    case '(':
    case '[':
    case '{':
    case '<':
      return Gap::Open;
    case ')':
    case ']':
    case '}':
    case '>':
      return Gap::Close;
    case '"':
    case U'«':
    case U'»':
    case U'“':
    case U'”':
      return Gap::Quote;
    case '|':
      return Gap::Pipe;
    case '*':
    case '~':
    case '`':
      return Gap::Emphasis;
    case '_':
      return Gap::Underscore;
    case '#':
      return Gap::Hash;
    case '@':
      return Gap::At;
    case U'–':
    case U'—':
      return Gap::Dash;
    default:
      break;
  }
  return text::is_space(c) || c == '\t' ? Gap::Space : Gap::Other;
}

class Tokeniser {
 public:
  Tokeniser(FormTable& forms, Tokens& out, text::ByteRange range, std::span<const markdown::Region> regions)
      : forms_(forms), out_(out), end_(range.end.value), at_(range.begin.value), regions_(regions, at_) {
    gap_.add(Gap::BlockStart);
  }

  void run() {
    while (at_ < end_) {
      const text::Codepoint c = text::decode_at(out_.text, at_);
      if (text::is_word(c.value)) {
        word();
      } else {
        separator(c);
      }
    }
  }

 private:
  char32_t peek(std::uint32_t at) const { return at < end_ ? text::decode_at(out_.text, at).value : U' '; }

  void separator(text::Codepoint c) {
    const std::uint32_t next = at_ + c.size;
    const bool after_word = gap_.empty();
    const bool before_word = next < end_ && text::is_word(peek(next));
    if (is_sentence_stop(c.value)) {
      gap_.add(c.value == '.' && (before_word || after_short_word()) ? Gap::Dot : Gap::Stop);
    } else if (is_apostrophe(c.value)) {
      gap_.add(after_word && before_word ? Gap::Apostrophe : Gap::Quote);
    } else if (is_hyphen(c.value)) {
      // "J.-P.": a hyphen behind the dot of an initial joins too.
      gap_.add(before_word && (after_word || gap_.only(Gaps{Gap::Dot})) ? Gap::Hyphen : Gap::Dash);
    } else {
      gap_.add(gap_of(c.value));
    }
    at_ = next;
  }

  // "C." and "M.": the dot belongs to the word.
  bool after_short_word() const {
    if (!gap_.empty() || out_.all.empty()) return false;
    const Token& last = out_.all.back();
    if (last.shape == Shape::Initial) return true;
    const std::string_view form = out_.form(last);
    return form.size() <= 5 &&
           std::find(abbreviations.begin(), abbreviations.end(), form) != abbreviations.end();
  }

  void word() {
    const Places places = regions_.at(at_);
    const bool code = places.has(Where::Code);
    const bool camel = places.has(Where::Tag) || places.has(Where::Wikilink);
    const std::uint32_t begin = at_;
    Letters letters;
    char32_t previous = 0;
    while (at_ < end_) {
      const text::Codepoint c = text::decode_at(out_.text, at_);
      const bool in_word = text::is_word(c.value) || (code && c.value == '_');
      if (!in_word || (camel && text::is_lower(previous) && text::is_upper(c.value))) break;
      letters.add(c.value, c.value == '_');
      previous = c.value;
      at_ += c.size;
    }
    emit(begin, letters, places);
    if (camel && at_ < end_ && text::is_upper(peek(at_)) && text::is_lower(previous)) gap_.add(Gap::Camel);
  }

  struct Letters {
    std::uint32_t upper = 0, lower = 0, digits = 0, other = 0;
    bool first_upper = false;
    void add(char32_t c, bool underscore) {
      if (underscore) {
        ++other;
      } else if (text::is_digit(c)) {
        ++digits;
      } else if (text::is_upper(c)) {
        if (upper + lower + digits + other == 0) first_upper = true;
        ++upper;
      } else {
        ++lower;
      }
    }
    Shape shape() const {
      if (digits > 0 || other > 0) return upper + lower > 1 && digits == 0 ? Shape::Mixed : Shape::Digits;
      if (upper == 0) return Shape::Lower;
      if (lower == 0) return upper == 1 ? Shape::Initial : Shape::AllCaps;
      return first_upper && upper == 1 ? Shape::Capital : Shape::Mixed;
    }
  };

  void emit(std::uint32_t begin, const Letters& letters, Places places) {
    Token token;
    token.begin = begin;
    token.end = at_;
    token.shape = letters.shape();
    token.gap = gap_;
    token.where = places;
    gap_ = {};
    fold(token);
    place(token);
    out_.all.push_back(token);
  }

  void fold(Token& token) {
    const std::string_view surface = out_.surface(token);
    folded_.clear();
    if (surface.size() <= longest_word) {
      bool ascii = true;
      for (const char c : surface) ascii &= static_cast<unsigned char>(c) < 0x80;
      if (ascii) {
        for (const char c : surface) folded_ += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      } else {
        text::fold_into(surface, folded_);
      }
    }
    token.form = &forms_.intern(folded_);
    if (token.shape != Shape::Digits) token.cues = exact_cues(*token.form, surface, token.shape);
  }

  // Cues of forms that only their accent or capital tells apart: "né" and "ne", "à" and "a", "M." and "m’".
  static WordCues exact_cues(const Form& folded, std::string_view surface, Shape shape) {
    WordCues cues = folded.cues;
    if (cues.empty()) return cues;
    const std::string_view form = folded.text;
    if (form == "ne" && surface != "né") cues.remove(WordCue::PlaceVerb);
    if (form == "a") cues.remove(surface == "a" ? WordCue::ToPlace : WordCue::Auxiliary);
    if ((form == "m" || form == "me" || form == "mm") && shape == Shape::Lower) {
      cues.remove(WordCue::Civility);
      cues.remove(WordCue::Title);
    }
    if (form == "me" && shape != Shape::Lower) cues.remove(WordCue::Clitic);
    return cues;
  }

  void place(Token& token) const {
    constexpr Gaps line{Gap::LineBreak, Gap::BlockStart};
    constexpr Gaps start{Gap::LineBreak, Gap::BlockStart, Gap::Stop, Gap::Pipe,
                         Gap::Colon,     Gap::Quote,      Gap::Other};
    if (token.gap.has_any(line)) token.where.add(Where::LineStart);
    if (token.gap.has_any(start)) token.where.add(Where::SentenceStart);
    if (token.gap.has_any(line) || token.gap.has(Gap::Pipe)) token.where.add(Where::ItemStart);
  }

  FormTable& forms_;
  Tokens& out_;
  std::uint32_t end_;
  std::uint32_t at_;
  RegionCursor regions_;
  Gaps gap_;
  std::string folded_;
};

}  // namespace

bool continues_sentence(const Token& token) {
  constexpr Gaps breaks{Gap::Stop, Gap::BlockStart, Gap::Pipe, Gap::Semicolon};
  return !token.gap.has_any(breaks);
}

void tokenise_block(text::ByteRange block, std::span<const markdown::Region> regions, FormTable& forms,
                    Tokens& out) {
  Tokeniser(forms, out, block, regions).run();
}

Tokens tokenise_name(std::string_view name, FormTable& forms) {
  Tokens out;
  out.text = name;
  Tokeniser(forms, out, text::range(0, name.size()), {}).run();
  return out;
}

}  // namespace paravent::detect
