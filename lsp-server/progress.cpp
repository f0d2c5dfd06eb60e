#include "lsp-server/progress.hpp"

#include <utility>

#include "lsp-server/guarded.hpp"
#include "lsp-server/json_writer.hpp"

namespace paravent::lsp {

void send_progress(Session& session, std::string_view token, std::string_view value) {
  JsonWriter json;
  json.begin_object().key("token").raw(token).key("value").raw(value).end_object();
  session.outbox.notify("$/progress", json.take());
}

Progress::Progress(Session& session, std::string token, const text::Wording& title)
    : session_(session), token_(std::move(token)) {
  if (token_.empty()) return;
  JsonWriter json;
  json.begin_object().key("kind").string("begin").key("title");
  json.string(title.in(session.language)).key("cancellable").boolean(true);
  json.key("percentage").integer(0).end_object();
  send_progress(session_, token_, json.take());
}

Progress::~Progress() {
  if (!token_.empty()) completes([this] { send_progress(session_, token_, R"({"kind":"end"})"); });
}

void Progress::report(std::size_t done, std::size_t all) {
  if (token_.empty() || all == 0) return;
  JsonWriter json;
  json.begin_object().key("kind").string("report").key("percentage");
  json.integer(static_cast<std::int64_t>(done * 100 / all)).end_object();
  send_progress(session_, token_, json.take());
}

}  // namespace paravent::lsp
