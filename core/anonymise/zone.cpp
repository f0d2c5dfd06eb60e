#include "anonymise/zone.hpp"

#include <array>

namespace paravent::anonymise {

std::string_view zone_of(std::string_view region) {
  struct Row {
    std::string_view region;
    std::string_view zone;
  };
  // Detection knows these words behind "ville" and "village" (fixed_phrases.tsv).
  constexpr std::array rows{Row{"Île-de-France", "de la région parisienne"},
                            Row{"Centre-Val de Loire", "du Centre"},
                            Row{"Bourgogne-Franche-Comté", "de l’Est"},
                            Row{"Grand Est", "de l’Est"},
                            Row{"Normandie", "de l’Ouest"},
                            Row{"Bretagne", "de l’Ouest"},
                            Row{"Pays de la Loire", "de l’Ouest"},
                            Row{"Hauts-de-France", "du Nord"},
                            Row{"Nouvelle-Aquitaine", "du Sud-Ouest"},
                            Row{"Occitanie", "du Sud-Ouest"},
                            Row{"Auvergne-Rhône-Alpes", "du Sud-Est"},
                            Row{"Provence-Alpes-Côte d’Azur", "du Sud-Est"},
                            Row{"Corse", "du Sud-Est"},
                            Row{"Guadeloupe", "d’outre-mer"},
                            Row{"Martinique", "d’outre-mer"},
                            Row{"Guyane", "d’outre-mer"},
                            Row{"La Réunion", "d’outre-mer"},
                            Row{"Mayotte", "d’outre-mer"}};
  for (const Row& row : rows) {
    if (row.region == region) return row.zone;
  }
  return {};
}

}  // namespace paravent::anonymise
