// Links to files, and what they become when files move.
#include "markdown/links.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "markdown/moved_links.hpp"

namespace paravent::markdown {
namespace {

std::vector<std::string> paths_in(std::string_view note) {
  std::vector<std::string> out;
  for (const Link& link : links_of(note)) out.push_back(path_of(note, link));
  return out;
}

TEST(Links, EveryFormIsFound) {
  EXPECT_THAT(
      paths_in("---\nup: \"[[Fil|x]]\"\nalso: ['[[L''autre]]', \"[[B#t]]\"]\n---\n"
               "[[Ana Lou]] ![[img/p.png|200]] [[Ana Lou#But|elle]] [[Note#^b1]]\n\n"
               "[a](Un%20mot.md \"t\") [b](<deux mots.md#x>) ![c](img/%C3%A9.png) [d](a\\(b\\).md)\n\n"
               "<a href=\"x/y&amp;z.md\">z</a>\n\n"
               "| t | u |\n|---|---|\n| [[Cel\\|c]] | - |\n\n"
               "[ref]: <def mot.md>\n"),
      testing::ElementsAre("Fil", "L'autre", "B", "Ana Lou", "img/p.png", "Ana Lou", "Note", "Un mot.md",
                           "deux mots.md", "img/é.png", "a(b).md", "x/y&z.md", "Cel", "def mot.md"));
}

TEST(Links, AddressesAndPlacesInsideTheNoteAreNone) {
  EXPECT_THAT(
      paths_in("[a](https://exemple.fr/x.md) [b](mailto:x@exemple.fr) [c](#but) [[#But]] "
               "[d](C:/x.md) [e](//h/x.md) `[[code]]` [f](obsidian://open?file=x)\n\n```\n[[bloc]]\n```\n"),
      testing::IsEmpty());
}

struct Moving {
  std::vector<std::string> notes;
  std::vector<Move> moves;
  std::vector<std::string> others;  // files that are no notes

