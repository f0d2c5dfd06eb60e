"""demonyms: nationalities and inhabitants in all their forms (masculine, feminine, singular, plural; French and English)."""
import collections
import json

from common import fold, is_key, paths, write_sections
from words_french import expand, flags_of, read_affixes

# Inhabitants of French-speaking regions and towns, masculine singular; written by us. The dictionary gives the other forms.
INHABITANTS = """
africain alésien algérois alsacien américain amiénois andalou angevin anglo-saxon angoumoisin annécien antillais aquitain ardennais
ariégeois arlésien asiatique audois auvergnat aveyronnais avignonnais balkanique bâlois barcelonais basque bavarois bayonnais béarnais
beauceron beaujolais belfortain berlinois bernois berrichon besançonnais biterrois blésois bordelais bourguignon brestois breton briard
brabançon bruxellois caennais calabrais calaisien californien camarguais canadien cannois carcassonnais caribéen castillan catalan
cévenol chambérien champenois charentais chartrain clermontois colmarien corrézien corse costarmoricain cotentinois courtraisien créole
dacquois dauphinois dieppois dijonnais drômois dunkerquois écossais européen finistérien flamand fribourgeois florentin
franc-comtois franco-canadien francilien galicien gallois gantois gardois gascon genevois gersois girondin grenoblois
guadeloupéen guyanais hambourgeois havrais hennuyer hexagonal hispanique ibérique isérois jurassien kabyle landais languedocien latino
lausannois lavallois liégeois ligérien lillois limougeaud limousin londonien lorientais lorrain lotois lozérien luxembourgeois lyonnais
mâconnais maghrébin mahorais malouin manceau marseillais martiniquais méditerranéen mélanésien messin milanais montalbanais montois
montpelliérain montréalais morbihannais mosellan mulhousien munichois namurois nancéien nantais napolitain narbonnais néo-calédonien
neuchâtelois new-yorkais niçois nîmois niortais nivernais nordiste normand occitan orléanais oriental palois parisien périgourdin
perpignanais picard poitevin polynésien provençal québécois quimpérois rémois rennais réunionnais rhodanien rochelais romand romain
roubaisien rouennais sarthois sarrois savoyard scandinave sétois sicilien slave stéphanois strasbourgeois tarnais toscan toulonnais
toulousain tourangeau tourquennois troyen valaisan valentinois varois vaudois vauclusien vendéen vénitien versaillais viennois
wallon zurichois vosgien alpin ardéchois morvandiau solognot cantalien creusois berbère arabe tsigane rom
""".split()


FEMININES = (("ien", "ienne"), ("een", "eenne"), ("eau", "elle"), ("e", "e"), ("", "e"))  # folded endings


def regular_forms(name):
    """All four forms of a masculine by the plain rules."""
    ending, feminine = next((e, f) for e, f in FEMININES if name.endswith(e))
    feminine = name[: len(name) - len(ending)] + feminine
    plural = name if name.endswith("s") else name + ("x" if ending == "eau" else "s")
    return {name, plural, feminine, feminine + "s"}


def main():
    packages, tables = paths()
    names, countries = {}, set()
    for language in ("fr", "en"):
        path = packages / f"i18n-nationality/langs/{language}.json"
        values = json.loads(path.read_text(encoding="utf-8"))["nationalities"].values()
        names[language] = {v.partition(" (")[0] for v in values}
        path = packages / f"cldr-localenames-full/main/{language}/territories.json"
        territories = json.loads(path.read_text(encoding="utf-8"))["main"][language]["localeDisplayNames"]["territories"]
        countries.update(fold(name) for name in territories.values())
    french = ({fold(n) for n in names["fr"]} | {fold(n) for n in INHABITANTS}) - countries
    folder = packages / "hunspell-fr-comprehensive/usr/share/hunspell"
    suffixes = read_affixes(folder / "fr.aff")
    forms = collections.defaultdict(set)
    known = set()
    for line in (folder / "fr.dic").read_text(encoding="utf-8").splitlines()[1:]:
        head, *tags = line.split()
        word, _, flags = head.partition("/")
        if fold(word) not in french or not {"po:adj", "po:nom"} & set(tags) or "po:npr" in tags or not word.islower():
            continue
        for form, form_tags in expand(word, flags_of(flags), tags, suffixes):
            if fold(form)[:3] == fold(word)[:3]:
                known.add(fold(word))
                forms["demonym language=fr"].add(fold(form))
    for name in french - known:
        if is_key(name):
            forms["demonym language=fr"].update(regular_forms(name))
    for name in names["en"]:
        key = fold(name)
        if is_key(key) and key not in countries:
            forms["demonym language=en"].update((key, key if key.endswith(("s", "ese", "ish", "ch")) else key + "s"))
    forms["demonym language=en"] -= forms["demonym language=fr"]
    write_sections(
        tables / "demonyms.words",
        ["Nationalities and inhabitants, French (all forms) and English, folded",
         "source: npm i18n-nationality 1.4.0 (langs fr, en); feminine and plural after Debian hunspell-fr-comprehensive 1:7.0-1;",
         "inhabitants of regions and towns written by the Paravent authors",
         "licence: MIT (i18n-nationality); forms MPL-2.0: this file is under the Mozilla Public License, v. 2.0, http://mozilla.org/MPL/2.0/",
         "attribution: i18n-nationality, MIT",
         "attribution: Dictionnaires français 7.0 © Dicollecte contributors, MPL-2.0"],
        "demonyms", [(title, {f for f in words if is_key(f)}) for title, words in sorted(forms.items())])


if __name__ == "__main__":
    main()
