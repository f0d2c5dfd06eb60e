#include "clients/name_owners.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "detect/joined_name.hpp"
#include "knowledge/lexicon.hpp"
#include "store/entities.hpp"
#include "text/unicode.hpp"

namespace paravent::clients {
namespace {

using policy::Category;

std::string capitalised(std::string_view word) {
  if (word.empty()) return {};
  const text::Codepoint first = text::decode_at(word, 0);
  std::string out;
  text::append_utf8(out, text::to_upper(first.value));
  return out.append(word.substr(first.size));
}

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

std::string key_of_form(const store::Entry& entry, std::string_view form) {
  return std::string("form ")
             .append(store::code_of(entry.style))
             .append(" ")
             .append(policy::code_of(entry.category)) +
         ' ' + store::folded_form(form);
}

std::string key_of_word(store::AliasStyle style, std::string_view word) {
  return std::string("word ").append(store::code_of(style)).append(" ").append(word);
}

// Of "dupont-claire" also those that it is made of.
std::set<std::string> words_in(const store::Entry& person) {
  std::set<std::string> out;
  const auto add = [&](const std::string& name) {
    for (std::string& word : words_of(name)) out.insert(std::move(word));
  };
  add(person.canonical);
  for (const std::string& form : person.forms) add(form);
  for (const std::string& name : full_names_of(person)) add(name);
  return out;
}

std::set<std::string> keys_of(const store::Entry& entry) {
  std::set<std::string> out{key_of_form(entry, entry.canonical)};
  for (const std::string& form : entry.forms) out.insert(key_of_form(entry, form));
  if (entry.category != Category::Person) return out;
  for (const std::string& word : words_in(entry)) out.insert(key_of_word(entry.style, word));
  return out;
}

std::vector<std::string> without(const std::set<std::string>& all, const std::set<std::string>& others) {
  std::vector<std::string> out;
  std::set_difference(all.begin(), all.end(), others.begin(), others.end(), std::back_inserter(out));
  return out;
}

}  // namespace

bool has_several_words(std::string_view name) {
  return name.find(' ') != std::string_view::npos;
}

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

std::set<std::size_t> NameOwners::put(std::size_t place, const store::Entry& entry) {
  if (place >= keys_.size()) keys_.resize(place + 1);
  std::set<std::string> keys = keys_of(entry);
  std::set<std::size_t> out{place};
  // Nothing else changes for an owner who stays one of several.
  for (const std::string& key : without(keys_[place], keys)) {
    std::set<std::size_t>& owners = owners_[key];
    owners.erase(place);
    if (owners.size() == 1) out.insert(*owners.begin());
    if (owners.empty()) owners_.erase(key);
  }
  for (const std::string& key : without(keys, keys_[place])) {
    std::set<std::size_t>& owners = owners_[key];
    if (owners.size() == 1) out.insert(*owners.begin());
    owners.insert(place);
  }
  keys_[place] = std::move(keys);
  return out;
}

bool NameOwners::means_one(const store::Entry& entry, std::string_view form) const {
  const auto found = owners_.find(key_of_form(entry, form));
  return found != owners_.end() && found->second.size() == 1;
}

std::vector<std::string> NameOwners::shared_words(const store::Entry& person) const {
  std::map<std::string, int> counts;
  for (const std::string& name : full_names_of(person)) {
    const std::vector<std::string> words = words_of(name);
    for (const std::string& word : std::set<std::string>(words.begin(), words.end())) ++counts[word];
  }
  std::vector<std::string> out;
  for (const auto& [word, count] : counts) {
    if (count < 2) continue;
    const auto found = owners_.find(key_of_word(person.style, word));
    if (found != owners_.end() && found->second.size() == 1) out.push_back(word);
  }
  return out;
}

}  // namespace paravent::clients
