// Worked cases: what of a note tells who is meant, and of how many people it is true.
#include "core/risk/risk_case.hpp"

namespace paravent::risk::test {
namespace {

struct Case {
  const char* name;
  const char* note;
  std::vector<std::string> told;
};

class FrenchCases : public testing::TestWithParam<Case> {};
class EnglishCases : public testing::TestWithParam<Case> {};

std::string name_of(const testing::TestParamInfo<Case>& info) {
  return info.param.name;
}

TEST_P(FrenchCases, TellWhatTheyHold) {
  EXPECT_EQ(told(people_of(GetParam().note)), GetParam().told) << GetParam().note;
}

TEST_P(EnglishCases, TellWhatTheyHold) {
  EXPECT_EQ(told(people_of(GetParam().note, text::Language::English)), GetParam().told) << GetParam().note;
}

INSTANTIATE_TEST_SUITE_P(
    Risk, FrenchCases,
    testing::Values(
        Case{"Apposition",
             "Claire Dupont, DRH d’un grand groupe de luxe à Limoges, 52 ans, hésite à partir.\n",
             {"DRH + grand groupe de luxe + Limoges + 52 ans: very-few"}},
        Case{"NamedFirm",
             "Claire Dupont, DRH chez LVMH, veut changer de poste.\n",
             {"DRH + grand groupe de luxe: few"}},
        Case{"Brackets", "Séance avec Claire Dupont (infirmière, 44 ans).\n", {"infirmière + 44 ans: many"}},
        Case{"Pronoun",
             "J’ai vu Claire Dupont mardi. Elle est notaire à Guéret. Elle a 38 ans.\n",
             {"notaire + Guéret + 38 ans: very-few"}},
        Case{"Labels",
             "Coachée : Claire Dupont\nPoste : DRH\nVille : Limoges\nÂge : 52 ans\n",
             {"DRH + Limoges + 52 ans: very-few"}},
        Case{"Heading",
             "# Claire Dupont\n\nElle est DSI à Brive-la-Gaillarde.\n",
             {"DSI + Brive-la-Gaillarde: few"}},
        Case{"HeadingWithoutPronoun",
             "# Séance avec Claire Dupont\n\nDSI à Brive-la-Gaillarde, 47 ans.\n",
             {"DSI + Brive-la-Gaillarde + 47 ans: very-few"}},
        Case{"TwoPeople",
             "Claire Dupont, DRH à Limoges, parle souvent de Marc Lefèvre, comptable à Lyon.\n",
             {"DRH + Limoges: few", "comptable + Lyon: many"}},
        Case{"Table",
             "| Nom | Poste | Ville |\n|---|---|---|\n| Claire Dupont | DRH | Limoges |\n| Marc Lefèvre | "
             "notaire | Guéret |\n",
             {"DRH + Limoges: few", "notaire + Guéret: very-few"}},
        Case{"List",
             "- Claire Dupont : DRH, Limoges\n- Marc Lefèvre : notaire à Guéret\n",
             {"DRH + Limoges: few", "notaire + Guéret: very-few"}},
        Case{"AnItemDoesNotGoOnWithTheOneBefore",
             "# Claire Dupont\n\n- Son adjoint, M. Marc Lefèvre, a 34 ans.\n- Elle est notaire à Guéret.\n",
             {"notaire + Guéret: very-few", "34 ans: many"}},
        Case{"RoleBefore", "La DRH Claire Dupont travaille à Limoges.\n", {"DRH + Limoges: few"}},
        Case{"OfHisRelative",
             "Claire Dupont est comptable. Son mari, 58 ans, est malade.\n",
             {"comptable: many"}},
        Case{"MayorIsOne",
             "Marc Lefèvre, maire de Guéret, consulte pour la première fois.\n",
             {"maire + Guéret: very-few"}},
        Case{"Children",
             "Claire Dupont, sage-femme à Mâcon, est mère de quatre enfants.\n",
             {"sage-femme + Mâcon + mère de quatre enfants: very-few"}},
        Case{"Twins", "Claire Dupont, juriste à Lyon, a des jumeaux.\n", {"juriste + Lyon + jumeaux: few"}},
        Case{"Widow", "Claire Dupont, avocate à Roubaix, est veuve.\n", {"avocate + Roubaix + veuve: few"}},
        Case{"Honour", "Marc Lefèvre, ancien champion du monde, doute.\n", {"champion du monde: many"}},
        Case{"HonourAndPlace",
             "Marc Lefèvre, champion du monde, vit à Limoges.\n",
             {"Limoges + champion du monde: very-few"}},
        Case{"Accident",
             "Marc Lefèvre, moniteur à Mâcon, a eu un accident de parapente.\n",
             {"moniteur + Mâcon + accident de parapente: very-few"}},
        Case{"Health",
             "Claire Dupont, libraire à Limoges, a une sclérose en plaques.\n",
             {"libraire + Limoges + sclérose en plaques: very-few"}},
        Case{"Origin",
             "Claire Dupont, d’origine libanaise, est architecte à Lyon.\n",
             {"architecte + Lyon + origine libanaise: very-few"}},
        Case{"Seniority",
             "Marc Lefèvre, comptable à Mâcon, a 22 ans d’ancienneté.\n",
             {"comptable + Mâcon + 22 ans d’ancienneté: very-few"}},
        Case{"Decade",
             "Claire Dupont, la quarantaine, est DRH à Limoges.\n",
             {"DRH + Limoges + quarantaine: few"}},
        Case{"UnusualJob",
             "Marc Lefèvre, gardien de phare, a 61 ans.\n",
             {"61 ans + gardien de phare: hundreds"}},
        Case{"Region", "Claire Dupont est préfète en Bretagne.\n", {"préfète + Bretagne: few"}},
        Case{"RoleAloneIsSomebody",
             "La DRH de Limoges a 52 ans et doute.\n",
             {"DRH + Limoges + 52 ans: very-few"}},
        Case{
            "RoleOfThePersonNamed", "Claire Dupont est DRH. La DRH vit à Limoges.\n", {"DRH + Limoges: few"}},
        Case{"PluralIsNobody", "Les DRH de Limoges ont 52 ans en moyenne.\n", {}},
        Case{"Client", "Ma cliente, notaire à Guéret, a 52 ans.\n", {"notaire + Guéret + 52 ans: very-few"}},
        Case{"NothingTold", "Claire Dupont a bien avancé.\n", {}},
        Case{"NobodyThere", "Limoges est une belle ville.\n", {}},
        Case{"Institution",
             "Claire Dupont est directrice d’un hôpital à Limoges.\n",
             {"directrice + hôpital + Limoges: few"}},
        Case{"NurseInHospital",
             "Claire Dupont est infirmière à l’hôpital, à Lyon.\n",
             {"infirmière + hôpital + Lyon: many"}},
        Case{"Alias",
             "Personne A, DRH d’un grand groupe de luxe, 52 ans, doute.\n",
             {"DRH + grand groupe de luxe + 52 ans: very-few"}},
        Case{"SizeOfPlace",
             "Une sage-femme d’un petit village est mère de triplés.\n",
             {"sage-femme + petit village + mère de triplés: very-few"}},
        Case{"CompanyOfOneWord",
             "Claire Dupont est DRH d’une mutuelle à Limoges.\n",
             {"DRH + mutuelle + Limoges: very-few"}},
        Case{"MutualInPassing", "Claire Dupont est DRH. Elle doit appeler sa mutuelle.\n", {"DRH: many"}},
        Case{"GeneralIsNoRole", "Claire Dupont va mieux en général, à Limoges.\n", {"Limoges: many"}},
        Case{"TwoWithOneRole",
             "Claire Dupont est DRH à Limoges. Julie Moreau est DRH à Lyon. La DRH de l’an dernier a 52 "
             "ans.\n",
             {"DRH + Limoges: few", "DRH + Lyon: hundreds", "DRH + 52 ans: hundreds"}}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Risk, EnglishCases,
    testing::Values(Case{"Apposition",
                         "Sarah Collins, HR director of a large luxury group in Limoges, is 52 years old.\n",
                         {"HR director + large luxury group + Limoges + 52 years old: very-few"}},
                    Case{"Pronoun",
                         "I met Sarah Collins on Tuesday. She is a notary in Limoges. She is 38 years old.\n",
                         {"notary + Limoges + 38 years old: very-few"}},
                    Case{"MotherOf",
                         "Sarah Collins, a midwife in Limoges, is the mother of four.\n",
                         {"midwife + Limoges + mother of four: very-few"}},
                    Case{"Relative",
                         "Sarah Collins is an accountant. Her husband, 58 years old, is ill.\n",
                         {"accountant: many"}},
                    Case{"Forties",
                         "Sarah Collins, an architect in Lyon, is in her forties.\n",
                         {"architect + Lyon + forties: hundreds"}},
                    Case{"Origin",
                         "Sarah Collins, of Lebanese origin, is an architect in Lyon.\n",
                         {"architect + Lyon + Lebanese origin: very-few"}},
                    Case{"Award",
                         "Sarah Collins, a cook in Limoges, is an Olympic champion.\n",
                         {"cook + Limoges + Olympic champion: very-few"}},
                    Case{"Seniority",
                         "Sarah Collins, an accountant in Limoges, has 22 years with the company.\n",
                         {"accountant + Limoges + 22 years with the company: few"}},
                    Case{"RoleOfAnother",
                         "Sarah Collins likes her HR director, who lives in Limoges.\n",
                         {"HR director + Limoges: few"}},
                    Case{"NothingTold", "Sarah Collins made good progress.\n", {}}),
    name_of);

}  // namespace
}  // namespace paravent::risk::test
