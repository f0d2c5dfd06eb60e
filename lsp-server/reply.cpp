#include "lsp-server/reply.hpp"

#include "lsp-server/guarded.hpp"

namespace paravent::lsp {

PendingCall::PendingCall(Calls& calls, std::string id, Literal method)
    : calls_(calls), id_(std::move(id)), method_(method), begun_(std::chrono::steady_clock::now()) {}

bool PendingCall::take() {
  if (answered_.exchange(true)) return false;
  const auto took =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun_);
  completes([&] { calls_.log_.event(Log::Level::Debug, "reply", method_, {{"us", took.count()}}); });
  calls_.forget(id_);
  return true;
}

void PendingCall::answer(Pieces result) {
  if (!take() || completes([&] { calls_.outbox_.respond(id_, result); })) return;
  completes([&] { calls_.outbox_.respond_error(id_, ErrorCode::InternalError, calls_.no_answer_message_); });
}

void PendingCall::fail(ErrorCode code, std::string_view message, std::string_view data) {
  if (take()) completes([&] { calls_.outbox_.respond_error(id_, code, message, data); });
}

void PendingCall::drop() {
  fail(ErrorCode::InternalError, calls_.no_answer_message_);
}

void PendingCall::expire() {
  if (answered()) return;
  completes([&] { calls_.log_.event(Log::Level::Warning, "deadline passed", method_); });
  if (!late_result_.empty()) {
    answer(late_result_);
    return;
  }
  // A pull of diagnostics is repeated by the client when it is told so.
  if (method_.view() == "textDocument/diagnostic") {
    fail(ErrorCode::ServerCancelled, calls_.deadline_message_, R"({"retriggerRequest":true})");
  } else {
    fail(ErrorCode::RequestFailed, calls_.deadline_message_);
  }
}

std::shared_ptr<PendingCall> Calls::begin(const std::string& id, Literal method) {
  auto call = std::make_shared<PendingCall>(*this, id, method);
  const Guard guard(lock_);
  return pending_.emplace(id, call).second ? call : nullptr;
}

void Calls::cancel(const std::string& id, std::string_view message) {
  std::shared_ptr<PendingCall> call;
  {
    const Guard guard(lock_);
    const auto found = pending_.find(id);
    if (found == pending_.end()) return;  // answered already, or never asked
    call = found->second;
  }
  call->fail(ErrorCode::RequestCancelled, message);
}

void Calls::forget(const std::string& id) {
  const Guard guard(lock_);
  pending_.erase(id);
}

Reply::~Reply() {
  if (call_ != nullptr) call_->drop();
}

void Reply::result(Pieces json) {
  if (call_ != nullptr) call_->answer(json);
  call_.reset();
}

void Reply::fail(ErrorCode code, std::string_view message, std::string_view data) {
  if (call_ != nullptr) call_->fail(code, message, data);
  call_.reset();
}

}  // namespace paravent::lsp
