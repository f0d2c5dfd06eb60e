// Invented names that stand for people of a client folder, and the choice of another one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "anonymise/other_name.hpp"
#include "lsp-server/aliases.hpp"
#include "lsp-server/snapshot.hpp"
#include "text/result.hpp"

namespace paravent::lsp {

// Whether an alias is an invented name, not letters.
bool is_invented(const Bearer& bearer);
// Who goes by an invented name there, the present one or one from before; a part of it is enough.
struct InventedAt {
  text::ByteRange range;
  const Bearer* bearer = nullptr;
};
std::optional<InventedAt> invented_at(const Snapshot& snapshot, const KnownInVault& known,
                                      text::ByteOffset at);
// Who has an invented name and is really called that; nullptr for nobody, or for more than one.
const Bearer* invented_bearer(const KnownInVault& known, std::string_view real_name);

// What was typed, where a person may be called that; else why not, with a name that could be given.
text::Result<std::string> chosen_invented_name(const Snapshot& snapshot, const KnownInVault& known,
                                               const Bearer& person, std::string_view typed);

}  // namespace paravent::lsp
