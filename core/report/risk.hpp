// The risk of being recognised, of one input, as other programs and people read it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "risk/risk.hpp"
#include "text/decode.hpp"
#include "text/language.hpp"

namespace paravent::report {

// One input that was assessed. `text` is what was read: the input itself, or its anonymised copy.
struct Assessed {
  std::string_view name;  // as given
  std::string_view text;
  // Maps offsets back to the bytes of the file; none where `text` is not the file's own.
  const text::Decoded* decoded = nullptr;
  const std::vector<risk::Person>& people;
};

// {"file": …, "people": [{"entity", "start", "end", "grade", "estimate", "combination", "facts", "changes",
// "message"}]}. Offsets are bytes of the file, or of the anonymised copy.
void append_risk_json_line(std::string& out, const Assessed& input, const detect::Analysis& analysis,
                           text::Language language);

// Lines for people: place, who, the combination and how many share it, what to change.
void append_risk_text(std::string& out, const Assessed& input, text::Language language);

// True where fewer than a hundred people share what is told of somebody (exit code 1).
bool anybody_stands_out(const std::vector<risk::Person>& people);

}  // namespace paravent::report
