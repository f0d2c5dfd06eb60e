"""company_lists: brands and operators of French-speaking countries, and listed companies, by sector of sectors.tsv."""
import ast
import json
import re
import unicodedata

from common import fold, paths, write_rows
from words_french import everyday_words

COUNTRIES_KEPT = {"fr", "fx", "be", "ch", "lu", "ca", "qc", "150", "001"}
# Last part of a path of name-suggestion-index → sector. Other shops are commerce-specialise; other paths are left out.
SECTOR_OF_PATH = {
    "commerce-specialise": "houseware bicycle motorcycle motorcycle_repair", "pharmacies": "pharmacy", "enseigne-animalerie": "pet",
    "grande-distribution": "supermarket convenience department_store variety_store wholesale frozen_food greengrocer mall kiosk",
    "enseigne-habillement": "clothes", "enseigne-chaussures": "shoes",
    "mode": "fashion_accessories bag leather tailor fabric", "horlogerie": "watches", "enseigne-bijouterie": "jewelry",
    "enseigne-beaute": "cosmetics beauty perfumery", "cosmetique": "hairdresser massage hairdresser_supply",
    "enseigne-optique": "optician", "enseigne-audition": "hearing_aids", "materiel-medical": "medical_supply",
    "enseigne-ameublement": "furniture bed", "enseigne-bricolage": "doityourself hardware", "cuisiniste": "kitchen",
    "enseigne-decoration": "interior_decoration curtain household_linen", "enseigne-jardinerie": "garden_centre",
    "habitat": "paint bathroom_furnishing lighting flooring tiles window_blind carpet doors", "librairie": "books",
    "electronique": "electronics hifi computer camera", "enseigne-electromenager": "appliance vacuum_cleaner", "automobile": "car",
    "enseigne-entretien-automobile": "car_repair car_parts tyres truck_repair car_wash vehicle_inspection", "camions": "truck",
    "enseigne-sport": "sports outdoor fishing golf", "enseigne-jouets": "toys games", "jeux-video": "video_games",
    "telecom": "mobile_phone telecommunication mobile_phone_accessories exchange telephone",
    "agroalimentaire": "bakery pastry chocolate confectionery deli butcher tea coffee health_food nutrition_supplements",
    "vins-et-spiritueux": "alcohol wine", "tourisme": "travel_agency caravan_site", "hotellerie": "hotel motel hostel",
    "restauration": "fast_food restaurant cafe ice_cream pub bar", "banque": "bank atm money_lender", "finance": "bureau_de_change "
    "money_transfer financial financial_advisor payment_terminal", "assurance": "insurance", "petrole": "fuel gas",
    "energie": "charging_station charge_point generator plant substation transformer line minor_line energy_supplier power",
    "sante": "clinic doctors dentist physiotherapist blood_donation", "hopital": "hospital", "pompes-funebres": "funeral_directors",
    "laboratoire-analyses": "laboratory sample_collection", "creches": "kindergarten childcare", "immobilier": "estate_agent coworking",
    "interim": "employment_agency", "conseil": "consulting", "avocats": "lawyer", "audit": "tax_advisor",
    "services-informatiques": "it", "ingenierie": "engineer", "securite": "security", "logistique": "logistics moving_company "
    "parcel_locker post_depot storage_rental", "poste": "post_office post_box", "loisirs": "sports_centre indoor_play "
    "trampoline_park amusement_arcade escape_game", "cinema": "cinema", "formation": "language_school prep_school training music_school "
    "driving_school",
    "salle-de-sport": "fitness_centre", "parc-loisirs": "theme_park",
    "transport": "bicycle_rental", "location-vehicules": "car_rental car_sharing", "ferroviaire": "train railway station",
    "transport-public": "bus tram trolleybus light_rail bus_stop", "syndicat": "union", "association": "charity association social_facility "
    "social_centre food_sharing animal_shelter scout", "secteur-public": "government police park protected_area national_park prison courthouse",
    "environnement": "recycling waste_disposal waste_transfer_station water_utility wastewater_plant", "presse": "newsagent",
    "infrastructures": "tower mast data_center",
}
SKIPPED_TREES = ("flags/",)
# What an industry of pytickersymbols says → sector; the first word that occurs in it decides.
SECTOR_OF_INDUSTRY = [
    ("luxury", "luxe"), ("video game", "jeux-video"), ("reinsurance", "assurance"), ("insurance", "assurance"), ("bank", "banque"),
    ("semiconductor", "electronique"), ("halbleiter", "electronique"), ("software", "logiciel"), ("biotech", "biotechnologies"),
    ("pharma", "pharmacie"), ("medical", "materiel-medical"), ("health care equipment", "materiel-medical"), ("health", "sante"),
    ("aerospace", "aeronautique"), ("aviation", "transport-aerien"), ("airline", "transport-aerien"), ("air transport", "transport-aerien"),
    ("defen", "defense"), ("motorcycle parts", "equipement-automobile"), ("zulieferer", "equipement-automobile"),
    ("commercial vehicle ) parts", "equipement-automobile"), ("tire", "equipement-automobile"), ("trading via internet", "numerique"),
    ("vehicles, parts & service retailers", "commerce-specialise"), ("plant and machinery", "industrie"), ("automoti", "automobile"),
    ("automobil", "automobile"), ("personal products", "cosmetique"), ("cosmetic", "cosmetique"),
    ("brew", "boissons"), ("beverage", "boissons"), ("drink", "boissons"), ("distill", "vins-et-spiritueux"), ("wine", "vins-et-spiritueux"),
    ("food retail", "grande-distribution"), ("drug retail", "grande-distribution"), ("food", "agroalimentaire"), ("tobacco", "agroalimentaire"),
    ("e-commerce", "commerce-en-ligne"), ("restaurant", "restauration"), ("hotel", "hotellerie"), ("hospitality", "hotellerie"),
    ("apparel", "mode"), ("textile", "mode"), ("footwear", "mode"), ("sport", "sport-equipement"), ("retail", "commerce-specialise"),
    ("eyewear", "optique"), ("telecom", "telecom"), ("wireless", "telecom"), ("publish", "edition"), ("broadcast", "medias"),
    ("media", "medias"), ("entertainment", "loisirs"), ("advert", "communication"), ("reit", "immobilier"), ("real estate", "immobilier"),
    ("immobilien", "immobilier"), ("home", "btp"), ("construction material", "materiaux"), ("building", "materiaux"), ("glass", "materiaux"),
    ("construction", "btp"), ("engineering", "ingenierie"), ("steel", "metallurgie"), ("metal", "metallurgie"), ("mining", "metallurgie"),
    ("mineral", "metallurgie"), ("packaging", "emballage"), ("chemi", "chimie"), ("oil", "petrole"), ("petrol", "petrole"),
    ("fossil", "petrole"), ("water util", "environnement"), ("waste", "environnement"), ("environment", "environnement"),
    ("electric util", "energie"), ("util", "energie"), ("renewable", "energie"), ("energy", "energie"),
    ("electrical", "equipement-electrique"), ("electric machinery", "equipement-electrique"), ("railway", "ferroviaire"), ("rail", "ferroviaire"),
    ("marine transport", "transport-maritime"), ("shipbuilding", "naval"), ("freight", "logistique"), ("logistic", "logistique"),
    ("transport", "transport"), ("travel", "tourisme"), ("it services", "services-informatiques"), ("it-dienst", "services-informatiques"),
    ("consulting", "conseil"), ("employment", "interim"), ("staffing", "interim"), ("electronic", "electronique"),
    ("technology", "numerique"), ("internet", "numerique"), ("private equity", "capital-investissement"), ("investment", "finance"),
    ("financ", "finance"), ("conglomerate", "diversifie"), ("machine", "industrie"), ("industri", "industrie"), ("manufactur", "industrie"),
    ("basic materials", "chimie"), ("materials", "materiaux"), ("communication", "telecom"), ("staples", "agroalimentaire"),
    ("consumer", "commerce-specialise"), ("services", "services-aux-entreprises"),
]
INDICES_LEFT_OUT = {"S&P 600"}  # small American firms that a French note hardly names, many under plain words
COUNTRY_CODES = {
    "United States": "US", "Japan": "JP", "Germany": "DE", "United Kingdom": "GB", "France": "FR", "Netherlands": "NL", "Spain": "ES",
    "Finland": "FI", "Switzerland": "CH", "Sweden": "SE", "Belgium": "BE", "Luxembourg": "LU", "Ireland": "IE", "Italy": "IT",
}
LEGAL_FORM = re.compile(
    r"[ ,]+(inc\.?|corp\.?|corporation|plc|p\.l\.c\.|se|ag|sa|s\.a\.|nv|n\.v\.|ab|asa|oyj|kgaa|se & co\. kgaa|ag & co\. kgaa|co\.|company|"
    r"ltd\.?|limited|holding|holdings|spa|s\.p\.a\.|sca|scor se|& co\.?)$", re.IGNORECASE)


