#include "detect/exemptions.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "detect/features.hpp"
#include "detect/person_name.hpp"
#include "knowledge/phrases.hpp"

namespace paravent::detect {
namespace {

constexpr std::size_t words_before = 5;  // how far a citation cue may stand
constexpr std::size_t words_after = 4;

class Mentioned {
 public:
  Mentioned(const Tokens& tokens, const Span& span) : tokens_(tokens), first_(span.first), last_(span.last) {}

  // The whole mention is the name of one author, or the surname of one. An author of one word ("Alain") is no
  // more than a surname.
  bool is_author(Known kind) const {
    if (kind == Known::Author && has_middle_initial() && is_author_without_initials()) return true;
    const std::size_t end = is_reference() ? behind_surname() : last_;
    const bool one_word = end - first_ == 1;
    // "Hannah Whitfield": two authors bear these names, and nobody who is cited bears both.
    const bool several = token(first_).known.has(Known::Several);
    if (kind == Known::AuthorPart && !one_word && !several && is_likely_given(token(first_))) return false;
    for (std::size_t i = first_; i < end; ++i) {
      const Knowns known = token(i).known;
      const bool full = known.has(Known::Author) && known.has(Known::Several) && !one_word;
      const bool part = known.has(Known::AuthorPart) || (known.has(Known::Author) && one_word);
      if (kind == Known::Author ? !full : !part) return false;
    }
    return true;
  }

  bool has_surname_of_author() const {
    return token(last_ - 1).known.has_any(Knowns{Known::AuthorPart, Known::Author});
  }

  bool is_ambiguous() const {
    const Token& surname = token(last_ - 1);
    return surname.known.has(Known::AmbiguousAuthor) || surname.is_common_word() ||
           surname.lexeme().surname >= 6 || is_given_too();
  }

  // Few others in the country bear that surname (500 births or fewer in a century), and a client is hardly
  // ever called by a bare surname.
  bool is_rare() const { return !is_ambiguous() && token(last_ - 1).lexeme().surname <= 4; }

  // Its surname is a usual given name: alone it is never taken for the author.
  bool is_given_too() const { return token(last_ - 1).lexeme().given >= 2; }

  bool is_given_alone() const { return last_ - first_ == 1 && token(last_ - 1).lexeme().given >= 7; }

  bool is_name_of_thing() const {
    const Knowns known = token(last_ - 1).known;
    return known.has(Known::Company) || known.has(Known::WordCompany) || known.has(Known::City);
  }

  // A citation cue near it in the same sentence.
  bool has_citation() const { return has_cue(WordCue::Citation) || has_cue(WordCue::CitationContext); }
  // The same by words that hardly stand beside a client.
  bool has_strict_citation() const { return has_cue(WordCue::Citation); }

  // A cue of that kind, a method, a year, a full citation form.
  bool has_cue(WordCue cue) const {
    for (std::size_t n = 1, i = first_; n <= words_before && i > 0 && continues(i); ++n) {
      --i;
      if (is_citation_before(i, n, cue)) return true;
    }
    for (std::size_t n = 0, i = last_; n < words_after && i < tokens_.size() && continues(i); ++n, ++i) {
      if (is_year(token(i)) || (token(i).cues.has(cue) && token(i).shape == Shape::Lower)) return true;
    }
    return has_full_form();
  }

  // Name with a year, page or title, and something else that makes it a citation: two of "(1999)", "p. 12",
  // "*Title*" or « Title » right behind it, a citation cue before it. A client’s name with a year alone is no
  // citation.
  bool has_full_form() const {
    if (is_reference()) return true;
    if (last_ >= tokens_.size()) return false;
    const std::size_t next = behind_coauthor();
    if (next >= tokens_.size() || !continues(next) || token(next).gap.has(Gap::LineBreak)) return false;
    const bool year = is_year(token(next)) && token(next).gap.has_any(Gaps{Gap::Open, Gap::Comma});
    const std::size_t behind = year ? next + 1 : next;
    const bool title = is_title(behind);
    const bool page = is_page(behind) || is_page(next);
    const int marks = (year ? 1 : 0) + (title ? 1 : 0) + (page ? 1 : 0);
    // "Schein, *Humble Inquiry*", "Tati (*Playtime*)"; not "Rogers, *Responsable RH*"
    const bool work = title && token(behind).gap.has(Gap::Emphasis) &&
                      !token(behind).known.has(Known::Role) &&
                      token(last_ - 1).known.has_any(Knowns{Known::AuthorPart, Known::Author});
    return marks >= 2 || work || (marks == 1 && has_cue_before());
  }

