#include "anonymise/alias_index.hpp"

#include "anonymise/reading.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

bool none_known(const AliasNounForm&, const std::string&) {
  return false;
}

}  // namespace

std::optional<WrittenAlias> as_reserved(std::string_view name) {
  std::optional<WrittenAlias> out = alias_written_at(name, 0, none_known);
  if (!out || !out->reserved || out->begin != 0 || out->end != name.size() || out->items.size() != 1)
    return std::nullopt;
  return out;
}

AliasIndex::AliasIndex(const std::vector<Alias>& aliases) {
  for (const Alias& alias : aliases) {
    const std::optional<WrittenAlias> form = as_reserved(alias.alias);
    if (!form) {
      fictitious_.push_back(&alias);
      continue;
    }
    const Key key{form->noun->category, form->items.front().letters, !form->noun->french};
    const auto [entry, is_new] = reserved_.emplace(key, &alias);
    if (!is_new && entry->second != nullptr && entry->second->canonical != alias.canonical)
      entry->second = nullptr;
  }
  for (const Alias& alias : aliases) {
    const std::string_view name = alias.canonical;
    for (std::size_t at = 0; at < name.size();) {
      const std::optional<Word> word = word_from(name, at);
      const auto form = word ? alias_written_at(name, at, none_known) : std::nullopt;
      if (form) {
        for (const bool english : {false, true}) {
          const auto found = reserved_.find({form->noun->category, form->items.front().letters, english});
          if (found != reserved_.end()) found->second = nullptr;
        }
      }
      at = word ? word->end : at + text::decode_at(name, at).size;
    }
  }
}

const Alias* AliasIndex::at(const AliasNounForm& noun, const std::string& letters, bool english) const {
  const auto found = reserved_.find({noun.category, letters, english});
  return found == reserved_.end() ? nullptr : found->second;
}

const Alias* AliasIndex::find(const AliasNounForm& noun, const std::string& letters) const {
  const bool own = !noun.french;
  const bool stands = reserved_.contains({noun.category, letters, own});
  return stands ? at(noun, letters, own) : at(noun, letters, !own);
}

}  // namespace paravent::anonymise
