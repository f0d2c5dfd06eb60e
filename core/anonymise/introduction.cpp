#include <array>

#include "anonymise/age.hpp"
#include "anonymise/apposition.hpp"
#include "anonymise/bare_role.hpp"
#include "anonymise/closing_mark.hpp"
#include "anonymise/describe_person.hpp"
#include "anonymise/determiner.hpp"
#include "anonymise/kin.hpp"
#include "anonymise/name_title.hpp"
#include "anonymise/role_complement.hpp"
#include "anonymise/thing_lead.hpp"

namespace paravent::anonymise {
namespace {

using knowledge::Sex;
using policy::Category;

bool starts_with(std::string_view text, std::size_t at, std::string_view what) {
  return text.substr(std::min(at, text.size()), what.size()) == what;
}

// "la DRH de Danone, …", "le manager de Claire, …", "la maire de Lille, …"
bool may_complete_role(Category category) {
  return category == Category::Org || category == Category::Person || category == Category::Loc;
}

// Where the role ends whose complement `finding` is.
std::size_t behind_role_of(const Note& note, const detect::Finding& finding) {
  const std::string_view text = note.text();
  // "le directeur du groupe Danone"
  if (finding.category == Category::Org)
    return skip_blanks_back(text, thing_lead_before(note, finding, 0).lead.begin, 0);
  std::size_t begin = finding.range.begin.value;
  if (const auto civility = civility_before(text, begin, 0)) begin = civility->begin;
  const Lead lead = lead_before(text, begin, 0);
  // "la DRH, Claire, Paul": a person without a preposition is no complement.
  if (finding.category == Category::Person && (!lead.stands || lead.word != "de"))
    return finding.range.end.value;
  return skip_blanks_back(text, lead.begin, 0);
}

// The role that ends at `end`, with its determiner; whose or where it is may stand between ("la DRH de
// Danone, Claire …"), and more of its own words where a mark sets the name apart.
std::optional<Introduction> determined_role(const Note& note, std::size_t name_index, std::size_t end,
                                            bool set_apart) {
  const std::string_view text = note.text();
  std::size_t role_end = end;
  if (name_index > 0) {
    const detect::Finding& before = *note.masked()[name_index - 1];
    if (may_complete_role(before.category) && before.range.end.value == end) {
      role_end = behind_role_of(note, before);
    }
  }
  const std::vector<Word> words = words_back(text, role_end, longest_role, 0);
  const std::size_t fewest = words_behind_determiner(text, words);
  auto role = fewest == 0 ? std::nullopt : role_at_end_of(words, fewest);
  if (!role && fewest > 0) role = kin_ending_at(text, role_end);
  if (!role && set_apart) role = role_with_complement(note, name_index, end);
  const Determiner* found = role ? determiner_before(text, role->begin) : nullptr;
  if (found == nullptr) return std::nullopt;
  Introduction out;
  out.shape = Introduction::Shape::RoleBefore;
  out.role = *role;
  out.sex = sex_before(text, *found, *role);
  const std::size_t noun = skip_adjectives_back(text, role->begin);
  const std::optional<Word> word = word_back(text, skip_blanks_back(text, noun, 0), 0);
  out.phrase_begin = word ? word->begin : noun;
  if (word && is_possessive(word->folded)) out.possessed = text.substr(word->begin, role->end - word->begin);
  return out;
}

// "Sa fille Léa, 14 ans, …": the age behind the name goes on with the role.
void take_age(const Note& note, const NameSpan& name, Introduction& out) {
  const std::string_view text = note.text();
  const std::size_t comma = skip_blanks(text, name.end);
  if (name.index + 1 >= note.masked().size() || !starts_with(text, comma, ",")) return;
  const detect::Finding& age = *note.masked()[name.index + 1];
  if (age.category != Category::Age || age.range.begin.value != skip_blanks(text, comma + 1)) return;
  out.age = name.index + 1;
  out.end = age_end(note, age);
  const std::size_t closing = skip_blanks(text, out.end);
  const NameSpan whole{out.age, out.phrase_begin, out.end};
  if (starts_with(text, closing, ",") && takes_closing_comma(note, whole, closing + 1)) out.end = closing + 1;
}

// Whether a comma or a bracket stands before the name.
bool ends_with_mark(std::string_view text, std::size_t name_begin) {
  const std::size_t left = skip_blanks_back(text, name_begin, 0);
  return left == 0 || text[left - 1] == ',' || text[left - 1] == '(';
}

// "Avec sa compagne, Salomé, il ouvre …": the comma parts what stands before the subject.
bool goes_on_with_subject(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 10> subjects{"je", "j",   "tu",    "il", "elle",
                                                      "on", "ils", "elles", "c",  "ce"};
  const std::optional<Word> word = word_from(text, skip_blanks(text, at));
  return word && is_one_of(subjects, word->folded);
}

std::optional<Introduction> role_before(const Note& note, const NameSpan& name) {
  const std::string_view text = note.text();
  std::size_t begin = skip_blanks_back(text, name.begin, 0);
  std::size_t end = name.end;
  if (begin == 0) return std::nullopt;
  if (text[begin - 1] == ',') {
    const std::size_t next = skip_blanks(text, end);
    constexpr std::string_view closing = ",.;:!?)\r\n";
    if (next < text.size() && closing.find(text[next]) == std::string_view::npos) return std::nullopt;
    if (starts_with(text, next, ",") && !goes_on_with_subject(text, next + 1)) end = next + 1;
    begin = skip_blanks_back(text, begin - 1, 0);
  } else if (text[begin - 1] == '(' && starts_with(text, end, ")")) {
    ++end;
    begin = skip_blanks_back(text, begin - 1, 0);
  } else if (begin == name.begin) {
    return std::nullopt;
  }
  std::optional<Introduction> out =
      determined_role(note, name.index, begin, ends_with_mark(text, name.begin));
  if (out) {
    out->name = name.index;
    out->begin = begin;
    out->end = end;
    take_age(note, name, *out);
  }
  return out;
}

// "Son frère, Loris, ingénieur chez Airbus, …": the name alone goes, and the first role goes on with the
// second.
std::optional<Introduction> role_on_both_sides(const Note& note, const NameSpan& name) {
  const std::string_view text = note.text();
  const std::size_t left = skip_blanks_back(text, name.begin, 0);
  if (left == 0 || text[left - 1] != ',' || !starts_with(text, name.end, ",")) return std::nullopt;
  if (!apposition(note, name)) return std::nullopt;
  std::optional<Introduction> out = role_before(note, name);
  if (!out || out->age != nobody) return std::nullopt;
  const detect::Entity* entity = note.entity(*note.masked()[name.index]);
  const bool one_sex =
      entity == nullptr || entity->sex == Sex::Unknown || out->sex == Sex::Unknown || out->sex == entity->sex;
  // "Vu ma sœur, Paul, avocat, et Tom" lists them.
  if (!one_sex) return std::nullopt;
  out->end = name.end;
  return out;
}

std::size_t skip_emphasis_back(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == '*' || text[at - 1] == '_' || text[at - 1] == ' ')) --at;
  return skip_blanks_back(text, at, 0);
}

