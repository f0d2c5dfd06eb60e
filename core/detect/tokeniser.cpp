#include "detect/tokeniser.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "detect/gaps.hpp"
#include "detect/joined_name.hpp"
#include "detect/look_alikes.hpp"
#include "detect/region_cursor.hpp"
#include "detect/word_joints.hpp"
#include "markdown/escapes.hpp"
#include "text/unicode.hpp"

namespace paravent::detect {
namespace {

// Longer runs of letters are no words; they keep an empty form and are looked up nowhere.
constexpr std::size_t longest_word = 48;

// Words whose dot does not end a sentence.
constexpr std::array abbreviations{"m",  "mm",  "mme", "mmes", "mlle", "mlles", "dr", "drs",  "pr",
                                   "me", "st",  "ste", "mr",   "mrs",  "ms",    "cf", "ex",   "p",
                                   "pp", "av",  "bd",  "tel",  "env",  "art",   "ch", "chap", "vol",
                                   "ed", "eds", "vs",  "resp", "no",   "al"};

// What ends the name of a file: no part of the name of a person.
constexpr std::array file_endings{"csv",  "doc", "docx", "gif", "heic", "htm",  "html", "jpeg", "jpg", "m4a",
                                  "md",   "mov", "mp3",  "mp4", "odp",  "ods",  "odt",  "pdf",  "png", "ppt",
                                  "pptx", "rtf", "svg",  "txt", "wav",  "webp", "xls",  "xlsx", "zip"};

class Tokeniser {
 public:
  Tokeniser(FormTable& forms, Tokens& out, text::ByteRange range, std::span<const markdown::Region> regions)
      : forms_(forms), out_(out), end_(range.end.value), at_(range.begin.value), regions_(regions, at_) {
    gap_.add(Gap::BlockStart);
  }

  void run() {
    while (at_ < end_) {
      text::Codepoint c = character(at_);
      if (is_escape(c)) c = unescaped(c, at_, gap_.empty() && !ends_in_digits());
      if (is_word(c.value)) {
        word();
      } else {
        separator(c);
      }
    }
  }

 private:
  char32_t peek(std::uint32_t at) const { return at < end_ ? character(at).value : U' '; }

  // What text::decode_at() and text::is_word() give, at once for almost all of a note.
  text::Codepoint character(std::uint32_t at) const {
    const auto byte = static_cast<unsigned char>(out_.text[at]);
    return byte < 0x80 ? text::Codepoint{byte, 1, true} : text::decode_at(out_.text, at);
  }
  static bool is_word(char32_t c) {
    return c < 0x80 ? (c | 0x20U) - 'a' < 26U || c - '0' < 10U : text::is_word(c);
  }

  static bool is_escape(const text::Codepoint& c) { return c.value == '&' || c.value == '%'; }

  // The character that an escape writes; what stands there if it is none. One of addresses counts in links,
  // and behind letters: elsewhere "%" is one.
  text::Codepoint unescaped(const text::Codepoint& c, std::uint32_t at, bool behind_letters) {
    text::Codepoint written;
    if (c.value == '&') {
      written = markdown::character_reference_at(out_.text, at);
    } else if (behind_letters || regions_.at(at).has(Where::Link)) {
      written = markdown::percent_encoded_at(out_.text, at);
    }
    return written.size > 0 ? written : c;
  }

  bool ends_in_digits() const { return out_.all.empty() || out_.all.back().shape == Shape::Digits; }

  void separator(text::Codepoint c) {
    const std::uint32_t next = at_ + c.size;
    if (c.value == '<' && pass_tag()) return;
    const bool after_word = gap_.empty();
    const bool before_word = next < end_ && is_word(peek(next));
    if (is_sentence_stop(c.value)) {
      gap_.add(c.value == '.' && (before_word || after_short_word()) ? Gap::Dot : Gap::Stop);
    } else if (is_apostrophe(c.value)) {
      gap_.add(after_word && before_word ? Gap::Apostrophe : Gap::Quote);
    } else if (is_hyphen(c.value)) {
      // "J.-P.": a hyphen behind the dot of an initial joins too.
      gap_.add(before_word && (after_word || gap_.only(Gaps{Gap::Dot})) ? Gap::Hyphen : Gap::Dash);
    } else if (c.value >= 0x80 && text::is_invisible(c.value)) {
      if (after_word && before_word) gap_.add(Gap::Camel);
    } else if (!(c.value == '\\' && is_mark(peek(next)))) {
      gap_.add(gap_of(c.value));
    }
    at_ = next;
  }

  // What "\" may stand before, so that it is read as itself: "claire\_dupont".
  static bool is_mark(char32_t c) { return c == '_' || c == '*' || c == '-' || c == '.' || c == '\''; }

  // Passes a tag in which nothing is read: it parts words as emphasis does, or ends their line.
  bool pass_tag() {
    const std::uint32_t end = regions_.behind_tag(at_);
    const TagEffect effect = effect_of(out_.text.substr(at_, end - at_));
    if (effect == TagEffect::Other) return false;
    gap_.add(effect == TagEffect::LineBreak ? Gap::LineBreak : Gap::Emphasis);
    at_ = end;
    return true;
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
    const bool camel = at_ < camel_until_ || places.has(Where::Tag) || places.has(Where::Wikilink);
    const std::uint32_t begin = at_;
    std::uint32_t word_end = at_;
    Letters letters;
    char32_t previous = 0;
    as_written_ = true;
    while (at_ < end_) {
      text::Codepoint c = character(at_);
      if (!is_word(c.value) && !(code && c.value == '_')) {
        if (is_escape(c)) c = unescaped(c, at_, letters.digits == 0);
        if (!is_word(c.value)) {
          if (pass_breton_apostrophe(begin, c)) continue;
          if (!may_be_joint(out_.text[at_]) || !pass_joints(begin, previous)) break;
          continue;
        }
        spell(begin);
      }
      if (camel && text::is_lower(previous) && text::is_upper(c.value)) break;
      letters.add(c.value);
      previous = c.value;
      if (!as_written_) text::append_utf8(spelling_, c.value);
      word_end = at_ += c.size;
    }
    if (!camel && !code && as_written_ && letters.shape() == Shape::Mixed &&
        is_joined_name(out_.text.substr(begin, word_end - begin))) {
      camel_until_ = word_end;
      at_ = begin;
      return word();
    }
    emit(begin, word_end, letters, places);
    if (camel && at_ < end_ && text::is_upper(peek(at_)) && text::is_lower(previous)) gap_.add(Gap::Camel);
  }

