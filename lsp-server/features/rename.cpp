#include "lsp-server/features/rename.hpp"

#include <algorithm>
#include <optional>

#include "anonymise/chosen_name.hpp"
#include "anonymise/plan.hpp"
#include "detect/alias_form.hpp"
#include "detect/fictitious_form.hpp"
#include "lsp-server/features/invented_rename.hpp"
#include "lsp-server/features/mentions.hpp"
#include "lsp-server/words.hpp"
#include "text/unicode.hpp"
#include "text/wording.hpp"

namespace paravent::lsp {
namespace {

using Edits = std::vector<text::TextEdit>;

constexpr std::size_t longest_name = 200;  // bytes
constexpr std::size_t longest_alias = 40;  // bytes: a noun, a blank, letters and digits

text::Failure refused(const text::Wording& words) {
  return {std::string(words.fr), std::string(words.en)};
}

// What stands at a place and can be renamed: a person, or an alias.
struct Target {
  text::ByteRange range;
  const detect::Finding* person = nullptr;  // none for an alias
  const Bearer* invented = nullptr;         // who has this invented name
};

std::optional<text::ByteRange> alias_at(std::string_view text, std::size_t at) {
  for (std::size_t begin = at > longest_alias ? at - longest_alias : 0; begin <= at; ++begin) {
    std::size_t length = 0;
    if (detect::is_alias_at(text, begin, &length) && at <= begin + length) {
      return text::range(begin, begin + length);
    }
  }
  return std::nullopt;
}

std::optional<Target> target_at(const Snapshot& snapshot, const KnownInVault& known,
                                const text::Position& position) {
  const text::ByteOffset at = snapshot.document.lines().offset(position, snapshot.text(), snapshot.encoding);
  const detect::Finding* finding = finding_at(snapshot, at);
  if (finding != nullptr && finding->category == policy::Category::Person && finding->entity != 0) {
    return Target{finding->range, finding, nullptr};
  }
  // It may stand there in part: "Mme Vauremelle".
  if (const auto name = invented_at(snapshot, known, at)) return Target{name->range, nullptr, name->bearer};
  if (const auto alias = alias_at(snapshot.text(), at.value)) return Target{*alias, nullptr, nullptr};
  return std::nullopt;
}

// "Personne-A" and "Personne_A" are "Personne A".
std::string with_plain_blank(std::string_view alias) {
  std::string out;
  for (std::size_t at = 0; at < alias.size();) {
    const text::Codepoint c = text::decode_at(alias, at);
    if (c.value == U'-' || c.value == U'_' || text::is_space(c.value)) {
      out += ' ';
    } else {
      out.append(alias.substr(at, c.size));
    }
    at += c.size;
  }
  return out;
}

std::string trimmed(std::string_view name) {
  constexpr std::string_view blanks = " \t";
  const std::size_t first = name.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return std::string(name.substr(first, name.find_last_not_of(blanks) - first + 1));
}

bool has_control_character(std::string_view name) {
  return std::any_of(name.begin(), name.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
  });
}

template <class F>
void for_each_alias(std::string_view text, F f) {
  detect::AliasForm alias = detect::next_alias(text, 0);
  for (; alias.size != 0; alias = detect::next_alias(text, alias.begin + alias.size)) {
    f(text::range(alias.begin, alias.begin + alias.size));
  }
}

// Two who share a name could not be told apart any more.
bool belongs_to_another(const Snapshot& snapshot, const Target& target, const std::string& name) {
  const std::string folded = text::fold(name);
  const detect::EntityId self = target.person == nullptr ? 0 : target.person->entity;
  for (std::size_t i = 0; i < snapshot.analysis.entities.size(); ++i) {
    if (i + 1 != self && text::fold(snapshot.analysis.entities[i].canonical) == folded) return true;
  }
  for (const detect::Finding& finding : snapshot.analysis.findings) {
    const bool other = finding.entity != self || self == 0;
    if (other && text::fold(words_of(snapshot, finding)) == folded) return true;
  }
  const std::string old =
      with_plain_blank(snapshot.text().substr(target.range.begin.value, target.range.size()));
  bool taken = false;
  for_each_alias(snapshot.text(), [&](const text::ByteRange& alias) {
    const std::string there = with_plain_blank(snapshot.text().substr(alias.begin.value, alias.size()));
    taken = taken || (there != old && text::fold(there) == folded);
  });
  return taken;
}

// What may be the name of somebody.
text::Result<std::string> new_name_of(const RenameParams& params) {
  const std::string name = trimmed(params.new_name);
  if (name.empty()) return refused(words::rename_empty);
  if (has_control_character(name) || name.size() > longest_name) return refused(words::rename_one_line);
  // Invented names are written as names are, however they were typed.
  return anonymise::as_invented_name(name).value_or(name);
}

}  // namespace

