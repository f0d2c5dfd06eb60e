#include "store/schema.hpp"

#include <array>
#include <initializer_list>
#include <string>

namespace paravent::store {
namespace {

// Ids are random. What is sealed is a blob; what is looked up is a keyed hash. `forgotten` holds ids alone:
// it tells which rows a backup must lose, too. An entity that was merged or split lives on under ids whose
// `ancestors` name it. `changed` of an entity is the generation of its folder at that moment.
constexpr std::initializer_list<const char*> version_1 = {
    R"(CREATE TABLE header(
         one INTEGER PRIMARY KEY CHECK (one = 1), vault TEXT NOT NULL, source TEXT NOT NULL,
         salt BLOB NOT NULL, passes INTEGER NOT NULL, memory INTEGER NOT NULL,
         wrapped_key BLOB NOT NULL, recovery_wrapped_key BLOB NOT NULL, recovery_shown INTEGER NOT NULL,
         last_backup INTEGER NOT NULL, scrub_pending INTEGER NOT NULL) STRICT)",
    "CREATE TABLE folders(id TEXT PRIMARY KEY, generation INTEGER NOT NULL) STRICT",
    R"(CREATE TABLE entities(
         seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, folder TEXT NOT NULL REFERENCES folders(id) ON DELETE CASCADE,
         category TEXT NOT NULL, style TEXT NOT NULL, wrapped_key BLOB NOT NULL, sealed BLOB NOT NULL,
         alias BLOB NOT NULL, alias_hash BLOB NOT NULL, changed INTEGER NOT NULL, moment INTEGER NOT NULL,
         UNIQUE(folder, style, alias_hash)) STRICT)",
    // Columns of a key stand first and in its order: SQLite 3.40 else takes such a table for damaged.
    R"(CREATE TABLE forms(
         hash BLOB NOT NULL, entity TEXT NOT NULL REFERENCES entities(id) ON DELETE CASCADE,
         PRIMARY KEY(hash, entity)) STRICT, WITHOUT ROWID)",
    "CREATE INDEX forms_of_entity ON forms(entity)",
    R"(CREATE TABLE given_aliases(
         folder TEXT NOT NULL, hash BLOB NOT NULL, PRIMARY KEY(folder, hash)) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE ancestors(
         id TEXT NOT NULL, ancestor TEXT NOT NULL, PRIMARY KEY(id, ancestor)) STRICT, WITHOUT ROWID)",
    "CREATE TABLE forgotten(id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
};
constexpr std::initializer_list<const char*> version_2 = {
    R"(CREATE TABLE declared(
         seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, scope TEXT NOT NULL, hash BLOB NOT NULL,
         wrapped_key BLOB NOT NULL, sealed BLOB NOT NULL, UNIQUE(hash)) STRICT)",
    R"(CREATE TABLE ignored(folder TEXT NOT NULL, hash BLOB NOT NULL, PRIMARY KEY(folder, hash)) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE undo_records(
         seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, folder TEXT NOT NULL, note_hash BLOB NOT NULL,
         output_hash BLOB NOT NULL, wrapped_key BLOB NOT NULL, sealed BLOB NOT NULL, moment INTEGER NOT NULL) STRICT)",
    "CREATE INDEX undo_by_output ON undo_records(output_hash)",
    "CREATE INDEX undo_by_note ON undo_records(note_hash)",
    R"(CREATE TABLE undo_pieces(
         record TEXT NOT NULL REFERENCES undo_records(id) ON DELETE CASCADE, place INTEGER NOT NULL,
         start INTEGER NOT NULL, entity TEXT, sealed BLOB,
         PRIMARY KEY(record, place)) STRICT, WITHOUT ROWID)",
    "CREATE INDEX undo_of_entity ON undo_pieces(entity)",
};
constexpr std::initializer_list<const char*> version_3 = {
    "ALTER TABLE undo_records ADD COLUMN in_place INTEGER NOT NULL DEFAULT 0",
};
// What copies still lack of the vault's keys: see rewrap.hpp.
constexpr std::initializer_list<const char*> version_4 = {
    "ALTER TABLE header ADD COLUMN rewrap_pending INTEGER NOT NULL DEFAULT 0",
};
const std::array<std::initializer_list<const char*>, schema_version> steps = {version_1, version_2, version_3,
                                                                              version_4};

}  // namespace

int version_of(Database& database) {
  Statement asked = database.prepare("PRAGMA user_version");
  return asked.row() ? static_cast<int>(asked.number_at(0)) : 0;
}

void migrate(Database& database, int version) {
  for (int at = version_of(database); at < version; ++at) {
    for (const char* sql : steps[static_cast<std::size_t>(at)]) database.run(sql);
    database.run("PRAGMA user_version=" + std::to_string(at + 1));
  }
}

}  // namespace paravent::store
