#include "detect/weighing.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>

namespace paravent::detect {
namespace {

constexpr std::size_t most_reasons = 3;

// Features from `first` on, up to the next row; in the order of Feature.
struct Stretch {
  Feature first;
  Reason reason;
};
constexpr std::array stretches{
    Stretch{Feature::CapitalUnknown, Reason::Writing},
    Stretch{Feature::GivenTop, Reason::FrequentGiven},
    Stretch{Feature::GivenMiddle, Reason::RareGiven},
    Stretch{Feature::SurnameTop, Reason::FrequentSurname},
    Stretch{Feature::SurnameMiddle, Reason::RareSurname},
    Stretch{Feature::PlaceLarge, Reason::LargePlace},
    Stretch{Feature::PlaceMiddle, Reason::Place},
    Stretch{Feature::PlaceLargeWord, Reason::LargePlace},
    Stretch{Feature::KnownCompany, Reason::Company},
    Stretch{Feature::KnownPlacePhrase, Reason::Place},
    Stretch{Feature::KnownAuthor, Reason::Author},
    Stretch{Feature::InstitutionHead, Reason::OrdinaryWord},
    Stretch{Feature::CivilityBefore, Reason::Before},
    Stretch{Feature::AmpersandBeside, Reason::Around},
    Stretch{Feature::SpeechVerbAfter, Reason::After},
    Stretch{Feature::LegalFormBeside, Reason::Around},
    Stretch{Feature::ColonAfterAtLineStart, Reason::After},
    Stretch{Feature::ParticleInName, Reason::Around},
    Stretch{Feature::LabelPerson, Reason::Position},
    Stretch{Feature::AiToolWithCue, Reason::Around},
    Stretch{Feature::CitationBefore, Reason::Citation},
    Stretch{Feature::SeenCapital, Reason::RestOfNote},
    Stretch{Feature::LowercaseNote, Reason::Writing},
    Stretch{Feature::EnglishNote, Reason::RestOfNote},
    Stretch{Feature::RegisteredGiven, Reason::SameName},
};

constexpr auto by_feature = [] {
  std::array<Reason, feature_count> out{};
  for (const Stretch& stretch : stretches) {
    for (auto i = static_cast<std::size_t>(stretch.first); i < out.size(); ++i) out[i] = stretch.reason;
  }
  return out;
}();

Reason reason_of(Feature feature) {
  return by_feature[static_cast<std::size_t>(feature)];
}

bool is_table(Reason reason) {
  return Reason::FrequentGiven <= reason && reason <= Reason::Author;
}

// Whether the table lists what the label says.
bool is_table_of(Label label, Reason reason) {
  if (label == Label::Loc) return reason == Reason::LargePlace || reason == Reason::Place;
  if (label == Label::Org) return reason == Reason::Company;
  return (Reason::FrequentGiven <= reason && reason <= Reason::RareSurname) || reason == Reason::Author;
}

// Combinations take all tables together: the one that a person would name.
Reason table_of(const Token& token, const FeatureSet& features, Label label) {
  Reason out = token.lexeme().word() ? Reason::OrdinaryWord : Reason::UnknownWord;
  features.for_each([&](Feature feature) {
    const Reason table = reason_of(feature);
    if (!is_table(table)) return;
    if (!is_table(out) || (is_table_of(label, table) && !is_table_of(label, out))) out = table;
  });
  return out;
}

bool is_registered(const FeatureSet& features) {
  bool out = false;
  features.for_each([&](Feature feature) { out = out || reason_of(feature) == Reason::SameName; });
  return out;
}

enum class Group : std::uint8_t { Word, Writing, Table, Before, After, Around, Position, Note };

// The numbers of tag_features.cpp; all others are of the word itself.
constexpr auto by_combination = [] {
  std::array<Group, 128> out{};
  const auto set = [&](Group group, std::initializer_list<std::size_t> numbers) {
    for (const std::size_t number : numbers) out[number] = group;
  };
  set(Group::Before, {3, 5, 7, 9, 12, 20, 28, 42, 44, 46, 47, 49, 52, 56, 57, 58, 66});
  set(Group::After, {4, 6, 8, 10, 13, 21, 29, 43, 45, 48, 50, 53, 67});
  set(Group::Around, {11, 22, 23});
  set(Group::Writing, {24, 25, 26, 27});
  set(Group::Table, {40, 41, 51, 54, 55});
  set(Group::Position, {80, 81, 82, 83, 84});
  set(Group::Note, {102, 112});
  return out;
}();

Group group_of(std::uint64_t combination) {
  return combination < by_combination.size() ? by_combination[static_cast<std::size_t>(combination)]
                                             : Group::Word;
}

// Sums what speaks for a label, word by word.
class Scales {
 public:
  Scales(const TaggerModel& model, const Tokens& tokens, Label label)
      : model_(model), tokens_(tokens), label_(label) {}

