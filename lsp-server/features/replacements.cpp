#include "lsp-server/features/replacements.hpp"

#include "lsp-server/words.hpp"
#include "text/wording.hpp"

namespace paravent::lsp {
namespace {

void add(std::vector<text::TextEdit>& out, const text::TextEdit& edit) {
  for (const text::TextEdit& there : out) {
    if (there.range == edit.range) return;
  }
  out.push_back(edit);
}

void add_edits_of(std::vector<text::TextEdit>& out, const Snapshot& snapshot, const anonymise::Plan& plan,
                  const detect::Finding& finding) {
  bool planned = false;
  for (const text::TextEdit& edit : plan.edits.all()) {
    if (edit.range.begin >= finding.range.end) break;
    if (!edit.range.overlaps(finding.range)) continue;  // it may reach further: an article, an apposition
    planned = true;
    add(out, edit);
  }
  // A hint is in no plan; who asks for it by name gets it all the same.
  if (!planned) add(out, {finding.range, std::string(snapshot.replacement(finding))});
}

}  // namespace

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

std::vector<text::TextEdit> edits_of_this(const Snapshot& snapshot, const anonymise::Plan& plan,
                                          const detect::Finding& finding) {
  std::vector<text::TextEdit> edits;
  add_edits_of(edits, snapshot, plan, finding);
  return edits;
}

std::vector<text::TextEdit> edits_of_all(const Snapshot& snapshot, const anonymise::Plan& plan,
                                         const detect::Finding& finding) {
  if (finding.entity == 0) return edits_of_this(snapshot, plan, finding);
  std::vector<text::TextEdit> edits;
  for (const detect::Finding& mention : snapshot.analysis.findings) {
    if (mention.entity != finding.entity) continue;
    if (masks(mention) || mention.range == finding.range) add_edits_of(edits, snapshot, plan, mention);
  }
  return edits;
}

std::string title_of_this(const Snapshot& snapshot, const detect::Finding& finding) {
  return text::fill(words::replace, snapshot.language, {snapshot.replacement(finding)});
}

std::string title_of_all(const Snapshot& snapshot, const detect::Finding& finding) {
  if (finding.category == policy::Category::Person) {
    return std::string(words::replace_person.in(snapshot.language));
  }
  return text::fill(words::replace_others, snapshot.language, {snapshot.replacement(finding)});
}

std::string title_of_everything(const Snapshot& snapshot) {
  return std::string(words::replace_everything.in(snapshot.language));
}

}  // namespace paravent::lsp
