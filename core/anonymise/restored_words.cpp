#include "anonymise/restored_words.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "anonymise/grammar.hpp"
#include "anonymise/letter_case.hpp"
#include "anonymise/person_shape.hpp"
#include "anonymise/reading.hpp"
#include "anonymise/restored_time.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

using policy::Category;

// Emphasis, quotes and brackets may stand between a preposition and its name: "de **Personne A**".
std::size_t before_opening_marks(std::string_view text, std::size_t at, std::size_t floor) {
  constexpr std::u32string_view opening = U"*_~`=[“\"«";
  while (at > floor) {
    const text::Codepoint c = text::decode_before(text, at);
    const bool blank = text::is_space(c.value) && text.substr(0, at - c.size).ends_with("«");
    if (!blank && opening.find(c.value) == std::u32string_view::npos) break;
    at -= c.size;
  }
  return at;
}

// What governs a name, and the marks that stand between.
struct MarkedLead {
  Lead lead;
  std::string between;
};

// "de **l’Entreprise B**" is "de", with the article, as "de l’**Entreprise B**" is.
MarkedLead marked_lead_before(std::string_view text, std::size_t at, std::size_t floor) {
  const std::size_t anchor = before_opening_marks(text, at, floor);
  MarkedLead out{lead_before(text, anchor, floor), std::string(text.substr(anchor, at - anchor))};
  if (!out.lead.stands || !out.lead.article || !out.lead.word.empty() || !out.between.empty()) return out;
  const std::size_t outer_anchor = before_opening_marks(text, out.lead.begin, floor);
  if (outer_anchor == out.lead.begin) return out;
  Lead outer = lead_before(text, outer_anchor, floor);
  if (!outer.stands || outer.article || (outer.word != "de" && outer.word != "à")) return out;
  out.between = text.substr(outer_anchor, out.lead.begin - outer_anchor);
  outer.article = true;
  out.lead = outer;
  return out;
}

std::optional<Word> word_before(std::string_view text, std::size_t at, std::size_t floor) {
  const std::size_t end = skip_blanks_back(text, at, floor);
  return end == at ? std::nullopt : word_back(text, end, floor);
}

Article definite_if(bool wanted) {
  return wanted ? Article::Definite : Article::None;
}

// "de" + "les Sables" → "des Sables"
std::string behind_plural(std::string_view word, const std::string& name) {
  if (word == "de") return "des " + name;
  if (word == "à") return "aux " + name;
  return (word.empty() ? std::string() : std::string(word) + " ") + "les " + name;
}

// "Le Havre" behind à is "au Havre": the article in the name contracts.
std::string behind_own(std::string_view word, std::string_view name) {
  if (word != "de" && word != "à") return {};
  if (name.starts_with("Les ")) return behind_plural(word, std::string(name.substr(4)));
  if (!name.starts_with("Le ")) return {};
  return behind(word, Article::Definite, {std::string(name.substr(3)), false, text::Language::French});
}

bool is_region(std::string_view name) {
  constexpr std::uint8_t region = 6;
  return knowledge::look_up(text::fold(name)).place == region;
}

bool wants_article(Category category, const Lead& lead, const ReturningName& name) {
  if (category == Category::Person || name.article == OwnArticle::None) return false;
  const bool asks = lead.word == "de" || lead.word == "à" || lead.word == "que";
  return lead.article || (asks && category == Category::Org);
}

std::string with_noun(const std::string& project) {
  return text::fold(project).starts_with("projet") ? project : "projet " + project;
}

