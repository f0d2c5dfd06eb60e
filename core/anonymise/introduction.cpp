#include <algorithm>
#include <array>

#include "anonymise/age.hpp"
#include "anonymise/describe_person.hpp"
#include "anonymise/grammar.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

using knowledge::Sex;
using policy::Category;

struct Name {
  std::size_t index;  // among the masking findings
  std::size_t begin;  // with the civility
  std::size_t end;
};

bool starts_with(std::string_view text, std::size_t at, std::string_view what) {
  return text.substr(std::min(at, text.size()), what.size()) == what;
}

// The firm behind a role: "chez LVMH", "de la Maif", "à l’ESSEC", or nothing between. Moves `end` behind it.
std::size_t employer_behind(const Note& note, std::size_t index, std::size_t role_end, std::size_t& end) {
  if (index >= note.masked().size()) return nobody;
  const detect::Finding& firm = *note.masked()[index];
  if (firm.category != Category::Org) return nobody;
  const std::size_t begin = firm.range.begin.value;
  const std::size_t behind_role = skip_blanks(note.text(), role_end);
  const Lead lead = lead_before(note.text(), begin, role_end);
  const bool led = lead.stands && lead.begin == behind_role &&
                   (lead.word == "chez" || lead.word == "de" || lead.word == "à" || lead.word == "dans");
  if (!led && begin != behind_role) return nobody;
  end = firm.range.end.value;
  return index;
}

std::size_t skip_article(std::string_view text, std::size_t at) {
  for (const std::string_view article : {"la ", "le ", "l’", "l'", "une ", "un "}) {
    if (starts_with(text, at, article)) return at + article.size();
  }
  return at;
}

struct Determiner {
  std::string_view word;
  Sex sex;
};
constexpr std::array determiners{
    Determiner{"le", Sex::Masculine},  Determiner{"la", Sex::Feminine},    Determiner{"l", Sex::Unknown},
    Determiner{"un", Sex::Masculine},  Determiner{"une", Sex::Feminine},   Determiner{"ma", Sex::Feminine},
    Determiner{"sa", Sex::Feminine},   Determiner{"ta", Sex::Feminine},    Determiner{"mon", Sex::Unknown},
    Determiner{"son", Sex::Unknown},   Determiner{"ton", Sex::Unknown},    Determiner{"notre", Sex::Unknown},
    Determiner{"votre", Sex::Unknown}, Determiner{"leur", Sex::Unknown},   Determiner{"ce", Sex::Masculine},
    Determiner{"cet", Sex::Masculine}, Determiner{"cette", Sex::Feminine}, Determiner{"du", Sex::Masculine},
    Determiner{"au", Sex::Masculine}};

