#include "fuzz/session.hpp"

#include <algorithm>

#include "fuzz/require.hpp"
#include "lsp-server/json.hpp"
#include "lsp-server/pieces.hpp"
#include "lsp-server/protocol.hpp"
#include "lsp-server/serve.hpp"

namespace paravent::fuzz {
namespace {

lsp::Options options() {
  lsp::Options out;
  out.threads = false;
  out.language = text::Language::French;
  out.caret_delay = std::chrono::milliseconds(0);  // what is said must not depend on the clock
  return out;
}

// Feeds the server in uneven pieces, so that every place of a frame is cut once.
class WireTransport : public CountingTransport {
 public:
  explicit WireTransport(std::string_view bytes) : rest_(bytes) {}

  lsp::Incoming read() override {
    for (;;) {
      if (auto next = frames_.next()) {
        if (next->kind == lsp::Incoming::Kind::Message) sent(next->body);
        return *std::move(next);
      }
      if (rest_.empty()) return {};
      piece_ = piece_ * 5 % 251 + 1;
      const std::size_t size = std::min(rest_.size(), piece_);
      frames_.feed(rest_.substr(0, size));
      rest_.remove_prefix(size);
    }
  }

 private:
  std::string_view rest_;
  lsp::FrameReader frames_;
  std::size_t piece_ = 1;
};

}  // namespace

bool CountingTransport::write(lsp::Pieces body) {
  const auto message = lsp::parse_json(lsp::test::joined(body));
  require(message && message->is_object(), "the server writes JSON objects");
  const Json* id = lsp::member(*message, "id");
  const std::string* method = lsp::as_string(lsp::member(*message, "method"));
  if (method == nullptr) {
    require(id != nullptr, "an answer has an id");
    require(message->contains("result") != message->contains("error"), "an answer has a result or an error");
    if (!id->is_null()) --owed_[id->dump()];
    last_answer = *message;
    last_answer.erase("id");
  } else if (id != nullptr) {
    server_requests.push_back(id->dump());
  } else if (*method == "textDocument/publishDiagnostics") {
    const Json& params = message->at("params");
    last_push[params.at("uri").get<std::string>()] = params;
  }
  return true;
}

void CountingTransport::sent(std::string_view body) {
  const auto message = lsp::parse_json(body);
  if (!message || lsp::as_string(lsp::member(*message, "method")) == nullptr) return;
  if (const auto id = lsp::id_of(lsp::member(*message, "id"))) ++owed_[Json::parse(*id).dump()];
}

void CountingTransport::require_settled() const {
  for (const auto& [id, owed] : owed_) {
    require(owed <= 0, "every request is answered");
    require(owed >= 0, "no request is answered twice");
  }
}

Session::Session() : server_(transport_, options()) {}

void Session::send_raw(std::string_view body) {
  transport_.sent(body);
  server_.receive(body);
}

void Session::send(const Json& message) {
  send_raw(message.dump());
}

void Session::notify(const std::string& method, Json params) {
  send({{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}});
}

Json Session::request(const std::string& method, Json params) {
  transport_.last_answer = nullptr;
  send({{"jsonrpc", "2.0"}, {"id", next_id_++}, {"method", method}, {"params", std::move(params)}});
  return transport_.last_answer;
}

void Session::answer_server(int how) {
  const std::vector<std::string> ids = std::exchange(transport_.server_requests, {});
  for (const std::string& id : ids) {
    if (how == 0) send({{"jsonrpc", "2.0"}, {"id", Json::parse(id)}, {"result", nullptr}});
    if (how == 1)
      send({{"jsonrpc", "2.0"}, {"id", Json::parse(id)}, {"error", {{"code", -1}, {"message", ""}}}});
  }
}

Json Session::push_for(const std::string& uri) const {
  const auto found = transport_.last_push.find(uri);
  return found == transport_.last_push.end() ? Json() : found->second;
}

void run_wire(std::string_view bytes) {
  WireTransport transport(bytes);
  lsp::serve(transport, options());
  transport.require_settled();
}

std::string utf8_of(std::string_view bytes) {
  return Json::parse(Json(std::string(bytes)).dump(-1, ' ', false, Json::error_handler_t::replace))
      .get<std::string>();
}

}  // namespace paravent::fuzz
