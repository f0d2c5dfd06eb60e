#include "anonymise/invented_names.hpp"

#include <algorithm>

#include "anonymise/letter_case.hpp"
#include "anonymise/reading.hpp"
#include "knowledge/lexicon.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

using policy::Category;

bool is_name(Category category) {
  return category == Category::Person || category == Category::Org || category == Category::Loc ||
         category == Category::Project;
}

std::string key_of(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

// What may stand between two words of a name: a blank, a hyphen, an apostrophe, the stop of an initial, one
// line end. "" where the name cannot go on.
std::string_view joint_at(std::string_view text, std::size_t at, std::string_view word) {
  std::size_t end = at;
  if (text.substr(end).starts_with(".") && text::decode_at(word, 0).size == word.size()) ++end;
  for (const std::string_view joint : {"-", "_", "'", "’", "\u2011"}) {
    if (text.substr(end, joint.size()) == joint) return text.substr(at, end + joint.size() - at);
  }
  const std::size_t blank = skip_blanks(text, end);
  std::size_t line = blank;
  if (text.substr(line).starts_with("\r")) ++line;
  if (text.substr(line).starts_with("\n")) {
    return text.substr(at, skip_blanks(text, line + 1) - at);
  }
  return blank == end ? std::string_view() : text.substr(at, blank - at);
}

struct ReadWords {
  std::vector<Word> words;
  std::vector<std::string_view> joints;  // before each but the first
};

ReadWords words_at(std::string_view text, std::size_t at, std::size_t most) {
  ReadWords out;
  std::optional<Word> word = word_from(text, at);
  while (word) {
    out.words.push_back(*std::move(word));
    word = std::nullopt;
    if (out.words.size() == most) break;
    const Word& last = out.words.back();
    const std::string_view joint = joint_at(text, last.end, text.substr(last.begin, last.end - last.begin));
    if (joint.empty()) break;
    word = word_from(text, last.end + joint.size());
    if (word) out.joints.push_back(joint);
  }
  return out;
}

bool has_capital(std::string_view text, const Word& word) {
  const char32_t first = text::decode_at(text, word.begin).value;
  return !text::is_lower(first);
}

// A name of one word that is a word too ("Rose") is not taken back alone.
bool is_also_word(const Word& word) {
  const knowledge::Lexeme lexeme = knowledge::look_up(word.folded);
  return lexeme.word();
}

// A capital says something only in the middle of a sentence.
bool goes_on_before(std::string_view text, std::size_t at) {
  const char32_t before = text::decode_before(text, skip_blanks_back(text, at, 0)).value;
  return before == U',' || before == U'\'' || before == U'’' || text::is_word(before);
}

}  // namespace

void InventedNames::add(const std::string& form, const Alias& alias, NameShape shape) {
  const std::vector<std::string> words = folded_words(form);
  if (words.empty()) return;
  most_words_ = std::max(most_words_, words.size());
  const auto [entry, is_new] = forms_.emplace(key_of(words), Form{&alias, shape});
  if (is_new || entry->second.alias == nullptr || entry->second.alias == &alias) return;
  if (entry->second.alias->canonical != alias.canonical) entry->second.alias = nullptr;
}

InventedNames::InventedNames(const std::vector<const Alias*>& fictitious, const std::vector<Alias>& all) {
  for (const Alias* alias : fictitious) {
    if (!is_name(alias->category)) {
      if (!alias->alias.empty()) exact_.push_back(alias);
      continue;
    }
    add(alias->alias, *alias, NameShape::Whole);
    if (alias->category != Category::Person || parts_of(alias->alias).given.empty()) continue;
    for (const NameShape shape :
         {NameShape::Inverted, NameShape::Given, NameShape::Surname, NameShape::InitialAndName}) {
      const std::string form = in_shape(alias->alias, shape);
      // "M. Vauremont" is a title and a surname.
      if (shape != NameShape::InitialAndName || !form.starts_with("M.")) add(form, *alias, shape);
    }
  }
  std::stable_sort(exact_.begin(), exact_.end(),
                   [](const Alias* a, const Alias* b) { return a->alias.size() > b->alias.size(); });
  // What a real name holds is never read as an invented one: it could be the real one itself.
  for (const Alias& alias : all) {
    const std::vector<std::string> words = folded_words(alias.canonical);
    for (std::size_t first = 0; first < words.size(); ++first) {
      for (std::size_t last = first + 1; last <= words.size(); ++last) {
        const auto at = [&words](std::size_t i) { return words.begin() + static_cast<std::ptrdiff_t>(i); };
        const auto found = forms_.find(key_of({at(first), at(last)}));
        if (found != forms_.end()) found->second.alias = nullptr;
      }
    }
    std::erase_if(exact_, [&alias](const Alias* invented) {
      return alias.canonical.find(invented->alias) != std::string::npos;
    });
  }
}

std::optional<WrittenName> InventedNames::exact_at(std::string_view text, std::size_t begin) const {
  for (const Alias* alias : exact_) {
    if (text.substr(begin, alias->alias.size()) != alias->alias) continue;
    const std::size_t end = begin + alias->alias.size();
    const text::Codepoint next = text::decode_at(text, end);
    if (next.size != 0 && text::is_word(next.value)) continue;
    return WrittenName{begin, end, alias, NameShape::Whole, false, {}, false};
  }
  return std::nullopt;
}

std::optional<WrittenName> InventedNames::at(std::string_view text, std::size_t begin) const {
  if (std::optional<WrittenName> exact = exact_at(text, begin)) return exact;
  ReadWords read = words_at(text, begin, most_words_);
  while (!read.words.empty()) {
    std::vector<std::string> folded;
    folded.reserve(read.words.size());
    for (const Word& word : read.words) folded.push_back(word.folded);
    const auto found = forms_.find(key_of(folded));
    const Word& first = read.words.front();
    const bool alone = read.words.size() == 1;
    const std::string_view joint = alone ? std::string_view() : read.joints[read.words.size() - 2];
    const bool tight = joint == "-" || joint == "_" || joint == "\u2011";
    const bool capital = has_capital(text, first);
    const bool whole = found != forms_.end() && (found->second.shape == NameShape::Whole);
    if (found != forms_.end() && (capital || tight) &&
        (whole || !alone || goes_on_before(text, begin) || !is_also_word(first))) {
      const bool capitals = std::any_of(read.words.begin(), read.words.end(), [text](const Word& word) {
        return is_in_capitals(text.substr(word.begin, word.end - word.begin));
      });
      return WrittenName{first.begin,
                         read.words.back().end,
                         found->second.alias,
                         found->second.shape,
                         capitals,
                         tight ? joint : std::string_view(),
                         !capital};
    }
    read.words.pop_back();
  }
  return std::nullopt;
}

}  // namespace paravent::anonymise