// The name with what governs it, in French: "d’Ilyès", "au CHU", "en Bretagne".
std::string behind_lead(Category category, const Lead& lead, const ReturningName& name) {
  const bool article = wants_article(category, lead, name);
  const bool feminine = name.article == OwnArticle::Feminine;
  if (category == Category::Project && lead.article && name.article == OwnArticle::None) {
    return behind(lead.word, Article::Definite, {with_noun(name.words), false, text::Language::French});
  }
  if (category == Category::Loc && lead.word == "à" && is_region(name.words) &&
      (feminine || takes_elision(name.words))) {
    return "en " + name.words;
  }
  if (article && name.article == OwnArticle::Plural) return behind_plural(lead.word, name.words);
  if (!article && category != Category::Person) {
    const std::string own = behind_own(lead.word, name.words);
    if (!own.empty()) return own;
  }
  return behind(lead.word, definite_if(article), {name.words, feminine, text::Language::French});
}

// "dans l’Entreprise A" → "chez Danone"
Lead with_dans(std::string_view text, const Return& what, Lead lead, std::size_t floor) {
  const bool bare_firm = what.category == Category::Org && what.names.front().article == OwnArticle::None;
  if (!bare_firm || !lead.article || !lead.word.empty()) return lead;
  const std::optional<Word> before = word_before(text, lead.begin, floor);
  if (!before || before->folded != "dans") return lead;
  lead.begin = before->begin;
  lead.word = "chez";
  lead.article = false;
  lead.capital = text::is_upper(text::decode_at(text, before->begin).value);
  return lead;
}

std::string plain(std::string_view written) {
  std::string out = text::fold(written);
  for (std::size_t at = out.find("\u00A0"); at != std::string::npos; at = out.find("\u00A0", at)) {
    out.replace(at, 2, " ");
  }
  return out;
}

std::string with_marks(const ReturningName& name, std::string_view words) {
  return std::string(name.marks) + std::string(words) + std::string(name.marks);
}

// The second and later names of a list share what governs the first: "de Claire et de Paul".
std::string rest_of_list(const Return& what, const Lead& lead) {
  std::string out;
  for (std::size_t i = 1; i < what.names.size(); ++i) {
    const ReturningName& name = what.names[i];
    out += name.joiner;
    const bool repeats =
        (lead.word == "de" || lead.word == "à") && name.joiner.find('/') == std::string_view::npos;
    Lead again;
    again.article = lead.article;
    if (repeats) again.word = lead.word;
    const std::string phrase = is_time(what.category)
                                   ? behind_time(what.category, again, name.words, name.article, false)
                                   : behind_lead(what.category, again, name);
    const bool ends_with_name = phrase.ends_with(name.words);
    const std::size_t prefix = ends_with_name ? phrase.size() - name.words.size() : 0;
    out += phrase.substr(0, prefix) + with_marks(name, phrase.substr(prefix));
  }
  return out;
}

// What stands in front of the first name: where it begins, its words, and the name as it is then.
struct Front {
  std::size_t begin = 0;
  std::string prefix;
  std::string name;
  bool capital = false;
  bool redone = false;
};

Front french_front(const Note& note, const Return& what, const Lead& lead, std::size_t anchor) {
  const ReturningName& name = what.names.front();
  const std::string phrase =
      is_time(what.category) ? behind_time(what.category, lead, name.words, name.article, what.behind_from)
                             : behind_lead(what.category, lead, name);
  Front out{lead.begin, {}, phrase, lead.capital, true};
  std::size_t tail = name.words.size();
  // Of "au Havre" for "Le Havre" the name is what its article leaves.
  if (!phrase.ends_with(name.words))
    tail = phrase.size() - phrase.rfind(name.words.substr(name.words.find(' ') + 1));
  if (tail <= phrase.size()) {
    out.prefix = phrase.substr(0, phrase.size() - tail);
    out.name = phrase.substr(phrase.size() - tail);
  }
  const std::string_view written = note.text().substr(lead.begin, anchor - lead.begin);
  if (plain(written) == plain(out.prefix)) {
    out = {anchor, {}, out.name, false, false};
  } else if (is_in_capitals(written)) {
    out.prefix = in_capitals(out.prefix);
  }
  return out;
}

