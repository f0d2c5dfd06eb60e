#include "cli/each_input.hpp"

#include "cli/progress.hpp"
#include "cli/vault_context.hpp"

namespace paravent::cli {

int for_each_input(const std::vector<std::string>& given, text::Language language, const Look& look) {
  const Inputs inputs = expand(given, language);
  int exit_code = inputs.failed > 0 ? input_failed : nothing_to_say;
  Reader reader(language);
  Contexts contexts;
  VaultContext vault(language);
  Progress progress(inputs.all.size());
  for (const Input& input : inputs.all) {
    const auto fail = [&](const text::Failure& failure) {
      progress.wipe();
      tell(failure, language);
      exit_code = input_failed;
    };
    progress.advance();
    const auto loaded = reader.read(input);
    if (!loaded) {
      fail(loaded.failure());
      continue;
    }
    const auto looked = look(input, *loaded, vault.of(input, contexts.of(input)));
    if (!looked) {
      fail({input.name + " : " + looked.failure().fr, input.name + ": " + looked.failure().en});
      continue;
    }
    progress.wipe();
    if (!looked->said.empty() && !print(looked->said, language)) return input_failed;
    if (looked->found && exit_code == nothing_to_say) exit_code = found_something;
  }
  return exit_code;
}

}  // namespace paravent::cli
