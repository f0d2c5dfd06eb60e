// What is said to have weighed for a name: what did weigh, and the same while the note is edited.
#include "detect/weighing.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstring>
#include <set>
#include <string>
#include <vector>

#include "detect/note_analyser.hpp"
#include "markdown/section.hpp"

namespace paravent::detect {
namespace {

// A model in which single features weigh, and nothing else.
class FewWeights {
 public:
  FewWeights() : bytes_(TaggerModel::file_size(row_bits)) {
    TaggerModel::Header header;
    header.row_bits = row_bits;
    header.unit = 10;  // sums are tenths
    std::memcpy(bytes_.data(), &header, sizeof header);
  }
  void set(Feature first, Feature last, NameTag tag, std::int8_t weight) {
    for (auto i = static_cast<std::size_t>(first); i <= static_cast<std::size_t>(last); ++i) {
      const std::size_t row = (std::size_t{1} << row_bits) + i;
      bytes_[sizeof(TaggerModel::Header) + TaggerModel::row_size * row + tag - 1] =
          static_cast<unsigned char>(weight);
    }
  }
  TaggerModel model() const { return TaggerModel(bytes_.data()); }

 private:
  static constexpr std::uint32_t row_bits = 1;
  std::vector<unsigned char> bytes_;
};

constexpr NameTag person = tag_of(Label::Person, WordOf::Unit);

// What weighed for each finding of the text.
std::vector<std::vector<Weighed>> weighed_in(std::string_view text, const TaggerModel& model) {
  const auto blocks = markdown::split_sections(text);
  NoteReading reading({}, NoteReading::Keep::No, model);
  std::vector<std::vector<Weighed>> out;
  for (const Finding& finding : reading.read(text, blocks, {}).findings)
    out.push_back(reading.weigh(blocks, finding));
  return out;
}

using Reasons = std::vector<Weighed>;

TEST(Weighing, SaysTheThreeReasonsThatSpokeMost) {
  FewWeights weights;
  weights.set(Feature::GivenTop, Feature::GivenForeign, person, 50);
  weights.set(Feature::WithBefore, Feature::WithBefore, person, 20);
  weights.set(Feature::CapitalUnknown, Feature::CapitalEnglishStart, person, 10);
  weights.set(Feature::SeenCapital, Feature::SeenCapital, person, 5);
  EXPECT_EQ(
      weighed_in("Nous en parlons avec Sandrine demain.\n", weights.model()),
      (std::vector<Reasons>{{{Reason::FrequentGiven, 50}, {Reason::Before, 20}, {Reason::Writing, 10}}}));
}

TEST(Weighing, LeavesOutWhatSpokeAgainst) {
  FewWeights weights;
  weights.set(Feature::GivenTop, Feature::GivenForeign, person, 50);
  weights.set(Feature::WithBefore, Feature::WithBefore, person, -20);
  EXPECT_EQ(weighed_in("Nous en parlons avec Sandrine demain.\n", weights.model()),
            (std::vector<Reasons>{{{Reason::FrequentGiven, 50}}}));
}

TEST(Weighing, AddsUpTheWordsOfAName) {
  FewWeights weights;
  weights.set(Feature::GivenTop, Feature::GivenForeign, tag_of(Label::Person, WordOf::Begin), 50);
  weights.set(Feature::CapitalUnknown, Feature::CapitalUnknown, tag_of(Label::Person, WordOf::Begin), 10);
  weights.set(Feature::CapitalUnknown, Feature::CapitalUnknown, tag_of(Label::Person, WordOf::Last), 15);
  const auto all = weighed_in("Nous en parlons avec Sandrine Kervadelle demain.\n", weights.model());
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0], (Reasons{{Reason::FrequentGiven, 50}, {Reason::Writing, 25}}));
}

