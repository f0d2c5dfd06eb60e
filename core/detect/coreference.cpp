#include "detect/coreference.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>

namespace paravent::detect {
namespace {

using knowledge::Sex;

Category category_of(Label label) {
  switch (label) {
    case Label::Org:
      return Category::Org;
    case Label::Loc:
      return Category::Loc;
    case Label::Project:
      return Category::Project;
    case Label::Outside:
    case Label::Person:
    case Label::Author:
      break;
  }
  return Category::Person;
}

std::string surface_of(const MentionAt& at) {
  const Span& span = at.mention->span;
  const std::uint32_t begin = at.tokens->all[span.first].begin;
  return std::string(at.tokens->text.substr(begin, at.tokens->all[span.last - 1].end - begin));
}

bool is_known(Sex sex) {
  return sex == Sex::Feminine || sex == Sex::Masculine;
}

bool agree(Sex a, Sex b) {
  return !is_known(a) || !is_known(b) || a == b;
}

}  // namespace

void Coreference::People::bring_to_front(EntityId id) {
  const auto at = std::find(ids.begin(), ids.end(), id);
  std::rotate(ids.begin(), at == ids.end() ? std::prev(at) : at, at == ids.end() ? at : std::next(at));
  ids.front() = id;
}

std::vector<Entity> Coreference::join(std::span<const MentionAt> mentions) {
  joined_.assign(1, {});
  full_.assign(book_.person_atoms(), 0);
  for (auto* bearers : {&givens_, &surnames_, &prefixes_, &initials_})
    bearers->assign(book_.person_atoms(), {});
  things_.assign(book_.thing_atoms(), 0);
  one_of_.clear();
  learn_known();
  learn_full_names(mentions, false);
  learn_full_names(mentions, true);
  for (const MentionAt& at : mentions) {
    at.mention->entity = at.mention->span.label == Label::Person ? join_person(at) : join_thing(at);
  }
  return in_order(mentions);
}

void Coreference::know(NameId name, std::string canonical, bool client) {
  if (book_.person(name).is_full()) known_.push_back({name, std::move(canonical), client});
}

void Coreference::learn_known() {
  for (const Known& known : known_) {
    const BookedPerson& name = book_.person(known.name);
    EntityId& id = full_[name.full];
    if (id != 0) {
      joined_[id].client = joined_[id].client || known.client;
      continue;
    }
    id = static_cast<EntityId>(joined_.size());
    Joined& entity = joined_.emplace_back();
    entity.sex = name.sex;
    entity.name = known.name;
    entity.known_as = known.canonical;
    entity.here = false;
    entity.client = known.client;
    bear(id, name);
  }
}

// Backwards, so that before the walk each part is borne by the first who bears it. Names that may be misspelt
// come behind those that they may be meant for.
void Coreference::learn_full_names(std::span<const MentionAt> mentions, bool odd) {
  for (std::size_t i = mentions.size(); i-- > 0;) {
    const Mention& mention = *mentions[i].mention;
    if (mention.span.label != Label::Person || !mention.is_sure()) continue;
    const BookedPerson& name = book_.person(mention.name);
    if (name.is_full() && (name.odd_given || name.odd_surname) == odd) full(name, mentions[i], true);
  }
}

EntityId Coreference::join_person(const MentionAt& at) {
  const BookedPerson& name = book_.person(at.mention->name);
  EntityId id = 0;
  if (name.is_full()) {
    if (at.mention->is_sure()) id = full(name, at, false);
  } else {
    const People people = find(name);
    id = people.several() ? one_of(people, at) : people.ids.front();
    if (id == 0 && at.mention->is_sure()) {
      id = make(Category::Person, at);
      bear(id, name);
    }
  }
  if (id != 0) learn(id, name.sex);
  return id;
}

// The mentions that could mean any of the same people are one entity beside theirs.
EntityId Coreference::one_of(const People& people, const MentionAt& at) {
  People key = people;
  std::sort(key.ids.begin(), key.ids.end());
  EntityId& id = one_of_[key];
  if (id == 0 && at.mention->is_sure()) {
    id = make(Category::Person, at);
    joined_[id].candidates = people;
  }
  return id;
}

EntityId Coreference::make(Category category, const MentionAt& at) {
  Joined& entity = joined_.emplace_back();
  entity.category = category;
  entity.canonical = &at;
  if (category == Category::Person) {
    const BookedPerson& name = book_.person(at.mention->name);
    entity.name = at.mention->name;
    entity.title = name.title;
    entity.role = name.role;
    entity.sex = name.sex;
  }
  return static_cast<EntityId>(joined_.size() - 1);
}

// A full name: finds or makes its person, who from here on bears its parts.
EntityId Coreference::full(const BookedPerson& name, const MentionAt& at, bool canonical) {
  EntityId& id = full_[name.full];
  if (id == 0) id = find_misspelt(name);
  if (id == 0) {
    id = make(Category::Person, at);
  } else if (canonical && book_.person(joined_[id].name).full == name.full) {
    joined_[id].canonical = &at;
  }
  Joined& known = joined_[id];
  known.here = true;
  if (known.title == 0) known.title = name.title;
  known.role = known.role || name.role;
  bear(id, name);
  return id;
}

// Somebody whose one name is the same and whose other one is nearly so: one of a table, or first met, with a
// letter wrong.
EntityId Coreference::find_misspelt(const BookedPerson& name) const {
  const auto near = [&](const People& people, Atom part, Atom BookedPerson::* of) {
    for (const EntityId id : people.ids) {
      if (id == 0) continue;
      const BookedPerson& known = book_.person(joined_[id].name);
      if (known.is_full() && book_.are_near(part, known.*of)) return id;
    }
    return EntityId{0};
  };
  EntityId id = name.odd_surname ? near(givens_[name.given], name.surname, &BookedPerson::surname) : 0;
  if (id == 0 && name.odd_given) id = near(surnames_[name.surname], name.given, &BookedPerson::given);
  return id;
}

void Coreference::bear(EntityId id, const BookedPerson& name) {
  for (const Atom form : name.givens()) givens_[form].bring_to_front(id);
  for (const Atom form : name.prefixes) prefixes_[form].bring_to_front(id);
  for (const Atom form : name.surnames()) surnames_[form].bring_to_front(id);
  for (const Atom form : name.all_initials()) initials_[form].bring_to_front(id);
}

// A mention may tell the sex that the name did not.
void Coreference::learn(EntityId id, Sex sex) {
  if (is_known(sex) && !is_known(joined_[id].sex)) joined_[id].sex = sex;
}

// Whom any mention but a full name could mean.
Coreference::People Coreference::find(const BookedPerson& name) const {
  const People people = find_as_written(name);
  if (!people.empty() || !(name.odd_given || name.odd_surname)) return people;
  for (const Atom part : book_.misspelt_as(name.given != 0 ? name.given : name.surname)) {
    for (const auto* bearers : {&surnames_, &givens_}) {
      const People meant = look_up(*bearers, part, name);
      if (meant.empty()) continue;
      const BookedPerson& known = book_.person(joined_[meant.ids.front()].name);
      if (known.is_full() && (known.given == part || known.surname == part)) return meant;
    }
  }
  return {};
}

Coreference::People Coreference::find_as_written(const BookedPerson& name) const {
  if (name.initials != 0) return look_up(initials_, name.initials, name);
  if (name.given != 0) {
    const People people = find_by_forms(name);
    return people.empty() ? look_up(surnames_, name.given, name) : people;
  }
  const People people = look_up(surnames_, name.surname, name);
  return people.empty() && !name.civility ? find_by_forms(name) : people;
}

// By a given name, what it is short for, or the start of one.
Coreference::People Coreference::find_by_forms(const BookedPerson& name) const {
  const std::span<const Atom> forms = name.forms();
  if (forms.empty()) return {};
  const Atom form = forms.front();
  if (const People people = look_up(givens_, form, name); !people.empty()) return people;
  // Whoever is introduced on their own ("ma cliente Béa") is nobody known by a longer name.
  if (name.role) return {};
  for (std::size_t i = 1; i < forms.size(); ++i) {
    const People people = look_up(givens_, forms[i], name);
    // Not by the first half of a hyphenated name: no Yann is a Jean-Baptiste.
    const bool whole = !people.empty() && book_.person(joined_[people.ids.front()].name).given == forms[i];
    if (whole) return people;
  }
  return name.usual ? People() : look_up(prefixes_, form, name);
}

// The bearers of a form whom the mention may mean: those of the note, else those known from elsewhere.
Coreference::People Coreference::look_up(const std::vector<People>& bearers, Atom form,
                                         const BookedPerson& name) const {
  People here;
  People elsewhere;
  auto next_here = here.ids.begin();
  auto next_elsewhere = elsewhere.ids.begin();
  for (const EntityId id : bearers[form].ids) {
    if (id == 0 || !may_be(joined_[id], name)) continue;
    *(joined_[id].here ? next_here : next_elsewhere)++ = id;
  }
  return here.empty() ? elsewhere : here;
}

// Whether sex, initials and title agree.
bool Coreference::may_be(const Joined& entity, const BookedPerson& name) const {
  if (!agree(entity.sex, name.sex)) return false;
  const BookedPerson& known = book_.person(entity.name);
  const auto differ = [](char initial, char letter) {
    return initial != 0 && letter != 0 && initial != letter;
  };
  if (differ(name.given_initial, known.given_letter)) return false;
  if (differ(name.surname_initial, known.surname_letter)) return false;
  // "le Pr Roux" is hardly Léa Roux, comptable.
  const bool other_title = entity.title == 0 ? entity.role : entity.title != name.title;
  return name.title == 0 || !other_title;
}

// Organisations, places and projects: by their whole form, then by a part of a longer one.
EntityId Coreference::join_thing(const MentionAt& at) {
  const BookedThing& name = book_.thing(at.mention->name);
  EntityId& whole = things_[name.whole];
  if (whole != 0) return whole;
  EntityId id = 0;
  for (const BookedThing::Word& word : name.words) {
    if (id == 0 && word.telling) id = things_[word.form];
  }
  if (id == 0) {
    if (!at.mention->is_sure()) return 0;
    id = make(category_of(at.mention->span.label), at);
  }
  whole = id;
  for (const BookedThing::Word& word : name.words) {
    EntityId& part = things_[word.form];
    if (word.telling && part == 0) part = id;
  }
  return id;
}

std::string Coreference::canonical_of(const Joined& entity) {
  return entity.canonical == nullptr ? std::string(entity.known_as) : surface_of(*entity.canonical);
}

// The entities, numbered in the order of their first mention.
std::vector<Entity> Coreference::in_order(std::span<const MentionAt> mentions) {
  std::vector<EntityId> renumbered(joined_.size(), 0);
  clients_.assign(1, false);
  known_elsewhere_.assign(1, false);
  std::vector<Entity> entities;
  entities.reserve(joined_.size());
  for (const MentionAt& at : mentions) {
    if (at.mention->entity == 0) continue;
    EntityId& id = renumbered[at.mention->entity];
    if (id == 0) {
      const Joined& entity = joined_[at.mention->entity];
      entities.push_back({entity.category, canonical_of(entity), entity.sex, {}, {}});
      id = static_cast<EntityId>(entities.size());
      clients_.push_back(entity.client);
      known_elsewhere_.push_back(!entity.known_as.empty());
    }
    at.mention->entity = id;
  }
  for (const auto& [people, id] : one_of_) {
    if (renumbered[id] == 0) continue;
    for (const EntityId candidate : joined_[id].candidates.ids) {
      if (renumbered[candidate] != 0)
        entities[renumbered[id] - 1].candidates.push_back(renumbered[candidate]);
    }
  }
  return entities;
}

void label_entities(std::vector<Entity>& entities) {
  std::array<std::uint32_t, policy::category_count> counts{};
  for (Entity& entity : entities) {
    char letter = 'p';
    if (entity.category == Category::Org) letter = 'o';
    if (entity.category == Category::Loc) letter = 'l';
    if (entity.category == Category::Project) letter = 'j';
    if (entity.category == Category::Public) letter = 'a';
    const std::uint32_t number = ++counts[static_cast<std::size_t>(entity.category)];
    entity.label = letter + std::to_string(number);
  }
}

}  // namespace paravent::detect
