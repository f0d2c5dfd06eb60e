#include "detect/coreference.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

#include "detect/person_name.hpp"
#include "knowledge/phrases.hpp"

namespace paravent::detect {
namespace {

using knowledge::Sex;

constexpr std::size_t shortest_prefix = 3;

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
      break;
  }
  return Category::Person;
}

std::string surface_of(const Tokens& tokens, const Span& span) {
  const std::uint32_t begin = tokens.all[span.first].begin;
  return std::string(tokens.text.substr(begin, tokens.all[span.last - 1].end - begin));
}

bool agree(Sex a, Sex b) {
  const bool a_known = a == Sex::Feminine || a == Sex::Masculine;
  const bool b_known = b == Sex::Feminine || b == Sex::Masculine;
  return !a_known || !b_known || a == b;
}

// The person that last bore a form: of either sex, and of each.
struct Bearers {
  EntityId any = 0, feminine = 0, masculine = 0;

  void set(EntityId id, Sex sex) {
    any = id;
    if (sex == Sex::Feminine) feminine = id;
    if (sex == Sex::Masculine) masculine = id;
  }
  EntityId get(Sex sex) const {
    if (sex == Sex::Feminine && feminine != 0) return feminine;
    if (sex == Sex::Masculine && masculine != 0) return masculine;
    return any;
  }
};

using FormBearers = std::unordered_map<std::string, Bearers>;

class People {
 public:
  explicit People(std::vector<Entity>& entities) : entities_(entities) {}

  // A full name: finds or makes its person, who from here on bears its parts.
  EntityId full(const PersonName& name, std::string surface) {
    const std::string key = name.given + '|' + name.surname;
    EntityId& id = full_[key];
    if (id == 0) {
      id = make(name, std::move(surface));
    } else if (!surface.empty()) {
      entities_[id - 1].canonical = std::move(surface);
    }
    bear(id, name);
    return id;
  }

  // Any other mention: 0 if nobody fits.
  EntityId find(const PersonName& name) const {
    if (!name.initials.empty()) return lookup(initials_, name.initials, name);
    if (!name.given.empty()) {
      if (const EntityId id = by_given(name)) return id;
      return lookup(surnames_, name.given, name);
    }
    if (const EntityId id = lookup(surnames_, name.surname, name)) return id;
    return name.civility ? 0 : by_given_form(name.surname, name);
  }

  EntityId make(const PersonName& name, std::string surface) {
    Entity entity;
    entity.category = Category::Person;
    entity.canonical = std::move(surface);
    entity.sex = name.sex;
    entities_.push_back(std::move(entity));
    names_.resize(entities_.size() + 1);
    const auto id = static_cast<EntityId>(entities_.size());
    names_[id] = name;
    return id;
  }

  void bear(EntityId id, const PersonName& name) {
    const Sex sex = entities_[id - 1].sex;
    if (!name.given.empty()) {
      givens_[name.given].set(id, sex);
      const std::size_t hyphen = name.given.find('-');
      if (hyphen != std::string::npos) givens_[name.given.substr(0, hyphen)].set(id, sex);
      for (std::size_t size = shortest_prefix; size < name.given.size(); ++size) {
        prefixes_[name.given.substr(0, size)].set(id, sex);
      }
    }
    if (!name.surname.empty()) {
      surnames_[name.surname].set(id, sex);
      // "Le Goff" by "Goff", "Dupont-Morel" by either of its parts
      std::size_t from = 0;
      while (from < name.surname.size()) {
        const std::size_t end = std::min(name.surname.find_first_of(" -", from), name.surname.size());
        if (end - from > 2) surnames_[name.surname.substr(from, end - from)].set(id, sex);
        from = end + 1;
      }
    }
    if (name.is_full()) bear_initials(id, name, sex);
    if (!name.initials.empty()) initials_[name.initials].set(id, sex);
  }

  // A mention may tell the sex that the name did not.
  void learn(EntityId id, const PersonName& name) {
    Entity& entity = entities_[id - 1];
    if (name.sex == Sex::Feminine || name.sex == Sex::Masculine) {
      if (entity.sex == Sex::Unknown || entity.sex == Sex::Either) entity.sex = name.sex;
    }
  }

 private:
  void bear_initials(EntityId id, const PersonName& name, Sex sex) {
    const std::string two{name.given.front(), name.surname.front()};
    initials_[two].set(id, sex);
    const std::size_t hyphen = name.given.find('-');
    if (hyphen == std::string::npos || hyphen + 1 >= name.given.size()) return;
    initials_[std::string{name.given.front(), name.given[hyphen + 1], name.surname.front()}].set(id, sex);
  }

