#include "cli/vault_context.hpp"

#include "text/wording.hpp"

namespace paravent::cli {
namespace {

constexpr text::Wording not_counted{"ce que le coffre sait de ces notes n’a pas compté. {0}",
                                    "what the vault knows of these notes was not counted. {0}"};

}  // namespace

detect::Context VaultContext::of(const Input& input, const detect::Context& context) {
  const std::filesystem::path note = input.path.empty() ? "-" : input.path;
  const auto folder = clients::known_folder_of(note);
  if (!folder) return context;
  if (!session_) {
    if (!vault_is_there()) return context;
    session_.emplace(open_vault(door_, WithoutVault::Fail));
  }
  if (!*session_) {
    tell_once(session_->failure());
    return context;
  }
  auto known = (*session_)->context_for(*folder, folder->name_of(note), context);
  if (known) return std::move(*known);
  tell_once(known.failure());
  return context;
}

void VaultContext::tell_once(const text::Failure& failure) {
  if (told_) return;
  told_ = true;
  const bool english = door_.language == text::Language::English;
  tell(text::fill(not_counted, door_.language, {english ? failure.en : failure.fr}));
}

}  // namespace paravent::cli
