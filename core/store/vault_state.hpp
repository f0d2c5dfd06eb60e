// What an open vault holds, shared by the files that make up Vault.
#pragma once

#include <utility>

#include "store/backups.hpp"
#include "store/entities.hpp"
#include "store/header.hpp"
#include "store/undo_rows.hpp"
#include "store/vault.hpp"

namespace paravent::store {

struct Vault::State {
  State(Places places_, Database database_, Key key_)
      : places(std::move(places_)),
        database(std::move(database_)),
        key(std::move(key_)),
        keys(key),
        entities(database, keys),
        undo(database, keys) {}

  // The first error of the database, else that the vault is damaged: for values that are there and do not
  // open.
  text::Failure trouble();

  Places places;
  Database database;
  Key key;
  Keys keys;
  Entities entities;
  UndoRows undo;
};

}  // namespace paravent::store
