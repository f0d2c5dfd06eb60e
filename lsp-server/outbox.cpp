#include "lsp-server/outbox.hpp"

#include "lsp-server/json_writer.hpp"

namespace paravent::lsp {
namespace {

constexpr std::string_view prologue = R"({"jsonrpc":"2.0")";

}  // namespace

void Outbox::send(std::string_view body) {
  bool sent = false;
  {
    const Guard guard(writing_);
    sent = transport_.write(body);
  }
  if (!sent) log_.event(Log::Level::Warning, "the client no longer reads");
}

void Outbox::respond(std::string_view id, std::string_view result) {
  std::string body;
  body.reserve(prologue.size() + id.size() + result.size() + 24);
  body.append(prologue).append(",\"id\":").append(id).append(",\"result\":").append(result).append("}");
  send(body);
}

void Outbox::respond_error(std::string_view id, ErrorCode code, std::string_view message,
                           std::string_view data) {
  JsonWriter error;
  error.begin_object().key("code").integer(static_cast<int>(code)).key("message").string(message);
  if (!data.empty()) error.key("data").raw(data);
  error.end_object();
  std::string body(prologue);
  body.append(",\"id\":").append(id).append(",\"error\":").append(error.take()).append("}");
  send(body);
}

void Outbox::notify(Literal method, std::string_view params) {
  std::string body;
  body.reserve(prologue.size() + method.view().size() + params.size() + 32);
  body.append(prologue).append(",\"method\":\"").append(method.view()).append("\",\"params\":");
  body.append(params).append("}");
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
  std::string body(prologue);
  body.append(",\"id\":").append(std::to_string(id)).append(",\"method\":\"").append(method.view());
  body.append("\",\"params\":").append(params).append("}");
  send(body);
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
