// Words that are names because of what stands right beside them, whatever else they may mean.
#pragma once

#include <cstddef>

#include "detect/token.hpp"

namespace paravent::detect {

// "le projet Phénix", "the project “Saffron”": a capital there is its name; a kind of project is none
// ("projet RH", "projet Excel", "projet Agile").
bool is_called_a_project(const Tokens& tokens, std::size_t at);

// "mme roux", "mr brown", "M. marchand": in small letters behind a short civility, and no word that goes on
// with the sentence ("mme arrive", "m. le maire", "mme la directrice").
bool is_called_by_civility(const Tokens& tokens, std::size_t at);

// The same, or a given name in small letters right before an age: "capucine 14 ans, jules 11 ans".
bool is_called_in_small_letters(const Tokens& tokens, std::size_t at);

// "Pierre le répète", "Marie et fils sont venus": a given name that is a word too opens a sentence as a noun
// without its article would not.
bool is_subject_of_sentence(const Tokens& tokens, std::size_t at);

// "Mr. Hyacinth": a word of every day too, not a role ("Mr Chairman").
bool is_called_mister(const Tokens& tokens, std::size_t at);

// "Will thinks", "Action: Ben to send": where English is spoken, a given name that is a word too before a
// verb that only a person is the subject of.
bool is_english_subject(const Tokens& tokens, std::size_t at);

// "coop La Bastide", "scierie Bonhomme": a capital right behind the noun for a body in small letters is what
// it is called; a day, a method, a role or somebody's given name is not.
bool is_called_a_body(const Tokens& tokens, std::size_t at);

// "la direction d’Armoricor", "le siège de Tavelin": a word that tables know for nothing else.
bool is_a_firm_with_a_head_office(const Tokens& tokens, std::size_t at);

// "embauchée par Michelin", "hired by Unilever": a firm of the table, whoever else bears that name.
bool is_a_firm_that_hires(const Tokens& tokens, std::size_t at);

// "the Hendersons", not "the Rangers", "the Americans"
bool is_called_a_family(const Tokens& tokens, std::size_t at);

// "Séance avec HR": a department has no session.
bool is_client_of_session(const Tokens& tokens, std::size_t at);

// "Vouillac, D. (1972)", as lists write people: a surname opens the line, its initials stand behind a comma.
bool is_listed_with_initials(const Tokens& tokens, std::size_t at);

// "MORRISSEY, Colm", likewise.
bool is_listed_in_capitals(const Tokens& tokens, std::size_t at);

// "chez Deezer", "chez Bel": what is a firm or a product elsewhere is who one works for.
bool is_called_an_employer(const Tokens& tokens, std::size_t at);

// "moved to Bristol", "from Leeds": a city that a firm may be called after. English alone: French says "à
// Orange" of the town and of the firm.
bool is_city_one_goes_to(const Tokens& tokens, std::size_t at);

}  // namespace paravent::detect
