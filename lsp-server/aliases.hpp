// What the server needs of a vault: aliases that stay the same in a client folder, and the way back. Where
// there is none (WebAssembly) the server does without; lsp-vault/ has the one over the vault of this user.
// Every function may be called by any thread, and what it returns is durable. A failure means that nothing
// was done, not even in part, and says what to do.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "anonymise/plan.hpp"
#include "detect/find.hpp"
#include "policy/policy.hpp"
#include "text/decode.hpp"
#include "text/result.hpp"
#include "text/text_edit.hpp"

namespace paravent::lsp {

struct Done {};

// Somebody or something that has an alias.
struct Bearer {
  policy::Category category = policy::Category::Person;
  std::string alias;
  std::string canonical;
  std::vector<std::string> forms;  // the canonical one need not be among them
  bool operator==(const Bearer&) const = default;
};

// What the vault tells about one note: nothing where there is no vault, or none of that folder.
struct KnownInVault {
  std::vector<std::string> people;        // to be found wherever they stand
  std::vector<detect::KnownName> folder;  // of other notes, some of which may be gone
  detect::SetAside set_aside;             // what is to be left alone
  std::size_t set_aside_stamp = 0;        // another number when that is something else
  std::vector<Bearer> bearers;
  std::vector<anonymise::Alias> to_plan;     // see clients::aliases_to_plan
  std::vector<anonymise::Alias> to_restore;  // see clients::aliases_to_restore

  bool tells_the_same(const KnownInVault& other) const {
    return people == other.people && folder == other.folder && set_aside_stamp == other.set_aside_stamp &&
           bearers == other.bearers;
  }
};

// What a note was found to hold, and what it was read with: with all names that were known.
struct ReadNote {
  const detect::Analysis& analysis;
  const detect::Context& context;
  std::size_t set_aside_stamp = 0;
};

// A note that is to be written with aliases.
struct NoteForAliases {
  const std::filesystem::path& path;
  std::string_view text;
  const policy::Policy& policy;
  const detect::Context& context;  // what is known without the vault
  text::FileEncoding encoding = text::FileEncoding::Utf8;
  bool undo = false;                                    // remember how this very output is undone
  std::optional<text::ByteRange> leave = std::nullopt;  // not to be anonymised yet
  // Of this text, under a policy that differs in no more than its style: it need not be read again where the
  // vault still tells the same.
  const ReadNote* read = nullptr;
};

// A text with its names back.
struct NamesBack {
  std::string text;
  bool exact = false;                  // byte for byte what the note was
  std::vector<std::string> leftovers;  // aliases that stand for nobody known
};

class Aliases {
 public:
  enum class Where : bool { Note, Folder };

  virtual ~Aliases() = default;

  // Makes no vault.
  virtual text::Result<KnownInVault> known_of(const std::filesystem::path& note) = 0;
  // A note may lose its names only when they surely come back: there is a vault, it opens, and its recovery
  // key has been shown.
  virtual text::Result<Done> may_write_in_place() = 0;
  // The edits of the text that put aliases in place of what masks. Makes a vault when there is none.
  virtual text::Result<text::TextEdits> anonymise(const NoteForAliases& note) = 0;
  // Of a text that is, or was, or comes from a note. Without a vault it stays as it is.
  virtual text::Result<NamesBack> restore(const std::filesystem::path& note, std::string_view text,
                                          text::FileEncoding encoding) = 0;

  virtual text::Result<Done> ignore(const std::filesystem::path& note, Where where, policy::Category category,
                                    std::string_view text) = 0;
  // Whoever bears `alias`, or else `person`, is called `chosen` from now on. What is no free alias of that
  // kind is refused. Returns the aliases that stood for them before.
  virtual text::Result<std::vector<std::string>> rename(const std::filesystem::path& note,
                                                        const Bearer& person, std::string_view chosen) = 0;
  // `other` is `kept` from now on; the alias of `other` leads to it, too.
  virtual text::Result<Done> merge(const std::filesystem::path& note, std::string_view kept,
                                   std::string_view other) = 0;
  // A form of whoever bears `alias` is somebody else.
  virtual text::Result<Done> split(const std::filesystem::path& note, std::string_view alias,
                                   std::string_view form) = 0;

  // What is to be told once: that a vault was made, and what opens it. Nothing when there is nothing new.
  virtual std::optional<text::Failure> news() = 0;
};

}  // namespace paravent::lsp
