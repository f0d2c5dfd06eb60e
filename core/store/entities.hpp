// Entities as rows: each sealed under a key of its own, which the vault's key wraps and binds to folder and
// id. Whoever calls holds a transaction.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
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

// Of an entity, in the order in which they are read.
inline constexpr std::string_view entity_columns = "id, category, style, wrapped_key, sealed, alias";

// Case, accents and the kind of blanks do not count when a form or an alias is looked for.
std::string folded_form(std::string_view form);

class Entities {
 public:
  Entities(Database& database, const Keys& keys) : database_(database), keys_(keys) {}

  // A row that does not open makes the whole answer a failure: nothing is left out in silence. Rows are read
  // again only where another process has written since, or this one something that was not followed.
  text::Result<SharedKnown> in_folder(std::string_view folder);
  // These entries came or changed in the folder, which has that generation now: it was committed.
  void follow(std::string_view folder, std::int64_t generation, const std::vector<Entry>& changed);
  // Before rows go that no folder counts as a change.
  void drop_read() { read_ = Read{}; }
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
  // A row as it was read last; empty where an entry was followed instead.
  struct Row {
    std::string category, style, wrapped_key, sealed, alias;
    bool is(const Statement& row) const;
  };
  // What was read of one folder: each note asks for all of it.
  struct Read {
    std::string folder;
    std::int64_t version = 0;  // of the database: another one when another process has written
    std::shared_ptr<Known> known;
    std::vector<Row> rows;                                // of its entries
    std::unordered_map<std::string, std::size_t> places;  // by id

    void put(Entry entry, Row row);
  };
  text::Result<Read> read_anew(std::string_view folder);
  std::int64_t version_of_data();
  std::optional<Entry> open(const Statement& row, std::string_view folder);
  void write_hashes(std::string_view folder, const Entry& entry);

  Database& database_;
  const Keys& keys_;
  Read read_;  // the folder that was asked for last
};

}  // namespace paravent::store
