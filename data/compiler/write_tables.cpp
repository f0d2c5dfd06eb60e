#include "write_tables.hpp"

#include <algorithm>
#include <cstring>

#include "displacement.hpp"
#include "read_tables.hpp"

namespace paravent::data {

namespace {

namespace format = knowledge::format;

class Layout {
 public:
  Layout() : bytes_(sizeof(format::File), '\0') {}

  template <class T>
  format::Section add(const std::vector<T>& items) {
    return add_bytes(items.data(), sizeof(T) * items.size(), items.size());
  }
  format::Section add_bytes(const void* data, std::size_t size, std::size_t count) {
    bytes_.resize((bytes_.size() + 7) / 8 * 8, '\0');
    const format::Section section{static_cast<std::uint32_t>(bytes_.size()),
                                  static_cast<std::uint32_t>(count)};
    if (size > 0) bytes_.append(static_cast<const char*>(data), size);
    return section;
  }
  format::Slots add_slots(const Displacement& hash) {
    return {hash.slots, static_cast<std::uint32_t>(hash.pilots.size()), add(hash.pilots)};
  }
  std::string finish(format::File& file) {
    file.size = static_cast<std::uint32_t>(bytes_.size());
    std::memcpy(bytes_.data(), &file, sizeof file);
    return std::move(bytes_);
  }

 private:
  std::string bytes_;
};

format::Words add_words(Layout& layout, const Lexemes& lexemes) {
  std::vector<const Lexemes::value_type*> sorted;
  for (const auto& item : lexemes) sorted.push_back(&item);
  std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
  std::vector<std::uint64_t> hashes;
  std::vector<std::uint32_t> packed;
  for (const auto* item : sorted) {
    hashes.push_back(format::hash_word(item->first));
    packed.push_back(format::pack(item->second));
  }
  std::vector<std::uint32_t> payloads = packed;
  std::sort(payloads.begin(), payloads.end());
  payloads.erase(std::unique(payloads.begin(), payloads.end()), payloads.end());
  if (payloads.size() > 65536)
    fail("more than 65 536 distinct lexemes: the index of a word needs more than 16 bits");

  const Displacement hash = displace(hashes);
  std::vector<std::uint16_t> fingerprints(hash.slots, 0), indices(hash.slots, 0);
  for (std::size_t key = 0; key < hashes.size(); ++key) {
    const std::uint32_t slot = hash.slot_of_key[key];
    fingerprints[slot] = format::fingerprint(hashes[key]);
    const auto at = std::lower_bound(payloads.begin(), payloads.end(), packed[key]);
    indices[slot] = static_cast<std::uint16_t>(at - payloads.begin());
  }
  format::Words words;
  words.hash = layout.add_slots(hash);
  words.fingerprints = layout.add(fingerprints);
  words.indices = layout.add(indices);
  words.payloads = layout.add(payloads);
  return words;
}

// Keys in order, each with its values in order.
using Keyed = std::vector<std::pair<std::uint64_t, std::vector<std::uint32_t>>>;

format::Lists add_lists(Layout& layout, const Keyed& keyed) {
  std::vector<std::uint64_t> hashes;
  for (const auto& [hash, values] : keyed) hashes.push_back(hash);
  const Displacement hash = displace(hashes);
  std::vector<std::uint32_t> checks(hash.slots, 0), entries(hash.slots, format::kNone), several;
  for (std::size_t key = 0; key < keyed.size(); ++key) {
    const std::uint32_t slot = hash.slot_of_key[key];
    const std::vector<std::uint32_t>& values = keyed[key].second;
    checks[slot] = format::check_bits(hashes[key]);
    if (values.size() == 1) {
      entries[slot] = values.front();
      continue;
    }
    entries[slot] = format::kSeveral | static_cast<std::uint32_t>(several.size());
    several.insert(several.end(), values.begin(), values.end());
    several.back() |= format::kLast;
  }
  format::Lists lists;
  lists.hash = layout.add_slots(hash);
  lists.checks = layout.add(checks);
  lists.entries = layout.add(entries);
  lists.values = layout.add(several);
  return lists;
}

std::uint64_t hash_of(const PhraseTables::Words& words) {
  std::uint64_t hash = 0;
  for (const std::string& word : words) hash = format::append_word(hash, format::hash_word(word));
  return hash;
}

Keyed by_word(const std::map<std::string, std::vector<std::uint32_t>>& table) {
  Keyed keyed;
  for (const auto& [word, values] : table) keyed.emplace_back(format::hash_word(word), values);
  return keyed;
}

Keyed by_words(const std::map<PhraseTables::Words, std::uint32_t>& rows) {
  Keyed keyed;
  for (const auto& [words, row] : rows) keyed.emplace_back(hash_of(words), std::vector{row});
  return keyed;
}

Keyed by_sensitive_phrase(const PhraseTables& tables, std::uint32_t& longest) {
  Keyed keyed;
  for (const auto& [words, rows] : tables.sensitive) {
    keyed.emplace_back(hash_of(words), rows);
    longest = std::max(longest, static_cast<std::uint32_t>(words.size()));
  }
  return keyed;
}

Keyed by_phrase(const PhraseTables& tables, std::uint32_t& longest) {
  Keyed keyed;
  for (const auto& [words, kinds] : tables.phrases) {
    std::vector<std::uint32_t> values;
    for (const auto& [kind, row] : kinds) {
      values.push_back(static_cast<std::uint32_t>(kind) << format::kKindShift | row);
    }
    keyed.emplace_back(hash_of(words), std::move(values));
    longest = std::max(longest, static_cast<std::uint32_t>(words.size()));
  }
  return keyed;
}

}  // namespace

std::string lay_out(const Lexemes& lexemes, const PhraseTables& tables) {
  Layout layout;
  format::File file;
  file.words = add_words(layout, lexemes);
  file.phrases = add_lists(layout, by_phrase(tables, file.longest_phrase));
  file.diminutives = add_lists(layout, by_word(tables.diminutives));
  file.sectors = add_lists(layout, by_word(tables.sectors));
  file.readable_facts = add_lists(layout, by_words(tables.readable_facts));
  for (const auto& [words, row] : tables.readable_facts) {
    file.longest_readable_fact =
        std::max(file.longest_readable_fact, static_cast<std::uint32_t>(words.size()));
  }
  file.shares = add_lists(layout, by_words(tables.shares));
  file.sensitive = add_lists(layout, by_sensitive_phrase(tables, file.longest_sensitive));
  file.regions = layout.add(tables.regions);
  file.places = layout.add(tables.places);
  file.companies = layout.add(tables.companies);
  file.authors = layout.add(tables.authors);
  file.roles = layout.add(tables.roles);
  file.methods = layout.add(tables.methods);
  file.institutions = layout.add(tables.institutions);
  file.fixed_phrases = layout.add(tables.fixed_phrases);
  file.sector_rows = layout.add(tables.sector_rows);
  file.readable_fact_rows = layout.add(tables.readable_fact_rows);
  file.share_rows = layout.add(tables.share_rows);
  file.sensitive_rows = layout.add(tables.sensitive_rows);
  file.fictitious_surnames = layout.add(tables.fictitious_surnames);
  file.fictitious_given_names = layout.add(tables.fictitious_given_names);
  file.name_origins = layout.add(tables.name_origins);
  const std::string& strings = tables.strings.bytes();
  file.strings = layout.add_bytes(strings.data(), strings.size(), strings.size());
  return layout.finish(file);
}

}  // namespace paravent::data
