// Dates and ages read as sentences, and an alias says which words stood before it.
#include "rewritten.hpp"

namespace paravent::anonymise {
namespace {

using policy::Style;

void expect_all(Style style, const std::vector<Example>& examples,
                text::Language language = text::Language::French) {
  for (const Example& example : examples)
    EXPECT_EQ(rewritten(example.marked, style, language), example.expected) << example.marked;
}

TEST(Dates, AGeneralisedDateLosesItsDay) {
  expect_all(Style::Generalise,
             {
                 {"On se voit le ⟦DATE|12 mars 2025⟧ à 14 h.", "On se voit mi-mars 2025 à 14 h."},
                 {"Depuis le ⟦DATE|3 avril⟧, il dort.", "Depuis début avril, il dort."},
                 {"Le ⟦DATE|1er mai⟧ au matin", "Début mai au matin"},
                 {"dès le ⟦DATE|31/01/25⟧", "dès fin janvier 2025"},
                 {"Séance du ⟦DATE|12 mars⟧", "Séance de mi-mars"},
                 {"reporté au ⟦DATE|30 juin⟧", "reporté à fin juin"},
                 {"du ⟦DATE|12 mars⟧ au ⟦DATE|3 avril⟧", "de mi-mars à début avril"},
                 {"Du ⟦DATE|12 au 15 mai⟧, repos.", "Mi-mai, repos."},
                 {"Les ⟦DATE|3 et 4 juin⟧, repos.", "Début juin, repos."},
                 {"du ⟦DATE|3 juin⟧ au ⟦DATE|10 juin⟧", "de début juin à une autre date de début juin"},
                 {"Le ⟦DATE|12 mai⟧. Le ⟦DATE|14 mai⟧.", "Mi-mai. Mi-mai."},
                 {"le ⟦DATE|12 mai⟧ et le ⟦DATE|12 mai⟧", "mi-mai et mi-mai"},
                 {"l’atelier du ⟦DATE|12 mai⟧ et celui du ⟦DATE|14 mai⟧",
                  "l’atelier de mi-mai et celui d’une autre date de mi-mai"},
                 {"On s’est vus un ⟦DATE|12 mai⟧.", "On s’est vus mi-mai."},
                 {"le choc d’un ⟦DATE|12 mai⟧", "le choc de mi-mai"},
                 {"| ⟦DATE|2025-02-10⟧ |", "| Début février 2025 |"},
                 {"---\ndate: ⟦DATE|2025-02-01⟧\n---\n", "---\ndate: début février 2025\n---\n"},
                 {"- ⟦DATE|3 août⟧ : appel", "- Début août : appel"},
                 {"#seance-⟦DATE|2025-02-10⟧", "#seance-Date-A"},
                 {"[[⟦DATE|2025-02-10⟧]]", "[[Date A]]"},
                 {"⟦DATE|2025-02-10⟧T10:00", "Date AT10:00"},
                 {"le ⟦DATE|premier du mois⟧", "à la Date A"},
             });
}

TEST(Dates, AWeekDayGoesWithItsDate) {
  expect_all(Style::Generalise,
             {
                 {"Le vendredi ⟦DATE|14 février⟧, il part.", "Un vendredi de mi-février, il part."},
                 {"Rendez-vous mardi ⟦DATE|18 mars⟧.", "Rendez-vous un mardi de mi-mars."},
                 {"la séance du lundi ⟦DATE|3 mars⟧", "la séance d’un lundi de début mars"},
                 {"reporté au lundi ⟦DATE|3 mars⟧", "reporté à un lundi de début mars"},
                 {"ce jeudi ⟦DATE|20 mars⟧", "ce jeudi de mi-mars"},
                 {"Samedi ⟦DATE|1er mars⟧ : repos", "Un samedi de début mars : repos"},
                 {"le jeudi ⟦DATE|13 mai⟧ et le lundi ⟦DATE|17 mai⟧",
                  "un jeudi de mi-mai et un lundi d’une autre date de mi-mai"},
                 {"notre jeudi ⟦DATE|13 mai⟧ et notre lundi ⟦DATE|17 mai⟧",
                  "notre jeudi de mi-mai et notre lundi d’une autre date de mi-mai"},
             });
}

TEST(Dates, DaysOfOneMonthAreOneTime) {
  expect_all(Style::Generalise,
             {
                 {"Congés entre le ⟦DATE|12 et le 15 mai⟧.", "Congés mi-mai."},
                 {"Entre le ⟦DATE|12 et le 15 mai⟧, repos.", "Mi-mai, repos."},
                 {"On se voit le ⟦DATE|12 et le 15 mai⟧.", "On se voit mi-mai."},
                 {"les séances du ⟦DATE|12 et du 15 mai⟧", "les séances de mi-mai"},
                 {"entre le ⟦DATE|3 mars⟧ et le ⟦DATE|12 mai⟧", "entre début mars et mi-mai"},
                 {"Congés entre le lundi ⟦DATE|12 et le jeudi 15 mai⟧.", "Congés mi-mai."},
                 {"Congés du lundi ⟦DATE|12 au jeudi 15 mai⟧.", "Congés mi-mai."},
                 {"Atelier lundi ⟦DATE|12 et mardi 13 mai⟧.", "Atelier mi-mai."},
                 {"Lundi ⟦DATE|12 et mardi 13 mai⟧, atelier.", "Mi-mai, atelier."},
             });
  expect_all(Style::Pseudonym, {
                                   {"Congés entre le ⟦DATE|12 et le 15 mai⟧.", "Congés à la Date A."},
                                   {"On se voit le ⟦DATE|12 et le 15 mai⟧.", "On se voit à la Date A."},
                                   {"On se voit lundi ⟦DATE|12 et mardi 13 mai⟧.", "On se voit à la Date A."},
                               });
  expect_all(Style::Generalise,
             {
                 {"Off between ⟦DATE|12 and 15 May⟧.", "Off in mid-May."},
                 {"Off between the ⟦DATE|12th and the 15th of May⟧.", "Off in mid-May."},
             },
             text::Language::English);
}

TEST(Dates, OfABirthTheDecadeStays) {
  expect_all(Style::Generalise,
             {
                 {"né le ⟦BIRTHDATE|12/03/1980⟧", "né dans les années 1980"},
                 {"Née le ⟦BIRTHDATE|4 juillet 1981⟧, elle", "Née dans les années 1980, elle"},
                 {"Né un ⟦BIRTHDATE|12 mai 1980⟧", "Né dans les années 1980"},
                 {"Née le lundi ⟦BIRTHDATE|12 mai 1980⟧", "Née dans les années 1980"},
                 {"Date de naissance : ⟦BIRTHDATE|04/07/1981⟧", "Date de naissance : années 1980"},
                 {"née le ⟦BIRTHDATE|4 juillet⟧", "née à la Date A"},
             });
}

TEST(Dates, AnAliasSaysWhichWordsStoodThere) {
  expect_all(Style::Pseudonym,
             {
                 {"On se voit le ⟦DATE|12 mars⟧.", "On se voit à la Date A."},
                 {"Le ⟦DATE|12 mars⟧ : bilan", "À la Date A : bilan"},
                 {"Depuis le ⟦DATE|12 mars⟧", "Depuis la Date A"},
                 {"Le ⟦DATE|12 mars⟧ convient.", "La Date A convient."},
                 {"d’ici le ⟦DATE|12 mars⟧", "d’ici la Date A"},
                 {"entre le ⟦DATE|3 mars⟧ et le ⟦DATE|9 mars⟧", "entre la Date A et la Date B"},
                 {"Séance du ⟦DATE|12 mars⟧", "Séance de Date A"},
                 {"jusqu’au ⟦DATE|12 mars⟧", "jusqu’à Date A"},
                 {"Du ⟦DATE|12 au 15 mai⟧, repos.", "Date A, repos."},
                 {"le mardi ⟦DATE|18 mars⟧", "le mardi Date A"},
                 {"Séance 2 – ⟦DATE|18 mars⟧", "Séance 2 – Date A"},
                 {"né le ⟦BIRTHDATE|12/03/1980⟧", "né à la Date A"},
                 {"Né un ⟦BIRTHDATE|12 mai 1980⟧", "Né à la Date A"},
             });
}

TEST(Dates, EnglishSaysInForOn) {
  using text::Language;
  expect_all(Style::Generalise,
             {
                 {"We met on ⟦DATE|12 March 2025⟧.", "We met in mid-March 2025."},
                 {"On ⟦DATE|March 3⟧, he left.", "In early March, he left."},
                 {"since the ⟦DATE|5th of June⟧", "since early June"},
                 {"On Monday ⟦DATE|3 March⟧ she", "On a Monday in early March she"},
                 {"on Friday, ⟦DATE|March 28⟧", "on a Friday in late March"},
                 {"the ⟦DATE|12 March⟧ meeting", "the mid-March meeting"},
                 {"due ⟦DATE|03/04/2025⟧, then ⟦DATE|13/04/2025⟧", "due Date A, then mid-April 2025"},
                 {"born on ⟦BIRTHDATE|4 July 1981⟧", "born in the 1980s"},
                 {"DOB: ⟦BIRTHDATE|1981-07-04⟧", "DOB: the 1980s"},
             },
             Language::English);
  expect_all(Style::Pseudonym,
             {
                 {"on ⟦DATE|12 March⟧", "on Date A"},
                 {"since the ⟦DATE|5th of June⟧", "since Date A"},
                 {"the ⟦DATE|12 March⟧ meeting", "the Date A meeting"},
                 {"A ⟦AGE|52-year-old⟧ engineer, an ⟦ORG o1|Acme⟧ man", "An Age A engineer, a Company A man"},
             },
             Language::English);
}

TEST(Ages, ADecadeFollowsItsSentence) {
  expect_all(Style::Generalise, {
                                    {"Elle a ⟦AGE|43 ans⟧.", "Elle a la quarantaine."},
                                    {"Il aura bientôt ⟦AGE|50 ans⟧.", "Il aura bientôt la cinquantaine."},
                                    {"Elle a eu ⟦AGE|40 ans⟧ hier.", "Elle a eu la quarantaine hier."},
                                    {"la crise des ⟦AGE|40 ans⟧", "la crise de la quarantaine"},
                                    {"Ils ont ⟦AGE|trente-cinq ans⟧.", "Ils ont la trentaine."},
                                    {"Il a environ ⟦AGE|45 ans⟧.", "Il a environ une quarantaine d’années."},
                                    {"À ⟦AGE|52 ans⟧, il change.", "À la cinquantaine, il change."},
                                    {"à l’âge de ⟦AGE|29 ans⟧", "à la vingtaine"},
                                    {"vers ⟦AGE|40 ans⟧", "vers la quarantaine"},
                                    {"une femme de ⟦AGE|45 ans⟧", "une femme d’une quarantaine d’années"},
                                    {"Âgé de ⟦AGE|58 ans⟧, il", "Âgé d’une cinquantaine d’années, il"},
                                    {"Paul (⟦AGE|61 ans⟧)", "Paul (une soixantaine d’années)"},
                                    {"Elle a ⟦AGE|17 ans⟧.", "Elle a une quinzaine d’années."},
                                    {"Sa fille de ⟦AGE|12 ans⟧", "Sa fille d’une dizaine d’années"},
                                });
}

TEST(Ages, AnAliasHasTheArticleThatPeopleSay) {
  expect_all(Style::Pseudonym, {
                                   {"Elle a ⟦AGE|43 ans⟧.", "Elle a l’Âge A."},
                                   {"Elle avait déjà ⟦AGE|43 ans⟧.", "Elle avait déjà l’Âge A."},
                                   {"À ⟦AGE|52 ans⟧, il change.", "À l’Âge A, il change."},
                                   {"un homme de ⟦AGE|52 ans⟧", "un homme d’Âge A"},
                                   {"Il approche des ⟦AGE|60 ans⟧.", "Il approche de l’Âge A."},
                                   {"⟦PERSON p1|Paul⟧, ⟦AGE|52 ans⟧, hésite.", "Personne A, Âge A, hésite."},
                                   {"A\u0300 ⟦AGE|52 ans⟧, il change.", "À l’Âge A, il change."},
                                   {"Ses ⟦AGE|52 ans⟧", "Ses Âge A"},
                               });
}

}  // namespace
}  // namespace paravent::anonymise