Edits other_alias(std::string_view text, const std::vector<std::string>& old, const std::string& name) {
  Edits edits;
  for_each_alias(text, [&](const text::ByteRange& alias) {
    const std::string_view there = text.substr(alias.begin.value, alias.size());
    if (std::find(old.begin(), old.end(), with_plain_blank(there)) == old.end()) return;
    std::string written = name;
    for (const char joint : {'-', '_'}) {
      if (there.find(joint) != std::string_view::npos)
        std::replace(written.begin(), written.end(), ' ', joint);
    }
    edits.push_back({alias, std::move(written)});
  });
  return edits;
}

bool has_alias(std::string_view text, std::string_view alias) {
  const std::string folded = text::fold(alias);
  bool found = false;
  for_each_alias(text, [&](const text::ByteRange& there) {
    found = found || text::fold(with_plain_blank(text.substr(there.begin.value, there.size()))) == folded;
  });
  return found;
}

text::Result<FolderRename> folder_rename(const Snapshot& snapshot, const KnownInVault& known,
                                         const RenameParams& params) {
  const auto target = target_at(snapshot, known, params.position);
  if (!target) return refused(words::rename_nothing);
  const auto name = new_name_of(params);
  if (!name) return name.failure();
  FolderRename out;
  out.alias = *name;
  if (target->invented != nullptr) {
    out.who = *target->invented;
    const std::string whole = anonymise::with_other_half(*name, out.who.alias);
    out.alias = anonymise::as_invented_name(whole).value_or(whole);
    return out;
  }
  if (target->person == nullptr) {
    out.who.alias = with_plain_blank(snapshot.text().substr(target->range.begin.value, target->range.size()));
    return out;
  }
  const detect::Entity& entity = snapshot.analysis.entities[target->person->entity - 1];
  out.who.category = entity.category;
  out.who.canonical = entity.canonical;
  for (const detect::Finding* mention : mentions_of(snapshot, *target->person)) {
    std::string form(words_of(snapshot, *mention));
    const bool there = form == out.who.canonical ||
                       std::find(out.who.forms.begin(), out.who.forms.end(), form) != out.who.forms.end();
    if (!there) out.who.forms.push_back(std::move(form));
  }
  auto edits = edits_with_name(snapshot, mentions_of(snapshot, *target->person), *name);
  if (!edits) return edits.failure();
  out.names = std::move(*edits);
  return out;
}

text::Result<FolderRename> checked(FolderRename target, const Snapshot& snapshot, const KnownInVault& known,
                                   policy::Style style) {
  const bool by_name = target.who.alias.empty();
  if (by_name ? style != policy::Style::Fictitious : !is_invented(target.who)) {
    if (!detect::is_fictitious_form(target.alias)) return target;
    return text::Failure{text::fill(words::rename_letters_wanted, text::Language::French, {target.alias}),
                         text::fill(words::rename_letters_wanted, text::Language::English, {target.alias})};
  }
  const auto allowed = chosen_invented_name(snapshot, known, target.who, target.alias);
  if (!allowed) return allowed.failure();
  target.folder = known.to_restore;
  const std::string surname = text::fold(detect::surname_in(target.alias));
  const Bearer* self = invented_bearer(known, target.who.canonical);
  target.keeps_surname =
      std::any_of(known.to_restore.begin(), known.to_restore.end(), [&](const anonymise::Alias& alias) {
        return self != nullptr && alias.canonical == self->canonical &&
               detect::is_fictitious_form(alias.alias) &&
               text::fold(detect::surname_in(alias.alias)) == surname;
      });
  return target;
}

