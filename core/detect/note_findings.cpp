#include "detect/note_findings.hpp"

#include <algorithm>
#include <span>

#include "detect/exemptions.hpp"
#include "detect/person_name.hpp"

namespace paravent::detect {
namespace {

struct Name {
  Category category;
  std::string_view rule;
};

Name name_of(Label label) {
  switch (label) {
    case Label::Org:
      return {Category::Org, "org.name"};
    case Label::Loc:
      return {Category::Loc, "loc.name"};
    case Label::Project:
      return {Category::Project, "project.name"};
    case Label::Outside:
    case Label::Person:
    case Label::Author:
      break;
  }
  return {Category::Person, "person.name"};
}

// The dot of a last initial belongs to it: "C. D."
text::ByteRange range_of(const Tokens& tokens, const Span& span) {
  const Token& last = tokens.all[span.last - 1];
  const bool dot =
      last.shape == Shape::Initial && last.end < tokens.text.size() && tokens.text[last.end] == '.';
  return text::range(tokens.all[span.first].begin, last.end + (dot ? 1U : 0U));
}

Finding finding_of(const Mention& mention, const policy::Policy& policy) {
  const Name name = name_of(mention.span.label);
  Finding finding;
  finding.range = mention.range;
  finding.category = mention.cited ? Category::Public : name.category;
  finding.rule = mention.cited ? "public.author" : name.rule;
  finding.score = score_of_margin(mention.span.margin);
  finding.entity = mention.entity;
  finding.evidence = mention.span.evidence;
  if (mention.cited) finding.evidence.add(Cue::Citation);
  finding.hint = policy::is_masked(finding.category) && finding.score < policy.masking_threshold;
  return finding;
}

// `findings` are those of the passage, in order.
void set_languages(const Passage& passage, std::uint32_t begin, text::Language note_language,
                   std::span<Finding> findings) {
  auto block = passage.languages.begin();
  const auto last = passage.languages.end();
  for (Finding& finding : findings) {
    const std::uint32_t at = finding.range.begin.value - begin;
    while (block != last && block->range.end.value <= at) ++block;
    const bool inside = block != last && block->range.begin.value <= at;
    finding.language = inside ? block->language : note_language;
  }
}

bool stands_before(const Finding& a, const Finding& b) {
  return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
}

// Adds `findings` of a passage that begins at byte `begin` of the note to those from `first` on. Both are
// sorted.
void merge_in(const std::vector<Finding>& findings, std::uint32_t begin, std::ptrdiff_t first,
              const policy::Policy& policy, std::vector<Finding>& out) {
  const auto middle = static_cast<std::ptrdiff_t>(out.size());
  for (Finding finding : findings) {
    finding.range = finding.range.shifted(begin);
    finding.hint = policy::is_masked(finding.category) && finding.score < policy.masking_threshold;
    if (!policy.ignored.contains(finding.category)) out.push_back(finding);
  }
  // The merge takes memory, even where one of the two is empty.
  const bool both = first < middle && middle < static_cast<std::ptrdiff_t>(out.size());
  if (both) std::inplace_merge(out.begin() + first, out.begin() + middle, out.end(), stands_before);
}

}  // namespace

std::vector<Mention> mentions_of(const Tokens& tokens, const std::vector<Span>& spans, NameBook& book) {
  std::vector<Mention> out;
  out.reserve(spans.size());
  for (const Span& span : spans) {
    Mention& mention = out.emplace_back();
    mention.span = span;
    if (span.label == Label::Author) mention.span.label = Label::Person;
    mention.range = range_of(tokens, span);
    mention.standing = standing_of(tokens, mention.span);
    if (span.label == Label::Author) mention.standing.add(Stand::ReadAsAuthor);
    // Of others nobody asks: what is told of them shall change as little as the text.
    const bool author = mention.standing.has(Stand::ReadAsAuthor) ||
                        mention.standing.has(Stand::FullAuthor) || mention.standing.has(Stand::AuthorSurname);
    if (!author) mention.span.citation = 0;
    mention.name = mention.span.label == Label::Person ? book.add_person(parse_person(tokens, mention.span))
                                                       : book.add_thing(tokens, span);
  }
  return out;
}

bool mention_the_same(const Mention& a, const Tokens& a_tokens, const Mention& b, const Tokens& b_tokens) {
  return a.span.label == b.span.label && a.name == b.name && a.standing == b.standing &&
         a.span.citation == b.span.citation && a.is_sure() == b.is_sure() &&
         a_tokens.text.substr(a.range.begin.value, a.range.size()) ==
             b_tokens.text.substr(b.range.begin.value, b.range.size());
}

void add_findings(const Passage& passage, std::uint32_t begin, text::Language note_language,
                  const policy::Policy& policy, const SetAside& set_aside, std::vector<Finding>& out) {
  const auto first = static_cast<std::ptrdiff_t>(out.size());
  for (const Mention& mention : passage.mentions) {
    Finding finding = finding_of(mention, policy);
    finding.range = finding.range.shifted(begin);
    if (!policy.ignored.contains(finding.category)) out.push_back(finding);
  }
  merge_in(passage.identifiers, begin, first, policy, out);
  merge_in(passage.sensitive, begin, first, policy, out);
  if (set_aside) {
    const auto is_set_aside = [&](const Finding& finding) {
      const std::size_t at = finding.range.begin.value - begin;
      return set_aside(finding.category, passage.tokens.text.substr(at, finding.range.size()));
    };
    out.erase(std::remove_if(out.begin() + first, out.end(), is_set_aside), out.end());
  }
  set_languages(passage, begin, note_language, std::span(out).subspan(static_cast<std::size_t>(first)));
}

}  // namespace paravent::detect
