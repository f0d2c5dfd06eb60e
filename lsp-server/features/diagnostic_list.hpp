// What is underlined: the diagnostics of one note, from version to version. The sentence of a diagnostic does
// not say what would stand there: that takes a plan of the whole note, too much for every keystroke; hover
// and code actions say it.
//
// A long note has a thousand, and a keystroke changes a few of them: the others are copied as they were
// written for the version before. What a diagnostic says is a function of its Source and of the list's Manner
// alone, so that what has the same of both reads the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lsp-server/features/related_mentions.hpp"
#include "lsp-server/features/risk.hpp"
#include "lsp-server/snapshot.hpp"

namespace paravent::lsp {

inline constexpr std::size_t max_diagnostics = 1000;  // VS Code shows no more of one source

class DiagnosticList {
 public:
  // All diagnostics of a version, as a JSON array; with other mentions of the same entity if `related`. Above
  // the limit hints give way first, and the last one says how many are missing. `risks` come last, and always
  // find room. Valid until the next call of either.
  const std::string& write(const Snapshot& snapshot, bool related, const std::vector<RiskRemark>& risks = {});
  // Nothing is kept of the note.
  void clear() { *this = {}; }

 private:
  // What all diagnostics depend on.
  struct Manner {
    std::string uri;
    text::Language language = text::Language::French;
    policy::SaveMode save{};
    bool operator==(const Manner&) const = default;
  };
  // What one does.
  struct Source {
    text::PositionRange place;
    std::uint64_t explanation = 0;  // detect::explanation_key
    std::size_t could_be_meant = 0;
    RelatedMentions::Related related;
    bool operator==(const Source&) const = default;
  };
  struct Diagnostic {
    Source source;
    std::size_t begin = 0, size = 0;  // bytes of the JSON
  };

  static Source source_of(const Snapshot& snapshot, const detect::Finding& finding,
                          const text::PositionRange& place);
  // What was written from that source for the version before; empty if nothing was. `next` goes through that
  // version beside the one that is being written.
  std::string_view written_from(const Source& source, std::vector<Diagnostic>::const_iterator& next) const;

  Manner manner_;
  std::vector<Diagnostic> diagnostics_;  // in the order of their places
  std::string json_;
};

}  // namespace paravent::lsp
