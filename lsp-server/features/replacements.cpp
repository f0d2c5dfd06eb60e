#include "lsp-server/features/replacements.hpp"

#include <algorithm>

#include "lsp-server/words.hpp"
#include "text/wording.hpp"

namespace paravent::lsp {
namespace {

using Edits = std::vector<text::TextEdit>;

void add(Edits& out, const text::TextEdit& edit) {
  if (std::find(out.begin(), out.end(), edit) == out.end()) out.push_back(edit);
}

// Such an edit took an apposition along: "Claire Dupont, DRH chez LVMH".
bool reaches_past_a_person(const Snapshot& snapshot, const text::ByteRange& range) {
  return std::any_of(snapshot.analysis.findings.begin(), snapshot.analysis.findings.end(),
                     [&](const detect::Finding& finding) {
                       return finding.category == policy::Category::Person && range.contains(finding.range) &&
                              finding.range.end < range.end;
                     });
}

// The edits over a finding. One may reach further: an article, an apposition with its firm. The comma that
// closed an apposition is an edit of its own further on; it goes with the nearest apposition before it.
void add_edits_of(Edits& out, const Snapshot& snapshot, const Edits& plan, const text::ByteRange& finding) {
  auto edit = std::partition_point(plan.begin(), plan.end(), [&](const text::TextEdit& one) {
    return one.range.end <= finding.begin && one.range.begin < finding.begin;
  });
  bool apposition = false;
  for (; edit != plan.end() && edit->range.begin < finding.end; ++edit) {
    if (!edit->range.overlaps(finding)) continue;
    apposition = reaches_past_a_person(snapshot, edit->range);
    add(out, *edit);
  }
  for (; apposition && edit != plan.end(); ++edit) {
    const std::string_view gone = snapshot.text().substr(edit->range.begin.value, edit->range.size());
    if (edit->replacement.empty() && gone == ",") add(out, *edit);
    apposition = !reaches_past_a_person(snapshot, edit->range);
  }
}

// The plan of the note as if this finding masked.
text::Result<anonymise::Plan> plan_with(const Snapshot& snapshot, const detect::Finding& finding,
                                        policy::Style style, const std::vector<anonymise::Alias>& known) {
  detect::Analysis promoted = snapshot.analysis;
  const auto index = static_cast<std::size_t>(&finding - snapshot.analysis.findings.data());
  promoted.findings[index].hint = false;
  policy::Policy policy = snapshot.policy;
  policy.style = style;
  return anonymise::plan(snapshot.text(), promoted, policy, known);
}

Edits in_order(Edits edits) {
  std::sort(edits.begin(), edits.end(),
            [](const text::TextEdit& a, const text::TextEdit& b) { return a.range.begin < b.range.begin; });
  return edits;
}

}  // namespace

const anonymise::Plan* Plans::of(const detect::Finding& finding) {
  if (masks(finding)) return plan_();
  if (hint_ != &finding) {
    hint_ = &finding;
    with_hint_.reset();
    if (auto made = plan_with(snapshot_, finding, style_, known_)) with_hint_ = *std::move(made);
  }
  return with_hint_ ? &*with_hint_ : nullptr;
}

std::vector<const detect::Finding*> replaceable_at(const Snapshot& snapshot, const text::ByteRange& range,
                                                   std::size_t limit) {
  std::vector<const detect::Finding*> out;
  for (const detect::Finding& finding : snapshot.analysis.findings) {
    if (finding.range.begin > range.end || out.size() == limit) break;
    if (finding.range.end < range.begin || !policy::is_masked(finding.category)) continue;
    out.push_back(&finding);
  }
  return out;
}

Edits edits_of_this(const Snapshot& snapshot, const anonymise::Plan& plan, const detect::Finding& finding) {
  Edits out;
  add_edits_of(out, snapshot, plan.edits.all(), finding.range);
  return in_order(std::move(out));
}

Edits edits_of_all(const Snapshot& snapshot, const anonymise::Plan& plan, const detect::Finding& finding) {
  if (finding.entity == 0) return edits_of_this(snapshot, plan, finding);
  Edits out;
  for (const detect::Finding& mention : snapshot.analysis.findings) {
    if (mention.entity != finding.entity) continue;
    if (masks(mention) || mention.range == finding.range) {
      add_edits_of(out, snapshot, plan.edits.all(), mention.range);
    }
  }
  return in_order(std::move(out));
}

Edits edits_in(const Edits& edits, const text::ByteRange& range) {
  Edits out;
  std::copy_if(edits.begin(), edits.end(), std::back_inserter(out),
               [&](const text::TextEdit& edit) { return edit.range.overlaps(range); });
  return out;
}

std::string words_written(const Edits& edits) {
  const auto written = std::find_if(edits.begin(), edits.end(),
                                    [](const text::TextEdit& edit) { return !edit.replacement.empty(); });
  if (written == edits.end()) return {};
  std::string words = written->replacement;
  std::replace_if(words.begin(), words.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return words;
}

std::string title_of_this(const Snapshot& snapshot, const Edits& edits) {
  const std::string words = words_written(edits);
  if (words.empty()) return std::string(words::remove.in(snapshot.language));
  return text::fill(words::replace, snapshot.language, {words});
}

std::string title_of_all(const Snapshot& snapshot, const detect::Finding& finding, const Edits& edits) {
  const std::string words = words_written(edits);
  const bool alike =
      !words.empty() && std::all_of(edits.begin(), edits.end(),
                                    [&](const text::TextEdit& edit) { return edit.replacement == words; });
  if (alike) return text::fill(words::replace_others, snapshot.language, {words});
  return std::string(
      (finding.category == policy::Category::Person ? words::replace_person : words::replace_mentions)
          .in(snapshot.language));
}

std::string title_of_everything(const Snapshot& snapshot) {
  return std::string(words::replace_everything.in(snapshot.language));
}

bool anything_to_replace(const Snapshot& snapshot) {
  return std::any_of(snapshot.analysis.findings.begin(), snapshot.analysis.findings.end(), masks);
}

}  // namespace paravent::lsp
