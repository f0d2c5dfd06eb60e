// A hash map from folded forms to what is known of them in this note. Most words of a note are in none: a
// small filter on length and first letter answers for them.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace paravent::detect {

// The forms are not copied: they must outlive the map.
template <class Value>
class FormMap {
 public:
  Value* find(std::string_view form) {
    return const_cast<Value*>(static_cast<const FormMap*>(this)->find(form));
  }
  const Value* find(std::string_view form) const {
    if (form.empty() || !may_hold(form)) return nullptr;
    for (std::size_t at = hash(form);; ++at) {
      const Slot& slot = slots_[at & (slots_.size() - 1)];
      if (slot.form.empty()) return nullptr;
      if (slot.form == form) return &slot.value;
    }
  }

  // Only for a form that is not empty.
  Value& operator[](std::string_view form) {
    if (count_ * 2 >= slots_.size()) grow();
    filter_[form.size() % filter_.size()] |= letter_bit(form);
    return insert(form);
  }

  bool empty() const { return count_ == 0; }

 private:
  struct Slot {
    std::string_view form;
    Value value{};
  };

  static std::uint64_t letter_bit(std::string_view form) {
    return std::uint64_t{1} << (static_cast<unsigned char>(form.front()) % 64U);
  }
  bool may_hold(std::string_view form) const {
    return (filter_[form.size() % filter_.size()] & letter_bit(form)) != 0;
  }
  static std::size_t hash(std::string_view form) {
    std::uint64_t h = 14695981039346656037ULL;
    for (const char c : form) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return static_cast<std::size_t>(h ^ (h >> 29U));
  }

  Value& insert(std::string_view form) {
    for (std::size_t at = hash(form);; ++at) {
      Slot& slot = slots_[at & (slots_.size() - 1)];
      if (slot.form.empty()) {
        slot.form = form;
        ++count_;
      }
      if (slot.form == form) return slot.value;
    }
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : slots_.size() * 2);
    old.swap(slots_);
    count_ = 0;
    for (const Slot& slot : old) {
      if (!slot.form.empty()) insert(slot.form) = slot.value;
    }
  }

  std::vector<Slot> slots_;
  std::size_t count_ = 0;
  std::array<std::uint64_t, 32> filter_{};
};

}  // namespace paravent::detect
