#include "detect/coreference.hpp"

#include <array>
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

void Coreference::Bearers::set(EntityId id, Sex sex) {
  any = id;
  if (sex == Sex::Feminine) feminine = id;
  if (sex == Sex::Masculine) masculine = id;
}

EntityId Coreference::Bearers::get(Sex sex) const {
  if (sex == Sex::Feminine && feminine != 0) return feminine;
  if (sex == Sex::Masculine && masculine != 0) return masculine;
  return any;
}

std::vector<Entity> Coreference::join(std::span<const MentionAt> mentions) {
  joined_.assign(1, {});
  full_.assign(book_.person_atoms(), 0);
  for (auto* bearers : {&givens_, &surnames_, &prefixes_, &initials_})
    bearers->assign(book_.person_atoms(), {});
  things_.assign(book_.thing_atoms(), 0);
  // Backwards, so that before the walk each part is borne by the first who bears it.
  for (std::size_t i = mentions.size(); i-- > 0;) {
    const Mention& mention = *mentions[i].mention;
    if (mention.span.label != Label::Person || !mention.is_sure()) continue;
    const BookedPerson& name = book_.person(mention.name);
    if (name.is_full()) full(name, mentions[i], true);
  }
  for (const MentionAt& at : mentions) {
    at.mention->entity = at.mention->span.label == Label::Person ? join_person(at) : join_thing(at);
  }
  return in_order(mentions);
}

EntityId Coreference::join_person(const MentionAt& at) {
  const BookedPerson& name = book_.person(at.mention->name);
  EntityId id = 0;
  if (name.is_full()) {
    if (at.mention->is_sure()) id = full(name, at, false);
  } else {
    id = find(name);
    if (id == 0 && at.mention->is_sure()) {
      id = make(Category::Person, at);
      bear(id, name);
    }
  }
  if (id != 0) learn(id, name.sex);
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
  if (id == 0) {
    id = make(Category::Person, at);
  } else if (canonical) {
    joined_[id].canonical = &at;
  }
  Joined& known = joined_[id];
  if (known.title == 0) known.title = name.title;
  known.role = known.role || name.role;
  bear(id, name);
  return id;
}

void Coreference::bear(EntityId id, const BookedPerson& name) {
  const Sex sex = joined_[id].sex;
  for (const Atom form : name.givens()) givens_[form].set(id, sex);
  for (const Atom form : name.prefixes) prefixes_[form].set(id, sex);
  for (const Atom form : name.surnames()) surnames_[form].set(id, sex);
  for (const Atom form : name.all_initials()) initials_[form].set(id, sex);
}

// A mention may tell the sex that the name did not.
void Coreference::learn(EntityId id, Sex sex) {
  if (is_known(sex) && !is_known(joined_[id].sex)) joined_[id].sex = sex;
}

// Any mention but a full name: 0 if nobody fits.
EntityId Coreference::find(const BookedPerson& name) const {
  if (name.initials != 0) return look_up(initials_, name.initials, name);
  if (name.given != 0) {
    if (const EntityId id = find_by_forms(name)) return id;
    return look_up(surnames_, name.given, name);
  }
  if (const EntityId id = look_up(surnames_, name.surname, name)) return id;
  return name.civility ? 0 : find_by_forms(name);
}

// By a given name, what it is short for, or the start of one.
EntityId Coreference::find_by_forms(const BookedPerson& name) const {
  const std::span<const Atom> forms = name.forms();
  if (forms.empty()) return 0;
  const Atom form = forms.front();
  if (const EntityId id = look_up(givens_, form, name)) return id;
  // Whoever is introduced on their own ("ma cliente Béa") is nobody known by a longer name.
  if (name.role) return 0;
  for (std::size_t i = 1; i < forms.size(); ++i) {
    const EntityId id = look_up(givens_, forms[i], name);
    // Not by the first half of a hyphenated name: no Yann is a Jean-Baptiste.
    if (id != 0 && book_.person(joined_[id].name).given == forms[i]) return id;
  }
  return name.usual ? 0 : look_up(prefixes_, form, name);
}

// The bearer of a form, if sex, initials and title agree.
EntityId Coreference::look_up(const std::vector<Bearers>& bearers, Atom form,
                              const BookedPerson& name) const {
  const EntityId id = bearers[form].get(name.sex);
  if (id == 0 || !agree(joined_[id].sex, name.sex)) return 0;
  const BookedPerson& known = book_.person(joined_[id].name);
  const auto differ = [](char initial, char letter) {
    return initial != 0 && letter != 0 && initial != letter;
  };
  if (differ(name.given_initial, known.given_letter)) return 0;
  if (differ(name.surname_initial, known.surname_letter)) return 0;
  // "le Pr Roux" is hardly Léa Roux, comptable.
  const Joined& entity = joined_[id];
  const bool other_title = entity.title == 0 ? entity.role : entity.title != name.title;
  return name.title != 0 && other_title ? 0 : id;
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

// The entities, numbered in the order of their first mention.
std::vector<Entity> Coreference::in_order(std::span<const MentionAt> mentions) const {
  std::vector<EntityId> renumbered(joined_.size(), 0);
  std::vector<Entity> entities;
  entities.reserve(joined_.size());
  for (const MentionAt& at : mentions) {
    if (at.mention->entity == 0) continue;
    EntityId& id = renumbered[at.mention->entity];
    if (id == 0) {
      const Joined& entity = joined_[at.mention->entity];
      entities.push_back({entity.category, surface_of(*entity.canonical), entity.sex, {}});
      id = static_cast<EntityId>(entities.size());
    }
    at.mention->entity = id;
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
