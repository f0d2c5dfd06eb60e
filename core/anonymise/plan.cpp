#include "anonymise/plan.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "anonymise/alias_book.hpp"
#include "anonymise/alias_forms.hpp"
#include "anonymise/amounts.hpp"
#include "anonymise/article_evidence.hpp"
#include "anonymise/generalise.hpp"
#include "anonymise/pseudonym.hpp"
#include "anonymise/rounds.hpp"
#include "anonymise/split_marks.hpp"

namespace paravent::anonymise {
namespace {

text::Failure not_exact() {
  return {"Les remplacements n’ont pas pu être placés avec exactitude : rien n’a été changé.",
          "The replacements could not be placed exactly: nothing has been changed."};
}

// `drafts` are sorted, and stay so; what lies inside a draft is gone already.
void add_side_edits(std::vector<Draft> edits, std::vector<Draft>& drafts) {
  const auto by_begin = [](const Draft& a, const Draft& b) { return a.begin < b.begin; };
  std::sort(edits.begin(), edits.end(), by_begin);
  const std::size_t count = drafts.size();
  std::size_t next = 0;
  std::size_t done = 0;  // two people may share what closes their appositions
  for (Draft& edit : edits) {
    if (edit.begin < done) continue;
    done = edit.end;
    while (next < count && drafts[next].end <= edit.begin) ++next;
    if (next == count || edit.end <= drafts[next].begin) drafts.push_back(std::move(edit));
  }
  std::inplace_merge(drafts.begin(), drafts.begin() + static_cast<std::ptrdiff_t>(count), drafts.end(),
                     by_begin);
}

void add_amounts(const Note& note, std::vector<Draft>& drafts) {
  std::vector<Draft> amounts = round_amounts(note, drafts);
  const auto count = static_cast<std::ptrdiff_t>(drafts.size());
  std::move(amounts.begin(), amounts.end(), std::back_inserter(drafts));
  std::inplace_merge(drafts.begin(), drafts.begin() + count, drafts.end(),
                     [](const Draft& a, const Draft& b) { return a.begin < b.begin; });
}

// The one walk through a note. `generaliser` is there for the style that needs it.
std::vector<Draft> drafts_of(const Note& note, AliasBook& aliases, std::optional<Generaliser>& generaliser) {
  std::vector<Draft> out;
  out.reserve(note.masked().size());
  SplitMarks marks(note.text());
  std::size_t floor = 0;
  for (std::size_t i = 0; i < note.masked().size();) {
    out.push_back(generaliser ? generaliser->replace(i, floor) : to_alias(note, aliases, i, floor));
    marks.keep(out.back());
    floor = out.back().end;
    i += out.back().covered;
  }
  if (generaliser) {
    add_side_edits(generaliser->side_edits(), out);
    add_amounts(note, out);
  }
  return out;
}

std::optional<Generaliser> generaliser_for(policy::Style style, const Note& note, AliasBook& aliases) {
  std::optional<Generaliser> out;
  if (style == policy::Style::Generalise) out.emplace(note, aliases);
  return out;
}

// What the walk puts for each masking finding, in their order.
std::vector<std::string> words_for_all(const Note& note, AliasBook& aliases, policy::Style style) {
  std::vector<std::string> out;
  std::optional<Generaliser> generaliser = generaliser_for(style, note, aliases);
  if (generaliser) drafts_of(note, aliases, generaliser);
  out.reserve(note.masked().size());
  for (std::size_t i = 0; i < note.masked().size(); ++i) {
    out.push_back(generaliser ? generaliser->written_for(i) : alias_at(note, aliases, i));
  }
  return out;
}

// The same for some of them, each on its own: what would be put if only it masked.
std::vector<std::string> words_for_each(const Note& note, AliasBook& aliases, policy::Style style,
                                        const std::vector<std::size_t>& wanted) {
  std::vector<std::string> out;
  std::optional<Generaliser> generaliser = generaliser_for(style, note, aliases);
  for (const std::size_t at : wanted) {
    if (generaliser) generaliser->replace(at, 0);
    out.push_back(generaliser ? generaliser->written_for(at) : alias_at(note, aliases, at));
  }
  return out;
}

// Every masking finding lies inside one of the edits: what is not taken out must not pass as taken out.
bool covers(const std::vector<text::TextEdit>& edits, const Note& note) {
  auto edit = edits.begin();
  for (const detect::Finding* finding : note.masked()) {
    while (edit != edits.end() && edit->range.end < finding->range.end) ++edit;
    if (edit == edits.end() || !edit->range.contains(finding->range)) return false;
  }
  return true;
}

bool fits(const detect::Analysis& analysis, std::size_t size) {
  return std::all_of(analysis.findings.begin(), analysis.findings.end(),
                     [size](const detect::Finding& finding) {
                       return finding.range.begin <= finding.range.end && finding.range.end.value <= size;
                     });
}

text::Result<Plan> plan(const Note& note, const KnownAliases& known, policy::Style style) {
  AliasBook aliases(note, known, style);
  std::vector<text::TextEdit> edits;
  std::optional<Generaliser> generaliser = generaliser_for(style, note, aliases);
  std::vector<Draft> drafts = drafts_of(note, aliases, generaliser);
  edits.reserve(drafts.size());
  for (Draft& draft : drafts) {
    edits.push_back({text::range(draft.begin, draft.end), std::move(draft.text)});
  }
  std::optional<text::TextEdits> checked = text::TextEdits::make(std::move(edits), note.text().size());
  if (!checked || !covers(checked->all(), note)) return not_exact();
  std::vector<Alias> fresh = aliases.take_new();
  take_articles(note, aliases, fresh);
  return Plan{*std::move(checked), std::move(fresh), forms_of(note, aliases)};
}

}  // namespace

text::Result<Plan> plan(std::string_view text, const detect::Analysis& analysis, const policy::Policy& policy,
                        const KnownAliases& known) {
  if (!fits(analysis, text.size())) return not_exact();
  return plan(Note(text, analysis, policy), known, policy.style);
}

text::Result<Plan> plan(std::string_view text, const Sought& sought, const policy::Policy& policy,
                        const KnownAliases& known) {
  if (!fits(sought.analysis, text.size())) return not_exact();
  return plan(Note(text, sought.analysis, policy, sought.as_alias), known, policy.style);
}

std::vector<std::string> replacements(std::string_view text, const detect::Analysis& analysis,
                                      const policy::Policy& policy) {
  std::vector<std::string> out(analysis.findings.size());
  if (!fits(analysis, text.size())) return out;
  const auto index_of = [](const detect::Finding& finding, const detect::Analysis& of) {
    return static_cast<std::size_t>(&finding - of.findings.data());
  };
  const Note note(text, analysis, policy);
  const KnownAliases none;
  AliasBook aliases(note, none, policy.style);
  const std::vector<std::string> planned = words_for_all(note, aliases, policy.style);
  for (std::size_t i = 0; i < planned.size(); ++i) out[index_of(*note.masked()[i], analysis)] = planned[i];
  const auto left = [&](const detect::Finding& finding) {
    return out[index_of(finding, analysis)].empty() && policy::is_masked(finding.category);
  };
  if (std::none_of(analysis.findings.begin(), analysis.findings.end(), left)) return out;
  // Hints too: the user may choose to replace one. They come last, so that they do not take the letters that
  // plan() gives.
  detect::Analysis all = analysis;
  for (detect::Finding& finding : all.findings) finding.hint = false;
  policy::Policy unfiltered = policy;
  unfiltered.ignored = {};
  const Note whole(text, all, unfiltered);
  std::vector<std::size_t> wanted;
  for (std::size_t i = 0; i < whole.masked().size(); ++i) {
    if (out[index_of(*whole.masked()[i], all)].empty()) wanted.push_back(i);
  }
  const std::vector<std::string> possible = words_for_each(whole, aliases, policy.style, wanted);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    out[index_of(*whole.masked()[wanted[i]], all)] = possible[i];
  }
  return out;
}

std::string replacement_of(const detect::Finding& finding, std::string_view text,
                           const detect::Analysis& analysis, const policy::Policy& policy) {
  const auto found = std::find(analysis.findings.begin(), analysis.findings.end(), finding);
  if (found == analysis.findings.end()) return {};
  return replacements(text, analysis, policy)[static_cast<std::size_t>(found - analysis.findings.begin())];
}

}  // namespace paravent::anonymise