bool is_possessive(std::string_view word) {
  constexpr std::array<std::string_view, 9> words{"mon", "ma",    "ton",   "ta",  "son",
                                                  "sa",  "notre", "votre", "leur"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "mon" stands before masculine nouns, and before feminine ones that start with a vowel.
Sex sex_of(const Determiner& determiner, const RoleMention& role) {
  const std::string_view word = determiner.word;
  const bool before_consonant = !takes_elision(role.role.masculine);
  const bool masculine = (word == "mon" || word == "ton" || word == "son") && before_consonant;
  return masculine ? Sex::Masculine : determiner.sex;
}

const Determiner* determiner_of(std::string_view folded) {
  constexpr std::size_t longest = 5;  // no determiner has more letters: most words are told by that
  if (folded.size() > longest) return nullptr;
  const auto found = std::find_if(determiners.begin(), determiners.end(),
                                  [folded](const Determiner& row) { return row.word == folded; });
  return found == determiners.end() ? nullptr : &*found;
}

// Whether the comma that closes an apposition goes with it: when the name is the subject of what follows. It
// stays where it also divides: behind "avec …", and before an age or another finding.
bool takes_closing_comma(const Note& note, const Name& name, std::size_t behind_comma) {
  const std::string_view text = note.text();
  const std::size_t next = skip_blanks(text, behind_comma);
  if (next >= text.size() || text::is_digit(text::decode_at(text, next).value)) return false;
  for (std::size_t i = name.index + 1; i < note.masked().size() && i <= name.index + 2; ++i) {
    const detect::Finding& finding = *note.masked()[i];
    if (finding.range.begin.value == next && finding.category != Category::Person) return false;
  }
  if (note.at_sentence_start(name.begin)) return true;
  const Lead lead = lead_before(text, name.begin, 0);
  constexpr std::array<std::string_view, 4> conjunctions{"que", "lorsque", "puisque", "quoique"};
  if (std::find(conjunctions.begin(), conjunctions.end(), lead.word) != conjunctions.end()) return true;
  const std::size_t left = skip_blanks_back(text, name.begin, 0);
  return left > 0 && text[left - 1] == ',';
}

// The comma that closes "…, DRH depuis trois ans, hésite": on the same few words, with nobody else between.
std::size_t comma_further_on(const Note& note, const Name& name, std::size_t at) {
  constexpr std::size_t longest_complement = 60;
  const std::string_view rest = note.text().substr(at, longest_complement);
  const std::size_t stop = rest.find_first_of(",.;:!?()[]|\"\r\n");
  if (stop == std::string_view::npos || rest[stop] != ',') return nobody;
  if (rest.substr(0, stop).find(" et ") != std::string_view::npos) return nobody;
  for (std::size_t i = name.index + 1; i < note.masked().size() && i <= name.index + 4; ++i) {
    const detect::Finding& finding = *note.masked()[i];
    if (finding.category == Category::Person && finding.range.begin.value < at + stop) return nobody;
  }
  return takes_closing_comma(note, name, at + stop + 1) ? at + stop : nobody;
}

// An age between name and role: "Claire Dupont, 52 ans, DRH". Returns where the role is to be looked for.
std::size_t behind_age(const Note& note, const Name& name, std::size_t at, Introduction& out) {
  if (name.index + 1 >= note.masked().size()) return at;
  const detect::Finding& age = *note.masked()[name.index + 1];
  if (age.category != Category::Age || age.range.begin.value != at) return at;
  const std::size_t comma = skip_blanks(note.text(), age_end(note, age));
  if (!starts_with(note.text(), comma, ",")) return at;
  out.age = name.index + 1;
  return skip_blanks(note.text(), comma + 1);
}

// "(DRH, 52 ans)": an age behind the role, before the parenthesis closes.
void age_behind(const Note& note, std::size_t index, Introduction& out) {
  const std::size_t comma = skip_blanks(note.text(), out.end);
  if (index >= note.masked().size() || !starts_with(note.text(), comma, ",")) return;
  const detect::Finding& age = *note.masked()[index];
  const bool next =
      age.category == Category::Age && age.range.begin.value == skip_blanks(note.text(), comma + 1);
  const std::size_t end = next ? age_end(note, age) : 0;
  if (!next || !starts_with(note.text(), end, ")")) return;
  out.age = index;
  out.end = end;
}

// "Claire – DRH – hésite": the second dash closes what the first opened. Returns where the apposition ends.
std::size_t behind_closing_dash(std::string_view text, const text::Codepoint& opening, std::size_t end) {
  const std::size_t mark = skip_blanks(text, end);
  const text::Codepoint c = text::decode_at(text, mark);
  const std::size_t behind = mark + c.size;
  const bool closes =
      mark > end && c.size != 0 && c.value == opening.value && skip_blanks(text, behind) > behind;
  return closes ? behind : end;
}

// The role at `at`, with the article or possessive before it.
bool read_role(std::string_view text, std::size_t at, Introduction& out) {
  std::size_t role_begin = skip_article(text, at);
  const std::optional<Word> first = word_from(text, at);
  const bool possessive = first && is_possessive(first->folded);
  if (possessive) role_begin = skip_blanks(text, first->end);
  const auto role = role_at(text, role_begin);
  if (!role) return false;
  out.role = *role;
  out.end = role->end;
  if (possessive) {
    out.possessed = text.substr(at, role->end - at);
    out.sex = sex_of(*determiner_of(first->folded), *role);
  }
  return true;
}

// "Marc, ma cliente Anne": the role belongs to whoever is named behind it.
bool is_of_next_name(const Note& note, std::size_t index, std::size_t role_end) {
  if (index >= note.masked().size() || note.masked()[index]->category != Category::Person) return false;
  const std::size_t begin = note.masked()[index]->range.begin.value;
  const auto civility = civility_before(note.text(), begin, role_end);
  const std::size_t behind_role = skip_blanks(note.text(), role_end);
  return begin == behind_role || (civility && civility->begin == behind_role);
}

std::optional<Introduction> apposition(const Note& note, const Name& name) {
  const std::string_view text = note.text();
  const std::size_t mark = skip_blanks(text, name.end);
  const text::Codepoint c = text::decode_at(text, mark);
  const bool dash = c.value == U'–' || c.value == U'—' || (c.value == U'-' && mark > name.end);
  if (c.value != U',' && c.value != U'(' && !dash) return std::nullopt;
  Introduction out;
  out.name = name.index;
  out.begin = name.begin;
  const std::size_t at = skip_blanks(text, mark + c.size);
  if (!read_role(text, dash ? at : behind_age(note, name, at, out), out)) return std::nullopt;
  const std::size_t next_finding = (out.age == nobody ? name.index : out.age) + 1;
  if (is_of_next_name(note, next_finding, out.role.end)) return std::nullopt;
  out.employer = employer_behind(note, next_finding, out.role.end, out.end);
  const std::size_t comma = skip_blanks(text, out.end);
  const bool closed = starts_with(text, comma, ",");
  if (c.value == U'(') {
    if (out.employer == nobody && closed) {
      out.employer = employer_behind(note, next_finding, comma + 1, out.end);
    }
    if (out.age == nobody) age_behind(note, next_finding + (out.employer == nobody ? 0 : 1), out);
    if (!starts_with(text, out.end, ")")) return std::nullopt;
    ++out.end;
  } else if (dash) {
    out.end = behind_closing_dash(text, c, out.end);
  } else if (out.age == nobody) {
    if (closed && takes_closing_comma(note, name, comma + 1)) {
      out.end = comma + 1;
    } else if (!closed) {
      out.comma = comma_further_on(note, name, out.end);
    }
  }
  return out;
}

// Adjectives that stand between a determiner and a role.
bool stands_before_role(std::string_view folded) {
  constexpr std::array<std::string_view, 27> words{
      "nouveau",  "nouvel",    "nouvelle",   "ancien",   "ancienne",  "premier", "premiere",
      "second",   "seconde",   "deuxieme",   "jeune",    "futur",     "future",  "actuel",
      "actuelle", "precedent", "precedente", "autre",    "ex",        "tres",    "cher",
      "chere",    "bon",       "bonne",      "meilleur", "meilleure", "vieux"};
  return std::find(words.begin(), words.end(), folded) != words.end();
}

// Where the noun phrase of a role starts, behind its determiner: "la nouvelle DRH", "son ancien adjoint".
std::size_t skip_adjectives_back(std::string_view text, std::size_t noun) {
  for (;;) {
    const std::size_t end = text.substr(0, noun).ends_with('-') ? noun - 1 : skip_blanks_back(text, noun, 0);
    const std::optional<Word> word = end == noun ? std::nullopt : word_back(text, end, 0);
    if (!word || !stands_before_role(word->folded)) return noun;
    noun = word->begin;
  }
}

// Whether the masking finding `first` and the next are two people joined by "et".
bool are_two(const Note& note, std::size_t first) {
  if (first + 1 >= note.masked().size()) return false;
  const detect::Finding& one = *note.masked()[first];
  const detect::Finding& other = *note.masked()[first + 1];
  const std::size_t end = one.range.end.value;
  return one.category == Category::Person && other.category == Category::Person &&
         end < other.range.begin.value && note.text().substr(end, other.range.begin.value - end) == " et ";
}

// "Claire et Paul, respectivement DRH et avocat chez Danone, …": the roles in the order of the names. The
// words behind go with the second.
std::optional<Introduction> respective(const Note& note, const Name& name) {
  const bool is_first = are_two(note, name.index);
  if (!is_first && (name.index == 0 || !are_two(note, name.index - 1))) return std::nullopt;
  const std::string_view text = note.text();
  const std::size_t first = is_first ? name.index : name.index - 1;
  constexpr std::string_view each = ", respectivement ";
  const std::size_t comma = note.masked()[first + 1]->range.end.value;
  if (!starts_with(text, comma, each)) return std::nullopt;
  Introduction one;
  Introduction other;
  if (!read_role(text, comma + each.size(), one) || !starts_with(text, one.end, " et ") ||
      !read_role(text, one.end + std::string_view(" et ").size(), other)) {
    return std::nullopt;
  }
  Introduction out = is_first ? one : other;
  out.name = name.index;
  out.begin = name.begin;
  if (is_first) {
    out.end = name.end;
    return out;
  }
  out.employer = employer_behind(note, first + 2, other.end, out.end);
  const Name both{first, note.masked()[first]->range.begin.value, name.end};
  if (starts_with(text, out.end, ",") && takes_closing_comma(note, both, out.end + 1)) ++out.end;
  return out;
}

const Determiner* determiner_before(std::string_view text, std::size_t noun) {
  noun = skip_adjectives_back(text, noun);
  std::size_t at = skip_blanks_back(text, noun, 0);
  if (at == noun && at > 0) at -= text::decode_before(text, at).size;  // l’infirmière
  const std::optional<Word> word = word_back(text, at, 0);
  return word ? determiner_of(word->folded) : nullptr;
}

// How many of `words` stand behind the last determiner among them and before them; 0 where there is none, as
// before most names: it spares the tables.
std::size_t words_behind_determiner(std::string_view text, const std::vector<Word>& words) {
  for (std::size_t count = 1; count < words.size(); ++count) {
    const std::string_view before = words[words.size() - count - 1].folded;
    if (determiner_of(before) != nullptr || stands_before_role(before)) return count;
  }
  const bool before_all = !words.empty() && determiner_before(text, words.front().begin) != nullptr;
  return before_all ? words.size() : 0;
}

// "la DRH de Danone, …", "le manager de Claire, …", "la maire de Lille, …"
bool may_complete_role(Category category) {
  return category == Category::Org || category == Category::Person || category == Category::Loc;
}

// Where the role ends whose complement `finding` is.
std::size_t behind_role_of(std::string_view text, const detect::Finding& finding) {
  std::size_t begin = finding.range.begin.value;
  if (const auto civility = civility_before(text, begin, 0)) begin = civility->begin;
  const Lead lead = lead_before(text, begin, 0);
  // "la DRH, Claire, Paul": a person without a preposition is no complement.
  if (finding.category == Category::Person && (!lead.stands || lead.word != "de"))
    return finding.range.end.value;
  return skip_blanks_back(text, lead.begin, 0);
}

// What an adjective says ("son ancienne DRH"), else the determiner.
Sex sex_before(std::string_view text, const Determiner& determiner, const RoleMention& role) {
  const std::size_t begin = skip_adjectives_back(text, role.begin);
  if (begin == role.begin) return sex_of(determiner, role);
  const knowledge::Lexeme adjective = knowledge::look_up(word_from(text, begin)->folded);
  if (adjective.feminine != adjective.masculine) return adjective.feminine ? Sex::Feminine : Sex::Masculine;
  const bool tells = determiner.word != "mon" && determiner.word != "ton" && determiner.word != "son";
  return tells ? determiner.sex : Sex::Unknown;
}

// The role that ends at `end`, with its determiner; whose or where it is may stand between ("la DRH de
// Danone, Claire …").
std::optional<Introduction> determined_role(const Note& note, std::size_t name_index, std::size_t end) {
  const std::string_view text = note.text();
  std::size_t role_end = end;
  if (name_index > 0) {
    const detect::Finding& before = *note.masked()[name_index - 1];
    if (may_complete_role(before.category) && before.range.end.value == end) {
      role_end = behind_role_of(text, before);
    }
  }
  const std::vector<Word> words = words_back(text, role_end, longest_role, 0);
  const std::size_t fewest = words_behind_determiner(text, words);
  if (fewest == 0) return std::nullopt;
  const auto role = role_at_end_of(words, fewest);
  const Determiner* found = role ? determiner_before(text, role->begin) : nullptr;
  if (found == nullptr) return std::nullopt;
  Introduction out;
  out.shape = Introduction::Shape::RoleBefore;
  out.role = *role;
  out.sex = sex_before(text, *found, *role);
  return out;
}

std::optional<Introduction> role_before(const Note& note, const Name& name) {
  const std::string_view text = note.text();
  std::size_t begin = skip_blanks_back(text, name.begin, 0);
  std::size_t end = name.end;
  if (begin == 0) return std::nullopt;
  if (text[begin - 1] == ',') {
    const std::size_t next = skip_blanks(text, end);
    constexpr std::string_view closing = ",.;:!?)\r\n";
    if (next < text.size() && closing.find(text[next]) == std::string_view::npos) return std::nullopt;
    if (starts_with(text, next, ",")) end = next + 1;
    begin = skip_blanks_back(text, begin - 1, 0);
  } else if (text[begin - 1] == '(' && starts_with(text, end, ")")) {
    ++end;
    begin = skip_blanks_back(text, begin - 1, 0);
  } else if (begin == name.begin) {
    return std::nullopt;
  }
  std::optional<Introduction> out = determined_role(note, name.index, begin);
  if (out) {
    out->name = name.index;
    out->begin = begin;
    out->end = end;
  }
  return out;
}

std::size_t skip_emphasis_back(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == '*' || text[at - 1] == '_' || text[at - 1] == ' ')) --at;
  return skip_blanks_back(text, at, 0);
}