  // The bearer of a form, if sex and initials agree.
  EntityId lookup(const FormBearers& bearers, const std::string& form, const PersonName& name) const {
    const auto found = bearers.find(form);
    if (found == bearers.end()) return 0;
    const EntityId id = found->second.get(name.sex);
    if (!agree(entities_[id - 1].sex, name.sex)) return 0;
    const PersonName& known = names_[id];
    if (name.given_initial != 0 && !known.given.empty() && known.given.front() != name.given_initial)
      return 0;
    if (name.surname_initial != 0 && !known.surname.empty() &&
        known.surname.front() != name.surname_initial) {
      return 0;
    }
    return id;
  }

  EntityId by_given(const PersonName& name) const { return by_given_form(name.given, name); }

  EntityId by_given_form(const std::string& form, const PersonName& name) const {
    if (const EntityId id = lookup(givens_, form, name)) return id;
    for (std::size_t nth = 0;; ++nth) {
      const std::string_view whole = knowledge::given_name_of(form, nth);
      if (whole.empty()) break;
      if (const EntityId id = lookup(givens_, std::string(whole), name)) return id;
    }
    return lookup(prefixes_, form, name);
  }

  std::vector<Entity>& entities_;
  std::vector<PersonName> names_;  // by entity id
  std::unordered_map<std::string, EntityId> full_;
  FormBearers givens_, surnames_, prefixes_, initials_;
};

// Organisations, places and projects: by their whole form, then by a part of a longer one.
class Things {
 public:
  explicit Things(std::vector<Entity>& entities) : entities_(entities) {}

  EntityId join(const Tokens& tokens, const Span& span, bool may_make) {
    const auto label = static_cast<std::size_t>(span.label);
    std::string key;
    for (std::size_t i = span.first; i < span.last; ++i) {
      key += tokens.form(i);
      key += ' ';
    }
    auto& whole = whole_[label];
    const auto found = whole.find(key);
    if (found != whole.end()) return found->second;
    EntityId id = 0;
    for (std::size_t i = span.first; i < span.last && id == 0; ++i) {
      const auto part = parts_[label].find(std::string(tokens.form(i)));
      if (part != parts_[label].end() && is_telling(tokens.all[i])) id = part->second;
    }
    if (id == 0) {
      if (!may_make) return 0;
      entities_.push_back({category_of(span.label), surface_of(tokens, span), Sex::Unknown, {}});
      id = static_cast<EntityId>(entities_.size());
    }
    whole[key] = id;
    for (std::size_t i = span.first; i < span.last; ++i) {
      if (is_telling(tokens.all[i])) parts_[label].emplace(std::string(tokens.form(i)), id);
    }
    return id;
  }

 private:
  // Not the head of an institution, an article or a legal form.
  static bool is_telling(const Token& token) {
    return token.has_capital() && !token.cues.has(WordCue::LegalForm) && !token.cues.has(WordCue::OrgTail) &&
           !token.cues.has(WordCue::OrgNoun) && !token.known.has(Known::Institution) &&
           !token.cues.has(WordCue::Determiner);
  }

  std::vector<Entity>& entities_;
  std::array<std::unordered_map<std::string, EntityId>, label_count> whole_, parts_;
};

// Renumbers the entities in the order of their first mention.
void sort_by_first_mention(Mentions& mentions) {
  std::vector<EntityId> renumbered(mentions.entities.size() + 1, 0);
  std::vector<Entity> entities;
  entities.reserve(mentions.entities.size());
  for (Mention& mention : mentions.all) {
    if (mention.entity == 0) continue;
    EntityId& id = renumbered[mention.entity];
    if (id == 0) {
      entities.push_back(std::move(mentions.entities[mention.entity - 1]));
      id = static_cast<EntityId>(entities.size());
    }
    mention.entity = id;
  }
  mentions.entities = std::move(entities);
}

}  // namespace

Mentions join_mentions(const Tokens& tokens, const std::vector<Span>& spans) {
  Mentions out;
  out.all.reserve(spans.size());
  People people(out.entities);
  Things things(out.entities);
  std::vector<PersonName> names(spans.size());
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (spans[i].label != Label::Person) continue;
    names[i] = parse_person(tokens, spans[i]);
  }
  // Backwards, so that before the walk each part is borne by the first who bears it.
  for (std::size_t i = spans.size(); i-- > 0;) {
    if (names[i].is_full() && spans[i].margin >= 0) people.full(names[i], surface_of(tokens, spans[i]));
  }
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const Span& span = spans[i];
    const bool sure = span.margin >= 0;
    EntityId id = 0;
    if (span.label != Label::Person) {
      id = things.join(tokens, span, sure);
    } else if (names[i].is_full()) {
      if (sure) id = people.full(names[i], {});
    } else {
      id = people.find(names[i]);
      if (id == 0 && sure) {
        id = people.make(names[i], surface_of(tokens, span));
        people.bear(id, names[i]);
      }
    }
    if (id != 0 && span.label == Label::Person) people.learn(id, names[i]);
    out.all.push_back({span, id});
  }
  sort_by_first_mention(out);
  return out;
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
