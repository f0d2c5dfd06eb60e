#include "anonymise/reading.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

// Bytes of what may join two words of one phrase at `at`; 0 for anything else.
std::size_t joint_at(std::string_view text, std::size_t at) {
  const text::Codepoint c = text::decode_at(text, at);
  const bool joint =
      text::is_space(c.value) || c.value == U'-' || c.value == U'\'' || c.value == U'’' || c.value == U'+';
  return joint ? c.size : 0;
}

std::size_t joint_before(std::string_view text, std::size_t at) {
  const std::size_t size = text::decode_before(text, at).size;
  return size == 0 ? 0 : joint_at(text, at - size);
}

std::size_t word_end(std::string_view text, std::size_t at) {
  for (text::Codepoint c = text::decode_at(text, at); c.size != 0 && text::is_word(c.value);
       c = text::decode_at(text, at)) {
    at += c.size;
  }
  return at;
}

std::size_t word_begin(std::string_view text, std::size_t at, std::size_t floor) {
  while (at > floor) {
    const text::Codepoint c = text::decode_before(text, at);
    if (!text::is_word(c.value)) break;
    at -= c.size;
  }
  return at;
}

std::vector<std::string_view> folded_forms(const std::vector<Word>& words) {
  std::vector<std::string_view> out(words.size());
  std::transform(words.begin(), words.end(), out.begin(),
                 [](const Word& word) { return std::string_view(word.folded); });
  return out;
}

// The role among what `nth_phrase` gives for 0, 1 … until nothing comes.
template <class NthPhrase>
std::optional<knowledge::Phrase> role_among(NthPhrase nth_phrase) {
  for (std::size_t nth = 0;; ++nth) {
    const std::optional<knowledge::Phrase> phrase = nth_phrase(nth);
    if (!phrase || phrase->kind == knowledge::PhraseKind::Role) return phrase;
  }
}

std::string joined(std::span<const Word> words) {
  std::string out;
  for (const Word& word : words) {
    if (!out.empty()) out += ' ';
    out += word.folded;
  }
  return out;
}

std::string joined(std::string_view phrase) {
  std::string out;
  for (const std::string& word : folded_words(phrase)) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

// Nothing for a form that is only a plural: it speaks of several people.
std::optional<RoleMention> mention(const knowledge::Role& role, std::span<const Word> words) {
  const std::string written = joined(words);
  const bool masculine = written == joined(role.masculine);
  const bool feminine = written == joined(role.feminine);
  if (!masculine && !feminine) return std::nullopt;
  return RoleMention{role, words.front().begin, words.back().end, feminine && !masculine,
                     masculine && !feminine};
}

struct LeadWord {
  std::string_view written;  // lower case
  std::string_view word;
  bool article;
  bool plural;
};
constexpr std::array lead_words{LeadWord{"de", "de", false, false},
                                LeadWord{"du", "de", true, false},
                                LeadWord{"des", "de", true, true},
                                LeadWord{"à", "à", false, false},
                                LeadWord{"au", "à", true, false},
                                LeadWord{"aux", "à", true, true},
                                LeadWord{"le", "", true, false},
                                LeadWord{"la", "", true, false},
                                LeadWord{"les", "", true, true},
                                LeadWord{"que", "que", false, false},
                                LeadWord{"jusque", "jusque", false, false},
                                LeadWord{"lorsque", "lorsque", false, false},
                                LeadWord{"puisque", "puisque", false, false},
                                LeadWord{"quoique", "quoique", false, false},
                                LeadWord{"chez", "chez", false, false},
                                LeadWord{"en", "en", false, false},
                                LeadWord{"dans", "dans", false, false}};
constexpr std::array elided_words{
    LeadWord{"d", "de", false, false},           LeadWord{"l", "", true, false},
    LeadWord{"qu", "que", false, false},         LeadWord{"jusqu", "jusque", false, false},
    LeadWord{"lorsqu", "lorsque", false, false}, LeadWord{"puisqu", "puisque", false, false},
    LeadWord{"quoiqu", "quoique", false, false}};

// In lower case, with "à" as one character even where its accent is one of its own: no other accent tells
// leads apart.
std::string lower(std::string_view word) {
  constexpr char32_t grave = U'\u0300';
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const text::Codepoint c = text::decode_at(word, at);
    at += c.size;
    if (c.value == grave && !out.empty() && out.back() == 'a') {
      out.pop_back();
      text::append_utf8(out, U'à');
    } else {
      text::append_utf8(out, text::to_lower(c.value));
    }
  }
  return out;
}

