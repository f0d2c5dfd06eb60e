// All that the server says to the client goes through here, one message at a time, from any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "lsp-server/log.hpp"
#include "lsp-server/protocol.hpp"
#include "lsp-server/sync.hpp"
#include "lsp-server/transport.hpp"

namespace paravent::lsp {

class Outbox {
 public:
  Outbox(Transport& transport, Log& log) : transport_(transport), log_(log) {}

  // `id` and `result` are JSON.
  void respond(std::string_view id, Pieces result);
  // `message` is for people; `data` is JSON or empty.
  void respond_error(std::string_view id, ErrorCode code, std::string_view message,
                     std::string_view data = {});
  void notify(Literal method, Pieces params);
  void notify(Literal method, std::string_view params) { notify(method, Pieces(&params, 1)); }
  void show_message(MessageType type, std::string_view text);

  // A request to the client. `then` gets its result, or nullptr when it answered with an error; it is called
  // by the thread that reads. False, and nothing sent, when too many calls wait for an answer already.
  using Then = std::function<void(const Json* result)>;
  bool call(Literal method, std::string_view params, Then then);
  // The client has answered call number `id`.
  void answered(const Json* id, const Json* result);

  static constexpr std::size_t max_waiting = 100;

 private:
  void send(Pieces body);

  Transport& transport_;
  Log& log_;
  Mutex writing_;
  Mutex waiting_lock_;
  std::map<std::int64_t, Then> waiting_;  // guarded by waiting_lock_
  std::int64_t next_id_ = 1;              // guarded by waiting_lock_
};

}  // namespace paravent::lsp
