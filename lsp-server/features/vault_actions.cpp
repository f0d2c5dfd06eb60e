#include "lsp-server/features/vault_actions.hpp"

#include <algorithm>

#include "detect/alias_form.hpp"
#include "lsp-server/features/mentions.hpp"
#include "lsp-server/features/replacements.hpp"
#include "lsp-server/words.hpp"
#include "text/unicode.hpp"
#include "text/wording.hpp"

namespace paravent::lsp {
namespace {

constexpr std::size_t most_findings = 3;  // more are of no use in a menu
constexpr std::size_t most_others = 5;

std::string folded_alias(std::string_view alias) {
  std::string out = text::fold(alias);
  std::replace_if(out.begin(), out.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  return out;
}

bool goes_by(const Bearer& bearer, std::string_view name) {
  const std::string folded = text::fold(name);
  return text::fold(bearer.canonical) == folded ||
         std::any_of(bearer.forms.begin(), bearer.forms.end(),
                     [&](const std::string& form) { return text::fold(form) == folded; });
}

class Writer {
 public:
  Writer(const Snapshot& snapshot, const KnownInVault& known) : snapshot_(snapshot), known_(known) {}

  void add_ignore(const detect::Finding& finding) {
    const std::string words(words_of(snapshot_, finding));
    for (const bool folder : {false, true}) {
      JsonWriter json = target();
      json.key("range");
      write_range(json, snapshot_, finding.range);
      json.key("folder").boolean(folder).end_object();
      const text::Wording& title = folder ? words::ignore_in_folder : words::ignore_in_note;
      out_.push_back({text::fill(title, snapshot_.language, {words}), "paravent.ignore", json.take()});
    }
  }

  void add_merge(const Bearer& bearer) {
    std::size_t added = 0;
    for (const Bearer& other : known_.bearers) {
      if (other.category != bearer.category || other.alias == bearer.alias) continue;
      if (added++ == most_others) return;
      JsonWriter json = target();
      json.key("kept").string(other.alias).key("other").string(bearer.alias).end_object();
      out_.push_back({text::fill(words::same_as, snapshot_.language, {other.alias, other.canonical}),
                      "paravent.merge", json.take()});
    }
  }

  void add_split(const Bearer& bearer, std::string_view form) {
    if (text::fold(form) == text::fold(bearer.canonical)) return;
    JsonWriter json = target();
    json.key("alias").string(bearer.alias).key("form").string(form).end_object();
    out_.push_back(
        {text::fill(words::another_person, snapshot_.language, {form, bearer.alias, bearer.canonical}),
         "paravent.split", json.take()});
  }

  std::vector<CommandAction> take() { return std::move(out_); }

 private:
  JsonWriter target() const {
    JsonWriter json;
    json.begin_object().key("uri").string(snapshot_.uri);
    return json;
  }

  const Snapshot& snapshot_;
  const KnownInVault& known_;
  std::vector<CommandAction> out_;
};

}  // namespace

const Bearer* bearer_of_alias(const KnownInVault& known, std::string_view written) {
  const std::string folded = folded_alias(written);
  const auto found = std::find_if(known.bearers.begin(), known.bearers.end(),
                                  [&](const Bearer& bearer) { return folded_alias(bearer.alias) == folded; });
  return found == known.bearers.end() ? nullptr : &*found;
}

const Bearer* bearer_of_name(const KnownInVault& known, policy::Category category, std::string_view name) {
  const Bearer* out = nullptr;
  for (const Bearer& bearer : known.bearers) {
    if (bearer.category != category || !goes_by(bearer, name)) continue;
    if (out != nullptr) return nullptr;
    out = &bearer;
  }
  return out;
}

std::vector<CommandAction> vault_actions(const Snapshot& snapshot, const KnownInVault& known,
                                         const text::ByteRange& range) {
  Writer writer(snapshot, known);
  for (const detect::Finding* finding : replaceable_at(snapshot, range, most_findings)) {
    writer.add_ignore(*finding);
    if (finding->category != policy::Category::Person) continue;
    const std::string_view form = words_of(snapshot, *finding);
    if (const Bearer* bearer = bearer_of_name(known, finding->category, form)) {
      writer.add_merge(*bearer);
      writer.add_split(*bearer, form);
    }
  }
  const std::size_t begin = range.begin.value;
  constexpr std::size_t longest_alias = 40;  // bytes
  const std::size_t from = begin > longest_alias ? begin - longest_alias : 0;
  const detect::AliasForm none;
  for (detect::AliasForm alias = detect::next_alias(snapshot.text(), from);
       alias.size != none.size && alias.begin <= range.end.value;
       alias = detect::next_alias(snapshot.text(), alias.begin + alias.size)) {
    if (alias.begin + alias.size < begin) continue;
    const Bearer* bearer = bearer_of_alias(known, snapshot.text().substr(alias.begin, alias.size));
    if (bearer != nullptr && bearer->category == policy::Category::Person) writer.add_merge(*bearer);
    break;
  }
  return writer.take();
}

}  // namespace paravent::lsp
