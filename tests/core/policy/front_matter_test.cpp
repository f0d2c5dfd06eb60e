#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "policy/policy.hpp"

namespace paravent::policy {
namespace {

using testing::HasSubstr;

TEST(FrontMatter, ASwitchTightensInEveryShape) {
  for (const char* text :
       {"paravent-save: strict", "---\nparavent-save: strict\n---\n", "paravent: {save: strict}",
        "paravent: { save: \"strict\" } # because", "paravent:\n  save: strict",
        "title: x\r\nparavent:\r\n  save: 'strict'\r\n", "paravent:   # ours\n\n\tsave: strict # really\n",
        "paravent.save: strict", "+++\n[paravent]\nsave = \"strict\"\n+++", "paravent-save = \"strict\""}) {
    const Loaded out = overlay_front_matter(Policy{}, text);
    EXPECT_EQ(out.policy.save, SaveMode::Strict) << text;
    EXPECT_TRUE(out.remarks.empty()) << text;
  }
}

TEST(FrontMatter, AllSwitchesAtOnce) {
  Policy base;
  base.style = Style::Pseudonym;
  const Loaded out = overlay_front_matter(base, "paravent: {save: twin, style: generalise, threshold: 50}");
  EXPECT_EQ(out.policy.save, SaveMode::Twin);
  EXPECT_EQ(out.policy.style, Style::Generalise);
  EXPECT_EQ(out.policy.masking_threshold, 50);
  EXPECT_TRUE(out.remarks.empty());
}

TEST(FrontMatter, NeverLoosens) {
  Policy base;
  base.save = SaveMode::InPlace;
  const Loaded out =
      overlay_front_matter(base,
                           "---\nparavent-save: warn\nparavent-style: pseudonym\nparavent-threshold: 800\n"
                           "paravent-ignore: [PERSON]\n---");
  EXPECT_EQ(out.policy, base);
  ASSERT_EQ(out.remarks.size(), 4U);
  EXPECT_EQ(out.remarks[0].line, 2U);
  EXPECT_EQ(out.remarks[3].line, 5U);
}

TEST(FrontMatter, LeavesTheNotesOwnKeysAlone) {
  for (const char* text : {"", "---\n---", "title: paravent", "tags: [a, b]\nsave: strict", "save: strict",
                           "other:\n  save: strict", "paravents: 3", "a: b: c", ":",
                           "paravent:\nsave: strict", "[other]\nsave = \"strict\""}) {
    const Loaded out = overlay_front_matter(Policy{}, text);
    EXPECT_EQ(out.policy, Policy{}) << text;
    EXPECT_TRUE(out.remarks.empty()) << text;
  }
}

TEST(FrontMatter, WhatCannotBeReadIsARemarkAndChangesNothing) {
  for (const char* text : {"paravent-save: strickt", "paravent-threshold: many", "paravent-threshold: 70000",
                           "paravent-threshold: -3", "paravent: strict", "paravent: {save: strict",
                           "paravent-save:", "paravent:\n  style: [pseudonym]"}) {
    const Loaded out = overlay_front_matter(Policy{}, text);
    EXPECT_EQ(out.policy, Policy{}) << text;
    ASSERT_EQ(out.remarks.size(), 1U) << text;
    EXPECT_THAT(out.remarks[0].fr, HasSubstr("Valeurs possibles")) << text;
    EXPECT_THAT(out.remarks[0].en, HasSubstr("Possible values")) << text;
  }
}

TEST(FrontMatter, AnUnknownSwitchComesWithTheNearestOne) {
  const Loaded out = overlay_front_matter(Policy{}, "---\nparavent:\n  sav: strict\n");
  ASSERT_EQ(out.remarks.size(), 1U);
  EXPECT_EQ(out.remarks[0].fr, "Clé inconnue « sav », ligne 3 : vouliez-vous dire « save » ?");
}

}  // namespace
}  // namespace paravent::policy
