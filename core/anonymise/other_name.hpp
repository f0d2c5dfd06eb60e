// One invented name in place of another, in a text that was anonymised before.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "anonymise/plan.hpp"
#include "text/text_edit.hpp"

namespace paravent::anonymise {

// Every mention of who was called one of `old` gets the same part of `name`: "d’Isabelle Vauremelle" → "de
// Lucie Belmaghiri", "Mme Vauremelle" → "Mme Belmaghiri", "#isabelle-vauremelle" → "#lucie-belmaghiri".
// `folder` has all aliases of the folder: what could mean another, or a real person, stays.
text::TextEdits other_name(std::string_view text, const std::vector<std::string>& old,
                           const std::string& name, const std::vector<Alias>& folder);

// The invented name at a place, with its end: one of `folder` that it can only be. Nothing where there is
// none.
struct InventedMention {
  text::ByteRange range;
  const Alias* alias = nullptr;
};
std::optional<InventedMention> invented_name_at(std::string_view text, text::ByteOffset at,
                                                const std::vector<Alias>& folder);

// Whether a name with the surname of that one stands anywhere.
bool has_surname_of(std::string_view text, std::string_view name);

}  // namespace paravent::anonymise
