#include "store/ignored.hpp"

#include <functional>
#include <utility>

#include "store/seal.hpp"

namespace paravent::store {

std::string hash_of(const Keys& keys, const IgnoredFinding& finding) {
  return keyed_hash(keys.look_up, {"ignored", finding.folder, finding.note, policy::code_of(finding.category),
                                   folded_form(finding.text)});
}

Ignored::Ignored(const Key& vault, std::string_view folder, std::string_view note,
                 std::set<std::string> hashes)
    : keys_(std::make_shared<const Keys>(vault)),
      folder_(folder),
      note_(note),
      hashes_(std::make_shared<const std::set<std::string>>(std::move(hashes))) {}

std::size_t Ignored::stamp() const {
  std::size_t out = hashes_->size();
  for (const std::string& hash : *hashes_) out = out * 31 + std::hash<std::string>()(hash);
  return out;
}

bool Ignored::contains(policy::Category category, std::string_view text) const {
  if (hashes_->empty()) return false;
  IgnoredFinding finding{folder_, note_, category, std::string(text)};
  if (hashes_->contains(hash_of(*keys_, finding))) return true;
  finding.note.clear();
  return hashes_->contains(hash_of(*keys_, finding));
}

}  // namespace paravent::store
