#include "clients/aliases.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "detect/alias_form.hpp"
#include "detect/fictitious_form.hpp"
#include "detect/joined_name.hpp"
#include "knowledge/lexicon.hpp"
#include "store/entities.hpp"
#include "text/unicode.hpp"

namespace paravent::clients {
namespace {

using policy::Category;

bool has_several_words(std::string_view name) {
  return name.find(' ') != std::string_view::npos;
}

std::string capitalised(std::string_view word) {
  if (word.empty()) return {};
  const text::Codepoint first = text::decode_at(word, 0);
  std::string out;
  text::append_utf8(out, text::to_upper(first.value));
  return out.append(word.substr(first.size));
}

// "Personne-A" and "Personne A" are one alias.
std::string letters_key(std::string_view alias) {
  std::string out = store::folded_form(alias);
  std::replace_if(out.begin(), out.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  return out;
}

anonymise::Alias alias_of(const store::Entry& entry, std::string alias, std::string canonical) {
  return {entry.category, std::move(alias), std::move(canonical), entry.article};
}

// How many entries of a category go by a form.
class FormCounts {
 public:
  explicit FormCounts(const std::vector<store::Entry>& entries) {
    for (const store::Entry& entry : entries) {
      std::set<std::string> own{store::folded_form(entry.canonical)};
      for (const std::string& form : entry.forms) own.insert(store::folded_form(form));
      for (const std::string& form : own) ++counts_[{entry.category, entry.style, form}];
    }
  }
  bool means_one(const store::Entry& entry, std::string_view form) const {
    const auto found = counts_.find({entry.category, entry.style, store::folded_form(form)});
    return found != counts_.end() && found->second == 1;
  }

 private:
  std::map<std::tuple<Category, store::AliasStyle, std::string>, int> counts_;
};

// "Claire Dupont" of "dupont-claire", as names of files have it; nothing of another word.
std::string unglued(std::string_view word) {
  const std::size_t joint = word.find_first_of("-_");
  if (joint == std::string_view::npos || word.find_first_of("-_", joint + 1) != std::string_view::npos)
    return {};
  const std::string_view first = word.substr(0, joint);
  const std::string_view second = word.substr(joint + 1);
  const auto reads = [](std::string_view given, std::string_view surname) {
    return detect::reads_as_name(knowledge::look_up(text::fold(given)),
                                 knowledge::look_up(text::fold(surname)));
  };
  if (reads(first, second) == reads(second, first)) return {};  // "Jean-Paul"
  return reads(first, second) ? capitalised(first) + ' ' + capitalised(second)
                              : capitalised(second) + ' ' + capitalised(first);
}

// Every form that names the person whole: another note may have another of them.
std::vector<std::string> full_names_of(const store::Entry& person) {
  std::vector<std::string> forms = person.forms;
  forms.insert(forms.begin(), person.canonical);
  std::vector<std::string> out;
  for (const std::string& form : forms) {
    std::string whole = has_several_words(form) ? form : unglued(form);
    if (form.find('.') != std::string::npos) whole.clear();  // "C. Dupont" may be another in the next note
    if (!whole.empty()) out.push_back(std::move(whole));
  }
  return out;
}

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> out(1);
  for (const char c : store::folded_form(name)) {
    if (c == ' ') {
      out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  return out;
}

// How many people of a style have a word in one of their names.
class WordOwners {
 public:
  explicit WordOwners(const std::vector<store::Entry>& entries) {
    for (const store::Entry& entry : entries) {
      if (entry.category != Category::Person) continue;
      for (const std::string& word : words_in(entry)) ++owners_[{entry.style, word}];
    }
  }

  // Words that several full names of a person share, and nobody else’s: read alone, such a word could stand
  // for either name, and for no other person.
  std::vector<std::string> shared_words(const store::Entry& person) const {
    std::map<std::string, int> counts;
    for (const std::string& name : full_names_of(person)) {
      const std::vector<std::string> words = words_of(name);
      for (const std::string& word : std::set<std::string>(words.begin(), words.end())) ++counts[word];
    }
    const std::set<std::string> own = words_in(person);
    std::vector<std::string> out;
    for (const auto& [word, count] : counts) {
      const auto found = owners_.find({person.style, word});
      const int others = (found == owners_.end() ? 0 : found->second) - (own.contains(word) ? 1 : 0);
      if (count > 1 && others == 0) out.push_back(word);
    }
    return out;
  }

 private:
  static std::set<std::string> words_in(const store::Entry& entry) {
    std::set<std::string> out;
    const auto add = [&](const std::string& name) {
      for (std::string& word : words_of(name)) out.insert(std::move(word));
    };
    add(entry.canonical);
    for (const std::string& form : entry.forms) add(form);
    return out;
  }

  std::map<std::pair<store::AliasStyle, std::string>, int> owners_;
};

}  // namespace

store::AliasStyle style_of(std::string_view alias) {
  return detect::is_fictitious_form(alias) ? store::AliasStyle::Fictitious : store::AliasStyle::Pseudonym;
}

std::vector<anonymise::Alias> aliases_to_plan(const std::vector<store::Entry>& entries) {
  std::vector<anonymise::Alias> out;
  out.reserve(entries.size());
  for (const store::Entry& entry : entries) out.push_back(alias_of(entry, entry.alias, entry.canonical));
  const FormCounts counts(entries);
  const WordOwners owners(entries);
  for (const store::Entry& entry : entries) {
    for (const std::string& form : entry.forms) {
      // "Claire" may be another Claire in the next note; who she is there, its reading decides.
      const bool part_of_a_name = entry.category == Category::Person && !has_several_words(form);
      if (!part_of_a_name && counts.means_one(entry, form)) out.push_back(alias_of(entry, entry.alias, form));
    }
    if (entry.category == Category::Person) {
      for (const std::string& word : owners.shared_words(entry)) {
        out.push_back(alias_of(entry, entry.alias, word));
      }
    }
    for (const std::string& former : entry.former_aliases) out.push_back(alias_of(entry, former, ""));
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

std::vector<FormsOfEntry> new_forms(const anonymise::Anonymised& done,
                                    const std::vector<store::Entry>& entries) {
  std::map<std::string_view, const store::Entry*> by_alias;
  for (const store::Entry& entry : entries) by_alias.emplace(entry.alias, &entry);
  std::vector<FormsOfEntry> out;
  for (const anonymise::AliasForms& one : done.forms) {
    const auto found = by_alias.find(one.alias);
    if (found == by_alias.end()) continue;
    const store::Entry& entry = *found->second;
    FormsOfEntry fresh{entry.id, {}};
    for (const std::string& form : one.forms) {
      const bool known = form == entry.canonical ||
                         std::find(entry.forms.begin(), entry.forms.end(), form) != entry.forms.end();
      if (!known) fresh.forms.push_back(form);
    }
    if (!fresh.forms.empty()) out.push_back(std::move(fresh));
  }
  return out;
}

Owners::Owners(const std::vector<store::Entry>& entries) {
  for (const store::Entry& entry : entries) {
    std::vector<std::string> aliases = entry.former_aliases;
    aliases.insert(aliases.begin(), entry.alias);
    for (const std::string& alias : aliases) {
      const bool invented = style_of(alias) == store::AliasStyle::Fictitious;
      by_alias_.emplace(invented ? text::fold(detect::surname_in(alias)) : letters_key(alias), entry.id);
    }
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
