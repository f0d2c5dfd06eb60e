// Who could be recognised by what stays readable of them: a diagnostic at their first mention, a lens over
// the note, and paravent/risk (ARCHITECTURE.md).
//
// Who that is was read when the note was opened or saved: a whole note is too much for every keystroke. Where
// they are named is read from the text as it is now.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lsp-server/json_writer.hpp"
#include "lsp-server/snapshot.hpp"

namespace paravent::lsp {

inline constexpr std::size_t max_risk_remarks = 20;  // a note

// Somebody with whom very few people share what is told.
struct RiskRemark {
  std::string person;       // their canonical name; empty for who is known by a role alone
  std::string combination;  // "DRH + Limoges + 52 ans"
  std::string message;
  bool operator==(const RiskRemark&) const = default;
};

std::vector<RiskRemark> risk_remarks(const Snapshot& snapshot);

// One diagnostic for each that is still named in the text, at the first mention.
void write_risk_diagnostics(JsonWriter& json, const Snapshot& snapshot,
                            const std::vector<RiskRemark>& remarks);

// The result of paravent/risk: all people of whom the present text tells something.
struct RiskPage {
  std::string json;
  std::string message;  // the sentences on those who stand out, for people
};
RiskPage risk_page(const Snapshot& snapshot);

}  // namespace paravent::lsp