  // "Rogers, C." of a bibliography
  bool is_reference() const {
    return token(first_).where.has(Where::ReferenceStart) && token(last_ - 1).where.has(Where::Reference);
  }

  bool is_private() const {
    // "Rogers : …" in a list of readings is no speaker.
    const bool unlikely = is_author(Known::Author) || token(first_).where.has(Where::ListItem) ||
                          (is_author(Known::AuthorPart) && is_rare());
    const bool acts = (is_speaker() && !unlikely) || does_as_clients_do();
    // "Coachée : Rogers, C. (2024)": a year alone makes no citation of her.
    if (token(first_).label == LineLabel::Person && ends_field() && !has_cue_before() && !has_full_form())
      return true;
    if (first_ == 0 || !continues(first_)) return acts || is_of_staff();
    const Token& before = token(first_ - 1);
    if (before.cues.has(WordCue::Civility) || before.cues.has(WordCue::Greeting)) return true;
    if (before.cues.has(WordCue::Kin) && before.shape == Shape::Lower) return true;
    const bool role = before.known.has(Known::Role) || before.cues.has(WordCue::PersonRole);
    // "le lieutenant Le Goff": one of the many of that name.
    const bool one_of_many = role && !is_author(Known::Author) && is_ambiguous() && !has_citation();
    return (role && is_possessed(first_ - 1)) || one_of_many || acts || is_said_to_be_somebody() ||
           is_of_staff();
  }

 private:
  // "Baker wants to leave", "Roux pleure": who is cited says and shows.
  bool does_as_clients_do() const {
    constexpr std::array<std::string_view, 16> verbs{
        "wants",  "wanted", "feels",  "felt",     "told",   "cried",   "laughed", "nodded",
        "smiled", "sighed", "pleure", "pleurait", "rigole", "soupire", "stresse", "dort"};
    if (last_ - first_ != 1 || last_ >= tokens_.size() || !continues(last_)) return false;
    return token(last_).shape == Shape::Lower && token(last_).gap == Gaps{Gap::Space} &&
           std::find(verbs.begin(), verbs.end(), tokens_.form(last_)) != verbs.end() && !has_citation();
  }

  // "Rogers est un collègue", "Carl et Rogers sont deux clients"
  bool is_said_to_be_somebody() const {
    if (last_ >= tokens_.size() || !continues(last_) || !token(last_).lexeme().verb) return false;
    for (std::size_t i = last_ + 1; i <= last_ + 2 && i < tokens_.size() && continues(i); ++i) {
      if (token(i).cues.has(WordCue::PersonRole)) return true;
    }
    return false;
  }

  // "Dupont, C. (DRH)"; not "Schein, professeur au MIT"
  bool is_of_staff() const {
    if (last_ >= tokens_.size() || !continues(last_) || !token(last_).known.has(Known::Role)) return false;
    const bool known = is_author(Known::Author) || (is_author(Known::AuthorPart) && !is_ambiguous());
    return token(last_).gap.has(Gap::Open) && !known && !has_citation();
  }

  // "Coach : Amy Edmondson": the whole of what a label names; in "Coach : Amy Edmondson appelle ça …"
  // somebody speaks.
  bool ends_field() const {
    return last_ >= tokens_.size() || !continues(last_) || !token(last_).gap.only(Gaps{Gap::Space}) ||
           token(last_).shape == Shape::Digits;
  }

  const Token& token(std::size_t i) const { return tokens_.all[i]; }
  bool continues(std::size_t i) const { return continues_sentence(token(i)); }