  void add(const Candidate& word, NameTag tag) {
    std::int32_t rest = word.scores[tag - std::size_t{1}];
    for (const SourcedRow& row : rows_of(model_, tokens_, word)) {
      const std::int32_t weight = model_.weight(row.row, tag);
      rest -= weight;
      sum(reason_for(row.source, word)) += weight;
    }
    // What the tagger is certain of, whatever was learned: names of the note.
    sum(note_reason(word)) += rest;
  }

  std::vector<Weighed> strongest() const {
    std::vector<Weighed> out;
    for (std::size_t i = 0; i < sums_.size(); ++i) {
      const std::int32_t tenths = model_.tenths(sums_[i]);
      if (tenths > 0) out.push_back({static_cast<Reason>(i), static_cast<std::uint32_t>(tenths)});
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Weighed& a, const Weighed& b) { return a.tenths > b.tenths; });
    out.resize(std::min(out.size(), most_reasons));
    return out;
  }

 private:
  std::int32_t& sum(Reason reason) { return sums_[static_cast<std::size_t>(reason)]; }

  static Reason note_reason(const Candidate& word) {
    return is_registered(word.features) ? Reason::SameName : Reason::RestOfNote;
  }

  Reason reason_for(const RowSource& source, const Candidate& word) const {
    if (source.feature != Feature::Count) return reason_of(source.feature);
    switch (group_of(source.combination)) {
      case Group::Word:
        return Reason::Word;
      case Group::Writing:
        return Reason::Writing;
      case Group::Table:
        return table_of(tokens_.all[word.token], word.features, label_);
      case Group::Before:
        return Reason::Before;
      case Group::After:
        return Reason::After;
      case Group::Around:
        return Reason::Around;
      case Group::Position:
        return Reason::Position;
      case Group::Note:
        break;
    }
    return note_reason(word);
  }

  const TaggerModel& model_;
  const Tokens& tokens_;
  Label label_;
  std::array<std::int32_t, reason_count> sums_{};
};

WordOf place_in(std::size_t at, std::size_t size) {
  if (size == 1) return WordOf::Unit;
  if (at == 0) return WordOf::Begin;
  return at + 1 == size ? WordOf::Last : WordOf::Inside;
}

}  // namespace

std::vector<SourcedRow> rows_of(const TaggerModel& model, const Tokens& tokens, const Candidate& candidate) {
  const Token& token = tokens.all[candidate.token];
  FeatureSet local;
  FeatureSet note;
  FeatureSet names;
  candidate.features.for_each([&](Feature feature) {
    (feature < Feature::SeenCapital ? local : feature < Feature::RegisteredGiven ? note : names).add(feature);
  });
  SourcedRows out;
  add_local_rows(model, tokens, candidate.token, local, out);
  add_note_rows(model, token, note, out);
  add_register_rows(model, token, names, out);
  return out.all();
}

std::vector<Weighed> weigh(const TaggerModel& model, const Tokens& tokens,
                           const std::vector<Candidate>& candidates, const Span& name) {
  const auto stands_before = [](const Candidate& candidate, std::uint32_t token) {
    return candidate.token < token;
  };
  const auto first = std::lower_bound(candidates.begin(), candidates.end(), name.first, stands_before);
  const auto last = std::lower_bound(first, candidates.end(), name.last, stands_before);
  const auto size = static_cast<std::size_t>(last - first);
  Scales scales(model, tokens, name.label);
  for (std::size_t i = 0; i < size; ++i)
    scales.add(first[static_cast<std::ptrdiff_t>(i)], tag_of(name.label, place_in(i, size)));
  return scales.strongest();
}

}  // namespace paravent::detect