bool stands_already(const FolderRename& target, std::string_view text) {
  if (!detect::is_fictitious_form(target.alias)) return has_alias(text, target.alias);
  // It is nobody else’s; so is every part of it that tells people apart.
  return !target.keeps_surname && anonymise::has_surname_of(text, target.alias);
}

Edits with_other_alias(const FolderRename& target, std::string_view text,
                       const std::vector<std::string>& old) {
  if (!detect::is_fictitious_form(target.alias)) return other_alias(text, old, target.alias);
  return anonymise::other_name(text, old, target.alias, target.folder).all();
}

// The plan of a note that holds this person alone, with the new name for an alias: it knows elision, tags and
// links.
text::Result<Edits> edits_with_name(const Snapshot& snapshot,
                                    const std::vector<const detect::Finding*>& mentions,
                                    const std::string& name) {
  detect::Analysis alone;
  alone.entities = snapshot.analysis.entities;
  alone.language = snapshot.analysis.language;
  for (const detect::Finding* mention : mentions) {
    alone.findings.push_back(*mention);
    alone.findings.back().hint = false;
  }
  policy::Policy policy = snapshot.policy;
  // An invented name is written by its surname where the real one was.
  const bool invented = detect::is_fictitious_form(name);
  policy.style = invented ? policy::Style::Fictitious : policy::Style::Pseudonym;
  policy.ignored = {};
  const detect::Entity& entity = snapshot.analysis.entities[mentions.front()->entity - 1];
  const auto plan = anonymise::plan(snapshot.text(), alone, policy,
                                    std::vector<anonymise::Alias>{{entity.category, name, entity.canonical}});
  if (!plan) return plan.failure();
  Edits edits = plan->edits.all();
  // "la personne Ilyès": an alias takes the noun along, a name leaves it.
  for (std::size_t i = 0; i < edits.size() && i < alone.findings.size(); ++i) {
    const text::ByteRange& mention = alone.findings[i].range;
    if (!edits[i].range.contains(mention)) continue;
    const std::string_view before =
        snapshot.text().substr(edits[i].range.begin.value, mention.begin - edits[i].range.begin);
    if (text::fold(before).find("person") != std::string::npos) edits[i] = {mention, name};
  }
  return edits;
}

text::Result<std::string> prepare_rename(const Snapshot& snapshot, const KnownInVault& known,
                                         const text::Position& position) {
  const auto target = target_at(snapshot, known, position);
  if (!target) return refused(words::rename_nothing);
  JsonWriter json;
  json.begin_object().key("range");
  write_range(json, snapshot, target->range);
  // The whole name is chosen, where a part of it stands, too.
  json.key("placeholder")
      .string(target->invented != nullptr
                  ? std::string_view(target->invented->alias)
                  : snapshot.text().substr(target->range.begin.value, target->range.size()));
  json.end_object();
  return json.take();
}

text::Result<Edits> rename(const Snapshot& snapshot, const RenameParams& params) {
  const auto target = target_at(snapshot, {}, params.position);
  if (!target) return refused(words::rename_nothing);
  const auto given = new_name_of(params);
  if (!given) return given.failure();
  const std::string& name = *given;
  if (belongs_to_another(snapshot, *target, name)) return refused(words::rename_taken);
  if (target->person != nullptr) {
    return edits_with_name(snapshot, mentions_of(snapshot, *target->person), name);
  }
  const std::string_view old = snapshot.text().substr(target->range.begin.value, target->range.size());
  return other_alias(snapshot.text(), {with_plain_blank(old)}, name);
}

}  // namespace paravent::lsp
