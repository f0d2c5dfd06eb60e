// A client in this process: talks to serve() over a transport in memory, as an editor would over a pipe.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "lsp-server/pieces.hpp"
#include "lsp-server/serve.hpp"

namespace paravent::lsp::test {

using nlohmann::json;

// Two queues of whole messages. What the server writes goes to `on_write`, on the thread that writes.
class MemoryTransport : public Transport {
 public:
  std::function<void(std::string_view)> on_write;

  Incoming read() override {
    std::unique_lock guard(lock_);
    changed_.wait(guard, [this] { return !queue_.empty() || closed_; });
    if (queue_.empty()) return {Incoming::Kind::End, {}};
    Incoming next = std::move(queue_.front());
    queue_.pop_front();
    return next;
  }
  bool write(Pieces body) override {
    if (on_write) on_write(joined(body));
    return true;
  }

  void send(Incoming incoming) {
    {
      const std::lock_guard guard(lock_);
      queue_.push_back(std::move(incoming));
    }
    changed_.notify_one();
  }
  void close() {
    {
      const std::lock_guard guard(lock_);
      closed_ = true;
    }
    changed_.notify_one();
  }

 private:
  std::mutex lock_;
  std::condition_variable changed_;
  std::deque<Incoming> queue_;
  bool closed_ = false;
};

class LspClient {
 public:
  explicit LspClient(const Options& options) {
    transport_.on_write = [this](std::string_view body) { receive(body); };
    server_ = std::jthread([this, options] { exit_code_ = serve(transport_, options); });
  }
  ~LspClient() { end(); }