// It is no learned weight, but it decides.
TEST(Weighing, CountsWhatTheTaggerIsCertainOf) {
  FewWeights weights;
  weights.set(Feature::GivenTop, Feature::GivenForeign, person, 100);
  const auto all =
      weighed_in("Nous en parlons avec Sandrine.\n\nHier encore, Sandrine riait.\n", weights.model());
  ASSERT_EQ(all.size(), 2U);
  ASSERT_FALSE(all[1].empty());
  EXPECT_EQ(all[1][0].reason, Reason::SameName);
  EXPECT_GT(all[1][0].tenths, 100);
}

TEST(Weighing, ReadsTheRowsThatTheTaggerAddedUp) {
  const std::string text =
      "Présents : Maëlle Kervadec, Yanis\n\nMaëlle rentre de Quimper ; kervadec@exemple.fr\n";
  const TaggerModel& model = TaggerModel::built_in();
  FormTable forms;
  NoteFacts facts;
  NameIndex names(forms);
  Tagger tagger(facts, names);
  Passage passage;
  const auto blocks = markdown::split_sections(text);
  read_passage(text, blocks, forms, passage);
  tagger.emit(passage);
  facts.add(passage);
  passage.first_reading = tagger.first_reading(passage);
  names.add(passage.tokens, passage.first_reading);
  names.settle(false);
  std::vector<std::vector<RowId>> kept;
  tagger.keep_rows(&kept);
  const std::vector<Candidate>& candidates = tagger.candidates_of_second(passage);
  ASSERT_GE(candidates.size(), 5U);
  ASSERT_EQ(kept.size(), candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    std::vector<RowId> rows;
    for (const SourcedRow& row : rows_of(model, passage.tokens, candidates[i])) rows.push_back(row.row);
    EXPECT_EQ(rows, kept[i]) << i;
  }
}

TEST(Weighing, OfEditedNotesIsThatOfFreshOnes) {
  std::string text =
      "Séance avec Maëlle Kervadec.\n\nKervadec hésite. Elle part à Quimper.\n\nmaëlle, 06 39 98 00 01\n";
  NoteAnalyser edited(text, {}, {});
  const std::array<std::string, 3> typed{"Yanis et ", "# Kervadec\n\n", "Chez Maëlle : "};
  for (std::size_t n = 0; n <= typed.size(); ++n) {
    if (n > 0) {
      const text::TextEdit edit{text::range(0, 0), typed[n - 1]};
      text.insert(0, edit.replacement);
      edited.update(edit, text);
    }
    NoteAnalyser fresh(text, {}, {});
    ASSERT_GE(fresh.analysis().findings.size(), 4U) << n;
    for (const Finding& finding : fresh.analysis().findings) {
      EXPECT_EQ(edited.weigh(finding), fresh.weigh(finding)) << n;
      EXPECT_EQ(fresh.weigh(finding).empty(), finding.category == Category::Phone) << n;
    }
  }
}

TEST(Weighing, IsSaidInBothLanguages) {
  Finding finding;
  finding.rule = "person.name";
  finding.score = 967;
  const Reasons reasons{{Reason::FrequentGiven, 31}, {Reason::Before, 9}};
  EXPECT_EQ(
      explain_score(finding, reasons, text::Language::French),
      "Règle person.name, score 0,97. Ce qui a pesé : dans la table des prénoms, parmi les courants (+3,1) ; "
      "les mots qui précèdent (+0,9).");
  EXPECT_EQ(
      explain_score(finding, reasons, text::Language::English),
      "Rule person.name, score 0.97. What weighed most: in the table of given names, among the frequent ones "
      "(+3.1); the words before it (+0.9).");
  finding.rule = "iban.checksum";
  finding.score = 1000;
  EXPECT_EQ(explain_score(finding, {}, text::Language::French), "Règle iban.checksum, score 1,00.");
}

TEST(Weighing, HasACodeAndWordsOfItsOwnForEachReason) {
  std::set<std::string_view> said;
  for (std::size_t i = 0; i < reason_count; ++i) {
    const auto reason = static_cast<Reason>(i);
    said.insert({code_of(reason), words_of(reason).fr, words_of(reason).en});
  }
  EXPECT_EQ(said.size(), 3 * reason_count);
}

}  // namespace
}  // namespace paravent::detect
