#include "phrase_tables.hpp"

#include <algorithm>

#include "fictitious_tables.hpp"
#include "read_tables.hpp"
#include "sensitive_table.hpp"
#include "share_tables.hpp"
#include "text/unicode.hpp"

namespace paravent::data {

namespace {

using knowledge::PhraseKind;

// St and Ste for Saint and Sainte; and a town's name without the article that French joins with à and de: au
// Mans, aux Herbiers (only of towns: alone, the rest is often a plain word).
std::vector<PhraseTables::Words> other_writings(const PhraseTables::Words& words, std::uint32_t population) {
  std::vector<PhraseTables::Words> others;
  PhraseTables::Words abbreviated = words;
  for (std::string& word : abbreviated) {
    if (word == "saint") word = "st";
    if (word == "sainte") word = "ste";
  }
  if (abbreviated != words) others.push_back(std::move(abbreviated));
  constexpr std::uint32_t kTown = 5'000, kBigTown = 20'000;
  if (words.size() > 1 && (words.front() == "le" || words.front() == "les") &&
      population >= (words.size() == 2 ? kBigTown : kTown)) {
    others.emplace_back(words.begin() + 1, words.end());
  }
  return others;
}

class Reader {
 public:
  Reader(std::string folder, Lexemes& lexemes) : folder_(std::move(folder)), lexemes_(lexemes) {}

  PhraseTables read() {
    read_places();
    read_sectors();
    read_companies();
    read_authors();
    read_methods();
    read_roles();
    read_institutions();
    read_fixed_phrases();
    read_diminutives();
    read_acronyms();
    return std::move(tables_);
  }

 private:
  void rows(const std::string& name, const std::function<void(const Row&)>& each) {
    const std::string path = folder_ + "/" + name + ".tsv";
    read_rows(path, each);
  }

  std::uint32_t string(const std::string& text) { return tables_.strings.add(text); }

  // The first row of a kind keeps a name: tables put the most important one first.
  bool add(const std::string& name, PhraseKind kind, std::size_t row) {
    return add(words_of(name), kind, row);
  }
  bool add(const PhraseTables::Words& words, PhraseKind kind, std::size_t row) {
    if (words.empty()) return false;
    if (words.size() > 1) lexemes_[words.front()].starts_phrase = true;
    return tables_.phrases[words].try_emplace(kind, static_cast<std::uint32_t>(row)).second;
  }

  struct NamedPlace {
    const std::string& name;
    const std::string& region;
    std::uint32_t population;
    bool country;
  };
  void add_place(const NamedPlace& place, std::uint8_t band);
  std::uint32_t region(const std::string& name);
  void give_short_name_to_towns(std::size_t first_commune);
  void free_name_of_village(const PhraseTables::Words& name, std::uint32_t population,
                            std::pair<std::size_t, std::size_t> communes);
  void read_places();
  void read_sectors();
  void read_companies();
  void read_authors();
  void read_methods();
  void read_roles();
  void read_institutions();
  void read_fixed_phrases();
  void read_diminutives();
  void read_acronyms();
  bool is_also_a_word(const std::string& name) const;

