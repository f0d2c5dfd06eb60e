#include "detect/form_table.hpp"

#include <algorithm>
#include <cstring>

#include "detect/note_language.hpp"

namespace paravent::detect {
namespace {

constexpr std::size_t page_size = 4096;

std::uint64_t hash_of(std::string_view text) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15ULL;
  std::uint64_t hash = text.size() * factor;
  while (!text.empty()) {
    std::uint64_t word = 0;
    const std::size_t n = std::min<std::size_t>(text.size(), 8);
    std::memcpy(&word, text.data(), n);
    hash = (hash ^ word) * factor;
    hash ^= hash >> 32U;
    text.remove_prefix(n);
  }
  return hash;
}

constexpr std::uint32_t tag_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32U);
}

}  // namespace

FormTable::FormTable() : slots_(256) {
  forms_.emplace_back();
}

// Where the form stands, or the free slot that would hold it.
std::size_t FormTable::slot_of(std::string_view text, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (auto at = static_cast<std::size_t>(hash) & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.form == nothing || (slot.tag == tag_of(hash) && forms_[slot.form].text == text)) return at;
  }
}

const Form* FormTable::find(std::string_view text) const {
  if (text.empty()) return &forms_[nothing];
  const Slot& slot = slots_[slot_of(text, hash_of(text))];
  return slot.form == nothing ? nullptr : &forms_[slot.form];
}

const Form& FormTable::intern(std::string_view text) {
  if (text.empty()) return forms_[nothing];
  const std::uint64_t hash = hash_of(text);
  std::size_t at = slot_of(text, hash);
  if (slots_[at].form != nothing) return forms_[slots_[at].form];
  if (forms_.size() * 4 >= slots_.size() * 3) {
    grow();
    at = slot_of(text, hash);
  }
  Form& form = forms_.emplace_back();
  form.text = keep(text);
  form.hash = hash;
  form.id = static_cast<FormId>(forms_.size() - 1);
  form.lexeme = knowledge::look_up(form.text);
  form.cues = cues_of(form.text);
  form.language_vote = language_vote(form.text);
  slots_[at] = {tag_of(hash), form.id};
  return form;
}

std::string_view FormTable::keep(std::string_view text) {
  if (page_left_ < text.size()) {
    page_left_ = std::max(page_size, text.size());
    pages_.push_back(std::make_unique_for_overwrite<char[]>(page_left_));
  }
  // A page is filled from its end, so that what is left says where.
  page_left_ -= text.size();
  char* place = pages_.back().get() + page_left_;
  std::memcpy(place, text.data(), text.size());
  return {place, text.size()};
}

void FormTable::grow() {
  std::vector<Slot> larger(slots_.size() * 2);
  const std::size_t mask = larger.size() - 1;
  for (FormId id = 1; id < forms_.size(); ++id) {
    const std::uint64_t hash = hash_of(forms_[id].text);
    auto at = static_cast<std::size_t>(hash) & mask;
    while (larger[at].form != nothing) at = (at + 1) & mask;
    larger[at] = {tag_of(hash), id};
  }
  slots_ = std::move(larger);
}

}  // namespace paravent::detect
