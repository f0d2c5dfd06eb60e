// Which edits replace one finding, all of an entity, or everything: parts of the one plan of the whole note,
// so that an alias is the same whichever way it comes into the text. What is said of an edit is read from it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "anonymise/plan.hpp"
#include "lsp-server/snapshot.hpp"
#include "text/text_edit.hpp"

namespace paravent::lsp {

// The findings that a range touches and that can be replaced, hints included; at most `limit`.
std::vector<const detect::Finding*> replaceable_at(const Snapshot& snapshot, const text::ByteRange& range,
                                                   std::size_t limit);

// A plan is of the whole note, so it is made when it is needed and not before. A hint is in no plan: who asks
// for it by name gets the edits of a plan of the note as if it masked.
class Plans {
 public:
  // `plan` makes that of the note, or has it; nullptr when there is none.
  using Make = std::function<const anonymise::Plan*()>;
  // `style`: that of the plan. `known`: aliases that are given already.
  Plans(const Snapshot& snapshot, Make plan, policy::Style style, std::vector<anonymise::Alias> known)
      : snapshot_(snapshot), plan_(std::move(plan)), style_(style), known_(std::move(known)) {}

  // The one that has the edits of a finding; nullptr when it failed. A hint's lives until that of another is
  // asked for.
  const anonymise::Plan* of(const detect::Finding& finding);

 private:
  const Snapshot& snapshot_;
  Make plan_;
  policy::Style style_;
  std::vector<anonymise::Alias> known_;
  const detect::Finding* hint_ = nullptr;
  std::optional<anonymise::Plan> with_hint_;
};

// Part of the plan that has the finding's edits.
std::vector<text::TextEdit> edits_of_this(const Snapshot& snapshot, const anonymise::Plan& plan,
                                          const detect::Finding& finding);
// Of every mention of the finding's entity; of the finding alone when it belongs to none.
std::vector<text::TextEdit> edits_of_all(const Snapshot& snapshot, const anonymise::Plan& plan,
                                         const detect::Finding& finding);
// Those that touch a range.
std::vector<text::TextEdit> edits_in(const std::vector<text::TextEdit>& edits, const text::ByteRange& range);

// What the edits write, on one line: the words of the first one that writes any; empty when they only remove.
std::string words_written(const std::vector<text::TextEdit>& edits);

// Titles for what has these edits.
std::string title_of_this(const Snapshot& snapshot, const std::vector<text::TextEdit>& edits);
std::string title_of_all(const Snapshot& snapshot, const detect::Finding& finding,
                         const std::vector<text::TextEdit>& edits);
std::string title_of_everything(const Snapshot& snapshot);

// True if something in the note will be replaced.
bool anything_to_replace(const Snapshot& snapshot);

}  // namespace paravent::lsp
