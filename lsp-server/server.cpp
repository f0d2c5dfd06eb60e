#include "lsp-server/server.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "lsp-server/guarded.hpp"
#include "lsp-server/uri.hpp"
#include "lsp-server/words.hpp"
#include "platform/files.hpp"

namespace paravent::lsp {
namespace {

const Json no_params;

// Sent when the last copy goes: after every worker has done what was posted before.
struct ShutdownAnswer {
  explicit ShutdownAnswer(Reply r) : reply(std::move(r)) {}
  ~ShutdownAnswer() { reply.result("null"); }
  ShutdownAnswer(const ShutdownAnswer&) = delete;
  ShutdownAnswer& operator=(const ShutdownAnswer&) = delete;
  Reply reply;
};

// False when the server cannot go on.
bool deal_with(Server& server, const Incoming& incoming) {
  if (incoming.kind == Incoming::Kind::Message && completes([&] { server.receive(incoming.body); })) {
    return true;
  }
  // Also a message that took more memory than there is: what it would have changed is not known.
  return completes([&] { server.message_lost(); });
}

}  // namespace

Server::Server(Transport& transport, const Options& options)
    : options_(options),
      transport_(transport),
      sink_(options.log != nullptr ? options.log : log_to_nowhere()),
      outbox_(transport, *sink_),
      log_(std::make_shared<TraceLog>(*sink_, outbox_)),
      session_(outbox_, *log_),
      calls_(outbox_, *log_),
      deadlines_(make_deadlines(options.threads)),
      documents_(session_, options.threads, [this](Documents::Entry& entry) { give_up(entry); }),
      closed_notes_(session_),
      folders_worker_(make_worker(options.threads)) {
  session_.language = options.language.value_or(text::language_of_locale(platform::system_locale()));
  session_.language_forced = options.language.has_value();
  session_.caret_delay = options.caret_delay;
  session_.aliases = options.aliases.get();
  bind_lifecycle();
  bind_text_sync();
  bind_features();
  bind_people();
  bind_renames();
  bind_extensions();
  bind_commands();
  bind_client();
  bind_saves();
  bind_vault();
}

Server::~Server() {
  session_.ending = true;
  documents_.finish();
}

void Server::bind_lifecycle() {
  binder_.request<InitializeParams>("initialize", [this](const InitializeParams& params, Reply reply) {
    initialize(params, std::move(reply));
  });
  binder_.request<NoParams>("shutdown", [this](const NoParams&, Reply reply) { shutdown(std::move(reply)); });
  binder_.notification<NoParams>("exit", [this](const NoParams&) { exit(); });
  binder_.notification<TraceParams>("$/setTrace",
                                    [this](const TraceParams& params) { log_->set(params.value); });
  binder_.notification<ProgressParams>("window/workDoneProgress/cancel",
                                       [this](const ProgressParams& params) { cancel_progress(params); });
  binder_.notification<CancelParams>("$/cancelRequest", [this](const CancelParams& params) {
    calls_.cancel(params.id, say(words::cancelled));
  });
}

void Server::receive(std::string_view body) {
  documents_.sweep();
  documents_.for_each_open([](Documents::Entry& entry) { entry.worker->ring(); });
  if (session_.vault_changed.exchange(false)) read_folders();
  const auto message = parse_json(body);
  if (!message) {
    message_lost();
    return;
  }
  const Json* id = member(*message, "id");
  const Json* params = member(*message, "params");
  const std::string* method = as_string(member(*message, "method"));
  if (method == nullptr) {
    on_response(*message);
  } else if (id != nullptr) {
    on_request(*method, *id, params == nullptr ? no_params : *params);
  } else {
    on_notification(*method, params == nullptr ? no_params : *params);
  }
}

void Server::on_response(const Json& message) {
  const Json* id = member(message, "id");
  const Json* result = member(message, "result");
  if (id == nullptr || (result == nullptr && member(message, "error") == nullptr)) {
    outbox_.respond_error("null", ErrorCode::InvalidRequest, say(words::no_request));
    return;
  }
  outbox_.answered(id, result);
}

// Answers a request that the lifecycle does not allow now.
bool Server::refused(std::string_view method, std::string_view id) {
  if (state_ == State::Fresh && method != "initialize") {
    outbox_.respond_error(id, ErrorCode::ServerNotInitialized, say(words::not_initialised));
    return true;
  }
  if (state_ == State::ShuttingDown || state_ == State::Ended) {
    outbox_.respond_error(id, ErrorCode::InvalidRequest, say(words::shut_down));
    return true;
  }
  return false;
}

void Server::on_request(const std::string& method, const Json& id, const Json& params) {
  const auto number = id_of(&id);
  if (!number) {
    outbox_.respond_error("null", ErrorCode::InvalidRequest, say(words::no_request));
    return;
  }
  if (refused(method, *number)) return;
  const Binder::Request* request = binder_.find_request(method);
  if (request == nullptr) {
    log_->event(Log::Level::Info, "unknown request");
    outbox_.respond_error(*number, ErrorCode::MethodNotFound, say(words::unknown_method));
    return;
  }
  auto call = calls_.begin(*number, request->name);
  if (call == nullptr) {
    outbox_.respond_error(*number, ErrorCode::InvalidRequest, say(words::id_in_use));
    return;
  }
  if (request->limit) call->set_late_result(request->limit->late_result());
  if (!takes_its_time(*request, params)) {
    deadlines_->watch(call,
                      request->limit ? std::min(request->limit->time, options_.deadline) : options_.deadline);
  }
  dispatch(*request, params, Reply(std::move(call)));
}

// Work on a whole folder: it shows how far it is, and can be cancelled.
bool Server::takes_its_time(const Binder::Request& request, const Json& params) {
  if (request.name.view() != "workspace/executeCommand") return false;
  const std::string* command = as_string(member(params, "command"));
  return command != nullptr && *command == "paravent.anonymiseFolder";
}

void Server::dispatch(const Binder::Request& request, const Json& params, Reply reply) {
  if (request.handle(params, reply)) return;
  log_->event(Log::Level::Warning, "bad params", request.name);
  reply.fail(ErrorCode::InvalidParams, say(words::bad_params));
}

void Server::on_notification(const std::string& method, const Json& params) {
  if (state_ != State::Running && method != "exit") return;  // the specification: dropped
  const Binder::Notification* notification = binder_.find_notification(method);
  if (notification == nullptr) {
    log_->event(Log::Level::Debug, "unknown notification");
    return;
  }
  log_->event(Log::Level::Debug, "notification", notification->name);
  if (notification->handle(params)) return;
  log_->event(Log::Level::Warning, "bad params", notification->name);
  lose_document(params);
}

void Server::initialize(const InitializeParams& params, Reply reply) {
  if (state_ != State::Fresh) {
    reply.fail(ErrorCode::InvalidRequest, say(words::initialised_already));
    return;
  }
  session_.client = client_capabilities(params.capabilities);
  session_.encoding = negotiated(session_.client, options_.encoding);
  if (!session_.language_forced && !params.locale.empty()) {
    session_.language = text::language_of_locale(params.locale);
  }
  if (params.options != nullptr) {
    const Json* section = member(*params.options, "paravent");
    settings_ = settings_of(section == nullptr ? params.options : section);
  }
  for (const std::string& uri : params.folders) {
    if (auto path = path_of_uri(uri)) folders_.push_back(*std::move(path));
  }
  session_.client.named_folders = !folders_.empty();
  if (params.process) transport_.client_process(*params.process);
  log_->set(trace_of(params.trace));
  calls_.set_messages(std::string(say(words::too_slow)), std::string(say(words::no_answer)));
  state_ = State::Running;
  reply.result(
      initialize_result(session_.client, session_.encoding, offered_commands(), save_edits_wanted()));
}

void Server::shutdown(Reply reply) {
  state_ = State::ShuttingDown;
  clean_ = true;
  session_.ending = true;
  const auto answer = std::make_shared<ShutdownAnswer>(std::move(reply));
  documents_.for_each([&](Documents::Entry& entry) { entry.worker->post(Task([answer] {})); });
}

void Server::exit() {
  state_ = State::Ended;
}

int serve(Transport& transport, const Options& options) {
  Server server(transport, options);
  while (!server.ended()) {
    const Incoming incoming = transport.read();
    if (incoming.kind == Incoming::Kind::Message || incoming.kind == Incoming::Kind::Malformed) {
      if (!deal_with(server, incoming)) break;
    } else {
      if (incoming.kind == Incoming::Kind::Broken && options.log != nullptr) {
        options.log->event(Log::Level::Error, "the connection is broken");
      }
      break;
    }
  }
  return server.exit_code();
}

}  // namespace paravent::lsp