def clean(name):
    name = re.sub(r"\s*\(.*?\)", "", name).replace("'", "’").strip()
    while LEGAL_FORM.search(name):
        name = LEGAL_FORM.sub("", name)
    return name.strip(" ,&")


def usable(name):
    """Latin letters, something of two characters in it, no number alone."""
    letters = [c for c in name if unicodedata.category(c).startswith("L")]
    return len(letters) >= 2 and all(ord(c) < 0x250 for c in letters) and "\t" not in name and len(name) <= 60


def size_of(employees):
    number = re.search(r"\d{1,3}(?:[, .]\d{3})+|\d+", str(employees or ""))
    if not number:
        return "?"
    count = int(re.sub(r"\D", "", number.group()))
    return "L" if count >= 5000 else "M" if count >= 250 else "S"


def listed_companies(packages):
    source = (packages / "pytickersymbols/pytickersymbols/indices_data.py").read_text(encoding="utf-8")
    indices = {}
    for node in ast.parse(source).body:
        target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0] if isinstance(node, ast.Assign) else None
        if getattr(target, "id", "") == "INDICES":
            indices = ast.literal_eval(node.value)
    for index, content in indices.items():
        for company in content["companies"] if index not in INDICES_LEFT_OUT else ():
            industries = " ; ".join(company.get("industries") or []).lower()
            sector = next((s for word, s in SECTOR_OF_INDUSTRY if word in industries), "diversifie")
            place = company.get("country") or ""
            country = COUNTRY_CODES.get(place, "US" if "," in place else "")
            yield clean(company["name"]), sector, size_of(company.get("metadata", {}).get("employees")), country