  // From here on the word is not written as it is read: its letters are kept apart.
  void spell(std::uint32_t begin) {
    if (as_written_) spelling_ = out_.text.substr(begin, at_ - begin);
    as_written_ = false;
  }

  // Goes on behind what does not part letters. A capital there begins another word.
  bool pass_joints(std::uint32_t begin, char32_t previous) {
    const std::uint32_t next = behind_joints(out_.text.substr(0, end_), at_, regions_);
    if (next == at_ || next >= end_ || !text::is_letter(previous)) return false;
    text::Codepoint c = text::decode_at(out_.text, next);
    if (is_escape(c)) c = unescaped(c, next, false);
    const char32_t letter = c.value;
    if (!text::is_letter(letter) || (text::is_lower(previous) && text::is_upper(letter))) return false;
    spell(begin);
    at_ = next;
    regions_.at(at_);
    return true;
  }

  // "Le Floc’h", "Ploumanac'h": c’h is a letter of Breton. What French elides to "c’" is a word of its own.
  bool pass_breton_apostrophe(std::uint32_t begin, const text::Codepoint& c) {
    const std::uint32_t next = at_ + c.size;
    if (!is_apostrophe(c.value) || next >= end_ || at_ - begin < 2) return false;
    if ((out_.text[at_ - 1] | 0x20) != 'c' || (out_.text[next] | 0x20) != 'h') return false;
    spell(begin);
    at_ = next;
    return true;
  }

  struct Letters {
    std::uint32_t upper = 0, lower = 0, digits = 0, other = 0;
    bool first_upper = false;
    void add(char32_t c) {
      const bool small = c >= 'a' && c <= 'z';  // as most are
      if (c == '_') {
        ++other;
      } else if (!small && text::is_digit(c)) {
        ++digits;
      } else if (!small && text::is_upper(c)) {
        if (upper + lower + digits + other == 0) first_upper = true;
        ++upper;
      } else if (c < 0x300 || !text::is_mark(c)) {
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

  void emit(std::uint32_t begin, std::uint32_t end, const Letters& letters, Places places) {
    Token token;
    token.begin = begin;
    token.end = end;
    token.shape = letters.shape();
    token.gap = gap_;
    token.where = places;
    gap_ = {};
    fold(token);
    place(token);
    out_.all.push_back(token);
  }

  void fold(Token& token) {
    const std::string_view surface = as_written_ ? out_.surface(token) : std::string_view(spelling_);
    folded_.clear();
    if (surface.size() <= longest_word) {
      bool ascii = true;
      for (const char c : surface) ascii &= static_cast<unsigned char>(c) < 0x80;
      if (ascii) {
        for (const char c : surface) folded_ += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      } else {
        text::fold_into(surface, folded_);
        if (mixes_scripts(folded_)) text::fold_into(with_latin_letters(surface), folded_);
      }
    }
    // "claire_dupont" in code is one word, and the one that "clairedupont" is.
    if (token.where.has(Where::Code)) std::erase(folded_, '_');
    token.form = &forms_.intern(folded_);
    if (token.shape != Shape::Digits) token.cues = exact_cues(*token.form, surface, token.shape);
  }

  // Cues of forms that only their accent or capital tells apart: "né" and "ne", "à" and "a", "M." and "m’".
  static WordCues exact_cues(const Form& folded, std::string_view surface, Shape shape) {
    WordCues cues = folded.cues;
    if (cues.empty()) return cues;
    const std::string_view form = folded.text;
    if (form == "ne" && surface != "né" && surface != "ne\u0301") cues.remove(WordCue::PlaceVerb);
    if (form == "a") cues.remove(surface == "a" ? WordCue::ToPlace : WordCue::Auxiliary);
    if ((form == "m" || form == "me" || form == "mm") && shape == Shape::Lower) {
      cues.remove(WordCue::Civility);
      cues.remove(WordCue::Title);
    }
    if (form == "me" && shape != Shape::Lower) cues.remove(WordCue::Clitic);
    return cues;
  }

  static bool is_file_ending(std::string_view form) {
    return std::find(file_endings.begin(), file_endings.end(), form) != file_endings.end();
  }

  void place(Token& token) const {
    constexpr Gaps line{Gap::LineBreak, Gap::BlockStart};
    constexpr Gaps start{Gap::LineBreak, Gap::BlockStart, Gap::Stop, Gap::Pipe,
                         Gap::Colon,     Gap::Quote,      Gap::Other};
    if (token.gap == Gaps{Gap::Dot} && is_file_ending(out_.form(token))) token.where.add(Where::NoNames);
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
  std::string spelling_;           // the letters of a word that is not written as it is read
  bool as_written_ = true;         // … and whether it is
  std::uint32_t camel_until_ = 0;  // up to there a capital behind a small letter begins a word
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