  std::string folder_;
  Lexemes& lexemes_;
  PhraseTables tables_;
  std::map<std::string, std::uint32_t> regions_;
};

std::uint8_t place_band(std::uint32_t population) {
  if (population >= 100'000) return 5;
  if (population >= 20'000) return 4;
  if (population >= 5'000) return 3;
  return population >= 1'000 ? 2 : 1;
}

std::uint32_t Reader::region(const std::string& name) {
  const auto [known, is_new] = regions_.try_emplace(name, static_cast<std::uint32_t>(regions_.size()));
  if (is_new) {
    tables_.regions.push_back(string(name));
    if (known->second >= 1u << (32 - knowledge::format::kRegionShift))
      fail("too many regions for a place's row");
  }
  return known->second;
}

void Reader::add_place(const NamedPlace& place, std::uint8_t band) {
  const PhraseTables::Words words = words_of(place.name);
  if (words.size() == 1) lexemes_[words.front()].place = std::max(lexemes_[words.front()].place, band);
  const std::size_t at = tables_.places.size();
  if (!add(words, PhraseKind::Place, at)) return;
  tables_.places.push_back({string(place.name) | region(place.region) << knowledge::format::kRegionShift,
                            place.population | (place.country ? knowledge::format::kCountry : 0u)});
  for (const PhraseTables::Words& other : other_writings(words, place.population)) {
    if (other.size() == 1) lexemes_[other.front()].place = std::max(lexemes_[other.front()].place, band);
    add(other, PhraseKind::Place, at);
  }
}

// Who says Évry or Neuilly means Évry-Courcouronnes and Neuilly-sur-Seine, and not the village that is called
// so.
void Reader::give_short_name_to_towns(std::size_t first_commune) {
  constexpr std::uint32_t kTown = 20'000, kTimesAsLarge = 4;
  const auto population = [this](std::uint32_t row) {
    return tables_.places[row].population_and_country & ~knowledge::format::kCountry;
  };
  std::map<std::string, std::uint32_t> largest;
  for (const auto& [words, kinds] : tables_.phrases) {
    const auto town = kinds.find(PhraseKind::Place);
    if (words.size() < 2 || town == kinds.end() || town->second < first_commune) continue;
    if (population(town->second) < kTown) continue;
    const auto [entry, first] = largest.try_emplace(words.front(), town->second);
    if (!first && population(entry->second) < population(town->second)) entry->second = town->second;
  }
  for (const auto& [word, town] : largest) {
    const auto found = tables_.phrases.find({word});
    if (found == tables_.phrases.end()) continue;
    const auto village = found->second.find(PhraseKind::Place);
    if (village == found->second.end() || village->second < first_commune) continue;
    if (population(village->second) * kTimesAsLarge <= population(town)) village->second = town;
  }
}

// Who says Montréal or Bangor means the town abroad, and not the village of France that is called so.
void Reader::free_name_of_village(const PhraseTables::Words& name, std::uint32_t population,
                                  std::pair<std::size_t, std::size_t> communes) {
  constexpr std::uint32_t kTown = 20'000, kTimesAsLarge = 20;
  const auto found = tables_.phrases.find(name);
  if (population < kTown || found == tables_.phrases.end()) return;
  const auto place = found->second.find(PhraseKind::Place);
  if (place == found->second.end() || place->second < communes.first || place->second >= communes.second)
    return;
  const std::uint32_t village = tables_.places[place->second].population_and_country;
  if (village * kTimesAsLarge <= population) found->second.erase(place);
}

void Reader::read_places() {
  std::map<std::string, std::string> region_of_department;
  rows("areas", [&](const Row& row) {
    const std::string& kind = row["kind"];
    const std::uint32_t population = number(row["population"], row.where());
    if (kind == "department") region_of_department[row["code"]] = row["region"];
    add_place({row["name"], row["region"], population, kind == "country"},
              kind == "district" ? place_band(population) : std::uint8_t{6});
  });
  const std::size_t first_commune = tables_.places.size();
  rows("communes", [&](const Row& row) {
    const auto region = region_of_department.find(row["department"]);
    if (region == region_of_department.end())
      fail(row.where() + ": no such department: " + row["department"]);
    const std::uint32_t population = number(row["population"], row.where());
    add_place({row["name"], region->second, population, false}, place_band(population));
  });
  give_short_name_to_towns(first_commune);
  const std::size_t first_city = tables_.places.size();
  rows("cities", [&](const Row& row) {
    const std::uint32_t population = number(row["population"], row.where());
    free_name_of_village(words_of(row["name"]), population, {first_commune, first_city});
    add_place({row["name"], row["country"], population, false}, place_band(population));
  });
}

void Reader::read_sectors() {
  rows("sectors", [this](const Row& row) {
    tables_.sectors[row["key"]] = {static_cast<std::uint32_t>(tables_.sector_rows.size())};
    tables_.sector_rows.push_back(
        {string(row["large_fr"]), string(row["any_fr"]), string(row["large_en"]), string(row["any_en"])});
  });
}

// A name of one word that is also a word, a given name, a town or a frequent surname; of several, all plain
// words.
bool Reader::is_also_a_word(const std::string& name) const {
  const PhraseTables::Words words = words_of(name);
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    const auto found = lexemes_.find(word);
    if (found == lexemes_.end()) return false;
    const knowledge::Lexeme& lexeme = found->second;
    if (lexeme.french_word() || lexeme.english) return true;
    return words.size() == 1 && (lexeme.given >= 3 || lexeme.surname >= 4 || lexeme.place >= 2);
  });
}

void Reader::read_companies() {
  const auto check_sector = [this](const Row& row) {
    if (!row["sector"].empty() && tables_.sectors.count(row["sector"]) == 0) {
      fail(row.where() + ": no such sector: " + row["sector"]);
    }
    if (row["size"].size() != 1) fail(row.where() + ": size must be L, M, S or ?");
  };
  rows("companies", [&](const Row& row) {
    check_sector(row);
    const std::size_t at = tables_.companies.size();
    tables_.companies.push_back({string(row["name"]), string(row["sector"]),
                                 static_cast<unsigned char>(row["size"][0]), row.flag("word") ? 1u : 0u});
    add(row["name"], PhraseKind::Company, at);
    for (const std::string& alias : row.list("aliases")) add(alias, PhraseKind::Company, at);
  });
  rows("company_lists", [&](const Row& row) {
    check_sector(row);
    if (!add(row["name"], PhraseKind::Company, tables_.companies.size())) return;
    tables_.companies.push_back({string(row["name"]), string(row["sector"]),
                                 static_cast<unsigned char>(row["size"][0]),
                                 is_also_a_word(row["name"]) ? 1u : 0u});
  });
}

void Reader::read_authors() {
  rows("authors", [this](const Row& row) {
    const std::uint32_t name = string(row["name"]);
    const std::uint16_t ambiguous = row.flag("ambiguous") ? 1 : 0;
    const std::size_t at = tables_.authors.size();
    tables_.authors.push_back({name, 0, ambiguous});
    tables_.authors.push_back({name, 1, ambiguous});
    add(row["name"], PhraseKind::Author, at);
    for (const std::string& alias : row.list("aliases")) add(alias, PhraseKind::Author, at);
    add(row["surname"], PhraseKind::Author, at + 1);
  });
}

void Reader::read_methods() {
  rows("methods", [this](const Row& row) {
    const PhraseKind kind = row["kind"] == "ai" ? PhraseKind::AiTool : PhraseKind::Method;
    const std::size_t at = tables_.methods.size();
    tables_.methods.push_back({string(row["name"]), string(row["kind"])});
    add(row["name"], kind, at);
    for (const std::string& alias : row.list("aliases")) add(alias, kind, at);
  });
}

void Reader::read_roles() {
  rows("roles", [this](const Row& row) {
    const std::size_t at = tables_.roles.size();
    tables_.roles.push_back({string(row["masculine"]), string(row["feminine"]), string(row["plural"]),
                             string(row["english"]), row.flag("epicene") ? 1u : 0u});
    for (const char* form : {"masculine", "feminine", "plural"}) add(row[form], PhraseKind::Role, at);
  });
  std::size_t at = 0;  // English forms last: a French form of another role goes before
  rows("roles", [this, &at](const Row& row) { add(row["english"], PhraseKind::Role, at++); });
}

void Reader::read_institutions() {
  rows("institutions", [this](const Row& row) {
    add(row["head"], PhraseKind::Institution, tables_.institutions.size());
    tables_.institutions.push_back({string(row["head"]), string(row["general_fr"]), string(row["general_en"]),
                                    string(row["kind"]), row["gender"] == "f" ? 1u : 0u});
  });
}

void Reader::read_fixed_phrases() {
  rows("fixed_phrases", [this](const Row& row) {
    add(row["phrase"], PhraseKind::FixedPhrase, tables_.fixed_phrases.size());
    tables_.fixed_phrases.push_back({string(row["phrase"]), string(row["kind"])});
  });
}

void Reader::read_diminutives() {
  rows("diminutives", [this](const Row& row) {
    auto& names = tables_.diminutives[text::fold(row["short"])];
    for (const std::string& full : row.list("full")) {
      const std::uint32_t name = string(text::fold(full));
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    if (names.empty()) fail(row.where() + ": a diminutive needs a full name");
  });
}

void Reader::read_acronyms() {
  rows("acronyms", [this](const Row& row) {
    const PhraseTables::Words words = words_of(row["acronym"]);
    if (words.size() == 1) lexemes_[words.front()].acronym = true;
  });
}

}  // namespace

knowledge::format::StringOffset StringPool::add(const std::string& text) {
  const auto [known, is_new] = known_.try_emplace(text, static_cast<std::uint32_t>(bytes_.size()));
  if (is_new) {
    if (text.size() > 255) fail("a cell of a table is longer than 255 bytes: " + text);
    bytes_.push_back(static_cast<char>(text.size()));
    bytes_ += text;
    if (bytes_.size() >= 1u << knowledge::format::kRegionShift) fail("the strings of the tables exceed 8 MB");
  }
  return known->second;
}

std::vector<std::string> words_of(const std::string& name) {
  std::vector<std::string> words;
  std::string word;
  for (std::size_t at = 0; at <= name.size();) {
    const text::Codepoint c = text::decode_at(name, at);
    if (c.size != 0 && text::is_word(c.value)) {
      word.append(name, at, c.size);
    } else if (!word.empty()) {
      words.push_back(text::fold(word));
      word.clear();
    }
    at += c.size == 0 ? 1 : c.size;
  }
  return words;
}

PhraseTables read_phrases(const std::string& folder, Lexemes& lexemes) {
  PhraseTables tables = Reader(folder, lexemes).read();
  read_shares(folder, tables);
  read_sensitive(folder, lexemes, tables);
  read_fictitious(folder, lexemes, tables);
  return tables;
}

}  // namespace paravent::data
