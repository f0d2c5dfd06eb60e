#include "lsp-server/log.hpp"

#include <array>
#include <charconv>
#include <string>

#include "platform/files.hpp"
#include "workspace/keyed_hash.hpp"

#ifdef PARAVENT_SINGLE_THREADED
#include <cstdio>
#endif

namespace paravent::lsp {
namespace {

void append_field(std::string& out, const Field& field) {
  out += ' ';
  out += field.name.view();
  out += '=';
  std::array<char, 24> digits{};
  const auto end = field.hexadecimal
                       ? std::to_chars(digits.data(), digits.data() + digits.size(),
                                       static_cast<std::uint64_t>(field.number), 16)
                       : std::to_chars(digits.data(), digits.data() + digits.size(), field.number);
  out.append(digits.data(), end.ptr);
}

class Nowhere : public Log {
  void line(Level /*level*/, std::string_view /*text*/) override {}
};

#ifdef PARAVENT_SINGLE_THREADED
class PlainStderr : public Log {
  void line(Level /*level*/, std::string_view text) override {
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fputc('\n', stderr);
  }
};
#endif

}  // namespace

Log::Log() : key_(platform::random_64()) {}

void Log::event(Level level, Literal what, std::initializer_list<Field> fields) {
  std::string text(what.view());
  for (const Field& field : fields) append_field(text, field);
  line(level, text);
}

void Log::event(Level level, Literal what, Literal which, std::initializer_list<Field> fields) {
  std::string text(what.view());
  text += ' ';
  text += which.view();
  for (const Field& field : fields) append_field(text, field);
  line(level, text);
}

Field Log::document(std::string_view uri) const {
  const std::uint64_t short_hash = workspace::keyed_hash({key_, ~key_}, uri) >> 32U;
  return {"document", static_cast<std::int64_t>(short_hash), true};
}

std::shared_ptr<Log> log_to_nowhere() {
  return std::make_shared<Nowhere>();
}

#ifdef PARAVENT_SINGLE_THREADED
std::shared_ptr<Log> log_to_stderr() {
  return std::make_shared<PlainStderr>();
}

text::Result<std::shared_ptr<Log>> log_to_file(const std::filesystem::path& /*path*/) {
  return text::Failure{"Un journal dans un fichier n’est pas possible ici : lisez celui de l’hôte.",
                       "A log file is not possible here: read that of the host."};
}
#endif

}  // namespace paravent::lsp
