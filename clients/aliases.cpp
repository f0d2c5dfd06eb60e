#include "clients/aliases.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "detect/alias_form.hpp"
#include "detect/fictitious_form.hpp"
#include "store/entities.hpp"
#include "text/unicode.hpp"

namespace paravent::clients {
namespace {

using policy::Category;

// "Personne-A" and "Personne A" are one alias.
std::string letters_key(std::string_view alias) {
  std::string out = store::folded_form(alias);
  std::replace_if(out.begin(), out.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  return out;
}

anonymise::Alias alias_of(const store::Entry& entry, std::string alias, std::string canonical) {
  return {entry.category, std::move(alias), std::move(canonical), entry.article};
}

}  // namespace

store::AliasStyle style_of(std::string_view alias) {
  return detect::is_fictitious_form(alias) ? store::AliasStyle::Fictitious : store::AliasStyle::Pseudonym;
}

anonymise::Alias alias_by_name(const store::Entry& entry) {
  return alias_of(entry, entry.alias, entry.canonical);
}

std::vector<anonymise::Alias> further_aliases(const store::Entry& entry, const NameOwners& owners) {
  std::vector<anonymise::Alias> out;
  for (const std::string& form : entry.forms) {
    // "Claire" may be another Claire in the next note; who she is there, its reading decides.
    const bool part_of_a_name = entry.category == Category::Person && !has_several_words(form);
    if (!part_of_a_name && owners.means_one(entry, form)) out.push_back(alias_of(entry, entry.alias, form));
  }
  if (entry.category == Category::Person) {
    for (const std::string& word : owners.shared_words(entry)) {
      out.push_back(alias_of(entry, entry.alias, word));
    }
  }
  for (const std::string& former : entry.former_aliases) out.push_back(alias_of(entry, former, ""));
  return out;
}

std::vector<anonymise::Alias> aliases_to_plan(const std::vector<store::Entry>& entries) {
  std::vector<anonymise::Alias> out;
  NameOwners owners;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    out.push_back(alias_by_name(entries[i]));
    owners.put(i, entries[i]);
  }
  for (const store::Entry& entry : entries) {
    for (anonymise::Alias& alias : further_aliases(entry, owners)) out.push_back(std::move(alias));
  }
  return out;
}

std::vector<anonymise::Alias> aliases_to_restore(const std::vector<store::Entry>& entries) {
  std::vector<anonymise::Alias> out;
  for (const store::Entry& entry : entries) {
    out.push_back(alias_of(entry, entry.alias, entry.canonical));
    for (const std::string& former : entry.former_aliases) {
      out.push_back(alias_of(entry, former, entry.canonical));
    }
  }
  return out;
}

detect::NamesFrom known_names(const std::vector<store::Entry>& entries, detect::KnownNames& names) {
  detect::NamesFrom out{&names, {}, {}};
  for (const store::Entry& entry : entries) {
    const bool is_person = entry.category == Category::Person;
    const std::vector<std::string> full = is_person ? full_names_of(entry) : std::vector<std::string>();
    for (const std::string& name : full) out.people.push_back(names.add({Category::Person, name}));
    const bool is_told = is_person || entry.category == Category::Org || entry.category == Category::Project;
    if (full.empty() && is_told) out.folder.push_back(names.add({entry.category, entry.canonical}));
  }
  for (auto* numbers : {&out.people, &out.folder}) {
    std::sort(numbers->begin(), numbers->end());
    numbers->erase(std::unique(numbers->begin(), numbers->end()), numbers->end());
  }
  return out;
}

std::vector<store::NewEntry> new_entries(const anonymise::Anonymised& done) {
  std::map<std::string_view, const anonymise::AliasForms*> forms;
  for (const anonymise::AliasForms& one : done.forms) forms.emplace(one.alias, &one);
  std::vector<store::NewEntry> out;
  for (const anonymise::Alias& alias : done.aliases) {
    const auto found = forms.find(alias.alias);
    store::NewEntry entry;
    entry.category = alias.category;
    entry.canonical = alias.canonical;
    entry.alias = alias.alias;
    entry.style = style_of(alias.alias);
    entry.article = alias.article;
    if (found != forms.end()) {
      entry.forms = found->second->forms;
      std::erase(entry.forms, entry.canonical);
      entry.sex = found->second->sex;
    }
    out.push_back(std::move(entry));
  }
  return out;
}

void Owners::add(const store::Entry& entry) {
  std::vector<std::string> aliases = entry.former_aliases;
  aliases.insert(aliases.begin(), entry.alias);
  for (const std::string& alias : aliases) {
    const bool invented = style_of(alias) == store::AliasStyle::Fictitious;
    by_alias_.emplace(invented ? text::fold(detect::surname_in(alias)) : letters_key(alias), entry.id);
  }
}

std::string Owners::of(std::string_view written) const {
  const auto owner = [this](const std::string& key) {
    const auto found = by_alias_.find(key);
    return found == by_alias_.end() ? std::string() : found->second;
  };
  detect::AliasForm form = detect::next_alias(written, 0);
  for (; form.size != 0; form = detect::next_alias(written, form.begin + form.size)) {
    const std::string id = owner(letters_key(written.substr(form.begin, form.size)));
    if (!id.empty()) return id;
  }
  for (std::size_t at = 0; at < written.size();) {
    const std::size_t size = detect::fictitious_form_at(written, at);
    if (size != 0) {
      const std::string id = owner(text::fold(detect::surname_in(written.substr(at, size))));
      if (!id.empty()) return id;
    }
    at += std::max<std::size_t>(1, text::decode_at(written, at).size);
  }
  return {};
}

}  // namespace paravent::clients