template <std::size_t N>
const LeadWord* find_lead(const std::array<LeadWord, N>& table, std::string_view written) {
  // Most words are no lead, and many do not even start like one.
  constexpr std::string_view starts = "adlqjpceADLQJPCE\xC3";
  if (written.empty() || starts.find(written.front()) == std::string_view::npos) return nullptr;
  const std::string lowered = lower(written);
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const LeadWord& row) { return row.written == lowered; });
  return found == table.end() ? nullptr : &*found;
}

Lead lead_of(const LeadWord& row, std::string_view text, std::size_t begin) {
  Lead lead;
  lead.begin = begin;
  lead.word = row.word;
  lead.article = row.article;
  lead.plural = row.plural;
  lead.capital = text::is_upper(text::decode_at(text, begin).value);
  lead.stands = true;
  return lead;
}

// "de la", "à l’": the article's own lead.
Lead with_preposition(Lead lead, std::string_view text, std::size_t floor) {
  if (!lead.word.empty() || !lead.article || lead.plural) return lead;
  const std::size_t end = skip_blanks_back(text, lead.begin, floor);
  if (end == lead.begin) return lead;
  const std::size_t begin = word_begin(text, end, floor);
  const std::string_view written = text.substr(begin, end - begin);
  const LeadWord* row = find_lead(lead_words, written);
  if (row == nullptr || (row->written != "de" && row->written != "à")) return lead;
  const bool elided = lead.elided;
  lead = lead_of(*row, text, begin);
  lead.article = true;
  lead.elided = elided;
  return lead;
}

}  // namespace

std::optional<Word> word_from(std::string_view text, std::size_t at) {
  const std::size_t end = word_end(text, at);
  if (end == at) return std::nullopt;
  return Word{at, end, text::fold(text.substr(at, end - at))};
}

std::optional<Word> word_back(std::string_view text, std::size_t at, std::size_t floor) {
  const std::size_t begin = word_begin(text, at, floor);
  if (begin == at) return std::nullopt;
  return Word{begin, at, text::fold(text.substr(begin, at - begin))};
}

std::optional<Word> next_word(std::string_view text, std::size_t end) {
  const std::size_t joint = joint_at(text, end);
  return joint == 0 ? std::nullopt : word_from(text, end + joint);
}

std::vector<Word> words_from(std::string_view text, std::size_t at, std::size_t count) {
  std::vector<Word> out;
  out.reserve(count);
  std::optional<Word> word = word_from(text, at);
  while (word) {
    out.push_back(*std::move(word));
    word = out.size() < count ? next_word(text, out.back().end) : std::nullopt;
  }
  return out;
}

std::vector<Word> words_back(std::string_view text, std::size_t at, std::size_t count, std::size_t floor) {
  std::vector<Word> out;
  out.reserve(count);
  while (out.size() < count) {
    std::optional<Word> word = word_back(text, at, floor);
    if (!word) break;
    out.push_back(*std::move(word));
    const std::size_t joint = joint_before(text, out.back().begin);
    if (joint == 0 || out.back().begin - joint < floor) break;
    at = out.back().begin - joint;
  }
  std::reverse(out.begin(), out.end());
  return out;
}

std::vector<std::string> folded_words(std::string_view name) {
  constexpr std::size_t usual_words = 4;
  std::vector<std::string> out;
  out.reserve(usual_words);
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = word_end(name, at);
    if (end == at) {
      at += text::decode_at(name, at).size;
      continue;
    }
    out.push_back(text::fold(name.substr(at, end - at)));
    at = end;
  }
  return out;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  for (text::Codepoint c = text::decode_at(text, at); c.size != 0 && text::is_space(c.value);
       c = text::decode_at(text, at)) {
    at += c.size;
  }
  return at;
}

std::size_t skip_blanks_back(std::string_view text, std::size_t at, std::size_t floor) {
  while (at > floor) {
    const text::Codepoint c = text::decode_before(text, at);
    if (!text::is_space(c.value)) break;
    at -= c.size;
  }
  return at;
}

