#include "detect/name_forms.hpp"

#include <bit>

namespace paravent::detect {
namespace {

std::uint64_t letters_of(std::string_view form) {
  std::uint64_t letters = 0;
  for (const char c : form) letters |= std::uint64_t{1} << (static_cast<unsigned char>(c) % 64U);
  return letters;
}

}  // namespace

std::uint64_t hash_without(std::string_view form, std::size_t skipped) {
  std::uint64_t h = 14695981039346656037ULL;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (i != skipped) h = (h ^ static_cast<unsigned char>(form[i])) * 1099511628211ULL;
  }
  return h;
}

std::uint64_t hash_of_both(std::string_view first, std::string_view second) {
  std::uint64_t h = 14695981039346656037ULL;
  for (const std::string_view form : {first, second}) {
    for (const char c : form) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  }
  return h;
}

bool are_near(std::string_view a, std::string_view b) {
  if (a.size() > b.size() + 1 || b.size() > a.size() + 1) return false;
  if (std::popcount(letters_of(a) ^ letters_of(b)) > 2) return false;
  for (std::size_t i = 0; i <= a.size(); ++i) {
    const std::uint64_t hash = hash_without(a, i);
    for (std::size_t k = 0; k <= b.size(); ++k) {
      if (hash == hash_without(b, k)) return true;
    }
  }
  return false;
}

bool may_be_misspelt(const Form& form) {
  return form.text.size() + 1 >= shortest_typo && !form.lexeme.french_word() && !form.lexeme.english;
}

}  // namespace paravent::detect
