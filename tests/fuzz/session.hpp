// A server in its single-threaded mode, with a client that counts what it is told.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "lsp-server/framing.hpp"
#include "lsp-server/server.hpp"

namespace paravent::fuzz {

using lsp::Json;

// Checks that everything written is a message, and counts the answers of each request.
class CountingTransport : public lsp::Transport {
 public:
  lsp::Incoming read() override { return {}; }
  bool write(lsp::Pieces body) override;

  // A message on its way to the server: if it is a request, an answer is owed.
  void sent(std::string_view body);
  // Every request has had exactly one answer.
  void require_settled() const;

  Json last_answer;                          // of any request, without its id
  std::map<std::string, Json> last_push;     // publishDiagnostics by uri
  std::vector<std::string> server_requests;  // ids, as JSON, that wait for the client

 private:
  std::map<std::string, int> owed_;  // by id as JSON: requests minus answers
};

class Session {
 public:
  Session();
  void send(const Json& message);
  void send_raw(std::string_view body);
  void lose_message() { server_.message_lost(); }
  void notify(const std::string& method, Json params);
  // The answer, without its id; null when it has not come.
  Json request(const std::string& method, Json params);
  // Answers what the server has asked: with a result, with an error, or not at all.
  void answer_server(int how);
  Json push_for(const std::string& uri) const;
  int last_id() const { return next_id_ - 1; }
  void require_settled() const { transport_.require_settled(); }

 private:
  CountingTransport transport_;
  lsp::Server server_;
  int next_id_ = 1;
};

// Bytes as they come over a pipe, through serve().
void run_wire(std::string_view bytes);

// Text that can stand in a JSON string: what is not UTF-8 becomes U+FFFD.
std::string utf8_of(std::string_view bytes);

}  // namespace paravent::fuzz
