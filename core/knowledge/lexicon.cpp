#include "knowledge/lexicon.hpp"

#include "knowledge/tables.hpp"

namespace paravent::knowledge {

Lexeme tables::look_up_hash(std::uint64_t hash) noexcept {
  const format::Words& words = file().words;
  const std::uint32_t at = slot(words.hash, hash);
  if (items<std::uint16_t>(words.fingerprints)[at] != format::fingerprint(hash)) return {};
  return format::unpack(items<std::uint32_t>(words.payloads)[items<std::uint16_t>(words.indices)[at]]);
}

Lexeme look_up(std::string_view folded) noexcept {
  return tables::look_up_hash(format::hash_word(folded));
}

}  // namespace paravent::knowledge
