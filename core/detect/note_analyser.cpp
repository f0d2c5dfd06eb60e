#include "detect/note_analyser.hpp"

#include <utility>

#include "detect/refusal.hpp"
#include "text/unicode.hpp"

namespace paravent::detect {
namespace {

// Forms that may be met anew before what was met and is gone is freed, by reading the note afresh.
constexpr std::size_t spare_forms = 8192;

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// Whether a text that was well-formed still is: only the characters that the edit touches can say no.
bool stays_utf8(const text::TextEdit& edit, std::string_view text) {
  std::size_t begin = edit.range.begin.value;
  if (begin > 0) --begin;
  while (begin > 0 && continues_character(text[begin])) --begin;
  std::size_t end = edit.range.begin.value + edit.replacement.size();
  while (end < text.size() && continues_character(text[end])) ++end;
  return text::first_invalid_utf8(text.substr(begin, end - begin)) == std::string_view::npos;
}

}  // namespace

NoteAnalyser::NoteAnalyser(std::string_view text, const policy::Policy& policy, const Context& context)
    : policy_(policy), file_stem_(context.file_stem), set_aside_(context.set_aside) {
  Context full = in_full(context);
  people_ = std::move(full.people);
  folder_ = std::move(full.folder);
  reset(text);
}

Context NoteAnalyser::context() const {
  return {file_stem_, people_, folder_, set_aside_, {}};
}

void NoteAnalyser::reset(std::string_view text) {
  size_ = text.size();
  reading_.reset();
  sections_.reset();
  if (auto refused = refusal_of(text)) {
    result_ = std::move(*refused);
  } else {
    sections_ = std::make_unique<markdown::SectionList>(text);
    reading_ = std::make_unique<NoteReading>(context(), NoteReading::Keep::Yes);
    result_ = reading_->read(text, sections_->sections(), policy_);
    met_at_reset_ = reading_->met();
  }
}

void NoteAnalyser::update(const text::TextEdit& edit, std::string_view text_after) {
  const bool fits = edit.range.begin <= edit.range.end && edit.range.end.value <= size_ &&
                    text_after.size() == size_ - edit.range.size() + edit.replacement.size();
  const bool readable = text_after.size() <= max_text_bytes && fits && stays_utf8(edit, text_after);
  if (!reading_ || !readable || reading_->met() > 2 * met_at_reset_ + spare_forms) return reset(text_after);
  size_ = text_after.size();
  const markdown::BlockList::Change change = sections_->update(edit, text_after);
  reading_->update(text_after, sections_->sections(), change, policy_, *result_);
}

void NoteAnalyser::set_policy(const policy::Policy& policy) {
  if (policy == policy_) return;
  policy_ = policy;
  if (reading_) reading_->show(sections_->sections(), policy_, *result_);
}

std::vector<Weighed> NoteAnalyser::weigh(const Finding& finding) {
  return reading_ ? reading_->weigh(sections_->sections(), finding) : std::vector<Weighed>();
}

}  // namespace paravent::detect
