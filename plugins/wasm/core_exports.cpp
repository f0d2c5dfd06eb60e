// What the host calls. Texts cross as (address, size) in linear memory; answers are the same bytes as
// `paravent check --format json`.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "detect/find.hpp"
#include "report/findings.hpp"
#include "report/json.hpp"
#include "text/decode.hpp"
#include "wasm/export.hpp"

namespace {

std::string answer;  // lives until the next call

// {"error": …} in both languages, when an input cannot be checked.
void answer_failure(const paravent::text::Failure& failure) {
  answer = "{\"error\":{\"fr\":";
  paravent::report::append_json_string(answer, failure.fr);
  answer += ",\"en\":";
  paravent::report::append_json_string(answer, failure.en);
  answer += "}}\n";
}

}  // namespace

// The stack protector of Debian's C library for WebAssembly is declared, not defined.
extern "C" std::uintptr_t __stack_chk_guard = 0x595e9fbd;
extern "C" [[noreturn]] void __stack_chk_fail() {
  std::abort();
}

PARAVENT_EXPORT(paravent_allocate) void* paravent_allocate(std::uint32_t size) {
  return std::malloc(size);
}
PARAVENT_EXPORT(paravent_free) void paravent_free(void* memory) {
  std::free(memory);
}
PARAVENT_EXPORT(paravent_answer) const char* paravent_answer() {
  return answer.data();
}

// Checks the bytes of a file named `name` (whose stem is given apart); returns the size of the answer.
PARAVENT_EXPORT(paravent_check)
std::uint32_t paravent_check(const char* name, std::uint32_t name_size, const char* stem,
                             std::uint32_t stem_size, const char* bytes, std::uint32_t size) {
  answer.clear();
  const auto decoded = paravent::text::decode_file({bytes, size});
  if (!decoded) {
    answer_failure(decoded.failure());
    return static_cast<std::uint32_t>(answer.size());
  }
  const paravent::policy::Policy policy;
  paravent::detect::Context context;
  context.file_stem = {stem, stem_size};
  const auto analysis = paravent::detect::find(decoded->text, policy, context);
  if (analysis) {
    paravent::report::append_json_line(answer, {{name, name_size}, *decoded, *analysis, policy}, {});
  } else {
    answer_failure(analysis.failure());
  }
  return static_cast<std::uint32_t>(answer.size());
}
