#include "lsp-vault/user_vault.hpp"

#include <utility>

#include "clients/aliases.hpp"
#include "lsp-vault/words.hpp"
#include "platform/files.hpp"

namespace paravent::lsp_vault {
namespace {

namespace fs = std::filesystem;
using lsp::Done;
using text::Result;

constexpr std::chrono::seconds before_the_next_try{5};
constexpr text::Language any_language = text::Language::French;  // of a key file that is made

bool is_there(const Result<store::Places>& places) {
  return places && store::Vault::is_there(*places);
}

Result<store::Access> access_to(const store::Places& places) {
  store::Access out;
  if (!store::Vault::is_there(places)) return out;
  const auto source = store::Vault::guarded_by(places);
  // There is no terminal here; without the variable the vault says what to do.
  if (source && *source == store::KeySource::Passphrase) {
    out.passphrase = platform::environment("PARAVENT_PASSPHRASE");
  }
  return out;
}

text::Failure first_use(const store::FirstUse& first, const store::Places& places) {
  return failure(first.source == store::KeySource::KeyFile ? words::made_with_file : words::made_with_keyring,
                 {places.data.string(), places.key_file().string()});
}

lsp::Bearer bearer_of(const store::Entry& entry) {
  return {entry.category, entry.alias, entry.canonical, entry.forms};
}

}  // namespace

Result<clients::Session*> UserVault::session(WithoutVault then) {
  if (session_) return &*session_;
  if (failure_ && std::chrono::steady_clock::now() - failed_at_ < before_the_next_try) return *failure_;
  const auto open = [&]() -> Result<clients::Session> {
    const auto places = store::user_places();
    if (!places) return places.failure();
    const auto access = access_to(*places);
    if (!access) return access.failure();
    if (then == WithoutVault::Fail) return clients::Session::open(*places, *access);
    auto made = clients::Session::open_or_create(*places, *access, {});
    if (made && made->first_use()) news_ = first_use(*made->first_use(), *places);
    return made;
  };
  const bool there = is_there(store::user_places());
  auto opened = open();
  if (opened) {
    session_.emplace(std::move(*opened));
    failure_.reset();
    return &*session_;
  }
  // That there is none yet is no trouble that takes time to find out.
  if (there) {
    failure_ = opened.failure();
    failed_at_ = std::chrono::steady_clock::now();
  }
  return opened.failure();
}

Result<lsp::KnownInVault> UserVault::known_of(const fs::path& note) {
  const std::lock_guard guard(lock_);
  lsp::KnownInVault out;
  const auto folder = clients::known_folder_of(note);
  if (!folder || (!session_ && !is_there(store::user_places()))) return out;
  const auto open = session(WithoutVault::Fail);
  if (!open) return open.failure();
  const auto known = (*open)->vault().entries(folder->id);
  if (!known) return known.failure();
  const auto some = (*open)->context_for(*folder, folder->name_of(note), {});
  if (!some) return some.failure();
  detect::Context context = detect::in_full(*some);
  const auto ignored = (*open)->vault().ignored_in(folder->id, folder->name_of(note));
  if (!ignored) return ignored.failure();
  out.people = std::move(context.people);
  out.folder = std::move(context.folder);
  out.set_aside = std::move(context.set_aside);
  out.set_aside_stamp = ignored->stamp();
  for (const store::Entry& entry : known->entries) out.bearers.push_back(bearer_of(entry));
  out.to_plan = clients::aliases_to_plan(known->entries);
  out.to_restore = clients::aliases_to_restore(known->entries);
  return out;
}

Result<Done> UserVault::may_write_in_place() {
  const std::lock_guard guard(lock_);
  if (!session_ && !is_there(store::user_places())) return failure(words::no_vault);
  const auto open = session(WithoutVault::Fail);
  if (!open) return open.failure();
  const auto shown = (*open)->vault().recovery_key_is_shown();
  if (!shown) return shown.failure();
  if (!*shown) return failure(words::no_recovery_key);
  return Done{};
}

Result<text::TextEdits> UserVault::anonymise(const lsp::NoteForAliases& note) {
  const std::lock_guard guard(lock_);
  const auto open = session(WithoutVault::Make);
  if (!open) return open.failure();
  const auto folder = clients::folder_of(note.path, any_language);
  if (!folder) return folder.failure();
  std::optional<clients::Reading> reading;
  if (note.read != nullptr)
    reading.emplace(clients::Reading{note.read->analysis, note.read->context, note.read->set_aside_stamp});
  auto done =
      (*open)->anonymise({note.text, note.policy, note.context, *folder, folder->name_of(note.path), now(),
                          note.encoding, note.undo, note.leave, note.undo, reading ? &*reading : nullptr});
  if (!done) return done.failure();
  return std::move(done->edits);
}

Result<lsp::NamesBack> UserVault::restore(const fs::path& note, std::string_view text,
                                          text::FileEncoding encoding) {
  const std::lock_guard guard(lock_);
  const auto bytes = text::encode_file(text, encoding);
  if (!bytes) return bytes.failure();
  const auto folder = clients::known_folder_of(note);
  const bool nothing_known = !folder || (!session_ && !is_there(store::user_places()));
  auto back = [&]() -> Result<clients::Restored> {
    if (nothing_known) return clients::restore_without_vault(*bytes);
    const auto open = session(WithoutVault::Fail);
    if (!open) return open.failure();
    return (*open)->restore(*bytes, *folder, folder->name_of(note));
  }();
  if (!back) return back.failure();
  auto decoded = text::decode_file(back->bytes);
  if (!decoded) return decoded.failure();
  return lsp::NamesBack{std::move(decoded->text), back->exact, std::move(back->leftovers)};
}

std::optional<text::Failure> UserVault::news() {
  const std::lock_guard guard(lock_);
  return std::exchange(news_, std::nullopt);
}

}  // namespace paravent::lsp_vault
