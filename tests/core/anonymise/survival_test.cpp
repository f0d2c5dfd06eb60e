// Over the notes of tests/corpus: what lies outside the findings comes out as it was.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "rewritten.hpp"
#include "support/source_dir.hpp"

namespace paravent::anonymise {
namespace {

using policy::Style;

std::vector<std::string> corpus() {
  std::vector<std::string> out;
  for (const char* folder : {"/tests/corpus/notes-fr", "/tests/corpus/notes-en"}) {
    for (const auto& entry : std::filesystem::directory_iterator(std::string(PARAVENT_SOURCE_DIR) + folder)) {
      const std::ifstream file(entry.path(), std::ios::binary);
      std::ostringstream marked;
      marked << file.rdbuf();
      out.push_back(testing_support::read_marked(marked.str()).text);
    }
  }
  return out;
}

bool holds_a_finding(const text::TextEdit& edit, const detect::Analysis& analysis) {
  return std::any_of(analysis.findings.begin(), analysis.findings.end(), [&](const detect::Finding& finding) {
    return !finding.hint && policy::is_masked(finding.category) && edit.range.contains(finding.range);
  });
}

// An amount that was rounded, by intent.
bool is_rounding(const text::TextEdit& edit, std::string_view taken) {
  const bool number = taken.find_first_not_of("0123456789 ") == std::string_view::npos;
  return number || edit.replacement.starts_with("plus d") || edit.replacement.starts_with("quelque ");
}

// A comma, an apostrophe: an edit that takes out no word.
bool is_punctuation(std::string_view taken) {
  return taken.find_first_not_of(" ,’'") == std::string_view::npos;
}

// A later look may still take a lone letter or a short answer for a name ("Le C", "Non") once the names
// around it are gone: the bounds are what is measured today, so that it cannot get worse unseen.
TEST(Survival, OnlyWhatTheFirstLookFoundIsRewrittenInNearlyAllNotes) {
  const std::vector<std::string> notes = corpus();
  ASSERT_GE(notes.size(), 25U);
  for (const Style style : {Style::Generalise, Style::Pseudonym, Style::Fictitious}) {
    std::size_t as_planned = 0;
    std::size_t words_lost = 0;
    for (const std::string& note : notes) {
      const auto found = detect::find(note, with_style(style), {});
      ASSERT_TRUE(found);
      const auto planned = plan(note, *found, with_style(style), {});
      const auto out = anonymise(note, with_style(style), {});
      ASSERT_TRUE(planned);
      ASSERT_TRUE(out) << note;
      ASSERT_EQ(out->edits.apply(note), out->text);
      as_planned += out->edits.all() == planned->edits.all() ? 1U : 0U;
      for (const text::TextEdit& edit : out->edits.all()) {
        const std::string taken = note.substr(edit.range.begin.value, edit.range.size());
        words_lost +=
            holds_a_finding(edit, *found) || is_punctuation(taken) || is_rounding(edit, taken) ? 0U : 1U;
      }
    }
    EXPECT_GE(as_planned * 100, notes.size() * 85);  // a word may read otherwise beside what replaced a name
    EXPECT_LE(words_lost, notes.size() / 10);
  }
}

TEST(Survival, TheWordsBesideWhatWasTakenOutStay) {
  for (const Style style : {Style::Generalise, Style::Pseudonym, Style::Fictitious}) {
    const auto kept = [style](std::string_view note, std::string_view words) {
      const auto out = anonymise(note, with_style(style), {});
      return out && out->text.find(words) != std::string::npos;
    };
    EXPECT_TRUE(kept("Vu Paul Martin. Sa mère va mieux.", ". Sa mère va mieux."));
    EXPECT_TRUE(kept("Mme Petit. Rien.", ". Rien."));
    EXPECT_TRUE(kept("We spoke on 3 March. Her husband left.", ". Her husband left."));
    EXPECT_TRUE(kept("Voir [y](<Claire Dupont.md>) demain.", ".md>) demain."));
    EXPECT_TRUE(kept("Il a quitté l’Oréal. Le siège ferme.", ". Le siège ferme."));
    EXPECT_TRUE(kept("un train pour Lyon", "un train pour "));
  }
}

}  // namespace
}  // namespace paravent::anonymise
