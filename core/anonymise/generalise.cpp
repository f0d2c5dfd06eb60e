#include "anonymise/generalise.hpp"

#include "anonymise/apposed_group.hpp"
#include "anonymise/describe.hpp"
#include "anonymise/determiner.hpp"
#include "anonymise/left_context.hpp"
#include "anonymise/letter_case.hpp"
#include "anonymise/line.hpp"
#include "anonymise/pseudonym.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {

using policy::Category;

namespace {

// "Me Courtois, avocate de sa femme": of one person.
bool is_of_somebody(const Note& note, const Introduction& introduction) {
  const std::string_view text = note.text();
  const std::size_t role_end = introduction.role.end;
  if (determiner_before(text, introduction.role.begin) != nullptr) return false;  // "un collègue d’Émile"
  if (introduction.name + 1 < note.masked().size() && introduction.age == nobody) {
    const detect::Finding& next = *note.masked()[introduction.name + 1];
    const Lead lead = lead_before(text, next.range.begin.value, role_end);
    if (next.category == Category::Person && lead.word == "de" && lead.begin == skip_blanks(text, role_end))
      return true;
  }
  const std::optional<Word> of = next_word(text, role_end);
  const std::optional<Word> whose = of && of->folded == "de" ? next_word(text, of->end) : std::nullopt;
  return whose && is_possessive(whose->folded);
}

// A link has English words of its own ("in", "about"): what it is called is in the language of the words
// before.
text::Language language_around(const Note& note, const detect::Finding& finding) {
  if (is_in_french(finding)) return finding.language;
  int french = 0;
  for (const std::string& word : folded_words(line_before(note.text(), finding.range.begin.value))) {
    const knowledge::Lexeme lexeme = knowledge::look_up(word);
    if (lexeme.french_word() != lexeme.english) french += lexeme.english ? -1 : 1;
  }
  return french > 0 ? text::Language::French : finding.language;
}

// The mark that ends what goes on behind a role: "vétérinaire| à Aurillac|, …"; `at` where nothing goes on,
// or far.
std::size_t complement_end(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 60;
  const std::size_t next = skip_blanks(text, at);
  if (at > 0 && text[at - 1] == ')') return at;
  if (!text::is_word(text::decode_at(text, next).value)) return at;
  const std::size_t end = text.substr(at, longest).find_first_of(",;.:!?)\r\n");
  return end == std::string_view::npos ? at : skip_blanks_back(text, at + end, at);
}

}  // namespace

Generaliser::Generaliser(const Note& note, AliasBook& aliases)
    : note_(note),
      aliases_(aliases),
      introductions_(note),
      people_(describe_people(note, introductions_)),
      english_people_(describe_english_people(note)),
      mentions_(note.analysis().entities.size()),
      written_(note.masked().size()) {
  for (const detect::Finding* finding : note.masked()) {
    if (note.entity(*finding) != nullptr) ++mentions_[finding->entity - 1];
  }
}

Draft Generaliser::replace(std::size_t at, std::size_t floor) {
  if (note_.place(at).alias) return alias(at, floor);
  switch (note_.masked()[at]->category) {
    case Category::Person:
      return person(at, floor);
    case Category::Org:
    case Category::Loc:
      return thing(at, floor);
    case Category::Age:
      return age(at, floor);
    case Category::Date:
      return date(at, floor);
    case Category::Birthdate:
      return birthdate(at, floor);
    default:
      return identifier(at, floor);
  }
}

Draft Generaliser::alias(std::size_t at, std::size_t floor) {
  written_[at] = alias_at(note_, aliases_, at);
  return to_alias(note_, aliases_, at, floor);
}

Draft Generaliser::placed(std::size_t begin, std::size_t end, const Lead& lead, std::string phrase) const {
  const std::size_t from = lead.stands ? lead.begin : begin;
  const bool capital = lead.stands ? lead.capital : note_.at_sentence_start(begin);
  if (capital) phrase = capitalised(phrase);
  return {from, end, note_.in_own_typography(std::move(phrase), from)};
}

// Nothing, behind a noun that says who several people are.
Draft Generaliser::group(const Group& group, std::size_t at) {
  for (std::size_t i = at; i < at + group.count; ++i) written_[i] = aliases_.alias_of(*note_.masked()[i]);
  return {group.begin, group.end, "", group.count};
}

// "Deux boulangers": several people, by what is said of all of them.
std::optional<Draft> Generaliser::apposed_group(std::size_t at, std::size_t floor) {
  const std::optional<ApposedGroup> found = apposed_group_at(note_, at);
  if (!found || found->begin < floor) return std::nullopt;
  for (std::size_t i = at; i < at + found->count; ++i) {
    const detect::Finding& finding = *note_.masked()[i];
    if (finding.entity != 0 && people_[finding.entity - 1]) return std::nullopt;
  }
  const Lead lead = lead_before(note_.text(), found->begin, floor);
  if (lead.article || is_called(note_.text(), found->begin)) return std::nullopt;
  for (std::size_t i = at; i < at + found->count; ++i) written_[i] = aliases_.alias_of(*note_.masked()[i]);
  if (found->comma != nobody) side_edits_.push_back({found->comma, found->comma + 1, "", 0});
  Draft draft = placed(found->begin, found->end, lead,
                       behind(lead.word, Article::None, {found->words, false, text::Language::French}));
  draft.covered = found->count;
  return draft;
}

