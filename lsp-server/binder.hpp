// The table of methods: from a name and JSON to a handler with typed params.
//   binder.request<HoverParams>("textDocument/hover", [this](const HoverParams& params, Reply reply) { … });
//   binder.notification<DidOpenParams>("textDocument/didOpen", [this](DidOpenParams& params) { … });
//   binder.command<CommandTarget>("paravent.replace", [this](const CommandTarget& target, Reply reply) { …
//   });
// Params live as long as the call; a handler may move out of them.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lsp-server/json.hpp"
#include "lsp-server/log.hpp"
#include "lsp-server/protocol.hpp"
#include "lsp-server/reply.hpp"

namespace paravent::lsp {

class Binder {
 public:
  // A request that may not take as long as the others, and what is answered when it does.
  struct Limit {
    std::chrono::milliseconds time;
    std::function<std::string()> late_result;  // JSON
  };
  struct Request {
    Literal name;
    // False when the params do not have the method's shape: then the request is not answered yet.
    std::function<bool(const Json&, Reply&)> handle;
    std::optional<Limit> limit = std::nullopt;
  };
  struct Notification {
    Literal name;
    std::function<bool(const Json&)> handle;
  };

  template <class Params>
  void request(Literal name, std::function<void(Params&, Reply)> handler) {
    requests_.insert_or_assign(name.view(), Request{name, bound<Params>(std::move(handler))});
  }
  // Of a request that is bound already.
  void limit(Literal name, Limit limit) { requests_.at(name.view()).limit = std::move(limit); }
  template <class Params>
  void notification(Literal name, std::function<void(Params&)> handler) {
    notifications_.insert_or_assign(name.view(),
                                    Notification{name, [handler = std::move(handler)](const Json& json) {
                                                   Params params;
                                                   if (!read(json, params)) return false;
                                                   handler(params);
                                                   return true;
                                                 }});
  }
  template <class Params>
  void command(Literal name, std::function<void(Params&, Reply)> handler) {
    commands_.insert_or_assign(name.view(), Request{name, bound<Params>(std::move(handler))});
  }

  // nullptr when there is no such method.
  const Request* find_request(std::string_view name) const { return find(requests_, name); }
  const Notification* find_notification(std::string_view name) const { return find(notifications_, name); }
  const Request* find_command(std::string_view name) const { return find(commands_, name); }
  std::vector<std::string_view> command_names() const {
    std::vector<std::string_view> names;
    names.reserve(commands_.size());
    for (const auto& [name, command] : commands_) names.push_back(name);
    return names;
  }

 private:
  template <class Params>
  static std::function<bool(const Json&, Reply&)> bound(std::function<void(Params&, Reply)> handler) {
    return [handler = std::move(handler)](const Json& json, Reply& reply) {
      Params params;
      if (!read(json, params)) return false;
      handler(params, std::move(reply));
      return true;
    };
  }
  template <class Method>
  static const Method* find(const std::map<std::string_view, Method>& table, std::string_view name) {
    const auto found = table.find(name);
    return found == table.end() ? nullptr : &found->second;
  }

  std::map<std::string_view, Request> requests_;
  std::map<std::string_view, Notification> notifications_;
  std::map<std::string_view, Request> commands_;
};

}  // namespace paravent::lsp
