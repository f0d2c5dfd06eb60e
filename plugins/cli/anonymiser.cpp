#include "cli/anonymiser.hpp"

#include <utility>

namespace paravent::cli {
namespace {

text::Failure in_file(const Input& input, const text::Failure& failure) {
  return {input.name + " : " + failure.fr, input.name + ": " + failure.en};
}

}  // namespace

Anonymiser::Anonymiser(const AnonymiseOptions& options, text::Language language)
    : options_(options), door_{language, options.passphrase_descriptor, false, true}, known_(language) {}

text::Result<clients::Session>& Anonymiser::session() {
  if (!session_) session_.emplace(open_vault(door_, WithoutVault::Make));
  return *session_;
}

text::Result<std::string> Anonymiser::bytes_of(const Input& input, Loaded loaded,
                                               const detect::Context& context) {
  if (options_.style) loaded.policy.style = *options_.style;
  used_vault_ = loaded.policy.style != policy::Style::Generalise && !options_.ephemeral;
  if (used_vault_) return with_vault(input, loaded, context);
  const auto done =
      paravent::anonymise::anonymise(loaded.decoded.text, loaded.policy, known_.of(input, context));
  if (!done) return in_file(input, done.failure());
  return text::encode_file(done->text, loaded.decoded.encoding);
}

text::Result<std::string> Anonymiser::with_vault(const Input& input, const Loaded& loaded,
                                                 const detect::Context& context) {
  text::Result<clients::Session>& open = session();
  if (!open) return open.failure();
  const std::filesystem::path note = input.path.empty() ? "-" : input.path;
  const auto folder = clients::folder_of(note, door_.language);
  if (!folder) return folder.failure();
  auto done = open->anonymise({loaded.decoded.text, loaded.policy, context, *folder, folder->name_of(note),
                               now(), loaded.decoded.encoding, true, std::nullopt, options_.write});
  if (!done) return in_file(input, done.failure());
  return std::move(done->bytes);
}

bool Anonymiser::can_surely_restore() {
  if (!used_vault_ || !session_ || !*session_) return false;
  const auto shown = (*session_)->vault().recovery_key_is_shown();
  return shown && *shown;
}

}  // namespace paravent::cli
