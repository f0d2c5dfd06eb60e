// toml++ as this project configures it: no exceptions, parsing only, in every compiler. Heavy: for the .cpp
// files of core/policy alone.
#pragma once

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#define TOML_ENABLE_WINDOWS_COMPAT 0

#ifdef __wasi__
#include <fstream>
#include <istream>

// toml++ 3.3 names std::ifstream in parse_file(), which the libc++ of wasm32-wasi lacks. Nothing here reads
// files: a stream that never opens stands in for it.
namespace std {
class paravent_closed_stream : public istream {
 public:
  paravent_closed_stream() : istream(nullptr) {}
  void open(const string&, ios_base::openmode) {}
  bool is_open() const { return false; }
};
}  // namespace std
#define ifstream paravent_closed_stream
#endif

#ifdef __GNUC__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#endif
#include <toml++/toml.h>
#ifdef __GNUC__
#pragma GCC diagnostic pop
#endif

#ifdef __wasi__
#undef ifstream
#endif
