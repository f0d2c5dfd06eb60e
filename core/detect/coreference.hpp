// Who is who: the mentions of a note joined into entities. "Claire Dupont", "Claire", "Mme Dupont", "C.
// Dupont", "C.D.", "DUPONT Claire" are one person. Linear in the mentions; no text is looked at but to name
// an entity.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "detect/finding.hpp"
#include "detect/mention.hpp"
#include "detect/name_book.hpp"
#include "detect/token.hpp"

namespace paravent::detect {

// A mention and the words that it is one of.
struct MentionAt {
  Mention* mention = nullptr;
  const Tokens* tokens = nullptr;
};

// Keeps its memory from note to note.
class Coreference {
 public:
  explicit Coreference(const NameBook& book) : book_(book) {}

  // Sets the entity of every mention (0: none) and returns the entities in the order of first mention; labels
  // are not set yet. Hints join an entity that exists, but make none.
  std::vector<Entity> join(std::span<const MentionAt> mentions);

 private:
  // The person that last bore a form: of either sex, and of each.
  struct Bearers {
    EntityId any = 0, feminine = 0, masculine = 0;
    void set(EntityId id, knowledge::Sex sex);
    EntityId get(knowledge::Sex sex) const;
  };
  struct Joined {
    Category category = Category::Person;
    knowledge::Sex sex = knowledge::Sex::Unknown;
    NameId name = 0;  // of a person, as first read
    Atom title = 0;   // … and as all full names together say
    bool role = false;
    const MentionAt* canonical = nullptr;  // the mention that names it
  };

  EntityId join_person(const MentionAt& at);
  EntityId join_thing(const MentionAt& at);
  EntityId make(Category category, const MentionAt& at);
  EntityId full(const BookedPerson& name, const MentionAt& at, bool canonical);
  EntityId find(const BookedPerson& name) const;
  EntityId find_by_forms(const BookedPerson& name) const;
  EntityId look_up(const std::vector<Bearers>& bearers, Atom form, const BookedPerson& name) const;
  void bear(EntityId id, const BookedPerson& name);
  void learn(EntityId id, knowledge::Sex sex);
  std::vector<Entity> in_order(std::span<const MentionAt> mentions) const;

  const NameBook& book_;
  std::vector<Joined> joined_;  // by entity id; 0 is none
  // By atom.
  std::vector<EntityId> full_;
  std::vector<Bearers> givens_, surnames_, prefixes_, initials_;
  std::vector<EntityId> things_;  // by their whole form or a word of it
};

// "p1", "o2" …: numbers the entities of each category.
void label_entities(std::vector<Entity>& entities);

}  // namespace paravent::detect
