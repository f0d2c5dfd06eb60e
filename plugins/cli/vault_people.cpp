// What the coach says beforehand: names to mask, and texts to leave alone.
#include "cli/input.hpp"
#include "cli/vault_call.hpp"
#include "platform/files.hpp"
#include "policy/category.hpp"
#include "store/declared.hpp"
#include "text/decode.hpp"

namespace paravent::cli {
namespace {

using text::Result;
using text::Wording;

constexpr Wording declared_now{"Noms déclarés : {0}.", "Names declared: {0}."};
constexpr Wording no_name{"il n’y a aucun nom dans cette liste.", "there is no name in this list."};
constexpr Wording nobody{"Aucun nom déclaré.", "No name declared."};
constexpr Wording no_category{"« {0} » n’est pas une catégorie : voyez « paravent check --format json ».",
                              "“{0}” is not a category: see “paravent check --format json”."};
constexpr Wording done{"C’est fait.", "Done."};

Result<store::IgnoredFinding> finding_of(const VaultCall& call) {
  const auto category = policy::category_of(call.argument(0));
  if (!category) return vault_failure(no_category, call.argument(0));
  const auto folder = call.folder();
  if (!folder) return folder.failure();
  return store::IgnoredFinding{folder->id, "", *category, call.argument(1)};
}

}  // namespace

Result<std::string> vault_declare(const VaultCall& call) {
  const std::string& from = call.argument(0);
  const auto bytes =
      from == "-" ? platform::read_standard_input(max_file_bytes) : platform::read_file(from, max_file_bytes);
  if (!bytes) return bytes.failure();
  const auto list = text::decode_file(*bytes);
  if (!list) return list.failure();
  const std::vector<std::string> names = store::names_of_list(list->text);
  if (names.empty()) return vault_failure(no_name);
  auto session = call.open(WithoutVault::Make);
  if (!session) return session.failure();
  std::string id;  // of all folders
  if (!call.everywhere()) {
    const auto folder = call.folder();
    if (!folder) return folder.failure();
    id = folder->id;
  }
  const auto kept = session->vault().declare(id, names, now());
  if (!kept) return kept.failure();
  return call.say(declared_now, {std::to_string(names.size())});
}

Result<std::string> vault_declared(const VaultCall& call) {
  auto session = call.open();
  if (!session) return session.failure();
  const auto people = session->vault().declared(call.known_folder_or(0).id);
  if (!people) return people.failure();
  if (people->empty()) return call.say(nobody);
  std::string out;
  for (const store::DeclaredPerson& person : *people) out.append(person.name).append("\n");
  return out;
}

Result<std::string> vault_ignore(const VaultCall& call) {
  const auto finding = finding_of(call);
  if (!finding) return finding.failure();
  auto session = call.open(WithoutVault::Make);
  if (!session) return session.failure();
  const auto kept = session->vault().ignore(*finding);
  if (!kept) return kept.failure();
  return call.say(done);
}

Result<std::string> vault_stop_ignoring(const VaultCall& call) {
  const auto finding = finding_of(call);
  if (!finding) return finding.failure();
  auto session = call.open();
  if (!session) return session.failure();
  const auto kept = session->vault().stop_ignoring(*finding);
  if (!kept) return kept.failure();
  return call.say(done);
}

}  // namespace paravent::cli
