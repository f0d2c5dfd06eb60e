#include "detect/name_forms.hpp"

#include <bit>

#include "detect/features.hpp"
#include "detect/joined_name.hpp"

namespace paravent::detect {
namespace {

std::uint64_t letters_of(std::string_view form) {
  std::uint64_t letters = 0;
  for (const char c : form) letters |= std::uint64_t{1} << (static_cast<unsigned char>(c) % 64U);
  return letters;
}

}  // namespace

std::vector<std::string> initials_of(const Tokens& tokens, std::size_t first, std::size_t last) {
  std::string all;
  for (std::size_t i = first; i < last && all.size() <= longest_initials; ++i) {
    const std::string_view form = tokens.form(i);
    if (form.empty() || tokens.all[i].cues.has(WordCue::Particle)) continue;
    all += form.front();
  }
  std::vector<std::string> out;
  // "K." alone is known by its letter, "Jean-Marc" by "jm".
  if (all.size() == 1 && tokens.all[first].shape == Shape::Initial) out.push_back(all);
  if (all.size() < 2 || all.size() > longest_initials) return out;
  if (all.size() > 2 && tokens.all[first + 1].gap.has(Gap::Hyphen)) out.push_back(all.substr(0, 2));
  out.push_back(all);
  std::string ends{all.front(), all.back()};
  if (ends != all) out.push_back(std::move(ends));
  return out;
}

NameHalves halves_of(const Tokens& tokens, std::size_t first, std::size_t last) {
  NameHalves out;
  if (last - first < 2) return out;
  for (std::size_t i = first; i < last && out.surname.size() <= longest_joined; ++i) {
    const bool of_left = i == first || (out.surname.empty() && tokens.all[i].gap.has(Gap::Hyphen));
    (of_left ? out.given : out.surname) += tokens.form(i);
  }
  const bool inverted = !is_likely_given(tokens.all[first]) && is_likely_given(tokens.all[last - 1]);
  if (inverted) out.given.swap(out.surname);
  return out;
}

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
  return form.text.size() + 1 >= shortest_typo && !form.lexeme.word();
}

}  // namespace paravent::detect