  std::size_t behind_surname() const {
    std::size_t i = first_ + 1;
    while (i < last_ && token(i).shape != Shape::Initial) ++i;
    return i;
  }

  // "Robert B. Dilts"
  bool has_middle_initial() const {
    if (last_ - first_ < 3 || token(first_).shape == Shape::Initial) return false;
    for (std::size_t i = first_ + 1; i + 1 < last_; ++i) {
      if (token(i).shape != Shape::Initial) return false;
    }
    return token(last_ - 1).shape != Shape::Initial;
  }
  bool is_author_without_initials() const {
    const std::array<std::string_view, 2> words{tokens_.form(first_), tokens_.form(last_ - 1)};
    for (std::size_t nth = 0; const auto phrase = knowledge::whole_phrase(words, nth); ++nth) {
      if (phrase->kind == knowledge::PhraseKind::Author && !knowledge::author(*phrase).part) return true;
    }
    return false;
  }

  // "ma collègue X", "mon N+1 X"
  bool is_possessed(std::size_t role) const {
    for (std::size_t n = 0, i = role; n < 3 && i > 0 && continues(i); ++n) {
      if (token(--i).cues.has(WordCue::Possessive)) return true;
    }
    return false;
  }

  // "Marc : …" at the start of a line
  bool is_speaker() const {
    return token(first_).where.has(Where::LineStart) && last_ < tokens_.size() &&
           token(last_).gap.has(Gap::Colon) &&
           token(last_).gap.only(Gaps{Gap::Colon, Gap::Space, Gap::Emphasis});
  }

  bool is_citation_before(std::size_t i, std::size_t distance, WordCue cue) const {
    const Token& word = token(i);
    if (word.known.has(Known::Method) && distance <= 3) return true;
    if (word.cues.has(cue) && word.shape != Shape::AllCaps) return true;
    const std::string_view form = tokens_.form(i);
    // "Voir …": an order to the reader, not a meeting.
    if (form == "voir" && word.where.has(Where::SentenceStart)) return true;
    // "Il lit Camus": the verb, not the bed ("le lit").
    constexpr std::array<std::string_view, 5> reads{"lit", "relit", "reads", "reread", "rereads"};
    const bool noun = i > 0 && !starts_block(word) && token(i - 1).cues.has(WordCue::Determiner);
    if (distance == 1 && !noun && std::find(reads.begin(), reads.end(), form) != reads.end()) return true;
    if (distance > 2) return false;
    const std::string_view before = i > 0 && !starts_block(word) ? tokens_.form(i - 1) : std::string_view();
    if (form == "apres" && before == "d") return true;
    const bool as_says = before == "comme" || before == "as";
    if ((word.cues.has(WordCue::SpeechVerb) || form == "chez") && as_says) return true;
    return form == "la" && before == "a" && distance == 1;
  }

  // "& Kolb", "et al.": what may stand between a name and its year.
  std::size_t behind_coauthor() const {
    if (last_ >= tokens_.size() || !continues(last_)) return last_;
    if (token(last_).gap.has(Gap::Ampersand) && token(last_).has_capital()) return last_ + 1;
    const bool joins = token(last_).cues.has(WordCue::And) && token(last_).shape == Shape::Lower;
    if (!joins || last_ + 1 >= tokens_.size() || starts_block(token(last_ + 1))) return last_;
    return token(last_ + 1).has_capital() || tokens_.form(last_ + 1) == "al" ? last_ + 2 : last_;
  }

  // A capital in italics, or in quotes: at the start of a line, "Name : « … »" is someone speaking.
  bool is_title(std::size_t i) const {
    if (i >= tokens_.size() || !continues(i) || !token(i).has_capital()) return false;
    const bool line = token(first_).where.has(Where::LineStart);
    return token(i).gap.has_any(line ? Gaps{Gap::Emphasis} : Gaps{Gap::Quote, Gap::Emphasis}) &&
           token(i).gap.has_any(Gaps{Gap::Comma, Gap::Colon, Gap::Open, Gap::Dash, Gap::Close});
  }

