#include "store/belongings.hpp"

#include <algorithm>
#include <iterator>

#include "text/unicode.hpp"

namespace paravent::store {
namespace {

using policy::Category;

// Shorter ones are particles and initials, which half of all names share.
constexpr std::size_t shortest_word = 3;
// Between these a handle is read by itself: the two sides of “@”, the steps of a path.
constexpr std::string_view borders = "@/\\:?&=#|";

struct Word {
  text::ByteRange range;
  std::string folded;
  bool capital = false;
};

std::vector<Word> words_in(std::string_view text) {
  std::vector<Word> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    text::Codepoint c = text::decode_at(text, at);
    const bool capital = text::is_upper(c.value);
    while (c.size != 0 && (text::is_letter(c.value) || (at > begin && text::is_mark(c.value)))) {
      at += c.size;
      c = text::decode_at(text, at);
    }
    if (at == begin) {
      at += c.size;
    } else {
      out.push_back({text::range(begin, at), text::fold(text.substr(begin, at - begin)), capital});
    }
  }
  return out;
}

std::vector<std::string> folded_words(std::string_view name) {
  std::vector<std::string> out;
  for (Word& word : words_in(name)) {
    if (word.folded.size() > 1) out.push_back(std::move(word.folded));
  }
  return out;
}

std::vector<std::string> names_of(const Entry& entry) {
  std::vector<std::string> out = entry.forms;
  out.insert(out.begin(), entry.canonical);
  return out;
}

std::string glued(const std::vector<std::string>& words, std::size_t first) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) out += words[(first + i) % words.size()];
  return out;
}

// “btarvic”, “tarvicb”.
std::vector<std::string> with_initial(const std::vector<std::string>& name) {
  const std::string initial = name.front().substr(0, text::decode_at(name.front(), 0).size);
  return {initial + name.back(), name.back() + initial};
}

bool is_one_letter(const std::string& word) {
  return text::decode_at(word, 0).size == word.size();
}

}  // namespace

NamesOf::NamesOf(const Entry& person, const std::vector<Entry>& folder) {
  for (const std::string& name : names_of(person)) {
    Name words = folded_words(name);
    words_.insert(words.begin(), words.end());
    if (words.size() < 2) continue;
    // "TARVIC, Brunelle", as lists write her
    const Name before_comma = folded_words(name.substr(0, name.find(',')));
    surnames_.insert(before_comma.empty() ? words.back() : before_comma.back());
    if (std::find(full_.begin(), full_.end(), words) == full_.end()) full_.push_back(std::move(words));
  }
  std::copy_if(words_.begin(), words_.end(), std::inserter(lone_, lone_.end()),
               [](const std::string& word) { return word.size() >= shortest_word; });
  for (const Entry& other : folder) {
    const Name words = folded_words(other.canonical);
    const bool hers = std::all_of(words.begin(), words.end(),
                                  [&](const std::string& word) { return words_.contains(word); });
    if (other.category != Category::Person || other.id == person.id || hers) continue;
    for (const std::string& name : names_of(other)) {
      const Name words_of_other = folded_words(name);
      for (const std::string& word : words_of_other) lone_.erase(word);
      if (words_of_other.size() > 1)
        for (std::string& handle : with_initial(words_of_other)) of_others_.insert(std::move(handle));
    }
  }
}

bool NamesOf::own(const Entry& entry) const {
  if (entry.category == Category::Person) {
    const Name words = folded_words(entry.canonical);
    if (words.size() == 1) return surnames_.contains(words[0]) && lone_.contains(words[0]);
    return own_name(entry.canonical);
  }
  if (!whole_in(entry.canonical).empty()) return true;
  if (entry.category != Category::Email && entry.category != Category::Url) return false;
  std::string_view rest = entry.canonical;
  for (;;) {
    const std::size_t end = std::min(rest.find_first_of(borders), rest.size());
    if (is_handle(rest.substr(0, end))) return true;
    if (end == rest.size()) return false;
    rest.remove_prefix(end + 1);
  }
}

bool NamesOf::own_name(std::string_view name) const {
  const std::vector<Word> words = words_in(name);
  const bool all_hers = std::all_of(words.begin(), words.end(), [&](const Word& word) {
    return words_.contains(word.folded) || is_initial(word.folded);
  });
  const bool any_lone =
      std::any_of(words.begin(), words.end(), [&](const Word& word) { return lone_.contains(word.folded); });
  return all_hers && (any_lone || !whole_in(name).empty());
}

bool NamesOf::is_initial(const std::string& word) const {
  return is_one_letter(word) && std::any_of(words_.begin(), words_.end(),
                                            [&](const std::string& one) { return one.starts_with(word); });
}

// “brunelletarvic”, or with an initial as long as nobody else would be called that.
bool NamesOf::is_glued(const std::string& word) const {
  return std::any_of(full_.begin(), full_.end(), [&](const Name& name) {
    for (std::size_t first = 0; first < name.size(); ++first) {
      if (word == glued(name, first)) return true;
    }
    const Name short_forms = with_initial(name);
    return !of_others_.contains(word) &&
           std::find(short_forms.begin(), short_forms.end(), word) != short_forms.end();
  });
}

// Made of her names and initials alone.
bool NamesOf::is_handle(std::string_view part) const {
  bool tells = false;
  std::string all;
  for (const Word& word : words_in(part)) {
    all += word.folded;
    const bool alone = lone_.contains(word.folded) || is_glued(word.folded);
    if (!alone && !words_.contains(word.folded) && !is_initial(word.folded)) return false;
    tells |= alone;
  }
  return tells || is_glued(all);
}

std::vector<text::ByteRange> NamesOf::whole_in(std::string_view text) const {
  std::vector<text::ByteRange> out;
  const std::vector<Word> words = words_in(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const Name& name : full_) {
      bool there = false;
      // In any turn: “Tarvic Brunelle” is she as well.
      for (std::size_t first = 0; first < name.size() && !there; ++first) {
        there = i + name.size() <= words.size();
        for (std::size_t k = 0; k < name.size() && there; ++k) {
          there = words[i + k].folded == name[(first + k) % name.size()];
        }
      }
      if (there) out.push_back({words[i].range.begin, words[i + name.size() - 1].range.end});
    }
  }
  return out;
}

std::vector<text::ByteRange> NamesOf::any_in(std::string_view text, Words which) const {
  std::vector<text::ByteRange> out = whole_in(text);
  for (const Word& word : words_in(text)) {
    const bool counts = word.capital || which == Words::InAnyCase;
    if ((counts && lone_.contains(word.folded)) || is_glued(word.folded)) out.push_back(word.range);
  }
  return out;
}

}  // namespace paravent::store