Lead lead_before(std::string_view text, std::size_t at, std::size_t floor) {
  Lead none;
  none.begin = at;
  while (at > floor && (text[at - 1] == '*' || text[at - 1] == '_')) --at;
  if (at <= floor) return none;
  const text::Codepoint before = text::decode_before(text, at);
  if (before.value == U'\'' || before.value == U'’') {
    const std::size_t end = at - before.size;
    if (end < floor) return none;
    const std::size_t begin = word_begin(text, end, floor);
    const LeadWord* row = find_lead(elided_words, text.substr(begin, end - begin));
    if (row == nullptr) return none;
    Lead lead = lead_of(*row, text, begin);
    lead.elided = true;
    return with_preposition(lead, text, floor);
  }
  const std::size_t end = skip_blanks_back(text, at, floor);
  if (end == at) return none;
  const std::size_t begin = word_begin(text, end, floor);
  const LeadWord* row = find_lead(lead_words, text.substr(begin, end - begin));
  if (row == nullptr) return none;
  return with_preposition(lead_of(*row, text, begin), text, floor);
}

std::optional<RoleMention> role_at(std::string_view text, std::size_t at) {
  const std::optional<Word> first = word_from(text, at);
  if (!first) return std::nullopt;
  const bool alone = !knowledge::look_up(first->folded).starts_phrase;
  const std::vector<Word> words = alone ? std::vector{*first} : words_from(text, at, longest_role);
  const std::vector<std::string_view> folded = folded_forms(words);
  const auto role = role_among([&](std::size_t nth) {
    return alone ? knowledge::whole_phrase(folded, nth) : knowledge::longest_phrase(folded, nth);
  });
  if (!role) return std::nullopt;
  return mention(knowledge::role(*role), std::span(words).first(role->words));
}

std::optional<RoleMention> role_ending_at(std::string_view text, std::size_t end, std::size_t floor) {
  return role_at_end_of(words_back(text, end, longest_role, floor), 1);
}

std::optional<RoleMention> role_at_end_of(const std::vector<Word>& words, std::size_t fewest) {
  const std::vector<std::string_view> folded = folded_forms(words);
  for (std::size_t first = 0; first + fewest <= words.size(); ++first) {
    const auto tail = std::span(folded).subspan(first);
    const auto role = role_among([&](std::size_t nth) { return knowledge::whole_phrase(tail, nth); });
    if (role) return mention(knowledge::role(*role), std::span(words).subspan(first));
  }
  return std::nullopt;
}

std::optional<Civility> civility_before(std::string_view text, std::size_t at, std::size_t floor) {
  using knowledge::Sex;
  struct Row {
    std::string_view word;
    Sex sex;
  };
  constexpr std::array rows{Row{"mme", Sex::Feminine},       Row{"mlle", Sex::Feminine},
                            Row{"madame", Sex::Feminine},    Row{"mademoiselle", Sex::Feminine},
                            Row{"m", Sex::Masculine},        Row{"mr", Sex::Masculine},
                            Row{"monsieur", Sex::Masculine}, Row{"mrs", Sex::Feminine},
                            Row{"ms", Sex::Feminine},        Row{"miss", Sex::Feminine},
                            Row{"dr", Sex::Unknown},         Row{"docteur", Sex::Unknown},
                            Row{"pr", Sex::Unknown},         Row{"maitre", Sex::Unknown},
                            Row{"me", Sex::Unknown}};
  std::size_t end = skip_blanks_back(text, at, floor);
  if (end == at) return std::nullopt;
  if (end > floor && text[end - 1] == '.') --end;
  const std::size_t begin = word_begin(text, end, floor);
  const std::string_view written = text.substr(begin, end - begin);
  constexpr std::string_view starts = "mdpMDP";
  if (written.empty() || starts.find(written.front()) == std::string_view::npos) return std::nullopt;
  const std::string folded = text::fold(written);
  for (const Row& row : rows) {
    // In lower case "me" and "m" are no titles.
    if (folded == row.word && (written.size() > 2 || text::is_upper(text::decode_at(text, begin).value))) {
      return Civility{begin, row.sex};
    }
  }
  return std::nullopt;
}

}  // namespace paravent::anonymise
