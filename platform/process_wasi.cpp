// WebAssembly hosts give no signals, limits or terminals.
#include "platform/files.hpp"
#include "platform/temporaries.hpp"

namespace paravent::platform {

std::size_t add_temporary(const char*) {
  return 0;
}
void remove_temporary(std::size_t) {}
bool is_terminal(int) {
  return false;
}
void forbid_core_dumps() {}
void remove_temporaries_when_interrupted() {}

}  // namespace paravent::platform
