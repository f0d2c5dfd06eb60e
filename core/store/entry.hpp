// What the vault tells: plain values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "anonymise/own_article.hpp"
#include "knowledge/lexicon.hpp"
#include "policy/category.hpp"

namespace paravent::store {

// Seconds since 1970-01-01, UTC. The store reads no clock: whoever writes says when.
struct Moment {
  std::int64_t seconds = 0;
  auto operator<=>(const Moment&) const = default;
};

enum class AliasStyle : std::uint8_t { Pseudonym, Fictitious };
std::string_view code_of(AliasStyle style);  // "pseudonym": in the database
std::optional<AliasStyle> alias_style_of(std::string_view code);

// Somebody or something that needs an alias.
struct NewEntry {
  policy::Category category = policy::Category::Person;
  std::string canonical;           // "Claire Dupont"
  std::vector<std::string> forms;  // as it is written in notes; the canonical form need not be repeated
  knowledge::Sex sex = knowledge::Sex::Unknown;
  std::string alias;  // "Personne A"
  AliasStyle style = AliasStyle::Pseudonym;
  anonymise::OwnArticle article = anonymise::OwnArticle::Unknown;
};

struct Entry : NewEntry {
  std::string id;
  std::vector<std::string> former_aliases;  // still stand in texts that were shared before a rename or merge
};

// The entries of a client folder, and how often it had been changed when they were read.
struct Known {
  std::int64_t generation = 0;
  std::vector<Entry> entries;  // in the order in which they were remembered
  // For whoever keeps what he worked out of them: the places of entries that came or changed since this was
  // first read, in turn.
  std::vector<std::size_t> changes;
};
// As the vault keeps it: it follows what comes and changes as long as nothing goes. Then the vault gives
// another one, and this one stays as it was.
using SharedKnown = std::shared_ptr<const Known>;

struct Remembered {
  bool kept = false;  // else nothing was written: plan anew from `known`, without the refused aliases
  SharedKnown known;  // as it is now
  std::vector<std::string> refused_aliases;  // taken, or given once to somebody who was forgotten
};

struct FolderSummary {
  std::string id;
  std::int64_t entries = 0;
};

}  // namespace paravent::store
