// An open vault, for the notes of client folders: aliases that stay the same from note to note and from day
// to day, and the way back.
//
//   auto session = clients::Session::open_or_create(places, access, {});
//   auto folder = clients::folder_of(note, language);
//   auto done = session->anonymise({text, policy, context, *folder, folder->name_of(note), now});
//   …
//   auto back = session->restore(bytes, *folder, folder->name_of(note));
//
// What a function returns is durable in the vault before it returns. On a failure nothing is to be written.
// One session belongs to one thread.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "anonymise/plan.hpp"
#include "clients/folder.hpp"
#include "clients/folder_index.hpp"
#include "detect/find.hpp"
#include "policy/policy.hpp"
#include "store/vault.hpp"
#include "text/decode.hpp"
#include "text/result.hpp"

namespace paravent::clients {

// What detect::find() gave for a text, and what it was read with.
struct Reading {
  const detect::Analysis& analysis;
  const detect::Context& context;  // with all names in its own lists
  std::size_t set_aside = 0;       // stamp of what the vault leaves alone
};

struct Request {
  std::string_view text;
  const policy::Policy& policy;
  const detect::Context& context;  // what is known without the vault
  const Folder& folder;
  std::string note;  // Folder::name_of()
  store::Moment now;
  text::FileEncoding encoding = text::FileEncoding::Utf8;  // of the note
  bool undo = true;                                        // remember how this very output is undone
  std::optional<text::ByteRange> leave = std::nullopt;     // not anonymised yet: see left_alone.hpp
  bool in_place = false;                                   // the output takes the place of the note
  // Of this text, under a policy that differs in no more than its style; used where the vault still tells the
  // same.
  const Reading* reading = nullptr;
};

struct Output {
  std::string text;
  std::string bytes;      // the same in the encoding of the note
  text::TextEdits edits;  // of the text of the note
};

struct Restored {
  std::string bytes;                   // a file again
  bool exact = false;                  // byte for byte what the note was
  std::vector<std::string> leftovers;  // aliases that stand for nobody known; they tell nothing
};

class Session {
 public:
  // The vault that is there, else a new one: see first_use().
  static text::Result<Session> open_or_create(const store::Places& places, const store::Access& access,
                                              const store::Creation& creation);
  static text::Result<Session> open(const store::Places& places, const store::Access& access);

  // What is to be told when this session made the vault.
  const std::optional<store::FirstUse>& first_use() const { return first_use_; }
  store::Vault& vault() { return vault_; }

  // `context` with what the vault knows of the folder: declared people, people and firms of other notes, and
  // what is to be left alone in this note. Valid until the next call.
  text::Result<detect::Context> context_for(const Folder& folder, const std::string& note,
                                            const detect::Context& context);

  // In the style of the policy, with aliases of the vault.
  text::Result<Output> anonymise(const Request& request);

  // Of the bytes of a file. What this session or an earlier one wrote comes back byte for byte; unchanged
  // lines of what was edited since, too, and names by their aliases elsewhere. A note that was anonymised
  // several times goes back all these steps. Refused for bytes that were written in another folder, where
  // their aliases stand for other people, unless this folder was asked for by name.
  enum class FolderIs { OfTheNote, AskedFor };
  text::Result<Restored> restore(std::string_view bytes, const Folder& folder, const std::string& note,
                                 FolderIs which = FolderIs::OfTheNote);

 private:
  Session(store::Vault vault, std::optional<store::FirstUse> first_use);
  // Brings index_ to what the vault tells of the folder now.
  text::Result<platform::Done> look_up(const Folder& folder);
  void index(const store::SharedKnown& known);
  // With index_ as it is.
  text::Result<detect::Context> context_now(const Folder& folder, const std::string& note,
                                            const detect::Context& context);
  // What `reading` holds if it was read with `context`, else what is found now.
  text::Result<detect::Analysis> first_look(const Request& request, const detect::Context& context);
  text::Result<store::Remembered> keep(const Request& request, const anonymise::Anonymised& done);
  text::Result<platform::Done> remember_undo(const Request& request, const Output& output);
  text::Result<std::optional<Restored>> restore_exact(const store::UndoRecord& record, const Folder& folder);
  text::Result<Restored> restore_changed(std::string_view bytes, const Folder& folder,
                                         const std::optional<store::UndoRecord>& newest, bool one_note);

  store::Vault vault_;
  std::optional<store::FirstUse> first_use_;
  std::unique_ptr<FolderIndex> index_;  // of the folder that was asked for last
};

// The same without a vault: the text as it is, and the aliases that stand in it.
text::Result<Restored> restore_without_vault(std::string_view bytes);

}  // namespace paravent::clients
