#include "anonymise/english_role_names.hpp"

#include <algorithm>
#include <array>

namespace paravent::anonymise {
namespace {

constexpr std::array<std::string_view, 61> kin{"husband",
                                               "wife",
                                               "ex husband",
                                               "ex wife",
                                               "partner",
                                               "spouse",
                                               "fiance",
                                               "fiancee",
                                               "boyfriend",
                                               "girlfriend",
                                               "ex",
                                               "son",
                                               "daughter",
                                               "stepson",
                                               "stepdaughter",
                                               "brother",
                                               "sister",
                                               "stepbrother",
                                               "stepsister",
                                               "sibling",
                                               "half brother",
                                               "half sister",
                                               "twin",
                                               "twin brother",
                                               "twin sister",
                                               "mother",
                                               "father",
                                               "mum",
                                               "mom",
                                               "dad",
                                               "stepmother",
                                               "stepfather",
                                               "mother in law",
                                               "father in law",
                                               "brother in law",
                                               "sister in law",
                                               "son in law",
                                               "daughter in law",
                                               "grandmother",
                                               "grandfather",
                                               "grandson",
                                               "granddaughter",
                                               "grandma",
                                               "grandpa",
                                               "uncle",
                                               "aunt",
                                               "cousin",
                                               "nephew",
                                               "niece",
                                               "godmother",
                                               "godfather",
                                               "friend",
                                               "neighbour",
                                               "neighbor",
                                               "flatmate",
                                               "housemate",
                                               "roommate",
                                               "colleague",
                                               "boss",
                                               "eldest",
                                               "youngest"};

constexpr std::array<std::string_view, 35> roles{"bank manager",
                                                 "barista",
                                                 "barrister",
                                                 "builder",
                                                 "bursar",
                                                 "business partner",
                                                 "care worker",
                                                 "chair",
                                                 "chairman",
                                                 "chairwoman",
                                                 "chef",
                                                 "councillor",
                                                 "finance manager",
                                                 "gp",
                                                 "headmaster",
                                                 "headmistress",
                                                 "headteacher",
                                                 "intern",
                                                 "matron",
                                                 "pa",
                                                 "paramedic",
                                                 "pensioner",
                                                 "personal assistant",
                                                 "practice manager",
                                                 "probation officer",
                                                 "professor",
                                                 "registrar",
                                                 "software engineer",
                                                 "solicitor",
                                                 "teaching assistant",
                                                 "team lead",
                                                 "trustee",
                                                 "vet",
                                                 "vicar",
                                                 "ward sister"};

}  // namespace

bool is_english_kin(std::string_view words) {
  return std::find(kin.begin(), kin.end(), words) != kin.end();
}

bool is_role_in_english_alone(std::string_view words) {
  return std::find(roles.begin(), roles.end(), words) != roles.end();
}

}  // namespace paravent::anonymise
