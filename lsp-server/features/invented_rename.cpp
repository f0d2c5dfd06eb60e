#include "lsp-server/features/invented_rename.hpp"

#include <algorithm>

#include "anonymise/chosen_name.hpp"
#include "detect/fictitious_form.hpp"
#include "lsp-server/features/mentions.hpp"
#include "lsp-server/words.hpp"
#include "text/unicode.hpp"
#include "text/wording.hpp"

namespace paravent::lsp {
namespace {

using anonymise::NamesInUse;
using Because = anonymise::Objection::Because;

const text::Wording& words_for(Because because) {
  switch (because) {
    case Because::RealName:
      return words::rename_real_person;
    case Because::Author:
      return words::rename_author;
    case Because::OtherAlias:
      return words::rename_surname_taken;
    case Because::NotReserved:
      break;
  }
  return words::rename_not_invented;
}

bool goes_by(const Bearer& bearer, std::string_view folded) {
  return text::fold(bearer.canonical) == folded ||
         std::any_of(bearer.forms.begin(), bearer.forms.end(),
                     [&](const std::string& form) { return text::fold(form) == folded; });
}

// In the note and in what the vault tells of its folder.
NamesInUse names_in_use(const Snapshot& snapshot, const KnownInVault& known, const Bearer& person) {
  NamesInUse out;
  out.real = known.people;
  for (const detect::KnownName& name : known.folder) {
    if (name.category == policy::Category::Person) out.real.push_back(name.name);
  }
  for (const Bearer& bearer : known.bearers) {
    if (bearer.category != policy::Category::Person) continue;
    out.real.push_back(bearer.canonical);
    out.real.insert(out.real.end(), bearer.forms.begin(), bearer.forms.end());
  }
  for (const detect::Finding& finding : snapshot.analysis.findings) {
    if (finding.category == policy::Category::Person) out.real.emplace_back(words_of(snapshot, finding));
  }
  const Bearer* self = invented_bearer(known, person.canonical);
  for (const anonymise::Alias& alias : known.to_restore) {
    const bool own = self != nullptr && alias.canonical == self->canonical;
    if (!own && detect::is_fictitious_form(alias.alias)) out.invented.push_back(alias.alias);
  }
  return out;
}

knowledge::Sex sex_of(const Snapshot& snapshot, std::string_view canonical) {
  for (const detect::Entity& entity : snapshot.analysis.entities) {
    if (entity.category == policy::Category::Person && entity.canonical == canonical) return entity.sex;
  }
  return knowledge::Sex::Unknown;
}

}  // namespace

bool is_invented(const Bearer& bearer) {
  return detect::is_fictitious_form(bearer.alias);
}

const Bearer* invented_bearer(const KnownInVault& known, std::string_view real_name) {
  const std::string folded = text::fold(real_name);
  const Bearer* out = nullptr;
  for (const Bearer& bearer : known.bearers) {
    if (!is_invented(bearer) || !goes_by(bearer, folded)) continue;
    if (out != nullptr) return nullptr;
    out = &bearer;
  }
  return out;
}

std::optional<InventedAt> invented_at(const Snapshot& snapshot, const KnownInVault& known,
                                      text::ByteOffset at) {
  const auto mention = anonymise::invented_name_at(snapshot.text(), at, known.to_restore);
  if (!mention) return std::nullopt;
  for (const Bearer& bearer : known.bearers) {
    if (bearer.alias == mention->alias->alias) return InventedAt{mention->range, &bearer};
  }
  // A name from before stands for whoever is really called that.
  const Bearer* bearer = invented_bearer(known, mention->alias->canonical);
  if (bearer == nullptr) return std::nullopt;
  return InventedAt{mention->range, bearer};
}

text::Result<std::string> chosen_invented_name(const Snapshot& snapshot, const KnownInVault& known,
                                               const Bearer& person, std::string_view typed) {
  const NamesInUse used = names_in_use(snapshot, known, person);
  const auto objection = anonymise::objection_to(typed, used);
  if (!objection) return std::string(typed);
  // Not the one that is to go, either.
  anonymise::NamesInUse taken = used;
  taken.invented.push_back(person.alias);
  const std::string other =
      anonymise::name_instead_of(typed, person.canonical, sex_of(snapshot, person.canonical), taken);
  const text::Wording& words = words_for(objection->because);
  return text::Failure{text::fill(words, text::Language::French, {objection->word, other}),
                       text::fill(words, text::Language::English, {objection->word, other})};
}

}  // namespace paravent::lsp