  std::string mended(const std::string& path, std::string_view note) const {
    const MovedLinks links("/n", notes, moves, [&](const std::string& file) {
      return std::find(others.begin(), others.end(), file) != others.end();
    });
    const auto edits = text::TextEdits::make(links.edits(path, note), note.size());
    return edits ? edits->apply(note) : "overlap";
  }
};

TEST(MovedLinks, ARenamedNoteIsFoundByEveryLink) {
  const Moving moving{{"/n/Ana Lou.md", "/n/j.md"}, {{"/n/Ana Lou.md", "/n/Personne A.md"}}, {}};
  EXPECT_EQ(
      moving.mended("/n/j.md",
                    "---\nup: '[[Ana Lou]]'\n---\n[[Ana Lou]], [[ana lou#But|elle]], ![[Ana Lou#^b]], "
                    "[x](Ana%20Lou.md#y), [y](<./Ana Lou.md>), [z](Autre.md)\n\n[r]: Ana%20Lou.md \"t\"\n"),
      "---\nup: '[[Personne A]]'\n---\n[[Personne A]], [[Personne A#But|elle]], ![[Personne A#^b]], "
      "[x](Personne%20A.md#y), [y](<./Personne A.md>), [z](Autre.md)\n\n[r]: Personne%20A.md \"t\"\n");
}

TEST(MovedLinks, TwoNotesOfOneNameAreToldApartByTheirFolders) {
  const Moving moving{
      {"/n/a/Suivi.md", "/n/b/Suivi.md", "/n/a/j.md", "/n/j.md"}, {{"/n/a/Suivi.md", "/n/a/Bilan.md"}}, {}};
  EXPECT_EQ(moving.mended("/n/a/j.md", "[[Suivi]] [[b/Suivi]] [[a/Suivi]]"),
            "[[Bilan]] [[b/Suivi]] [[a/Bilan]]");
  EXPECT_EQ(moving.mended("/n/j.md", "[x](b/Suivi.md) [y](a/Suivi.md)"), "[x](b/Suivi.md) [y](a/Bilan.md)");
}

TEST(MovedLinks, ALinkThatWouldMeanAnotherNoteIsMadeLonger) {
  // Renaming makes a second "Bilan": the first one's links keep meaning it.
  const Moving moving{
      {"/n/z/y/Bilan.md", "/n/a/Suivi.md", "/n/j.md"}, {{"/n/a/Suivi.md", "/n/a/Bilan.md"}}, {}};
  EXPECT_EQ(moving.mended("/n/j.md", "[[Bilan]] [[Suivi]]"), "[[y/Bilan]] [[Bilan]]");
}

TEST(MovedLinks, AMovedNoteTakesItsOwnLinksAlong) {
  const Moving moving{{"/n/a.md", "/n/b.md"}, {{"/n/a.md", "/n/tri/été/a.md"}}, {"/n/img/p.png"}};
  EXPECT_EQ(moving.mended("/n/a.md", "![p](img/p.png) [b](b.md) [[b]] [moi](a.md) [rien](rien.png)"),
            "![p](../../img/p.png) [b](../../b.md) [[b]] [moi](a.md) [rien](rien.png)");
  EXPECT_EQ(moving.mended("/n/b.md", "[a](a.md) [[a]]"), "[a](tri/été/a.md) [[a]]");
}

TEST(MovedLinks, AFolderTakesItsNotesAndPicturesAlong) {
  const Moving moving{
      {"/n/Ana/s1.md", "/n/Ana/s2.md", "/n/j.md"}, {{"/n/Ana", "/n/client (1)"}}, {"/n/Ana/p.png"}};
  EXPECT_EQ(
      moving.mended("/n/j.md", "[[Ana/s1]] [s](Ana/s2.md) ![[Ana/p.png]] ![x](Ana/p.png)"),
      "[[client (1)/s1]] [s](client%20%281%29/s2.md) ![[client (1)/p.png]] ![x](client%20%281%29/p.png)");
  EXPECT_EQ(moving.mended("/n/Ana/s1.md", "[s](s2.md) [j](../j.md)"), "[s](s2.md) [j](../j.md)");
}

TEST(MovedLinks, ALinkIsWrittenAsItWas) {
  const Moving moving{{"/n/Zoé.md", "/n/j.md"}, {{"/n/Zoé.md", "/n/Émy l'aînée.md"}}, {}};
  EXPECT_EQ(moving.mended("/n/j.md", "[a](Zo%C3%A9.md) [b](Zoé) [c](/Zoé.md) <a href='Zoé.md'>d</a>"),
            "[a](%C3%89my%20l%27a%C3%AEn%C3%A9e.md) [b](Émy%20l%27aînée) [c](/Émy%20l%27aînée.md) "
            "<a href='Émy%20l%27aînée.md'>d</a>");
  EXPECT_EQ(moving.mended("/n/j.md", "---\na: '[[Zoé]]'\nb: \"[[Zoé]]\"\n---\n"),
            "---\na: '[[Émy l''aînée]]'\nb: \"[[Émy l'aînée]]\"\n---\n");
}

TEST(MovedLinks, ALinkThatLedNowhereStays) {
  const Moving moving{{"/n/a.md", "/n/j.md"}, {{"/n/a.md", "/n/b/a.md"}}, {}};
  EXPECT_EQ(moving.mended("/n/j.md", "[[Lou]] [x](../dehors.md)"), "[[Lou]] [x](../dehors.md)");
}

TEST(NormalPath, HasNoDots) {
  EXPECT_EQ(normal_path("/a/./b/../c//d/"), "/a/c/d");
  EXPECT_EQ(normal_path("/../a"), "/a");
  EXPECT_EQ(normal_path("C:/a/../b"), "C:/b");
}

}  // namespace
}  // namespace paravent::markdown
