// Short ways to ask what becomes of a marked note.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "anonymise/plan.hpp"
#include "support/marked_text.hpp"

namespace paravent::anonymise {

inline policy::Policy with_style(policy::Style style) {
  policy::Policy policy;
  policy.style = style;
  return policy;
}

inline std::string rewritten(std::string_view marked, policy::Style style,
                             text::Language language = text::Language::French,
                             const std::vector<Alias>& known = {}) {
  const auto note = testing_support::read_marked(marked, language);
  const auto planned = plan(note.text, note.analysis, with_style(style), known);
  if (!planned) {
    ADD_FAILURE() << planned.failure().en;
    return {};
  }
  return planned->edits.apply(note.text);
}

struct Example {
  std::string marked;
  std::string expected;
};

}  // namespace paravent::anonymise