def brands(packages):
    sectors = {part: sector for sector, parts in SECTOR_OF_PATH.items() for part in parts.split()}
    index = json.loads((packages / "name-suggestion-index/dist/json/nsi.min.json").read_text(encoding="utf-8"))["nsi"]
    for path, content in sorted(index.items()):
        sector = sectors.get(path.split("/")[-1], "commerce-specialise" if path.startswith("brands/shop/") else "")
        if not sector or path.startswith(SKIPPED_TREES):
            continue
        for item in content.get("items", []):
            include = {str(x).lower() for x in item["locationSet"]["include"]}
            if not include & COUNTRIES_KEPT:
                continue
            country = next((c.upper() for c in ("fr", "be", "ch", "lu", "ca") if c in include), "FR" if "fx" in include else "")
            names = [item["displayName"], item["tags"].get("brand", ""), item["tags"].get("operator", "")]
            for name in dict.fromkeys(clean(n) for n in names if n):
                yield name, sector, "?", country


def main():
    packages, tables = paths()
    known = {line.split("\t")[0] for line in (tables / "sectors.tsv").read_text(encoding="utf-8").splitlines() if line[:1] != "#"}
    rows, everyday = {}, everyday_words(packages, 6)
    # A note that says "la DAF" or "coach" speaks of people.
    cells = [line.split("\t") for line in (tables / "roles.tsv").read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    roles = {fold(cell) for row in cells for cell in (*row[:3], row[4])}
    for name, sector, size, country in list(listed_companies(packages)) + list(brands(packages)):
        if sector not in known:
            raise SystemExit(f"no such sector: {sector}")
        if usable(name) and fold(name) not in everyday and fold(name) not in roles:
            rows.setdefault(fold(name), (name, sector, size, country or "?"))
    write_rows(
        tables / "company_lists.tsv",
        ["Brands, operators and listed companies: sector of sectors.tsv; size L (≥ 5 000 employees), M (≥ 250), S or ? (unknown); country",
         "(? unknown or several). companies.tsv goes before it where both have a name. Names of people are never extracted.",
         "source: npm name-suggestion-index 8.0.20260918 (nsi.min.json, items of FR BE CH LU CA, Europe and the world), ",
         "PyPI pytickersymbols 1.17.10 (name, country, industry, employees of all indices but S&P 600)",
         "licence: BSD-3-Clause (name-suggestion-index), MIT (pytickersymbols)",
         "attribution: name-suggestion-index © name-suggestion-index contributors, BSD-3-Clause",
         "attribution: pytickersymbols © portfolio+, MIT"],
        "companies", ["name", "sector", "size", "country"], [rows[k] for k in sorted(rows)])


if __name__ == "__main__":
    main()
