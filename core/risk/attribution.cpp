#include "risk/attribution.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

#include "risk/role_place.hpp"

namespace paravent::risk {
namespace {

using detect::WordCue;

constexpr std::size_t nobody = static_cast<std::size_t>(-1);

bool is_pronoun(std::string_view word) {
  constexpr std::string_view words[] = {"elle", "il", "iel",  "son", "sa", "ses",
                                        "she",  "he", "they", "her", "his"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

class Attribution {
 public:
  Attribution(const NoteWords& words, const std::vector<Mark>& marks) : words_(words), marks_(marks) {}

  std::vector<Subject> run() {
    for (const Sentence& sentence : words_.sentences()) read(sentence);
    join_roles();
    return std::move(subjects_);
  }

 private:
  void read(const Sentence& sentence) {
    if (sentence.block != block_ || sentence.item) topic_ = heading_topic_;
    block_ = sentence.block;
    // "Elle a 52 ans" goes on with whom was spoken of; "À Limoges, Claire …" waits for her.
    current_ = is_pronoun(words_.form(sentence.first)) ? topic_ : nobody;
    first_of_sentence_ = nobody;
    kin_ = false;
    waiting_.clear();
    const std::size_t begin = next_;
    while (next_ < marks_.size() && marks_[next_].first < sentence.last) ++next_;
    for (std::size_t i = begin; i < next_; ++i) {
      const Mark* previous = i > begin ? &marks_[i - 1] : nullptr;
      const Mark* following = i + 1 < next_ ? &marks_[i + 1] : nullptr;
      read_mark(sentence, marks_[i], previous, following);
    }
    if (!waiting_.empty()) give_waiting(topic_);
    if (first_of_sentence_ != nobody) topic_ = first_of_sentence_;
    if (sentence.heading && first_of_sentence_ != nobody) heading_topic_ = first_of_sentence_;
  }

  void read_mark(const Sentence& sentence, const Mark& mark, const Mark* previous, const Mark* following) {
    switch (mark.kind) {
      case Mark::Kind::Named:
        speak_of(subject("e" + std::to_string(mark.entity), mark));
        break;
      case Mark::Kind::Alias:
        speak_of(subject("a" + mark.name, mark));
        break;
      case Mark::Kind::Role:
        read_role(mark, place_of_role(words_, sentence, mark, previous, following));
        break;
      case Mark::Kind::Kin:
        kin_ = true;
        break;
      case Mark::Kind::Fact:
        // Relatives live where somebody lives, but their age and illness are their own.
        if (!kin_ || mark.fact.trait == Trait::Place) tell(mark.fact);
        break;
      case Mark::Kind::Opaque:
        break;
    }
  }

  void read_role(const Mark& mark, RolePlace place) {
    switch (place) {
      case RolePlace::Nobody:
        return;
      case RolePlace::OfNext:
        // Whoever is named next takes it, whatever was said before.
        if (current_ != nobody) give_waiting(current_);
        current_ = nobody;
        kin_ = false;
        waiting_.push_back(mark.fact);
        return;
      case RolePlace::OfPrevious:
      case RolePlace::OfTopic:
        if (kin_) return;
        if (current_ == nobody && topic_ == nobody) {
          speak_of(subject("r" + mark.name, mark));
        }
        tell(mark.fact);
        return;
      case RolePlace::Other:
        speak_of(subject("r" + mark.name, mark));
        tell(mark.fact);
        return;
    }
  }

  std::size_t subject(const std::string& key, const Mark& mark) {
    const auto [found, is_new] = by_key_.try_emplace(key, subjects_.size());
    if (is_new) {
      const auto& tokens = words_.tokens();
      Subject made;
      made.range = text::range(tokens[mark.first].begin, tokens[mark.last - 1].end);
      made.entity = mark.entity;
      made.name = mark.name;
      made.role_alone = mark.kind == Mark::Kind::Role;
      made.label = std::string(words_.text().substr(made.range.begin.value, made.range.size()));
      subjects_.push_back(std::move(made));
    }
    return found->second;
  }

  void speak_of(std::size_t subject) {
    current_ = subject;
    kin_ = false;
    if (first_of_sentence_ == nobody) first_of_sentence_ = subject;
    give_waiting(subject);
  }

  void tell(const Fact& fact) {
    if (current_ == nobody) {
      waiting_.push_back(fact);
    } else {
      subjects_[current_].facts.push_back(fact);
    }
  }

  void give_waiting(std::size_t subject) {
    if (subject != nobody) {
      auto& facts = subjects_[subject].facts;
      facts.insert(facts.end(), waiting_.begin(), waiting_.end());
    }
    waiting_.clear();
  }

  // "la DRH" is the one person who was said to be DRH; where two are, or none, it stands for itself.
  void join_roles() {
    std::map<std::string_view, std::size_t> holders;  // role as written → subject; nobody: several
    for (std::size_t i = 0; i < subjects_.size(); ++i) {
      if (subjects_[i].role_alone) continue;
      for (const Fact& fact : subjects_[i].facts) {
        if (fact.trait != Trait::Role) continue;
        const auto [found, is_new] = holders.try_emplace(fact.known_as, i);
        if (!is_new && found->second != i) found->second = nobody;
      }
    }
    for (Subject& alone : subjects_) {
      if (!alone.role_alone) continue;
      const auto found = holders.find(alone.name);
      if (found == holders.end() || found->second == nobody) continue;
      auto& facts = subjects_[found->second].facts;
      facts.insert(facts.end(), alone.facts.begin(), alone.facts.end());
      alone.facts.clear();
    }
  }

  const NoteWords& words_;
  const std::vector<Mark>& marks_;
  std::vector<Subject> subjects_;
  std::map<std::string, std::size_t> by_key_;
  std::size_t next_ = 0;  // mark
  std::size_t block_ = nobody;
  std::size_t topic_ = nobody;          // of whom was spoken first in the sentence before
  std::size_t heading_topic_ = nobody;  // whom the last heading names
  std::size_t current_ = nobody;
  std::size_t first_of_sentence_ = nobody;
  bool kin_ = false;           // a relative is spoken of
  std::vector<Fact> waiting_;  // facts of this sentence before anybody was named
};

}  // namespace

std::vector<Subject> subjects_of(const NoteWords& words, const std::vector<Mark>& marks) {
  return Attribution(words, marks).run();
}

}  // namespace paravent::risk