std::optional<Introduction> label(const Note& note, const Name& name) {
  const std::string_view text = note.text();
  const std::size_t colon = skip_emphasis_back(text, name.begin);
  if (colon == 0 || text[colon - 1] != ':') return std::nullopt;
  const auto role = role_ending_at(text, skip_emphasis_back(text, colon - 1), 0);
  if (!role) return std::nullopt;
  std::size_t left = role->begin;
  constexpr std::string_view marks = " \t*_->+#|";
  while (left > 0 && marks.find(text[left - 1]) != std::string_view::npos) --left;
  if (left > 0 && text[left - 1] != '\n' && text[left - 1] != '\r') return std::nullopt;
  Introduction out;
  out.shape = Introduction::Shape::Label;
  out.name = name.index;
  out.role = *role;
  out.begin = name.begin;
  out.end = name.end;
  return out;
}

}  // namespace

std::optional<Introduction> introduction_at(const Note& note, std::size_t at) {
  const detect::Finding& finding = *note.masked()[at];
  Name name{at, finding.range.begin.value, finding.range.end.value};
  const auto civility = civility_before(note.text(), name.begin, 0);
  if (civility) name.begin = civility->begin;
  std::optional<Introduction> out = respective(note, name);
  if (!out) out = apposition(note, name);
  if (!out) out = role_before(note, name);
  if (!out) out = label(note, name);
  if (out && civility && civility->sex != Sex::Unknown) out->sex = civility->sex;
  return out;
}

const Introduction* Introductions::at(std::size_t finding) {
  Read& read = read_[finding];
  if (!read.done) {
    read.done = true;
    if (const auto introduction = introduction_at(note_, finding)) {
      read.found = &all_.emplace_back(*introduction);
    }
  }
  return read.found;
}

}  // namespace paravent::anonymise
