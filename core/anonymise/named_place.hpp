// Places whose name says what they are: "gare de Limoges", "plage des Dunes".
#pragma once

#include "anonymise/grammar.hpp"

namespace paravent::anonymise {

// "gare", "plage"; empty where the name does not start with such a noun, and in English.
NounPhrase kind_of_named_place(std::string_view name, text::Language language);

}  // namespace paravent::anonymise