std::optional<Introduction> label(const Note& note, const NameSpan& name) {
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

// "Le père Étienne Galland, curé de la paroisse, …": a title, and no father of anybody.
std::optional<Introduction> behind_clerical_title(const Note& note, NameSpan name) {
  const auto title = clerical_title_before(note.text(), name.begin);
  if (!title) return std::nullopt;
  name.begin = title->begin;
  std::optional<Introduction> out = apposition(note, name);
  const std::size_t article = lead_before(note.text(), title->begin, 0).begin;
  if (!out && ends_with_mark(note.text(), article)) {
    name.begin = article;  // "le curé de Vannes, le père Gildas, …"
    out = role_before(note, name);
  }
  if (out) out->sex = title->sex;
  return out;
}

}  // namespace

std::optional<Introduction> introduction_at(const Note& note, std::size_t at) {
  const detect::Finding& finding = *note.masked()[at];
  NameSpan name{at, finding.range.begin.value, finding.range.end.value};
  auto civility = civility_before(note.text(), name.begin, 0);
  if (!civility) civility = certain_before(note.text(), name.begin);
  if (civility) name.begin = civility->begin;
  std::optional<Introduction> out = respective(note, name);
  if (!out && !civility) out = behind_clerical_title(note, name);
  // "Son mari Paul, avocat, …": what stands right before the name goes on with what stands behind it.
  if (!out && !ends_with_mark(note.text(), name.begin)) out = role_before(note, name);
  if (!out) out = role_on_both_sides(note, name);
  if (!out) out = apposition(note, name);
  if (!out) out = role_before(note, name);
  if (!out) out = bare_role_before(note, name);
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
