#include "anonymise/zone.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace paravent::anonymise {
namespace {

// Towns of America, Canada and Australia with the name of a smaller British one, which a note may mean.
bool is_also_british(std::string_view name) {
  constexpr auto names = std::to_array<std::string_view>(
      {"Bedford",   "Boston",     "Chelsea",   "Chester",    "Dartmouth", "Dover",     "Durham",
       "Epping",    "Halifax",    "Hamilton",  "Kensington", "Kingston",  "Lancaster", "Lincoln",
       "Milton",    "Newark",     "Newcastle", "Newport",    "Newton",    "Perth",     "Plymouth",
       "Portland",  "Portsmouth", "Richmond",  "Rochester",  "Salisbury", "Stamford",  "Sutton",
       "Wakefield", "Waterloo",   "Windsor",   "Woodstock",  "Worcester"});
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

text::Wording zone_of(std::string_view region) {
  struct Row {
    std::string_view region;
    text::Wording zone;
  };
  // Detection knows these words behind "ville" and "village" (fixed_phrases.tsv).
  constexpr std::array rows{Row{"Île-de-France", {"de la région parisienne", "near the French capital"}},
                            Row{"Centre-Val de Loire", {"du Centre", "in the centre of France"}},
                            Row{"Bourgogne-Franche-Comté", {"de l’Est", "in the east of France"}},
                            Row{"Grand Est", {"de l’Est", "in the east of France"}},
                            Row{"Normandie", {"de l’Ouest", "in the west of France"}},
                            Row{"Bretagne", {"de l’Ouest", "in the west of France"}},
                            Row{"Pays de la Loire", {"de l’Ouest", "in the west of France"}},
                            Row{"Hauts-de-France", {"du Nord", "in the north of France"}},
                            Row{"Nouvelle-Aquitaine", {"du Sud-Ouest", "in the south-west of France"}},
                            Row{"Occitanie", {"du Sud-Ouest", "in the south-west of France"}},
                            Row{"Auvergne-Rhône-Alpes", {"du Sud-Est", "in the south-east of France"}},
                            Row{"Provence-Alpes-Côte d’Azur", {"du Sud-Est", "in the south-east of France"}},
                            Row{"Corse", {"du Sud-Est", "in the south-east of France"}},
                            Row{"Guadeloupe", {"d’outre-mer", "in overseas France"}},
                            Row{"Martinique", {"d’outre-mer", "in overseas France"}},
                            Row{"Guyane", {"d’outre-mer", "in overseas France"}},
                            Row{"La Réunion", {"d’outre-mer", "in overseas France"}},
                            Row{"Mayotte", {"d’outre-mer", "in overseas France"}}};
  for (const Row& row : rows) {
    if (row.region == region) return row.zone;
  }
  return {};
}

std::string_view nation_of(const knowledge::Place& town) {
  struct Row {
    std::string_view country;
    std::string_view nation;
  };
  // Each has nine large cities below a million, or more: nobody is found by one. Ireland has three.
  constexpr std::array rows{
      Row{"GB", "British"},    Row{"DE", "German"},      Row{"ES", "Spanish"},  Row{"IT", "Italian"},
      Row{"BE", "Belgian"},    Row{"CH", "Swiss"},       Row{"NL", "Dutch"},    Row{"PT", "Portuguese"},
      Row{"PL", "Polish"},     Row{"AT", "Austrian"},    Row{"GR", "Greek"},    Row{"RO", "Romanian"},
      Row{"HU", "Hungarian"},  Row{"SE", "Swedish"},     Row{"FI", "Finnish"},  Row{"UA", "Ukrainian"},
      Row{"TR", "Turkish"},    Row{"MA", "Moroccan"},    Row{"DZ", "Algerian"}, Row{"TN", "Tunisian"},
      Row{"EG", "Egyptian"},   Row{"SN", "Senegalese"},  Row{"CI", "Ivorian"},  Row{"CM", "Cameroonian"},
      Row{"IN", "Indian"},     Row{"CN", "Chinese"},     Row{"JP", "Japanese"}, Row{"BR", "Brazilian"},
      Row{"MX", "Mexican"},    Row{"AR", "Argentinian"}, Row{"US", "American"}, Row{"CA", "Canadian"},
      Row{"AU", "Australian"}, Row{"IE", "Irish"}};
  constexpr std::uint32_t large = 100'000;
  if (town.region == "IE" && town.population >= large) return {};
  if (town.region != "GB" && is_also_british(town.name)) return {};
  for (const Row& row : rows) {
    if (row.country == town.region) return row.nation;
  }
  return {};
}

}  // namespace paravent::anonymise
