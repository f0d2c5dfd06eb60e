#include "store/erase.hpp"

namespace paravent::store {

void erase(Database& database, std::string_view id) {
  // What is sealed is cleared as well, although its key is gone: nothing stays that a stolen key would open.
  for (const char* sql :
       {"UPDATE undo_pieces SET sealed=NULL WHERE entity=?",
        "DELETE FROM undo_records WHERE ? IN (id, folder)", "DELETE FROM declared WHERE ? IN (id, scope)",
        "DELETE FROM ignored WHERE folder=?", "DELETE FROM entities WHERE id=?",
        "DELETE FROM ancestors WHERE id=?", "DELETE FROM folders WHERE id=?",
        "INSERT OR IGNORE INTO forgotten(id) VALUES(?)"}) {
    database.prepare(sql).text(id).run();
  }
}

}  // namespace paravent::store
