#include "anonymise/grammar.hpp"

#include <gtest/gtest.h>

namespace paravent::anonymise {
namespace {

using text::Language;

NounPhrase fr(std::string_view phrase) {
  return noun_phrase(phrase, Language::French);
}

TEST(Grammar, ElisionFollowsVowelsAndMuteH) {
  for (const char* word :
       {"infirmière", "Âge A", "école", "Entreprise A", "hôtesse", "hôpital", "homme", "huissier", "Ilyès",
        "œuvre", "Yves", "habitant", "heure", "hameçon", "honoraire", "hispaniste"}) {
    EXPECT_TRUE(takes_elision(word)) << word;
  }
  for (const char* word :
       {"directeur", "haut fonctionnaire", "héros", "hockeyeur", "handicapé", "onze", "yaourt", "oui",
        "Personne A", "huit", "hameau", "hangar", "harpiste", "hibou", "", "N+1", "hall", "hôpital"}) {
    EXPECT_EQ(takes_elision(word), std::string_view(word) == "hôpital") << word;
  }
}

TEST(Grammar, ArticlesAgree) {
  EXPECT_EQ(with_article(Article::Indefinite, fr("une DRH")), "une DRH");
  EXPECT_EQ(with_article(Article::Definite, fr("une DRH")), "la DRH");
  EXPECT_EQ(with_article(Article::Demonstrative, fr("une DRH")), "cette DRH");
  EXPECT_EQ(with_article(Article::Definite, fr("un directeur")), "le directeur");
  EXPECT_EQ(with_article(Article::Definite, fr("une infirmière")), "l’infirmière");
  EXPECT_EQ(with_article(Article::Demonstrative, fr("un assureur")), "cet assureur");
  EXPECT_EQ(with_article(Article::Demonstrative, fr("un grand groupe")), "ce grand groupe");
  EXPECT_EQ(with_article(Article::Demonstrative, fr("un héros")), "ce héros");
  EXPECT_EQ(with_article(Article::None, {"Personne A", true, Language::French}), "Personne A");
}

TEST(Grammar, PrepositionsContractAndElide) {
  EXPECT_EQ(behind("de", Article::Indefinite, fr("un grand groupe")), "d’un grand groupe");
  EXPECT_EQ(behind("de", Article::Definite, fr("un directeur")), "du directeur");
  EXPECT_EQ(behind("de", Article::Definite, fr("une DRH")), "de la DRH");
  EXPECT_EQ(behind("de", Article::Definite, fr("un assistant")), "de l’assistant");
  EXPECT_EQ(behind("à", Article::Definite, fr("un directeur")), "au directeur");
  EXPECT_EQ(behind("à", Article::Definite, fr("un infirmier")), "à l’infirmier");
  EXPECT_EQ(behind("que", Article::Indefinite, fr("une DRH")), "qu’une DRH");
  EXPECT_EQ(behind("que", Article::Definite, fr("une DRH")), "que la DRH");
  EXPECT_EQ(behind("jusque", Article::Indefinite, fr("un lieu")), "jusqu’un lieu");
  EXPECT_EQ(behind("chez", Article::Indefinite, fr("un assureur")), "chez un assureur");
  EXPECT_EQ(behind("de", Article::None, {"Entreprise A", true, Language::French}), "d’Entreprise A");
  EXPECT_EQ(behind("de", Article::None, {"Personne A", true, Language::French}), "de Personne A");
  EXPECT_EQ(behind("", Article::Definite, fr("un assistant")), "l’assistant");
}

TEST(Grammar, EnglishHasItsOwnArticles) {
  const NounPhrase noun = noun_phrase("an insurance company", Language::English);
  EXPECT_EQ(noun.words, "insurance company");
  EXPECT_EQ(with_article(Article::Indefinite, noun), "an insurance company");
  EXPECT_EQ(with_article(Article::Demonstrative, noun), "that insurance company");
  EXPECT_EQ(with_article(Article::Indefinite, noun_phrase("a large city", Language::English)),
            "a large city");
  EXPECT_EQ(with_article(Article::Indefinite, other(noun)), "another insurance company");
}

TEST(Grammar, AnEnglishArticleFollowsTheSound) {
  for (const std::string_view phrase :
       {"an HR director", "an MP", "a CEO", "a UX designer", "an IT manager", "a university",
        "a European firm", "an hour", "a hotel", "an uninsured driver", "a one-off", "an operations manager",
        "a useful idea"}) {
    const NounPhrase noun{std::string(phrase.substr(phrase.find(' ') + 1)), false, Language::English};
    EXPECT_EQ(with_article(Article::Indefinite, noun), phrase);
  }
}

TEST(Grammar, TheSecondOfItsKindIsAnother) {
  EXPECT_EQ(with_article(Article::Indefinite, other(fr("un grand groupe"))), "un autre grand groupe");
  EXPECT_EQ(with_article(Article::Demonstrative, other(fr("un grand groupe"))), "cet autre grand groupe");
}

TEST(Grammar, AFirmNamedByWhatItDoesIsSpokenOfLikeAPerson) {
  EXPECT_TRUE(is_agent(fr("un assureur mutualiste")));
  EXPECT_TRUE(is_agent(fr("un grand opérateur de télécommunications")));
  EXPECT_TRUE(is_agent(fr("un autre équipementier")));
  EXPECT_FALSE(is_agent(fr("un grand groupe de luxe")));
  EXPECT_FALSE(is_agent(fr("un atelier")));
}

TEST(Grammar, CapitalsHaveAccents) {
  EXPECT_EQ(capitalised("une DRH"), "Une DRH");
  EXPECT_EQ(capitalised("état"), "État");
  EXPECT_EQ(capitalised(""), "");
}

}  // namespace
}  // namespace paravent::anonymise
