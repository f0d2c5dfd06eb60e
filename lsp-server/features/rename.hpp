// Another name for a person, or another word for an alias, at every mention in the note.
#pragma once

#include <string>
#include <vector>

#include "lsp-server/aliases.hpp"
#include "lsp-server/features/params.hpp"
#include "lsp-server/snapshot.hpp"
#include "text/result.hpp"
#include "text/text_edit.hpp"

namespace paravent::lsp {

// The result of textDocument/prepareRename as JSON: the range under the caret and the name as it stands. A
// failure says why nothing can be renamed there.
text::Result<std::string> prepare_rename(const Snapshot& snapshot, const KnownInVault& known,
                                         const text::Position& position);

// The edits of textDocument/rename: all mentions, short forms too, get the new name; what stands before a
// name is redone (d’Ilyès → de Karim). A failure says what is wrong with the place or the name.
text::Result<std::vector<text::TextEdit>> rename(const Snapshot& snapshot, const RenameParams& params);

// The edits that put a name in place of mentions of one entity, in order of the text.
text::Result<std::vector<text::TextEdit>> edits_with_name(const Snapshot& snapshot,
                                                          const std::vector<const detect::Finding*>& mentions,
                                                          const std::string& name);
// The same over a client folder, where the vault says who is meant.
struct FolderRename {
  Bearer who;                         // by alias, or by name
  std::string alias;                  // to be
  std::vector<text::TextEdit> names;  // mentions by name in this note, which become the alias
  // Of an invented name: all aliases of the folder, and whether it keeps the surname.
  std::vector<anonymise::Alias> folder;
  bool keeps_surname = false;
};
text::Result<FolderRename> folder_rename(const Snapshot& snapshot, const KnownInVault& known,
                                         const RenameParams& params);
// Whether the alias to be is one that this note may give, in `style`: else why not.
text::Result<FolderRename> checked(FolderRename target, const Snapshot& snapshot, const KnownInVault& known,
                                   policy::Style style);
// Whether the alias to be stands in that text already, for nobody known.
bool stands_already(const FolderRename& target, std::string_view text);
// The edits that write it for each of `old`.
std::vector<text::TextEdit> with_other_alias(const FolderRename& target, std::string_view text,
                                             const std::vector<std::string>& old);

// The edits that write `alias` for each of `old`, as tags and links have it, too.
std::vector<text::TextEdit> other_alias(std::string_view text, const std::vector<std::string>& old,
                                        const std::string& alias);
bool has_alias(std::string_view text, std::string_view alias);

}  // namespace paravent::lsp
