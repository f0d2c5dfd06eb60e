// What can stand where a name stands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/language.hpp"

namespace paravent::anonymise {

enum class Slot : std::uint8_t {
  NounPhrase,  // Hier … · elle quitte …: a phrase with its own article
  Complement,  // l’équipe Danone: a noun before it, so that a phrase needs "de"
  NameOnly,    // ma Claire · Bonjour Claire · le groupe LVMH: a name or an alias
};

// `at` is where the name starts, or the lead that is redone with it.
Slot slot_before(std::string_view text, std::size_t at, text::Language language);

// "Elle s’appelle Claire": nothing but a name can stand there, whatever follows.
bool is_called(std::string_view text, std::size_t at);

// "Elle habite 3 rue des Lilas": an address in other words wants "à".
bool is_behind_dwelling(std::string_view text, std::size_t at);

inline bool takes_noun_phrase(std::string_view text, std::size_t at, text::Language language) {
  return slot_before(text, at, language) == Slot::NounPhrase;
}

}  // namespace paravent::anonymise
