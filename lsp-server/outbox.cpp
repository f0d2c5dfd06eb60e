#include "lsp-server/outbox.hpp"

#include <vector>

#include "lsp-server/json_writer.hpp"

namespace paravent::lsp {
namespace {

constexpr std::string_view prologue = R"({"jsonrpc":"2.0")";

}  // namespace

void Outbox::send(Pieces body) {
  bool sent = false;
  {
    const Guard guard(writing_);
    sent = transport_.write(body);
  }
  if (!sent) log_.event(Log::Level::Warning, "the client no longer reads");
}

void Outbox::respond(std::string_view id, Pieces result) {
  std::vector<std::string_view> body{prologue, ",\"id\":", id, ",\"result\":"};
  body.insert(body.end(), result.begin(), result.end());
  body.emplace_back("}");
  send(body);
}

void Outbox::respond_error(std::string_view id, ErrorCode code, std::string_view message,
                           std::string_view data) {
  JsonWriter error;
  error.begin_object().key("code").integer(static_cast<int>(code)).key("message").string(message);
  if (!data.empty()) error.key("data").raw(data);
  error.end_object();
  const std::string written = error.take();
  send(std::vector<std::string_view>{prologue, ",\"id\":", id, ",\"error\":", written, "}"});
}

void Outbox::notify(Literal method, Pieces params) {
  std::vector<std::string_view> body{prologue, ",\"method\":\"", method.view(), "\",\"params\":"};
  body.insert(body.end(), params.begin(), params.end());
  body.emplace_back("}");
  send(body);
}

void Outbox::show_message(MessageType type, std::string_view text) {
  JsonWriter params;
  params.begin_object().key("type").integer(static_cast<int>(type)).key("message").string(text).end_object();
  notify("window/showMessage", params.take());
}

bool Outbox::call(Literal method, std::string_view params, Then then) {
  std::int64_t id = 0;
  {
    const Guard guard(waiting_lock_);
    if (waiting_.size() >= max_waiting) return false;
    id = next_id_++;
    waiting_.emplace(id, std::move(then));
  }
  const std::string number = std::to_string(id);
  send(std::vector<std::string_view>{prologue, ",\"id\":", number, ",\"method\":\"", method.view(),
                                     "\",\"params\":", params, "}"});
  return true;
}

void Outbox::answered(const Json* id, const Json* result) {
  Then then;
  {
    const Guard guard(waiting_lock_);
    const auto number = as_integer(id);
    const auto found = number ? waiting_.find(*number) : waiting_.end();
    if (found == waiting_.end()) return;  // an answer to nothing we asked
    then = std::move(found->second);
    waiting_.erase(found);
  }
  then(result);
}

}  // namespace paravent::lsp
