// A note, and what is told of its people.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "anonymise/plan.hpp"
#include "detect/find.hpp"
#include "risk/risk.hpp"
#include "risk/words.hpp"

namespace paravent::risk::test {

inline std::vector<Person> people_of(const std::string& note,
                                     text::Language language = text::Language::French) {
  const auto analysis = detect::find(note, {}, {});
  return analysis ? assess(note, *analysis, language) : std::vector<Person>{};
}

// The same once the note was anonymised.
inline std::vector<Person> people_after(const std::string& note) {
  const auto anonymised = anonymise::anonymise(note, {}, {});
  return anonymised ? people_of(anonymised->text) : std::vector<Person>{};
}

// "DRH + Limoges + 52 ans: very-few" a person.
inline std::vector<std::string> told(const std::vector<Person>& people) {
  std::vector<std::string> out;
  out.reserve(people.size());
  for (const Person& person : people) {
    out.push_back(combination(person) + ": " + std::string(code_of(person.grade)));
  }
  return out;
}

}  // namespace paravent::risk::test