  // Asks; the answer is waited for with answer().
  int ask(const std::string& method, json params) {
    const int id = next_id_++;
    send({{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", std::move(params)}});
    return id;
  }
  // The whole response: with "result" or "error".
  json answer(const json& id) {
    return wait_for([this, key = id.dump()]() -> std::optional<json> {
      const auto found = answers_.find(key);
      if (found == answers_.end()) return std::nullopt;
      return found->second;
    });
  }
  json call(const std::string& method, json params) { return answer(ask(method, std::move(params))); }
  json result(const std::string& method, json params) {
    json response = call(method, std::move(params));
    if (!response.contains("result")) throw std::runtime_error(method + ": " + response.dump());
    return response["result"];
  }
  int error_code(const std::string& method, json params) {
    const json response = call(method, std::move(params));
    return response.contains("error") ? response["error"]["code"].get<int>() : 0;
  }
  void notify(const std::string& method, json params) {
    send({{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}});
  }
  void send(const json& message) { transport_.send({Incoming::Kind::Message, message.dump()}); }
  void send_raw(std::string body) { transport_.send({Incoming::Kind::Message, std::move(body)}); }
  void send_broken() { transport_.send({Incoming::Kind::Broken, {}}); }
  void send_malformed() { transport_.send({Incoming::Kind::Malformed, {}}); }

  json initialize(json capabilities = json::object(), const std::string& locale = "fr") {
    return start({{"processId", nullptr},
                  {"rootUri", nullptr},
                  {"locale", locale},
                  {"capabilities", std::move(capabilities)}});
  }
  // With the whole params of initialize.
  json start(json params) {
    json answer = result("initialize", std::move(params));
    notify("initialized", json::object());
    pulls_ = answer["capabilities"].contains("diagnosticProvider");
    return answer;
  }

  void open(const std::string& uri, const std::string& text, int version = 1) {
    notify(
        "textDocument/didOpen",
        {{"textDocument", {{"uri", uri}, {"languageId", "markdown"}, {"version", version}, {"text", text}}}});
    open_.insert(uri);
  }
  void change(const std::string& uri, int version, json changes) {
    notify("textDocument/didChange",
           {{"textDocument", {{"uri", uri}, {"version", version}}}, {"contentChanges", std::move(changes)}});
  }
  void save(const std::string& uri) { notify("textDocument/didSave", {{"textDocument", {{"uri", uri}}}}); }
  void close(const std::string& uri) {
    notify("textDocument/didClose", {{"textDocument", {{"uri", uri}}}});
    open_.erase(uri);
  }

  // Waits until everything sent so far has been dealt with: the answers of a document come in order.
  void sync() {
    call("paravent/noSuchMethod", json::object());
    for (const std::string& uri : open_) call("textDocument/hover", at(uri, 0, 0));
  }
  // What a user sees underlined now.
  json diagnostics(const std::string& uri) {
    sync();
    if (pulls_) return result("textDocument/diagnostic", {{"textDocument", {{"uri", uri}}}})["items"];
    const json push = last_push(uri);
    return push.is_null() ? json::array() : push["diagnostics"];
  }
  // The params of the last push for a document; null when there was none.
  json last_push(const std::string& uri) {
    const std::lock_guard guard(lock_);
    json last;
    for (const json& message : notifications_) {
      if (message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == uri) {
        last = message["params"];
      }
    }
    return last;
  }
  std::vector<json> notifications(const std::string& method) {
    const std::lock_guard guard(lock_);
    std::vector<json> out;
    for (const json& message : notifications_) {
      if (message["method"] == method) out.push_back(message["params"]);
    }
    return out;
  }
  // The messages shown to the user so far, of one type (1 error, 2 warning).
  std::vector<std::string> shown(int type) {
    sync();
    std::vector<std::string> out;
    for (const json& params : notifications("window/showMessage")) {
      if (params["type"] == type) out.push_back(params["message"].get<std::string>());
    }
    return out;
  }
  // Requests of the server, all answered with success.
  std::vector<json> requests(const std::string& method) {
    const std::lock_guard guard(lock_);
    std::vector<json> out;
    for (const json& message : requests_) {
      if (message["method"] == method) out.push_back(message["params"]);
    }
    return out;
  }
  // How many responses came for an id.
  std::size_t responses(const json& id) {
    const std::lock_guard guard(lock_);
    return response_count_[id.dump()];
  }

  // Closes the server's input and waits for its end; its exit code.
  int end() {
    transport_.close();
    if (server_.joinable()) server_.join();
    return exit_code_;
  }
  int shut_down() {
    result("shutdown", nullptr);
    notify("exit", nullptr);
    server_.join();
    return exit_code_;
  }

  static json at(const std::string& uri, int line, int character) {
    return {{"textDocument", {{"uri", uri}}}, {"position", {{"line", line}, {"character", character}}}};
  }

 private:
  void receive(std::string_view body) {
    json message = json::parse(body);
    std::unique_lock guard(lock_);
    if (message.contains("method") && message.contains("id")) {
      requests_.push_back(message);
      guard.unlock();
      const bool edit = message["method"] == "workspace/applyEdit";
      send({{"jsonrpc", "2.0"},
            {"id", message["id"]},
            {"result", edit ? json{{"applied", true}} : json(nullptr)}});
      return;
    }
    if (message.contains("method")) {
      notifications_.push_back(std::move(message));
    } else {
      const std::string key = message["id"].dump();
      ++response_count_[key];
      answers_[key] = std::move(message);
    }
    guard.unlock();
    arrived_.notify_all();
  }

  template <class Look>
  json wait_for(Look look) {
    std::unique_lock guard(lock_);
    std::optional<json> found;
    // Generous: it only ends a test that hangs.
    arrived_.wait_for(guard, std::chrono::seconds(60), [&] { return (found = look()).has_value(); });
    if (!found) throw std::runtime_error("the server did not answer");
    return *found;
  }

  MemoryTransport transport_;
  std::mutex lock_;
  std::condition_variable arrived_;
  std::map<std::string, json> answers_;  // by id as JSON; the last one
  std::map<std::string, std::size_t> response_count_;
  std::vector<json> notifications_;
  std::vector<json> requests_;
  std::set<std::string> open_;
  bool pulls_ = false;
  int next_id_ = 1;
  int exit_code_ = -1;
  std::jthread server_;
};

}  // namespace paravent::lsp::test
