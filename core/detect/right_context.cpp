// What stands after a word: verb, pronoun, apposition, legal form.
#include "detect/neighbours.hpp"

namespace paravent::detect {
namespace {

class RightContext : public Neighbours {
 public:
  using Neighbours::Neighbours;

  void add() {
    const std::size_t one = after(at_);
    if (one == none) return;
    const Token& right = token(one);
    if (right.gap.only(apposition_gap) && !is_plain(right)) add_apposition_after(one);
    const bool after_initial = here().shape == Shape::Initial && right.gap.only(Gaps{Gap::Dot, Gap::Space});
    if (!is_plain(right) && !after_initial) return;
    const bool lower = right.shape == Shape::Lower;
    when(lower && right.cues.has(WordCue::SpeechVerb) && !is_determined(), Feature::SpeechVerbAfter);
    when(lower && right.cues.has(WordCue::Auxiliary), Feature::AuxiliaryAfter);
    const std::size_t two = after(one);
    const bool verb_then =
        two != none && (token(two).lexeme().verb || token(two).cues.has(WordCue::Auxiliary));
    // "le répète": an article only where no noun follows.
    const std::string_view form = tokens_.form(right);
    const bool pronoun = verb_then && is_pronoun(form, token(two).lexeme());
    when(lower && ((right.cues.has(WordCue::Clitic) && verb_then) || pronoun), Feature::CliticAfter);
    const bool pure_verb = right.lexeme().verb && !right.is_common_word();
    when(lower && pure_verb && !right.cues.has(WordCue::SpeechVerb), Feature::VerbAfter);
    when(right.cues.has(WordCue::LegalForm) && right.has_capital(), Feature::LegalFormBeside);
    when(right.cues.has(WordCue::OrgTail) && right.has_capital(), Feature::OrgTailBeside);
  }

 private:
  // "le", "la", "les" before what can only be a verb there.
  static bool is_pronoun(std::string_view form, const knowledge::Lexeme& next) {
    const bool noun = next.noun || next.adjective;
    if (form == "le") return !noun || !next.masculine;
    if (form == "la") return !noun || !next.feminine;
    return form == "les" && (!noun || !next.plural);
  }

  bool is_determined() const { return left() != none && token(left()).cues.has(WordCue::Determiner); }

  // ", DRH", "(son manager", ", ma N+1", ", 45 ans"
  void add_apposition_after(std::size_t one) {
    std::size_t head = one;
    if (token(head).shape == Shape::Digits) {
      const std::size_t unit = after(head);
      when(unit != none && (tokens_.form(unit) == "ans" || tokens_.form(unit) == "years"), Feature::AgeAfter);
      return;
    }
    const bool determined = token(head).cues.has(WordCue::Determiner);
    if (determined) head = after(head);
    if (head == none) return;
    const bool role = token(head).known.has(Known::Role) || token(head).cues.has(WordCue::PersonRole) ||
                      (determined && token(head).cues.has(WordCue::Kin));
    when(role, Feature::RoleAfter);
  }
};

}  // namespace

void add_right_context(const Tokens& tokens, std::size_t at, FeatureSet& out) {
  RightContext(tokens, at, out).add();
}

}  // namespace paravent::detect
