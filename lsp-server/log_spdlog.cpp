// The native sinks. Not part of single-threaded builds (CMakeLists.txt).
#include <spdlog/logger.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <exception>

#include "lsp-server/log.hpp"

namespace paravent::lsp {
namespace {

class SpdLog : public Log {
 public:
  explicit SpdLog(spdlog::sink_ptr sink) : logger_("paravent", std::move(sink)) {
    logger_.set_pattern("%Y-%m-%dT%H:%M:%S.%e %l %v");
    logger_.set_level(spdlog::level::debug);
    logger_.flush_on(spdlog::level::debug);
  }

 private:
  static spdlog::level::level_enum level_of(Level level) {
    switch (level) {
      case Level::Debug:
        return spdlog::level::debug;
      case Level::Info:
        return spdlog::level::info;
      case Level::Warning:
        return spdlog::level::warn;
      case Level::Error:
        break;
    }
    return spdlog::level::err;
  }

  void line(Level level, std::string_view text) override {
    logger_.log(level_of(level), spdlog::string_view_t(text.data(), text.size()));
  }

  spdlog::logger logger_;
};

}  // namespace

std::shared_ptr<Log> log_to_stderr() {
  return std::make_shared<SpdLog>(std::make_shared<spdlog::sinks::stderr_sink_mt>());
}

text::Result<std::shared_ptr<Log>> log_to_file(const std::filesystem::path& path) {
  try {
    return std::shared_ptr<Log>(
        std::make_shared<SpdLog>(std::make_shared<spdlog::sinks::basic_file_sink_mt>(path.string())));
  } catch (const std::exception&) {  // spdlog knows no other way to say that a file does not open
    return text::Failure{
        path.string() + " : ce journal ne peut pas être ouvert. Choisissez un autre fichier.",
        path.string() + ": this log cannot be opened. Choose another file."};
  }
}

}  // namespace paravent::lsp
