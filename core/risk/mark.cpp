#include "risk/mark.hpp"

#include <algorithm>

#include "detect/alias_form.hpp"
#include "detect/annotate.hpp"
#include "detect/fictitious_form.hpp"
#include "risk/finding_facts.hpp"
#include "risk/phrase_facts.hpp"

namespace paravent::risk {
namespace {

using detect::Category;
using detect::Token;
using detect::WordCue;

constexpr std::size_t near_role = 4;  // words between a role and the kind of place where it is held

bool is_person_alias(std::string_view alias) {
  const text::Wording noun = detect::alias_noun(Category::Person).noun;
  return alias.starts_with(noun.fr) || alias.starts_with(noun.en) || detect::is_fictitious_form(alias);
}

class Reader {
 public:
  Reader(const NoteWords& words, const detect::Analysis& analysis, text::Language language)
      : words_(words), analysis_(analysis), language_(language) {}

  std::vector<Mark> run() {
    add_aliases();
    add_findings();
    std::sort(out_.begin(), out_.end(), [](const Mark& a, const Mark& b) { return a.first < b.first; });
    drop_overlaps();
    add_phrases();
    return std::move(out_);
  }

 private:
  bool place(Mark& mark, text::ByteRange range) const {
    mark.first = words_.token_from(range.begin);
    mark.last = words_.token_from(range.end);
    return mark.first < mark.last;
  }

  void add_aliases() {
    for (detect::AliasForm form = detect::next_alias(words_.text(), 0); form.size != 0;
         form = detect::next_alias(words_.text(), form.begin + form.size)) {
      const std::string_view alias = words_.text().substr(form.begin, form.size);
      Mark mark;
      mark.kind = is_person_alias(alias) ? Mark::Kind::Alias : Mark::Kind::Opaque;
      mark.name = label_of(detect::is_fictitious_form(alias) ? detect::surname_in(alias) : alias);
      if (place(mark, text::range(form.begin, form.begin + form.size))) out_.push_back(std::move(mark));
    }
  }

  void add_findings() {
    for (const detect::Finding& finding : analysis_.findings) {
      if (finding.hint) continue;
      Mark mark;
      if (finding.category == Category::Person) {
        mark.kind = finding.entity != 0 ? Mark::Kind::Named : Mark::Kind::Opaque;
        mark.entity = finding.entity;
      } else if (auto fact = fact_of(finding, words_.text(), language_)) {
        mark.fact = *std::move(fact);
      } else if (may_hold_a_phrase(finding)) {
        continue;
      } else {
        mark.kind = Mark::Kind::Opaque;
      }
      // What a special-category word says may be a listed fact, which knows more of it.
      const bool sensitive = finding.category == Category::Sensitive;
      if (place(mark, finding.range)) (sensitive ? sensitive_ : out_).push_back(std::move(mark));
    }
  }

  // One word that was taken for a firm or somebody cited may be a role, or a part of a longer phrase: "DRH".
  bool may_hold_a_phrase(const detect::Finding& finding) const {
    if (finding.category != Category::Org && finding.category != Category::Loc &&
        finding.category != Category::Public) {
      return false;
    }
    return words_.token_from(finding.range.end) == words_.token_from(finding.range.begin) + 1;
  }

  void drop_overlaps() {
    std::size_t end = 0;
    std::erase_if(out_, [&end](const Mark& mark) {
      if (mark.first < end) return true;
      end = mark.last;
      return false;
    });
  }

  // Reads the words between the marks that are there.
  void add_phrases() {
    std::vector<Mark> all;
    std::size_t next = 0;
    std::size_t next_sensitive = 0;
    for (const Sentence& sentence : words_.sentences()) {
      std::size_t role_end = 0;  // of the last role of this sentence
      for (std::size_t at = sentence.first; at < sentence.last;) {
        if (next < out_.size() && out_[next].first <= at) {
          at = std::max(at + 1, out_[next].last);
          all.push_back(std::move(out_[next++]));
          continue;
        }
        std::size_t stop = sentence.last;
        if (next < out_.size()) stop = std::min(stop, out_[next].first);
        while (next_sensitive < sensitive_.size() && sensitive_[next_sensitive].first < at) ++next_sensitive;
        auto mark = phrase_at(at, stop, role_end);
        if (!mark && next_sensitive < sensitive_.size() && sensitive_[next_sensitive].first == at) {
          mark = std::move(sensitive_[next_sensitive++]);
        }
        if (mark) {
          at = mark->last;
          if (mark->kind == Mark::Kind::Role) role_end = at;
          all.push_back(*std::move(mark));
        } else {
          ++at;
        }
      }
    }
    out_ = std::move(all);
  }

  std::optional<Mark> phrase_at(std::size_t at, std::size_t stop, std::size_t role_end) const {
    const Token& token = words_.tokens()[at];
    if (token.where.has(detect::Where::NoNames)) return std::nullopt;
    Mark mark;
    mark.first = at;
    auto fact = phrase_fact_at(words_, at, stop);
    if (fact && fact->doubtful && !stands_behind_role(at, role_end)) fact.reset();
    if (fact) {
      mark.fact = std::move(fact->fact);
      mark.last = fact->last;
      return mark;
    }
    if (auto role = role_at(words_, at, stop)) {
      mark.kind = Mark::Kind::Role;
      mark.name = role->fact.known_as;
      mark.fact = std::move(role->fact);
      mark.last = role->last;
      return mark;
    }
    const bool possessive =
        at > 0 && words_.is_joined(at) && words_.tokens()[at - 1].cues.has(WordCue::Possessive);
    if (possessive && token.cues.has(WordCue::Kin)) {
      mark.kind = Mark::Kind::Kin;
      mark.last = at + 1;
      return mark;
    }
    return std::nullopt;
  }

  bool stands_behind_role(std::size_t at, std::size_t role_end) const {
    if (role_end == 0 || at > role_end + near_role) return false;
    for (std::size_t i = role_end; i <= at; ++i) {
      if (!detect::is_joined(words_.tokens()[i])) return false;
    }
    return true;
  }

  const NoteWords& words_;
  const detect::Analysis& analysis_;
  text::Language language_;
  std::vector<Mark> out_;
  std::vector<Mark> sensitive_;
};

}  // namespace

std::vector<Mark> marks_of(const NoteWords& words, const detect::Analysis& analysis,
                           text::Language language) {
  return Reader(words, analysis, language).run();
}

}  // namespace paravent::risk
