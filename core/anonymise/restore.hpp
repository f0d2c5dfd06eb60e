// Names come back into a text that holds aliases, whatever an AI or a person has made of it since.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "anonymise/plan.hpp"
#include "text/text_edit.hpp"

namespace paravent::anonymise {

struct Restored {
  std::string text;
  text::TextEdits edits;  // of the text that was given
  // Of `text`: forms of aliases that stand for nobody known, or for two. They hold no personal data.
  std::vector<text::ByteRange> leftovers;
};

// Every alias becomes the name it stands for, with articles, elision and contraction redone. `aliases` are
// those of one client folder; when in doubt an alias stays. Restoring what comes out changes nothing.
Restored restore(std::string_view text, const std::vector<Alias>& aliases);

}  // namespace paravent::anonymise
