// A note as the detector has read it: passages, what they say together, and the findings. Edits replace
// passages; whatever of the rest depends on them is read again, and nothing else.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "detect/coreference.hpp"
#include "detect/find.hpp"
#include "detect/form_table.hpp"
#include "detect/known_names.hpp"
#include "detect/name_book.hpp"
#include "detect/name_index.hpp"
#include "detect/note_facts.hpp"
#include "detect/passage.hpp"
#include "detect/reason.hpp"
#include "detect/tagger.hpp"
#include "markdown/block.hpp"
#include "policy/policy.hpp"

namespace paravent::detect {

class NoteReading {
 public:
  // Whether the passages outlive the text that they were read from.
  enum class Keep : bool { No, Yes };

  // Of passages that are kept, an edit may mean any name: `context` must list all of them itself (in_full).
  // Else it must outlive the reading.
  NoteReading(const Context& context, Keep keep, const TaggerModel& model = TaggerModel::built_in());
  NoteReading(const NoteReading&) = delete;
  NoteReading& operator=(const NoteReading&) = delete;

  // Reads a whole text; once.
  Analysis read(std::string_view text, std::span<const markdown::Block> blocks, const policy::Policy& policy);
  // `change` is what an edit did to the blocks, which are now `blocks` of `text`. `analysis` is of the text
  // before it, then of the text behind it. Only of passages that are kept.
  void update(std::string_view text, std::span<const markdown::Block> blocks,
              const markdown::BlockList::Change& change, const policy::Policy& policy, Analysis& analysis);
  // The findings as another policy shows them.
  void show(std::span<const markdown::Block> blocks, const policy::Policy& policy, Analysis& analysis) const;

  // What weighed for a finding of the text read last, which has `blocks`; of findings that are no names,
  // nothing.
  std::vector<Weighed> weigh(std::span<const markdown::Block> blocks, const Finding& finding);

  // Forms and names that were met, also those that are gone: what a new reading would free.
  std::size_t met() const { return forms_.size() + book_.size(); }

 private:
  struct Place {
    std::unique_ptr<Passage> passage;
    std::uint32_t first_block = 0;
    bool stale = false;  // to be read again, with what the note now says
  };
  // Passages that an edit took out, and those that came in at their place.
  struct Exchange {
    std::vector<Place> old;
    std::size_t first = 0;
    std::size_t last = 0;
    bool has(std::size_t place) const { return first <= place && place < last; }
  };

  void register_names(const Context& context);
  void know_people(const Context& context);
  void know(const std::string& person, bool client);
  std::vector<Place> cut(std::string_view text, std::span<const markdown::Block> blocks, std::size_t first,
                         std::size_t last);
  Exchange exchange(std::string_view text, std::span<const markdown::Block> blocks,
                    const markdown::BlockList::Change& change);
  void mark(std::size_t place);
  void mark_words(const std::vector<FormId>& forms, const Exchange& exchange);
  void mark_concerned(const Exchange& exchange, const NoteFacts::OfAllWords& before);
  bool read_stale(const Exchange& exchange);
  std::vector<Entity> join();
  void splice(std::span<const markdown::Block> blocks, const Exchange& exchange, const policy::Policy& policy,
              std::vector<Finding>& findings) const;

  Keep keep_;
  std::optional<CalledNames> called_;  // where not all names are taken in at once
  const TaggerModel& model_;
  SetAside set_aside_;
  FormTable forms_;
  NoteFacts facts_;
  NameIndex names_{forms_};
  Tagger tagger_;
  NameBook book_;
  Coreference coreference_{book_};
  std::vector<Place> places_;
  std::vector<std::size_t> stale_;
  std::vector<std::uint32_t> wanted_;  // by form, while passages are looked for
};

}  // namespace paravent::detect
