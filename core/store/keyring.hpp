// The system's keyring, asked through the program secret-tool. All questions of one Keyring share two
// seconds: a keyring that is locked may wait for somebody who is not there.
#pragma once

#include <optional>
#include <string_view>

#include "platform/program.hpp"
#include "store/database.hpp"
#include "store/key.hpp"
#include "text/result.hpp"

namespace paravent::store {

class Keyring {
 public:
  Keyring();
  // There is a secret-tool, a session bus, and a service behind it. A locked keyring is one, too.
  bool is_there();
  // The key that is kept for that vault; nothing when none is.
  text::Result<std::optional<Key>> find(std::string_view vault);
  text::Result<Done> keep(std::string_view vault, const Key& key);

 private:
  platform::Deadline deadline_;
};

}  // namespace paravent::store
