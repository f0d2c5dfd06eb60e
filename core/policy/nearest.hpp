// The known word that a mistyped one most likely meant.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "policy/policy.hpp"

namespace paravent::policy {

// The known word nearest to `word` by edit distance (a swap of neighbours counts once), at most two away, or
// three for words of eight letters or more; else empty.
std::string_view nearest(std::string_view word, std::span<const std::string_view> known);

// « Clé inconnue « sav », ligne 3 : vouliez-vous dire « save » ? », in both languages.
Remark unknown_key(std::string_view key, std::uint32_t line, std::span<const std::string_view> known);

}  // namespace paravent::policy
