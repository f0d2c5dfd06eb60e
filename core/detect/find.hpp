// find(text, policy, context) → findings: the first of the two pure functions that carry the product.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "detect/finding.hpp"
#include "policy/policy.hpp"
#include "text/result.hpp"

namespace paravent::detect {

// A name that another note of the folder tells.
struct KnownName {
  Category category = Category::Person;  // Person, Org or Project
  std::string name;                      // the fullest form: "Claire Dupont"
  auto operator<=>(const KnownName&) const = default;
};

// Whether the user wants a finding of that text left alone: then it is none. The same answer each time.
using SetAside = std::function<bool(Category, std::string_view text)>;

// Some of the names of detect/known_names.hpp: a list of thousands that costs a note only what it may mean.
class KnownNames;
using NameNumber = std::uint32_t;
struct NamesFrom {
  const KnownNames* names = nullptr;
  // Sorted, each once; the same as the lists of a Context.
  std::vector<NameNumber> people, folder;
};

// What else is known when a note is read.
struct Context {
  std::string_view
      file_stem;  // name of the note without folder and ending: names in it count as mentions elsewhere
  std::vector<std::string> people;  // declared people, canonical forms
  std::vector<KnownName> folder;    // of the other notes of the client folder
  SetAside set_aside;               // empty: nothing is
  std::vector<NamesFrom> known;     // more people and names of the folder
};

// The same with all names in its own lists, which are sorted if they were not all there.
Context in_full(const Context& context);

inline constexpr std::size_t max_text_bytes = 64U << 20U;

// Everything found in a text (UTF-8). Linear in its size. A failure (ill-formed UTF-8, above max_text_bytes)
// means: not checked, and nothing may be done with that text.
text::Result<Analysis> find(std::string_view text, const policy::Policy& policy, const Context& context);

// What a note tells the others of its folder: its people by given name and surname, organisations and
// projects that it is sure of; sorted, each once. Cited authors are nobody’s clients.
std::vector<KnownName> names_told(const Analysis& analysis);

}  // namespace paravent::detect