// "the Person A" → "Claire"; "an Age A" → "a 43-year-old"
Front english_front(const Note& note, const Return& what, std::size_t anchor, std::size_t floor) {
  const ReturningName& name = what.names.front();
  Front out{anchor, {}, name.words, false, false};
  const std::optional<Word> before = word_before(note.text(), anchor, floor);
  if (!before || !what.english) return out;
  const bool capital = text::is_upper(text::decode_at(note.text(), before->begin).value);
  const bool indefinite = before->folded == "an" || (before->folded == "a" && !what.french);
  if (before->folded == "the") {
    if (what.category == Category::Project) out.name += " project";
    const bool keeps = what.category == Category::Project || what.category == Category::Phone ||
                       what.category == Category::Id || name.article != OwnArticle::None;
    if (!keeps || is_time(what.category)) return {before->begin, {}, out.name, capital, true};
  } else if ((indefinite || before->folded == "a") && what.category == Category::Age) {
    if (name.words.find("year") == std::string::npos) return out;
    return {before->begin, says_an(name.words) ? "an " : "a ", name.words, capital, true};
  } else if (indefinite && !is_time(what.category)) {
    return {before->begin, {}, name.words, capital, true};
  }
  return out;
}

bool starts_small(std::string_view name) {
  return text::is_lower(text::decode_at(name, 0).value);
}

// A name with a particle, "de La Tour", and an address are written so anywhere.
bool keeps_small_letter(Category category) {
  return category == Category::Person || category == Category::Email || category == Category::Url;
}

// "notre Projet A" → "notre projet Phénix"
bool is_determiner(std::string_view folded) {
  constexpr std::array<std::string_view, 8> words{"ce", "mon", "ton", "son", "notre", "votre", "leur", "un"};
  return std::find(words.begin(), words.end(), folded) != words.end();
}

Front front_of(const Note& note, const Return& what, Lead& lead, std::size_t anchor, std::size_t floor) {
  const ReturningName& name = what.names.front();
  // "Les Martin" are several people, whom one alias stands for.
  const bool family = what.category == Category::Person && lead.plural && !what.plural;
  if (lead.stands && !family) return french_front(note, what, lead, anchor);
  const std::optional<Word> before = word_before(note.text(), anchor, floor);
  Front out = english_front(note, what, anchor, floor);
  if (!out.redone && what.category == Category::Date) {
    out.prefix = bare_date_article(before ? before->folded : "", name.words, name.article);
    out.redone = !out.prefix.empty();
  }
  if (what.category == Category::Project && what.french && before && is_determiner(before->folded)) {
    out.name = with_noun(out.name);
  }
  // "Mme Personne A" → "Mme Dupont"
  if (what.category == Category::Person && civility_before(note.text(), anchor, floor)) {
    out.name = in_shape(out.name, NameShape::Surname);
  }
  return out;
}

}  // namespace

Draft returned(const Note& note, const Return& what, std::size_t floor) {
  const std::string_view text = note.text();
  const ReturningName& name = what.names.front();
  const std::size_t anchor = before_opening_marks(text, what.begin, floor);
  const MarkedLead marked = marked_lead_before(text, what.begin, floor);
  Lead lead = with_dans(text, what, marked.lead, floor);
  if (lead.stands && is_time(what.category)) lead = time_lead(text, lead, floor);
  Front front = front_of(note, what, lead, anchor, floor);
  const bool opens = (front.redone && front.capital) ||
                     (front.prefix.empty() && front.begin == anchor && note.at_sentence_start(what.begin));
  if (opens && !front.prefix.empty()) front.prefix = capitalised(front.prefix);
  if (opens && front.prefix.empty() && starts_small(front.name) && !keeps_small_letter(what.category)) {
    front.name = capitalised(front.name);
  }
  std::string words = with_marks(name, front.name) + rest_of_list(what, lead);
  if (!front.redone) return {what.begin, what.end, std::move(words)};
  return {front.begin, what.end,
          note.in_own_typography(std::move(front.prefix), what.begin) + marked.between + std::move(words)};
}

}  // namespace paravent::anonymise