// "Les Lambert partent": "les" stays, and so does the plural of what follows.
Draft Generaliser::family(std::size_t at) {
  const detect::Finding& finding = *note_.masked()[at];
  const bool known = finding.entity != 0 && !families_.insert(finding.entity).second;
  const NounPhrase noun{"famille", true, finding.language};
  written_[at] = "membres " + behind("de", known ? Article::Demonstrative : Article::Indefinite, noun);
  const std::size_t begin = finding.range.begin.value;
  return {begin, finding.range.end.value, note_.in_own_typography(written_[at], begin)};
}

Draft Generaliser::person(std::size_t at, std::size_t floor) {
  const detect::Finding& finding = *note_.masked()[at];
  if (!is_in_french(finding)) return english_person(at, floor);
  if (const std::optional<Group> found = group_at(note_, at, floor)) return group(*found, at);
  if (std::optional<Draft> draft = apposed_group(at, floor)) return *std::move(draft);
  if (lead_before(note_.text(), finding.range.begin.value, floor).plural) return family(at);
  const bool known = note_.entity(finding) != nullptr && people_[finding.entity - 1];
  if (!known || note_.is_speaker(finding.range)) return alias(at, floor);
  const PersonDescription& description = *people_[finding.entity - 1];
  const Introduction* introduction = introductions_.at(at);
  const bool of_role = introduction != nullptr &&
                       (introduction->role.role.masculine == description.role.masculine ||
                        (description.anyone && introduction->shape == Introduction::Shape::RoleBefore));
  if (of_role && is_free(*introduction, floor) && !is_called(note_.text(), introduction->begin)) {
    Draft draft = introduced(*introduction, floor);
    introduced_.insert(finding.entity);
    return draft;
  }
  std::size_t begin = finding.range.begin.value;
  const auto civility = civility_before(note_.text(), begin, floor);
  if (civility) begin = civility->begin;
  const Lead lead = lead_before(note_.text(), begin, floor);
  if (!lead.stands && !takes_noun_phrase(note_.text(), begin, finding.language)) return alias(at, floor);
  return mentioned(at, description, lead, begin);
}

Draft Generaliser::mentioned(std::size_t at, const PersonDescription& description, const Lead& lead,
                             std::size_t begin) {
  const detect::Finding& finding = *note_.masked()[at];
  const NounPhrase noun{description.noun(), description.feminine, finding.language};
  const bool first = introduced_.insert(finding.entity).second;
  const Article someone = first ? Article::Indefinite : Article::Demonstrative;
  const Article article = description.anyone ? someone : Article::Definite;
  std::string phrase = behind(lead.word, article, noun);
  written_[at] = with_article(article, noun);
  if (const auto kin = kin_.find(finding.entity); kin != kin_.end()) {
    written_[at] = kin->second;
    phrase = lead.word.empty() ? kin->second : std::string(lead.word) + " " + kin->second;
  }
  return placed(begin, finding.range.end.value, lead, std::move(phrase));
}

// Nothing else that masks lies in what an introduction replaces or keeps of its words.
bool Generaliser::is_free(const Introduction& introduction, std::size_t floor) const {
  if (introduction.begin < floor) return false;
  std::size_t last = introduction.name;
  if (introduction.age != nobody) last = introduction.age;
  if (introduction.employer != nobody) last = introduction.employer;
  return last + 1 >= note_.masked().size() || note_.masked()[last + 1]->range.begin.value >= introduction.end;
}

// "Claire, la DRH de Danone" is one of many; "Paul, le mari de Julie", "Marc, le nouveau directeur" is not.
bool Generaliser::is_only_one(const Introduction& introduction) const {
  if (!introduction.definite) return is_of_somebody(note_, introduction);
  if (introduction.role.kin || !introduction.adjectives.empty()) return true;
  if (introduction.employer != nobody) return false;
  const std::size_t role_end = introduction.role.end;
  constexpr std::string_view marks = ",.;:!?)";
  if (role_end == note_.text().size() || marks.find(note_.text()[role_end]) != std::string_view::npos)
    return true;
  const std::optional<Word> next = next_word(note_.text(), role_end);
  return next &&
         (next->folded == "de" || next->folded == "d" || next->folded == "du" || next->folded == "des");
}

