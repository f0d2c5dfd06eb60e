#include <gtest/gtest.h>

#include "detect/finding.hpp"

namespace paravent::detect {
namespace {

Finding finding_of(Category category, std::initializer_list<Cue> cues) {
  Finding finding;
  finding.category = category;
  for (const Cue cue : cues) finding.evidence.add(cue);
  return finding;
}

TEST(Explain, SaysWhatItIsAndTheStrongestReasons) {
  const Finding finding = finding_of(Category::Person, {Cue::Capital, Cue::GivenName, Cue::Civility});
  EXPECT_EQ(explain(finding, text::Language::French),
            "Le nom d’une personne : une civilité ou un titre précède et c’est un prénom connu.");
  EXPECT_EQ(explain(finding, text::Language::English),
            "A person’s name: a title stands before it and it is a known given name.");
}

TEST(Explain, AHintSaysPerhaps) {
  Finding finding = finding_of(Category::Loc, {Cue::Place});
  finding.hint = true;
  EXPECT_EQ(explain(finding, text::Language::French), "Un lieu, peut-être : ce lieu est connu.");
}

TEST(Explain, EveryCategoryHasASentenceInBothLanguagesWithoutAPromise) {
  for (std::size_t c = 0; c < policy::category_count; ++c) {
    for (const auto language : {text::Language::French, text::Language::English}) {
      const std::string sentence = explain(finding_of(static_cast<Category>(c), {}), language);
      EXPECT_GT(sentence.size(), 5U) << c;
      EXPECT_EQ(sentence.find("nonym"), std::string::npos) << sentence;
    }
  }
}

TEST(Explain, APublicAuthorIsLeftReadable) {
  EXPECT_NE(
      explain(finding_of(Category::Public, {Cue::Citation}), text::Language::French).find("laissé lisible"),
      std::string::npos);
}

}  // namespace
}  // namespace paravent::detect
