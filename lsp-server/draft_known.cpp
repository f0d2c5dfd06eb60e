// What a draft is read and written with besides its text: what the folder and the vault tell.
#include <algorithm>

#include "lsp-server/draft.hpp"

namespace paravent::lsp {

detect::Context Draft::own_context() const {
  detect::Context out;
  out.file_stem = file_stem_;
  out.folder = folder_names_;
  return out;
}

detect::Context Draft::context() const {
  detect::Context out = own_context();
  out.people = known_.people;
  out.folder.insert(out.folder.end(), known_.folder.begin(), known_.folder.end());
  std::sort(out.folder.begin(), out.folder.end());
  out.folder.erase(std::unique(out.folder.begin(), out.folder.end()), out.folder.end());
  out.set_aside = known_.set_aside;
  return out;
}

policy::Policy Draft::policy_to_write() const {
  policy::Policy out = policy_;
  if (is_in_place() && out.style == policy::Style::Generalise) out.style = policy::Style::Pseudonym;
  return out;
}

const std::vector<anonymise::Alias>& Draft::aliases_for(policy::Style style) const {
  static const std::vector<anonymise::Alias> none;
  return style == policy::Style::Generalise ? none : known_.to_plan;
}

void Draft::set_vault_is_ready(bool ready) {
  if (ready == vault_is_ready_) return;
  vault_is_ready_ = ready;
  plan_.reset();
  anonymised_.reset();
}

bool Draft::ask_vault() {
  if (session_.aliases == nullptr) return false;
  if (wants_aliases()) set_vault_is_ready(static_cast<bool>(session_.aliases->may_write_in_place()));
  auto known = session_.aliases->known_of(*path_);
  if (!known) {
    session_.tell_once(MessageType::Warning, std::string(in(known.failure(), language())));
    return false;
  }
  const bool changed = !known->tells_the_same(known_);
  known_ = std::move(*known);
  return changed;
}

bool Draft::read_folder() {
  if (!path_ || state_ != State::Open) return false;
  std::vector<detect::KnownName> names = session_.folder_names.told_to(*path_);
  const bool other_vault = ask_vault();
  if (names == folder_names_ && !other_vault) return false;
  folder_names_ = std::move(names);
  forget_findings();
  analyser_.reset();
  unseen_ = {};
  return true;
}

}  // namespace paravent::lsp