// "Hôtelier à Dinard, …" → "Un hôtelier …": the word that starts the sentence, with its article.
Draft Generaliser::article_for(const Introduction& introduction, const PersonDescription& description) const {
  const std::size_t begin = introduction.phrase_begin;
  const RoleMention& role = introduction.role;
  const bool feminine = role.feminine_form || (description.feminine && !role.masculine_form);
  const std::string_view text = note_.text();
  const std::optional<Word> first = word_from(text, begin);
  const std::size_t end = first ? first->end : begin;
  const std::string_view written = text.substr(begin, end - begin);
  const std::string words = is_in_capitals(written) ? std::string(written) : in_small_letters(written);
  return {begin, end, (feminine ? "Une " : "Un ") + words, 0};
}

Draft Generaliser::introduced(const Introduction& introduction, std::size_t floor) {
  using Shape = Introduction::Shape;
  std::string& written = written_[introduction.name];
  const detect::Finding& name = *note_.masked()[introduction.name];
  const PersonDescription& description = *people_[name.entity - 1];
  NounPhrase noun{description.noun(), description.feminine, name.language};
  if (introduction.role.kin && !introduction.possessed.empty()) {
    kin_.try_emplace(name.entity, in_small_letters(introduction.possessed));
  }
  if (introduction.shape == Shape::RoleBefore) {
    // The role that stands there goes on to speak of the person.
    written = with_article(Article::Definite, noun);
    return role_goes_on(introduction, noun);
  }
  if (introduction.shape == Shape::BareRole) {
    written = with_article(Article::Definite, noun);
    side_edits_.push_back(article_for(introduction, description));
    return {introduction.begin, introduction.end, ""};
  }
  if (introduction.shape == Shape::Label) {
    written = "une personne";
    return placed(introduction.begin, introduction.end, Lead{}, written);
  }
  const bool definite = is_only_one(introduction) || introduced_.count(name.entity) > 0;
  const Article article = definite ? Article::Definite : Article::Indefinite;
  const Lead lead = lead_before(note_.text(), introduction.begin, floor);
  const bool possessed = !introduction.possessed.empty();
  if (description.rank == 0) noun.words.insert(0, introduction.adjectives);
  written = possessed ? std::string(introduction.possessed) : with_article(article, noun);
  std::string phrase = behind(lead.word, article, noun);
  if (possessed) phrase = lead.word.empty() ? written : std::string(lead.word) + " " + written;
  std::string complement;
  if (introduction.employer != nobody) complement = " " + employer(introduction.employer);
  if (introduction.age != nobody) {
    const std::string age = ", " + age_in_words(introduction.age);
    // The age has changed places with the role, and stands behind all that goes on with the role.
    const std::size_t end = complement_end(note_.text(), introduction.end);
    if (end > introduction.end) {
      side_edits_.push_back({end, end, age, 0});
    } else {
      complement += age;
      const std::size_t next = skip_blanks(note_.text(), introduction.end);
      if (text::is_word(text::decode_at(note_.text(), next).value)) complement += ",";
    }
  }
  if (introduction.comma != nobody)
    side_edits_.push_back({introduction.comma, introduction.comma + 1, "", 0});
  written += complement;
  Draft draft = placed(introduction.begin, introduction.end, lead, phrase + complement);
  draft.covered = 1U + (introduction.employer != nobody ? 1U : 0U) + (introduction.age != nobody ? 1U : 0U);
  return draft;
}

Draft Generaliser::role_goes_on(const Introduction& introduction, const NounPhrase& noun) {
  Draft out{introduction.begin, introduction.end, ""};
  if (introduction.age == nobody) return out;
  const std::string age = of_age(introduction.age, introduction.role.kin, noun.feminine);
  // What cannot be said so is described where it stands.
  if (age.empty()) return {introduction.begin, note_.masked()[introduction.name]->range.end.value, ""};
  written_[introduction.age] = age;
  out.text = note_.in_own_typography(" " + age, introduction.begin);
  out.covered = 2;
  return out;
}

Draft Generaliser::identifier(std::size_t at, std::size_t floor) {
  const detect::Finding& finding = *note_.masked()[at];
  const text::Language language = language_around(note_, finding);
  const NounPhrase noun = describe_identifier(finding.category, language);
  const std::size_t begin = finding.range.begin.value;
  const Lead lead = is_in_french(finding) ? lead_before(note_.text(), begin, floor) : Lead{};
  if (noun.empty() || lead.plural ||
      !(lead.stands || takes_noun_phrase(note_.text(), begin, finding.language))) {
    return alias(at, floor);
  }
  written_[at] = with_article(Article::Indefinite, noun);
  const bool lives_there = finding.category == Category::Address && !lead.stands && is_in_french(finding) &&
                           is_behind_dwelling(note_.text(), begin);
  const std::string_view word = lives_there ? "à" : lead.word;
  Draft draft = placed(begin, finding.range.end.value, lead, behind(word, Article::Indefinite, noun));
  absorb_angle_brackets(note_, floor, draft);
  return draft;
}

}  // namespace paravent::anonymise
