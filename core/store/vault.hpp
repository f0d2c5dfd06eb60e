// The vault: who stands behind which alias, what a note was before it was anonymised, whom the coach declared
// and what she ignores. Sealed on disk, shared by all processes of one user, durable when a function returns.
//
//   auto places = store::user_places();
//   auto opened = store::Vault::open_or_create(*places, {}, {}, now);
//   if (!opened) tell(opened.failure());
//   if (opened->first_use) { show(opened->first_use->recovery_key); opened->vault.recovery_key_was_shown(); }
//
//   store::Vault& vault = opened->vault;
//   auto known = vault.entries(folder);                       // plan with these aliases
//   auto done = vault.remember(folder, known->generation, new_entries, now);
//   if (done && !done->kept) { /* somebody else was faster: plan again from done->known */ }
//
// Every function gives a value or a Failure that says what to do; on a failure nothing was changed (but
// forgetting, which may say that a backup is still to be removed by hand). One vault belongs to one thread;
// several threads open several. A vault is locked by letting go of it: its keys are wiped. Folders are known
// by the random id of DESIGN.md; notes by any name that stays theirs (their path).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.hpp"
#include "store/declared.hpp"
#include "store/entry.hpp"
#include "store/ignored.hpp"
#include "store/key_source.hpp"
#include "store/passphrase.hpp"
#include "store/places.hpp"
#include "store/undo_record.hpp"
#include "text/result.hpp"

namespace paravent::store {

// What the user can show to get in. Both empty: what the header of the vault names is asked.
struct Access {
  std::optional<std::string> passphrase;
  std::optional<std::string> recovery_key;
};

// How a new vault, or one that gets a new key source, will be opened.
struct Creation {
  std::optional<KeySource> source;  // nothing: the keyring where there is one, else a key file
  std::string passphrase;
  Stretching stretching = Stretching::fresh();
};

// To be told once.
struct FirstUse {
  std::string recovery_key;
  KeySource source = KeySource::KeyFile;  // a key file: say that it was made, and where (Places::key_file)
};

class Vault {
 public:
  struct Opened;
  static bool is_there(const Places& places);
  // What opens the vault that is there; asks for no key.
  static text::Result<KeySource> guarded_by(const Places& places);
  static text::Result<Vault> open(const Places& places, const Access& access);
  // Fails when there is a vault already.
  static text::Result<Opened> create(const Places& places, const Creation& creation);
  // The vault that is there, else a new one.
  static text::Result<Opened> open_or_create(const Places& places, const Access& access,
                                             const Creation& creation);

  // In-place anonymising needs a recovery key that somebody has seen.
  text::Result<bool> recovery_key_is_shown();
  text::Result<Done> recovery_key_was_shown();
  // The old one opens nothing any more: backups and a damaged vault that is kept aside follow.
  struct Renewed {
    std::string recovery_key;
    std::optional<text::Failure> left_behind;  // what could not follow, and what to do about it
  };
  text::Result<Renewed> renew_recovery_key();
  // For whoever came in by the recovery key, or wants another source. Copies follow, and an old key file
  // goes.
  text::Result<Done> set_source(const Creation& creation);

  text::Result<Known> entries(std::string_view folder);
  // The same without a copy of all that.
  text::Result<SharedKnown> known(std::string_view folder);
  text::Result<std::vector<FolderSummary>> folders();
  // All of them or none. Not kept when an alias is not free, or when another process gave one of the
  // canonical names to an entity that the caller had not seen.
  text::Result<Remembered> remember(std::string_view folder, std::int64_t seen_generation,
                                    const std::vector<NewEntry>& entries, Moment now);
  // Which of these aliases are not free in the folder, be it because they were given to somebody forgotten.
  text::Result<std::vector<std::string>> taken_aliases(std::string_view folder, AliasStyle style,
                                                       const std::vector<std::string>& aliases);
  text::Result<Done> add_forms(std::string_view entity, const std::vector<std::string>& forms, Moment now);
  text::Result<Done> rename_alias(std::string_view entity, std::string_view alias, Moment now);
  // What was `other` is `kept` from now on; the alias of `other` still leads back to it.
  text::Result<Done> merge(std::string_view kept, std::string_view other, Moment now);
  // Those forms become an entity of their own. Both get new ids: backups know the old one as both.
  struct Halves {
    std::string rest;
    std::string split_off;
  };
  text::Result<Halves> split(std::string_view entity, const std::vector<std::string>& forms,
                             std::string_view canonical, std::string_view alias, Moment now);

  // Erases it everywhere: its key, its rows, those in backups, declared people of that name. Its alias is
  // never given again. With a person goes what bears her name (see belongings.hpp): handles, and what undo
  // records say of her outside of her own pieces. Gives the entries that are gone.
  text::Result<std::vector<Entry>> forget(std::string_view entity);
  text::Result<Done> forget_folder(std::string_view folder);

  // People to mask wherever they stand; an empty folder means all. See names_of_list() for a list that is
  // imported.
  text::Result<Done> declare(std::string_view folder, const std::vector<std::string>& names, Moment now);
  text::Result<std::vector<DeclaredPerson>> declared(std::string_view folder);
  text::Result<Done> forget_declared(std::string_view id);

  text::Result<Done> ignore(const IgnoredFinding& finding);
  text::Result<Done> stop_ignoring(const IgnoredFinding& finding);
  text::Result<bool> is_ignored(const IgnoredFinding& finding);  // in its note or in its whole folder
  text::Result<Ignored> ignored_in(std::string_view folder, std::string_view note);  // all that, as it is now

  // Before `output` takes the place of a note. Pieces that belong to an entity name it, and are forgotten
  // with it.
  text::Result<Done> remember_undo(std::string_view folder, std::string_view note, const UndoOutput& output,
                                   const std::vector<UndoPiece>& pieces, Moment now,
                                   const UndoLimits& limits = {});
  // The newest record of these very bytes: that of the note, else of whichever note came to them; nothing
  // when there is none, or when notes that were not alike did.
  text::Result<std::optional<UndoRecord>> find_undo(std::string_view folder, std::string_view note,
                                                    std::string_view output);
  // The newest of a note, for one that was changed since.
  text::Result<std::optional<UndoRecord>> newest_undo(std::string_view folder, std::string_view note);
  // What the same note was anonymised from before that record.
  text::Result<std::optional<UndoRecord>> undo_before(std::string_view folder, std::string_view record);
  // These very bytes were written in a folder that is not this one.
  text::Result<bool> is_output_of_another_folder(std::string_view folder, std::string_view output);
  text::Result<Done> forget_undo(std::string_view record);

  // For a second machine: one sealed file, to be written for its owner alone.
  text::Result<std::string> export_sealed(std::string_view passphrase,
                                          const Stretching& stretching = Stretching::fresh());
  struct Imported {
    std::int64_t added = 0;
    std::int64_t updated = 0;
  };
  // Of an entity that is on both machines the newer stays. Nothing is taken when an alias stands for another
  // here.
  text::Result<Imported> import_sealed(std::string_view bytes, std::string_view passphrase, Moment now);

 private:
  struct State;
  explicit Vault(std::unique_ptr<State> state);

 public:
  Vault(Vault&&) noexcept;
  Vault& operator=(Vault&&) noexcept;
  ~Vault();

 private:
  std::unique_ptr<State> state_;
};

struct Vault::Opened {
  Vault vault;
  std::optional<FirstUse> first_use;
};

}  // namespace paravent::store
