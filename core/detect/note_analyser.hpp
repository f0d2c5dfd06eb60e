// find() of a note while it is edited: always what find() of the whole text would give, at the cost of what
// the edits touch.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "detect/find.hpp"
#include "detect/note_reading.hpp"
#include "markdown/section.hpp"
#include "policy/policy.hpp"
#include "text/result.hpp"
#include "text/text_edit.hpp"

namespace paravent::detect {

class NoteAnalyser {
 public:
  NoteAnalyser(std::string_view text, const policy::Policy& policy, const Context& context);

  // `edit` was applied to the text analysed last and gave `text_after`. Nothing of either is kept but copies.
  void update(const text::TextEdit& edit, std::string_view text_after);
  // Another text.
  void reset(std::string_view text);
  // The same text under another policy.
  void set_policy(const policy::Policy& policy);

  // Equal to find(text, policy, context). Valid until the next call that is not const.
  const text::Result<Analysis>& result() const { return result_; }
  // Only when the result holds one.
  const Analysis& analysis() const { return *result_; }
  // What weighed for one of the findings, the strongest reasons first; of those that are no names, nothing.
  // Worked out for each call: for findings that somebody asks about.
  std::vector<Weighed> weigh(const Finding& finding);

 private:
  Context context() const;

  policy::Policy policy_;
  std::string file_stem_;
  std::vector<std::string> people_;
  std::vector<KnownName> folder_;
  SetAside set_aside_;
  std::size_t size_ = 0;  // bytes of the text
  std::unique_ptr<markdown::SectionList> sections_;
  std::unique_ptr<NoteReading> reading_;
  std::size_t met_at_reset_ = 0;
  text::Result<Analysis> result_{Analysis{}};
};

}  // namespace paravent::detect
