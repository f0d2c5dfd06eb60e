// Entities as rows: each sealed under a key of its own, which the vault's key wraps and binds to folder and
// id. Whoever calls holds a transaction.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/database.hpp"
#include "store/entry.hpp"
#include "store/key.hpp"

namespace paravent::store {

// The vault's key, and what is derived from it.
struct Keys {
  explicit Keys(const Key& vault);
  Key wrapping;  // keys of entities, declared people and undo records
  Key look_up;   // keyed hashes
};

// Case, accents and the kind of blanks do not count when a form or an alias is looked for.
std::string folded_form(std::string_view form);

class Entities {
 public:
  Entities(Database& database, const Keys& keys) : database_(database), keys_(keys) {}

  // A row that does not open makes the whole answer a failure: nothing is left out in silence.
  text::Result<Known> in_folder(std::string_view folder);
  // The entry and its folder; nothing when there is none of that id.
  struct Found {
    Entry entry;
    std::string folder;
  };
  text::Result<std::optional<Found>> find(std::string_view id);
  std::optional<Key> key_of(std::string_view folder, std::string_view id);

  // Counts a change of the folder, which is made if need be; its new generation.
  std::int64_t touch(std::string_view folder);
  void insert(std::string_view folder, const Entry& entry, std::int64_t generation, Moment now);
  // Replaces what is sealed of an entity that is there; its key, category and style stay.
  void update(std::string_view folder, const Entry& entry, std::int64_t generation, Moment now);
  bool alias_was_given(std::string_view folder, AliasStyle style, std::string_view alias);
  // Another entity of that category and style got this form after the folder's generation `seen`.
  bool form_came_after(std::string_view folder, const NewEntry& like, std::string_view form,
                       std::int64_t seen);
  std::int64_t generation_of(std::string_view folder);

 private:
  // A row as it was read last, and what it said: each note of a folder asks for all of them.
  struct Opened {
    std::string folder, category, style, wrapped_key, sealed, alias;
    Entry entry;
    bool is(const Statement& row, std::string_view folder_asked) const;
  };
  std::optional<Entry> open(const Statement& row, std::string_view folder);
  void write_hashes(std::string_view folder, const Entry& entry);

  Database& database_;
  const Keys& keys_;
  std::unordered_map<std::string, Opened> opened_;  // by id
};

}  // namespace paravent::store
