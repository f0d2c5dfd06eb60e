// Who is who: the mentions of a note joined into entities. "Claire Dupont", "Claire", "Mme Dupont", "C.
// Dupont", "C.D.", "DUPONT Claire" are one person. Where several people bear what a mention calls somebody by
// ("Claire", of two Claires), it is nobody's: an entity of its own that says who could be meant. Linear in
// the mentions; no text is looked at but to name an entity.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
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

  // Somebody known from elsewhere (declared, or of another note of the folder), by given name and surname:
  // whoever is mentioned here by a part of that name and is nobody of this note is that person. The book's;
  // `canonical` is kept.
  // `client`: declared, or of the vault; a note never cites them.
  void know(NameId name, std::string canonical, bool client);
  // Whether the entity, by its number in what join() gave last, is such a client.
  bool is_client(EntityId entity) const { return entity < clients_.size() && clients_[entity]; }
  // … or anybody whom another note or the vault knows.
  bool is_known_elsewhere(EntityId entity) const {
    return entity < known_elsewhere_.size() && known_elsewhere_[entity];
  }

  // Sets the entity of every mention (0: none) and returns the entities in the order of first mention; labels
  // are not set yet. Hints join an entity that exists, but make none.
  std::vector<Entity> join(std::span<const MentionAt> mentions);

 private:
  // People, by who bore something last, first. Of many only the last few are known.
  struct People {
    std::array<EntityId, 4> ids{};  // 0 behind the last
    void bring_to_front(EntityId id);
    bool empty() const { return ids[0] == 0; }
    bool several() const { return ids[1] != 0; }
    auto operator<=>(const People&) const = default;
  };
  struct Joined {
    Category category = Category::Person;
    knowledge::Sex sex = knowledge::Sex::Unknown;
    NameId name = 0;  // of a person, as first read
    Atom title = 0;   // … and as all full names together say
    bool role = false;
    const MentionAt* canonical = nullptr;  // the mention that names it; else …
    std::string_view known_as;             // … what it is known as from elsewhere
    bool here = true;                      // the note names it in full
    bool client = false;
    People candidates;  // who of several is meant is not known
  };

  EntityId join_person(const MentionAt& at);
  EntityId join_thing(const MentionAt& at);
  EntityId make(Category category, const MentionAt& at);
  void learn_known();
  void learn_full_names(std::span<const MentionAt> mentions, bool odd);
  EntityId full(const BookedPerson& name, const MentionAt& at, bool canonical);
  EntityId find_misspelt(const BookedPerson& name) const;
  EntityId one_of(const People& people, const MentionAt& at);
  People find(const BookedPerson& name) const;
  People find_as_written(const BookedPerson& name) const;
  People find_by_forms(const BookedPerson& name) const;
  People look_up(const std::vector<People>& bearers, Atom form, const BookedPerson& name) const;
  bool may_be(const Joined& entity, const BookedPerson& name) const;
  void bear(EntityId id, const BookedPerson& name);
  void learn(EntityId id, knowledge::Sex sex);
  static std::string canonical_of(const Joined& entity);
  std::vector<Entity> in_order(std::span<const MentionAt> mentions);

  struct Known {
    NameId name = 0;
    std::string canonical;
    bool client = false;
  };

  const NameBook& book_;
  std::vector<Known> known_;
  std::vector<bool> clients_;          // by number of the entities of join()
  std::vector<bool> known_elsewhere_;  // likewise
  std::vector<Joined> joined_;         // by entity id; 0 is none
  // By atom.
  std::vector<EntityId> full_;
  std::vector<People> givens_, surnames_, prefixes_, initials_;
  std::vector<EntityId> things_;  // by their whole form or a word of it
  std::map<People, EntityId> one_of_;
};

// "p1", "o2" …: numbers the entities of each category.
void label_entities(std::vector<Entity>& entities);

}  // namespace paravent::detect
