#include "clients/session.hpp"

#include <algorithm>
#include <utility>

#include "clients/aliases.hpp"
#include "clients/left_alone.hpp"
#include "clients/spent_aliases.hpp"
#include "clients/undo.hpp"

namespace paravent::clients {
namespace {

using text::Result;

constexpr int most_races = 5;     // lost to other processes that write to the vault
constexpr int most_rounds = 200;  // in all: a name that was given to somebody forgotten is met once a round

store::UndoLimits limits_of(const std::string& note) {
  store::UndoLimits out;
  if (is_many_notes(note)) out.records_per_note = 1000;
  return out;
}

text::Failure too_busy() {
  return {"D’autres Paravent écrivent sans cesse dans le coffre : rien n’a été écrit. Recommencez.",
          "Other Paravents keep writing to the vault: nothing has been written. Try again."};
}

// The other process gave an alias that was to be given, or a name that was to be remembered.
bool was_a_race(const store::Remembered& refused) {
  const auto is_in_use = [&](const std::string& alias) {
    return std::any_of(refused.known->entries.begin(), refused.known->entries.end(),
                       [&](const store::Entry& entry) { return entry.alias == alias; });
  };
  return refused.refused_aliases.empty() ||
         std::any_of(refused.refused_aliases.begin(), refused.refused_aliases.end(), is_in_use);
}

}  // namespace

Session::Session(store::Vault vault, std::optional<store::FirstUse> first_use)
    : vault_(std::move(vault)), first_use_(std::move(first_use)) {}

Result<Session> Session::open_or_create(const store::Places& places, const store::Access& access,
                                        const store::Creation& creation) {
  auto opened = store::Vault::open_or_create(places, access, creation);
  if (!opened) return opened.failure();
  return Session(std::move(opened->vault), std::move(opened->first_use));
}

Result<Session> Session::open(const store::Places& places, const store::Access& access) {
  auto opened = store::Vault::open(places, access);
  if (!opened) return opened.failure();
  return Session(std::move(*opened), std::nullopt);
}

Result<platform::Done> Session::look_up(const Folder& folder) {
  const auto known = vault_.known(folder.id);
  if (!known) return known.failure();
  index(*known);
  return platform::Done{};
}

// Of names that are gone, and of other folders, nothing is kept.
void Session::index(const store::SharedKnown& known) {
  // Kept only once it has followed: where memory runs out half-way, the next note makes another one.
  std::unique_ptr<FolderIndex> next = std::move(index_);
  if (next && next->known() == known) {
    next->follow();
  } else {
    next = std::make_unique<FolderIndex>(known);
  }
  index_ = std::move(next);
}

Result<detect::Context> Session::context_for(const Folder& folder, const std::string& note,
                                             const detect::Context& context) {
  const auto looked = look_up(folder);
  if (!looked) return looked.failure();
  return context_now(folder, note, context);
}

Result<detect::Context> Session::context_now(const Folder& folder, const std::string& note,
                                             const detect::Context& context) {
  const auto declared = vault_.declared(folder.id);
  if (!declared) return declared.failure();
  auto ignored = vault_.ignored_in(folder.id, note);
  if (!ignored) return ignored.failure();
  detect::Context out = context;
  for (const store::DeclaredPerson& person : *declared) out.people.push_back(person.name);
  out.known.push_back(index_->names());
  if (!ignored->empty()) {
    out.set_aside = [ignored = std::move(*ignored)](policy::Category category, std::string_view text) {
      return ignored.contains(category, text);
    };
  }
  return out;
}

Result<detect::Analysis> Session::first_look(const Request& request, const detect::Context& context) {
  if (request.reading != nullptr) {
    const auto ignored = vault_.ignored_in(request.folder.id, request.note);
    if (!ignored) return ignored.failure();
    const detect::Context& then = request.reading->context;
    const detect::Context now = detect::in_full(context);
    const bool same = now.file_stem == then.file_stem && now.people == then.people &&
                      now.folder == then.folder && ignored->stamp() == request.reading->set_aside;
    if (same) return request.reading->analysis;
  }
  return detect::find(request.text, request.policy, context);
}

Result<Output> Session::anonymise(const Request& request) {
  SpentAliases spent(vault_, request.folder.id);
  int races = 0;
  for (int round = 0; round < most_rounds && races < most_races; ++round) {
    const auto context = context_for(request.folder, request.note, request.context);
    if (!context) return context.failure();
    spent.add_to(*index_);
    auto first = first_look(request, *context);
    if (!first) return first.failure();
    auto done =
        anonymise::anonymise(request.text, std::move(*first), request.policy, *context, index_->aliases());
    if (!done) return done.failure();
    if (request.leave) *done = left_alone(request.text, *done, *request.leave);
    auto bytes = text::encode_file(done->text, request.encoding);
    if (!bytes) return bytes.failure();
    const auto kept = keep(request, *done);
    if (!kept) return kept.failure();
    if (!kept->kept) {
      races += was_a_race(*kept);
      const auto learnt = spent.learn(*kept, *done);
      if (!learnt) return learnt.failure();
      continue;
    }
    Output out{std::move(done->text), std::move(*bytes), std::move(done->edits)};
    if (request.undo) {
      const auto undo = remember_undo(request, out);
      if (!undo) return undo.failure();
    }
    return out;
  }
  return too_busy();
}

Result<store::Remembered> Session::keep(const Request& request, const anonymise::Anonymised& done) {
  store::Remembered out{true, index_->known(), {}};
  const std::vector<store::NewEntry> entries = new_entries(done);
  if (!entries.empty()) {
    auto remembered = vault_.remember(request.folder.id, index_->known()->generation, entries, request.now);
    if (!remembered || !remembered->kept) return remembered;
    out = std::move(*remembered);
    index(out.known);
  }
  for (const FormsOfEntry& fresh : index_->new_forms(done)) {
    const auto added = vault_.add_forms(fresh.entity, fresh.forms, request.now);
    if (!added) return added.failure();
  }
  return out;
}

Result<platform::Done> Session::remember_undo(const Request& request, const Output& output) {
  // A note without anything to replace is its own way back.
  if (output.edits.empty()) return platform::Done{};
  const store::UndoOutput record{output.bytes, output.text, static_cast<std::uint64_t>(request.encoding),
                                 request.in_place};
  return vault_.remember_undo(request.folder.id, request.note, record,
                              undo_pieces(request.text, output.edits, output.text, index_->owners()),
                              request.now, limits_of(request.note));
}

}  // namespace paravent::clients
