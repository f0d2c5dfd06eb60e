#include "detect/find.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "detect/note_reading.hpp"
#include "detect/refusal.hpp"
#include "markdown/section.hpp"
#include "text/unicode.hpp"

namespace paravent::detect {
namespace {

text::Failure too_large() {
  return {"Ce texte dépasse 64 Mo : il n’a pas été vérifié. Coupez-le en plusieurs fichiers.",
          "This text is larger than 64 MB: it was not checked. Split it into several files."};
}

text::Failure not_utf8() {
  return {
      "Ce texte n’est pas de l’UTF-8 valide : il n’a pas été vérifié. Enregistrez-le en UTF-8, puis "
      "recommencez.",
      "This text is not valid UTF-8: it was not checked. Save it as UTF-8, then try again."};
}

}  // namespace

std::optional<text::Failure> refusal_of(std::string_view text) {
  if (text.size() > max_text_bytes) return too_large();
  if (text::first_invalid_utf8(text) != std::string_view::npos) return not_utf8();
  return std::nullopt;
}

std::vector<KnownName> names_told(const Analysis& analysis) {
  constexpr std::uint16_t sure = 850;
  std::vector<std::uint16_t> best(analysis.entities.size() + 1);
  for (const Finding& finding : analysis.findings)
    best[finding.entity] = std::max(best[finding.entity], finding.score);
  std::vector<KnownName> out;
  for (std::size_t i = 0; i < analysis.entities.size(); ++i) {
    const Entity& entity = analysis.entities[i];
    const bool full = entity.canonical.find(' ') != std::string::npos;
    const bool told = entity.category == Category::Org || entity.category == Category::Project ||
                      (entity.category == Category::Person && full);
    if (told && best[i + 1] >= sure) out.push_back({entity.category, entity.canonical});
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

text::Result<Analysis> find(std::string_view text, const policy::Policy& policy, const Context& context) {
  if (auto refused = refusal_of(text)) return std::move(*refused);
  const std::vector<markdown::Block> sections = markdown::split_sections(text);
  return NoteReading(context, NoteReading::Keep::No).read(text, sections, policy);
}

}  // namespace paravent::detect
