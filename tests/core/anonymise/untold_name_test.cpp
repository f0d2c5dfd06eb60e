// Names for files that tell of nobody.
#include "anonymise/untold_name.hpp"

#include <gtest/gtest.h>

namespace paravent::anonymise {
namespace {

std::string named(const std::string& name, std::string_view note = "Un texte sur le management.\n") {
  const auto out = untold_name(name, note, {});
  return out ? *out : "failure";
}

TEST(UntoldName, KeepsDateAndSession) {
  EXPECT_EQ(named("2026-03-12 Claire Dupont S3"), "2026-03-12 Personne A S3");
  EXPECT_EQ(named("Séance 4 - Karim Belkacem"), "Séance 4 - Personne A");
}

TEST(UntoldName, ReadsNamesAsFilesWriteThem) {
  EXPECT_EQ(named("2026-03-12_claire-dupont_s3"), "2026-03-12 Personne A s3");
}

TEST(UntoldName, CallsAPersonAsTheNoteDoes) {
  EXPECT_EQ(
      named("Claire Dupont", "Karim Belkacem rencontre Claire Dupont.\n\nClaire Dupont est d’accord.\n"),
      "Personne B");
}

TEST(UntoldName, LeavesOutWhatNothingStandsFor) {
  EXPECT_EQ(named("q-z"), "Note");
}

TEST(UntoldName, TellsOfNobody) {
  EXPECT_TRUE(tells_of_someone("Claire Dupont", "Un texte.\n", {}));
  EXPECT_FALSE(tells_of_someone("2026-03-12", "Un texte.\n", {}));
  EXPECT_FALSE(tells_of_someone("Personne A", "Un texte.\n", {}));
}

}  // namespace
}  // namespace paravent::anonymise
