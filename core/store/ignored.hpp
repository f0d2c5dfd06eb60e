// Findings that the coach wants left alone. Only keyed hashes of them are kept.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "policy/category.hpp"
#include "store/entities.hpp"

namespace paravent::store {

struct IgnoredFinding {
  std::string folder;
  std::string note;  // empty: in the whole folder
  policy::Category category = policy::Category::Person;
  std::string text;
};

std::string hash_of(const Keys& keys, const IgnoredFinding& finding);

// What is ignored in a note and in its whole folder, as it was when the vault was asked. Answers without the
// vault, the same each time, from any thread.
class Ignored {
 public:
  Ignored(const Key& vault, std::string_view folder, std::string_view note, std::set<std::string> hashes);
  bool contains(policy::Category category, std::string_view text) const;
  bool empty() const { return hashes_->empty(); }
  // Another number when something else is ignored in the folder.
  std::size_t stamp() const;

 private:
  // Shared: a copy of a key would be one more to wipe.
  std::shared_ptr<const Keys> keys_;
  std::string folder_;
  std::string note_;
  std::shared_ptr<const std::set<std::string>> hashes_;
};

}  // namespace paravent::store