  bool is_page(std::size_t i) const {
    return i + 1 < tokens_.size() && !starts_block(token(i)) && tokens_.form(i) == "p" &&
           !starts_block(token(i + 1)) && token(i + 1).shape == Shape::Digits;
  }

  bool has_cue_before() const {
    for (std::size_t n = 1, i = first_; n <= words_before && i > 0 && continues(i); ++n) {
      --i;
      if (is_citation_before(i, n, WordCue::Citation) || is_citation_before(i, n, WordCue::CitationContext))
        return true;
    }
    return false;
  }

  const Tokens& tokens_;
  std::size_t first_, last_;
};

// A note that cites this many authors by full name or with a cue is about what they wrote.
constexpr std::ptrdiff_t authors_of_a_reading_note = 2;

// Tenths of a log-odds unit, of all mentions of a name: from where the tagger’s reading as a cited author
// counts, with a citation cue and without one, without one of a full name that no table holds ("Rodrigue
// Stern" is no Daniel Stern), and from where its doubt outweighs a full name of the table.
constexpr std::int64_t sure_citation = 5;
constexpr std::int64_t sure_citation_of_stranger = 8;
constexpr std::int64_t doubtful_citation = -60;
constexpr std::int64_t doubtful_colleague = -15;

bool is_public(Standing all, Standing mention, bool reading_note) {
  if (all.has(Stand::PrivatePerson)) return false;
  // Richard Ryan is cited, Ryan is a trainee.
  if (mention.has(Stand::GivenAlone) && !mention.has(Stand::Citation)) return false;
  if (all.has(Stand::FullAuthor) || all.has(Stand::FullCitation)) return true;
  if (!all.has(Stand::AuthorSurname) || all.has(Stand::GivenName)) return false;
  if (all.has(Stand::Ambiguous)) return mention.has(Stand::Citation);
  return all.has(Stand::Citation) || all.has(Stand::Rare) || reading_note;
}

// Whoever bears the name of an author but is not cited is somebody else.
void part_from_authors(std::span<const MentionAt> mentions, std::vector<Entity>& entities) {
  std::vector<bool> is_author(entities.size() + 1, false);
  for (const MentionAt& at : mentions) {
    if (at.mention->cited) is_author[at.mention->entity] = true;
  }
  std::vector<EntityId> namesake(is_author.size(), 0);
  for (const MentionAt& at : mentions) {
    EntityId& entity = at.mention->entity;
    if (at.mention->cited || entity == 0 || !is_author[entity]) continue;
    EntityId& other = namesake[entity];
    if (other == 0) {
      const text::ByteRange range = at.mention->range;
      Entity fresh = entities[entity - 1];
      fresh.canonical = at.tokens->text.substr(range.begin.value, range.size());
      entities.push_back(std::move(fresh));
      other = static_cast<EntityId>(entities.size());
    }
    entity = other;
  }
}

}  // namespace

Standing standing_of(const Tokens& tokens, const Span& span) {
  const Mentioned mentioned(tokens, span);
  const bool full_author = mentioned.is_author(Known::Author);
  const bool author = full_author || mentioned.is_author(Known::AuthorPart);
  Standing out;
  if (span.label != Label::Person && !author && !mentioned.has_full_form()) return out;
  const auto when = [&](bool condition, Stand stand) {
    if (condition) out.add(stand);
    return condition;
  };
  const PersonName name = parse_person(tokens, span);
  when(full_author, Stand::FullAuthor);
  const bool surname =
      when(author && !full_author && !mentioned.is_given_too() && !mentioned.is_name_of_thing(),
           Stand::AuthorSurname);
  const bool ambiguous = when(surname && mentioned.is_ambiguous(), Stand::Ambiguous);
  const bool given_alone = when(mentioned.is_given_alone(), Stand::GivenAlone);
  when(surname && mentioned.is_rare(), Stand::Rare);
  // The initial of "Rooke, D." is no given name by which somebody is called.
  const bool called = !name.given.empty() && !mentioned.is_reference();
  const bool given = when(called && !surname && !full_author, Stand::GivenName);
  when(given && mentioned.has_surname_of_author(), Stand::Namesake);
  const bool citation = when(
      ambiguous || given_alone ? mentioned.has_strict_citation() : mentioned.has_citation(), Stand::Citation);
  // A stranger of a bibliography is cited there alone.
  const bool may_cite =
      mentioned.is_reference() ? author : name.is_full() || (name.given.empty() && citation);
  when(may_cite && mentioned.has_full_form(), Stand::FullCitation);
  when(mentioned.is_private(), Stand::PrivatePerson);
  when(mentioned.is_reference(), Stand::Reference);
  return out;
}

void cite_authors(std::span<const MentionAt> mentions, std::vector<Entity>& entities,
                  const Coreference& known) {
  std::vector<Standing> all(entities.size() + 1);
  for (EntityId entity = 1; entity < all.size(); ++entity) {
    if (known.is_client(entity)) all[entity].add(Stand::PrivatePerson);
  }
  std::vector<std::int64_t> citation(all.size());
  for (const MentionAt& at : mentions) {
    all[at.mention->entity].add(at.mention->standing);
    if (at.mention->span.label == Label::Person) citation[at.mention->entity] += at.mention->span.citation;
  }
  const auto cites = [](Standing entity) {
    // "d’après Petit, d’après Marchand": two colleagues make no reading note.
    if (entity.has(Stand::Ambiguous) && !entity.has(Stand::FullAuthor) && !entity.has(Stand::FullCitation))
      return false;
    const Standing mention = entity.has(Stand::Citation) ? Standing(Stand::Citation) : Standing();
    return is_public(entity, mention, false);
  };
  const bool reading_note = std::count_if(all.begin() + 1, all.end(), cites) >= authors_of_a_reading_note;
  for (const MentionAt& at : mentions) {
    Mention& mention = *at.mention;
    const Standing entity = mention.entity == 0 ? mention.standing : all[mention.entity];
    const std::int64_t of_entity = mention.entity == 0 ? mention.span.citation : citation[mention.entity];
    const bool given_alone =
        mention.standing.has(Stand::GivenAlone) && !mention.standing.has(Stand::Citation);
    const bool cue = entity.has(Stand::Citation) || entity.has(Stand::FullAuthor);
    const bool stranger = entity.has(Stand::GivenName) && !entity.has(Stand::FullCitation);
    // "Nina Rogers et Carl Rogers (1961)": the cue beside her is another’s.
    const bool cued = cue && !(entity.has(Stand::Namesake) && !entity.has(Stand::AuthorSurname));
    const std::int64_t sure = stranger ? sure_citation_of_stranger : sure_citation;
    const bool read_so = entity.has(Stand::ReadAsAuthor) && of_entity > (cued ? 0 : sure) &&
                         !entity.has(Stand::PrivatePerson) && !given_alone;
    // "selon Petit", where nothing else cites him and the tagger reads a person
    const std::int64_t enough = entity.has(Stand::Ambiguous) ? 0 : doubtful_colleague;
    const bool colleague = entity.has(Stand::AuthorSurname) && of_entity < enough && !reading_note &&
                           !entity.has(Stand::FullAuthor) && !entity.has(Stand::FullCitation);
    const bool doubted = (of_entity < doubtful_citation && !entity.has(Stand::Citation)) || colleague;
    // Nobody whom the note knows otherwise, or by a full name.
    const bool of_reference = mention.standing.has(Stand::Reference) && !entity.has(Stand::PrivatePerson) &&
                              (!entity.has(Stand::GivenName) || entity.has(Stand::FullAuthor)) &&
                              !known.is_known_elsewhere(mention.entity);
    mention.cited =
        of_reference || read_so || (is_public(entity, mention.standing, reading_note) && !doubted);
  }
  part_from_authors(mentions, entities);
  for (const MentionAt& at : mentions) {
    if (at.mention->cited && at.mention->entity != 0)
      entities[at.mention->entity - 1].category = Category::Public;
  }
}

}  // namespace paravent::detect
