#include "anonymise/untold_name.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "anonymise/name_line.hpp"
#include "anonymise/plan.hpp"
#include "anonymise/telling_names.hpp"
#include "detect/find.hpp"

namespace paravent::anonymise {
namespace {

constexpr std::string_view nothing_left = "Note";

policy::Policy policy_of_names(policy::Policy policy) {
  policy.style = policy::Style::Pseudonym;
  policy.ignored.insert(policy::Category::Date);
  return policy;
}

// The note's own aliases first: a person is called in the file name as in the note.
text::Result<std::vector<Alias>> aliases_of(std::string_view note, const policy::Policy& policy) {
  const auto analysis = detect::find(note, policy, {});
  if (!analysis) return analysis.failure();
  auto planned = plan(note, *analysis, policy, {});
  if (!planned) return planned.failure();
  return std::move(planned->new_aliases);
}

// The line of the name, as the plan of the whole writes it.
std::string line_after(const WithLines& read, const text::TextEdits& edits) {
  const text::ByteRange line = read.lines.front();
  std::string out;
  std::size_t done = line.begin.value;
  for (const text::TextEdit& edit : edits.all()) {
    if (!line.contains(edit.range)) continue;
    out.append(read.text, done, edit.range.begin.value - done).append(edit.replacement);
    done = edit.range.end.value;
  }
  return out.append(read.text, done, line.end.value - done);
}

// "claire", where the note knows Claire Dupont.
const Alias* alias_with_word(const std::vector<Alias>& aliases, std::string_view folded) {
  const auto found = std::find_if(aliases.begin(), aliases.end(), [&](const Alias& alias) {
    const auto words = name_words(alias.canonical);
    return std::any_of(words.begin(), words.end(),
                       [&](const NameWord& word) { return word.folded == folded; });
  });
  return found == aliases.end() ? nullptr : &*found;
}

// Words that tell by themselves and that no finding covered.
std::string without_telling_words(const std::string& name, std::string_view note,
                                  const policy::Policy& policy, const std::vector<Alias>& aliases) {
  const std::vector<NameWord> words = name_words(name);
  std::vector<std::string> each;
  each.reserve(words.size());
  for (const NameWord& word : words) each.push_back(name.substr(word.range.begin.value, word.range.size()));
  const std::vector<bool> telling = telling_names(each, note, policy);
  std::string out;
  std::size_t done = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!telling[i]) continue;
    out.append(name, done, words[i].range.begin.value - done);
    const Alias* alias = alias_with_word(aliases, words[i].folded);
    if (alias != nullptr && !out.ends_with(alias->alias + " ")) out += alias->alias;
    done = words[i].range.end.value;
  }
  return out.append(name, done);
}

// What no system takes in a file name, and no wikilink in a link, becomes a blank; blanks and joints that
// lead nowhere go.
std::string tidy(std::string_view name) {
  constexpr std::string_view refused = "/\\:*?\"<>|#^[]";
  constexpr std::string_view joints = " -_.,;";
  std::string out;
  for (const char c : name) {
    const bool blank =
        c == ' ' || static_cast<unsigned char>(c) < 0x20 || refused.find(c) != std::string_view::npos;
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  const std::size_t first = out.find_first_not_of(joints);
  if (first == std::string::npos) return {};
  return out.substr(first, out.find_last_not_of(joints) - first + 1);
}

}  // namespace

bool tells_of_someone(const std::string& name, std::string_view note, const policy::Policy& policy) {
  return telling_names(std::array{name}, note, policy_of_names(policy)).front();
}

text::Result<std::string> untold_name(const std::string& name, std::string_view note,
                                      const policy::Policy& policy) {
  const policy::Policy of_names = policy_of_names(policy);
  auto known = aliases_of(note, of_names);
  if (!known) return known.failure();
  const WithLines read = with_lines(std::array{name}, note);
  const auto analysis = detect::find(read.text, of_names, {});
  if (!analysis) return analysis.failure();
  const auto planned = plan(read.text, *analysis, of_names, *known);
  if (!planned) return planned.failure();
  known->insert(known->end(), planned->new_aliases.begin(), planned->new_aliases.end());

  std::string out = tidy(line_after(read, planned->edits));
  if (tells_of_someone(out, note, policy)) out = tidy(without_telling_words(out, note, of_names, *known));
  // Initials tell together, and not one by one.
  if (out.empty() || tells_of_someone(out, note, policy)) out = nothing_left;
  return out;
}

}  // namespace paravent::anonymise
