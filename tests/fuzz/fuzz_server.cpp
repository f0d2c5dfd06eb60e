// The whole server in its single-threaded mode: bytes of a pipe, or a story of an editing session
// (script.hpp).
#include <cstdint>
#include <string_view>

#include "fuzz/require.hpp"
#include "fuzz/script.hpp"
#include "fuzz/session.hpp"

extern "C" int LLVMFuzzerInitialize(int* /*count*/, char*** /*arguments*/) {
  paravent::fuzz::prepare_folder();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > paravent::fuzz::max_input) return -1;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.substr(0, 3) == "Con" || bytes.substr(0, 3) == "con") {
    paravent::fuzz::run_wire(bytes);
  } else {
    paravent::fuzz::run_script(bytes);
  }
  return 0;
}
